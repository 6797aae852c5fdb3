"""The waveform's data: a pyramid of cells, fine enough to zoom and small enough to keep."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.audio.cells import LEVEL_FACTOR, CellReducer, Cells, UInt16, coarser
from qa_desktop.audio.faults import fault
from qa_desktop.audio.samples import Int16
from qa_desktop.audio.source import MAX_DURATION_H, open_source, too_long
from qa_desktop.base.progress import NoProgress, Progress

COARSEST_CELLS = 2000
PARTIAL_EVERY_S = 0.25
_THREADS = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Level:
    """One zoom step; `low`, `high` and `rms` are (channels, cells) at 16-bit full scale."""

    samples_per_cell: int
    low: Int16
    high: Int16
    rms: UInt16

    @property
    def cells(self) -> int:
        return int(self.low.shape[1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Peaks:
    """Levels from fine to coarse, each a quarter of the one before; never empty.

    `frames` (samples a channel) were decoded: the recording's true length. The last cell of a
    level may stand for fewer samples than the others.
    """

    sample_rate_hz: int
    frames: int
    channels: int
    samples_per_cell: int
    levels: tuple[Level, ...]

    @property
    def duration_ms(self) -> int:
        return round(self.frames * 1000 / self.sample_rate_hz)

    def level_for(self, samples_per_pixel: float) -> Level:
        """The coarsest level that still has a cell or more a pixel; the finest below that."""
        for level in reversed(self.levels):
            if level.samples_per_cell <= samples_per_pixel:
                return level
        return self.levels[0]


def cell_samples(sample_rate_hz: int) -> int:
    """About 8 ms: 64 samples at 8 kHz, 128 at 16 kHz, 352 at 44.1 kHz, 384 at 48 kHz."""
    return max(1, round(sample_rate_hz / 1000)) * 8


def build_peaks(
    path: Path,
    *,
    on_partial: Callable[[Peaks], None] | None = None,
    progress: Progress | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Peaks:
    """Decodes `path` once, in bounded memory.

    `on_partial` gets what there is every 250 ms, in this thread. Raises ProblemError (audio.*),
    and Cancelled through `progress`.
    """
    progress = progress or NoProgress()
    with open_source(path) as source, ThreadPoolExecutor(_THREADS) as pool:
        rate_hz = source.sample_rate_hz
        reducer = CellReducer(source.channels, cell_samples(rate_hz), pool)
        shown_at = monotonic()
        for block in source.blocks():
            reducer.add(block)
            if too_long(reducer.frames, rate_hz):
                raise fault(path, "too_long", most_h=MAX_DURATION_H)
            progress.report(reducer.frames, max(reducer.frames, source.expected_frames))
            if on_partial is not None and monotonic() - shown_at >= PARTIAL_EVERY_S:
                on_partial(pyramid(reducer.cells(), reducer.frames, rate_hz))
                shown_at = monotonic()
        if not reducer.frames:
            raise fault(path, "no_samples")
        return pyramid(reducer.cells(), reducer.frames, rate_hz)


def pyramid(cells: Cells, frames: int, sample_rate_hz: int) -> Peaks:
    """`cells` of `cell_samples(sample_rate_hz)` samples, and all coarser levels."""
    finest = per_cell = cell_samples(sample_rate_hz)
    levels = [_level(cells, per_cell)]
    while cells[0].shape[1] > COARSEST_CELLS:
        last_share = (frames - (cells[0].shape[1] - 1) * per_cell) / per_cell
        cells = coarser(cells, last_share)
        per_cell *= LEVEL_FACTOR
        levels.append(_level(cells, per_cell))
    return Peaks(
        sample_rate_hz=sample_rate_hz,
        frames=frames,
        channels=cells[0].shape[0],
        samples_per_cell=finest,
        levels=tuple(levels),
    )


def _level(cells: Cells, samples_per_cell: int) -> Level:
    low, high, rms = cells
    return Level(samples_per_cell=samples_per_cell, low=low, high=high, rms=rms)
