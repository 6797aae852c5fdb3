"""Dragged edges snap to what stands near, within 6 px, and not while Alt is held."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from qa_desktop.desktop.theme.tokens import LIGHT
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.keyboard import KeyIntent
from qa_desktop.desktop.waveform.snapping import SnapTargets
from qa_desktop.desktop.waveform.state import LaneRole, SaidWord, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.view import WaveformView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
BODY_Y = 100
RAIL_Y = 14
# 100 ms a pixel: silence from x 800 to 950, comments at 150, 250 to 350, 700 and 701.


@pytest.fixture
def canvas(view: WaveformView, state: WaveformState) -> LaneCanvas:
    view.show_state(state)
    return view.findChildren(LaneCanvas)[0]


@pytest.fixture
def selected(view: WaveformView) -> list[tuple[int, int]]:
    heard: list[tuple[int, int]] = []
    view.range_selected.connect(lambda start, end: heard.append((start, end)))
    return heard


@pytest.fixture
def moved(view: WaveformView) -> list[tuple[str, int, int | None]]:
    heard: list[tuple[str, int, int | None]] = []
    view.comment_moved.connect(lambda *values: heard.append(values))
    return heard


def drag(canvas: LaneCanvas, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(canvas, LEFT, held, start)
    middle = QPoint((start.x() + end.x()) // 2, end.y())
    for point in (middle, end):
        # mouseMove has no modifiers; a move with the button down does.
        QTest.mouseEvent(
            QTest.MouseAction.MouseMove, canvas, LEFT, held, point
        ) if held else QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, LEFT, held, end)


def test_six_pixels_snap_and_seven_do_not(
    canvas: LaneCanvas, selected: list[tuple[int, int]]
) -> None:
    drag(canvas, QPoint(600, BODY_Y), QPoint(794, BODY_Y))
    assert selected.pop() == (60_000, 80_000)
    drag(canvas, QPoint(600, BODY_Y), QPoint(793, BODY_Y))
    assert selected.pop() == (60_000, 79_300)


def test_both_ends_of_a_new_range_snap(canvas: LaneCanvas, selected: list[tuple[int, int]]) -> None:
    drag(canvas, QPoint(803, BODY_Y), QPoint(946, BODY_Y))
    assert selected == [(80_000, 95_000)]


def test_the_nearest_edge_wins_and_the_dragged_one_is_none(state: WaveformState) -> None:
    targets = SnapTargets(state)
    scale = TimeScale.whole(100_000, 1000)
    assert targets.nearest(70_030, scale) == 70_000
    assert targets.nearest(70_080, scale) == 70_100
    assert targets.nearest(70_010, scale, {70_000}) == 70_100
    assert targets.nearest(50_000, scale) is None
    assert targets.nearest(99_500, scale) == 100_000


def test_a_comment_snaps_to_others_but_not_to_itself(
    canvas: LaneCanvas, moved: list[tuple[str, int, int | None]]
) -> None:
    drag(canvas, QPoint(150, RAIL_Y), QPoint(155, RAIL_Y))
    assert moved.pop() == ("a", 15_500, None)
    drag(canvas, QPoint(150, RAIL_Y), QPoint(246, RAIL_Y))
    assert moved.pop() == ("a", 25_000, None)


def test_a_whole_range_snaps_by_either_end(
    canvas: LaneCanvas, moved: list[tuple[str, int, int | None]]
) -> None:
    # Its start 3 px before the silence, then its end 4 px after the call's last moment.
    drag(canvas, QPoint(250, RAIL_Y), QPoint(797, RAIL_Y))
    assert moved.pop() == ("b", 80_000, 90_000)
    drag(canvas, QPoint(250, RAIL_Y), QPoint(896, RAIL_Y))
    assert moved.pop() == ("b", 90_000, 100_000)


def test_alt_lets_an_edge_stay_where_it_is_put(
    canvas: LaneCanvas, selected: list[tuple[int, int]]
) -> None:
    drag(canvas, QPoint(600, BODY_Y), QPoint(797, BODY_Y), ALT)
    assert selected == [(60_000, 79_700)]


def test_snapping_is_switched_off_and_says_so(
    view: WaveformView, canvas: LaneCanvas, selected: list[tuple[int, int]]
) -> None:
    before = canvas.grab().toImage()
    view.perform(KeyIntent.SNAP)
    assert canvas.grab().toImage() != before
    drag(canvas, QPoint(600, BODY_Y), QPoint(797, BODY_Y))
    assert selected.pop() == (60_000, 79_700)
    view.perform(KeyIntent.SNAP)
    drag(canvas, QPoint(600, BODY_Y), QPoint(797, BODY_Y))
    assert selected.pop() == (60_000, 80_000)


def test_a_mark_shows_what_it_snapped_to(canvas: LaneCanvas) -> None:
    def accents() -> int:
        image = canvas.grab().toImage()
        rows = range(30, 36)
        wanted = LIGHT.accent
        return sum(image.pixelColor(x, y).name() == wanted for x in range(795, 806) for y in rows)

    QTest.mousePress(canvas, LEFT, NONE, QPoint(600, BODY_Y))
    QTest.mouseMove(canvas, QPoint(780, BODY_Y))
    assert accents() == 0
    QTest.mouseMove(canvas, QPoint(796, BODY_Y))
    assert accents() > 10


def test_words_snap_only_where_they_can_be_told_apart(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    word = SaidWord(start_ms=41_230, end_ms=41_510, text="well", role=LaneRole.CUSTOMER)
    targets = SnapTargets(changed(words=(word,)))
    whole = TimeScale.whole(100_000, 1000)
    assert targets.nearest(41_200, whole) is None
    close = whole.showing(Span(start_ms=40_000, end_ms=44_000))
    assert targets.nearest(41_215, close) == 41_230
    assert targets.nearest(41_500, close) == 41_510
    assert targets.nearest(41_300, close) is None
