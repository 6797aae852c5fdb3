"""Reads CSV and TSV of any encoding and delimiter as a grid."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable

from qa_desktop.base.decoding import decode
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.exchange.grid import (
    MAX_CELL_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Grid,
    trimmed,
)

_DELIMITERS = (",", "\t", ";", "|", "，")
_HINT = re.compile(r"\A\s*\"?sep=(.)\"?[ \t]*\n", re.IGNORECASE)
_SAMPLE_ROWS = 30


def read_csv(data: bytes, file: str, waiting: Callable[[], None]) -> Grid:
    """Raises ProblemError where the bytes are no text or no table."""
    text = decode(data, file).text
    hint = _HINT.match(text)
    delimiter = hint[1] if hint else _delimiter(text)
    if hint:
        # An empty line in its stead keeps the numbers of the rows.
        text = "\n" + text[hint.end() :]
    rows: list[list[Cell]] = []
    problems: list[Problem] = []
    # Of the whole process: raised for a long cell, never lowered for whoever reads next.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            waiting()
            if len(rows) == MAX_ROWS:
                problems.append(_beyond(file))
                break
            rows.append([_cell(cell) for cell in cells[:MAX_COLUMNS]])
    except csv.Error as error:
        where = Where(file=file, line=reader.line_num)
        values = {"said": str(error)[:200]}
        raise ProblemError(
            Problem(code="exchange.table_broken", where=where, values=values)
        ) from None
    return Grid(file=file, name="", rows=trimmed(rows), problems=tuple(problems))


def _cell(text: str) -> Cell:
    return Cell(text.strip().lstrip("\ufeff")[:MAX_CELL_CHARACTERS])


def _beyond(file: str) -> Problem:
    return Problem(
        code="exchange.rows_beyond", where=Where(file=file), values={"limit": MAX_ROWS, "sheet": ""}
    )


def _delimiter(text: str) -> str:
    """The one that cuts the most rows into equally many cells, at least two."""
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
        widths: Counter[int] = Counter()
        try:
            for _, row in zip(range(_SAMPLE_ROWS), reader, strict=False):
                widths[len(row)] += 1
        except csv.Error:
            continue
        score = max(
            (count * min(width, 12) for width, count in widths.items() if width > 1), default=0
        )
        if score > most:
            best, most = delimiter, score
    return best
