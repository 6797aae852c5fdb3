"""Where dragged edges snap to: silences, words, comments and the chosen range."""

from collections.abc import Callable, Collection
from typing import Protocol

import numpy as np

from qa_desktop.desktop.waveform.state import WaveformState

SNAP_PX = 6
# Words are closer than this many pixels apart where they can't be told apart by eye.
_WORDS_FROM_MS_PER_PX = 25

Snap = Callable[[int], int | None]


class _OnScale(Protocol):
    @property
    def ms_per_px(self) -> float: ...


class SnapTargets:
    """All edges of a state, sorted; built once and asked at every step of a drag."""

    def __init__(self, state: WaveformState) -> None:
        edges = {0, state.duration_ms}
        for band in state.bands:
            edges.update((band.span.start_ms, band.span.end_ms))
        for pin in state.pins:
            edges.update((pin.start_ms, pin.start_ms if pin.end_ms is None else pin.end_ms))
        if state.selection is not None:
            edges.update((state.selection.start_ms, state.selection.end_ms))
        words = {moment for word in state.words for moment in (word.start_ms, word.end_ms)}
        self._coarse = np.array(sorted(edges), dtype=np.int64)
        self._fine = np.array(sorted(edges | words), dtype=np.int64)

    def nearest(self, moment_ms: int, scale: _OnScale, without: Collection[int] = ()) -> int | None:
        """The edge within 6 px of a moment, or None. `without`: the edges of what is dragged."""
        fine = scale.ms_per_px <= _WORDS_FROM_MS_PER_PX
        edges = self._fine if fine else self._coarse
        reach_ms = SNAP_PX * scale.ms_per_px
        first = np.searchsorted(edges, moment_ms - reach_ms, side="left")
        last = np.searchsorted(edges, moment_ms + reach_ms, side="right")
        near = [int(edge) for edge in edges[first:last] if int(edge) not in without]
        return min(near, key=lambda edge: abs(edge - moment_ms), default=None)
