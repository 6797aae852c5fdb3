"""Searching, following the sound and going from turn to turn on a real call's page."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas
from qa_desktop.desktop.review.turns.turn_panel import TurnPanel
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Kind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def panel_of(page: ReviewPage) -> TurnPanel:
    assert page.left.turns is not None
    return page.left.turns


def seek(page: ReviewPage, position: int, after_ms: int = 0) -> None:
    turn = page.left.turn(position)
    assert turn is not None
    assert page.left.sound is not None
    page.left.sound.listening.seek((turn.start_ms or 0) + after_ms)


def position_ms(page: ReviewPage) -> int:
    assert page.left.sound is not None
    return page.left.sound.listening.position_ms()


def wheel(canvas: TurnCanvas, by: int) -> None:
    event = QWheelEvent(
        QPointF(20, 20),
        canvas.viewport().mapToGlobal(QPointF(20, 20)),
        QPoint(0, by),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(canvas.viewport(), event)


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    return open_page(Kind.RECORDING)


def in_sight(canvas: TurnCanvas, position: int) -> bool:
    box = canvas.line_rect(position)
    return box is not None and box.bottom() > 0 and box.top() < canvas.viewport().height()


def test_reading_elsewhere_lets_go_of_the_sound_until_followed_again(
    qtbot: QtBot, page: ReviewPage
) -> None:
    panel = panel_of(page)
    canvas, last = panel.canvas, page.left.detail.turns[-1].position
    seek(page, last - 1)
    qtbot.waitUntil(lambda: in_sight(canvas, last - 1) and not canvas.gliding())
    for _ in range(60):
        wheel(canvas, 120)
    assert not panel.following
    assert panel._follow.isVisible()
    assert canvas.verticalScrollBar().value() == 0
    assert page.left.sound is not None
    turn = page.left.turn(last)
    assert turn is not None
    page.left.sound.listening.seek(turn.start_ms or 0)
    assert canvas.verticalScrollBar().value() == 0, "the sound goes on, the page stays"
    press(Key.Key_B)
    qtbot.waitUntil(lambda: in_sight(canvas, last) and not canvas.gliding())
    assert panel.following
    assert not panel._follow.isVisible()


def test_comma_and_point_go_from_turn_to_turn(page: ReviewPage) -> None:
    starts = [turn.start_ms for turn in page.left.detail.turns]
    seek(page, 3)
    press(Key.Key_Period)
    assert position_ms(page) == starts[4]
    press(Key.Key_Comma)
    assert position_ms(page) == starts[3]
    seek(page, 3, after_ms=1600)
    press(Key.Key_Comma)
    assert position_ms(page) == starts[3], "first to the beginning of the one being said"
    page.left.step_turn(-99)
    assert position_ms(page) == starts[2]


@pytest.mark.parametrize("timed", ["words", "turns", "nothing"])
def test_as_much_is_lit_as_the_transcript_tells(
    page: ReviewPage, demo_services: Services, timed: str
) -> None:
    turns = page.left.detail.turns
    moment_ms = turns[2].words[1].start_ms + 5
    if timed == "turns":
        turns = tuple(replace(turn, words=()) for turn in turns)
    elif timed == "nothing":
        turns = tuple(replace(turn, words=(), start_ms=None, end_ms=None) for turn in turns)
    demo_services.interactions.attach_transcript(page.interaction_id, turns)
    page.reload_words()
    said = page.left.detail.turns[2]
    assert page.left.sound is not None
    page.left.sound.listening.seek(moment_ms)
    panel = panel_of(page)
    word = panel.current_word()
    if timed == "words":
        assert word is not None
        assert said.text[word[0] : word[1]] == said.words[1].text
    else:
        assert word is None
    assert panel.current() == (None if timed == "nothing" else 2)
    press(Key.Key_Period)
    assert panel.current() == (3 if timed != "nothing" else panel.current())


class TestSearch:
    def look_for(self, page: ReviewPage, words: str) -> TurnPanel:
        press(Key.Key_F, Modifier.ControlModifier)
        panel = panel_of(page)
        assert panel._search.field.hasFocus()
        # As an input method does: QTest types nothing but ASCII.
        panel._search.field.insert(words)
        panel._search.field._say()
        return panel

    def test_matches_are_counted_marked_and_gone_through(self, page: ReviewPage) -> None:
        panel = self.look_for(page, "Ｅ")
        count = len(panel._matches)
        assert count > 2
        assert panel._search._found.text() == f"1 of {count}"
        press(Key.Key_Return)
        assert panel._search._found.text() == f"2 of {count}"
        press(Key.Key_Return, Modifier.ShiftModifier)
        press(Key.Key_Return, Modifier.ShiftModifier)
        assert panel._search._found.text() == f"{count} of {count}"
        press(Key.Key_F3)
        assert panel._search._found.text() == f"1 of {count}"
        assert panel._map.isVisible()
        match = panel.active_match()
        assert match is not None
        assert in_sight(panel.canvas, match.turn)

    def test_escape_goes_back_to_where_one_was(self, page: ReviewPage) -> None:
        canvas = panel_of(page).canvas
        wheel(canvas, -120)
        before = canvas.verticalScrollBar().value()
        assert before > 0
        last = page.left.detail.turns[-1].text.split()[-1]
        panel = self.look_for(page, last)
        press(Key.Key_Return, Modifier.ShiftModifier)
        press(Key.Key_Escape)
        assert canvas.verticalScrollBar().value() == before
        assert panel._matches == ()
        assert page.hasFocus()
        press(Key.Key_F3)
        assert panel._search.field.text() == last, "the last search, once more"

    def test_what_is_not_there_is_told(self, page: ReviewPage) -> None:
        panel = self.look_for(page, "xyzzy")
        assert panel._search._found.text() == "none"
        assert not panel._map.isVisible()

    def test_corrected_words_are_found_at_once(self, page: ReviewPage) -> None:
        panel = self.look_for(page, "zanzibar")
        assert panel._matches == ()
        turn = page.left.turn(1)
        assert turn is not None
        page.correcting._correct(1, turn.text, "zanzibar " + turn.text)
        assert [match.turn for match in panel._matches] == [1]
