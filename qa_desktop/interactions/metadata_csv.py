"""Reads tables of what the contact centre knows, and finds each interaction's row."""

import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from qa_desktop.audio.source import MAX_DURATION_H
from qa_desktop.base.decoding import decode
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.interactions import metadata_values as cells
from qa_desktop.interactions.metadata_columns import (
    FILE,
    ID,
    OFFSET,
    Columns,
    columns_of,
    is_metadata,
)
from qa_desktop.interactions.model import Metadata
from qa_desktop.interactions.names import call_name
from qa_desktop.interactions.parsers.dates import DateOrder
from qa_desktop.interactions.parsers.tables import SEPARATOR_HINT, delimiter_of

_MAX_CELL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataRow:
    """One row; `names` are the ways in which an interaction may be called by it.

    `call` is the id beside a file's name: rows that share it are of one call's recordings, each
    of which begins `offset_ms` after the call, None where the row doesn't say.
    """

    line: int
    key: str
    names: tuple[str, ...]
    metadata: Metadata
    call: str | None = None
    offset_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataTable:
    """A whole file. `problems` are cells and rows that were left out."""

    rows: tuple[MetadataRow, ...]
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class MetadataIndex:
    """The rows of all tables by name, and which of them were asked for."""

    by_name: dict[str, tuple[str, MetadataRow]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)
    tables: dict[str, MetadataTable] = field(default_factory=dict)

    def add(self, shown: str, table: MetadataTable) -> None:
        """Of two tables that know the same name the first counts."""
        self.tables[shown] = table
        for row in table.rows:
            for name in row.names:
                self.by_name.setdefault(name, (shown, row))

    def find(self, names: Iterable[str]) -> Metadata | None:
        """The facts under the first of `names` that a table has."""
        for name in names:
            found = self.by_name.get(fold_name(name))
            if found is not None:
                self.used.add((found[0], found[1].line))
                return found[1].metadata
        return None

    def row_of(self, names: Iterable[str]) -> MetadataRow | None:
        """As `find`, without noting that the row served something."""
        found = (self.by_name.get(fold_name(name)) for name in names)
        return next((row for _, row in filter(None, found)), None)

    def use(self, shown: str, row: MetadataRow) -> None:
        """Note that a row of a table served something."""
        self.used.add((shown, row.line))

    def unmatched(self, shown: str) -> tuple[MetadataRow, ...]:
        """Rows of a table that no interaction asked for."""
        rows = self.tables[shown].rows
        return tuple(row for row in rows if (shown, row.line) not in self.used)


def read_metadata(data: bytes, name: str, *, asked_for: bool) -> MetadataTable | None:
    """The table in `data`; None when it is no metadata and nobody said that it were.

    Raises ProblemError: parsers.* where the bytes are no text, and, when it was `asked_for`,
    interactions.metadata_no_key, metadata_no_columns or metadata_empty.
    """
    decoded = decode(data, name)
    delimiter = delimiter_of(decoded.text)
    table = _Reader(name, decoded.text, delimiter)
    header = table.header()
    if not asked_for and not is_metadata(header):
        return None
    columns = columns_of(header)
    where = Where(file=name, line=1)
    if not columns.keys:
        values = {"columns": ", ".join(title for title in header if title)[:200]}
        raise ProblemError(Problem(code="interactions.metadata_no_key", where=where, values=values))
    if not columns.fields and OFFSET not in columns.places:
        values = {"columns": ", ".join(columns.unknown)[:200]}
        raise ProblemError(
            Problem(code="interactions.metadata_no_columns", where=where, values=values)
        )
    rows = table.rows(columns)
    if not rows and not table.problems:
        raise ProblemError(Problem(code="interactions.metadata_empty", where=where))
    return MetadataTable(
        rows=rows,
        problems=(*decoded.problems, *table.problems),
        encoding=decoded.encoding,
        fields=columns.fields,
    )


def names_of(shown: str, external_id: str | None = None) -> tuple[str, ...]:
    """The ways in which a row may call a file: its path, name, stem, the call's name, its id."""
    path = shown.replace("\\", "/")
    name = path.rpartition("/")[2]
    folders = path.split("/")
    tails = ["/".join(folders[-depth:]) for depth in range(min(len(folders), 4), 1, -1)]
    return tuple(
        dict.fromkeys(
            text for text in (path, *tails, name, _stem(name), external_id, call_name(name)) if text
        )
    )


