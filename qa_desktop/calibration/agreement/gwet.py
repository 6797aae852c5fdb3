"""Gwet's AC1 and AC2, and Fleiss' kappa with the variance of the same book.

Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th edition: chapter 2 (AC1), 3 (weights,
AC2), 5 (variances with missing ratings). AC1 first in Gwet (2008), British Journal of Mathematical
and Statistical Psychology 61:29-48.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_desktop.calibration.agreement import distances
from qa_desktop.calibration.agreement.model import Coefficient, Level, Method, Why
from qa_desktop.calibration.agreement.ratings import Floats, Ratings
from qa_desktop.calibration.agreement.resampling import t_quantile

# A table of weights has the square of so many cells.
MOST_VALUES = 3_000
# Of a table of units by categories.
_MOST_CELLS = 20_000_000


def gwet_ac(ratings: Ratings, level: Level = Level.NOMINAL) -> Coefficient:
    """AC1 at nominal level, else AC2 with the level's weights: ordinal (by the number of pairs of
    neighbouring ranks between two categories), quadratic or ratio. Only categories that somebody
    used count. Raises ValueError for texts at interval or ratio level.
    """
    if _too_wide(ratings):
        return Coefficient.none(Why.TOO_MANY_VALUES)
    return by_weights(used_counts(ratings), _weights_of(ratings, level))


def _too_wide(ratings: Ratings) -> bool:
    size = len(ratings.categories)
    return size > MOST_VALUES or size * ratings.n_units > _MOST_CELLS


def used_counts(ratings: Ratings) -> Floats:
    counts = ratings.counts()
    counts = counts[counts.sum(axis=1) > 0]
    used: Floats = counts[:, counts.sum(axis=0) > 0]
    return used


def _weights_of(ratings: Ratings, level: Level) -> Floats:
    used = ratings.counts().sum(axis=0) > 0
    size = int(np.count_nonzero(used))
    if level is Level.NOMINAL:
        return np.eye(size)
    if level is Level.ORDINAL:
        return ordinal_weights(size)
    values = ratings.numbers[used]
    if level is Level.INTERVAL:
        return _weights(distances.interval(values))
    if level is Level.RATIO:
        return _weights(distances.ratio(values))
    raise ValueError(f"{level} has no weights of its own")


def ordinal_weights(size: int) -> Floats:
    """1 - C(|k - l| + 1, 2) / C(size, 2) (Gwet 2014, equation 3.2.1)."""
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(np.float64)
    return _weights(steps * (steps + 1) / 2)


def _weights(apart: Floats) -> Floats:
    largest = apart.max(initial=0.0)
    return 1.0 - apart / largest if largest else np.ones_like(apart)


def by_weights(counts: Floats, weights: Floats) -> Coefficient:
    """AC with `weights` (categories x categories, 1 on the diagonal) from `counts` (units x
    categories, none of them empty).
    """
    size = counts.shape[1]
    spread = _Spread.of(counts, weights)
    if spread is None:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    if size < 2:
        return Coefficient.none(Why.NO_VARIATION, spread.n_units)
    factor = weights.sum() / (size * (size - 1))
    chance = float(factor * np.sum(spread.used * (1 - spread.used)))
    chance_by_unit = factor * (spread.shares @ (1 - spread.used))
    return spread.coefficient(chance, chance_by_unit)


def fleiss_kappa(ratings: Ratings) -> Coefficient:
    """Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters, Psychological
    Bulletin 76:378-382, for units with the same number of ratings each, at least two; units that
    nobody rated are left out. Standard error: Gwet (2014), chapter 5, which holds whatever the
    true kappa is; Fleiss' own of 1971 holds where it is zero.
    """
    if _too_wide(ratings):
        return Coefficient.none(Why.TOO_MANY_VALUES)
    counts = used_counts(ratings)
    if len(np.unique(counts.sum(axis=1))) > 1:
        return Coefficient.none(Why.UNEQUAL_RATINGS)
    spread = _Spread.of(counts, np.eye(counts.shape[1]))
    if spread is None:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    if counts.shape[1] < 2:
        return Coefficient.none(Why.NO_VARIATION, spread.n_units)
    return spread.coefficient(float(np.sum(spread.used**2)), spread.shares @ spread.used)


@dataclass(frozen=True, slots=True, eq=False)
class _Spread:
    """What the coefficients of Gwet's book are made of.

    `alike`: the weighted agreement by unit, 0 for one rated once; `shares`: each unit's ratings
    over the categories, `used` their mean.
    """

    alike: Floats
    twice: NDArray[np.bool_]
    shares: Floats
    used: Floats

    @classmethod
    def of(cls, counts: Floats, weights: Floats) -> "_Spread | None":
        """None where no unit was rated twice."""
        n_ratings = counts.sum(axis=1)
        twice = n_ratings >= 2
        if not twice.any():
            return None
        pairs = np.sum(counts * (counts @ weights - 1), axis=1)
        alike = np.where(twice, pairs / np.maximum(n_ratings * (n_ratings - 1), 1), 0.0)
        shares = counts / n_ratings[:, None]
        return cls(alike, twice, shares, shares.mean(axis=0))

    @property
    def n_units(self) -> int:
        return int(np.count_nonzero(self.twice))

    def coefficient(self, chance: float, chance_by_unit: Floats) -> Coefficient:
        """(p_a - p_e) / (1 - p_e), with its variance linearised over all units (chapter 5)."""
        rated, n_units = len(self.alike), self.n_units
        if 1 - chance < 1e-12:
            return Coefficient.none(Why.NO_VARIATION, n_units)
        seen = float(self.alike[self.twice].mean())
        perfect = seen > 1 - 1e-12
        value = 1.0 if perfect else (seen - chance) / (1 - chance)
        if rated < 2:
            return Coefficient(value=value, n=n_units, ci_why=Why.TOO_FEW_UNITS)
        by_unit = rated / n_units * (self.alike - chance * self.twice) / (1 - chance)
        by_unit = by_unit - 2 * (1 - value) * (chance_by_unit - chance) / (1 - chance)
        se = float((np.sum((by_unit - value) ** 2) / (rated * (rated - 1))) ** 0.5)
        if se < 1e-12:
            why = Why.NO_DISAGREEMENT if perfect else Why.LITTLE_VARIATION
            return Coefficient(value=value, n=n_units, se=0.0, ci_why=why)
        reach = t_quantile(rated - 1) * se
        return Coefficient(
            value=value,
            ci_low=value - reach,
            ci_high=min(value + reach, 1.0),
            se=se,
            n=n_units,
            method=Method.LINEARISED,
        )
