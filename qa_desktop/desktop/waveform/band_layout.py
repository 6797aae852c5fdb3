"""Places silences, overlaps and findings on pixel columns, however many there are."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from qa_desktop.desktop.waveform.state import Band, BandKind
from qa_desktop.desktop.waveform.time_scale import TimeScale

NOTHING, SILENCE, OVERLAP, FINDING, UNDECODED = range(5)
# Later ones lie over earlier ones.
_SHADES = {BandKind.SILENCE: SILENCE, BandKind.OVERLAP: OVERLAP, BandKind.FINDING: FINDING}


class BandLayout:
    """All bands of a recording, ready to be placed at any zoom."""

    def __init__(self, bands: Sequence[Band]) -> None:
        self.bands = tuple(bands)
        self._starts = np.array([band.span.start_ms for band in bands], dtype=np.float64)
        self._ends = np.array([band.span.end_ms for band in bands], dtype=np.float64)
        self._shades = np.array([_SHADES[band.kind] for band in bands], dtype=np.uint8)

    def row(self, scale: TimeScale, pixel_ratio: float = 1.0) -> NDArray[np.uint8]:
        """For each device column which shade it has; no band is too short to be seen."""
        first, ms_per_column = scale.columns(pixel_ratio)
        width = round(scale.width_px * pixel_ratio)
        left = np.floor(self._starts / ms_per_column + 1e-6) - first
        right = np.maximum(np.ceil(self._ends / ms_per_column - 1e-6) - first, left + 1)
        seen = (right > 0) & (left < width)
        row = np.zeros(width, dtype=np.uint8)
        for shade in _SHADES.values():
            which = seen & (self._shades == shade)
            if not which.any():
                continue
            begins = np.maximum(left[which], 0).astype(np.int64)
            ends = np.minimum(right[which], width).astype(np.int64)
            steps = np.bincount(begins, minlength=width + 1)
            steps -= np.bincount(ends, minlength=width + 1)
            row[np.cumsum(steps[:-1]) > 0] = shade
        return row

    def wide(self, scale: TimeScale, least_px: float) -> Iterator[Band]:
        """The visible bands at least `least_px` long: those with room for words."""
        shown = np.minimum(self._ends, scale.end_ms) - np.maximum(self._starts, scale.start_ms)
        for index in np.flatnonzero(shown >= least_px * scale.ms_per_px):
            yield self.bands[index]

    def at(self, moment_ms: float) -> Iterator[Band]:
        """The bands over a moment."""
        for index in np.flatnonzero((self._starts <= moment_ms) & (moment_ms < self._ends)):
            yield self.bands[index]
