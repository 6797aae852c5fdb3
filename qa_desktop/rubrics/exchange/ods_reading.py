"""Reads OpenDocument spreadsheets (LibreOffice's own files) as grids."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.exchange.grid import (
    MAX_CELL_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Grid,
    Span,
    trimmed,
)

MAX_CONTENT_BYTES = 24 * 1024**2
_CHUNK = 256 * 1024
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def read_ods(data: bytes, file: str, waiting: Callable[[], None]) -> list[Grid]:
    """Raises ProblemError as `read_xlsx` does."""
    where = Where(file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo("content.xml")
            if "META-INF/manifest.xml" in archive.namelist() and _is_locked(archive):
                raise ProblemError(Problem(code="exchange.locked_workbook", where=where))
            with archive.open(info) as stream:
                return list(_sheets(iter(lambda: stream.read(_CHUNK), b""), file, waiting))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, ParseError) as error:
        said = (str(error) or type(error).__name__)[:200]
        problem = Problem(code="exchange.not_a_workbook", where=where, values={"said": said})
        raise ProblemError(problem) from None


def _is_locked(archive: zipfile.ZipFile) -> bool:
    with archive.open("META-INF/manifest.xml") as stream:
        return b"encryption-data" in stream.read(_CHUNK)


def _sheets(chunks: Iterator[bytes], file: str, waiting: Callable[[], None]) -> Iterator[Grid]:
    parser: XMLPullParser[Any] = XMLPullParser(events=("start", "end"))
    size = 0
    sheet: _Sheet | None = None
    for chunk in chunks:
        waiting()
        size += len(chunk)
        if size > MAX_CONTENT_BYTES:
            values = {"megabytes": MAX_CONTENT_BYTES // 1024**2}
            where = Where(file=file)
            raise ProblemError(Problem(code="exchange.too_large", where=where, values=values))
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            raise ProblemError(Problem(code="exchange.doctype", where=Where(file=file)))
        parser.feed(chunk)
        for event, element in _events(parser):
            if event == "start" and element.tag == f"{_TABLE}table":
                sheet = _Sheet(file, element.get(f"{_TABLE}name", ""))
            elif event == "end" and element.tag == f"{_TABLE}table-row" and sheet is not None:
                sheet.take_row(element)
                element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table" and sheet is not None:
                yield sheet.grid()
                sheet = None


def _events(parser: "XMLPullParser[Any]") -> Iterator[tuple[str, Element]]:
    for told in parser.read_events():
        # The stubs know of events that were not asked for.
        yield cast("tuple[str, Element]", told)


class _Sheet:
    """Gathers the rows of one sheet; repeated ones are written out within the limits."""

    def __init__(self, file: str, name: str) -> None:
        self._blank = Grid(file=file, name=name, rows=())
        self._rows: list[list[Cell]] = []
        self._spans: list[Span] = []
        self._problems: list[Problem] = []
        self._beyond = False

    def take_row(self, element: Element) -> None:
        times = _count(element, "number-rows-repeated")
        cells = self._cells(element)
        filled = any(cell.text for cell in cells)
        for _ in range(min(times, MAX_ROWS - len(self._rows))):
            self._rows.append(list(cells))
        self._beyond = self._beyond or (filled and len(self._rows) == MAX_ROWS)

    def grid(self) -> Grid:
        if self._beyond:
            values: dict[str, str | int | float] = {"limit": MAX_ROWS, "sheet": self._blank.name}
            where = Where(file=self._blank.file, path=self._blank.name)
            self._problems.append(Problem(code="exchange.rows_beyond", where=where, values=values))
        return Grid(
            file=self._blank.file,
            name=self._blank.name,
            rows=trimmed(self._rows),
            spans=tuple(self._spans),
            problems=tuple(self._problems),
        )

    def _cells(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        top = len(self._rows)
        for element in row:
            if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            cell = self._cell(element, top, len(cells))
            down = _count(element, "number-rows-spanned")
            right = _count(element, "number-columns-spanned")
            left = len(cells)
            if (down > 1 or right > 1) and left < MAX_COLUMNS and top < MAX_ROWS:
                self._spans.append(Span(top, left, top + down - 1, left + right - 1))
            covered = element.tag == f"{_TABLE}covered-table-cell"
            times = min(_count(element, "number-columns-repeated"), MAX_COLUMNS - left)
            cells += [Cell() if covered else cell] * times
        return cells

    def _cell(self, element: Element, row: int, column: int) -> Cell:
        text = "\n".join(_paragraph(p) for p in element.iter(f"{_TEXT}p")).strip()
        kind = element.get(f"{_OFFICE}value-type", "")
        formula = element.get(f"{_TABLE}formula")
        if text.startswith(("#", "Err:")) and formula is not None:
            self._problems.append(self._blank.problem("error_value", row, column, value=text[:20]))
            return Cell()
        if formula is not None and not kind:
            self._problems.append(self._blank.problem("formula_without_result", row, column))
        if kind in ("float", "percentage", "currency"):
            try:
                number = Decimal(element.get(f"{_OFFICE}value", ""))
            except InvalidOperation:
                return Cell(text[:MAX_CELL_CHARACTERS])
            plain = Decimal(format(float(number), ".15g"))
            return Cell(text or format(plain, "f"), plain, kind == "percentage")
        return Cell(text[:MAX_CELL_CHARACTERS])


def _paragraph(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * _number(child.get(f"{_TEXT}c"), 1))
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        else:
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _count(element: Element, name: str) -> int:
    return _number(element.get(f"{_TABLE}{name}"), 1)


def _number(text: str | None, fallback: int) -> int:
    return min(int(text), 2**20) if text and text.isdecimal() and len(text) < 10 else fallback
