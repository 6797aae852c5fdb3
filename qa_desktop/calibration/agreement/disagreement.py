"""Observed and expected disagreement, of all units at once or of many resamples of them.

Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability: alpha = 1 - D_o / D_e, with
D_o from the coincidences of values within units and D_e from the frequencies of all values. Both
come here as sums, n times D_o and n times D_e, so that those of several items can be added.
"""

from typing import Protocol

import numpy as np

from qa_desktop.calibration.agreement import distances
from qa_desktop.calibration.agreement.model import Level
from qa_desktop.calibration.agreement.ratings import Floats, Ratings

# Beyond so many cells a table of units by categories is not made.
_MOST_CELLS = 8_000_000


class Disagreement(Protocol):
    """`sums(weights)` takes how often each unit is drawn (resamples x units) and gives observed
    and expected sums, each one a resample. An expected sum of 0: no variation.
    """

    def sums(self, weights: Floats) -> tuple[Floats, Floats]: ...


def disagreement(ratings: Ratings, level: Level) -> Disagreement:
    """On one of Stevens' levels; `ratings` must be pairable. Raises ValueError for texts where
    numbers are needed.
    """
    if level is Level.INTERVAL:
        return SquaredDisagreement(ratings)
    wide = ratings.n_units * len(ratings.categories) > _MOST_CELLS
    if level is Level.ORDINAL:
        return WideRankDisagreement(ratings) if wide else RankDisagreement(ratings)
    if level is Level.NOMINAL:
        return NominalDisagreement(ratings)
    if level is Level.RATIO:
        return RatioDisagreement(ratings)
    raise ValueError(f"{level} has no distance of its own")


class MatrixDisagreement:
    """By squared distances between categories; `counts` is units x categories."""

    def __init__(self, counts: Floats, apart: Floats) -> None:
        ratings = counts.sum(axis=1)
        # A unit rated once says nothing of agreement.
        self._counts = counts * (ratings >= 2)[:, None]
        self._apart = apart
        self._observed = _within(np.sum(self._counts * (self._counts @ apart), axis=1), ratings)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        used = weights @ self._counts
        expected = np.sum(used * (used @ self._apart), axis=1)
        return weights @ self._observed, _among(expected, used.sum(axis=1))


class NominalDisagreement:
    """1 between any two categories, however many there are."""

    def __init__(self, ratings: Ratings) -> None:
        self._used = _Used(ratings)
        n_ratings = ratings.ratings_by_unit.astype(np.float64)
        self._ratings = n_ratings
        self._observed = _within(n_ratings * (n_ratings - 1) - ratings.same_pairs(), n_ratings)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        squares = self._used.squares(weights)
        total = weights @ self._ratings
        return weights @ self._observed, _among(total**2 - squares, total)


class RatioDisagreement:
    """((a - b) / (a + b))^2; its table has the square of the number of categories."""

    def __init__(self, ratings: Ratings) -> None:
        self._used = _Used(ratings)
        self._apart = distances.ratio(ratings.numbers)
        codes = ratings.codes
        there = codes >= 0
        observed = np.zeros(ratings.n_units)
        for one in range(ratings.n_raters):
            for other in range(one):
                both = there[:, one] & there[:, other]
                observed[both] += 2 * self._apart[codes[both, one], codes[both, other]]
        self._observed = _within(observed, ratings.ratings_by_unit.astype(np.float64))

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        used = self._used.of(weights)
        expected = np.sum(used * (used @ self._apart), axis=1)
        return weights @ self._observed, _among(expected, used.sum(axis=1))


class _Used:
    """How often each category is used in each resample: (resamples x units) to (resamples x
    categories), through a table of units by categories where that is not too large.
    """

    def __init__(self, ratings: Ratings) -> None:
        self._size = len(ratings.categories)
        dense = ratings.n_units * self._size <= _MOST_CELLS
        self._counts = ratings.counts() if dense else None
        self._units, raters = np.nonzero(ratings.codes >= 0)
        self._codes = ratings.codes[self._units, raters]

    def of(self, weights: Floats) -> Floats:
        if self._counts is not None:
            used: Floats = weights @ self._counts
            return used
        return np.stack([self.of_one(drawn) for drawn in weights])

    def squares(self, weights: Floats) -> Floats:
        """The sum of the squares by resample, of which a wide table is never whole in memory."""
        if self._counts is not None:
            dense: Floats = np.sum(self.of(weights) ** 2, axis=1)
            return dense
        return np.array([np.sum(self.of_one(drawn) ** 2) for drawn in weights])

    def of_one(self, drawn: Floats) -> Floats:
        counted = np.bincount(self._codes, weights=drawn[self._units], minlength=self._size)
        return counted.astype(np.float64, copy=False)


