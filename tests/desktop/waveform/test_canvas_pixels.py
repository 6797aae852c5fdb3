"""What is painted stands in the columns where it belongs."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.theme.tokens import DARK, LIGHT
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.state import Lane, LaneRole, Pin, Span, WaveformState
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

Pixels = NDArray[np.uint8]


def painted(widget: QWidget) -> Pixels:
    """(height, width, RGB) as it stands on the screen."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def like(pixels: Pixels, colour: str, far: int = 40) -> NDArray[np.bool_]:
    wanted = np.array(QColor(colour).getRgb()[:3])
    return np.asarray(np.abs(pixels.astype(int) - wanted).max(axis=2) <= far)


def canvas_of(view: WaveformView) -> LaneCanvas:
    return view.findChildren(LaneCanvas)[0]


def lane_rows(view: WaveformView, index: int) -> slice:
    canvas = canvas_of(view)
    lane = CanvasPlan(canvas.width(), canvas.height(), 2).lane(index)
    return slice(int(lane.top()) + 2, int(lane.bottom()) - 1)


def speech_columns(view: WaveformView, index: int, colour: str) -> list[int]:
    """Columns where the lane's colour reaches well beyond its middle line."""
    rows = lane_rows(view, index)
    hits = like(painted(canvas_of(view))[rows], colour).sum(axis=0)
    return [int(x) for x in np.flatnonzero(hits > 12)]


def inside(columns: list[int], *ranges: tuple[int, int]) -> bool:
    return all(any(a - 1 <= x <= b + 1 for a, b in ranges) for x in columns)


def test_speech_stands_in_its_columns_and_lane(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(pins=()))
    agent = speech_columns(view, 0, LIGHT.agent)
    customer = speech_columns(view, 1, LIGHT.customer)
    # 100 ms a pixel; the name's plate is in the first 80 px.
    agent = [x for x in agent if x > 80]
    assert inside(agent, (100, 200), (600, 610))
    assert len(agent) >= 100
    customer = [x for x in customer if x > 80]
    assert inside(customer, (400, 500))
    assert len(customer) >= 95
    assert not speech_columns(view, 1, LIGHT.agent)


def test_louder_is_taller(view: WaveformView, state: WaveformState) -> None:
    view.show_state(state)
    pixels = painted(canvas_of(view))
    agent = like(pixels[lane_rows(view, 0)], LIGHT.agent, 130)[:, 170].sum()
    customer = like(pixels[lane_rows(view, 1)], LIGHT.customer, 130)[:, 450].sum()
    assert 1.6 < agent / customer < 2.4


def test_zoomed_in_the_same_speech_is_where_the_scale_says(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(visible=Span(start_ms=58_000, end_ms=63_000), pins=()))
    speech = speech_columns(view, 0, LIGHT.agent)
    speech = [x for x in speech if x > 80]
    assert inside(speech, (400, 600))
    assert len(speech) >= 190


