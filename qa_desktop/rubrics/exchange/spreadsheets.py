"""Reads any spreadsheet file that teams keep their forms in."""

from collections.abc import Callable
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.rubrics.exchange.csv_reading import read_csv
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.ods_reading import read_ods
from qa_desktop.rubrics.exchange.xlsx_reading import read_xlsx
from qa_desktop.rubrics.files import unreadable

MAX_FILE_BYTES = 16 * 1024**2
_PACKED = (".xlsx", ".xlsm", ".xltx", ".ods")

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
# The stream of an encrypted workbook, in the directory of the container that holds it.
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_spreadsheet(path: Path, progress: Progress | None = None) -> tuple[Grid, ...]:
    """Its sheets that hold something. What it is, its content says, not its name.

    Raises ProblemError: unreadable, too large, locked, of an old format, no table.
    """
    progress = progress or NoProgress()
    progress.report(0, 0, path.name)
    data = read_bytes(path)

    def waiting() -> None:
        progress.report(0, 0, path.name)

    grids = _grids(data, path.name, waiting)
    filled = tuple(grid for grid in grids if grid.rows or grid.problems)
    if not filled:
        raise ProblemError(Problem(code="exchange.no_cells", where=Where(file=path.name)))
    return filled


def _grids(data: bytes, name: str, waiting: Callable[[], None]) -> list[Grid]:
    if data.startswith(_OLE):
        code = "exchange.locked_workbook" if _LOCKED in data else "exchange.old_workbook"
        raise ProblemError(Problem(code=code, where=Where(file=name)))
    if data.startswith(_ZIP):
        if _ODS in data[:200]:
            return read_ods(data, name, waiting)
        return read_xlsx(data, name, waiting)
    if name.lower().endswith(_PACKED) or data.lstrip()[:1] == b"<":
        # Web pages that call themselves workbooks, above all.
        values = {"said": "no ZIP"}
        where = Where(file=name)
        raise ProblemError(Problem(code="exchange.not_a_workbook", where=where, values=values))
    return [read_csv(data, name, waiting)]


def read_bytes(path: Path) -> bytes:
    """Raises ProblemError: unreadable, or larger than any form."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ProblemError(unreadable(path, error)) from None
    if len(data) > MAX_FILE_BYTES:
        values = {"megabytes": MAX_FILE_BYTES // 1024**2}
        where = Where(file=path.name)
        raise ProblemError(Problem(code="exchange.too_large", where=where, values=values))
    return data
