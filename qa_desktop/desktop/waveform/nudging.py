"""Moves the edges of a comment by keys; a run of nudges is one move, as one drag is."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from qa_desktop.desktop.waveform.state import Pin, Span
from qa_desktop.desktop.waveform.time_scale import TimeScale

SETTLES_MS = 700
_LEAST_RANGE_MS = 10
_STEPS_MS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_STEP_PX = 2


class Edge(StrEnum):
    START = "start"
    END = "end"


def step_ms(scale: TimeScale) -> int:
    """How far one nudge goes: a round length of about two pixels, so it is seen and exact."""
    return max((s for s in _STEPS_MS if s <= _STEP_PX * scale.ms_per_px), default=_STEPS_MS[0])


def nudged_span(span: Span, edge: Edge, by_ms: int, duration_ms: int) -> Span:
    """The other edge stays; a range never turns over nor shrinks to nothing."""
    if edge is Edge.START:
        start_ms = min(span.start_ms + by_ms, span.end_ms - _LEAST_RANGE_MS)
        return replace(span, start_ms=max(start_ms, 0))
    end_ms = max(span.end_ms + by_ms, span.start_ms + _LEAST_RANGE_MS)
    return replace(span, end_ms=min(end_ms, duration_ms))


def nudged_pin(pin: Pin, edge: Edge, by_ms: int, duration_ms: int) -> Pin:
    """A point moves by its start; its end has nothing to move until it goes ahead of the start."""
    if pin.end_ms is not None:
        span = Span(start_ms=pin.start_ms, end_ms=pin.end_ms)
        moved = nudged_span(span, edge, by_ms, duration_ms)
        return replace(pin, start_ms=moved.start_ms, end_ms=moved.end_ms)
    if edge is Edge.START:
        return replace(pin, start_ms=min(max(pin.start_ms + by_ms, 0), duration_ms))
    if by_ms <= 0 or pin.start_ms + _LEAST_RANGE_MS > duration_ms:
        return pin
    end_ms = pin.start_ms + max(by_ms, _LEAST_RANGE_MS)
    return replace(pin, end_ms=min(end_ms, duration_ms))


class NudgeRun(QObject):
    """Collects nudges of one comment until the keys rest.

    Signals: `moved(Pin)` at each nudge; `settled(Pin)` once, at the end of the run.
    """

    moved = Signal(object)
    settled = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pin: Pin | None = None
        self._from: Pin | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLES_MS)
        self._rest.timeout.connect(self.settle)

    @property
    def pin(self) -> Pin | None:
        """Where the comment stands by now; None while no run is under way."""
        return self._pin

    def nudge(self, pin: Pin, edge: Edge, by_ms: int, duration_ms: int) -> None:
        """`pin` as it is saved; another one settles the run of the last."""
        if self._pin is not None and self._pin.id != pin.id:
            self.settle()
        if self._pin is None:
            self._from = pin
        self._pin = nudged_pin(self._pin or pin, edge, by_ms, duration_ms)
        self._rest.start()
        self.moved.emit(self._pin)

    def settle(self) -> None:
        """Ends the run now; nothing if none is under way or all came back."""
        self._rest.stop()
        pin, self._pin = self._pin, None
        if pin is not None and self._from is not None:
            came_back = (pin.start_ms, pin.end_ms) == (self._from.start_ms, self._from.end_ms)
            self.moved.emit(None)
            if not came_back:
                self.settled.emit(pin)

    def forget(self) -> None:
        """The comment is gone: there is nothing to move any more."""
        self._rest.stop()
        if self._pin is not None:
            self._pin = None
            self.moved.emit(None)
