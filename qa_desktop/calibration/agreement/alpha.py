"""Krippendorff's alpha.

Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
https://repository.upenn.edu/asc_papers/43; Content Analysis (2004), chapter 11.
"""

from collections.abc import Callable

import numpy as np

from qa_desktop.base.progress import Progress
from qa_desktop.calibration.agreement.disagreement import MatrixDisagreement, disagreement
from qa_desktop.calibration.agreement.gwet import MOST_VALUES
from qa_desktop.calibration.agreement.model import Coefficient, Level, Why
from qa_desktop.calibration.agreement.ratings import Floats, Ratings
from qa_desktop.calibration.agreement.resampling import RESAMPLES, resampled

Sums = Callable[[Floats], tuple[Floats, Floats]]


def krippendorff_alpha(
    ratings: Ratings,
    level: Level,
    *,
    resamples: int = RESAMPLES,
    progress: Progress | None = None,
) -> Coefficient:
    """1 - D_o / D_e with an interval from resampling the pairable units; 0 resamples: none.

    Raises ValueError for texts at interval or ratio level.
    """
    pairable = ratings.pairable()
    if not pairable.n_units:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    if level is Level.RATIO and len(ratings.categories) > MOST_VALUES:
        return Coefficient.none(Why.TOO_MANY_VALUES, pairable.n_units)
    sums = disagreement(pairable, level).sums
    return _from_sums(sums, pairable.n_units, resamples, progress)


def alpha_by_distance(counts: Floats, apart: Floats, *, resamples: int = RESAMPLES) -> Coefficient:
    """The same by squared distances (categories x categories) from `counts` (units x categories),
    drawn in the order in which they stand.
    """
    counts = counts[counts.sum(axis=1) >= 2]
    if not len(counts):
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    return _from_sums(MatrixDisagreement(counts, apart).sums, len(counts), resamples)


def pooled_alpha(
    parts: list[MatrixDisagreement], n_units: int, *, resamples: int = RESAMPLES
) -> Coefficient:
    """One alpha over several items of the same units: observed and expected disagreement are
    summed over the items, so that what differs from item to item is not taken for variation that
    reviewers tell apart. Units are drawn whole, with all their items.
    """

    def sums(weights: Floats) -> tuple[Floats, Floats]:
        both = [part.sums(weights) for part in parts]
        observed: Floats = np.sum([observed for observed, _ in both], axis=0)
        expected: Floats = np.sum([expected for _, expected in both], axis=0)
        return observed, expected

    if not parts or not n_units:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    return _from_sums(sums, n_units, resamples)


def _from_sums(
    sums: Sums, n_units: int, resamples: int, progress: Progress | None = None
) -> Coefficient:
    observed, expected = sums(np.ones((1, n_units)))
    if expected[0] <= 0:
        return Coefficient.none(Why.NO_VARIATION, n_units)
    value = float(1 - observed[0] / expected[0])
    return resampled(value, n_units, sums, resamples, progress)
