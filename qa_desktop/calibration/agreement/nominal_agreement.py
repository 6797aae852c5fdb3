"""How often raters say the same, without regard to chance."""

import numpy as np

from qa_desktop.calibration.agreement.model import Coefficient, Method, Why
from qa_desktop.calibration.agreement.ratings import Floats, Ratings
from qa_desktop.calibration.agreement.resampling import t_quantile

# The normal quantile of a two-sided 95 % interval.
_Z = 1.959963984540054


def percent_agreement(ratings: Ratings) -> Coefficient:
    """The share (0..1) of pairs of ratings of the same unit that are the same: the mean over the
    units that were rated at least twice (Gwet 2014, Handbook of Inter-Rater Reliability, p_a).
    """
    return mean_share(pairs_alike(ratings))


def pairs_alike(ratings: Ratings) -> Floats:
    """That share by unit, of those rated at least twice."""
    n_ratings = ratings.ratings_by_unit
    twice = n_ratings >= 2
    n_ratings = n_ratings[twice]
    shares: Floats = ratings.same_pairs()[twice] / (n_ratings * (n_ratings - 1))
    return shares


def mean_share(shares: Floats) -> Coefficient:
    """The mean of one share (0..1) a unit, with a t interval over units."""
    n_units = len(shares)
    if not n_units:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    value = float(shares.mean())
    if n_units == 1:
        return Coefficient(value=value, n=1, ci_why=Why.TOO_FEW_UNITS)
    se = float(shares.std(ddof=1)) / n_units**0.5
    if se < 1e-12:
        return Coefficient(value=value, n=n_units, se=0.0, ci_why=_alike_everywhere(value))
    reach = t_quantile(n_units - 1) * se
    return Coefficient(
        value=value,
        ci_low=max(value - reach, 0.0),
        ci_high=min(value + reach, 1.0),
        se=se,
        n=n_units,
        method=Method.STUDENT,
    )


def exact_agreement(ratings: Ratings) -> Coefficient:
    """The share (0..1) of units on which all ratings are the same, of those rated at least twice.

    Interval: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical
    inference, JASA 22:209-212; it is there even where all or none agree.
    """
    shares = pairs_alike(ratings)
    return wilson(int(np.count_nonzero(shares == 1.0)), len(shares))


def wilson(hits: int, n: int) -> Coefficient:
    """`hits` of `n` independent cases, as a share."""
    if not n:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    share, square = hits / n, _Z**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    reach = _Z * (share * (1 - share) / n + square / (4 * n * n)) ** 0.5 / (1 + square / n)
    return Coefficient(
        value=share,
        ci_low=max(middle - reach, 0.0) if hits else 0.0,
        ci_high=min(middle + reach, 1.0) if hits < n else 1.0,
        se=(share * (1 - share) / n) ** 0.5,
        n=n,
        method=Method.WILSON,
    )


def _alike_everywhere(value: float) -> Why:
    return Why.NO_DISAGREEMENT if value == 1.0 else Why.LITTLE_VARIATION
