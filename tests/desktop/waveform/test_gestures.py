"""A press means what it becomes: click, selection, move or scrub."""

import pytest

from qa_desktop.desktop.waveform.gestures import (
    Clicked,
    Gesture,
    Hit,
    Moving,
    Place,
    Scrubbing,
    Selecting,
)
from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.state import Pin, Span
from qa_desktop.reviews.model import CommentKind

POINT = Pin(id="p", number=1, kind=CommentKind.PRAISE, start_ms=5000)
RANGE = Pin(id="r", number=2, kind=CommentKind.DEDUCTION, start_ms=4000, end_ms=6000)


def press(hit: Hit, x: float, moment_ms: int, selection: Span | None = None) -> Gesture:
    return Gesture(hit, x, moment_ms, duration_ms=10_000, selection=selection)


def test_three_pixels_are_a_click_four_a_drag() -> None:
    gesture = press(Hit(place=Place.BODY), 100, 5000)
    assert gesture.move(103, 5030) is None
    assert gesture.release(5030) == Clicked(Hit(place=Place.BODY), 5000)
    gesture = press(Hit(place=Place.BODY), 100, 5000)
    assert gesture.move(104, 5040) == Selecting(Span(start_ms=5000, end_ms=5040))


def test_a_drag_that_comes_back_is_still_a_drag() -> None:
    gesture = press(Hit(place=Place.BODY), 100, 5000)
    gesture.move(150, 5500)
    assert gesture.move(101, 5010) == Selecting(Span(start_ms=5000, end_ms=5010))


def test_dragging_left_selects_as_well() -> None:
    gesture = press(Hit(place=Place.BODY), 100, 5000)
    gesture.move(20, 2000)
    assert gesture.release(2000) == Selecting(Span(start_ms=2000, end_ms=5000))


def test_the_axis_scrubs() -> None:
    gesture = press(Hit(place=Place.AXIS), 100, 5000)
    assert gesture.move(200, 6000) == Scrubbing(6000)
    assert gesture.release(6500) == Scrubbing(6500)


@pytest.mark.parametrize(
    ("place", "to_ms", "expected"),
    [
        (Place.SELECTION_START, 1000, (1000, 6000)),
        (Place.SELECTION_START, 8000, (6000, 8000)),
        (Place.SELECTION_END, 9000, (4000, 9000)),
        (Place.SELECTION_END, 1000, (1000, 4000)),
    ],
)
def test_the_selections_edges_move(place: Place, to_ms: int, expected: tuple[int, int]) -> None:
    gesture = press(Hit(place=place), 100, 5000, Span(start_ms=4000, end_ms=6000))
    span = Span(start_ms=expected[0], end_ms=expected[1])
    assert gesture.move(300, to_ms) == Selecting(span)


@pytest.mark.parametrize(
    ("hit", "to_ms", "expected"),
    [
        (Hit(place=Place.PIN, group=PinGroup(5000, (POINT,))), 7000, (7000, None)),
        (Hit(place=Place.PIN, group=PinGroup(4000, (RANGE,))), 6000, (5000, 7000)),
        (Hit(place=Place.PIN, group=PinGroup(4000, (RANGE,))), 99_999, (8000, 10_000)),
        (Hit(place=Place.START_HANDLE, pin=RANGE), 1000, (1000, 6000)),
        (Hit(place=Place.END_HANDLE, pin=RANGE), 9000, (4000, 9000)),
        (Hit(place=Place.END_HANDLE, pin=RANGE), 1000, (1000, 4000)),
    ],
)
def test_comments_move(hit: Hit, to_ms: int, expected: tuple[int, int | None]) -> None:
    gesture = press(hit, 100, 5000)
    gesture.move(300, to_ms)
    meant = gesture.release(to_ms)
    assert isinstance(meant, Moving)
    assert (meant.pin.start_ms, meant.pin.end_ms) == expected


def test_a_cluster_is_not_dragged() -> None:
    hit = Hit(place=Place.PIN, group=PinGroup(4000, (RANGE, POINT)))
    gesture = press(hit, 100, 4000)
    assert gesture.move(300, 9000) is None
    assert gesture.release(9000) == Clicked(hit, 4000)


def test_a_snapped_edge_is_told_and_forgotten() -> None:
    gesture = press(Hit(place=Place.BODY), 100, 5000)
    meant = gesture.move(150, 5480, lambda ms: 5500 if abs(ms - 5500) < 50 else None)
    assert meant == Selecting(Span(start_ms=5000, end_ms=5500))
    assert gesture.snapped_ms == 5500
    gesture.move(190, 5900, lambda _: None)
    assert gesture.snapped_ms is None
