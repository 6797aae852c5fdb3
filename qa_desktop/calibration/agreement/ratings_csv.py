"""Reads ratings from long-form CSV: one rating a row, with the columns unit, rater and value."""

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from qa_desktop.base.decoding import MAX_BYTES, decode
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.calibration.agreement.model import Level
from qa_desktop.calibration.agreement.ratings import MISSING, Ratings, Value

COLUMNS = ("unit", "rater", "value")
_DELIMITERS = (",", ";", "\t", "|")
_HINT = re.compile(r"\A\"?sep=(.)\"?[ \t]*\n", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_ENDLESS = re.compile(r"[-+]?(?:inf|infinity|nan)", re.IGNORECASE)
_MOST_PROBLEMS = 1_000
_SHOWN = 60


def read_ratings(file: Path, level: Level, order: Sequence[str] | None = None) -> Ratings:
    """`order` names the values from the lowest to the highest, for ranks in words.

    An empty value is a missing rating; its unit and rater still count as such. At nominal level
    and with an order values are texts as they stand, else numbers. Raises ProblemError with
    everything that is wrong, each with its line.
    """
    name = str(file)
    _check_order(order, level)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        problem = Problem(
            code="agreement.unreadable", where=Where(file=name), values={"reason": reason_of(error)}
        )
        raise ProblemError(problem) from None
    if len(data) > MAX_BYTES:
        values = {"limit_mb": MAX_BYTES // 2**20}
        raise ProblemError(
            Problem(code="agreement.too_large", where=Where(file=name), values=values)
        )
    if not data.strip():
        raise ProblemError(Problem(code="agreement.empty", where=Where(file=name)))
    decoded = decode(data, name)
    if decoded.problems:
        raise ProblemError(decoded.problems)
    return ratings_of_text(decoded.text, name, level, order)


def ratings_of_text(
    text: str, name: str, level: Level, order: Sequence[str] | None = None
) -> Ratings:
    """The same from a text; `name` is the file's."""
    return _Reading(name, level, None if order is None else tuple(order)).ratings(text)


def _check_order(order: Sequence[str] | None, level: Level) -> None:
    if order is None:
        return
    problems = []
    if level is not Level.ORDINAL:
        problems.append(Problem(code="agreement.order_not_ordinal", values={"level": level.value}))
    twice = {value for value in order if list(order).count(value) > 1}
    problems += [
        Problem(code="agreement.order_twice", values={"value": value[:_SHOWN]})
        for value in sorted(twice)
    ]
    if problems:
        raise ProblemError(problems)


@dataclass(slots=True)
class _Reading:
    """Goes through one file and gathers what is wrong with it."""

    name: str
    level: Level
    order: tuple[str, ...] | None
    problems: list[Problem] = field(default_factory=list)
    unsaid: int = 0
    decimal_comma: bool = False
    units: dict[str, int] = field(default_factory=dict)
    raters: dict[str, int] = field(default_factory=dict)
    lines: dict[tuple[int, int], int] = field(default_factory=dict)
    values: dict[tuple[int, int], Value] = field(default_factory=dict)

    def ratings(self, text: str) -> Ratings:
        rows = self._rows(text)
        _, header = next(rows, (1, []))
        places = self._places(header)
        for line, cells in rows:
            self._row(line, cells, places)
        if self.unsaid:
            self.problems.append(
                Problem(
                    code="agreement.more_problems",
                    where=Where(file=self.name),
                    values={"count": self.unsaid},
                )
            )
        if not self.problems and not self.units:
            self._tell("empty", None)
        if self.problems:
            raise ProblemError(self.problems)
        return self._built()

    def _rows(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not blank, with the line it begins on."""
        hint = _HINT.match(text)
        # An empty line in its stead keeps the numbers of the rows.
        body = "\n" + text[hint.end() :] if hint else text
        delimiter = hint[1] if hint else _delimiter(text)
        self.decimal_comma = delimiter != ","
        # Of the whole process: raised for a long cell, never lowered for whoever reads next.
        csv.field_size_limit(max(csv.field_size_limit(), len(text)))
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                self._tell("not_csv", line, said=str(error)[:200])
                return
            if cells is None:
                return
            stripped = [cell.strip().lstrip("\ufeff") for cell in cells]
            if any(stripped):
                yield line, stripped
            line = reader.line_num + 1

    def _places(self, header: list[str]) -> tuple[int, int, int]:
        """Where unit, rater and value stand. Raises ProblemError where they do not."""
        names = [cell.casefold() for cell in header]
        missing = [column for column in COLUMNS if column not in names]
        if missing:
            self._tell("columns_missing", 1, missing=", ".join(missing))
        for column in COLUMNS:
            if names.count(column) > 1:
                self._tell("columns_twice", 1, column=column)
        if self.problems:
            raise ProblemError(self.problems)
        unit, rater, value = (names.index(column) for column in COLUMNS)
        return unit, rater, value

    def _row(self, line: int, cells: list[str], places: tuple[int, int, int]) -> None:
        if len(cells) <= max(places):
            self._tell("cells_missing", line, cells=len(cells))
            return
        unit, rater, text = (cells[place] for place in places)
        if not unit or not rater:
            if not unit:
                self._tell("no_unit", line, path="unit")
            if not rater:
                self._tell("no_rater", line, path="rater")
            return
        key = (
            self.units.setdefault(unit, len(self.units)),
            self.raters.setdefault(rater, len(self.raters)),
        )
        first = self.lines.setdefault(key, line)
        if first != line:
            names = {"unit": unit[:_SHOWN], "rater": rater[:_SHOWN]}
            self._tell("twice", line, **names, first_line=first)
            return
        value = self._value(line, text) if text else None
        if value is not None:
            self.values[key] = value

    def _value(self, line: int, text: str) -> Value | None:
        """None where it is wrong, which is told."""
        shown = text[:_SHOWN]
        if self.order is not None:
            if text not in self.order:
                order = ", ".join(self.order)
                self._tell("not_in_order", line, path="value", value=shown, order=order)
                return None
            return text
        if self.level is Level.NOMINAL:
            return text
        plain = text.replace(",", ".") if self.decimal_comma and text.count(",") == 1 else text
        if _ENDLESS.fullmatch(plain):
            self._tell("not_finite", line, path="value", value=shown)
            return None
        if not _NUMBER.fullmatch(plain):
            self._not_a_number(line, shown)
            return None
        number = float(plain)
        if not math.isfinite(number) or abs(number) > 1e100:
            self._tell("not_finite", line, path="value", value=shown)
            return None
        if self.level is Level.RATIO and number < 0:
            self._tell("negative", line, path="value", value=shown)
            return None
        # -0 is 0.
        return number + 0.0

    def _not_a_number(self, line: int, shown: str) -> None:
        if self.level is Level.ORDINAL:
            self._tell("not_a_rank", line, path="value", value=shown)
        else:
            level = self.level.value
            self._tell("not_a_number", line, path="value", value=shown, level=level)

    def _tell(
        self, code: str, line: int | None, *, path: str | None = None, **values: str | int
    ) -> None:
        if len(self.problems) >= _MOST_PROBLEMS:
            self.unsaid += 1
            return
        where = Where(file=self.name, line=line, path=path)
        self.problems.append(Problem(code=f"agreement.{code}", where=where, values=values))

    def _built(self) -> Ratings:
        """Units and raters without any value are there too."""
        # All numbers or all texts, as `_value` made them.
        numbers = sorted(v for v in set(self.values.values()) if not isinstance(v, str))
        texts = sorted(v for v in set(self.values.values()) if isinstance(v, str))
        found: tuple[Value, ...] = self.order or (*numbers, *texts)
        known = {category: code for code, category in enumerate(found)}
        codes = np.full((len(self.units), len(self.raters)), MISSING, dtype=np.int64)
        for key, value in self.values.items():
            codes[key] = known[value]
        return Ratings(tuple(self.units), tuple(self.raters), found, codes)


def _delimiter(text: str) -> str:
    """The one that the first line with a text has most of, outside quotes."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first[:100_000])
    return max(_DELIMITERS, key=lambda mark: (bare.count(mark), -_DELIMITERS.index(mark)))
