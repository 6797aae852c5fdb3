"""Keys move edges as exactly as the pointer; a run of them is one change."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.keyboard import KeyIntent
from qa_desktop.desktop.waveform.nudging import Edge, nudged_pin, nudged_span, step_ms
from qa_desktop.desktop.waveform.state import Pin, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right

Moves = list[tuple[str, int, int | None]]


@pytest.fixture
def moved(view: WaveformView) -> Moves:
    heard: Moves = []
    view.comment_moved.connect(lambda *values: heard.append(values))
    return heard


def press(view: WaveformView, key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view.findChildren(LaneCanvas)[0], key, modifiers)


def test_a_step_is_round_and_about_two_pixels() -> None:
    whole = TimeScale.whole(100_000, 1000)
    assert step_ms(whole) == 200
    assert step_ms(whole.showing(Span(start_ms=0, end_ms=2000))) == 2
    assert step_ms(whole.showing(Span(start_ms=0, end_ms=5))) == 1
    assert step_ms(TimeScale.whole(8 * 3_600_000, 1000)) == 1000


@given(
    st.integers(0, 9000),
    st.integers(10, 1000),
    st.sampled_from(list(Edge)),
    st.integers(-2000, 2000),
)
def test_a_range_stays_in_the_call_and_keeps_a_length(
    start_ms: int, length_ms: int, edge: Edge, by_ms: int
) -> None:
    span = Span(start_ms=start_ms, end_ms=start_ms + length_ms)
    moved = nudged_span(span, edge, by_ms, 10_000)
    assert 0 <= moved.start_ms < moved.end_ms <= 10_000
    still = "end_ms" if edge is Edge.START else "start_ms"
    assert getattr(moved, still) == getattr(span, still)


def test_a_point_moves_and_can_be_given_a_length() -> None:
    point = Pin(id="p", number=1, kind=CommentKind.PRAISE, start_ms=5000)
    assert nudged_pin(point, Edge.START, -200, 10_000).start_ms == 4800
    longer = nudged_pin(point, Edge.END, 200, 10_000)
    assert (longer.start_ms, longer.end_ms) == (5000, 5200)
    assert nudged_pin(point, Edge.END, -200, 10_000) == point
    assert nudged_pin(point, Edge.START, -9000, 10_000).start_ms == 0


def test_a_run_of_nudges_is_told_once_when_the_keys_rest(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves, qtbot: QtBot
) -> None:
    view.show_state(changed(active_pin="b"))
    press(view, RIGHT, ALT_SHIFT, 4)
    press(view, LEFT, CTRL_SHIFT, 2)
    assert moved == []
    qtbot.waitUntil(lambda: bool(moved))
    assert moved == [("b", 24_600, 35_800)]


def test_settling_ends_the_run_at_once_and_only_once(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    view.show_state(changed(active_pin="a"))
    press(view, RIGHT, CTRL_SHIFT)
    view.settle()
    view.settle()
    assert moved == [("a", 15_200, None)]


def test_what_came_back_was_never_moved(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    view.show_state(changed(active_pin="a"))
    press(view, RIGHT, CTRL_SHIFT)
    press(view, LEFT, CTRL_SHIFT)
    view.settle()
    assert moved == []


def test_a_run_is_not_lost_when_the_view_goes_or_another_comment_is_taken(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    view.show_state(changed(active_pin="a"))
    press(view, RIGHT, CTRL_SHIFT)
    view.show_state(changed(active_pin="c"))
    press(view, RIGHT, CTRL_SHIFT)
    assert moved == [("a", 15_200, None)]
    view.hide()
    assert moved[1:] == [("c", 70_200, None)]


def test_a_deleted_comment_is_not_moved(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    view.show_state(changed(active_pin="a"))
    press(view, RIGHT, CTRL_SHIFT)
    view.show_state(changed(pins=()))
    view.settle()
    assert moved == []


def test_the_run_is_seen_before_it_is_told(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    view.show_state(changed(active_pin="b"))
    canvas = view.findChildren(LaneCanvas)[0]
    before = canvas.grab().toImage()
    press(view, RIGHT, ALT_SHIFT, 10)
    after = canvas.grab().toImage()
    changed_columns = [
        x for x in range(canvas.width()) if before.pixel(x, 100) != after.pixel(x, 100)
    ]
    assert changed_columns
    assert max(changed_columns) in range(368, 376)
    assert moved == []


def test_the_chosen_range_comes_before_the_comment(
    view: WaveformView, changed: Callable[..., WaveformState], moved: Moves
) -> None:
    selected: list[tuple[int, int]] = []
    view.range_selected.connect(lambda start, end: selected.append((start, end)))
    view.show_state(changed(active_pin="b", selection=Span(start_ms=40_000, end_ms=50_000)))
    press(view, LEFT, CTRL_SHIFT)
    press(view, LEFT, ALT_SHIFT)
    assert selected == [(39_800, 50_000), (40_000, 49_800)]
    view.settle()
    assert moved == []


def test_z_zooms_to_the_range_and_back(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(selection=Span(start_ms=40_000, end_ms=50_000), active_pin="b"))
    view.perform(KeyIntent.ZOOM_RANGE)
    assert view.visible_span() == Span(start_ms=39_500, end_ms=50_500)
    view.perform(KeyIntent.ZOOM_RANGE)
    assert view.visible_span() == Span(start_ms=0, end_ms=100_000)
    view.show_state(changed(active_pin="b"))
    view.perform(KeyIntent.ZOOM_RANGE)
    assert view.visible_span() == Span(start_ms=24_500, end_ms=35_500)
    view.show_state(changed(active_pin="a"))
    view.perform(KeyIntent.ZOOM_RANGE)
    assert view.visible_span() == Span(start_ms=24_500, end_ms=35_500)
