"""Goes to comments on the waveform and opens them, one by one or as a cluster's list."""

from PySide6.QtCore import QObject, Signal

from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.cluster_menu import open_cluster
from qa_desktop.desktop.waveform.pin_layout import PinGroup, pin_after, pin_before
from qa_desktop.desktop.waveform.state import Pin, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale

_REACH_MS = 50


class PinOpening(QObject):
    """Signals: `activated(str id)`; `reached(Pin)` for one that was stepped to;
    `window_requested(Span)`.
    """

    activated = Signal(str)
    reached = Signal(object)
    window_requested = Signal(object)

    def __init__(self, canvas: LaneCanvas, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._theme = theme
        self._state = WaveformState()

    def show_state(self, state: WaveformState) -> None:
        self._state = state

    def step(self, now_ms: int, *, ahead: bool) -> None:
        pins = self._state.pins
        pin: Pin | None
        pin = pin_after(pins, now_ms) if ahead else pin_before(pins, now_ms - _REACH_MS)
        if pin is not None:
            self.reached.emit(pin)
            self.activated.emit(pin.id)

    def open_at(self, now_ms: int, scale: TimeScale) -> None:
        """The comment at the playhead, else the active one; a cluster opens its list."""
        near = [pin for pin in self._state.pins if abs(pin.start_ms - now_ms) <= _REACH_MS]
        chosen = near[0].id if near else self._state.active_pin
        group = self._canvas.picture.pins(scale).group_of(chosen) if chosen else None
        if group is not None and group.is_cluster:
            self.open(group)
        elif chosen is not None:
            self.activated.emit(chosen)

    def open(self, group: PinGroup) -> None:
        if not group.is_cluster:
            self.activated.emit(group.pins[0].id)
            return
        open_cluster(
            self._canvas,
            self._theme,
            group,
            self._state.active_pin,
            self._canvas.glyph_corner(group),
            lambda pin: self.activated.emit(pin.id),
            self._zoom_in_on,
        )

    def _zoom_in_on(self, group: PinGroup) -> None:
        """All of its pins, with half as much on either side."""
        first_ms, last_ms = group.pins[0].start_ms, group.pins[-1].start_ms
        around_ms = (last_ms - first_ms) // 2
        span = Span(start_ms=first_ms - around_ms, end_ms=last_ms + around_ms)
        self.window_requested.emit(span)
