"""Carries out an import plan: sound files first, then all rows in one transaction."""

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.database.backup import back_up, needed
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.isolation import ChildReader, borrowed
from qa_desktop.interactions.media import MediaImport, remove_media
from qa_desktop.interactions.metadata_layers import merged
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    KnownInteraction,
    Metadata,
    Recording,
    Turn,
    UndoneBatch,
)
from qa_desktop.interactions.plan import (
    ImportPlan,
    ImportReport,
    PlanEntry,
    PlannedContent,
    PlannedSound,
    State,
    Taken,
)
from qa_desktop.interactions.planning import READING_MODULE, shown_as
from qa_desktop.interactions.reading import merge_sounds
from qa_desktop.interactions.scratch import Scratch
from qa_desktop.interactions.store import InteractionStore

# Containers whose name is their extension.
_TRUE_SUFFIXES = ("aac", "amr", "flac", "mp3", "ogg", "wav")


def commit_import(
    plan: ImportPlan,
    store: InteractionStore,
    workspace: Workspace,
    progress: Progress | None = None,
    child: ChildReader | None = None,
) -> ImportReport:
    """Take what the plan takes, as one batch that can be undone; the plan is closed after it.

    `child` as for plan_import.
    A file that can't be copied any more is reported as failed; the rest comes in. Raises Cancelled
    through `progress` and ProblemError (database.*) when nothing could be saved: then neither
    rows nor sound files are left.
    """
    try:
        with workspace.media_lock:
            return _Commit(plan, store, workspace, progress or NoProgress(), child).run()
    finally:
        plan.close()