class _Reader:
    """Goes through one table and gathers what is wrong with it."""

    def __init__(self, name: str, text: str, delimiter: str) -> None:
        self.problems: list[Problem] = []
        self._name = name
        csv.field_size_limit(_MAX_CELL)
        table = SEPARATOR_HINT.sub("", text, count=1)
        self._rows = csv.reader(io.StringIO(table), delimiter=delimiter)

    def header(self) -> list[str]:
        try:
            return next((row for row in self._rows if any(cell.strip() for cell in row)), [])
        except csv.Error:
            return []

    def rows(self, columns: Columns) -> tuple[MetadataRow, ...]:
        read = [(line, row) for line, row in self._lines() if any(cell.strip() for cell in row)]
        readers = self._cell_readers(columns, [row for _, row in read])
        seen: dict[str, tuple[int, Metadata]] = {}
        rows: list[MetadataRow] = []
        for line, row in read:
            names = _row_names(columns, row)
            if not names:
                self._complain("metadata_row_nameless", line)
                continue
            metadata = self._metadata(columns, readers, line, row)
            before = seen.setdefault(names[0], (line, metadata))
            if before[0] == line:
                key = _cell(columns, row, columns.keys[0]) or names[0]
                rows.append(
                    MetadataRow(
                        line=line,
                        key=key,
                        names=names,
                        metadata=metadata,
                        call=_call_of(columns, row),
                        offset_ms=self._offset_ms(columns, line, row),
                    )
                )
            elif before[1] != metadata:
                self._complain("metadata_row_twice", line, key=names[0], first=before[0])
        return _unambiguous(rows)

    def _lines(self) -> Iterable[tuple[int, list[str]]]:
        while True:
            try:
                row = next(self._rows, None)
            except csv.Error as error:
                self._complain("metadata_row_broken", self._rows.line_num, detail=str(error))
                return
            if row is None:
                return
            yield self._rows.line_num, row

    def _cell_readers(
        self, columns: Columns, rows: list[list[str]]
    ) -> Mapping[str, Callable[[str], Any]]:
        dates = [text for row in rows if (text := _cell(columns, row, "started_at"))]
        guess = cells.date_order(dates)
        order = guess.order if guess else DateOrder.DAY_MONTH_YEAR
        if guess and not guess.certain:
            place = columns.places["started_at"] + 1
            self._complain("metadata_date_order", 1, column=place, order=order.value)
        return {
            "direction": cells.direction_cell,
            "language": cells.language_cell,
            "tags": cells.tags_cell,
            "csat": lambda text: cells.number_cell(text, 0, 100),
            "nps": lambda text: cells.number_cell(text, -100, 100),
            "handle_time_s": lambda text: cells.seconds_cell(text, columns.seconds),
            "transfers": cells.count_cell,
            "started_at": lambda text: cells.moment_cell(text, order),
        }

    def _metadata(
        self,
        columns: Columns,
        readers: Mapping[str, Callable[[str], Any]],
        line: int,
        row: list[str],
    ) -> Metadata:
        values: dict[str, Any] = {}
        for name in columns.fields:
            text = _cell(columns, row, name)
            if not text or text.casefold() in ("n/a", "na", "null", "none", "nan", "-"):
                continue
            value = readers[name](text) if name in readers else text
            if value is None:
                place = columns.places[name] + 1
                self._complain(f"metadata_bad_{name}", line, column=place, value=text[:60])
            else:
                values[name] = value
        return Metadata(**values)

    def _offset_ms(self, columns: Columns, line: int, row: list[str]) -> int | None:
        text = _cell(columns, row, OFFSET)
        if not text:
            return None
        offset_s = cells.seconds_cell(text, columns.offset_seconds)
        if offset_s is None or offset_s > MAX_DURATION_H * 3600:
            place = columns.places[OFFSET] + 1
            self._complain("metadata_bad_offset", line, column=place, value=text[:60])
            return None
        return round(offset_s * 1000)

    def _complain(self, code: str, line: int, column: int | None = None, **values: Any) -> None:
        where = Where(file=self._name, line=line, column=column)
        self.problems.append(Problem(code=f"interactions.{code}", where=where, values=values))


def _cell(columns: Columns, row: list[str], name: str) -> str:
    place = columns.places.get(name)
    return cells.text_cell(row[place]) if place is not None and place < len(row) else ""


def _call_of(columns: Columns, row: list[str]) -> str | None:
    """The id of a row that names a file too."""
    if not _cell(columns, row, FILE):
        return None
    return _cell(columns, row, ID) or None


def _row_names(columns: Columns, row: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    file = _cell(columns, row, FILE).replace("\\", "/")
    if file:
        name = file.rpartition("/")[2]
        names += [file, name, _stem(name)]
    if external_id := _cell(columns, row, ID):
        names.append(external_id)
    return tuple(dict.fromkeys(fold_name(name) for name in names if name))


def _unambiguous(rows: list[MetadataRow]) -> tuple[MetadataRow, ...]:
    """Without the short names that rows about files of the same name in other folders share."""
    uses = Counter(name for row in rows for name in row.names)
    return tuple(
        replace(row, names=tuple(n for i, n in enumerate(row.names) if i == 0 or uses[n] == 1))
        for row in rows
    )


def _stem(name: str) -> str:
    """Without an extension; "call.1" has none."""
    stem, _, extension = name.rpartition(".")
    return stem if stem and 1 < len(extension) <= 5 and not extension.isdigit() else name


def fold_name(name: str) -> str:
    """For comparing: width and case of letters make no difference."""
    return unicodedata.normalize("NFKC", name).casefold()
