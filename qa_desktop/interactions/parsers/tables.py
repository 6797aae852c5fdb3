"""Reads CSV and TSV whatever the delimiter, with the line each row stands on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.parsers.source import Source

MAX_FIELD = 4 * 1024 * 1024
# Excel's own hint on the first line; the table begins below it.
SEPARATOR_HINT = re.compile(r"\A\s*\"?sep=(.)\"?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_DELIMITERS = (",", "\t", ";", "|", "，")


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column name; a missing cell is empty."""

    line: int
    cells: dict[str, str]

    def get(self, column: str | None) -> str | None:
        """The cell without blanks around it, None when empty or when there is no such column."""
        if column is None:
            return None
        return self.cells.get(column, "").strip() or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


def read_table(source: Source) -> Table:
    """Raises ProblemError when it is no table or has no rows below its header."""
    delimiter = delimiter_of(source.text)
    problems: list[Problem] = []
    header: tuple[str, ...] | None = None
    rows: list[Row] = []
    for line, cells in _lines(source, delimiter, problems):
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = _header(source, cells)
            continue
        if len(cells) != len(header) and any(cell.strip() for cell in cells[len(header) :]):
            problems.append(
                source.problem(
                    "row_too_wide", {"cells": len(cells), "columns": len(header)}, line=line
                )
            )
            continue
        padded = cells + [""] * (len(header) - len(cells))
        rows.append(Row(line, dict(zip(header, padded, strict=False))))
    if header is None or (not rows and not problems):
        raise source.refusal("no_rows")
    if len(problems) > len(rows):
        raise source.refusal("rows_uneven", {"count": len(problems)}, line=problems[0].where.line)
    return Table(columns=header, rows=tuple(rows), problems=tuple(problems))


def columns_of(text: str) -> tuple[str, ...]:
    """The first line's cells, to recognise a table by; empty when it has but one."""
    table = SEPARATOR_HINT.sub("", text, count=1)
    first = next((line for line in table.split("\n") if line.strip()), "")
    if len(first) > 100_000:
        return ()
    try:
        cells = next(csv.reader([first], delimiter=delimiter_of(text)), [])
    except csv.Error:
        return ()
    return tuple(cell.strip() for cell in cells) if len(cells) > 1 else ()


def _lines(
    source: Source, delimiter: str, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_FIELD)
    text = SEPARATOR_HINT.sub("", source.text, count=1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = last = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            if _ends_in_quotes(text, last, delimiter):
                problems.append(source.problem("quote_open", line=last))
            return
        except csv.Error as error:
            raise source.refusal("table_broken", line=line) from error
        yield line, cells
        last, line = line, reader.line_num + 1


def _ends_in_quotes(text: str, line: int, delimiter: str) -> bool:
    """Whether the row that begins on `line` opens a quotation mark that nothing closes."""
    rest = text.split("\n", line - 1)[-1]
    try:
        for _ in csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _header(source: Source, cells: list[str]) -> tuple[str, ...]:
    names = tuple(cell.strip().lstrip("\ufeff") for cell in cells)
    twice = [name for name, count in Counter(names).items() if name and count > 1]
    if twice:
        raise source.refusal("columns_twice", {"columns": ", ".join(sorted(twice))}, line=1)
    return tuple(name or f"column {index}" for index, name in enumerate(names, 1))


def delimiter_of(text: str) -> str:
    """The one that the first line has most of, outside quotes; Excel may name it itself."""
    named = SEPARATOR_HINT.match(text)
    if named:
        return named[1]
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first[:100_000])
    return max(_DELIMITERS, key=lambda d: (bare.count(d), -_DELIMITERS.index(d)))