def undo_import(batch_id: str, store: InteractionStore, workspace: Workspace) -> UndoneBatch:
    """Undo a batch and delete its sound files; `media` of the answer are those left behind.

    Interactions that already have reviews stay, and are named. Raises ProblemError
    interactions.batch_unknown, interactions.batch_undone.
    """
    with workspace.media_lock:
        undone = store.undo_batch(batch_id)
        # Rows first: a file without rows is litter, rows without their file are a loss.
        joined = JoinedCache(workspace.peaks_folder)
        for known in undone.removed:
            # Windows keeps what is being played; it goes when the cache needs room.
            with suppress(OSError):
                joined.forget(known.id)
        return replace(undone, media=remove_media(workspace.folder, undone.media))


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What goes into the one transaction, and what became of each entry."""

    media: MediaImport
    known: Mapping[str, KnownInteraction]
    id: str = field(default_factory=new_id)
    details: list[InteractionDetail] = field(default_factory=list)
    transcripts: list[tuple[str, tuple[Turn, ...]]] = field(default_factory=list)
    facts: list[tuple[str, Metadata]] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    not_taken: list[PlanEntry] = field(default_factory=list)


@dataclass(slots=True)
class _Commit:
    plan: ImportPlan
    store: InteractionStore
    workspace: Workspace
    progress: Progress
    lent: ChildReader | None
    _done: int = 0
    _total: int = 0
    _what: str = ""

    def run(self) -> ImportReport:
        entries = self.plan.of(State.TAKE)
        self._total = len(entries)
        if not entries:
            return self._report(None, [], [])
        if needed(self.workspace):
            back_up(self.workspace, self.store.clock)
        media = MediaImport(self.workspace.media_folder, self._waiting)
        try:
            return self._bring(entries, media)
        except BaseException:
            media.roll_back()
            raise

    def _bring(self, entries: tuple[PlanEntry, ...], media: MediaImport) -> ImportReport:
        batch = _Batch(media=media, known=self.store.known_hashes().by_hash)
        limits = self.plan.options.limits
        with (
            closing(Scratch()) as scratch,
            borrowed(self.lent, READING_MODULE, limits.reader_memory_bytes) as child,
        ):
            for position, entry in enumerate(entries):
                self._done, self._what = position, entry.title
                self._waiting()
                content = entry.content
                if content is None:
                    raise ValueError(f"{entry.path} is taken without content")
                if content.attach_to is not None:
                    self._attach(entry, content, content.attach_to, batch)
                elif content.content_hash in batch.known:
                    batch.not_taken.append(_meanwhile(entry, batch.known[content.content_hash]))
                else:
                    self._add(entry, content, batch, child, scratch)
        self._done, self._what = len(entries), ""
        self._waiting()
        if not batch.taken:
            return self._report(None, [], batch.not_taken)
        self.store.add_batch(
            batch.id, self.plan.source, batch.details, batch.transcripts, batch.facts
        )
        return self._report(batch.id, batch.taken, batch.not_taken)

    def _attach(
        self, entry: PlanEntry, content: PlannedContent, home: KnownInteraction, batch: _Batch
    ) -> None:
        there = self.store.metadata_of(home.id)
        if content.turns:
            batch.transcripts.append((home.id, content.turns))
            # Words tell facts by the way: these only fill what nobody has told yet.
            facts = merged(there, content.metadata)
        else:
            facts = merged(content.metadata, there)
            if facts == there:
                batch.not_taken.append(_meanwhile(entry, home))
                return
        if facts != there:
            batch.facts.append((home.id, facts))
        batch.taken.append(Taken(id=home.id, entry=entry, attached=True))

    def _add(
        self,
        entry: PlanEntry,
        content: PlannedContent,
        batch: _Batch,
        child: ChildReader,
        scratch: Scratch,
    ) -> None:
        before = batch.media.brought
        try:
            detail = self._detail(content, batch.id, batch.media, child, scratch)
        except ProblemError as error:
            # Earlier legs of the same call may be there already.
            batch.media.roll_back(before)
            batch.not_taken.append(_failed(entry, error.problems))
            return
        except OSError as error:
            raise ProblemError(self._unwritable(error)) from error
        batch.details.append(detail)
        batch.taken.append(Taken(id=detail.interaction.id, entry=entry))

    def _detail(
        self,
        content: PlannedContent,
        batch_id: str,
        media: MediaImport,
        child: ChildReader,
        scratch: Scratch,
    ) -> InteractionDetail:
        sounds = () if content.sound is None else (content.sound, *content.more_sounds)
        recordings = tuple(
            self._recording(sound, position, media, child, scratch)
            for position, sound in enumerate(sounds)
        )
        if content.kind is None:
            raise ValueError(f"{content.source_name} is of no kind")
        interaction = Interaction(
            id=new_id(),
            kind=content.kind,
            title=content.title,
            content_hash=content.content_hash,
            source_name=content.source_name,
            imported_at=self.store.clock.now(),
            batch_id=batch_id,
            external_id=content.external_id,
            duration_ms=max(
                (one.offset_ms + one.duration_ms for one in recordings),
                default=content.duration_ms,
            ),
            metadata=content.metadata,
        )
        return InteractionDetail(
            interaction=interaction,
            recordings=recordings,
            turns=content.turns,
            events=content.events,
        )

    def _recording(
        self,
        sound: PlannedSound,
        position: int,
        media: MediaImport,
        child: ChildReader,
        scratch: Scratch,
    ) -> Recording:
        info = sound.info
        if sound.other_side is not None and sound.offsets is not None:
            merged = scratch.new_file(".wav")
            size = sound.path.stat().st_size + sound.other_side.stat().st_size
            info = child.run(
                merge_sounds,
                sound.path,
                sound.other_side,
                merged,
                sound.offsets,
                file=sound.file_name,
                limit_s=self.plan.options.limits.sound_limit_s(size),
                waiting=self._waiting,
            )
            sha256, path = media.add(merged, "wav", None)
            merged.unlink()
        elif sound.referenced:
            sha256, path = sound.sha256, str(sound.path.resolve())
        else:
            suffix = PurePosixPath(sound.file_name).suffix[1:]
            if not suffix or (info.misnamed and info.container in _TRUE_SUFFIXES):
                suffix = info.container
            sha256, path = media.add(sound.path, suffix, sound.sha256)
        return Recording(
            id=new_id(),
            media_hash=sha256,
            file_name=sound.file_name,
            path=path,
            referenced=sound.referenced,
            duration_ms=info.duration_ms,
            sample_rate_hz=info.sample_rate_hz,
            channels=info.channels,
            codec=info.codec,
            agent_channel=sound.agent_channel,
            offset_ms=sound.offset_ms,
            position=position,
        )

    def _report(
        self, batch_id: str | None, taken: list[Taken], not_taken: list[PlanEntry]
    ) -> ImportReport:
        return ImportReport(
            batch_id=batch_id,
            taken=tuple(taken),
            skipped=(
                *self.plan.of(State.SKIP),
                *(entry for entry in not_taken if entry.state is State.SKIP),
            ),
            failed=(
                *self.plan.of(State.FAIL),
                *(entry for entry in not_taken if entry.state is State.FAIL),
            ),
            metadata=self.plan.metadata,
        )

    def _waiting(self) -> None:
        self.progress.report(self._done, self._total, self._what)

    def _unwritable(self, error: OSError) -> Problem:
        where = Where(file=str(self.workspace.media_folder))
        values = {"reason": reason_of(error)}
        return Problem(code="interactions.media_not_written", where=where, values=values)


def _failed(entry: PlanEntry, problems: tuple[Problem, ...]) -> PlanEntry:
    told = tuple(
        shown_as(problem, Path(problem.where.file or entry.path), entry.path)
        for problem in problems
    )
    return replace(entry, state=State.FAIL, problems=told, content=None)


def _meanwhile(entry: PlanEntry, known: KnownInteraction) -> PlanEntry:
    problem = Problem(
        code="interactions.already_there",
        where=Where(file=entry.path),
        values={"title": known.title},
    )
    return replace(entry, state=State.SKIP, problems=(problem,), content=None, same_as=known)
