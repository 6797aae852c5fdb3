"""The sound of a call as the panel has it: its files, what came of them, and what is wrong."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.review.sound.sound_facts import SoundFacts, sound_facts
from qa_desktop.desktop.review.sound.sound_loading import CallFiles, SoundLoading, files_of
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.legs import as_one, legs_of
from qa_desktop.interactions.model import Recording


class CallSound(QObject):
    """All recordings of a call as one. `joined_pct`: how much of several is one by now.

    Signals: `changed`; `playable(Path)` when there is a file to hear, of one recording at once;
    `facts_found(SoundFacts)`; `doubted` when files turn out to be missing, damaged or changed;
    `failed(ProblemError)`.
    """

    changed = Signal()
    playable = Signal(object)
    facts_found = Signal(object)
    doubted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        interaction_id: str,
        recordings: Sequence[Recording],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._interaction_id = interaction_id
        self._loading: SoundLoading | None = None
        self.facts = SoundFacts()
        self.peaks: Peaks | None = None
        self._take(recordings)

    def _take(self, recordings: Sequence[Recording]) -> None:
        self.legs = legs_of(recordings)
        self.recording = as_one(recordings)
        self.files = files_of(self._services.workspace.folder, self._interaction_id, self.legs)
        self.doubts: tuple[Problem, ...] = ()
        self.partial = bool(self.files.heard)
        self.joined_pct = 0 if self.only_file is None and self.files.heard else None

    @property
    def only_file(self) -> Path | None:
        """Of a call of one recording that is at hand."""
        return self.files.paths[0] if len(self.files.paths) == 1 else None

    def open(self) -> None:
        """Of one recording the player gets the file itself, of several what is joined of them."""
        self.doubted.emit()
        if self.only_file is not None:
            self.playable.emit(self.only_file)
        self._load()

    def _load(self) -> None:
        self._loading = loading = SoundLoading(self._services, self.files)
        loading.joining.connect(self._show_joining)
        loading.opened.connect(self._opened)
        loading.grew.connect(self._grow)
        loading.found.connect(self._find)
        loading.failed.connect(self._fail)
        loading.doubtful.connect(self._doubt)
        self.changed.emit()

    def show_recordings(self, recordings: Sequence[Recording]) -> bool:
        """The same ones with other sides, or at other places; False where `open` has to follow,
        True where the player can go on."""
        before, doubts, loading = self.files, self.doubts, self.partial
        self._take(recordings)
        if self.only_file is None or self.files.paths != before.paths or doubts:
            self.close()
            return False
        if loading or self.peaks is None:
            # What is under way would find the facts of the sides as they were.
            self.close()
            self._load()
        else:
            self.partial = False
            self._take_facts(sound_facts(self.peaks, self.legs, joined=False))
        return True

    def close(self) -> None:
        """What is still being read tells nothing more."""
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None

    def _opened(self, path: Path) -> None:
        self.joined_pct = None
        self.playable.emit(path)
        self.changed.emit()

    def _show_joining(self, done: int, total: int) -> None:
        percent = round(done * 100 / max(total, 1))
        if self.joined_pct is not None and percent != self.joined_pct:
            self.joined_pct = percent
            self.changed.emit()

    def _grow(self, peaks: Peaks) -> None:
        if self.partial:
            self.peaks = peaks
            self.changed.emit()

    def _find(self, peaks: Peaks, facts: SoundFacts, files: CallFiles) -> None:
        self.files = files
        self.peaks, self.partial = peaks, False
        self._take_facts(facts)

    def _take_facts(self, facts: SoundFacts) -> None:
        self.facts = facts
        self.changed.emit()
        self.facts_found.emit(facts)

    def _doubt(self, problems: tuple[Problem, ...]) -> None:
        self.doubts = (*self.doubts, *problems)
        self.doubted.emit()

    def _fail(self, error: ProblemError) -> None:
        """Moments can be commented on still; nothing has to be waited for."""
        self.partial, self.joined_pct = False, None
        self.changed.emit()
        self.failed.emit(error)
