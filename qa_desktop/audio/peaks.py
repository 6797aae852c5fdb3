"""The waveform's data: a pyramid of cells, fine enough to zoom and small enough to keep."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.audio.cells import LEVEL_FACTOR, CellReducer, Cells, UInt16, coarser, joined
from qa_desktop.audio.faults import fault
from qa_desktop.audio.samples import Int16, Native
from qa_desktop.audio.second_half import (
    LOOK_S,
    Deputy,
    SecondHalf,
    Split,
    deputy_for,
    split_of,
)
from qa_desktop.audio.source import MAX_DURATION_H, Source, open_source, too_long
from qa_desktop.audio.stream import StreamSource
from qa_desktop.base.progress import NoProgress, Progress

COARSEST_CELLS = 2000
PARTIAL_EVERY_S = 0.25
_FIRST_PARTIAL_S = 0.05
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
    """Decodes `path` once, in bounded memory; the end of what takes long in a second process.

    `on_partial` gets what there is after 50 ms and then every 250 ms, in this thread. Raises
    ProblemError (audio.*), and Cancelled through `progress`.
    """
    progress = progress or NoProgress()
    with open_source(path) as source, ThreadPoolExecutor(_THREADS) as pool, ExitStack() as stack:
        building = _Building(path, source, pool, on_partial, progress, monotonic)
        building.take(source.blocks(), stack)
        return building.finish()


class _Building:
    """The cells of one recording as they come."""

    def __init__(
        self,
        path: Path,
        source: Source,
        pool: ThreadPoolExecutor,
        on_partial: Callable[[Peaks], None] | None,
        progress: Progress,
        monotonic: Callable[[], float],
    ) -> None:
        self._path = path
        self._source = source
        self._on_partial = on_partial
        self._progress = progress
        self._monotonic = monotonic
        self._rate_hz = source.sample_rate_hz
        self._reducer = CellReducer(source.channels, cell_samples(self._rate_hz), pool)
        self._split: Split | None = None
        self._deputy: Deputy | None = None
        self._half: SecondHalf | None = None

    def take(self, blocks: Iterator[Native], stack: ExitStack) -> None:
        began_at = self._monotonic()
        show_at = began_at + _FIRST_PARTIAL_S
        look_at = began_at + LOOK_S
        for block in blocks:
            self._reducer.add(block)
            self._report()
            now = self._monotonic()
            if self._on_partial is not None and now >= show_at:
                self._on_partial(
                    pyramid(self._reducer.cells(), self._reducer.frames, self._rate_hz)
                )
                show_at = self._monotonic() + PARTIAL_EVERY_S
            if self._deputy is None and now >= look_at:
                look_at = float("inf")
                self._divide(now - began_at, stack)

    def _divide(self, spent_s: float, stack: ExitStack) -> None:
        source = self._source
        if isinstance(source, StreamSource):
            split = split_of(source, self._path, cell_samples(self._rate_hz), spent_s)
            if split is not None:
                source.stop_at(split.packet)
                self._split, self._deputy = split, stack.enter_context(deputy_for(split))

    def _report(self) -> None:
        frames = self._reducer.frames
        if too_long(frames, self._rate_hz):
            raise fault(self._path, "too_long", most_h=MAX_DURATION_H)
        if self._deputy is not None:
            self._deputy.listen()
            frames += self._deputy.frames
        self._progress.report(frames, max(frames, self._source.expected_frames))

    def finish(self) -> Peaks:
        reducer = self._reducer
        if self._deputy is not None and self._split is not None:
            self._join(self._deputy, self._split)
        cells, frames = reducer.cells(), reducer.frames
        if self._half is not None:
            cells = joined((cells, self._half.cells))
            frames += self._half.frames - self._half.head.shape[1]
        if too_long(frames, self._rate_hz):
            raise fault(self._path, "too_long", most_h=MAX_DURATION_H)
        if not frames:
            raise fault(self._path, "no_samples")
        return pyramid(cells, frames, self._rate_hz)

    def _join(self, deputy: Deputy, split: Split) -> None:
        """What the deputy could not do, or began at another frame than foretold, is done here."""
        foretold = self._reducer.frames == split.frames_before
        while foretold and not deputy.wait():
            self._report()
        half = deputy.half() if foretold else None
        if half is None:
            self._deputy = None
            if isinstance(self._source, StreamSource):
                for block in self._source.rest():
                    self._reducer.add(block)
                    self._report()
        else:
            self._reducer.add(half.head)
            self._half = half


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
