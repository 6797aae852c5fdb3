"""Finds where both sides of a call speak at once, and parts a call's peaks into its pieces."""

from dataclasses import dataclass, replace

import numpy as np

from qa_desktop.audio.activity import (
    Flags,
    cell_length_ms,
    in_ms,
    loud_cells,
    runs,
    speech_runs,
)
from qa_desktop.audio.peaks import Peaks

SHORTEST_OVERLAP_MS = 500
"""Less is a "yes" or an "mhm" that keeps the other talking, not one who talks over him."""
_LEAK = 8
"""A channel that is this many times (18 dB) quieter than the other only hears it through."""
_SAME_SHARE = 0.95
"""Channels this alike hold one and the same sound: nobody can be told from the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Both channels speak from `start_ms` to `end_ms`."""

    start_ms: int
    end_ms: int


def find_overlaps(peaks: Peaks) -> tuple[Overlap, ...]:
    """Of the first two channels, sorted and apart; none where they hold the same sound."""
    if peaks.channels < 2 or sounds_alike(peaks):
        return ()
    cell_ms = cell_length_ms(peaks)
    cells = peaks.levels[0].cells
    first, second = (_filled(own, cell_ms, cells) for own in _own_speech(peaks))
    spans = (in_ms(start, end, peaks) for start, end in runs(np.logical_and(first, second)))
    return tuple(
        Overlap(start_ms=start_ms, end_ms=end_ms)
        for start_ms, end_ms in spans
        if end_ms - start_ms >= SHORTEST_OVERLAP_MS
    )


def sounds_alike(peaks: Peaks) -> bool:
    """Whether two channels hold one sound, as recorders write that mix both speakers first."""
    if peaks.channels < 2:
        return False
    one, other = peaks.levels[0].rms[:2].astype(np.float32)
    loud = np.any(loud_cells(peaks)[:2], axis=0)
    if not loud.any():
        return False
    near = np.abs(one - other)[loud] <= 0.05 * np.maximum(one, other)[loud]
    return float(near.mean()) >= _SAME_SHARE


def piece_of(peaks: Peaks, start_ms: int, end_ms: int) -> tuple[Peaks, int]:
    """The finest level of a stretch, and where it begins: on the cell at or before `start_ms`."""
    cell_ms = cell_length_ms(peaks)
    first = min(int(start_ms / cell_ms), peaks.levels[0].cells - 1)
    end = max(first + 1, min(round(end_ms / cell_ms), peaks.levels[0].cells))
    level = peaks.levels[0]
    part = replace(
        level,
        low=level.low[:, first:end],
        high=level.high[:, first:end],
        rms=level.rms[:, first:end],
    )
    frames = min(end * level.samples_per_cell, peaks.frames) - first * level.samples_per_cell
    return replace(peaks, frames=frames, levels=(part,)), round(first * cell_ms)


def _own_speech(peaks: Peaks) -> Flags:
    """Cells of the first two channels that are loud by themselves, not by the other's echo."""
    rms = peaks.levels[0].rms[:2].astype(np.int32)
    own: Flags = np.logical_and(loud_cells(peaks)[:2], rms * _LEAK >= rms[::-1])
    return own


def _filled(own: Flags, cell_ms: float, cells: int) -> Flags:
    filled: Flags = np.zeros(cells, np.bool_)
    for start, end in speech_runs(own, cell_ms):
        filled[start:end] = True
    return filled
