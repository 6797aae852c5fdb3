"""Reads XLSX of unknown origin as grids: bounded, values alone, with the place of every fault."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

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

# What a form of many hundred items takes is a hundredth of it; 1 MB is read in about 0.2 s.
MAX_SHEET_BYTES = 12 * 1024**2
MAX_TOTAL_BYTES = 32 * 1024**2
MAX_PARTS = 2_000
MAX_SHEETS = 50

_SHEET = re.compile(r"xl/(worksheets|chartsheets)/.*\.xml", re.IGNORECASE)
_READ = re.compile(r"(\[Content_Types\]\.xml|.*\.(xml|rels))", re.IGNORECASE)
_NEEDED = re.compile(r"(\[Content_Types\]|_rels/|docProps/|xl/)", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|<\x00!\x00(D\x00O\x00C|E\x00N\x00T)", re.IGNORECASE)
_CHUNK = 1024**2
_DIGITS = 15


def read_xlsx(data: bytes, file: str, waiting: Callable[[], None]) -> list[Grid]:
    """Its sheets in order, hidden ones last. Formulas count with the result that was saved last;
    macros, links to other files and pictures are left out.

    Raises ProblemError for what is no workbook, is locked or is out of all measure.
    """
    whole = _checked(data, file, waiting)
    import openpyxl

    try:
        with warnings.catch_warnings():
            # It tells of what it leaves out: drawings, extensions, styles it can't keep.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(whole), data_only=True, keep_links=False)
            written = _looked_over(whole, openpyxl, waiting)
    except ProblemError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises anything at all over damaged files
        raise ProblemError(_not_a_workbook(file, error)) from None
    sheets = sorted(book.worksheets[:MAX_SHEETS], key=lambda s: s.sheet_state != "visible")
    return [_grid(sheet, file, written[sheet.title]) for sheet in sheets]


def _not_a_workbook(file: str, error: Exception) -> Problem:
    said = (str(error) or type(error).__name__)[:200]
    return Problem(code="exchange.not_a_workbook", where=Where(file=file), values={"said": said})


def _checked(data: bytes, file: str, waiting: Callable[[], None]) -> bytes:
    """The same workbook, rewritten from the parts that were looked through and are of use."""
    where = Where(file=file)
    total = 0
    kept = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as out,
        ):
            infos = archive.infolist()
            if len(infos) > MAX_PARTS:
                raise ProblemError(_too_large(where))
            for info in infos:
                waiting()
                if not _READ.fullmatch(info.filename) or not _NEEDED.match(info.filename):
                    continue
                limit = MAX_SHEET_BYTES if _SHEET.fullmatch(info.filename) else MAX_TOTAL_BYTES
                part = _part(archive, info, min(limit, MAX_TOTAL_BYTES - total), where)
                total += len(part)
                out.writestr(info.filename, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as error:
        raise ProblemError(_not_a_workbook(file, error)) from None
    except NotImplementedError as error:
        raise ProblemError(_not_a_workbook(file, error)) from None
    return kept.getvalue()


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, where: Where) -> bytes:
    """Bytes are counted as they come, whatever the archive's directory claims."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise ProblemError(_too_large(where))
            chunks.append(chunk)
    part = b"".join(chunks)
    if _DOCTYPE.search(part):
        # No spreadsheet program writes any; they serve to blow files up and to fetch others.
        raise ProblemError(Problem(code="exchange.doctype", where=where))
    return part


def _too_large(where: Where) -> Problem:
    values = {"megabytes": MAX_SHEET_BYTES // 1024**2}
    return Problem(code="exchange.too_large", where=where, values=values)


@dataclass(frozen=True, slots=True)
class _Written:
    """`formulas`: where some stand, from 0; `beyond`: something stands past the rows we read."""

    formulas: set[tuple[int, int]]
    beyond: bool


def _looked_over(whole: bytes, openpyxl: Any, waiting: Callable[[], None]) -> dict[str, _Written]:
    """By sheet, what only the file as it was written tells."""
    book = openpyxl.load_workbook(io.BytesIO(whole), read_only=True, keep_links=False)
    found: dict[str, _Written] = {}
    for sheet in book.worksheets[:MAX_SHEETS]:
        formulas: set[tuple[int, int]] = set()
        for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
            waiting()
            formulas.update((c.row - 1, c.column - 1) for c in row if c.data_type == "f")
        # Programs give empty rows to the very end a colour; only what is written counts.
        more = sheet.iter_rows(min_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)
        beyond = any(value is not None for row in more for value in row)
        found[sheet.title] = _Written(formulas, beyond)
    book.close()
    return found


def _grid(sheet: Any, file: str, written: _Written) -> Grid:
    rows: list[list[Cell]] = []
    problems: list[Problem] = []
    blank = Grid(file=file, name=sheet.title, rows=())
    height = min(sheet.max_row or 0, MAX_ROWS)
    width = min(sheet.max_column or 0, MAX_COLUMNS)
    for r, row in enumerate(sheet.iter_rows(max_row=max(height, 1), max_col=max(width, 1))):
        cells = []
        for c, cell in enumerate(row):
            made = _cell(cell)
            if cell.data_type == "e":
                problems.append(blank.problem("error_value", r, c, value=made.text))
                made = Cell()
            elif not made.text and (r, c) in written.formulas:
                problems.append(blank.problem("formula_without_result", r, c))
            cells.append(made)
        rows.append(cells)
    if written.beyond:
        where = Where(file=file, path=sheet.title)
        values: dict[str, str | int | float] = {"limit": MAX_ROWS, "sheet": sheet.title}
        problems.append(Problem(code="exchange.rows_beyond", where=where, values=values))
    spans = tuple(
        Span(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1)
        for r in sheet.merged_cells.ranges
        if r.min_row <= MAX_ROWS and r.min_col <= MAX_COLUMNS
    )
    return Grid(
        file=file,
        name=sheet.title,
        rows=trimmed(rows),
        spans=tuple(sorted(spans[:MAX_ROWS], key=lambda s: (s.top, s.left))),
        problems=tuple(problems),
    )


def _cell(cell: Any) -> Cell:
    value = cell.value
    match value:
        case None:
            return Cell()
        case bool():
            return Cell("TRUE" if value else "FALSE")
        case int() | float():
            return _number(value, str(cell.number_format or ""))
        case datetime() | date() | time():
            return Cell(value.isoformat().removesuffix("T00:00:00"))
    return Cell(" ".join(str(value).replace("\r\n", "\n").split(" "))[:MAX_CELL_CHARACTERS].strip())


def _number(value: float, number_format: str) -> Cell:
    """Without what a binary fraction adds to the figure that was typed."""
    number = Decimal(format(value, f".{_DIGITS}g"))
    if not number.is_finite():
        return Cell()
    percent = "%" in number_format
    shown = number * 100 if percent else number
    text = format(shown, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Cell(f"{text}%" if percent else text, number, percent)
