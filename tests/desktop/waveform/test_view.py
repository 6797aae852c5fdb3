"""What a person does on the waveform comes out as intents, by mouse and by key alike."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.keyboard import KeyIntent
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.state import Span, WaveformState
from qa_desktop.desktop.waveform.view import WaveformView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY_Y = 100
RAIL_Y = measures.RAIL // 2


class Told:
    """Everything the view said, in order."""

    def __init__(self, view: WaveformView) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in (
            "seek_requested",
            "range_selected",
            "range_cleared",
            "comment_requested",
            "comment_activated",
            "comment_moved",
            "visible_changed",
        ):
            getattr(view, name).connect(self._teller(name))

    def _teller(self, name: str) -> Callable[..., None]:
        return lambda *values: self.all.append((name, *values))

    def take(self) -> list[tuple[object, ...]]:
        said, self.all = self.all, []
        return said


@pytest.fixture
def canvas(view: WaveformView, state: WaveformState) -> LaneCanvas:
    view.show_state(state)
    return view.findChildren(LaneCanvas)[0]


@pytest.fixture
def told(view: WaveformView) -> Told:
    return Told(view)


def drag(canvas: LaneCanvas, start: QPoint, *to: QPoint, release: bool = True) -> None:
    QTest.mousePress(canvas, LEFT, NONE, start)
    for point in to:
        QTest.mouseMove(canvas, point)
    if release:
        QTest.mouseRelease(canvas, LEFT, NONE, to[-1])


def test_showing_a_state_says_nothing(
    view: WaveformView, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed())
    view.show_state(changed(playhead_ms=90_000, visible=Span(start_ms=0, end_ms=5000)))
    view.show_state(changed(selection=Span(start_ms=1, end_ms=2), active_pin="b", playing=True))
    view.show_state(changed(media_id="other", duration_ms=3000))
    assert told.take() == []


def test_a_click_seeks(canvas: LaneCanvas, told: Told) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(420, BODY_Y))
    assert told.take() == [("seek_requested", 42_000, False)]


def test_a_drag_selects_once(canvas: LaneCanvas, told: Told) -> None:
    drag(canvas, QPoint(420, BODY_Y), QPoint(450, BODY_Y), QPoint(500, BODY_Y))
    assert told.take() == [("range_selected", 42_000, 50_000)]


def test_a_drag_past_the_edge_ends_at_the_end(canvas: LaneCanvas, told: Told) -> None:
    drag(canvas, QPoint(900, BODY_Y), QPoint(990, BODY_Y), QPoint(1400, BODY_Y))
    assert told.take() == [("range_selected", 90_000, 100_000)]


def test_escape_gives_a_drag_up(view: WaveformView, canvas: LaneCanvas, told: Told) -> None:
    canvas.setFocus()
    drag(canvas, QPoint(420, BODY_Y), QPoint(500, BODY_Y), release=False)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    override.ignore()
    QApplication.sendEvent(canvas, override)
    assert override.isAccepted()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(500, BODY_Y))
    assert told.take() == []
    # Without a drag Escape is the page's: it plays and pauses there.
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    override.ignore()
    QApplication.sendEvent(canvas, override)
    assert not override.isAccepted()


def test_a_click_beside_the_selection_clears_it(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed(selection=Span(start_ms=42_000, end_ms=50_000)))
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(700, BODY_Y))
    assert told.take() == [("range_cleared",), ("seek_requested", 70_000, False)]


def test_the_selections_handles_can_be_dragged(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed(selection=Span(start_ms=42_000, end_ms=50_000)))
    drag(canvas, QPoint(502, BODY_Y), QPoint(600, BODY_Y))
    assert told.take() == [("range_selected", 42_000, 60_000)]


def test_the_axis_scrubs_and_settles_on_release(canvas: LaneCanvas, told: Told) -> None:
    y = canvas.height() - 5
    drag(canvas, QPoint(100, y), QPoint(200, y), QPoint(300, y))
    assert told.take() == [
        ("seek_requested", 20_000, True),
        ("seek_requested", 30_000, True),
        ("seek_requested", 30_000, False),
    ]


def test_a_pin_opens_and_can_be_dragged(canvas: LaneCanvas, told: Told) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(155, RAIL_Y))
    assert told.take() == [("comment_activated", "a")]
    drag(canvas, QPoint(150, RAIL_Y), QPoint(180, RAIL_Y), QPoint(200, RAIL_Y))
    assert told.take() == [("comment_moved", "a", 20_000, None)]
    drag(canvas, QPoint(250, RAIL_Y), QPoint(300, RAIL_Y))
    assert told.take() == [("comment_moved", "b", 30_000, 40_000)]


def test_the_active_range_has_handles(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    drag(canvas, QPoint(350, BODY_Y), QPoint(380, BODY_Y))
    assert told.take() == [("range_selected", 35_000, 38_000)]
    view.show_state(changed(active_pin="b"))
    drag(canvas, QPoint(350, BODY_Y), QPoint(380, BODY_Y))
    assert told.take() == [("comment_moved", "b", 25_000, 38_000)]


def wheel(canvas: LaneCanvas, x: int, turn: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(x, BODY_Y)
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_at_the_cursor(view: WaveformView, canvas: LaneCanvas) -> None:
    wheel(canvas, 700, 240)
    assert view.visible_span() == Span(start_ms=35_000, end_ms=85_000)
    wheel(canvas, 700, -240)
    assert view.visible_span() == Span(start_ms=0, end_ms=100_000)


def test_shift_and_wheel_pans(view: WaveformView, canvas: LaneCanvas) -> None:
    wheel(canvas, 500, 480)
    start = view.visible_span().start_ms
    wheel(canvas, 500, -120, SHIFT)
    assert view.visible_span().start_ms == start + 3000


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_Left, NONE, [("seek_requested", 29_000, False)]),
        (Qt.Key.Key_Right, NONE, [("seek_requested", 31_000, False)]),
        (Qt.Key.Key_Left, SHIFT, [("seek_requested", 25_000, False)]),
        (Qt.Key.Key_Right, SHIFT, [("seek_requested", 35_000, False)]),
        (Qt.Key.Key_Home, NONE, [("seek_requested", 0, False)]),
        (Qt.Key.Key_End, NONE, [("seek_requested", 100_000, False)]),
        (
            Qt.Key.Key_Right,
            CTRL,
            [("seek_requested", 70_000, False), ("comment_activated", "c")],
        ),
        (
            Qt.Key.Key_Left,
            CTRL,
            [("seek_requested", 25_000, False), ("comment_activated", "b")],
        ),
        (Qt.Key.Key_M, NONE, [("comment_requested", 30_000, None)]),
        (Qt.Key.Key_Backspace, NONE, [("range_cleared",)]),
    ],
)
def test_every_key_has_its_intent(
    view: WaveformView,
    canvas: LaneCanvas,
    changed: Callable[..., WaveformState],
    told: Told,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    said: list[tuple[object, ...]],
) -> None:
    view.show_state(changed(playhead_ms=30_000))
    QTest.keyClick(canvas, key, modifiers)
    assert told.take() == said


def test_a_range_is_set_by_keys(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed(playhead_ms=30_000))
    QTest.keyClick(canvas, Qt.Key.Key_I)
    assert told.take() == []
    view.show_state(changed(playhead_ms=36_000))
    QTest.keyClick(canvas, Qt.Key.Key_O)
    assert told.take() == [("range_selected", 30_000, 36_000)]
    chosen = changed(playhead_ms=36_000, selection=Span(start_ms=30_000, end_ms=36_000))
    view.show_state(replace(chosen, playhead_ms=32_000))
    QTest.keyClick(canvas, Qt.Key.Key_I)
    assert told.take() == [("range_selected", 32_000, 36_000)]
    view.show_state(replace(chosen, playhead_ms=40_000))
    QTest.keyClick(canvas, Qt.Key.Key_O)
    assert told.take() == [("range_selected", 30_000, 40_000)]
    QTest.keyClick(canvas, Qt.Key.Key_M)
    assert told.take() == [("comment_requested", 30_000, 36_000)]


def test_out_before_in_is_the_same_range(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed(playhead_ms=30_000))
    QTest.keyClick(canvas, Qt.Key.Key_I)
    view.show_state(changed(playhead_ms=20_000))
    QTest.keyClick(canvas, Qt.Key.Key_O)
    assert told.take() == [("range_selected", 20_000, 30_000)]


def test_keys_zoom_about_the_playhead_and_back(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState]
) -> None:
    view.show_state(changed(playhead_ms=30_000))
    for _ in range(6):
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
    span = view.visible_span()
    assert (30_000 - span.start_ms) / span.length_ms == pytest.approx(0.3, abs=0.01)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert view.visible_span().start_ms > span.start_ms
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert view.visible_span().length_ms > span.length_ms
    QTest.keyClick(canvas, Qt.Key.Key_0, CTRL)
    assert view.visible_span() == Span(start_ms=0, end_ms=100_000)


def test_enter_opens_the_pin_under_the_playhead(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState], told: Told
) -> None:
    view.show_state(changed(playhead_ms=15_000))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert told.take() == [("comment_activated", "a")]


def test_the_overview_moves_the_window_and_the_whole_call_seeks(
    view: WaveformView, canvas: LaneCanvas, told: Told
) -> None:
    strip = view.findChildren(OverviewStrip)[0]
    QTest.mouseClick(strip, LEFT, NONE, QPoint(600, 10))
    assert told.take() == [("seek_requested", 60_000, False)]
    wheel(canvas, 500, 960)
    told.take()
    QTest.mouseClick(strip, LEFT, NONE, QPoint(800, 10))
    span = view.visible_span()
    assert (span.start_ms + span.end_ms) / 2 == pytest.approx(80_000, abs=200)
    QTest.mousePress(strip, LEFT, NONE, QPoint(805, 10))
    QTest.mouseMove(strip, QPoint(605, 10))
    QTest.mouseRelease(strip, LEFT, NONE, QPoint(605, 10))
    span = view.visible_span()
    assert (span.start_ms + span.end_ms) / 2 == pytest.approx(60_000, abs=300)
    QTest.mouseDClick(strip, LEFT, NONE, QPoint(605, 10))
    assert view.visible_span() == Span(start_ms=0, end_ms=100_000)


def test_while_playing_the_view_follows_its_source(
    theme: Theme, state: WaveformState, qtbot: QtBot
) -> None:
    from qa_desktop.desktop.tasks import TaskRunner

    runner = TaskRunner()
    now = [10_000]
    view = WaveformView(theme, runner, position=lambda: now[0])
    qtbot.addWidget(view)
    view.resize(1000, 300)
    with qtbot.waitExposed(view):
        view.show()
    zoomed = replace(state, playing=True, visible=Span(start_ms=8000, end_ms=18_000))
    view.show_state(zoomed)
    assert view.visible_span().start_ms == 8000
    now[0] = 50_000
    qtbot.waitUntil(lambda: view.visible_span() == Span(start_ms=49_000, end_ms=59_000))
    # Who looks elsewhere is left there until the playhead comes by.
    view.perform(KeyIntent.PAGE_AHEAD)
    view.perform(KeyIntent.PAGE_AHEAD)
    elsewhere = view.visible_span()
    now[0] = 51_000
    view.show_state(replace(zoomed, active_pin="a"))
    assert view.visible_span() == elsewhere
    now[0] = elsewhere.start_ms + 10
    view.show_state(replace(zoomed, active_pin="b"))
    now[0] = elsewhere.end_ms + 500
    view.show_state(replace(zoomed, active_pin="a"))
    assert view.visible_span().start_ms > elsewhere.start_ms
    view.show_state(replace(zoomed, playing=False, playhead_ms=1000))
    assert view.visible_span().start_ms == 0
    runner.finish()


def test_a_redraw_in_a_pause_does_not_pull_the_view_back(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState]
) -> None:
    wheel(canvas, 900, 960)
    elsewhere = view.visible_span()
    view.show_state(changed(active_pin="a"))
    assert view.visible_span() == elsewhere


def test_another_recording_is_shown_whole_a_growing_one_keeps_its_zoom(
    view: WaveformView, canvas: LaneCanvas, changed: Callable[..., WaveformState]
) -> None:
    wheel(canvas, 500, 480)
    view.show_state(changed(duration_ms=120_000))
    assert view.visible_span() == Span(start_ms=37_500, end_ms=62_500)
    view.show_state(changed(media_id="next", duration_ms=7000))
    assert view.visible_span() == Span(start_ms=0, end_ms=7000)


def test_the_screen_reader_is_told(
    languages: Languages, view: WaveformView, canvas: LaneCanvas
) -> None:
    assert canvas.accessibleName() == "Waveform"
    assert canvas.accessibleDescription() == "Position 00:05.0 of 01:40.0, 4 comments"
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert view.focusProxy() is canvas
