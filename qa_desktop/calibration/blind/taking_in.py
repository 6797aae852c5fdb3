"""Takes the interactions of a package into the workspace, to be graded blind."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.audio.probe import SoundInfo
from qa_desktop.base.clock import Clock
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.blind.content_reading import Content, read_content
from qa_desktop.calibration.blind.copies_store import CopyStore
from qa_desktop.calibration.blind.copying import FLAC_SUFFIX, is_bare
from qa_desktop.calibration.files.fields import Paper, damaged
from qa_desktop.calibration.files.manifest import Manifest, ManifestInteraction, ManifestRecording
from qa_desktop.calibration.model import SessionInteraction
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.media import MediaImport, remove_media
from qa_desktop.interactions.model import (
    CALIBRATION_BATCH,
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Recording,
)
from qa_desktop.interactions.options import ImportLimits
from qa_desktop.interactions.reading import read_sound
from qa_desktop.interactions.scratch import Scratch

_READING_MODULE = "qa_desktop.interactions.reading"


class Blobs(Protocol):
    """An open package, as far as it is needed here."""

    @property
    def manifest(self) -> Manifest: ...

    def blob(self, sha: str, /) -> bytes: ...

    def copy_blob(self, sha: str, to: Path, /) -> None: ...


@contextmanager
def taking_in(
    package: Blobs,
    session_id: str,
    workspace: Workspace,
    clock: Clock,
    actor: str,
    progress: Progress | None = None,
    *,
    child: ChildReader | None = None,
) -> Iterator[tuple[SessionInteraction, ...]]:
    """The package's interactions as copies in this workspace, in the manifest's order.

    The block runs inside the one transaction that writes them: what it writes joins it, and where
    it raises, rows and sound files are undone together. It must not take `workspace.media_lock`.
    A copy that is there already (the same session, pseudonym and content) is that one again. Each
    recording is read to its end in a child process (`child`, or one for as long as it takes) before
    it comes in. Raises ProblemError (calibration.*, audio.*, interactions.reader_*), Cancelled.
    """
    with workspace.media_lock, ExitStack() as ends:
        taken = _Taking(package, session_id, workspace, clock, progress or NoProgress(), ends)
        taken.child = child
        try:
            found = taken.all(CopyStore(workspace.database, clock, actor))
            with workspace.database.writing():
                if taken.new:
                    CopyStore(workspace.database, clock, actor).add(session_id, taken.new)
                yield found
        except BaseException:
            taken.media.roll_back()
            raise


def take_in_interactions(
    package: Blobs,
    session_id: str,
    workspace: Workspace,
    clock: Clock,
    actor: str,
    progress: Progress | None = None,
) -> tuple[SessionInteraction, ...]:
    """As `taking_in`, with nothing else in the transaction."""
    with taking_in(package, session_id, workspace, clock, actor, progress) as interactions:
        return interactions


def forget_copies(
    workspace: Workspace,
    clock: Clock,
    actor: str,
    interaction_ids: Sequence[str],
    *,
    with_reviews: bool = False,
) -> tuple[str, ...]:
    """Copies that no session names any more, with their sound; the files that are stuck.

    Raises ProblemError calibration.copies_graded as CopyStore.remove does.
    """
    with workspace.media_lock:
        store = CopyStore(workspace.database, clock, actor)
        unused = store.remove(interaction_ids, with_reviews=with_reviews)
        joined = JoinedCache(workspace.peaks_folder)
        for interaction_id in interaction_ids:
            # Windows keeps what is being played; it goes when the cache needs room.
            with suppress(OSError):
                joined.forget(interaction_id)
        return remove_media(workspace.folder, unused)


def copy_hash(session_id: str, interaction: ManifestInteraction) -> str:
    """By which a copy is known again; no import has the like."""
    said = [
        *("calibration", session_id, interaction.pseudonym, interaction.content),
        [[each.blob, each.agent_channel.value, each.offset_ms] for each in interaction.recordings],
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


class _Taking:
    def __init__(
        self,
        package: Blobs,
        session_id: str,
        workspace: Workspace,
        clock: Clock,
        progress: Progress,
        ends: ExitStack,
    ) -> None:
        self.new: list[InteractionDetail] = []
        self.child: ChildReader | None = None
        self._package = package
        self._session_id = session_id
        self._workspace = workspace
        self._clock = clock
        self._progress = progress
        self._ends = ends
        self._scratch = ends.enter_context(closing(Scratch()))
        self._done = 0
        interactions = package.manifest.interactions
        self._total = sum(1 + len(each.recordings) for each in interactions)
        self.media = MediaImport(workspace.media_folder, self._waiting)

    def all(self, store: CopyStore) -> tuple[SessionInteraction, ...]:
        return tuple(self._one(each, store) for each in self._package.manifest.interactions)

    def _one(self, said: ManifestInteraction, store: CopyStore) -> SessionInteraction:
        content_hash = copy_hash(self._session_id, said)
        interaction_id = store.known(content_hash)
        if interaction_id is None:
            interaction_id = new_id()
            self.new.append(self._detail(said, interaction_id, content_hash))
        else:
            self._restore(said)
        return SessionInteraction(
            pseudonym=said.pseudonym,
            kind=said.kind,
            duration_ms=said.duration_ms,
            interaction_id=interaction_id,
        )

    def _detail(
        self, said: ManifestInteraction, interaction_id: str, content_hash: str
    ) -> InteractionDetail:
        content = read_content(self._package.blob(said.content))
        _check_same(said, content)
        self._count()
        recordings = tuple(
            self._recording(each, position, said.pseudonym)
            for position, each in enumerate(said.recordings)
        )
        interaction = Interaction(
            id=interaction_id,
            kind=said.kind,
            title=said.pseudonym,
            content_hash=content_hash,
            source_name=said.pseudonym,
            imported_at=self._clock.now(),
            batch_id=CALIBRATION_BATCH,
            duration_ms=said.duration_ms,
            metadata=Metadata(language=content.language, started_at=content.began_at),
        )
        return InteractionDetail(
            interaction=interaction,
            recordings=recordings,
            turns=content.turns,
            events=content.events,
        )

    def _recording(self, said: ManifestRecording, position: int, pseudonym: str) -> Recording:
        file = self._unpacked(said)
        info = self._checked(file, said, pseudonym)
        path = self._put(file, said)
        self._count()
        return Recording(
            id=new_id(),
            media_hash=said.blob,
            file_name=f"{pseudonym}{FLAC_SUFFIX}",
            path=path,
            referenced=False,
            duration_ms=info.duration_ms,
            sample_rate_hz=info.sample_rate_hz,
            channels=info.channels,
            codec=info.codec,
            agent_channel=said.agent_channel,
            offset_ms=said.offset_ms,
            position=position,
        )

    def _unpacked(self, said: ManifestRecording) -> Path:
        file = self._scratch.new_file(FLAC_SUFFIX)
        self._package.copy_blob(said.blob, file)
        self._waiting()
        return file

    def _put(self, file: Path, said: ManifestRecording) -> str:
        try:
            _, path = self.media.add(file, FLAC_SUFFIX[1:], said.blob)
        except OSError as error:
            where = Where(file=str(self._workspace.media_folder))
            values = {"reason": reason_of(error)}
            raise ProblemError(
                Problem(code="interactions.media_not_written", where=where, values=values)
            ) from error
        finally:
            file.unlink(missing_ok=True)
        return path

    def _restore(self, said: ManifestInteraction) -> None:
        """Brings back sound that the workspace lost."""
        for each in said.recordings:
            name = f"{each.blob}{FLAC_SUFFIX}"
            if not (self._workspace.media_folder / each.blob[:2] / name).is_file():
                self._put(self._unpacked(each), each)
        self._count(1 + len(said.recordings))

    def _checked(self, file: Path, said: ManifestRecording, pseudonym: str) -> SoundInfo:
        """As the manifest says, to the sample rate and the millisecond, and nothing but sound."""
        if not is_bare(file):
            raise _strange(pseudonym)
        limits = ImportLimits()
        if self.child is None:
            reader = ChildReader(_READING_MODULE, memory_bytes=limits.reader_memory_bytes)
            self.child = self._ends.enter_context(reader)
        info = self.child.run(
            read_sound,
            file,
            file=pseudonym,
            limit_s=limits.sound_limit_s(file.stat().st_size),
            waiting=self._waiting,
        )
        found = (info.codec, info.sample_rate_hz, info.channels, info.duration_ms)
        if found != ("flac", said.sample_rate_hz, said.channels, said.duration_ms) or info.notes:
            raise _strange(pseudonym)
        return info

    def _count(self, parts: int = 1) -> None:
        self._done += parts
        self._waiting()

    @property
    def _waiting(self) -> Callable[[], None]:
        return lambda: self._progress.report(self._done, self._total)


def _check_same(said: ManifestInteraction, content: Content) -> None:
    """What the manifest tells of it and what it tells itself."""
    told = (said.pseudonym, said.kind, said.duration_ms)
    if told != (content.pseudonym, content.kind, content.duration_ms):
        raise damaged(Paper.PACKAGE, said.pseudonym)
    if said.recordings and said.kind is not Kind.RECORDING:
        raise damaged(Paper.PACKAGE, said.pseudonym)


def _strange(pseudonym: str) -> ProblemError:
    return ProblemError(
        Problem(code="calibration.recording_differs", values={"interaction": pseudonym})
    )
