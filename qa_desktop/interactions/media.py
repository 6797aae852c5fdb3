"""Copies sound files into the workspace, each under the hash of its content."""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import put_in_place

_CHUNK = 1024**2
_INCOMING = ".incoming"
_STALE_S = 24 * 3600


class MediaImport:
    """The sound files of one batch; `roll_back` removes those that it brought.

    `folder` is the workspace's media folder. Files that were there before stay.
    """

    def __init__(self, folder: Path, waiting: Callable[[], None]) -> None:
        self._folder = folder
        self._waiting = waiting
        self._brought: list[Path] = []
        self._swept = False

    def add(self, source: Path, suffix: str, expected_sha256: str | None) -> tuple[str, str]:
        """Its SHA-256, and its path relative to the workspace: "media/ab/<sha256>.<suffix>".

        `suffix` without its dot. Raises ProblemError interactions.changed_meanwhile where the
        content is not `expected_sha256` any more, missing_file or
        unreadable_file, and OSError where the workspace can't be written.
        """
        if not self._swept:
            self._folder.mkdir(parents=True, exist_ok=True)
            _sweep(self._folder)
            self._swept = True
        incoming = self._folder / f"{_INCOMING}-{new_id()}"
        try:
            sha256 = self._copy(source, incoming)
            if expected_sha256 not in (None, sha256):
                where = Where(file=str(source))
                raise ProblemError(Problem(code="interactions.changed_meanwhile", where=where))
            target = self._folder / sha256[:2] / f"{sha256}.{_plain(suffix)}"
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                self._brought.append(target)
                put_in_place(incoming, target)
        finally:
            incoming.unlink(missing_ok=True)
        path = PurePosixPath(self._folder.name, sha256[:2], target.name)
        return sha256, str(path)

    @property
    def brought(self) -> int:
        """How many files, so far."""
        return len(self._brought)

    def roll_back(self, to: int = 0) -> None:
        """Remove what this batch brought, but for the first `to`."""
        for path in self._brought[to:]:
            path.unlink(missing_ok=True)
            with suppress(OSError):
                # Not empty: others' files are in there.
                path.parent.rmdir()
        del self._brought[to:]

    def _copy(self, source: Path, target: Path) -> str:
        """Its SHA-256. What can't be read is a ProblemError, what can't be written an OSError."""
        digest = hashlib.sha256()
        with target.open("xb") as writing:
            for chunk in _chunks(source):
                self._waiting()
                digest.update(chunk)
                writing.write(chunk)
        return digest.hexdigest()


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb") as reading:
            while chunk := reading.read(_CHUNK):
                yield chunk
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise ProblemError(
            Problem(
                code=f"interactions.{'missing_file' if missing else 'unreadable_file'}",
                where=Where(file=str(source)),
                values={"reason": reason_of(error)},
            )
        ) from error


def remove_media(workspace_folder: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Delete sound files that no recording needs; gives back those that couldn't be."""
    stuck: list[str] = []
    for path in paths:
        file = workspace_folder / path
        try:
            file.unlink(missing_ok=True)
        except OSError:
            # Windows keeps a file that is being played; it lies there unused.
            stuck.append(path)
            continue
        with suppress(OSError):
            file.parent.rmdir()
    return tuple(stuck)


def _sweep(folder: Path) -> None:
    """Removes what an import that was killed left half copied, long ago."""
    for path in folder.glob(f"{_INCOMING}-*"):
        if time.time() - path.stat().st_mtime > _STALE_S:
            path.unlink(missing_ok=True)


def _plain(suffix: str) -> str:
    letters = "".join(c for c in suffix.lower() if c.isascii() and c.isalnum())[:8]
    return letters or "bin"
