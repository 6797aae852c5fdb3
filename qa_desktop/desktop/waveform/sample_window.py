"""Reads the samples of what is visible once the pyramid is too coarse, off the GUI thread."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from qa_desktop.desktop.tasks import Task, TaskRunner
from qa_desktop.desktop.waveform.columns import Samples
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.desktop.waveform.time_scale import TimeScale

SAMPLES_PER_PIXEL = 64
_LEAST_MARGIN_MS = 500

# int16 (channels, frames) between two moments in ms; the first frame is that of `start_ms`.
ReadSpan = Callable[[int, int], NDArray[np.int16]]


class _Reading(QObject):
    """One task's end, heard only as long as its window lives."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        task.finished.connect(self.read)
        task.failed.connect(self.failed)


class SampleWindow(QObject):
    """Holds the samples around the visible span.

    Signals: `arrived()` when more can be drawn; `failed(ProblemError)` when the file can't be read
    any more (the pyramid goes on being drawn).
    """

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._read: ReadSpan | None = None
        self._samples: Samples | None = None
        self._reading: Span | None = None
        self._wanted: tuple[TimeScale, int] | None = None
        self._source = 0

    def read_from(self, read: ReadSpan | None) -> None:
        """Another recording, or None: forgets what was read."""
        self._read = read
        self._source += 1
        self._samples = self._reading = self._wanted = None

    def samples(self, scale: TimeScale, sample_rate_hz: int) -> Samples | None:
        """What is read so far; asks for the visible span if it lacks. None while zoomed out."""
        if self._read is None or _samples_per_px(scale, sample_rate_hz) >= SAMPLES_PER_PIXEL:
            return None
        if not self._covers(scale, sample_rate_hz):
            self._wanted = (scale, sample_rate_hz)
            self._start()
        return self._samples

    def _covers(self, scale: TimeScale, sample_rate_hz: int) -> bool:
        if self._samples is None:
            return False
        per_ms = sample_rate_hz / 1000
        end_ms = min(scale.end_ms, scale.duration_ms - 1)
        return self._samples.covers(scale.start_ms * per_ms, end_ms * per_ms)

    def _start(self) -> None:
        """One reading at a time; the newest wish is read next."""
        if self._reading is not None or self._wanted is None or self._read is None:
            return
        (scale, sample_rate_hz), self._wanted = self._wanted, None
        read, source = self._read, self._source
        # A margin of a whole window on either side lets panning and tiles' edges find samples.
        margin_ms = max(scale.length_ms, _LEAST_MARGIN_MS)
        start_ms = max(int(scale.start_ms - margin_ms), 0)
        end_ms = min(int(scale.end_ms + margin_ms) + 1, scale.duration_ms)
        self._reading = Span(start_ms=start_ms, end_ms=end_ms)
        task = self._runner.start(lambda _: read(start_ms, end_ms))
        reading = _Reading(task, self)
        reading.read.connect(
            lambda pcm: self._take(
                source, Samples(_frame(start_ms, sample_rate_hz), sample_rate_hz, pcm)
            )
        )
        reading.failed.connect(lambda error: self._fail(source, error))
        reading.read.connect(reading.deleteLater)
        reading.failed.connect(reading.deleteLater)

    def _take(self, source: int, samples: Samples) -> None:
        if source != self._source:
            return
        self._reading = None
        self._samples = samples
        self.arrived.emit()
        self._start()

    def _fail(self, source: int, error: object) -> None:
        if source != self._source:
            return
        # Asking again at every frame would fail again: the recording has to be shown anew.
        self._reading = self._wanted = self._read = None
        self.failed.emit(error)


def _samples_per_px(scale: TimeScale, sample_rate_hz: int) -> float:
    return scale.ms_per_px * sample_rate_hz / 1000


def _frame(moment_ms: int, sample_rate_hz: int) -> int:
    return round(moment_ms * sample_rate_hz / 1000)
