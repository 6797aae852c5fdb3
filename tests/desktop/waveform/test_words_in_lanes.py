"""Transcript words stand at their moments, fade in where they fit, and never overlap."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from qa_desktop.desktop.theme.tokens import LIGHT
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.state import Lane, LaneRole, SaidWord, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.desktop.waveform.words_track import WordLane, WordsTrack

TWO_SIDES = (
    Lane(channel=0, label="Agent", role=LaneRole.AGENT),
    Lane(channel=1, label="Customer", role=LaneRole.CUSTOMER),
)


def word(start_ms: int, text: str, role: LaneRole = LaneRole.AGENT, ms: int = 300) -> SaidWord:
    return SaidWord(start_ms=start_ms, end_ms=start_ms + ms, text=text, role=role)


def seven_px_a_letter(text: str) -> float:
    return 7.0 * len(text)


SPEECH = tuple(word(start, "hello") for start in range(10_000, 20_000, 400))


def test_far_out_there_are_none_close_up_all() -> None:
    lane = WordLane(SPEECH, seven_px_a_letter)
    # 45 px for each 400 ms.
    assert lane.opacity(400 / 45) == pytest.approx(1.0)
    assert lane.opacity(400 / 45 * 1.5) == 0.0
    assert 0 < lane.opacity(400 / 45 * 1.15) < 1
    whole = TimeScale.whole(100_000, 1000)
    close = whole.showing(Span(start_ms=10_000, end_ms=15_000))
    # The last begins too near the window's end to be seen whole, but it is there.
    assert len(list(lane.placed(close))) == 13
    assert list(lane.placed(whole)) == list(lane.placed(whole))[-1:]


@given(
    st.lists(st.tuples(st.integers(0, 60_000), st.integers(1, 12), st.integers(1, 4000))),
    st.integers(0, 50_000),
    st.integers(5, 60_000),
)
def test_no_two_words_overlap_at_any_zoom(
    words: list[tuple[int, int, int]], start_ms: int, length_ms: int
) -> None:
    said = [word(start, "x" * letters, ms=ms) for start, letters, ms in sorted(words)]
    lane = WordLane(said, seven_px_a_letter)
    scale = TimeScale.whole(60_000, 800).placed(float(start_ms), float(length_ms))
    placed = list(lane.placed(scale))
    for one, other in pairwise(placed):
        assert one.left + seven_px_a_letter(one.word.text) < other.left
    for one in placed:
        assert one.left >= one.start_x - 1e-6


def test_a_long_word_stays_in_sight() -> None:
    lane = WordLane([word(0, "hm", ms=60_000)], seven_px_a_letter)
    scale = TimeScale.whole(100_000, 1000).showing(Span(start_ms=20_000, end_ms=30_000))
    assert [placed.left for placed in lane.placed(scale)] == [0.0]


def test_each_side_has_its_own_words_a_shared_lane_everybodys() -> None:
    said = (word(0, "a"), word(500, "b", LaneRole.CUSTOMER), word(900, "c", LaneRole.NEUTRAL))
    scale = TimeScale.whole(2000, 1000)

    def texts(lanes: tuple[Lane, ...], index: int) -> list[str]:
        track = WordsTrack(said, lanes, seven_px_a_letter)
        return [placed.word.text for placed in track.lane(index).placed(scale)]

    assert texts(TWO_SIDES, 0) == ["a"]
    assert texts(TWO_SIDES, 1) == ["b"]
    shared = tuple(Lane(channel=i, label="Both", role=LaneRole.NEUTRAL) for i in range(2))
    assert texts(shared, 0) == ["a", "b", "c"]
    assert texts(shared, 1) == []


def test_the_word_being_said_is_known() -> None:
    track = WordsTrack(SPEECH, TWO_SIDES, seven_px_a_letter)
    assert track.at(10_100) == SPEECH[0]
    assert track.at(10_350) is None
    assert track.at(5000) is None


def rows_of_words(view: WaveformView, lane: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Which pixels are of the words' colour, in the lower quarter of a lane."""
    canvas = view.findChildren(LaneCanvas)[0]
    box = CanvasPlan(canvas.width(), canvas.height(), 2).lane(lane).toRect()
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    text = tuple(int(LIGHT.text[i : i + 2], 16) for i in (5, 3, 1))
    near = np.abs(pixels[:, :, :3].astype(int) - text).max(axis=2) < 90
    return np.asarray(near[box.bottom() - 26 : box.bottom() - 1])


@pytest.mark.parametrize("text", ["hello", "您好"])
def test_words_are_painted_in_their_lane_at_their_moment(
    view: WaveformView, changed: Callable[..., WaveformState], text: str
) -> None:
    said = (word(42_000, text, LaneRole.CUSTOMER),)
    close = Span(start_ms=40_000, end_ms=45_000)
    view.show_state(changed(words=said, pins=(), visible=close))
    columns = np.flatnonzero(rows_of_words(view, 1).any(axis=0))
    assert 400 <= columns.min() <= 412
    assert columns.max() <= 445
    assert not rows_of_words(view, 0).any()
    view.show_state(changed(words=(), pins=(), visible=close))
    assert not rows_of_words(view, 1).any()
