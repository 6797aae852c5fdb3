"""Sets and moves the chosen range and comments by keys, as the pointer does by dragging."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.keyboard import NUDGES, KeyIntent
from qa_desktop.desktop.waveform.nudging import NudgeRun, nudged_span, step_ms
from qa_desktop.desktop.waveform.pin_layout import end_of
from qa_desktop.desktop.waveform.state import Pin, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale


class RangeMarking(QObject):
    """Signals: `range_selected(int, int)`; `comment_moved(Pin)` once a run of nudges;
    `reveal_requested(int)` for an edge that a nudge moved out of sight.
    """

    range_selected = Signal(int, int)
    comment_moved = Signal(object)
    reveal_requested = Signal(int)

    def __init__(self, canvas: LaneCanvas, now_ms: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._now_ms = now_ms
        self._state = WaveformState()
        self._mark_ms: int | None = None
        self._run = NudgeRun(self)
        self._run.moved.connect(self._canvas.show_nudged)
        self._run.settled.connect(self.comment_moved)

    def show_state(self, state: WaveformState) -> None:
        another = state.media_id != self._state.media_id
        self._state = state
        if another:
            self.mark(None)
        pending = self._run.pin
        if pending is not None and all(pin.id != pending.id for pin in state.pins):
            self._run.forget()

    def mark(self, moment_ms: int | None) -> None:
        """Where a range begins whose end isn't set yet."""
        self._mark_ms = moment_ms
        self._canvas.show_mark(moment_ms)

    def mark_in(self) -> None:
        selection, now_ms = self._state.selection, self._now_ms()
        if selection is not None and now_ms < selection.end_ms:
            self.range_selected.emit(now_ms, selection.end_ms)
        else:
            self.mark(now_ms)

    def mark_out(self) -> None:
        selection, now_ms = self._state.selection, self._now_ms()
        start_ms = (
            self._mark_ms if selection is None or self._mark_ms is not None else selection.start_ms
        )
        if start_ms is not None and start_ms != now_ms:
            self.mark(None)
            self.range_selected.emit(min(start_ms, now_ms), max(start_ms, now_ms))

    def nudge(self, intent: KeyIntent, scale: TimeScale) -> None:
        """The chosen range's edge, or the active comment's; nothing where there is neither."""
        edge, way = NUDGES[intent]
        by_ms = way * step_ms(scale)
        selection, duration_ms = self._state.selection, self._state.duration_ms
        if selection is not None:
            moved = nudged_span(selection, edge, by_ms, duration_ms)
            if moved != selection:
                self.range_selected.emit(moved.start_ms, moved.end_ms)
                self._reveal(intent, moved.start_ms, moved.end_ms)
            return
        pin = self._active()
        if pin is not None:
            self._run.nudge(pin, edge, by_ms, duration_ms)
            now = self._run.pin or pin
            self._reveal(intent, now.start_ms, end_of(now))

    def settle(self) -> None:
        """What keys have moved so far is moved now."""
        self._run.settle()

    def span(self) -> Span | None:
        """What Z zooms to: the chosen range, else the active comment's if it has a length."""
        if self._state.selection is not None:
            return self._state.selection
        pin = self._active()
        if pin is None or pin.end_ms is None:
            return None
        return Span(start_ms=pin.start_ms, end_ms=pin.end_ms)

    def _active(self) -> Pin | None:
        active = self._state.active_pin
        return next((pin for pin in self._state.pins if pin.id == active), None)

    def _reveal(self, intent: KeyIntent, start_ms: int, end_ms: int) -> None:
        at_start = intent in (KeyIntent.NUDGE_START_BACK, KeyIntent.NUDGE_START_AHEAD)
        self.reveal_requested.emit(start_ms if at_start else end_ms)
