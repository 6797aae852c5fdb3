"""What a press, a drag and a release on the waveform mean; no Qt, so every case is tested."""

from dataclasses import dataclass, replace
from enum import StrEnum

from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.snapping import Snap
from qa_desktop.desktop.waveform.state import Pin, Span

DRAG_PX = 4


class Place(StrEnum):
    """What lies under the pointer."""

    BODY = "body"
    AXIS = "axis"
    PIN = "pin"
    START_HANDLE = "start_handle"
    END_HANDLE = "end_handle"
    SELECTION_START = "selection_start"
    SELECTION_END = "selection_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`pin` is set on handles, `group` on the rail's glyphs."""

    place: Place
    pin: Pin | None = None
    group: PinGroup | None = None


@dataclass(frozen=True, slots=True)
class Selecting:
    span: Span


@dataclass(frozen=True, slots=True)
class Moving:
    """A comment's new place; nothing is saved before the release."""

    pin: Pin


@dataclass(frozen=True, slots=True)
class Scrubbing:
    moment_ms: int


@dataclass(frozen=True, slots=True)
class Clicked:
    hit: Hit
    moment_ms: int


Meaning = Selecting | Moving | Scrubbing | Clicked


class Gesture:
    """One press until its release; it becomes a drag after 4 px and can be given up before.

    A step's `snap` gives the edge near a moment, or None; `snapped_ms` is the one it snapped to.
    """

    def __init__(
        self, hit: Hit, x: float, moment_ms: int, *, duration_ms: int, selection: Span | None
    ) -> None:
        self._hit = hit
        self._x = x
        self._pressed_ms = moment_ms
        self._duration_ms = duration_ms
        self._selection = selection
        self._snap: Snap | None = None
        self.dragging = False
        self.snapped_ms: int | None = None

    @property
    def own_edges(self) -> frozenset[int]:
        """Those of what is dragged: it must not snap back to where it was."""
        pin = self._pin()
        if pin is not None:
            return frozenset({pin.start_ms, pin.start_ms if pin.end_ms is None else pin.end_ms})
        if self._selection is not None:
            return frozenset({self._selection.start_ms, self._selection.end_ms})
        return frozenset()

    def move(self, x: float, moment_ms: int, snap: Snap | None = None) -> Meaning | None:
        """What the drag shows by now; None while it is still a click."""
        self.dragging = self.dragging or abs(x - self._x) >= DRAG_PX
        self._snap = snap
        return self._drag(moment_ms) if self.dragging else None

    def release(self, moment_ms: int, snap: Snap | None = None) -> Meaning:
        self._snap = snap
        if self.dragging and (meant := self._drag(moment_ms)) is not None:
            return meant
        return Clicked(self._hit, self._pressed_ms)

    def _drag(self, moment_ms: int) -> Meaning | None:
        self.snapped_ms = None
        match self._hit.place:
            case Place.AXIS:
                return Scrubbing(moment_ms)
            case Place.BODY:
                begun_ms = self._snapped(self._pressed_ms)
                return Selecting(_ordered(begun_ms, self._snapped(moment_ms)))
            case Place.SELECTION_START | Place.SELECTION_END:
                return Selecting(self._edge_moved(self._snapped(moment_ms)))
            case _:
                moved = self._pin_moved(moment_ms)
                return None if moved is None else Moving(moved)

    def _snapped(self, moment_ms: int) -> int:
        self.snapped_ms = None if self._snap is None else self._snap(moment_ms)
        return moment_ms if self.snapped_ms is None else self.snapped_ms

    def _edge_moved(self, moment_ms: int) -> Span:
        if self._selection is None:
            return _ordered(self._pressed_ms, moment_ms)
        if self._hit.place is Place.SELECTION_START:
            return _ordered(moment_ms, self._selection.end_ms)
        return _ordered(self._selection.start_ms, moment_ms)

    def _pin(self) -> Pin | None:
        group = self._hit.group
        if self._hit.pin is None and group is not None and not group.is_cluster:
            return group.pins[0]
        return self._hit.pin

    def _pin_moved(self, moment_ms: int) -> Pin | None:
        pin = self._pin()
        if pin is None:
            return None
        if pin.end_ms is None:
            return moved_to(pin, self._snapped(moment_ms), None)
        if self._hit.place is Place.START_HANDLE:
            span = _ordered(self._snapped(moment_ms), pin.end_ms)
            return moved_to(pin, span.start_ms, span.end_ms)
        if self._hit.place is Place.END_HANDLE:
            span = _ordered(pin.start_ms, self._snapped(moment_ms))
            return moved_to(pin, span.start_ms, span.end_ms)
        length_ms = pin.end_ms - pin.start_ms
        shifted = pin.start_ms + moment_ms - self._pressed_ms
        start_ms = self._snapped(shifted)
        if self.snapped_ms is None:
            start_ms = self._snapped(shifted + length_ms) - length_ms
        start_ms = min(max(start_ms, 0), self._duration_ms - length_ms)
        return moved_to(pin, start_ms, start_ms + length_ms)


def _ordered(one_ms: int, other_ms: int) -> Span:
    return Span(start_ms=min(one_ms, other_ms), end_ms=max(one_ms, other_ms))


def moved_to(pin: Pin, start_ms: int, end_ms: int | None) -> Pin:
    return replace(pin, start_ms=start_ms, end_ms=end_ms)
