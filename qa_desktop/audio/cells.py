"""Reduces samples to cells: lowest, highest and root mean square of a few milliseconds each."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_desktop.audio.samples import Int16, Native, to_int16

UInt16: TypeAlias = npt.NDArray[np.uint16]
Cells: TypeAlias = tuple[Int16, Int16, UInt16]
"""Low, high, RMS, each (channels, cells)."""

LEVEL_FACTOR = 4
_MOST_WAITING = 4
"""Blocks in work or waiting for a thread: all that is held of the sound."""
_LONG_RUN = 100
"""Samples a cell from which numpy's own reduction of each run of floats beats transposing."""
_SAMPLES_A_WORD = 8
_FLOATS_A_WORD = 4
_FRAME_WORDS: dict[int, tuple[type[Any], type[Any]]] = {
    1: (np.int16, np.float32),
    2: (np.int32, np.int64),
    4: (np.int64, np.complex128),
}
"""By channels: what holds the samples of one moment, as 16-bit integers and as 32-bit floats."""


class CellReducer:
    """Takes samples in blocks of any length and keeps only their cells.

    With a `pool` blocks are reduced in its threads; numpy leaves the interpreter's lock for that.
    """

    def __init__(
        self, channels: int, samples_per_cell: int, pool: ThreadPoolExecutor | None = None
    ) -> None:
        self.frames = 0
        self._channels = channels
        self._per_cell = samples_per_cell
        self._pool = pool
        self._reducing: deque[Future[Cells]] = deque()
        self._done: list[Cells] = []
        self._rest = np.empty((channels, 0), np.int16)

    def add(self, block: Native) -> None:
        """`block` is (channels, frames); nobody may change it afterwards."""
        self.frames += block.shape[1]
        if self._rest.shape[1]:
            missing = self._per_cell - self._rest.shape[1]
            self._rest = np.concatenate((self._rest, to_int16(block[:, :missing])), axis=1)
            block = block[:, missing:]
            if self._rest.shape[1] < self._per_cell:
                return
            self._reduce(self._rest)
        whole = block.shape[1] // self._per_cell * self._per_cell
        if whole:
            self._reduce(block[:, :whole])
        self._rest = to_int16(block[:, whole:]).copy()

    def _reduce(self, block: Native) -> None:
        if self._pool is None:
            self._done.append(reduce_block(block, self._per_cell))
            return
        self._reducing.append(self._pool.submit(reduce_block, block, self._per_cell))
        if len(self._reducing) > _MOST_WAITING:
            self._done.append(self._reducing.popleft().result())

    def cells(self) -> Cells:
        """All cells so far, the last one perhaps of fewer samples; nothing is lost by asking."""
        while self._reducing:
            self._done.append(self._reducing.popleft().result())
        if len(self._done) > 1:
            self._done = [joined(self._done)]
        parts = list(self._done)
        if self._rest.shape[1]:
            parts.append(reduce_block(self._rest, self._rest.shape[1]))
        if not parts:
            none = np.empty((self._channels, 0), np.int16)
            return none, none, none.astype(np.uint16)
        return joined(parts)


def joined(parts: Sequence[Cells]) -> Cells:
    """One after the other; only the last may end in a cell of fewer samples."""
    low, high, rms = zip(*parts, strict=True)
    return np.concatenate(low, 1), np.concatenate(high, 1), np.concatenate(rms, 1)


def reduce_block(block: Native, samples_per_cell: int) -> Cells:
    """`block` is (channels, frames), its frames a multiple of `samples_per_cell`."""
    if block.dtype == np.int16:
        channels = block.shape[0]
        interleaved = block.T
        if (
            channels in _FRAME_WORDS
            and interleaved.flags.c_contiguous
            and samples_per_cell * channels % _SAMPLES_A_WORD == 0
        ):
            return _reduce_words(interleaved.reshape(-1), channels, samples_per_cell)
        across = _across(block, samples_per_cell)
        power = np.square(across, dtype=np.float32).mean(axis=0)
        return across.min(axis=0), across.max(axis=0), _rms(power, 1.0)
    return _reduce_floats(block, samples_per_cell)


