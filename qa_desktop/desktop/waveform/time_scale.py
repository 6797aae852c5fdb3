"""Which part of the recording is visible, and where its moments stand in pixels."""

from dataclasses import dataclass, replace

from qa_desktop.desktop.waveform.state import Span

# Forty samples of telephone sound, two hundred of the studio's: single ones can be told apart.
SHORTEST_VISIBLE_MS = 5

# Tick distances a person reads easily, in ms; the label sits on every one.
TICKS_MS = (
    *(1, 2, 5, 10, 20, 50, 100, 200, 500),
    *(1_000, 2_000, 5_000, 10_000, 15_000, 30_000),
    *(60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """A window of `width_px` logical pixels on a recording.

    `start_ms` and `length_ms` are real numbers: zooming at the cursor must not creep.
    """

    duration_ms: int
    width_px: int
    start_ms: float
    length_ms: float

    @classmethod
    def whole(cls, duration_ms: int, width_px: int) -> "TimeScale":
        return cls(
            duration_ms=duration_ms,
            width_px=max(width_px, 1),
            start_ms=0.0,
            length_ms=float(max(duration_ms, SHORTEST_VISIBLE_MS)),
        )

    @property
    def ms_per_px(self) -> float:
        return self.length_ms / self.width_px

    @property
    def end_ms(self) -> float:
        return self.start_ms + self.length_ms

    @property
    def is_whole(self) -> bool:
        return self.length_ms >= self.duration_ms

    @property
    def visible(self) -> Span:
        return Span(start_ms=round(self.start_ms), end_ms=round(self.end_ms))

    def columns(self, pixel_ratio: float) -> tuple[int, float]:
        """The first visible column of the whole recording, and ms a column, in device pixels."""
        ms_per_column = self.ms_per_px / pixel_ratio
        return round(self.start_ms / ms_per_column), ms_per_column

    def x(self, moment_ms: float) -> float:
        return (moment_ms - self.start_ms) / self.ms_per_px

    def moment(self, x: float) -> int:
        """The moment under a pixel, clamped to the recording."""
        return min(max(round(self.start_ms + x * self.ms_per_px), 0), self.duration_ms)

    def resized(self, width_px: int) -> "TimeScale":
        """The same span of time over another width."""
        return replace(self, width_px=max(width_px, 1))

    def showing(self, span: Span) -> "TimeScale":
        return self.placed(float(span.start_ms), float(span.length_ms))

    def moved_to(self, start_ms: float) -> "TimeScale":
        return self.placed(start_ms, self.length_ms)

    def moved_by_px(self, px: float) -> "TimeScale":
        return self.moved_to(self.start_ms + px * self.ms_per_px)

    def zoomed(self, factor: float, at_x: float) -> "TimeScale":
        """`factor` above 1 shows less time; the moment under `at_x` stays where it is."""
        held_ms = self.start_ms + at_x * self.ms_per_px
        length_ms = self._allowed(self.length_ms / factor)
        return self.placed(held_ms - at_x * length_ms / self.width_px, length_ms)

    def revealing(self, moment_ms: float, lead: float = 0.1) -> "TimeScale":
        """The same zoom with `moment_ms` visible, `lead` of the width from the left if it moves."""
        if self.start_ms <= moment_ms <= self.end_ms:
            return self
        return self.moved_to(moment_ms - lead * self.length_ms)

    def ticks(self, least_px: float) -> tuple[int, tuple[int, ...]]:
        """Distance between ticks in ms, and the visible ticks, at least `least_px` apart."""
        least_ms = least_px * self.ms_per_px
        step = next((t for t in TICKS_MS if t >= least_ms), TICKS_MS[-1])
        first = -int(-self.start_ms // step) * step
        last = int(min(self.end_ms, self.duration_ms))
        return step, tuple(range(max(first, 0), last + 1, step))

    def _allowed(self, length_ms: float) -> float:
        longest = float(max(self.duration_ms, SHORTEST_VISIBLE_MS))
        return min(max(length_ms, SHORTEST_VISIBLE_MS), longest)

    def placed(self, start_ms: float, length_ms: float) -> "TimeScale":
        """This part, or the nearest that the recording allows."""
        length_ms = self._allowed(length_ms)
        latest = max(self.duration_ms - length_ms, 0.0)
        return replace(self, start_ms=min(max(start_ms, 0.0), latest), length_ms=length_ms)
