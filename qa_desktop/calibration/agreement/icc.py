"""Intraclass correlations of numbers that every rater gave to every unit.

McGraw, K. O. and Wong, S. P. (1996). Forming inferences about some intraclass correlation
coefficients, Psychological Methods 1:30-46, tables 4 and 7; numbered as in Shrout, P. E. and
Fleiss, J. L. (1979), Psychological Bulletin 86:420-428: 1 one-way, 2 two-way with agreement, 3
two-way with consistency; k: of the mean of all raters.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtri

from qa_desktop.calibration.agreement.model import Coefficient, Method, Why
from qa_desktop.calibration.agreement.ratings import Floats, Ratings

_TAIL = 0.975
# What rounding leaves, in proportion, of sums of squares that are zero.
_NOTHING = 1e-26


@dataclass(frozen=True, slots=True, kw_only=True)
class Iccs:
    """Of a single rater, and (k) of the mean of all."""

    icc1: Coefficient
    icc2: Coefficient
    icc3: Coefficient
    icc1k: Coefficient
    icc2k: Coefficient
    icc3k: Coefficient

    def named(self) -> dict[str, Coefficient]:
        """By "icc1", "icc2" and so on."""
        names = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")
        return {name: getattr(self, name) for name in names}


def none(why: Why, n: int = 0) -> Iccs:
    absent = Coefficient.none(why, n)
    return Iccs(icc1=absent, icc2=absent, icc3=absent, icc1k=absent, icc2k=absent, icc3k=absent)


def icc(ratings: Ratings) -> Iccs:
    """Of a complete table; units that nobody rated are left out. Raises ValueError for texts."""
    codes = ratings.codes[np.any(ratings.codes >= 0, axis=1)]
    if np.any(codes < 0):
        return none(Why.MISSING_RATINGS)
    values = ratings.numbers
    return icc_of_table(values[codes] if values.size else np.empty((0, ratings.n_raters)))


def icc_of_table(table: Floats) -> Iccs:
    """`table` is units x raters, without a gap."""
    n, k = table.shape
    if k < 2 or not n:
        return none(Why.TOO_FEW_PAIRS)
    if n < 2:
        return none(Why.TOO_FEW_UNITS, n)
    squares = _Squares.of(table)
    if squares is None:
        return none(Why.NO_VARIATION, n)
    return squares.all()


@dataclass(frozen=True, slots=True)
class _Squares:
    """Mean squares: between units, within units, between raters, of the residue."""

    n: int
    k: int
    units: float
    within: float
    raters: float
    residue: float

    @classmethod
    def of(cls, table: Floats) -> "_Squares | None":
        """None where all ratings are the same."""
        n, k = table.shape
        largest = float(np.sum(table**2))
        table = table - table.mean()
        total = float(np.sum(table**2))
        if total <= _NOTHING * largest:
            return None
        by_unit, by_rater = table.mean(axis=1), table.mean(axis=0)
        units = k * float(np.sum(by_unit**2))
        raters = n * float(np.sum(by_rater**2))
        residue = float(np.sum((table - by_unit[:, None] - by_rater[None, :]) ** 2))
        parts = [part if part > _NOTHING * total else 0.0 for part in (units, raters, residue)]
        units, raters, residue = parts
        return cls(
            n,
            k,
            units / (n - 1),
            (raters + residue) / (n * (k - 1)),
            raters / (k - 1),
            residue / ((n - 1) * (k - 1)),
        )

    def all(self) -> Iccs:
        n, k, between, residue = self.n, self.k, self.units, self.residue
        one = self._ratio(between - self.within, between + (k - 1) * self.within)
        two = self._ratio(
            between - residue,
            between + (k - 1) * residue + k * (self.raters - residue) / n,
        )
        three = self._ratio(between - residue, between + (k - 1) * residue)
        one_k = self._ratio(between - self.within, between)
        two_k = self._ratio(between - residue, between + (self.raters - residue) / n)
        three_k = self._ratio(between - residue, between)
        within_ends = self._ends(self.within, n * (k - 1))
        residue_ends = self._ends(residue, (n - 1) * (k - 1))
        two_ends = None if two is None else self._agreement_ends(two)
        return Iccs(
            icc1=self._told(one, self._single(within_ends)),
            icc2=self._told(two, two_ends),
            icc3=self._told(three, self._single(residue_ends)),
            icc1k=self._told(one_k, self._mean(within_ends)),
            icc2k=self._told(two_k, self._stepped_up(two_ends)),
            icc3k=self._told(three_k, self._mean(residue_ends)),
        )

    @staticmethod
    def _ratio(above: float, below: float) -> float | None:
        """None where units do not differ at all, so that there is nothing to be told apart."""
        return above / below if below > 0 else None

    def _told(self, value: float | None, ends: tuple[float, float] | None) -> Coefficient:
        if value is None:
            return Coefficient.none(Why.NO_VARIATION, self.n)
        if ends is None:
            why = Why.NO_DISAGREEMENT if value > 1 - 1e-12 else Why.LITTLE_VARIATION
            return Coefficient(value=value, n=self.n, ci_why=why)
        low, high = ends
        return Coefficient(value=value, ci_low=low, ci_high=high, n=self.n, method=Method.F_RATIO)

    def _ends(self, error: float, degrees: int) -> tuple[float, float] | None:
        """F_L and F_U of table 7; None where nothing is left to compare with."""
        if error == 0 or self.units == 0:
            return None
        ratio = self.units / error
        low = ratio / fdtri(self.n - 1, degrees, _TAIL)
        return float(low), float(ratio * fdtri(degrees, self.n - 1, _TAIL))

    def _single(self, ends: tuple[float, float] | None) -> tuple[float, float] | None:
        if ends is None:
            return None
        low, high = ends
        return (low - 1) / (low + self.k - 1), (high - 1) / (high + self.k - 1)

    @staticmethod
    def _mean(ends: tuple[float, float] | None) -> tuple[float, float] | None:
        return None if ends is None else (1 - 1 / ends[0], 1 - 1 / ends[1])

    def _agreement_ends(self, value: float) -> tuple[float, float] | None:
        """Of ICC(A,1), by Satterthwaite's degrees of freedom (table 7, with a and b times
        n (1 - rho), which then need no division by it).
        """
        n, k, between, residue = self.n, self.k, self.units, self.residue
        of_raters = k * value * self.raters
        of_residue = (n * (1 + (k - 1) * value) - k * value) * residue
        parts = of_raters**2 / (k - 1) + of_residue**2 / ((n - 1) * (k - 1))
        if parts <= 0 or between == 0:
            return None
        degrees = (of_raters + of_residue) ** 2 / parts
        if degrees < 1e-6:
            return None
        above = float(fdtri(n - 1, degrees, _TAIL))
        below = float(fdtri(degrees, n - 1, _TAIL))
        rest = k * self.raters + (k * n - k - n) * residue
        low = n * (between - above * residue) / (above * rest + n * between)
        high = n * (below * between - residue) / (rest + n * below * between)
        # Units that differ less than chance has them differ leave the approximation nothing.
        return (low, high) if low <= value <= high else None

    def _stepped_up(self, ends: tuple[float, float] | None) -> tuple[float, float] | None:
        """From a single rater to the mean of k (Spearman and Brown)."""
        if ends is None:
            return None
        low, high = ends
        # Below, the mean of k has no lower end.
        if 1 + low * (self.k - 1) <= 0:
            return None
        return low * self.k / (1 + low * (self.k - 1)), high * self.k / (1 + high * (self.k - 1))