def test_undecoded_sound_is_empty(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    """The first half is decoded: the second half has not even a middle line."""
    view.show_state(changed(duration_ms=200_000, partial=True, pins=(), bands=()))
    pixels = painted(canvas_of(view))
    middle = lane_rows(view, 0)
    line = like(pixels[middle], LIGHT.agent, 130).any(axis=0)
    assert line[120:499].all()
    assert not line[501:].any()


def test_the_dark_theme_repaints_everything(
    view: WaveformView, state: WaveformState, theme: Theme
) -> None:
    view.show_state(state)
    painted(canvas_of(view))
    theme.choose("dark")
    try:
        assert speech_columns(view, 0, DARK.agent)
        pixels = painted(canvas_of(view))
        assert not like(pixels, LIGHT.surface, 3).any()
    finally:
        theme.choose("light")


def test_a_muted_lane_is_pale(view: WaveformView, changed: Callable[..., WaveformState]) -> None:
    lanes = (
        Lane(channel=0, label="Agent", role=LaneRole.AGENT, muted=True),
        Lane(channel=1, label="Customer", role=LaneRole.CUSTOMER),
    )
    view.show_state(changed(lanes=lanes, pins=()))
    assert not [x for x in speech_columns(view, 0, LIGHT.agent) if x > 80]
    assert speech_columns(view, 1, LIGHT.customer)


def test_each_kind_of_pin_has_colour_and_shape(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    kinds = {
        CommentKind.PRAISE: LIGHT.good,
        CommentKind.DEDUCTION: LIGHT.bad,
        CommentKind.COACHING: LIGHT.accent,
        CommentKind.QUESTION: LIGHT.caution,
    }
    pins = tuple(
        Pin(id=kind, number=1, kind=kind, start_ms=20_000 * (i + 1)) for i, kind in enumerate(kinds)
    )
    view.show_state(changed(pins=pins, bands=()))
    pixels = painted(canvas_of(view))
    outlines = []
    for i, colour in enumerate(kinds.values()):
        x = 200 * (i + 1)
        box = pixels[: measures.RAIL, x - 12 : x + 12]
        shape = ~like(box, LIGHT.surface, 30)
        assert like(box, colour, 20).sum() > 100
        assert like(pixels[lane_rows(view, 0), x - 2 : x + 3], colour, 60).any()
        outlines.append(shape)
    for i, one in enumerate(outlines):
        for other in outlines[i + 1 :]:
            assert (one != other).sum() > 15


def test_a_range_is_a_box(view: WaveformView, state: WaveformState) -> None:
    view.show_state(state)
    pixels = painted(canvas_of(view))[lane_rows(view, 1)]
    edges = like(pixels, LIGHT.bad, 70).mean(axis=0)
    assert edges[248:253].max() > 0.8
    assert edges[348:353].max() > 0.8
    assert edges[290:310].max() < 0.1


def test_pins_do_not_cover_the_lanes_names(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    """A pin at a name's own place changes no pixel of the name."""
    view.show_state(changed(pins=(), bands=(), playhead_ms=90_000))
    plate = QRect(6, measures.RAIL + 6, 30, measures.NAME_PLATE - 4)
    before = painted(canvas_of(view))
    pin = Pin(id="x", number=1, kind=CommentKind.DEDUCTION, start_ms=2000)
    view.show_state(changed(pins=(pin,), bands=(), playhead_ms=90_000))
    after = painted(canvas_of(view))
    rows, columns = slice(plate.top(), plate.bottom()), slice(plate.left(), plate.right())
    stem = np.abs(before.astype(int) - after)[rows, columns].max()
    assert stem <= 30
    assert (before != after).any()


def test_long_silence_is_shaded_and_says_how_long(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(pins=()))
    with_band = painted(canvas_of(view))
    view.show_state(changed(pins=(), bands=()))
    without = painted(canvas_of(view))
    differs = (with_band != without).any(axis=2)
    columns = np.flatnonzero(differs.any(axis=0))
    assert (columns.min(), columns.max()) == (800, 949)
    words = like(with_band[lane_rows(view, 1)], LIGHT.caution, 60)
    assert words[:, 800:950].sum() > 60


class Painted(QObject):
    """Notes which parts of a widget are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return super().eventFilter(watched, event)


def test_the_playhead_repaints_only_its_columns(
    view: WaveformView, state: WaveformState, qtbot: QtBot
) -> None:
    view.show_state(state)
    canvas = canvas_of(view)
    watch = Painted()
    canvas.installEventFilter(watch)
    qtbot.waitUntil(lambda: bool(watch.regions))
    watch.regions.clear()
    drawn = canvas.tiles_drawn
    canvas.show_playhead(50_000)
    qtbot.waitUntil(lambda: bool(watch.regions))
    area = sum(r.width() * r.height() for region in watch.regions for r in region)
    assert 0 < area <= 2 * 20 * canvas.height()
    assert canvas.tiles_drawn == drawn


def test_the_playhead_stands_at_its_moment(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(playhead_ms=55_000, pins=()))
    pixels = painted(canvas_of(view))[lane_rows(view, 1)]
    dark = like(pixels, LIGHT.text, 20).mean(axis=0)
    assert set(np.flatnonzero(dark > 0.95)) <= {549, 550}
    assert dark.max() > 0.95


def test_panning_draws_few_new_tiles(view: WaveformView, state: WaveformState) -> None:
    view.show_state(state)
    canvas = canvas_of(view)
    canvas.zoom_requested.emit(8.0, 500.0)
    painted(canvas)
    drawn = canvas.tiles_drawn
    for _ in range(20):
        canvas.pan_requested.emit(5.0)
        painted(canvas)
    assert canvas.tiles_drawn - drawn <= 4


def test_the_overview_shows_both_lanes_and_the_window(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(visible=Span(start_ms=30_000, end_ms=60_000), pins=()))
    strip = view.findChildren(OverviewStrip)[0]
    pixels = painted(strip)
    accent = like(pixels, LIGHT.accent, 25).sum(axis=0)
    tall = np.flatnonzero(accent > strip.height() / 2)
    assert all(min(abs(x - 300), abs(x - 600)) <= 3 for x in tall)
    assert {x > 450 for x in tall.tolist()} == {False, True}
    assert (like(pixels, LIGHT.customer, 110)[:, 410:490].sum(axis=0) > 4).all()


@pytest.mark.parametrize("width", [1, 17, 333])
def test_no_width_is_too_small(view: WaveformView, state: WaveformState, width: int) -> None:
    view.show_state(state)
    view.resize(width, 250)
    assert painted(canvas_of(view)).shape[1] >= 1


def test_without_a_recording_there_is_no_playhead(view: WaveformView) -> None:
    view.show_state(WaveformState())
    pixels = painted(canvas_of(view))
    assert not like(pixels, LIGHT.text, 10).any()
