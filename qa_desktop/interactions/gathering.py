"""Finds the files of an import: in folders, in archives, or named one by one."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.database.workspace import DATABASE_NAME
from qa_desktop.interactions.archives import members
from qa_desktop.interactions.names import NameParts, name_parts
from qa_desktop.interactions.options import ImportLimits
from qa_desktop.interactions.scratch import Scratch
from qa_desktop.interactions.sniffing import HEAD_BYTES, Nature, sniff


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file to import.

    `path` is where its bytes are; `shown` is the name people know, which for a member of an
    archive is "archive.zip/inside". `named` tells that the person pointed at this very file.
    """

    path: Path
    shown: str
    size: int
    nature: Nature
    named: bool
    archived: bool = False

    @property
    def name(self) -> str:
        return self.shown.replace("\\", "/").rpartition("/")[2]

    @property
    def folder(self) -> str:
        return self.shown.replace("\\", "/").rpartition("/")[0]

    @property
    def suffix(self) -> str:
        """Lower case, without its dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def parts(self) -> NameParts:
        return name_parts(self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that could not even be looked at, or that is left aside (`failed` False)."""

    shown: str
    problem: Problem
    failed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    files: tuple[SourceFile, ...]
    refusals: tuple[Refusal, ...]


_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")
_TEMPORARY = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", ".bak", "~")
_SYSTEM_FILES = {"thumbs.db", "desktop.ini", "__macosx", "lost+found"}


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is hidden, temporary or the system's own."""
    lower = name.lower()
    return (
        lower.startswith((".", "~$"))
        or lower.endswith(_TEMPORARY)
        or lower in _SYSTEM_FILES
        or "sync-conflict" in lower
    )


def gather(
    paths: Iterable[Path],
    limits: ImportLimits,
    scratch: Scratch,
    waiting: Callable[[], None],
) -> Gathered:
    """All files in the order of their names, each once; archives are unpacked into `scratch`.

    `waiting` is called all along and may raise Cancelled.
    """
    found: list[SourceFile] = []
    refusals: list[Refusal] = []
    seen: set[str] = set()
    for path, named in _walk(paths, refusals, waiting):
        waiting()
        # Path.resolve() raises RuntimeError on links that go round in a circle.
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        try:
            file = _look_at(path, shown_path(path), named=named, archived=False)
            if file.nature is Nature.ZIP:
                _unpack(file, limits, scratch, found, refusals, waiting)
            else:
                found.append(file)
        except OSError as error:
            shown = shown_path(path)
            refusals.append(Refusal(shown=shown, problem=_unreadable(shown, error)))
    found.sort(key=lambda file: (file.folder, file.name))
    return Gathered(files=tuple(found), refusals=tuple(refusals))


def _walk(
    paths: Iterable[Path], refusals: list[Refusal], waiting: Callable[[], None]
) -> Iterator[tuple[Path, bool]]:
    for path in paths:
        if not path.is_dir():
            yield path, True
            continue

        def complain(error: OSError) -> None:
            shown = shown_path(Path(error.filename))
            refusals.append(Refusal(shown=shown, problem=_unreadable(shown, error)))

        for folder, folders, files in os.walk(path, onerror=complain):
            waiting()
            if DATABASE_NAME in files:
                # Our own store: what is in there has been imported.
                folders.clear()
                values = {"name": shown_path(Path(folder).name)}
                shown = shown_path(Path(folder))
                problem = Problem(
                    code="interactions.workspace_inside", where=Where(file=shown), values=values
                )
                refusals.append(Refusal(shown=shown, problem=problem, failed=False))
                continue
            folders[:] = sorted(name for name in folders if not is_ignored(name))
            for name in sorted(files):
                if not is_ignored(name):
                    yield Path(folder) / name, False


def shown_path(path: Path | str) -> str:
    """As text that can be kept and printed: older drives name files in GB 18030, not in UTF-8, and
    a control character in a name would reach the terminal."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(text)
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            text = raw.decode("utf-8", errors="replace")
    return text.translate(_CONTROLS)


def _look_at(path: Path, shown: str, *, named: bool, archived: bool) -> SourceFile:
    if not path.is_file() and path.exists():
        raise OSError(None, "not a file")
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    return SourceFile(
        path=path,
        shown=shown,
        size=path.stat().st_size,
        nature=sniff(head),
        named=named,
        archived=archived,
    )


def _unpack(
    archive: SourceFile,
    limits: ImportLimits,
    scratch: Scratch,
    found: list[SourceFile],
    refusals: list[Refusal],
    waiting: Callable[[], None],
) -> None:
    """Members that can't be read are refused one by one; a broken archive as a whole."""
    try:
        for name, content in members(archive.path, archive.shown, limits, scratch, waiting):
            if any(is_ignored(part) for part in name.split("/")):
                continue
            shown = f"{archive.shown}/{shown_path(name)}"
            if isinstance(content, Problem):
                refusals.append(Refusal(shown=shown, problem=content))
                continue
            file = _look_at(content, shown, named=False, archived=True)
            if file.nature is Nature.ZIP:
                problem = Problem(code="interactions.nested_archive", where=Where(file=shown))
                refusals.append(Refusal(shown=shown, problem=problem))
            else:
                found.append(file)
    except ProblemError as error:
        refusals.extend(Refusal(shown=archive.shown, problem=one) for one in error.problems)


def _unreadable(shown: str, error: OSError) -> Problem:
    where = Where(file=shown)
    if isinstance(error, FileNotFoundError):
        return Problem(code="interactions.missing_file", where=where)
    reason = reason_of(error)
    return Problem(code="interactions.unreadable_file", where=where, values={"reason": reason})
