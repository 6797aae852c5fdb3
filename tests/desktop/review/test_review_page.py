"""The page in a real window over the demo workspace: keys, typing, saving, sound, sizes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.review.card.answers import ButtonAnswers
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import ItemState, Phase
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.review.turns.turn_canvas import Selection
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import CommentKind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    return open_page()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def current(page: ReviewPage) -> ItemState:
    item = page.state.item(page.state.current_item or "")
    assert item is not None
    return item


class TestTyping:
    def test_what_is_typed_is_saved_within_300_ms_of_the_last_key(
        self, qtbot: QtBot, page: ReviewPage, demo_services: Services
    ) -> None:
        press(Key.Key_C)
        field = QApplication.focusWidget()
        assert isinstance(field, TextField)
        QTest.keyClicks(field, "polite")
        assert page.state.review_id is None
        with qtbot.waitSignal(page.saved, timeout=300):
            QTest.keyClicks(field, "ly")
        kept = demo_services.reviews.get(page.state.review_id or "")
        assert kept.draft.entries[current(page).id].comment == "politely"

    def test_leaving_the_field_saves_at_once(self, page: ReviewPage) -> None:
        press(Key.Key_C)
        QTest.keyClicks(QApplication.focusWidget(), "polite")
        page.setFocus()
        assert current(page).comment == "polite"

    def test_letters_are_letters_while_typing_and_keys_outside(self, page: ReviewPage) -> None:
        item = current(page)
        press(Key.Key_C)
        QTest.keyClicks(QApplication.focusWidget(), "5 m n 1")
        press(Key.Key_Return)
        assert current(page).id == item.id
        assert (current(page).comment, current(page).answered) == ("5 m n 1", False)
        assert page.state.comments == ()
        press(Key.Key_1)
        assert current(page).answered

    def test_undo_acts_on_the_review_while_typing(self, page: ReviewPage) -> None:
        press(Key.Key_1)
        press(Key.Key_C)
        QTest.keyClicks(QApplication.focusWidget(), "wrong")
        press(Key.Key_Z, Modifier.ControlModifier)
        assert (current(page).comment, current(page).answered) == ("", True)
        field = QApplication.focusWidget()
        assert isinstance(field, TextField)
        assert field.toPlainText() == ""
        press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
        assert field.toPlainText() == "wrong"

    def test_another_items_answer_leaves_what_is_being_typed(self, page: ReviewPage) -> None:
        press(Key.Key_C)
        field = QApplication.focusWidget()
        assert isinstance(field, TextField)
        QTest.keyClicks(field, "half a wo")
        page.show_state(page.presenter.choose(page.state.items()[3].id, "5"))
        assert field.toPlainText() == "half a wo"

    def test_closing_the_page_saves_what_was_typed(
        self, page: ReviewPage, demo_services: Services
    ) -> None:
        press(Key.Key_1)
        item_id = current(page).id
        press(Key.Key_C)
        QTest.keyClicks(QApplication.focusWidget(), "last words")
        page.close()
        kept = demo_services.reviews.get(page.state.review_id or "")
        assert kept.draft.entries[item_id].comment == "last words"

    def test_tab_goes_from_the_page_to_the_items_comment(self, page: ReviewPage) -> None:
        press(Key.Key_Tab)
        assert isinstance(QApplication.focusWidget(), TextField)


class TestSavingIsTold:
    def test_saved_with_its_time_only_after_the_commit(self, page: ReviewPage) -> None:
        bar = page.panel.save_bar
        assert bar.saved_words() == "No changes yet"
        press(Key.Key_1)
        assert page.state.save.saved_at is not None
        assert bar.saved_words().startswith("Saved ")

    def test_not_saved_keeps_the_text_and_offers_to_try_again(
        self, qtbot: QtBot, page: ReviewPage, demo_services: Services
    ) -> None:
        press(Key.Key_1)
        database = demo_services.workspace.database
        with database.alone() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        text = "word " * 40_000
        with qtbot.waitSignal(page.not_saved):
            page.show_state(page.presenter.set_summary(text))
        assert page.panel.save_bar.saved_words() == "Not saved"
        assert page.panel.problems.isVisible()
        assert page.state.summary == text
        with database.alone() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        page.panel.save_bar.retry_requested.emit()
        assert page.panel.save_bar.saved_words().startswith("Saved ")
        assert not page.panel.problems.isVisible()


class TestTheCard:
    def test_a_veto_is_told_and_leads_to_its_item(self, page: ReviewPage) -> None:
        veto = next(item for item in page.state.items() if item.has_veto)
        page.show_state(page.presenter.choose(veto.id, veto.options[-1].key))
        page.show_state(page.presenter.select_item(page.state.items()[0].id))
        banner = page.panel.score._veto
        assert banner.isVisible()
        banner._go.click()
        assert current(page).id == veto.id

    def test_cards_keep_their_height_when_an_item_appears(
        self, qtbot: QtBot, page: ReviewPage
    ) -> None:
        for item in page.state.items():
            if item.options and not item.answered:
                page.show_state(page.presenter.choose(item.id, item.options[0].key))
        page.show_state(page.presenter.next_item())

        def all_fit() -> bool:
            cards = [page.panel.scorecard.card(item.id) for item in page.state.items()]
            return all(
                card and card.height() >= card.heightForWidth(card.width()) for card in cards
            )

        qtbot.waitUntil(all_fit)

    def test_the_current_item_is_in_sight(self, qtbot: QtBot, page: ReviewPage) -> None:
        for _ in page.state.items():
            press(Key.Key_Down)
        card = page.panel.scorecard.current_card()
        assert card is not None
        qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())

    def test_pressing_a_button_leaves_the_keys_with_the_page(self, page: ReviewPage) -> None:
        card = page.panel.scorecard.current_card()
        assert card is not None
        button = card.findChildren(ButtonAnswers)[0].buttons()[0]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert current(page).answered
        press(Key.Key_Down)
        assert current(page).id == page.state.items()[1].id

    def test_space_presses_the_button_that_tab_reached(self, page: ReviewPage) -> None:
        card = page.panel.scorecard.current_card()
        assert card is not None
        button = card.findChildren(ButtonAnswers)[0].buttons()[1]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        press(Key.Key_Space)
        assert current(page).options[1].chosen

    def test_the_score_explains_itself(self, page: ReviewPage) -> None:
        press(Key.Key_1)
        press(Key.Key_W)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        said = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert page.state.score.text in said
        dialog.close()


class TestComments:
    def test_keys_of_a_row_are_its_own(self, page: ReviewPage) -> None:
        press(Key.Key_1)
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "kind")
        press(Key.Key_Return)
        (row,) = page.panel.comments._rows.values()
        row.setFocus(Qt.FocusReason.TabFocusReason)
        press(Key.Key_Return)
        assert page.state.comments[0].editing
        press(Key.Key_Return)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        press(Key.Key_Delete)
        assert page.state.comments == ()
        assert current(page).answered

    def test_kind_and_item_are_chosen_in_place(self, page: ReviewPage) -> None:
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "kind")
        editor = page.panel.comments.editor
        for button in editor.findChildren(QAbstractButton):
            if button.text() == "Praise":
                button.click()
        editor._link.click()
        (comment,) = page.state.comments
        assert (comment.kind, comment.item_number) == (CommentKind.PRAISE, current(page).number)
        assert comment.text == "kind"


class TestConversation:
    def test_keys_move_through_the_turns_and_comment_on_them(self, page: ReviewPage) -> None:
        turns = page.left.turns
        assert turns is not None
        press(Key.Key_Right)
        press(Key.Key_Right)
        assert turns.current() == 2
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "kind")
        press(Key.Key_Return)
        assert [(c.turn, c.text) for c in page.state.comments] == [(2, "kind")]
        press(Key.Key_Left)
        press(Key.Key_Left)
        press(Key.Key_Right, Modifier.ControlModifier)
        assert turns.current() == 2

    def test_selected_words_are_what_the_comment_is_on(self, page: ReviewPage) -> None:
        turns = page.left.turns
        assert turns is not None
        canvas = turns.canvas
        line = canvas.rows.line(1)
        assert line.text is not None
        box = line.text.rects(0, 3)[0].translated(line.text_at).translated(0, line.top)
        begin = QPoint(int(box.left()) + 1, int(box.center().y()))
        end = QPoint(int(box.right()), int(box.center().y()))
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(canvas.viewport(), end)
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
        position = line.turn_position()
        assert canvas.selection() == Selection(turn=position, start_char=0, end_char=3)
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "x")
        press(Key.Key_Return)
        (comment,) = page.state.comments
        assert (comment.turn, comment.start_char, comment.end_char) == (position, 0, 3)
        assert canvas.selection() is None
        assert canvas.marks_on(position)[0].comment_id == comment.id

    def test_a_place_that_search_found_is_gone_to(self, page: ReviewPage) -> None:
        assert page.left.turns is not None
        page.go_to("3")
        assert page.left.turns.current() == 3


class TestLook:
    def test_the_language_changes_at_once_without_losing_anything(
        self, page: ReviewPage, demo_services: Services, languages: Languages
    ) -> None:
        press(Key.Key_1)
        before = current(page)
        settings = demo_services.preferences.settings()
        from dataclasses import replace

        demo_services.preferences.change(replace(settings, language="zh-CN"))
        languages.use("zh-CN")
        QApplication.processEvents()
        after = current(page)
        assert after.id == before.id
        assert after.text != before.text
        assert [o.chosen for o in after.options] == [o.chosen for o in before.options]

    @pytest.mark.parametrize("kind", [Kind.CHAT, Kind.RECORDING, Kind.TICKET])
    def test_it_fits_a_small_laptop(self, open_page: OpenPage, kind: Kind) -> None:
        page = open_page(kind)
        smallest = page.minimumSizeHint()
        assert smallest.width() <= 1280 - tokens.RAIL_WIDTH
        assert smallest.height() <= 720 - tokens.STATUS_HEIGHT

    def test_everything_that_can_be_pressed_has_a_name_and_a_size(
        self, qtbot: QtBot, open_page: OpenPage
    ) -> None:
        page = open_page(Kind.RECORDING)
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "x")
        card = page.panel.scorecard.current_card()
        assert card is not None
        qtbot.waitUntil(lambda: card.height() >= card.heightForWidth(card.width()))
        for widget in page.findChildren(QWidget):
            pressable = isinstance(widget, QAbstractButton | QLineEdit | TextField)
            inside = isinstance(widget.parent(), QLineEdit)
            if not pressable or inside or not widget.isVisible():
                continue
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name, f"{widget} has no name"
            assert widget.height() >= tokens.HIT, f"{name}: {widget.height()} px high"

    def test_splitters_stay_where_they_were_put(self, open_page: OpenPage) -> None:
        first = open_page()
        first._columns.setSizes([700, 500])
        first._columns.splitterMoved.emit(700, 1)
        sizes = first._columns.sizes()
        first.close()
        assert open_page()._columns.sizes() == sizes

    def test_the_theme_changes_at_once(self, page: ReviewPage, theme: Theme) -> None:
        light = page.grab().toImage().pixelColor(5, 300)
        theme.choose("dark")
        QApplication.processEvents()
        assert page.grab().toImage().pixelColor(5, 300).lightness() < light.lightness()


class TestTheUsualRubric:
    def open_next(self, qtbot: QtBot, services: Services, kind: Kind) -> ReviewPage:
        rows = services.listing.page(ListingFilter(kinds=(kind,)), 20)
        row = next(row for row in rows if row.review_state == "ungraded")
        page = ReviewPage(services, row.interaction.id)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.first_focus().setFocus()
        assert page.state.phase is Phase.CHOOSE_RUBRIC
        return page

    def test_enter_takes_what_was_chosen_the_last_time_for_the_kind(
        self, qtbot: QtBot, demo_services: Services
    ) -> None:
        first = self.open_next(qtbot, demo_services, Kind.CHAT)
        assert QApplication.focusWidget() is first
        assert not any(choice.usual for choice in first.state.rubrics)
        last = first.state.rubrics[-1]
        press(Key(ord(last.digit)))
        assert first.state.phase is Phase.GRADING
        again = self.open_next(qtbot, demo_services, Kind.CHAT)
        assert [choice.usual for choice in again.state.rubrics][:2] == [True, False]
        assert again.state.rubrics[0].id == last.id
        focus = QApplication.focusWidget()
        assert isinstance(focus, QAbstractButton)
        assert "as last time" in focus.text()
        press(Key.Key_Return)
        assert again.presenter.rubric is not None
        assert again.presenter.rubric.id == last.id
        # Another kind has a choice of its own.
        call = self.open_next(qtbot, demo_services, Kind.TICKET)
        assert not any(choice.usual for choice in call.state.rubrics)

    def test_another_one_can_still_be_taken(self, qtbot: QtBot, demo_services: Services) -> None:
        self.open_next(qtbot, demo_services, Kind.CHAT)
        press(Key.Key_1)
        again = self.open_next(qtbot, demo_services, Kind.CHAT)
        other = again.state.rubrics[1]
        press(Key.Key_Tab)
        press(Key.Key_Return)
        assert again.presenter.rubric is not None
        assert again.presenter.rubric.id == other.id
        last = self.open_next(qtbot, demo_services, Kind.CHAT)
        assert last.state.rubrics[0].id == other.id
