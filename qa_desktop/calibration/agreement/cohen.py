"""Cohen's kappa of two raters, plain and weighted.

Cohen, J. (1960). A coefficient of agreement for nominal scales, Educational and Psychological
Measurement 20:37-46; (1968). Weighted kappa, Psychological Bulletin 70:213-220.
"""

from enum import StrEnum

import numpy as np

from qa_desktop.calibration.agreement.gwet import MOST_VALUES
from qa_desktop.calibration.agreement.model import Coefficient, Level, Method, Why
from qa_desktop.calibration.agreement.ratings import Floats, Ratings

_Z = 1.959963984540054


class Weights(StrEnum):
    PLAIN = "plain"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


def cohen_kappa(
    ratings: Ratings, weights: Weights = Weights.PLAIN, level: Level = Level.ORDINAL
) -> Coefficient:
    """Of the units that both raters rated.

    Weights go by the place of a category among those used at ordinal level, by its number at
    interval and ratio level. Variance: Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969). Large
    sample standard errors of kappa and weighted kappa, Psychological Bulletin 72:323-327,
    equation 14 (9 for plain kappa, which is the same with weights of 0 and 1).
    """
    if ratings.n_raters != 2:
        return Coefficient.none(Why.NOT_TWO_RATERS)
    codes = ratings.codes[np.all(ratings.codes >= 0, axis=1)]
    if not len(codes):
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    used, places = np.unique(codes, return_inverse=True)
    size, n_units = len(used), len(codes)
    if size > MOST_VALUES:
        return Coefficient.none(Why.TOO_MANY_VALUES, n_units)
    if size < 2:
        return Coefficient.none(Why.NO_VARIATION, n_units)
    pairs = places.reshape(codes.shape)
    table = np.bincount(pairs[:, 0] * size + pairs[:, 1], minlength=size * size) / n_units
    numeric = level in (Level.INTERVAL, Level.RATIO) and weights is not Weights.PLAIN
    scale = ratings.numbers[used] if numeric else np.arange(size, dtype=np.float64)
    return _kappa(table.reshape(size, size), _weights(weights, scale), n_units)


def _weights(weights: Weights, scale: Floats) -> Floats:
    if weights is Weights.PLAIN:
        return np.eye(len(scale))
    apart: Floats = np.abs(np.subtract.outer(scale, scale)) / (scale.max() - scale.min())
    return 1.0 - (apart if weights is Weights.LINEAR else apart**2)


def _kappa(table: Floats, weights: Floats, n_units: int) -> Coefficient:
    first, second = table.sum(axis=1), table.sum(axis=0)
    seen = float(np.sum(weights * table))
    chance = float(first @ weights @ second)
    if 1 - chance < 1e-12:
        return Coefficient.none(Why.NO_VARIATION, n_units)
    if seen > 1 - 1e-12:
        return Coefficient(value=1.0, n=n_units, se=0.0, ci_why=Why.NO_DISAGREEMENT)
    value = (seen - chance) / (1 - chance)
    # By row the weights that chance would meet there, and by column.
    rows, columns = weights @ second, first @ weights
    terms = table * (weights - (rows[:, None] + columns[None, :]) * (1 - value)) ** 2
    variance = (terms.sum() - (value - chance * (1 - value)) ** 2) / (1 - chance) ** 2 / n_units
    se = float(max(variance, 0.0)) ** 0.5
    # The root of what rounding leaves of zero.
    if se < 1e-7:
        return Coefficient(value=value, n=n_units, se=0.0, ci_why=Why.LITTLE_VARIATION)
    return Coefficient(
        value=value,
        ci_low=value - _Z * se,
        ci_high=min(value + _Z * se, 1.0),
        se=se,
        n=n_units,
        method=Method.DELTA,
    )
