"""Ratings as a table of units by raters in which any may be missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Value = str | float
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MISSING = -1


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """Who gave which category to which unit.

    `categories` stand in their order, numbers ascending. `codes` (units x raters) holds places in
    `categories`, -1 where a rating is missing.
    """

    units: tuple[str, ...]
    raters: tuple[str, ...]
    categories: tuple[Value, ...]
    codes: Ints

    @classmethod
    def of_cells(
        cls, cells: Iterable[tuple[str, str, Value]], order: Sequence[Value] | None = None
    ) -> Self:
        """From (unit, rater, value), each pair of unit and rater at most once.

        `order` names all categories from the lowest; None: ascending. Raises ValueError for a
        pair that comes twice, a value outside `order`, or numbers beside texts.
        """
        units: dict[str, int] = {}
        raters: dict[str, int] = {}
        places: dict[tuple[int, int], Value] = {}
        for unit, rater, value in cells:
            key = units.setdefault(unit, len(units)), raters.setdefault(rater, len(raters))
            if key in places:
                raise ValueError(f"{rater!r} rated {unit!r} twice")
            places[key] = value
        categories = _in_order(places.values(), order)
        known = {category: code for code, category in enumerate(categories)}
        codes = np.full((len(units), len(raters)), MISSING, dtype=np.int64)
        for (unit_at, rater_at), value in places.items():
            codes[unit_at, rater_at] = known[value]
        return cls(tuple(units), tuple(raters), categories, codes)

    @classmethod
    def of_table(
        cls, rows: Iterable[Sequence[Value | None]], order: Sequence[Value] | None = None
    ) -> Self:
        """From one row a unit with one value (None: missing) a rater."""
        table = [list(row) for row in rows]
        width = max((len(row) for row in table), default=0)
        categories = _in_order((v for row in table for v in row if v is not None), order)
        known = {category: code for code, category in enumerate(categories)}
        codes = np.full((len(table), width), MISSING, dtype=np.int64)
        for at, row in enumerate(table):
            codes[at, : len(row)] = [MISSING if v is None else known[v] for v in row]
        names = tuple(str(n) for n in range(len(table))), tuple(str(n) for n in range(width))
        return cls(*names, categories, codes)

    @property
    def n_units(self) -> int:
        return len(self.units)

    @property
    def n_raters(self) -> int:
        return len(self.raters)

    @property
    def ratings_by_unit(self) -> Ints:
        """How many raters rated each unit."""
        counted: Ints = np.count_nonzero(self.codes >= 0, axis=1)
        return counted

    @property
    def n_pairable(self) -> int:
        """How many units were rated at least twice."""
        return int(np.count_nonzero(self.ratings_by_unit >= 2))

    @property
    def numbers(self) -> Floats:
        """The categories as numbers. Raises ValueError where they are texts."""
        return np.array([float(category) for category in self.categories])

    def counts(self) -> Floats:
        """Units x categories: how many raters put the unit there."""
        size = len(self.categories)
        at_unit, at_rater = np.nonzero(self.codes >= 0)
        flat = at_unit * size + self.codes[at_unit, at_rater]
        counted = np.bincount(flat, minlength=self.n_units * size)
        return counted.reshape(self.n_units, size).astype(np.float64)

    def same_pairs(self) -> Ints:
        """By unit, how many ordered pairs of raters say the same; needs no column a category."""
        total = np.zeros(self.n_units, dtype=np.int64)
        for at in range(self.n_raters):
            own = self.codes[:, at : at + 1]
            total += np.count_nonzero((self.codes == own) & (own >= 0), axis=1)
        total -= self.ratings_by_unit
        return total

    def pairable(self) -> Self:
        """Only the units that were rated at least twice, in an order that depends on nothing but
        their ratings: what is drawn from them must not depend on how a file was sorted.
        """
        codes = np.sort(self.codes[self.ratings_by_unit >= 2], axis=1)[:, ::-1]
        order = np.lexsort(codes.T[::-1]) if codes.size else np.arange(len(codes))
        codes = codes[order]
        names = tuple(str(n) for n in range(len(codes)))
        return type(self)(names, self.raters, self.categories, codes)

    def only(self, units: Sequence[int] | NDArray[np.bool_]) -> Self:
        """The same with some units only."""
        codes = self.codes[np.asarray(units)]
        names = tuple(np.array(self.units, dtype=object)[np.asarray(units)])
        return type(self)(names, self.raters, self.categories, codes)


def _in_order(values: Iterable[Value], order: Sequence[Value] | None) -> tuple[Value, ...]:
    present = set(values)
    if len({isinstance(value, str) for value in present}) > 1:
        raise ValueError("numbers and texts are mixed")
    if order is None:
        return tuple(sorted(present, key=lambda value: value if present else 0))
    strange = present - set(order)
    if strange:
        raise ValueError(f"not in the order: {sorted(map(str, strange))}")
    return tuple(order)
