"""Observed and expected disagreement, of all units at once or of many resamples of them.

Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability: alpha = 1 - D_o / D_e, with
D_o from the coincidences of values within units and D_e from the frequencies of all values. Both
come here as sums, n times D_o and n times D_e, so that those of several items can be added.
"""

from typing import Protocol

import numpy as np

from qa_desktop.calibration.agreement import distances
from qa_desktop.calibration.agreement.model import Level
from qa_desktop.calibration.agreement.ratings import Floats, Ints, Ratings

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
        return MatrixDisagreement(ratings.counts(), distances.ratio(ratings.numbers))
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
        self._codes = ratings.codes
        self._size = len(ratings.categories)
        n_ratings = ratings.ratings_by_unit.astype(np.float64)
        dense = ratings.n_units * self._size <= _MOST_CELLS
        self._counts = ratings.counts() if dense else None
        self._ratings = n_ratings
        self._observed = _within(n_ratings * (n_ratings - 1) - ratings.same_pairs(), n_ratings)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        if self._counts is not None:
            squares = np.sum((weights @ self._counts) ** 2, axis=1)
        else:
            squares = np.array([np.sum(self._used(drawn) ** 2) for drawn in weights])
        total = weights @ self._ratings
        return weights @ self._observed, _among(total**2 - squares, total)

    def _used(self, drawn: Floats) -> Floats:
        return _used(self._codes, drawn, self._size)


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
        self._codes = ratings.codes
        self._size = len(ratings.categories)
        self._there = ratings.codes >= 0
        self._ratings = ratings.ratings_by_unit.astype(np.float64)

    def sums(self, weights: Floats) -> tuple[Floats, Floats]:
        pairs = [self._one(drawn) for drawn in weights]
        return np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])

    def _one(self, drawn: Floats) -> tuple[float, float]:
        used = _used(self._codes, drawn, self._size)
        ranks = _middle_ranks(used[None, :])[0]
        table = np.where(self._there, ranks[self._codes], 0.0)
        m = self._ratings
        apart = _within(2 * (m * (table**2).sum(axis=1) - table.sum(axis=1) ** 2), m)
        total = used.sum()
        if np.count_nonzero(used) < 2:
            return float(drawn @ apart), 0.0
        expected = 2 * (total * (used @ ranks**2) - (used @ ranks) ** 2)
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


def _used(codes: Ints, drawn: Floats, size: int) -> Floats:
    often = np.broadcast_to(drawn[:, None], codes.shape)
    there = codes >= 0
    used = np.bincount(codes[there], weights=often[there], minlength=size)
    return used.astype(np.float64, copy=False)
