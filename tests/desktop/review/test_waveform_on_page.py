"""On the page: nudges are saved as one step, words reach the lanes, every waveform key works."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.interactions.model import Kind

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

OpenPage = Callable[..., ReviewPage]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    return open_page(Kind.RECORDING)


@pytest.fixture
def sound(page: ReviewPage) -> SoundPanel:
    found = page.left.sound
    assert found is not None
    return found


def comment_on(page: ReviewPage, sound: SoundPanel, start_ms: int, end_ms: int | None) -> None:
    if end_ms is None:
        sound.listening.seek(start_ms)
    else:
        sound.waveform.range_selected.emit(start_ms, end_ms)
    press(Key.Key_M)
    QTest.keyClicks(QApplication.focusWidget(), "well said")
    press(Key.Key_Return)
    press(Key.Key_Escape) if QApplication.focusWidget() is not page else None
    sound.clear_range()


def spans(page: ReviewPage) -> list[tuple[int | None, int | None]]:
    return [(comment.start_ms, comment.end_ms) for comment in page.state.comments]


def test_a_run_of_nudges_is_one_step_of_undo(page: ReviewPage, sound: SoundPanel) -> None:
    comment_on(page, sound, 10_000, 14_000)
    page.take_keys()
    press(Key.Key_Right, ALT | SHIFT, times=5)
    assert spans(page) == [(10_000, 14_000)], "the keys haven't rested yet"
    page.flush()
    [(start_ms, end_ms)] = spans(page)
    assert start_ms == 10_000
    assert end_ms is not None
    assert end_ms > 14_000
    press(Key.Key_Z, CTRL)
    assert spans(page) == [(10_000, 14_000)]
    press(Key.Key_Z, CTRL | SHIFT)
    assert spans(page) == [(10_000, end_ms)]


def test_undo_takes_back_nudges_that_were_not_saved_yet(
    page: ReviewPage, sound: SoundPanel
) -> None:
    comment_on(page, sound, 10_000, None)
    page.take_keys()
    press(Key.Key_Right, CTRL | SHIFT, times=3)
    press(Key.Key_Z, CTRL)
    assert spans(page) == [(10_000, None)], "the run, and nothing before it"


def test_the_range_is_zoomed_to_and_nudged_by_the_pages_keys(
    page: ReviewPage, sound: SoundPanel
) -> None:
    page.take_keys()
    sound.waveform.range_selected.emit(8000, 12_000)
    press(Key.Key_Z)
    assert sound.waveform.visible_span() == Span(start_ms=7800, end_ms=12_200)
    press(Key.Key_Left, CTRL | SHIFT)
    assert sound.selection is not None
    assert sound.selection.start_ms < 8000
    press(Key.Key_Z)
    shown = sound.waveform.visible_span()
    press(Key.Key_PageDown)
    assert sound.waveform.visible_span().start_ms > shown.start_ms


def test_snapping_is_switched_by_its_key(page: ReviewPage, sound: SoundPanel) -> None:
    canvas = sound.waveform.findChildren(LaneCanvas)[0]
    page.take_keys()
    assert canvas.snaps
    press(Key.Key_S, SHIFT)
    assert not canvas.snaps


def test_the_transcripts_words_are_in_the_lanes(page: ReviewPage, sound: SoundPanel) -> None:
    assert page.left.turns is not None
    first = next(turn for turn in page.left._turns.values() if turn.words)
    canvas = sound.waveform.findChildren(LaneCanvas)[0]
    said = canvas.picture.words().at(first.words[0].start_ms)
    assert said is not None
    assert said.text == first.words[0].text


def test_the_overview_keeps_its_keys_while_it_has_the_focus(
    page: ReviewPage, sound: SoundPanel
) -> None:
    sound.waveform.range_selected.emit(8000, 12_000)
    page.take_keys()
    press(Key.Key_Z)
    shown = sound.waveform.visible_span()
    moment_ms = sound.listening.position_ms()
    sound.waveform.findChildren(OverviewStrip)[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Right)
    assert sound.waveform.visible_span().start_ms > shown.start_ms
    assert sound.listening.position_ms() == moment_ms
    page.take_keys()
    press(Key.Key_Right)
    assert sound.listening.position_ms() == moment_ms + 1000