class SquaredDisagreement:
    """Squared differences of numbers, through the sums of values and of squares."""

    def __init__(self, ratings: Ratings) -> None:
        values = ratings.numbers
        # From the middle and at a size near 1, so that squares of large numbers stay exact enough.
        values = values - (values.min() + values.max()) / 2 if values.size else values
        largest = np.abs(values).max(initial=0.0)
        values = values / largest if largest else values
        there = ratings.codes >= 0
        table = np.where(there, values[ratings.codes], 0.0) if values.size else there * 0.0
        n_ratings = ratings.ratings_by_unit.astype(np.float64)
        sums, squares = table.sum(axis=1), (table**2).sum(axis=1)
        deviations = np.where(there, table - (sums / np.maximum(n_ratings, 1))[:, None], 0.0)
        observed = 2 * n_ratings * (deviations**2).sum(axis=1)
        self._observed = _within(observed, n_ratings)
        self._totals = np.stack([n_ratings, sums, squares], axis=1)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        total, sums, squares = (weights @ self._totals).T
        expected = 2 * (total * squares - sums**2)
        # What is left of equal values by rounding.
        expected[expected <= 1e-13 * total * squares] = 0.0
        return weights @ self._observed, _among(expected, total)


class RankDisagreement:
    """Squared differences of ranks, which each resample gives anew.

    Krippendorff's ordinal metric, (sum of n_g from c to k - (n_c + n_k) / 2)^2, is the squared
    difference of the two categories' middle ranks: n_g summed below, plus half the own.
    """

    def __init__(self, ratings: Ratings) -> None:
        self._counts = ratings.counts()
        self._ratings = self._counts.sum(axis=1)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        used = weights @ self._counts
        total = used.sum(axis=1)
        ranks = _middle_ranks(used)
        by_unit = self._counts @ ranks.T
        squares = self._counts @ (ranks**2).T
        m = self._ratings[:, None]
        apart = 2 * np.maximum(m * squares - by_unit**2, 0.0) / np.maximum(m - 1, 1)
        observed = np.einsum("bu,ub->b", weights, apart)
        expected = 2 * (total * np.sum(used * ranks**2, axis=1) - np.sum(used * ranks, axis=1) ** 2)
        expected[np.count_nonzero(used, axis=1) < 2] = 0.0
        return observed, _among(expected, total)


class WideRankDisagreement:
    """The same for so many categories that they are looked up instead of counted."""

    def __init__(self, ratings: Ratings) -> None:
        self._used = _Used(ratings)
        self._ratings = ratings.ratings_by_unit.astype(np.float64)
        # Ratings one after the other, unit by unit; every unit has some.
        self._codes = ratings.codes[ratings.codes >= 0]
        self._first = np.concatenate([[0], np.cumsum(ratings.ratings_by_unit)[:-1]])

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        pairs = [self._one(drawn) for drawn in weights]
        return np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])

    def _one(self, drawn: Floats) -> tuple[float, float]:
        used = self._used.of_one(drawn)
        ranks = _middle_ranks(used[None, :])[0]
        given = ranks[self._codes]
        by_unit = np.add.reduceat(given, self._first)
        m = self._ratings
        squares = np.add.reduceat(given * given, self._first)
        apart = _within(2 * np.maximum(m * squares - by_unit**2, 0.0), m)
        total = used.sum()
        if np.count_nonzero(used) < 2:
            return float(drawn @ apart), 0.0
        weighed = used * ranks
        expected = 2 * (total * (weighed @ ranks) - weighed.sum() ** 2)
        return float(drawn @ apart), float(expected / max(total - 1, 1))


def _within(apart: Floats, ratings: Floats) -> Floats:
    """Sums over ordered pairs within a unit, each unit counting as often as it has ratings."""
    weighed: Floats = np.where(ratings >= 2, apart / np.maximum(ratings - 1, 1), 0.0)
    return weighed


def _among(apart: Floats, total: Floats) -> Floats:
    return apart / np.maximum(total - 1, 1)


def _middle_ranks(used: Floats) -> Floats:
    """(resamples x categories), from how often each category was used; from the middle, so that
    their squares stay small.
    """
    ranks = np.cumsum(used, axis=1) - used / 2
    middle: Floats = ranks - used.sum(axis=1, keepdims=True) / 2
    return middle
