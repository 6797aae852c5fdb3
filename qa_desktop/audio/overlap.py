"""Finds where both sides of a call speak at once, and parts a call's peaks into its pieces."""

from dataclasses import dataclass, replace

import numpy as np

from qa_desktop.audio.activity import (
    Flags,
    Heard,
    cell_length_ms,
    hear,
    in_ms,
    runs,
    speech_runs,
)
from qa_desktop.audio.peaks import Peaks

SHORTEST_OVERLAP_MS = 500
"""Less is a "yes" or an "mhm" that keeps the other talking, not one who talks over him."""
_LEAK = 8
"""A channel that is this many times (18 dB) quieter than the other only hears it through."""
_COMPARED_CELLS = 50_000
_SAME_SHARE = 0.95
"""Channels this alike hold one and the same sound: nobody can be told from the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Both channels speak from `start_ms` to `end_ms`."""

    start_ms: int
    end_ms: int


def find_overlaps(peaks: Peaks, heard: Heard | None = None) -> tuple[Overlap, ...]:
    """Of the first two channels, sorted and apart; none where they hold the same sound.

    Stretches in which one talks over the other; speech.speech_report sums every moment in which
    both are heard, however short.
    """
    heard = heard or hear(peaks)
    if peaks.channels < 2 or sounds_alike(peaks, heard):
        return ()
    cell_ms = cell_length_ms(peaks)
    cells = peaks.levels[0].cells
    first, second = (_filled(own, cell_ms, cells) for own in _own_speech(peaks, heard))
    spans = (in_ms(start, end, peaks) for start, end in runs(np.logical_and(first, second)))
    return tuple(
        Overlap(start_ms=start_ms, end_ms=end_ms)
        for start_ms, end_ms in spans
        if end_ms - start_ms >= SHORTEST_OVERLAP_MS
    )


def sounds_alike(peaks: Peaks, heard: Heard | None = None) -> bool:
    """Whether two channels hold one sound, as recorders write that mix both speakers first."""
    if peaks.channels < 2:
        return False
    # Some thousand cells out of all of a long call tell it as well.
    step = max(1, peaks.levels[0].cells // _COMPARED_CELLS)
    one, other = peaks.levels[0].rms[:2, ::step].astype(np.float32)
    loud = np.any((heard or hear(peaks)).loud[:2, ::step], axis=0)
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


def _own_speech(peaks: Peaks, heard: Heard) -> Flags:
    """Cells of the first two channels that are loud by themselves, not by the other's echo."""
    rms = peaks.levels[0].rms[:2]
    own: Flags = np.logical_and(heard.loud[:2], rms >= rms[::-1] // _LEAK)
    return own


def _filled(own: Flags, cell_ms: float, cells: int) -> Flags:
    filled: Flags = np.zeros(cells, np.bool_)
    for start, end in speech_runs(own, cell_ms):
        filled[start:end] = True
    return filled
