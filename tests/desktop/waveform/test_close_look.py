"""Close up: single samples, how loud they are, and pinching to get there."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.columns import Samples
from qa_desktop.desktop.waveform.keyboard import KeyIntent
from qa_desktop.desktop.waveform.sample_dots import level_db, mark_samples
from qa_desktop.desktop.waveform.state import Span, WaveformState
from qa_desktop.desktop.waveform.time_text import level_text
from qa_desktop.desktop.waveform.view import WaveformView


def test_levels_are_of_the_loudest_sample(pcm: NDArray[np.int16], peaks: Peaks) -> None:
    # The agent's tone has 24,000 of 32,768, the customer's half of that.
    assert level_db(peaks, None, 0, 15_000, 15_100) == pytest.approx(-2.70, abs=0.02)
    samples = Samples(120_000, 8000, pcm[:, 120_000:121_000])
    assert level_db(peaks, samples, 0, 15_010, 15_020) == pytest.approx(-2.70, abs=0.02)
    # A single sample on the way up: sin(2 pi 200 / 8000) of the tone's height.
    one = level_db(peaks, samples, 0, 15_000.125, 15_000.125)
    assert one == pytest.approx(20 * np.log10(24_000 / 32_768 * np.sin(np.pi / 20)), abs=0.05)
    assert level_db(peaks, None, 1, 45_000, 45_100) == pytest.approx(-8.72, abs=0.02)
    assert level_db(peaks, None, 1, 15_000, 15_100) == -np.inf
    assert level_db(peaks, None, 0, 200_000, 200_100) is None
    assert level_db(peaks, None, 5, 0, 100) is None


def test_levels_are_written_with_a_true_minus() -> None:
    assert level_text(-18.34) == "−18.3 dB"
    assert level_text(-np.inf) == "−∞ dB"


def test_each_sample_gets_one_dot_at_its_height() -> None:
    pcm = np.array([[0, 16_384, -16_384, 32_767]], dtype=np.int16)
    mask = np.zeros((101, 40), dtype=np.uint8)
    mark_samples(mask, Samples(0, 8000, pcm), 0, 0, 0.1, reach_px=50.0, radius_px=0.5)
    ys, xs = np.nonzero(mask)
    order = np.argsort(xs)
    assert xs[order].tolist() == [0, 10, 20, 30]
    assert ys[order].tolist() == [50, 25, 75, 0]
    # A tile that begins in the middle of a dot has its other half.
    part = np.zeros((101, 40), dtype=np.uint8)
    mark_samples(part, Samples(0, 8000, pcm), 0, 11, 0.1, reach_px=50.0, radius_px=2.0)
    assert part[25, 0] == 2


def test_zooming_by_keys_ends_at_single_samples(
    view: WaveformView,
    changed: Callable[..., WaveformState],
    pcm: NDArray[np.int16],
    qtbot: QtBot,
) -> None:
    view.show_state(changed(playhead_ms=15_000, pins=(), bands=()))
    view.read_samples_from(
        lambda start_ms, end_ms: pcm[:, start_ms * 8 : end_ms * 8],
    )
    for _ in range(30):
        view.perform(KeyIntent.ZOOM_IN)
    assert view.visible_span().length_ms == 5
    canvas = view.findChildren(LaneCanvas)[0]

    def thick_columns() -> int:
        """Columns in which the line of the agent's samples has a dot on it."""
        image = canvas.grab().toImage()
        rows = range(34, 34 + (canvas.height() - 60) // 2)
        return sum(
            sum(image.pixelColor(x, y).blue() > 120 > image.pixelColor(x, y).red() for y in rows)
            > 4
            for x in range(120, 490)
        )

    # 25 px a sample: fifteen of them in that stretch, each some columns wide.
    qtbot.waitUntil(lambda: thick_columns() > 15)


def test_the_pointer_reads_time_and_level(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(visible=Span(start_ms=14_000, end_ms=16_000)))
    canvas = view.findChildren(LaneCanvas)[0]
    QTest.mouseMove(canvas, QPoint(500, 60))
    assert canvas.hover_text() == "00:15.000   −2.7 dB"
    QTest.mouseMove(canvas, QPoint(500, canvas.height() - 60))
    assert canvas.hover_text() == "00:15.000   −∞ dB"
    view.show_whole()
    assert canvas.hover_text() == "00:50.0"
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    QTest.mouseMove(canvas, QPoint(420, 60))
    assert canvas.hover_text() == "00:42.0   ↔ 00:12.0"


def test_pinching_zooms_at_the_fingers(view: WaveformView, state: WaveformState) -> None:
    view.show_state(state)
    canvas = view.findChildren(LaneCanvas)[0]
    at = QPointF(700, 100)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        canvas.mapToGlobal(at),
        1.0,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)
    assert view.visible_span() == Span(start_ms=35_000, end_ms=85_000)
