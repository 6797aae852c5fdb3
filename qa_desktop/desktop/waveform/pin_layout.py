"""Places pins on the rail: neighbours that would touch become one cluster."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.desktop.waveform.state import Pin

PIN_PX = 22


@dataclass(frozen=True, slots=True)
class PinGroup:
    """One glyph on the rail at `moment_ms`: a single pin, or several with their count."""

    moment_ms: int
    pins: tuple[Pin, ...]

    @property
    def is_cluster(self) -> bool:
        return len(self.pins) > 1


class PinLayout:
    """The glyphs of all pins at one zoom; panning keeps them as they are."""

    def __init__(self, pins: Sequence[Pin], ms_per_px: float) -> None:
        self._groups = _grouped(pins, PIN_PX * ms_per_px)
        self._moments = [group.moment_ms for group in self._groups]
        self._reach_ms = PIN_PX / 2 * ms_per_px
        self._ranges = tuple(pin for pin in pins if pin.end_ms is not None)
        self._longest_ms = max((_end(pin) - pin.start_ms for pin in self._ranges), default=0)
        self._range_starts = [pin.start_ms for pin in self._ranges]

    def visible_groups(self, start_ms: float, end_ms: float) -> Sequence[PinGroup]:
        """Those whose glyph reaches into the span."""
        first = bisect_left(self._moments, start_ms - self._reach_ms)
        return self._groups[first : bisect_right(self._moments, end_ms + self._reach_ms)]

    def visible_ranges(self, start_ms: float, end_ms: float) -> Sequence[Pin]:
        first = bisect_left(self._range_starts, start_ms - self._longest_ms)
        last = bisect_right(self._range_starts, end_ms)
        return [pin for pin in self._ranges[first:last] if _end(pin) >= start_ms]

    def group_at(self, moment_ms: float) -> PinGroup | None:
        """The glyph under a moment of the rail, the nearest if two reach it."""
        near = self.visible_groups(moment_ms, moment_ms)
        return min(near, key=lambda group: abs(group.moment_ms - moment_ms), default=None)


def pin_after(pins: Sequence[Pin], moment_ms: int) -> Pin | None:
    """The first pin that starts later."""
    return next((pin for pin in pins if pin.start_ms > moment_ms), None)


def pin_before(pins: Sequence[Pin], moment_ms: int) -> Pin | None:
    """The last pin that starts earlier."""
    return next((pin for pin in reversed(pins) if pin.start_ms < moment_ms), None)


def _end(pin: Pin) -> int:
    return pin.start_ms if pin.end_ms is None else pin.end_ms


def _grouped(pins: Sequence[Pin], least_ms: float) -> list[PinGroup]:
    groups: list[list[Pin]] = []
    for pin in pins:
        if groups and pin.start_ms - groups[-1][0].start_ms < least_ms:
            groups[-1].append(pin)
        else:
            groups.append([pin])
    return [PinGroup(group[0].start_ms, tuple(group)) for group in groups]
