"""Reduces peaks or samples to one low, high and loudness a pixel column."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_desktop.audio.peaks import Peaks

Column = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Columns:
    """Amplitudes -1..1 of neighbouring pixel columns; NaN where nothing is decoded.

    `rms` is zero where it isn't known (single samples).
    """

    low: Column
    high: Column
    rms: Column


@dataclass(frozen=True, slots=True)
class Samples:
    """Decoded PCM of a span: int16 (channels, frames), `first_frame` on the recording's clock."""

    first_frame: int
    sample_rate_hz: int
    pcm: NDArray[np.int16]

    def covers(self, first_frame: float, end_frame: float) -> bool:
        return self.first_frame <= first_frame and end_frame <= self.first_frame + len(self.pcm[0])


def from_peaks(
    peaks: Peaks, channel: int, first_column: int, count: int, frames_per_column: float
) -> Columns:
    """Columns `first_column`.. of the whole recording drawn at `frames_per_column`."""
    level = peaks.level_for(frames_per_column)
    low, high, rms = level.low[channel], level.high[channel], level.rms[channel]
    cells = len(low)
    edges = np.arange(first_column, first_column + count + 1, dtype=np.float64)
    bounds = edges * (frames_per_column / level.samples_per_cell)
    starts = np.floor(bounds[:-1]).astype(np.int64)
    drawn = int(np.searchsorted(starts, cells)) if cells else 0
    result = _empty(count)
    if drawn == 0:
        return result
    starts = starts[:drawn]
    end = min(max(int(np.ceil(bounds[drawn])), int(starts[-1]) + 1), cells)
    base = int(starts[0])
    picked = starts - base
    span = slice(base, end)
    result.low[:drawn] = np.minimum.reduceat(low[span], picked) / 32768.0
    result.high[:drawn] = np.maximum.reduceat(high[span], picked) / 32768.0
    result.rms[:drawn] = _mean_rms(rms[span], picked) / 32768.0
    return result


def from_samples(
    samples: Samples, channel: int, first_column: int, count: int, frames_per_column: float
) -> Columns:
    """The same from PCM: neighbouring columns share their edge, so the line is unbroken."""
    edges = np.arange(first_column, first_column + count + 1, dtype=np.float64)
    bounds = edges * frames_per_column - samples.first_frame
    frames = samples.pcm.shape[1]
    inside = (bounds[:-1] >= 0) & (bounds[:-1] <= frames - 1)
    result = _empty(count)
    if not inside.any():
        return result
    # Only what is drawn becomes real numbers: a read span is three windows long.
    base = min(max(int(bounds[0]), 0), frames - 1)
    end = min(max(int(np.ceil(bounds[-1])) + 2, base + 1), frames)
    pcm = samples.pcm[channel, base:end].astype(np.float32) / 32768.0
    bounds -= base
    at_edge = _between_samples(pcm, bounds)
    low = np.minimum(at_edge[:-1], at_edge[1:])
    high = np.maximum(at_edge[:-1], at_edge[1:])
    if frames_per_column >= 1:
        starts = np.clip(np.floor(bounds[:-1]).astype(np.int64), 0, len(pcm) - 1)
        whole = pcm[: max(int(np.ceil(bounds[-1])) + 1, int(starts[-1]) + 1)]
        low = np.minimum(low, np.minimum.reduceat(whole, starts))
        high = np.maximum(high, np.maximum.reduceat(whole, starts))
    result.low[inside] = low[inside]
    result.high[inside] = high[inside]
    return result


def _between_samples(pcm: Column, at: NDArray[np.float64]) -> Column:
    """The line from sample to sample, level before the first and after the last."""
    at = np.clip(at, 0, len(pcm) - 1)
    before = at.astype(np.int64)
    after = np.minimum(before + 1, len(pcm) - 1)
    share = (at - before).astype(np.float32)
    return pcm[before] * (1 - share) + pcm[after] * share


def loudest(peaks: Peaks) -> float:
    """The greatest amplitude 0..1 over all channels."""
    coarsest = peaks.levels[-1] if peaks.levels else None
    if coarsest is None or coarsest.low.shape[1] == 0:
        return 0.0
    return max(-int(coarsest.low.min()), int(coarsest.high.max())) / 32768.0


def _mean_rms(rms: NDArray[np.uint16], picked: NDArray[np.int64]) -> Column:
    squares = np.square(rms.astype(np.float32))
    counts = np.maximum(np.diff(np.append(picked, len(rms))), 1)
    sums = np.add.reduceat(squares, picked)
    return np.sqrt(sums / counts).astype(np.float32)


def _empty(count: int) -> Columns:
    nothing = np.full(count, np.nan, dtype=np.float32)
    return Columns(nothing, nothing.copy(), np.zeros(count, dtype=np.float32))
