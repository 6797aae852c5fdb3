"""Plays just a moment of a session's copies: the file, the player and the waveform of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.review.sound.call_sound import CallSound
from qa_desktop.desktop.review.sound.listening import Listening
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.interactions.model import InteractionDetail


class SpanSound(QObject):
    """One recording at a time, loaded when something of it is first to be heard; the engine
    starts then, too. Times are the interaction's.

    Signals: `changed` when it began or ended to play, or peaks came; `problem(Problem)`;
    `failed(ProblemError)`.
    """

    changed = Signal()
    problem = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject, player: Player | None = None) -> None:
        """`player` None: the one that the settings ask for, made when it is first needed."""
        super().__init__(parent)
        self._services = services
        self._player = player
        self._listening: Listening | None = None
        self._call: CallSound | None = None
        self._interaction: str | None = None
        self._offset_ms = 0
        self._ready = False
        self._wanted: Span | None = None
        self.span: Span | None = None

    def show(self, detail: InteractionDetail | None) -> None:
        """What is heard next; None or one without a recording: nothing."""
        wanted = None if detail is None or not detail.recordings else detail.interaction.id
        if wanted == self._interaction:
            return
        self.stop()
        if self._call is not None:
            self._call.close()
            self._call.deleteLater()
            self._call = None
        self._interaction, self._ready, self._wanted, self.span = wanted, False, None, None
        if detail is None or wanted is None:
            self.changed.emit()
            return
        self._offset_ms = min(recording.offset_ms for recording in detail.recordings)
        self._call = CallSound(self._services, wanted, detail.recordings, self)
        self._call.playable.connect(self._take)
        self._call.changed.connect(self.changed)
        self._call.failed.connect(self.failed)
        self._call.doubted.connect(self._tell_doubts)
        self._call.open()

    @property
    def can_play(self) -> bool:
        return self._call is not None and bool(self._call.files.heard)

    @property
    def peaks(self) -> Peaks | None:
        return None if self._call is None else self._call.peaks

    @property
    def offset_ms(self) -> int:
        """Where the sound begins on the interaction's clock."""
        return self._offset_ms

    @property
    def playing(self) -> bool:
        return self._listening is not None and self._listening.playing

    def position_ms(self) -> int:
        """On the interaction's clock."""
        if self._listening is None:
            return self._offset_ms
        return self._listening.position_ms() + self._offset_ms

    def play(self, start_ms: int, end_ms: int) -> None:
        """Just that span; at once, or as soon as the recording is at hand."""
        if self._call is None:
            return
        self.span = Span(start_ms=start_ms, end_ms=end_ms)
        self._wanted = Span(
            start_ms=max(start_ms - self._offset_ms, 0), end_ms=max(end_ms - self._offset_ms, 0)
        )
        self._play_wanted()

    def toggle(self, start_ms: int, end_ms: int) -> None:
        if self.playing and self.span == Span(start_ms=start_ms, end_ms=end_ms):
            self.stop()
        else:
            self.play(start_ms, end_ms)

    def stop(self) -> None:
        self._wanted = None
        if self._listening is not None and self._listening.playing:
            self._listening.pause()

    def close(self) -> None:
        """Frees the engine."""
        self.show(None)
        if self._player is not None:
            self._player.close()
            self._player = None

    def _play_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or not self._ready:
            return
        self._wanted = None
        self._listener().play_range(wanted, loop=False)

    def _take(self, path: Path) -> None:
        call = self._call
        if call is None:
            return
        self._listener().load(path, call.recording.duration_ms)
        self._ready = True
        self._play_wanted()
        self.changed.emit()

    def _listener(self) -> Listening:
        if self._listening is None:
            if self._player is None:
                headless = QGuiApplication.platformName() in ("offscreen", "minimal")
                self._player = make_player(self._services.settings.engine, headless=headless)
            self._listening = Listening(self._player, lambda: 0, parent=self)
            self._listening.changed.connect(self.changed)
            self._listening.problem.connect(self.problem)
        return self._listening

    def _tell_doubts(self) -> None:
        for doubt in self._call.doubts if self._call is not None else ():
            self.problem.emit(doubt)
        self.changed.emit()
