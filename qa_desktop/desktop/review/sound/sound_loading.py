"""Brings the sound of a call from its files: joined where it has several, with peaks and facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from qa_desktop.audio.joined import LegError
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.review.sound.sound_facts import sound_facts
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.interactions.call_sound import paths_of, sound_legs
from qa_desktop.interactions.legs import Leg, gaps_of
from qa_desktop.interactions.locating import content_of
from qa_desktop.interactions.model import Recording

_JOINED = "joined-"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFiles:
    """The legs of an interaction and where their files lie; `absent` are those that don't."""

    interaction_id: str
    legs: tuple[Leg, ...]
    paths: tuple[Path | None, ...]

    @property
    def absent(self) -> tuple[Recording, ...]:
        return tuple(
            leg.recording for leg, path in zip(self.legs, self.paths, strict=True) if path is None
        )

    @property
    def heard(self) -> tuple[Leg, ...]:
        """The legs that are at hand."""
        return tuple(
            leg for leg, path in zip(self.legs, self.paths, strict=True) if path is not None
        )

    def without(self, index: int) -> "CallFiles":
        paths = tuple(None if n == index else path for n, path in enumerate(self.paths))
        return CallFiles(interaction_id=self.interaction_id, legs=self.legs, paths=paths)


def files_of(folder: Path, interaction_id: str, legs: Sequence[Leg]) -> CallFiles:
    """`folder`: the workspace's."""
    return CallFiles(interaction_id=interaction_id, legs=tuple(legs), paths=paths_of(folder, legs))


def gap_spans(files: CallFiles, duration_ms: int) -> tuple[Span, ...]:
    """Where a call of several recordings has none to be heard."""
    if len(files.legs) == 1:
        return ()
    gaps = gaps_of(files.heard, duration_ms)
    return tuple(Span(start_ms=start_ms, end_ms=end_ms) for start_ms, end_ms in gaps)


def problem_of(recording: Recording, code: str) -> Problem:
    where = Where(file=recording.path if recording.referenced else None)
    values = {"name": recording.file_name}
    return Problem(code=code, where=where, values=values)


class SoundLoading(QObject):
    """Works until it is cancelled or done.

    Signals: `joining(int done, int total)`; `opened(Path)` when a joined file can be played;
    `grew(Peaks)`; `found(Peaks, SoundFacts, CallFiles)` with the files that were heard;
    `failed(ProblemError)`; `doubtful(tuple[Problem])` for files that changed or can't be read.
    """

    joining = Signal(int, int)
    opened = Signal(object)
    grew = Signal(object)
    found = Signal(object, object, object)
    failed = Signal(object)
    doubtful = Signal(object)
    # From the worker's thread to this object's own; only there are the public signals emitted.
    _told = Signal(object, object)

    def __init__(self, services: Services, files: CallFiles) -> None:
        # No parent: the worker's thread speaks through it even when the page is gone.
        super().__init__()
        self._services = services
        self._files = files
        self._cancelled = False
        self._told.connect(self._tell)
        self._task: Task = services.runner.start(self._load)
        self._task.failed.connect(self._fail)

    def cancel(self) -> None:
        """It tells nothing more."""
        self._cancelled = True
        self._task.cancel()

    def _fail(self, error: ProblemError) -> None:
        self._tell(self.failed, (error,))

    def say_joining(self, done: int, total: int) -> None:
        self._say(self.joining, done, total)

    def _grow(self, peaks: Peaks) -> None:
        self._say(self.grew, peaks)

    def _say(self, signal: SignalInstance, *what: object) -> None:
        """For the worker's thread."""
        self._told.emit(signal, what)

    def _tell(self, signal: SignalInstance, what: tuple[object, ...]) -> None:
        if not self._cancelled:
            signal.emit(*what)

    def _load(self, progress: Progress) -> None:
        """In the worker's thread."""
        files = self._files
        if not files.heard:
            self._recall(files)
            return
        only = files.paths[0] if len(files.legs) == 1 else None
        path, files = (only, files) if only is not None else self._join(files, progress)
        peaks = self._services.peaks.peaks(path, on_partial=self._grow, progress=progress)
        facts = sound_facts(peaks, files.heard, joined=only is None)
        self._say(self.found, peaks, facts, files)
        if only is None:
            self._services.known_files.remember(_JOINED + files.interaction_id, path)
        self._check(files, progress)

    def _join(self, files: CallFiles, progress: Progress) -> tuple[Path, CallFiles]:
        """One leg that can't be read leaves the others to be heard; the last raises LegError."""
        told = _Told(self, progress)
        while True:
            try:
                path = self._services.joined.joined(
                    files.interaction_id,
                    sound_legs(files.legs, files.paths),
                    on_partial=self._grow,
                    progress=told,
                )
            except LegError as error:
                if len(files.heard) == 1:
                    raise
                problem = problem_of(files.legs[error.index].recording, "player.leg_unreadable")
                self._say(self.doubtful, (problem,))
                files = files.without(error.index)
                continue
            self._say(self.opened, path)
            return path, files

    def _recall(self, files: CallFiles) -> None:
        """The waveform as it was when the sound was last at hand."""
        single = len(files.legs) == 1
        name = files.legs[0].recording.media_hash if single else _JOINED + files.interaction_id
        known = self._services.known_files.known(name)
        peaks = self._services.peaks.kept(known.peaks_key) if known else None
        if peaks is not None:
            facts = sound_facts(peaks, files.legs, joined=not single)
            self._say(self.found, peaks, facts, files)

    def _check(self, files: CallFiles, progress: Progress) -> None:
        """Whether each file is still what was imported; read only where it looks otherwise."""
        changed = []
        for leg, path in zip(files.legs, files.paths, strict=True):
            if path is not None and not self._is_the_same(leg.recording, path, progress):
                changed.append(problem_of(leg.recording, "player.other_content"))
        if changed:
            self._say(self.doubtful, tuple(changed))

    def _is_the_same(self, recording: Recording, path: Path, progress: Progress) -> bool:
        known_files = self._services.known_files
        known = known_files.known(recording.media_hash)
        try:
            if known is not None and known.looks_like(path):
                return True
            # The workspace's own copies were hashed as they were made; verifying reads them all.
            unseen_copy = known is None and not recording.referenced
            content = recording.media_hash.removeprefix("sha256:")
            if not unseen_copy and content_of(path, progress) != content:
                return False
        except OSError:
            # Gone meanwhile: the next opening says so.
            return True
        known_files.remember(recording.media_hash, path)
        return True


class _Told:
    """Tells how far joining is, and passes on whether it is still wanted."""

    def __init__(self, loading: SoundLoading, progress: Progress) -> None:
        self._loading = loading
        self._progress = progress

    def report(self, done: int, total: int, what: str = "") -> None:
        self._progress.report(done, total, what)
        self._loading.say_joining(done, total)
