"""A folder that people share: everybody only ever creates files, each under a name of its own."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.base.whole_files import TEMPORARY, patiently, put_in_new_place
from qa_desktop.calibration.files.bundle import MOST_BYTES
from qa_desktop.calibration.files.file_names import (
    CLOSING_ENDING,
    INVITATION_ENDING,
    KEYS_ENDING,
    REVEAL_ENDING,
    SUBMISSION_ENDING,
)
from qa_desktop.calibration.files.identity import CARD_ENDING, MOST_CARD_BYTES

_MIB = 1024**2
# A longer file is none of ours.
MOST_FILE_BYTES: Mapping[str, int] = {
    CARD_ENDING: MOST_CARD_BYTES,
    SUBMISSION_ENDING: 2 * _MIB,
    CLOSING_ENDING: 8 * _MIB,
    KEYS_ENDING: 2 * _MIB,
    INVITATION_ENDING: MOST_BYTES + 16 * _MIB,
    REVEAL_ENDING: MOST_BYTES + 16 * _MIB,
}
_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_CHUNK = _MIB
_HIDDEN_ON_WINDOWS = 0x2


def put(folder: Path, name: str, content: bytes | Path, progress: Progress | None = None) -> None:
    """The file is there whole or not at all; that it is there already is fine.

    Raises ProblemError calibration.folder_away, folder_full, folder_read_only: another time it may
    work; calibration.name_taken: other bytes have that name; calibration.file_unreadable:
    `content` is gone. Cancelled.
    """
    if Path(name).name != name or Path(name).suffix not in MOST_FILE_BYTES:
        raise ValueError("not a name for the shared folder")
    target, beside = folder / name, folder / f"{new_id()}{TEMPORARY}"
    try:
        if target.exists():
            _check_same(target, content)
            return
        _write(beside, content, progress or NoProgress())
        put_in_new_place(beside, target)
    except FileExistsError:
        _check_same(target, content)
    except OSError as error:
        raise _problem(error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def listing(folder: Path) -> tuple[Path, ...]:
    """The files that may be ours, by name; what is in the making, hidden, a link, a copy that some
    program made of a conflict, or too large is passed over. Raises ProblemError
    calibration.folder_away.
    """
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(folder / entry.name for entry in entries if _may_be_ours(entry)))
    except OSError as error:
        values = {"reason": reason_of(error)}
        raise ProblemError(Problem(code="calibration.folder_away", values=values)) from error


def read(file: Path) -> bytes:
    """A small file whole: anything but invitations and reveals, which are opened in place.

    Raises ProblemError calibration.file_too_large, file_unreadable.
    """
    limit = min(MOST_FILE_BYTES.get(file.suffix, _MIB), 8 * _MIB)
    where = Where(file=file.name)
    try:
        with patiently(lambda: file.open("rb")) as source:
            data = source.read(limit + 1)
    except OSError as error:
        values = {"reason": reason_of(error)}
        code = "calibration.file_unreadable"
        raise ProblemError(Problem(code=code, where=where, values=values)) from error
    if len(data) > limit:
        code = "calibration.file_too_large"
        raise ProblemError(Problem(code=code, where=where, values={"limit_kib": limit // 1024}))
    return data


def _may_be_ours(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    limit = MOST_FILE_BYTES.get(Path(name).suffix)
    if limit is None or name.startswith((".", "~$")) or "sync-conflict" in name:
        return False
    try:
        if not entry.is_file(follow_symlinks=False):
            return False
        told = entry.stat(follow_symlinks=False)
    except OSError:
        # Gone since the folder was listed.
        return False
    hidden = getattr(told, "st_file_attributes", 0) & _HIDDEN_ON_WINDOWS
    return not hidden and 0 < told.st_size <= limit


def _write(file: Path, content: bytes | Path, progress: Progress) -> None:
    total = len(content) if isinstance(content, bytes) else _size(content)
    done = 0
    with file.open("xb") as sink:
        for chunk in _chunks(content):
            sink.write(chunk)
            done += len(chunk)
            progress.report(done, total)


def _check_same(target: Path, content: bytes | Path) -> None:
    try:
        with patiently(lambda: target.open("rb")) as there:
            same = all(there.read(len(chunk)) == chunk for chunk in _chunks(content))
            same = same and not there.read(1)
    except OSError as error:
        raise _problem(error) from error
    if not same:
        values = {"name": target.name}
        raise ProblemError(Problem(code="calibration.name_taken", values=values))


def _size(content: Path) -> int:
    try:
        return content.stat().st_size
    except OSError as error:
        raise _unreadable(error) from error


def _chunks(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    try:
        source = content.open("rb")
    except OSError as error:
        raise _unreadable(error) from error
    with source:
        while chunk := source.read(_CHUNK):
            yield chunk


def _unreadable(error: OSError) -> ProblemError:
    values = {"reason": reason_of(error)}
    return ProblemError(Problem(code="calibration.file_unreadable", values=values))


def _problem(error: OSError) -> ProblemError:
    if error.errno in _FULL:
        return ProblemError(Problem(code="calibration.folder_full"))
    values = {"reason": reason_of(error)}
    if error.errno in _READ_ONLY:
        return ProblemError(Problem(code="calibration.folder_read_only", values=values))
    return ProblemError(Problem(code="calibration.folder_away", values=values))
