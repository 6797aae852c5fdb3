"""Files that appear whole or not at all, on every system."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from qa_desktop.base.ids import new_id

TEMPORARY = ".tmp"

# Virus scanners and indexers on Windows hold a file for a moment just after it was written.
_WAITS_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32) if sys.platform == "win32" else ()
# What file systems without hard links answer.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EXDEV}

_Result = TypeVar("_Result")


@contextmanager
def written_beside(file: Path, *, synced: bool = True) -> Iterator[Path]:
    """A path in the folder of `file` for the block to write; then it takes the place of `file`.

    If the block ends by an exception, `file` is as it was and nothing is left beside it. `synced`
    as in put_in_place. Raises OSError.
    """
    # Not the file's own name with more behind it: that one may already be as long as can be.
    beside = file.with_name(f"{new_id()}{TEMPORARY}")
    try:
        yield beside
        put_in_place(beside, file, synced=synced)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def put_in_place(beside: Path, file: Path, *, synced: bool = True) -> None:
    """Renames `beside`, closed and in the same folder, to `file`, which it replaces.

    `synced`: after a power cut there is the old file or the new one, whole; without it, for what
    can be made again, an empty one is possible too. Raises OSError; then `file` is as it was.
    """
    if synced:
        with beside.open("rb+") as written:
            _sync(written.fileno())
    patiently(lambda: beside.replace(file))
    if synced:
        _sync_folder(file.parent)


def put_in_new_place(beside: Path, file: Path) -> None:
    """Renames `beside`, closed and in the same folder, to `file`, where nothing may be yet.

    Raises FileExistsError, OSError; then `file` is as it was.
    """
    with beside.open("rb+") as written:
        _sync(written.fileno())
    patiently(lambda: _rename(beside, file))
    _sync_folder(file.parent)


def patiently(act: Callable[[], _Result]) -> _Result:
    """Does it again for a while where Windows says that another program holds the file."""
    for wait_s in _WAITS_S:
        try:
            return act()
        except PermissionError:
            time.sleep(wait_s)
    return act()


def _rename(beside: Path, file: Path) -> None:
    """Windows refuses names that are taken; elsewhere a second name for the file does."""
    if sys.platform == "win32":
        beside.rename(file)
    else:
        _link(beside, file)


def _link(beside: Path, file: Path) -> None:
    try:
        os.link(beside, file)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if file.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file)) from None
        beside.rename(file)
    else:
        # Where nobody may delete, it stays; nobody reads it.
        with suppress(OSError):
            beside.unlink()


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync stops at the drive's own cache; not every file system can do more.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut too, where folders can be opened and synced."""
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                _sync(handle)
            finally:
                os.close(handle)
