"""Finds silence on all channels, and how much of the time each channel speaks."""

from dataclasses import dataclass

import numpy as np

from qa_desktop.audio.activity import Heard, activity, hear, in_ms, runs
from qa_desktop.audio.peaks import Peaks

SHORTEST_SILENCE_MS = 1500
KEPT_AT_EDGES_MS = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A stretch that can be skipped: nobody is heard from 250 ms before until 250 ms after it."""

    start_ms: int
    end_ms: int


def find_silences(peaks: Peaks, heard: Heard | None = None) -> tuple[Silence, ...]:
    """Where every channel stays under its threshold for 1.5 s or more, less 250 ms at each edge."""
    quiet = np.logical_not(np.any((heard or hear(peaks)).loud, axis=0))
    spans = (in_ms(start, end, peaks) for start, end in runs(quiet))
    return tuple(
        Silence(start_ms=start_ms + KEPT_AT_EDGES_MS, end_ms=end_ms - KEPT_AT_EDGES_MS)
        for start_ms, end_ms in spans
        if end_ms - start_ms >= SHORTEST_SILENCE_MS
    )


def talk_shares(peaks: Peaks) -> tuple[float, ...]:
    """For each channel the share of the recording (0..1) in which it speaks."""
    return tuple(channel.speech_ms / max(1, peaks.duration_ms) for channel in activity(peaks))
