"""Places pins on the rail: neighbours that would touch become one cluster."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.state import Pin
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.reviews.model import CommentKind

KINDS = tuple(CommentKind)
_STEPS_PER_OCTAVE = 4


@dataclass(frozen=True, slots=True)
class PinGroup:
    """One glyph on the rail at `moment_ms`: a single pin, or several with their count."""

    moment_ms: int
    pins: tuple[Pin, ...]

    @property
    def is_cluster(self) -> bool:
        return len(self.pins) > 1


class PinTrack:
    """All pins of a recording, ready to be placed at any zoom."""

    def __init__(self, pins: Sequence[Pin]) -> None:
        self.pins = tuple(pins)
        self._starts = np.array([pin.start_ms for pin in pins], dtype=np.float64)
        self._ends = np.array([end_of(pin) for pin in pins], dtype=np.float64)
        self._points = np.array([pin.end_ms is None for pin in pins], dtype=np.bool_)
        self._kinds = np.array([KINDS.index(pin.kind) for pin in pins], dtype=np.uint8)
        self._layouts: dict[int, PinLayout] = {}

    def layout(self, ms_per_px: float) -> "PinLayout":
        """Clusters change in steps of a quarter octave, so that they keep still while zooming."""
        step = math.ceil(math.log2(ms_per_px) * _STEPS_PER_OCTAVE)
        found = self._layouts.get(step)
        if found is None:
            found = PinLayout(self.pins, 2 ** (step / _STEPS_PER_OCTAVE))
            self._layouts[step] = found
        return found

    def columns(
        self, scale: TimeScale, pixel_ratio: float, least_px: float
    ) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.bool_]]:
        """Where the visible stems stand: device columns, indices into KINDS, which are points.

        Points, and ranges too short to have a box of `least_px`.
        """
        short = self._points | (self._ends - self._starts <= least_px * scale.ms_per_px)
        seen = short & (self._starts >= scale.start_ms) & (self._starts <= scale.end_ms)
        first, ms_per_column = scale.columns(pixel_ratio)
        columns = np.rint(self._starts[seen] / ms_per_column).astype(np.int64) - first
        return columns, self._kinds[seen], self._points[seen]


class PinLayout:
    """The glyphs of all pins at one zoom; panning keeps them as they are."""

    def __init__(self, pins: Sequence[Pin], ms_per_px: float) -> None:
        self._pins = tuple(pins)
        self._starts = [pin.start_ms for pin in pins]
        self._firsts = _firsts(self._starts, measures.PIN_DISTANCE * ms_per_px)
        self._moments = [self._starts[first] for first in self._firsts]
        self._reach_ms = measures.PIN_DISTANCE / 2 * ms_per_px
        self._ranges = tuple(pin for pin in pins if pin.end_ms is not None)
        self._longest_ms = max((end_of(pin) - pin.start_ms for pin in self._ranges), default=0)
        self._range_starts = [pin.start_ms for pin in self._ranges]

    def visible_groups(self, start_ms: float, end_ms: float) -> Sequence[PinGroup]:
        """Those whose glyph reaches into the span."""
        first = bisect_left(self._moments, start_ms - self._reach_ms)
        last = bisect_right(self._moments, end_ms + self._reach_ms)
        return [self._group(at) for at in range(first, last)]

    def visible_ranges(self, start_ms: float, end_ms: float) -> Sequence[Pin]:
        first = bisect_left(self._range_starts, start_ms - self._longest_ms)
        last = bisect_right(self._range_starts, end_ms)
        return [pin for pin in self._ranges[first:last] if end_of(pin) >= start_ms]

    def group_at(self, moment_ms: float) -> PinGroup | None:
        """The glyph under a moment of the rail, the nearest if two reach it."""
        near = self.visible_groups(moment_ms, moment_ms)
        return min(near, key=lambda group: abs(group.moment_ms - moment_ms), default=None)

    def group_of(self, pin_id: str) -> PinGroup | None:
        """The glyph that a pin is in."""
        index = next((i for i, pin in enumerate(self._pins) if pin.id == pin_id), None)
        return None if index is None else self._group(bisect_right(self._firsts, index) - 1)

    def _group(self, at: int) -> PinGroup:
        first = self._firsts[at]
        end = self._firsts[at + 1] if at + 1 < len(self._firsts) else len(self._pins)
        return PinGroup(self._starts[first], self._pins[first:end])


def pin_after(pins: Sequence[Pin], moment_ms: int) -> Pin | None:
    """The first pin that starts later."""
    return next((pin for pin in pins if pin.start_ms > moment_ms), None)


def pin_before(pins: Sequence[Pin], moment_ms: int) -> Pin | None:
    """The last pin that starts earlier."""
    return next((pin for pin in reversed(pins) if pin.start_ms < moment_ms), None)


def end_of(pin: Pin) -> int:
    """A point ends where it starts."""
    return pin.start_ms if pin.end_ms is None else pin.end_ms


def _firsts(starts: list[int], least_ms: float) -> list[int]:
    """The index of each group's first pin; the others start less than `least_ms` after it."""
    firsts: list[int] = []
    at = 0
    while at < len(starts):
        firsts.append(at)
        at = bisect_left(starts, starts[at] + least_ms, lo=at + 1)
    return firsts
