"""Reads what a database file says of itself without SQLite opening, and so touching, it."""

import struct
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.connection import APPLICATION_ID, made_by, too_new
from qa_desktop.database.schema_version import SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
# The database's header, and that of the b-tree page it begins.
_START_BYTES = _HEADER_BYTES + 8
_WAL_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    application_id: int
    user_version: int


def check_header(file: Path) -> None:
    """Raises ProblemError database.damaged, .not_ours or .too_new; a missing or empty file is new.

    The schema's version may so far stand in the write-ahead log alone, after a kill in the middle
    of a migration: then the log counts.
    """
    start = _head(file, _START_BYTES)
    if not start:
        return
    if not start.startswith(_MAGIC) or len(start) < _START_BYTES:
        raise ProblemError(Problem(code="database.damaged", where=Where(file=str(file))))
    for page in (start, _first_page_in_log(file.with_name(file.name + "-wal"))):
        if page is None:
            continue
        header = _parse(page)
        if header.application_id != APPLICATION_ID and not _is_new(header, page):
            raise ProblemError(Problem(code="database.not_ours", where=Where(file=str(file))))
        if header.user_version > SCHEMA_VERSION:
            raise ProblemError(too_new(file, header.user_version, made_by(file)))


def _parse(page: bytes) -> Header:
    (user_version,) = struct.unpack_from(">i", page, 60)
    (application_id,) = struct.unpack_from(">i", page, 68)
    return Header(application_id=application_id, user_version=user_version)


def _is_new(header: Header, page: bytes) -> bool:
    """Whether the schema is still empty: its first page is then a leaf (13) without cells."""
    if header != Header(application_id=0, user_version=0):
        return False
    return page[_HEADER_BYTES] == 13 and page[_HEADER_BYTES + 3 : _HEADER_BYTES + 5] == bytes(2)


def _first_page_in_log(log: Path) -> bytes | None:
    """The newest committed copy of the database's first page; None when there is none."""
    header = _head(log, _WAL_HEADER_BYTES)
    if len(header) < _WAL_HEADER_BYTES:
        return None
    page_bytes = struct.unpack_from(">I", header, 8)[0]
    salts, newest, uncommitted = header[16:24], None, None
    with log.open("rb") as frames:
        frames.seek(_WAL_HEADER_BYTES)
        while len(frame := frames.read(_FRAME_HEADER_BYTES)) == _FRAME_HEADER_BYTES:
            number, pages_after_commit = struct.unpack_from(">II", frame)
            page = frames.read(page_bytes)
            # Frames with other salts are left from before the log was last restarted.
            if frame[8:16] != salts or len(page) < page_bytes:
                break
            if number == 1:
                uncommitted = page
            if pages_after_commit:
                newest, uncommitted = uncommitted or newest, None
    return newest


def _head(file: Path, length: int) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(length)
    except FileNotFoundError:
        return b""
