"""Places silences and findings on pixel columns, however many there are."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qa_desktop.desktop.waveform.state import Band, BandKind
from qa_desktop.desktop.waveform.time_scale import TimeScale

NOTHING, SILENCE, FINDING = 0, 1, 2


class BandLayout:
    """All bands of a recording, ready to be placed at any zoom."""

    def __init__(self, bands: Sequence[Band]) -> None:
        self.bands = tuple(bands)
        self._starts = np.array([band.span.start_ms for band in bands], dtype=np.float64)
        self._ends = np.array([band.span.end_ms for band in bands], dtype=np.float64)
        self._finds = np.array([band.kind is BandKind.FINDING for band in bands], dtype=np.bool_)

    def row(self, scale: TimeScale) -> NDArray[np.uint8]:
        """For each pixel column NOTHING, SILENCE or FINDING; no band is too short to be seen."""
        left = np.floor((self._starts - scale.start_ms) / scale.ms_per_px)
        right = np.ceil((self._ends - scale.start_ms) / scale.ms_per_px)
        seen = (right > 0) & (left < scale.width_px)
        row = np.zeros(scale.width_px, dtype=np.uint8)
        for shade, which in ((SILENCE, seen & ~self._finds), (FINDING, seen & self._finds)):
            begins = np.maximum(left[which], 0).astype(np.int64)
            ends = np.minimum(right[which], scale.width_px).astype(np.int64)
            steps = np.zeros(scale.width_px + 1, dtype=np.int64)
            np.add.at(steps, begins, 1)
            np.add.at(steps, ends, -1)
            row[np.cumsum(steps[:-1]) > 0] = shade
        return row

    def runs(self, scale: TimeScale) -> list[tuple[int, int, int]]:
        """(first column, columns, SILENCE or FINDING) of neighbouring columns of one shade."""
        row = np.concatenate(([NOTHING], self.row(scale), [NOTHING]))
        edges = np.flatnonzero(np.diff(row))
        return [
            (int(begin), int(end - begin), int(row[begin + 1]))
            for begin, end in pairwise(edges)
            if row[begin + 1] != NOTHING
        ]

    def wide(self, scale: TimeScale, least_px: float) -> Iterator[Band]:
        """The visible bands at least `least_px` long: those with room for words."""
        shown = np.minimum(self._ends, scale.end_ms) - np.maximum(self._starts, scale.start_ms)
        for index in np.flatnonzero(shown >= least_px * scale.ms_per_px):
            yield self.bands[index]
