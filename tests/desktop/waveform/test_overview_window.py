"""The overview's window is moved and resized by pointer and by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from qa_desktop.desktop.theme.tokens import LIGHT
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.state import Band, BandKind, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.desktop.waveform.window_grip import Part, WindowGrip, box_of, part_at

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WHOLE = TimeScale.whole(100_000, 1000)
WINDOW = WHOLE.showing(Span(start_ms=30_000, end_ms=60_000))


@pytest.fixture
def strip(view: WaveformView, changed: Callable[..., WaveformState]) -> OverviewStrip:
    view.show_state(changed(visible=Span(start_ms=30_000, end_ms=60_000)))
    return view.findChildren(OverviewStrip)[0]


@pytest.mark.parametrize(
    ("x", "part"),
    [
        (100, Part.OUTSIDE),
        (293, Part.OUTSIDE),
        (294, Part.START),
        (306, Part.START),
        (307, Part.INSIDE),
        (450, Part.INSIDE),
        (594, Part.END),
        (606, Part.END),
        (607, Part.OUTSIDE),
    ],
)
def test_the_edges_reach_six_pixels(x: float, part: Part) -> None:
    assert part_at(x, WINDOW, WHOLE) is part


def test_a_tiny_window_can_still_be_seen_and_held() -> None:
    tiny = WHOLE.showing(Span(start_ms=50_000, end_ms=50_020))
    box = box_of(tiny, WHOLE)
    assert box.right - box.left == pytest.approx(measures.LEAST_WINDOW)
    assert (box.left + box.right) / 2 == pytest.approx(500.1)
    assert part_at(500, tiny, WHOLE) is Part.INSIDE
    assert part_at(493, tiny, WHOLE) is Part.START
    last = WHOLE.showing(Span(start_ms=99_980, end_ms=100_000))
    assert box_of(last, WHOLE).right == pytest.approx(1000)


def test_a_window_does_not_jump_when_its_edge_is_taken() -> None:
    grip = WindowGrip(297, WINDOW, WHOLE)
    assert grip.resized(297) == pytest.approx((30_000, 60_000))
    assert grip.resized(197) == pytest.approx((20_000, 60_000))
    assert grip.resized(900) == pytest.approx((59_400, 60_000))
    assert grip.resized(-500)[0] == 0.0


def drag(strip: OverviewStrip, start: int, end: int) -> None:
    QTest.mousePress(strip, LEFT, NONE, QPoint(start, 18))
    QTest.mouseMove(strip, QPoint(end, 18))
    QTest.mouseRelease(strip, LEFT, NONE, QPoint(end, 18))


def test_edges_and_middle_are_dragged(view: WaveformView, strip: OverviewStrip) -> None:
    drag(strip, 600, 800)
    assert view.visible_span() == Span(start_ms=30_000, end_ms=80_000)
    drag(strip, 300, 400)
    assert view.visible_span() == Span(start_ms=40_000, end_ms=80_000)
    drag(strip, 600, 500)
    assert view.visible_span() == Span(start_ms=30_000, end_ms=70_000)


def test_a_press_in_the_middle_alone_moves_nothing(
    view: WaveformView, strip: OverviewStrip
) -> None:
    QTest.mouseClick(strip, LEFT, NONE, QPoint(350, 18))
    assert view.visible_span() == Span(start_ms=30_000, end_ms=60_000)


@pytest.mark.parametrize(
    ("key", "modifiers", "shown"),
    [
        (Qt.Key.Key_Right, NONE, (33_000, 63_000)),
        (Qt.Key.Key_Left, NONE, (27_000, 57_000)),
        (Qt.Key.Key_PageDown, NONE, (60_000, 90_000)),
        (Qt.Key.Key_PageUp, NONE, (0, 30_000)),
        (Qt.Key.Key_Home, NONE, (0, 30_000)),
        (Qt.Key.Key_End, NONE, (70_000, 100_000)),
        (Qt.Key.Key_Left, SHIFT, (33_000, 57_000)),
        (Qt.Key.Key_Right, SHIFT, (26_250, 63_750)),
    ],
)
def test_keys_move_and_resize_it(
    view: WaveformView,
    strip: OverviewStrip,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    shown: tuple[int, int],
) -> None:
    QTest.keyClick(strip, key, modifiers)
    assert view.visible_span() == Span(start_ms=shown[0], end_ms=shown[1])
    assert strip.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_it_shows_silences_findings_and_comments(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    bands = (
        Band(span=Span(start_ms=80_000, end_ms=95_000)),
        Band(span=Span(start_ms=65_000, end_ms=69_000), kind=BandKind.FINDING),
    )
    view.show_state(changed(bands=bands))
    image = view.findChildren(OverviewStrip)[0].grab().toImage()
    ground = {image.pixelColor(x, 30).name() for x in range(520, 590)}
    for span in (range(805, 945), range(652, 688)):
        assert {image.pixelColor(x, 30).name() for x in span}.isdisjoint(ground)
    for x, colour in ((150, LIGHT.good), (300, LIGHT.bad)):
        shown, wanted = image.pixelColor(x, 5), QColor(colour)
        far = zip(shown.getRgb()[:3], wanted.getRgb()[:3], strict=True)
        assert max(abs(one - other) for one, other in far) < 25
