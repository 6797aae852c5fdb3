"""A recording grows calmly while it is decoded; a drag over the edge takes the window along."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.peaks import Peaks, cell_samples, pyramid
from qa_desktop.desktop.theme.tokens import LIGHT
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.picture import lane_gain
from qa_desktop.desktop.waveform.state import Span, WaveformState
from qa_desktop.desktop.waveform.view import WaveformView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
BODY_Y = 100


def canvas_of(view: WaveformView) -> LaneCanvas:
    return view.findChildren(LaneCanvas)[0]


def first_part(pcm: NDArray[np.int16], ms: int) -> Peaks:
    reducer = CellReducer(2, cell_samples(8000))
    reducer.add(pcm[:, : ms * 8])
    return pyramid(reducer.cells(), reducer.frames, 8000)


def test_what_is_drawn_stays_while_more_arrives(
    view: WaveformView,
    changed: Callable[..., WaveformState],
    pcm: NDArray[np.int16],
    peaks: Peaks,
) -> None:
    grown: list[QImage] = []
    for ms in (25_000, 50_000, 75_000):
        part = first_part(pcm, ms)
        view.show_state(changed(peaks=part, partial=True, pins=(), bands=(), playhead_ms=95_000))
        grown.append(canvas_of(view).grab().toImage())
    rows = range(60, 200, 7)
    assert all(grown[0].pixel(x, y) == grown[2].pixel(x, y) for x in range(0, 248, 3) for y in rows)
    # What is still to come has the ground of the page, not the white of silence.
    assert grown[0].pixelColor(300, 60).name() == LIGHT.background
    assert grown[2].pixelColor(300, 60).name() == LIGHT.surface
    view.show_state(changed(peaks=peaks, pins=(), bands=(), playhead_ms=95_000))
    assert canvas_of(view).grab().toImage().pixelColor(900, 60).name() == LIGHT.surface


def test_quiet_beginnings_are_not_blown_up(
    changed: Callable[..., WaveformState], peaks: Peaks
) -> None:
    quiet = first_part(np.full((2, 80_000), 300, dtype=np.int16), 10_000)
    assert lane_gain(changed(peaks=quiet)) == 16.0
    assert lane_gain(changed(peaks=quiet, partial=True)) < 3.0
    assert lane_gain(changed(peaks=peaks, partial=True)) == lane_gain(changed(peaks=peaks))


def test_before_anything_is_decoded_all_is_to_come(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(peaks=None, partial=True, pins=(), bands=(), playhead_ms=95_000))
    image = canvas_of(view).grab().toImage()
    assert image.pixelColor(500, 60).name() == LIGHT.background


def test_a_drag_over_the_edge_takes_the_window_along(
    view: WaveformView, changed: Callable[..., WaveformState], qtbot: QtBot
) -> None:
    selected: list[tuple[int, int]] = []
    view.range_selected.connect(lambda start, end: selected.append((start, end)))
    view.show_state(changed(visible=Span(start_ms=40_000, end_ms=50_000)))
    canvas = canvas_of(view)
    QTest.mousePress(canvas, LEFT, NONE, QPoint(500, BODY_Y))
    QTest.mouseMove(canvas, QPoint(900, BODY_Y))
    QTest.mouseMove(canvas, QPoint(canvas.width() + 80, BODY_Y))
    qtbot.waitUntil(lambda: view.visible_span().start_ms > 40_500)
    QTest.mouseMove(canvas, QPoint(900, BODY_Y))
    still = view.visible_span()
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(900, BODY_Y))
    [(start_ms, end_ms)] = selected
    assert start_ms == 45_000
    assert end_ms == still.start_ms + 9000
    assert view.visible_span() == still