def _reduce_words(samples: Int16, channels: int, samples_per_cell: int) -> Cells:
    """`samples` are interleaved as WAV has them.

    Transposing words of eight samples takes a third of the time that single frames take; what
    stands side by side in a word is parted at the end, where little is left.
    """
    cells = samples.size // channels // samples_per_cell
    rows = _cells_across(samples, cells, np.complex128)
    power = rows.astype(np.float32)
    np.square(power, out=power)
    frame, float_frame = _FRAME_WORDS[channels]
    low = _cells_across(rows.min(axis=0), cells, frame).min(axis=0)
    high = _cells_across(rows.max(axis=0), cells, frame).max(axis=0)
    total = _cells_across(power.sum(axis=0), cells, float_frame).sum(axis=0)
    rms = _rms(total / samples_per_cell, 1.0)
    shape = (cells, channels)
    return low.reshape(shape).T, high.reshape(shape).T, rms.reshape(shape).T


def _cells_across(samples: npt.NDArray[Any], cells: int, word: type[Any]) -> npt.NDArray[Any]:
    """One row for each `word` of a cell, so that reducing over rows is one vectorised pass."""
    turned = np.ascontiguousarray(samples.view(word).reshape(cells, -1).T)
    return turned.view(samples.dtype)


def _reduce_floats(block: Native, samples_per_cell: int) -> Cells:
    channels = block.shape[0]
    runs = np.ascontiguousarray(block).reshape(-1, samples_per_cell)
    if samples_per_cell < _LONG_RUN and samples_per_cell % _FLOATS_A_WORD == 0:
        one = runs.dtype.type
        rows = _cells_across(runs, len(runs), np.complex128)
        low = _cells_across(rows.min(axis=0), len(runs), one).min(axis=0)
        high = _cells_across(rows.max(axis=0), len(runs), one).max(axis=0)
    else:
        starts = np.arange(0, runs.size, samples_per_cell)
        low = np.minimum.reduceat(runs.reshape(-1), starts)
        high = np.maximum.reduceat(runs.reshape(-1), starts)
    if not (low.min() >= -1.0 and high.max() <= 1.0):
        # Louder than full scale, or not a number: as it will be heard, clipped.
        return reduce_block(to_int16(block), samples_per_cell)
    rms = _rms(np.vecdot(runs, runs) / samples_per_cell, 32768.0)
    shape = (channels, -1)
    return to_int16(low).reshape(shape), to_int16(high).reshape(shape), rms.reshape(shape)


def _across(block: Native, samples_per_cell: int) -> npt.NDArray[Any]:
    """(samples_per_cell, channels, cells), contiguous.

    Reducing over the first axis of that is one vectorised pass; over the last of (..., cells,
    samples_per_cell) it is a short loop a cell, some twenty times slower.
    """
    by_cell = block.reshape(block.shape[0], -1, samples_per_cell)
    return np.ascontiguousarray(by_cell.transpose(2, 0, 1))


def _rms(power: npt.NDArray[Any], full_scale: float) -> UInt16:
    rms: UInt16 = np.rint(np.sqrt(power) * full_scale).astype(np.uint16)
    return rms


def coarser(cells: Cells, last_cell_share: float) -> Cells:
    """Every four cells as one. `last_cell_share` (0..1] is how full the last of `cells` is."""
    count = cells[0].shape[1]
    low, high, rms = (_padded(part) for part in cells)
    power = np.square(rms, dtype=np.float32)
    power[:, count - 1] *= last_cell_share
    power[:, count:] = 0
    # A product with ones adds four neighbours up to ten times faster than a sum does.
    power = power.reshape(*power.shape[:1], -1, LEVEL_FACTOR) @ np.ones(LEVEL_FACTOR, np.float32)
    full = np.full(power.shape[1], LEVEL_FACTOR, np.float32)
    full[-1] = (count - 1) % LEVEL_FACTOR + last_cell_share
    return _extreme(np.minimum, low), _extreme(np.maximum, high), _rms(power / full, 1.0)


def _extreme(either: np.ufunc, part: Int16) -> Int16:
    """`either` of each four neighbours."""
    first = either(part[:, 0::LEVEL_FACTOR], part[:, 1::LEVEL_FACTOR])
    second = either(part[:, 2::LEVEL_FACTOR], part[:, 3::LEVEL_FACTOR])
    extreme: Int16 = either(first, second)
    return extreme


def _padded(part: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """To a multiple of four cells, by repeating the last."""
    missing = -part.shape[1] % LEVEL_FACTOR
    return np.concatenate((part, np.repeat(part[:, -1:], missing, axis=1)), axis=1)
