"""A close look reads samples, in another thread, and only what it needs."""

import threading
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.sample_window import SampleWindow
from qa_desktop.desktop.waveform.state import Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.view import WaveformView

CLOSE = Span(start_ms=15_000, end_ms=15_050)


class Reader:
    def __init__(self, pcm: NDArray[np.int16]) -> None:
        self._pcm = pcm
        self.asked: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def __call__(self, start_ms: int, end_ms: int) -> NDArray[np.int16]:
        self.asked.append((start_ms, end_ms))
        self.threads.add(threading.get_ident())
        return self._pcm[:, start_ms * 8 : end_ms * 8]


def has_line(view: WaveformView) -> bool:
    """Samples are drawn as a line in full colour, peaks as blocks in a pale one."""
    canvas = view.findChildren(LaneCanvas)[0]
    return canvas._samples is not None


def test_zoomed_out_nothing_is_read(
    view: WaveformView, state: WaveformState, pcm: NDArray[np.int16]
) -> None:
    reader = Reader(pcm)
    view.read_samples_from(reader)
    view.show_state(state)
    assert reader.asked == []


def test_the_visible_span_is_read_once_with_a_margin(
    view: WaveformView,
    changed: Callable[..., WaveformState],
    pcm: NDArray[np.int16],
    qtbot: QtBot,
) -> None:
    reader = Reader(pcm)
    view.show_state(changed(visible=CLOSE))
    view.read_samples_from(reader)
    qtbot.waitUntil(lambda: has_line(view))
    assert reader.asked == [(14_500, 15_551)]
    assert reader.threads.isdisjoint({threading.get_ident()})
    view.show_state(changed(visible=Span(start_ms=15_020, end_ms=15_060)))
    assert len(reader.asked) == 1
    view.show_state(changed(visible=Span(start_ms=61_000, end_ms=61_050)))
    qtbot.waitUntil(lambda: len(reader.asked) == 2)
    assert reader.asked[1][0] <= 61_000 - 40


def test_the_line_follows_the_samples(
    view: WaveformView,
    changed: Callable[..., WaveformState],
    pcm: NDArray[np.int16],
    qtbot: QtBot,
) -> None:
    """200 Hz over 50 ms are ten waves: twenty crossings of the middle line."""
    view.show_state(changed(visible=CLOSE, pins=(), bands=()))
    view.read_samples_from(Reader(pcm))
    qtbot.waitUntil(lambda: has_line(view))
    canvas = view.findChildren(LaneCanvas)[0]
    image = canvas.grab().toImage()
    top, bottom = 28, 28 + (canvas.height() - 56) // 2
    middle = (top + bottom) // 2
    above = []
    for x in range(100, canvas.width()):
        ys = [
            y
            for y in range(top + 2, bottom - 2)
            if image.pixelColor(x, y).blue() > 120 and image.pixelColor(x, y).red() < 60
        ]
        if ys:
            above.append(sum(ys) / len(ys) < middle)
    crossings = sum(a != b for a, b in pairwise(above))
    assert 17 <= crossings <= 19


def test_a_file_that_is_gone_is_told_once(
    view: WaveformView, changed: Callable[..., WaveformState], qtbot: QtBot
) -> None:
    asked = []

    def gone(start_ms: int, end_ms: int) -> NDArray[np.int16]:
        asked.append(start_ms)
        raise ProblemError(Problem(code="player.missing"))

    view.show_state(changed(visible=CLOSE))
    with qtbot.waitSignal(view.reading_failed) as failed:
        view.read_samples_from(gone)
    assert isinstance(failed.args[0], ProblemError)
    view.show_state(changed(visible=Span(start_ms=30_000, end_ms=30_050)))
    assert len(asked) == 1


@pytest.mark.parametrize("end_ms", [100_000, 99_990])
def test_the_very_end_can_be_read(
    view: WaveformView,
    changed: Callable[..., WaveformState],
    pcm: NDArray[np.int16],
    qtbot: QtBot,
    end_ms: int,
) -> None:
    reader = Reader(pcm)
    view.show_state(changed(visible=Span(start_ms=end_ms - 50, end_ms=end_ms)))
    view.read_samples_from(reader)
    qtbot.waitUntil(lambda: has_line(view))
    assert reader.asked[0][1] <= 100_000
    view.show_state(changed(visible=Span(start_ms=end_ms - 50, end_ms=end_ms)))
    assert len(reader.asked) == 1


def test_a_reading_may_end_after_its_page_is_gone(qtbot: QtBot, pcm: NDArray[np.int16]) -> None:
    runner, parent, gate = TaskRunner(), QObject(), threading.Event()
    window = SampleWindow(runner, parent)

    def slow(start_ms: int, end_ms: int) -> NDArray[np.int16]:
        assert gate.wait(10)
        return pcm[:, start_ms * 8 : end_ms * 8]

    window.read_from(slow)
    close = TimeScale.whole(100_000, 1000).showing(CLOSE)
    assert window.samples(close, 8000) is None
    delete(parent)
    other = runner.start(lambda _: None)
    with qtbot.waitSignal(other.over):
        gate.set()
    runner.finish()
    QApplication.processEvents()
