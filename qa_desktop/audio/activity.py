"""Finds where somebody speaks, from how loud the cells of each channel are."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_desktop.audio.peaks import Peaks

QUIETEST_DBFS = -120.0
_THRESHOLD_DBFS = -45.0
_OVER_FLOOR_DB = 6.0
_FLOOR_PERCENTILE = 10
_LOUD_PERCENTILE = 95
_SPEECH_OVER_FLOOR_DB = 12.0
_JOIN_MS = 300
"""Pauses inside a sentence, stops of consonants."""
_SHORTEST_SPEECH_MS = 80
"""Less is a click."""

Flags: TypeAlias = npt.NDArray[np.bool_]
Runs: TypeAlias = npt.NDArray[np.int64]
"""(n, 2): first and end of each run, in cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelActivity:
    """What one channel does. `speech` are spans (start_ms, end_ms), sorted, apart."""

    noise_floor_dbfs: float
    threshold_dbfs: float
    speech: tuple[tuple[int, int], ...]

    @property
    def speech_ms(self) -> int:
        return sum(end - start for start, end in self.speech)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heard:
    """What all that follows is found from, so that several findings need it made but once.

    Noise floor and threshold of each channel in dBFS; `loud` (channels, cells of the finest level)
    are over the threshold.
    """

    floor_dbfs: npt.NDArray[Any]
    threshold_dbfs: npt.NDArray[Any]
    loud: Flags


def hear(peaks: Peaks) -> Heard:
    floor, threshold = _thresholds(peaks)
    # Compared as RMS: a logarithm a channel instead of one a cell.
    limit = 32768 * 10 ** (threshold / 20)
    loud = np.greater_equal(peaks.levels[0].rms, limit[:, np.newaxis])
    return Heard(floor_dbfs=floor, threshold_dbfs=threshold, loud=loud)


def activity(peaks: Peaks, heard: Heard | None = None) -> tuple[ChannelActivity, ...]:
    """One for each channel."""
    found = []
    heard = heard or hear(peaks)
    for floor, threshold, loud in zip(
        heard.floor_dbfs, heard.threshold_dbfs, heard.loud, strict=True
    ):
        cell_ms = cell_length_ms(peaks)
        spans = speech_runs(loud, cell_ms)
        found.append(
            ChannelActivity(
                noise_floor_dbfs=float(floor),
                threshold_dbfs=float(threshold),
                speech=tuple(in_ms(start, end, peaks) for start, end in spans),
            )
        )
    return tuple(found)


def _thresholds(peaks: Peaks) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Noise floor and threshold of each channel in dBFS.

    The floor is the level a tenth of the cells stay under, but never so near the loud ones that
    one who talks without a pause would count as noise.
    """
    rms = peaks.levels[0].rms
    quiet, loud = np.percentile(rms, (_FLOOR_PERCENTILE, _LOUD_PERCENTILE), axis=1)
    floor = np.minimum(_dbfs(quiet), _dbfs(loud) - _SPEECH_OVER_FLOOR_DB)
    floor = np.maximum(floor, QUIETEST_DBFS)
    return floor, np.maximum(_THRESHOLD_DBFS, floor + _OVER_FLOOR_DB)


def _dbfs(rms: npt.NDArray[Any]) -> npt.NDArray[Any]:
    full_scale = np.maximum(rms / 32768, 10 ** (QUIETEST_DBFS / 20))
    decibels: npt.NDArray[Any] = 20 * np.log10(full_scale)
    return decibels


def runs(flags: Flags) -> Runs:
    """Where a line of flags is true."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return edges.reshape(-1, 2)


def speech_runs(loud: Flags, cell_ms: float) -> Runs:
    """The loud cells of one channel as sentences: across short pauses, and without clicks."""
    spans = _joined(runs(loud), _JOIN_MS / cell_ms)
    return spans[spans[:, 1] - spans[:, 0] >= _SHORTEST_SPEECH_MS / cell_ms]


def _joined(spans: Runs, gap_cells: float) -> Runs:
    """Without the gaps shorter than `gap_cells`."""
    if not spans.size:
        return spans
    parted = spans[1:, 0] - spans[:-1, 1] >= gap_cells
    starts = spans[np.concatenate(([True], parted)), 0]
    ends = spans[np.concatenate((parted, [True])), 1]
    return np.stack((starts, ends), axis=1)


def in_ms(first_cell: int, end_cell: int, peaks: Peaks) -> tuple[int, int]:
    """Start and end of a run of cells of the finest level, within the recording."""
    per_cell, rate_hz = peaks.samples_per_cell, peaks.sample_rate_hz
    end_frame = min(int(end_cell) * per_cell, peaks.frames)
    return round(int(first_cell) * per_cell * 1000 / rate_hz), round(end_frame * 1000 / rate_hz)


def cell_length_ms(peaks: Peaks) -> float:
    """Of the finest level."""
    return peaks.samples_per_cell * 1000 / peaks.sample_rate_hz
