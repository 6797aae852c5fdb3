"""Libraries are folders that a team shares: what is in one, and how it stands to what is in use."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.rubrics.files import read_bounded
from qa_desktop.rubrics.libraries_index import Colleague, read_colleagues
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric

ENDINGS = (".yaml", ".yml", ".json")
MOST_FILES = 500

# How programs that keep folders in step name the second of two files that were both changed.
_COPY = re.compile(
    r"\(\d+\)$|\(conflict|conflicted copy|sync-conflict|-conflict-|[._-]conflict\b|冲突|副本|"
    r"case conflict| - copy(?: \(\d+\))?$|_conf\(\d+\)$",
    re.IGNORECASE,
)


class FileState(StrEnum):
    """What a file is to this workspace. `CONFLICT`: that version is in use with other content.
    `COPY`: left by a program that keeps folders in step. `TWIN`: two files of the folder say they
    are the same version, and differ."""

    SAME = "same"
    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    CONFLICT = "conflict"
    COPY = "copy"
    TWIN = "twin"
    BROKEN = "broken"


TAKEN = (FileState.NEW, FileState.NEWER, FileState.OLDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """`read_only`: nothing is ever written into it."""

    folder: Path
    name: str
    read_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """`digest` is of its bytes. `unseen`: new or changed since somebody looked at the library.
    `twin` names the other file that it contradicts, or that it is a copy of."""

    name: str
    digest: str
    state: FileState
    rubric: Rubric | None = None
    problems: tuple[Problem, ...] = ()
    unseen: bool = False
    twin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryScan:
    """`more`: files past the most that are looked at. `problems` are of the folder itself."""

    files: tuple[FoundFile, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    more: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def news(self) -> int:
        """Files that nobody looked at yet and that want a decision."""
        return sum(1 for file in self.files if file.unseen and file.state is not FileState.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this workspace has: hashes of published versions, and digests of files looked at."""

    hashes: Mapping[tuple[str, int], str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)

    def newest(self, rubric_id: str) -> int:
        """0 where none was ever published here."""
        return max((version for name, version in self.hashes if name == rubric_id), default=0)


def scan_library(folder: Path, known: Known, progress: Progress) -> LibraryScan:
    """Reads every rubric in the folder, not in its subfolders, and writes nothing.

    Raises ProblemError rubrics.library_unreachable; Cancelled.
    """
    try:
        names = sorted(entry.name for entry in folder.iterdir() if _is_candidate(entry))
    except OSError as error:
        raise ProblemError(unreachable(folder, reason_of(error))) from None
    found: list[FoundFile] = []
    for number, name in enumerate(names[:MOST_FILES]):
        progress.report(number, min(len(names), MOST_FILES), name)
        found.append(_look_at(folder / name, known))
    colleagues, problems = read_colleagues(folder, progress)
    return LibraryScan(
        files=tuple(_contradictions(found)),
        colleagues=colleagues,
        more=max(0, len(names) - MOST_FILES),
        problems=problems,
    )


def unreachable(folder: Path, said: str) -> Problem:
    where = Where(file=str(folder))
    return Problem(code="rubrics.library_unreachable", where=where, values={"said": said})


def _is_candidate(entry: Path) -> bool:
    if entry.name.startswith((".", "~")) or entry.suffix.lower() not in ENDINGS:
        return False
    return entry.is_file()


def _look_at(file: Path, known: Known) -> FoundFile:
    try:
        source = read_bounded(file)
    except ProblemError as error:
        return FoundFile(name=file.name, digest="", state=FileState.BROKEN, problems=error.problems)
    digest = digest_of(source)
    unseen = known.seen.get(file.name) != digest
    try:
        rubric = load_rubric(source, file.name)
    except ProblemError as error:
        state = FileState.COPY if is_copy(file.name) else FileState.BROKEN
        return FoundFile(
            name=file.name, digest=digest, state=state, problems=error.problems, unseen=unseen
        )
    state = FileState.COPY if is_copy(file.name) else _state(rubric, known)
    return FoundFile(name=file.name, digest=digest, state=state, rubric=rubric, unseen=unseen)


def digest_of(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


def is_copy(name: str) -> bool:
    """Whether a program that keeps folders in step gave the file this name."""
    return _COPY.search(Path(name).stem) is not None


def _state(rubric: Rubric, known: Known) -> FileState:
    here = known.hashes.get((rubric.id, rubric.version))
    if here is not None:
        return FileState.SAME if here == rubric.content_hash else FileState.CONFLICT
    newest = known.newest(rubric.id)
    if not newest:
        return FileState.NEW
    return FileState.NEWER if rubric.version > newest else FileState.OLDER


def _contradictions(found: Sequence[FoundFile]) -> list[FoundFile]:
    """Names the other file where two say that they are the same version."""
    homes: dict[tuple[str, int], list[FoundFile]] = {}
    for file in found:
        if file.rubric is not None:
            homes.setdefault((file.rubric.id, file.rubric.version), []).append(file)
    told = []
    for file in found:
        rubric = file.rubric
        if rubric is None:
            told.append(file)
            continue
        others = [o for o in homes[rubric.id, rubric.version] if o.name != file.name]
        told.append(_beside(file, rubric, others))
    return told


def _beside(file: FoundFile, rubric: Rubric, others: Sequence[FoundFile]) -> FoundFile:
    """The file as it is beside others of the same id and version."""
    if file.state is FileState.COPY:
        return replace(file, twin=others[0].name) if others else file
    for other in others:
        differs = other.rubric is not None and other.rubric.content_hash != rubric.content_hash
        if differs and not is_copy(other.name) and file.state in TAKEN:
            return replace(file, state=FileState.TWIN, twin=other.name)
    return file
