"""What a press and a drag on the overview do to its window; no Qt, so every case is tested."""

from dataclasses import dataclass
from enum import StrEnum

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.time_scale import TimeScale


class Part(StrEnum):
    """What of the window lies under the pointer."""

    START = "start"
    END = "end"
    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class WindowBox:
    """Where the window is drawn: never narrower than can be seen and taken hold of."""

    left: float
    right: float


def box_of(window: TimeScale, whole: TimeScale) -> WindowBox:
    left, right = whole.x(window.start_ms), whole.x(window.end_ms)
    lacking = measures.LEAST_WINDOW - (right - left)
    if lacking > 0:
        left, right = left - lacking / 2, right + lacking / 2
        shift = max(-left, 0.0) - max(right - whole.width_px, 0.0)
        left, right = left + shift, right + shift
    return WindowBox(left, right)


def part_at(x: float, window: TimeScale, whole: TimeScale) -> Part:
    """The edges reach 6 px out, and in as far as half of a small window leaves a middle."""
    box = box_of(window, whole)
    inner = min(measures.HANDLE, (box.right - box.left) / 4)
    if box.left - measures.HANDLE <= x <= box.left + inner:
        return Part.START
    if box.right - inner <= x <= box.right + measures.HANDLE:
        return Part.END
    return Part.INSIDE if box.left < x < box.right and not window.is_whole else Part.OUTSIDE


class WindowGrip:
    """One press on the overview until its release."""

    def __init__(self, x: float, window: TimeScale, whole: TimeScale) -> None:
        self._whole = whole
        self._window = window
        self.part = part_at(x, window, whole)
        pressed_ms = whole.start_ms + x * whole.ms_per_px
        held_ms = {
            Part.START: window.start_ms,
            Part.END: window.end_ms,
            Part.INSIDE: window.start_ms + window.length_ms / 2,
            Part.OUTSIDE: pressed_ms,
        }[self.part]
        # A window that is drawn wider than it is must not jump when it is taken.
        self._off_ms = pressed_ms - held_ms

    def centre_ms(self, x: float) -> float:
        """Where the window's middle goes."""
        return self._moment(x)

    def resized(self, x: float) -> tuple[float, float]:
        """The window with the held edge there; it stops a little before the other edge."""
        moment_ms = min(max(self._moment(x), 0.0), float(self._whole.duration_ms))
        least_ms = min(measures.HANDLE * self._whole.ms_per_px, self._window.length_ms)
        if self.part is Part.START:
            return min(moment_ms, self._window.end_ms - least_ms), self._window.end_ms
        return self._window.start_ms, max(moment_ms, self._window.start_ms + least_ms)

    def _moment(self, x: float) -> float:
        return self._whole.start_ms + x * self._whole.ms_per_px - self._off_ms
