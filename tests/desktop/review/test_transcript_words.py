"""Selecting, quoting, correcting and telling speakers on a real call's page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qa_desktop.database import search
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.review.turns.speaker_dialog import SpeakerDialog
from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas
from qa_desktop.desktop.review.turns.turn_editor import TurnEditor
from qa_desktop.desktop.review.turns.turn_marks import word_spans
from qa_desktop.desktop.review.turns.turn_panel import TurnPanel
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Kind, Role, Turn
from qa_desktop.reviews.model import CommentKind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def panel_of(page: ReviewPage) -> TurnPanel:
    assert page.left.turns is not None
    return page.left.turns


def said(page: ReviewPage, position: int) -> Turn:
    turn = page.left.turn(position)
    assert turn is not None
    return turn


def select(page: ReviewPage, position: int, start: int, end: int) -> None:
    panel_of(page).canvas.select(Selection(turn=position, start_char=start, end_char=end))


def editor_of(page: ReviewPage) -> TurnEditor:
    focus = QApplication.focusWidget()
    assert isinstance(focus, TurnEditor)
    assert focus.turn is not None
    return focus


def point_at(canvas: TurnCanvas, position: int, char: int) -> QPoint:
    box = canvas.char_rects(position, char, char + 1)[0]
    return QPointF(box.left() + 1, box.center().y()).toPoint()


def correct(page: ReviewPage, position: int, start: int, end: int, words: str) -> None:
    select(page, position, start, end)
    press(Key.Key_F2)
    QTest.keyClicks(editor_of(page), words)
    press(Key.Key_Return)


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    return open_page(Kind.RECORDING)


@pytest.fixture
def chat(open_page: OpenPage) -> ReviewPage:
    return open_page(Kind.CHAT)


class TestQuotes:
    def test_selected_words_become_evidence_of_the_current_item(self, page: ReviewPage) -> None:
        turn = said(page, 0)
        select(page, 0, 0, 5)
        press(Key.Key_Q)
        item = page.state.item(page.state.current_item or "")
        assert item is not None
        (comment,) = item.evidence
        assert (comment.text, comment.quote) == ("", turn.text[:5])
        assert comment.start_ms == turn.words[0].start_ms
        assert comment.kind is CommentKind.DEDUCTION
        assert panel_of(page).selection() is None
        page.undo()
        assert page.state.comments == ()
        page.redo()
        assert len(page.state.comments) == 1

    def test_without_a_selection_the_turn_being_said_is_quoted(self, page: ReviewPage) -> None:
        turn = said(page, 2)
        assert page.left.sound is not None
        page.left.sound.listening.seek((turn.start_ms or 0) + 10)
        press(Key.Key_Q)
        (comment,) = page.state.comments
        assert (comment.turn, comment.quote) == (2, turn.text)

    def test_a_quotation_outlives_an_editor_left_empty_and_leads_to_its_words(
        self, page: ReviewPage
    ) -> None:
        turn = said(page, 3)
        select(page, 3, 0, 4)
        press(Key.Key_Q)
        (comment,) = page.state.comments
        page.show_state(page.presenter.edit_comment(comment.id))
        page.show_state(page.presenter.finish_comment())
        assert len(page.state.comments) == 1
        assert page.left.sound is not None
        page.left.sound.listening.seek(0)
        card = page.panel.scorecard.current_card()
        assert card is not None
        (row,) = [each for each in card._evidence._rows if each.isVisible()]
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert page.left.sound.listening.position_ms() == turn.words[0].start_ms
        row.setFocus()
        press(Key.Key_Delete)
        assert page.state.comments == ()

    def test_words_of_two_turns_are_one_quotation(self, page: ReviewPage) -> None:
        first, second = said(page, 0), said(page, 1)
        chosen = Selection(turn=0, start_char=3, end_char=4, end_turn=1)
        panel_of(page).canvas.select(chosen)
        press(Key.Key_Q)
        (comment,) = page.state.comments
        assert (comment.turn, comment.end_turn) == (0, 1)
        assert comment.quote == f"{first.text[3:]}\n{second.text[:4]}"
        assert comment.end_ms is not None
        assert comment.end_ms > (second.start_ms or 0)
        marks = [panel_of(page).canvas.marks_on(at) for at in (0, 1, 2)]
        assert [len(each) for each in marks] == [1, 1, 0]

    def test_nothing_is_quoted_once_the_review_is_read_only(self, page: ReviewPage) -> None:
        select(page, 0, 0, 5)
        assert panel_of(page)._bar._quote.isVisible()
        panel_of(page).show_marks((), None, locked=True)
        select(page, 0, 0, 4)
        assert not panel_of(page)._bar._quote.isVisible()
        assert panel_of(page)._bar._correct.isVisible()


class TestSelecting:
    def test_the_mouse_selects_from_one_turn_into_the_next(self, page: ReviewPage) -> None:
        canvas = panel_of(page).canvas
        canvas.reveal(1)
        begin, end = point_at(canvas, 0, 3), point_at(canvas, 1, 4)
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(canvas.viewport(), end)
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
        assert canvas.selection() == Selection(turn=0, start_char=3, end_char=4, end_turn=1)

    def test_the_caret_selects_by_words_over_the_end_of_a_turn(self, page: ReviewPage) -> None:
        canvas = panel_of(page).canvas
        press(Key.Key_F7)
        assert canvas.caret() == (0, 0)
        words = said(page, 0).text.split()
        press(Key.Key_Right, Modifier.ShiftModifier)
        press(Key.Key_Right, Modifier.ShiftModifier)
        chosen = canvas.selection()
        assert chosen is not None
        assert said(page, 0).text[: chosen.end_char] == " ".join(words[:2])
        press(Key.Key_Right, Modifier.ShiftModifier | Modifier.ControlModifier)
        assert canvas.selection() == Selection(turn=0, start_char=0, end_char=chosen.end_char + 1)
        press(Key.Key_End, Modifier.ShiftModifier)
        press(Key.Key_Right, Modifier.ShiftModifier)
        chosen = canvas.selection()
        assert chosen is None or chosen.last_turn in (0, 1)
        assert canvas.caret() == (1, 0)

    def test_the_arrows_are_the_pages_again_after_escape(self, page: ReviewPage) -> None:
        canvas = panel_of(page).canvas
        assert page.left.sound is not None
        press(Key.Key_F7)
        press(Key.Key_Down)
        caret = canvas.caret()
        assert caret is not None
        assert caret[0] == 1
        assert page.left.sound.listening.position_ms() == 0
        press(Key.Key_Escape)
        assert canvas.caret() is None
        assert not page.left.sound.listening.playing
        press(Key.Key_Right)
        assert page.left.sound.listening.position_ms() == 1000

    def test_enter_goes_to_the_moment_of_the_caret(self, page: ReviewPage) -> None:
        press(Key.Key_F7)
        press(Key.Key_Down)
        press(Key.Key_Home)
        press(Key.Key_Return)
        assert page.left.sound is not None
        assert page.left.sound.listening.position_ms() == said(page, 1).start_ms


class TestCorrecting:
    def test_a_word_is_written_over_where_it_stands(
        self, page: ReviewPage, demo_services: Services
    ) -> None:
        turn = said(page, 0)
        start, end = turn.text.index(" ") + 1, turn.text.index(" ", turn.text.index(" ") + 1)
        select(page, 0, start, end)
        press(Key.Key_F2)
        editor = editor_of(page)
        assert editor.textCursor().selectedText() == turn.text[start:end]
        QTest.keyClicks(editor, "zanzibar")
        press(Key.Key_Return)
        now = said(page, 0)
        assert now.text == turn.text[:start] + "zanzibar" + turn.text[end:]
        assert [word.start_ms for word in now.words] == [word.start_ms for word in turn.words]
        assert page.hasFocus()
        hits = search.find(demo_services.workspace.database, "zanzibar")
        assert [hit.subject for hit in hits] == [f"{page.interaction_id}:0"]

    def test_escape_leaves_the_words_and_going_elsewhere_takes_them(self, page: ReviewPage) -> None:
        before = said(page, 0).text
        select(page, 0, 0, 2)
        press(Key.Key_F2)
        QTest.keyClicks(editor_of(page), "zz")
        press(Key.Key_Escape)
        assert said(page, 0).text == before
        select(page, 0, 0, 2)
        press(Key.Key_F2)
        QTest.keyClicks(editor_of(page), "zz")
        page.panel.setFocus()
        page.take_keys()
        assert said(page, 0).text == "zz" + before[2:]

    def test_comments_stay_on_their_words(self, page: ReviewPage) -> None:
        turn = said(page, 0)
        at, end = word_spans(turn)[2]
        select(page, 0, at, end)
        press(Key.Key_Q)
        correct(page, 0, 0, turn.text.index(" "), "good evening to you")
        assert page.state.comments[0].quote == turn.words[2].text
        (mark,) = panel_of(page).canvas.marks_on(0)
        assert said(page, 0).text[mark.start_char : mark.end_char] == turn.words[2].text
        correct(page, 0, mark.start_char, mark.end_char, "changed")
        assert page.state.comments[0].quote == "changed"

    def test_undo_takes_back_what_came_last_word_or_answer(self, page: ReviewPage) -> None:
        before = said(page, 0).text
        correct(page, 0, 0, 2, "first")
        press(Key.Key_1)
        item = page.state.current_item or ""
        correct(page, 1, 0, 2, "second")
        assert page.state.undo is not None
        assert page.state.undo.code == "correction"
        press(Key.Key_Z, Modifier.ControlModifier)
        assert not said(page, 1).corrections
        assert page.state.item(item) is not None
        assert page.state.undo is not None
        assert page.state.undo.code == "answer"
        press(Key.Key_Z, Modifier.ControlModifier)
        assert said(page, 0).text.startswith("first")
        press(Key.Key_Z, Modifier.ControlModifier)
        assert said(page, 0).text == before
        for _ in range(3):
            press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
        assert said(page, 0).text.startswith("first")
        assert said(page, 1).text.startswith("second")

    def test_the_menu_takes_back_one_or_all(self, page: ReviewPage) -> None:
        before = [said(page, at).text for at in (0, 1)]
        correct(page, 0, 0, 2, "first")
        correct(page, 1, 0, 2, "second")
        canvas = panel_of(page).canvas
        canvas.menu_requested.emit(QPoint(0, 0), 0, 1)
        trigger(f"Back to “{said(page, 0).corrections[0].was}”")
        assert said(page, 0).text == before[0]
        assert said(page, 1).corrections
        canvas.menu_requested.emit(QPoint(0, 0), 0, 1)
        trigger("Take back all 1 correction")
        assert said(page, 1).text == before[1]

    def test_the_tooltip_says_what_the_import_had(self, page: ReviewPage) -> None:
        canvas = panel_of(page).canvas
        was = said(page, 0).text[:2]
        correct(page, 0, 0, 2, "first")
        tip = canvas._tip_at(QPointF(point_at(canvas, 0, 1)))
        assert "Lin" in tip
        assert said(page, 0).corrections[0].was in tip
        assert said(page, 0).corrections[0].was.startswith(was)

    def test_another_window_on_the_same_call_redraws(
        self, qtbot: QtBot, page: ReviewPage, demo_services: Services
    ) -> None:
        other = ReviewPage(demo_services, page.interaction_id)
        qtbot.addWidget(other)
        correct(page, 0, 0, 2, "first")
        assert said(other, 0).text.startswith("first")
        other.left.close_sound()

    def test_what_cannot_be_saved_is_told_and_kept_in_the_editor(
        self, page: ReviewPage, demo_services: Services
    ) -> None:
        select(page, 0, 0, 2)
        press(Key.Key_F2)
        QTest.keyClicks(editor_of(page), "zz")
        # Somebody else was quicker.
        demo_services.transcripts.correct(page.interaction_id, 0, "hi")
        press(Key.Key_Return)
        assert editor_of(page).toPlainText().startswith("zz")
        assert panel_of(page)._problems.isVisible()
        press(Key.Key_Escape)


def trigger(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = {action.text().split("\t")[0]: action for action in menu.actions()}
    # Whatever comes of it: a menu that stays open has all keys.
    menu.close()
    # As it is written in the source, or in one of its two forms.
    next(action for text, action in found.items() if text.startswith(words)).trigger()


class TestSpeakers:
    def test_agent_and_customer_are_swapped_and_back(self, page: ReviewPage) -> None:
        before = [turn.role for turn in page.left.detail.turns]
        press(Key.Key_T, Modifier.ShiftModifier)
        trigger("Swap agent and customer everywhere")
        other = {Role.AGENT: Role.CUSTOMER, Role.CUSTOMER: Role.AGENT}
        assert [turn.role for turn in page.left.detail.turns] == [
            other.get(role, role) for role in before
        ]
        page.undo()
        assert [turn.role for turn in page.left.detail.turns] == before

    def test_a_name_is_given_to_all_turns_and_to_the_lane(
        self, qtbot: QtBot, page: ReviewPage
    ) -> None:
        assert isinstance(page.left, CallSide)
        turn = next(turn for turn in page.left.detail.turns if turn.role is Role.CUSTOMER)
        panel_of(page).canvas.menu_requested.emit(QPoint(0, 0), turn.position, 0)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (speaker,) = [action.menu() for action in menu.actions() if action.menu()]
        assert isinstance(speaker, QMenu)
        (name,) = [action for action in speaker.actions() if action.text() == "Give a name…"]
        menu.close()
        name.trigger()
        dialog = next(iter(page.findChildren(SpeakerDialog)))
        QTest.keyClicks(dialog._name, "Mrs Chen")
        QTest.keyClick(dialog._name, Key.Key_Return)
        named = [turn for turn in page.left.detail.turns if turn.role is Role.CUSTOMER]
        assert {turn.author for turn in named} == {"Mrs Chen"}
        assert page.left._lane_name(Role.CUSTOMER, None) == "Customer · Mrs Chen"

    def test_a_chats_bubbles_and_facts_follow(self, chat: ReviewPage) -> None:
        before = [turn.role for turn in chat.left.detail.turns]
        chat.correcting.swap()
        after = [turn.role for turn in chat.left.detail.turns]
        assert after != before
        assert after.count(Role.AGENT) == before.count(Role.CUSTOMER)
        turn = panel_of(chat).canvas.turn(0)
        assert turn is not None
        assert turn.role is after[0]
