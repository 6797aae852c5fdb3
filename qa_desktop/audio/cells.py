"""Reduces samples to cells: lowest, highest and root mean square of a few milliseconds each."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_desktop.audio.samples import Int16, Native, to_int16

UInt16: TypeAlias = npt.NDArray[np.uint16]
Cells: TypeAlias = tuple[Int16, Int16, UInt16]
"""Low, high, RMS, each (channels, cells)."""

LEVEL_FACTOR = 4
_LONG_RUN = 100
"""Samples a cell from which numpy's own reduction of each run beats transposing (floats)."""


class CellReducer:
    """Takes samples in blocks of any length and keeps only their cells."""

    def __init__(self, channels: int, samples_per_cell: int) -> None:
        self.frames = 0
        self._channels = channels
        self._per_cell = samples_per_cell
        self._done: list[Cells] = []
        self._rest = np.empty((channels, 0), np.int16)

    def add(self, block: Native) -> None:
        """`block` is (channels, frames) and may be overwritten afterwards."""
        self.frames += block.shape[1]
        if self._rest.shape[1]:
            missing = self._per_cell - self._rest.shape[1]
            self._rest = np.concatenate((self._rest, to_int16(block[:, :missing])), axis=1)
            block = block[:, missing:]
            if self._rest.shape[1] < self._per_cell:
                return
            self._done.append(reduce_block(self._rest, self._per_cell))
        whole = block.shape[1] // self._per_cell * self._per_cell
        if whole:
            self._done.append(reduce_block(block[:, :whole], self._per_cell))
        self._rest = to_int16(block[:, whole:]).copy()

    def cells(self) -> Cells:
        """All cells so far, the last one perhaps of fewer samples; nothing is lost by asking."""
        if len(self._done) > 1:
            self._done = [_joined(self._done)]
        parts = list(self._done)
        if self._rest.shape[1]:
            parts.append(reduce_block(self._rest, self._rest.shape[1]))
        if not parts:
            none = np.empty((self._channels, 0), np.int16)
            return none, none, none.astype(np.uint16)
        return _joined(parts)


def _joined(parts: list[Cells]) -> Cells:
    low, high, rms = zip(*parts, strict=True)
    return np.concatenate(low, 1), np.concatenate(high, 1), np.concatenate(rms, 1)


def reduce_block(block: Native, samples_per_cell: int) -> Cells:
    """`block` is (channels, frames), its frames a multiple of `samples_per_cell`."""
    if block.dtype == np.int16:
        across = _across(block, samples_per_cell)
        power = np.square(across, dtype=np.float32).mean(axis=0)
        return across.min(axis=0), across.max(axis=0), _rms(power, 1.0)
    if samples_per_cell < _LONG_RUN:
        across = _across(block, samples_per_cell)
        low, high = across.min(axis=0), across.max(axis=0)
    else:
        starts = np.arange(0, block.shape[1], samples_per_cell)
        low = np.minimum.reduceat(block, starts, axis=1)
        high = np.maximum.reduceat(block, starts, axis=1)
    if not (low.min() >= -1.0 and high.max() <= 1.0):
        # Louder than full scale, or not a number: as it will be heard, clipped.
        return reduce_block(to_int16(block), samples_per_cell)
    if samples_per_cell < _LONG_RUN:
        power = np.square(across).mean(axis=0)
    else:
        runs = block.reshape(block.shape[0], -1, samples_per_cell)
        power = np.vecdot(runs, runs) / samples_per_cell
    return to_int16(low), to_int16(high), _rms(power, 32768.0)


def _across(block: Native, samples_per_cell: int) -> npt.NDArray[Any]:
    """(samples_per_cell, channels, cells), contiguous.

    Reducing over the first axis of that is one vectorised pass; over the last of (..., cells,
    samples_per_cell) it is a short loop a cell, some twenty times slower.
    """
    channels, frames = block.shape
    cells = frames // samples_per_cell
    interleaved = block.T
    if channels == 2 and block.dtype == np.int16 and interleaved.flags.c_contiguous:
        # Both samples of a frame move as one 32-bit word: half the time.
        words = interleaved.reshape(-1).view(np.int32).reshape(cells, samples_per_cell)
        pairs = np.ascontiguousarray(words.T).view(np.int16)
        return pairs.reshape(samples_per_cell, cells, 2).transpose(0, 2, 1)
    return np.ascontiguousarray(block.reshape(channels, cells, samples_per_cell).transpose(2, 0, 1))


def _rms(power: npt.NDArray[Any], full_scale: float) -> UInt16:
    rms: UInt16 = np.rint(np.sqrt(power) * full_scale).astype(np.uint16)
    return rms


def coarser(cells: Cells, last_cell_share: float) -> Cells:
    """Every four cells as one. `last_cell_share` (0..1] is how full the last of `cells` is."""
    low, high, rms = (_padded(part) for part in cells)
    weight = np.zeros(low.shape[1], np.float32)
    count = cells[0].shape[1]
    weight[:count] = 1.0
    weight[count - 1] = last_cell_share
    power = np.square(rms, dtype=np.float32) * weight
    steps = [slice(step, None, LEVEL_FACTOR) for step in range(LEVEL_FACTOR)]
    low_out, high_out = low[:, steps[0]].copy(), high[:, steps[0]].copy()
    power_out, weight_out = power[:, steps[0]].copy(), weight[steps[0]].copy()
    for step in steps[1:]:
        np.minimum(low_out, low[:, step], out=low_out)
        np.maximum(high_out, high[:, step], out=high_out)
        power_out += power[:, step]
        weight_out += weight[step]
    return low_out, high_out, np.rint(np.sqrt(power_out / weight_out)).astype(np.uint16)


def _padded(part: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """To a multiple of four cells, by repeating the last."""
    missing = -part.shape[1] % LEVEL_FACTOR
    return np.concatenate((part, np.repeat(part[:, -1:], missing, axis=1)), axis=1)
