"""Finds a recording again that is not where it was, by its content, and says where it is now."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.gathering import is_ignored, shown_path
from qa_desktop.interactions.media import MediaImport
from qa_desktop.interactions.media_store import MediaStore
from qa_desktop.interactions.model import Recording
from qa_desktop.interactions.sniffing import SOUND_SUFFIXES

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A recording to find; `size` in bytes where it is remembered, else None."""

    recording: Recording
    size: int | None = None

    @property
    def content(self) -> str:
        return self.recording.media_hash.removeprefix("sha256:")

    @property
    def names(self) -> tuple[str, ...]:
        """What its file may be called."""
        return self.recording.file_name, Path(self.recording.path).name


def content_of(path: Path, progress: Progress, done: int = 0, total: int = 0) -> str:
    """Its SHA-256; `done` of `total` is told all along. Raises OSError, Cancelled."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            progress.report(done, total, shown_path(path.name))
    return digest.hexdigest()


def check_file(wanted: Sequence[Wanted], path: Path, progress: Progress | None = None) -> Wanted:
    """Which of them `path` holds; another recording is refused in words.

    Raises ProblemError interactions.other_recording, interactions.unreadable_file; Cancelled.
    """
    shown = Where(file=shown_path(path))
    try:
        found = _found_in(path, wanted, progress or NoProgress(), 0, 0)
    except OSError as error:
        values = {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="interactions.unreadable_file", where=shown, values=values)
        ) from error
    if found is None:
        values = {"name": _names(wanted)}
        raise ProblemError(Problem(code="interactions.other_recording", where=shown, values=values))
    return found


def search_folder(
    wanted: Sequence[Wanted], folder: Path, progress: Progress | None = None
) -> tuple[tuple[Wanted, Path], ...]:
    """Which of them are below `folder`, and where; files of the same names are tried first.

    Raises ProblemError interactions.not_in_folder where none is; Cancelled.
    """
    progress = progress or NoProgress()
    names = {name.casefold() for one in wanted for name in one.names}
    files: list[Path] = []
    for path in _files(folder):
        if path.name.casefold() in names or path.suffix[1:].lower() in SOUND_SUFFIXES:
            files.append(path)
        progress.report(0, 0, shown_path(path.name))
    files.sort(key=lambda path: (path.name.casefold() not in names, path))
    found: list[tuple[Wanted, Path]] = []
    left = list(wanted)
    for position, path in enumerate(files):
        progress.report(position, len(files), shown_path(path.name))
        try:
            one = _found_in(path, left, progress, position, len(files))
        except OSError:
            # One that can't be read is not the one that could be played.
            continue
        if one is not None:
            found.append((one, path))
            left.remove(one)
        if not left:
            break
    if not found:
        where = Where(file=shown_path(folder))
        values: dict[str, str | int] = {"name": _names(wanted), "files": len(files)}
        raise ProblemError(Problem(code="interactions.not_in_folder", where=where, values=values))
    return tuple(found)


def _found_in(
    path: Path, wanted: Sequence[Wanted], progress: Progress, done: int, total: int
) -> Wanted | None:
    """Read only where the size fits. Raises OSError, Cancelled."""
    size = path.stat().st_size
    fitting = [one for one in wanted if one.size in (None, size)]
    if not fitting:
        return None
    content = content_of(path, progress, done, total)
    return next((one for one in fitting if one.content == content), None)


def _names(wanted: Sequence[Wanted]) -> str:
    return ", ".join(dict.fromkeys(one.recording.file_name for one in wanted))


def take_found(
    wanted: Wanted,
    found: Path,
    store: MediaStore,
    workspace: Workspace,
    progress: Progress | None = None,
) -> None:
    """Every recording with this content is at `found` from now on.

    Those that were copied into the workspace get their copy back. Raises ProblemError
    interactions.changed_meanwhile, interactions.media_not_restored, interactions.odd_path;
    Cancelled.
    """
    progress = progress or NoProgress()
    same = store.recordings_of(wanted.recording.media_hash)
    if any(one.referenced for one in same):
        place = str(found.resolve())
        if shown_path(place) != place:
            raise ProblemError(
                Problem(code="interactions.odd_path", where=Where(file=shown_path(place)))
            )
        store.refer_to(wanted.recording.media_hash, place)
    for path in sorted({one.path for one in same if not one.referenced}):
        if not (workspace.folder / path).is_file():
            _restore(wanted, found, path, workspace, progress)
            store.note_restored(wanted.recording.media_hash, path)


def _restore(
    wanted: Wanted, found: Path, path: str, workspace: Workspace, progress: Progress
) -> None:
    name = shown_path(found.name)
    media = MediaImport(workspace.media_folder, lambda: progress.report(0, 0, name))
    try:
        media.add(found, Path(path).suffix[1:], wanted.content)
    except OSError as error:
        where = Where(file=str(workspace.folder / path))
        values = {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="interactions.media_not_restored", where=where, values=values)
        ) from error


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_ignored(name))
        for name in sorted(files):
            path = Path(here) / name
            if not is_ignored(name) and path.is_file():
                yield path
