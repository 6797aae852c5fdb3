"""Playing as a reviewer listens: resume a little earlier, skip silence, play or loop a range."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qa_desktop.desktop.player.protocol import Player, PlayState, Solo
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.desktop.waveform.transport_state import next_speed

STEP_MS = 1000
_WATCH_MS = 30
_SLOWEST, _FASTEST = 0.5, 3.0
_JKL_STEP = 0.25
_NEAR_END_MS = 50


class Listening(QObject):
    """Signals: `changed` when what is playing, its speed or its sides changed;
    `moved(int)`: the position after a seek, and often while playing; `problem(Problem)`.
    """

    changed = Signal()
    moved = Signal(int)
    problem = Signal(object)

    def __init__(
        self, player: Player, rewind_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """`rewind_ms` tells how far playing on after a pause goes back."""
        super().__init__(parent)
        self._player = player
        self._rewind_ms = rewind_ms
        self._skipped: tuple[Span, ...] = ()
        self._skip_starts: list[int] = []
        self._paused_at: int | None = None
        self._range: Span | None = None
        self._loops = False
        self.skips_silence = False
        self.skipped_ms = 0
        self.duration_ms = 0
        self._watch = QTimer(self)
        self._watch.setTimerType(Qt.TimerType.PreciseTimer)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._look)
        player.state_changed.connect(self._when_changed)
        player.problem.connect(self.problem)

    def load(self, path: Path, duration_ms: int, at_ms: int = 0) -> None:
        """`at_ms`: where it stands then."""
        self.duration_ms = duration_ms
        self._range = None
        self._player.load(path, duration_ms)
        if at_ms:
            self.seek(at_ms)

    def show_silences(self, silences: Iterable[Span]) -> None:
        """What is jumped over while silence is skipped."""
        self._skipped = tuple(sorted(silences, key=lambda span: span.start_ms))
        self._skip_starts = [span.start_ms for span in self._skipped]

    @property
    def player(self) -> Player:
        return self._player

    @property
    def playing(self) -> bool:
        return self._player.state() is PlayState.PLAYING

    @property
    def playable(self) -> bool:
        return self._player.state() not in (PlayState.FAILED, PlayState.EMPTY)

    @property
    def rate(self) -> float:
        return self._player.rate()

    def position_ms(self) -> int:
        return self._player.position_ms()

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """On from a pause: a little earlier, unless the position was chosen since."""
        self._range = None
        if self._paused_at is not None and self._player.state() is PlayState.PAUSED:
            self._player.seek(max(self._paused_at - self._rewind_ms(), 0))
        self._paused_at = None
        self._player.play()

    def pause(self) -> None:
        self._player.pause()
        self._paused_at = self._player.position_ms()

    def play_range(self, span: Span, *, loop: bool) -> None:
        self._player.seek(span.start_ms)
        self._paused_at = None
        self._range, self._loops = span, loop
        self._player.play()

    def play_around(self, span: Span, around_ms: int) -> None:
        """A comment's span, or its moment, with what was said about it."""
        start_ms = max(span.start_ms - around_ms, 0)
        end_ms = min(span.end_ms + around_ms, self.duration_ms)
        self.play_range(Span(start_ms=start_ms, end_ms=end_ms), loop=False)

    def seek(self, position_ms: int, *, dragging: bool = False) -> None:
        position_ms = min(max(position_ms, 0), self.duration_ms)
        self._paused_at = None
        if self._range is not None and not _inside(self._range, position_ms):
            self._range = None
        self._player.seek(position_ms, dragging=dragging)
        self.moved.emit(position_ms)

    def step(self, delta_ms: int) -> None:
        self.seek(self.position_ms() + delta_ms)

    def set_rate(self, rate: float) -> None:
        self._player.set_rate(min(max(rate, _SLOWEST), _FASTEST))
        self.changed.emit()

    def step_rate(self, *, faster: bool) -> None:
        self.set_rate(next_speed(self.rate, faster=faster))

    def faster(self) -> None:
        """L: plays; while playing, faster."""
        if not self.playing:
            self.play()
        else:
            self.set_rate(self.rate + _JKL_STEP)

    def slower(self) -> None:
        """J: slower while playing fast, else a step back."""
        if self.playing and self.rate > 1:
            self.set_rate(max(self.rate - _JKL_STEP, 1.0))
        else:
            self.step(-STEP_MS)

    def set_solo(self, solo: Solo) -> None:
        self._player.set_solo(solo)
        self.changed.emit()

    def set_skips_silence(self, *, skips: bool) -> None:
        """What was skipped is counted from here."""
        if skips and not self.skips_silence:
            self.skipped_ms = 0
        self.skips_silence = skips
        self.changed.emit()

    def close(self) -> None:
        self._watch.stop()
        self._player.close()

    def _when_changed(self, state: PlayState) -> None:
        if state is PlayState.PLAYING:
            self._watch.start()
        else:
            self._watch.stop()
            self.moved.emit(self.position_ms())
        if state is PlayState.ENDED and self._range is not None and self._loops:
            self.play_range(self._range, loop=True)
        self.changed.emit()

    def _look(self) -> None:
        now_ms = self.position_ms()
        if self._range is not None and now_ms >= self._range.end_ms:
            if self._loops:
                self._player.seek(self._range.start_ms)
            else:
                self._player.pause()
                self._player.seek(self._range.end_ms)
                self._range = None
        elif self.skips_silence and self._range is None:
            self._skip(now_ms)
        self.moved.emit(self.position_ms())

    def _skip(self, now_ms: int) -> None:
        at = bisect_right(self._skip_starts, now_ms) - 1
        if at < 0 or now_ms >= self._skipped[at].end_ms - _NEAR_END_MS:
            return
        end_ms = self._skipped[at].end_ms
        self.skipped_ms += end_ms - now_ms
        self._player.seek(end_ms)
        self.changed.emit()


def _inside(span: Span, position_ms: int) -> bool:
    return span.start_ms <= position_ms <= span.end_ms
