"""Looks at every file of an import and says what would become of it."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.interactions.attaching import attached_to
from qa_desktop.interactions.call_files import LegPlace, SoundFile, TextFile
from qa_desktop.interactions.describing import Describer
from qa_desktop.interactions.gathering import Gathered, Refusal, SourceFile, gather, shown_path
from qa_desktop.interactions.grouping import group
from qa_desktop.interactions.isolation import ChildReader, borrowed
from qa_desktop.interactions.metadata_csv import MetadataIndex, MetadataTable, names_of
from qa_desktop.interactions.model import AgentChannel, KnownContent
from qa_desktop.interactions.options import ImportLimits, ImportOptions
from qa_desktop.interactions.own_profiles import with_shipped
from qa_desktop.interactions.plan import ImportPlan, MetadataUse, PlanEntry, State
from qa_desktop.interactions.profiles import Profile
from qa_desktop.interactions.reading import TextJob, read_sound, read_table, read_text
from qa_desktop.interactions.scratch import Scratch
from qa_desktop.interactions.sniffing import (
    CONTAINED_SOUND_SUFFIXES,
    SOUND_SUFFIXES,
    TEXT_SUFFIXES,
    Nature,
)

READING_MODULE = "qa_desktop.interactions.reading"
_CHUNK = 1024**2
_NAMED_PATHS = 3
_NAMED_ROWS = 20


def plan_import(
    paths: Iterable[Path],
    options: ImportOptions,
    *,
    known_hashes: KnownContent | None = None,
    progress: Progress | None = None,
    child: ChildReader | None = None,
) -> ImportPlan:
    """What importing these files and folders would do; nothing of the workspace is touched.

    `child` is a process to read with that outlives this call (see new_child); None: one is started.
    No bad file raises: it gets its entry. Raises Cancelled through `progress`, leaving nothing.
    """
    paths = list(paths)
    scratch = Scratch()
    try:
        planner = _Planner(options, scratch, progress or NoProgress(), child)
        entries, metadata = planner.plan(paths, known_hashes or KnownContent())
    except BaseException:
        scratch.close()
        raise
    return ImportPlan(
        entries=entries,
        metadata=metadata,
        options=options,
        source=_source(paths),
        scratch=scratch,
    )


def new_child(limits: ImportLimits | None = None) -> ChildReader:
    """A process that reads files for several imports one after the other; close it at the end."""
    limits = limits or ImportLimits()
    return ChildReader(READING_MODULE, memory_bytes=limits.reader_memory_bytes)


@dataclass(slots=True)
class _Read:
    """What was found so far."""

    sounds: list[SoundFile] = field(default_factory=list)
    texts: list[TextFile] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


class _Planner:
    def __init__(
        self,
        options: ImportOptions,
        scratch: Scratch,
        progress: Progress,
        child: ChildReader | None,
    ) -> None:
        self._child = child
        self._options = options
        self._scratch = scratch
        self._progress = progress
        self._told = (0, 0, "")
        self._index = MetadataIndex()
        self._profiles: Sequence[Profile] = ()

    def plan(
        self, paths: Sequence[Path], known: KnownContent
    ) -> tuple[tuple[PlanEntry, ...], tuple[MetadataUse, ...]]:
        limits = self._options.limits
        gathered = gather(paths, limits, self._scratch, self._waiting)
        read = _Read(refusals=list(gathered.refusals))
        self._take_profiles(read)
        with borrowed(self._child, READING_MODULE, limits.reader_memory_bytes) as child:
            explicit = self._read_asked_for(child, read)
            self._read_all(child, gathered, read, explicit)
        agent_left = self._options.agent_channel is not AgentChannel.RIGHT
        grouped = group(
            read.sounds, read.texts, agent_left=agent_left, leg_places=self._leg_places(read.sounds)
        )
        read.refusals += grouped.refusals
        # What was once taken for an interaction of its own may be just what is wanted now.
        known = known if self._options.attach_to is None else KnownContent()
        describer = Describer(self._options, self._index, known)
        entries = describer.entries(grouped)
        if self._options.attach_to is not None:
            entries = attached_to(self._options.attach_to, entries)
        entries += _refused(read.refusals)
        entries.sort(key=lambda entry: entry.path)
        return tuple(entries), self._metadata_uses()

    def _leg_places(self, sounds: Sequence[SoundFile]) -> dict[str, LegPlace] | None:
        """What tables say of where recordings stand in their calls; None: nobody wants to know."""
        if not self._options.join_legs:
            return None
        places: dict[str, LegPlace] = {}
        for sound in sounds:
            row = self._index.row_of(names_of(sound.file.shown))
            if row is not None:
                places[sound.file.shown] = LegPlace(
                    call=row.call, offset_ms=row.offset_ms, started_at=row.metadata.started_at
                )
        return places

    def _take_profiles(self, read: _Read) -> None:
        """Those of the team that can't be used are told like any other bad file."""
        if self._options.profiles is not None:
            self._profiles = self._options.profiles
            return
        self._profiles, problems = with_shipped(self._options.profile_paths)
        read.refusals += [Refusal(shown=one.where.file or "", problem=one) for one in problems]

    def _read_asked_for(self, child: ChildReader, read: _Read) -> Path | None:
        """The metadata table that the options name."""
        path = self._options.metadata_file
        if path is None:
            return None
        shown = str(path)
        try:
            size = path.stat().st_size
            table = child.run(
                read_table,
                path,
                path.name,
                file=shown,
                limit_s=self._options.limits.text_limit_s(size),
                waiting=self._waiting,
            )
        except OSError as error:
            read.refusals.append(_unreadable(shown, error))
        except ProblemError as error:
            read.refusals += _refusals(shown, path, error)
        else:
            if table is not None:
                self._index.add(shown, table)
        return Path(os.path.realpath(path))

    def _read_all(
        self, child: ChildReader, gathered: Gathered, read: _Read, explicit: Path | None
    ) -> None:
        beside = _archive_folders(gathered.files)
        for position, file in enumerate(gathered.files):
            self._told = (position, len(gathered.files), file.name)
            self._waiting()
            if explicit is not None and Path(os.path.realpath(file.path)) == explicit:
                continue
            try:
                self._read_one(child, file, beside.get(file.folder), read)
            except OSError as error:
                read.refusals.append(_unreadable(file.shown, error))
            except ProblemError as error:
                read.refusals += _refusals(file.shown, file.path, error)
        self._told = (len(gathered.files), len(gathered.files), "")
        self._waiting()

    def _read_one(
        self, child: ChildReader, file: SourceFile, beside: dict[str, Path] | None, read: _Read
    ) -> None:
        refusal = _by_nature(file)
        if refusal is not None:
            read.refusals.append(refusal)
        elif file.nature is Nature.SOUND or file.suffix in SOUND_SUFFIXES:
            read.sounds.append(self._sound(child, file))
        else:
            self._text(child, file, beside, read)

    def _sound(self, child: ChildReader, file: SourceFile) -> SoundFile:
        info = child.run(
            read_sound,
            file.path,
            file=file.shown,
            limit_s=self._options.limits.sound_limit_s(file.size),
            waiting=self._waiting,
        )
        notes = tuple(shown_as(note, file.path, file.shown) for note in info.notes)
        return SoundFile(
            file=file,
            parts=file.parts,
            info=replace(info, notes=notes),
            sha256=sha256_of(file.path, self._waiting),
        )

    def _text(
        self, child: ChildReader, file: SourceFile, beside: dict[str, Path] | None, read: _Read
    ) -> None:
        limits = self._options.limits
        if file.size > limits.text_bytes:
            values = {"megabytes": file.size // 2**20, "limit": limits.text_bytes // 2**20}
            where = Where(file=file.shown)
            raise ProblemError(
                Problem(code="interactions.text_too_large", where=where, values=values)
            )
        job = TextJob(
            path=file.path,
            name=file.name,
            profiles=self._profiles,
            agent_channel=self._options.agent_channel or AgentChannel.LEFT,
            beside=beside if file.archived else None,
            read_text=self._options.read_text,
        )
        found, offsets = child.run(
            read_text,
            job,
            file=file.shown,
            limit_s=limits.text_limit_s(file.size),
            waiting=self._waiting,
        )
        if isinstance(found, MetadataTable):
            self._index.add(file.shown, found)
            return
        problems = tuple(shown_as(one, file.path, file.shown) for one in found.problems)
        parsed = replace(found, problems=problems)
        read.texts.append(TextFile(file=file, parts=file.parts, parsed=parsed, offsets=offsets))

    def _waiting(self) -> None:
        self._progress.report(*self._told)

    def _metadata_uses(self) -> tuple[MetadataUse, ...]:
        uses: list[MetadataUse] = []
        for shown, table in self._index.tables.items():
            unmatched = self._index.unmatched(shown)
            problems = [shown_as(one, Path(shown), shown) for one in table.problems]
            problems += [
                Problem(
                    code="interactions.metadata_row_unmatched",
                    where=Where(file=shown, line=row.line),
                    values={"key": row.key},
                )
                for row in unmatched[:_NAMED_ROWS]
            ]
            if len(unmatched) > _NAMED_ROWS:
                values = {"count": len(unmatched) - _NAMED_ROWS}
                where = Where(file=shown)
                problems.append(
                    Problem(code="interactions.metadata_rows_unmatched", where=where, values=values)
                )
            matched = len(table.rows) - len(unmatched)
            uses.append(
                MetadataUse(
                    path=shown, rows=len(table.rows), matched=matched, problems=tuple(problems)
                )
            )
        return tuple(uses)


def sha256_of(path: Path, waiting: Callable[[], None]) -> str:
    """Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            waiting()
    return digest.hexdigest()


def shown_as(problem: Problem, path: Path, shown: str) -> Problem:
    """The problem, about the file by the name that people know it by."""
    if problem.where.file in (None, str(path), path.name, Path(shown).name):
        return replace(problem, where=replace(problem.where, file=shown))
    return problem


def _by_nature(file: SourceFile) -> Refusal | None:
    """What is no sound and no text, or says it is one and is the other."""
    where = Where(file=file.shown)
    known_suffix = file.suffix in SOUND_SUFFIXES or file.suffix in TEXT_SUFFIXES
    codes = {
        Nature.EMPTY: "empty_file",
        Nature.OFFICE: "office_file",
        Nature.PACKED: "packed_file",
    }
    code = codes.get(file.nature)
    if file.nature is Nature.TEXT and file.suffix in CONTAINED_SOUND_SUFFIXES:
        code = "text_in_sound"
    elif file.nature is Nature.OTHER and file.suffix not in SOUND_SUFFIXES:
        code = "binary_in_text" if file.suffix in TEXT_SUFFIXES else "other_file"
    elif file.nature is Nature.TEXT and not known_suffix:
        code = "other_file"
    if code is None:
        return None
    problem = Problem(code=f"interactions.{code}", where=where, values={"suffix": file.suffix})
    # Whatever else lies in a folder is nobody's mistake.
    by_the_way = not file.named and not known_suffix
    return Refusal(shown=file.shown, problem=problem, failed=not by_the_way)


def _refused(refusals: Sequence[Refusal]) -> list[PlanEntry]:
    """One entry a file, with all that is wrong with it."""
    by_file: dict[str, list[Refusal]] = {}
    for refusal in refusals:
        by_file.setdefault(refusal.shown, []).append(refusal)
    return [
        PlanEntry(
            path=shown,
            state=State.FAIL if any(one.failed for one in of_file) else State.SKIP,
            files=(shown,),
            problems=tuple(one.problem for one in of_file),
        )
        for shown, of_file in by_file.items()
    ]


def _refusals(shown: str, path: Path, error: ProblemError) -> list[Refusal]:
    return [
        Refusal(shown=shown, problem=shown_as(problem, path, shown)) for problem in error.problems
    ]


def _unreadable(shown: str, error: OSError) -> Refusal:
    values = {"reason": reason_of(error)}
    code = "missing_file" if isinstance(error, FileNotFoundError) else "unreadable_file"
    return Refusal(
        shown=shown,
        problem=Problem(code=f"interactions.{code}", where=Where(file=shown), values=values),
    )


def _archive_folders(files: Sequence[SourceFile]) -> dict[str, dict[str, Path]]:
    """Where the members of each folder of an archive are, by name."""
    folders: dict[str, dict[str, Path]] = {}
    for file in files:
        if file.archived:
            folders.setdefault(file.folder, {})[file.name] = file.path
    return folders


def _source(paths: Sequence[Path]) -> str:
    names = [shown_path(path.name or path) for path in paths]
    more = f" +{len(names) - _NAMED_PATHS}" if len(names) > _NAMED_PATHS else ""
    return ", ".join(names[:_NAMED_PATHS]) + more
