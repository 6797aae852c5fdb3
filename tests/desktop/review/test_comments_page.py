"""Comments on the review page by keys: kinds, places, the filter, phrases, input methods."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.review.comments.comment_row import CommentRow
from qa_desktop.desktop.review.comments.comment_states import Anchor, AnchorChoice
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import CommentKind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]
PHRASES = (
    Phrase(shortcut="id", text="Not verified, {agent}.", kind="deduction"),
    Phrase(shortcut="idea", text="Sum up", kind="coaching"),
    Phrase(shortcut="安抚", text="先致歉，再解决", kind="praise"),
)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)


def write(page: ReviewPage, start_ms: int, text: str, end_ms: int | None = None) -> str:
    page.commenting.begin(Anchor(start_ms=start_ms, end_ms=end_ms), live=False)
    QTest.keyClicks(focus(), text)
    press(Key.Key_Return)
    return next(c.id for c in page.state.comments if c.text == text)


@pytest.fixture
def page(open_page: OpenPage, demo_services: Services) -> ReviewPage:
    preferences = demo_services.preferences
    preferences.change(replace(preferences.settings(), phrases=PHRASES))
    return open_page(Kind.RECORDING)


def test_the_current_comment_is_edited_and_its_kind_changed_by_keys(page: ReviewPage) -> None:
    press(Key.Key_E)
    press(Key.Key_M, Modifier.ShiftModifier)
    assert page.state.comments == (), "there is none yet"
    write(page, 3_000, "said")
    press(Key.Key_M, Modifier.ShiftModifier)
    assert page.state.comments[0].kind is CommentKind.PRAISE
    press(Key.Key_E)
    assert page.state.comments[0].editing
    press(Key.Key_3, Modifier.AltModifier)
    assert page.state.comments[0].kind is CommentKind.COACHING
    QTest.keyClicks(focus(), "M!")
    press(Key.Key_Return)
    (comment,) = page.state.comments
    assert (comment.text, comment.editing) == ("saidM!", False)


def test_a_comment_is_moved_from_its_place(page: ReviewPage) -> None:
    comment_id = write(page, 3_000, "said", 4_000)
    sound, editor = page.left.sound, page.panel.comments.editor
    assert sound is not None
    sound.listening.seek(9_000)
    sound.selection = Span(start_ms=5_000, end_ms=6_500)
    press(Key.Key_E)
    assert set(editor.place.ask_places()) == {
        *(AnchorChoice.HERE, AnchorChoice.RANGE, AnchorChoice.POINT, AnchorChoice.WHOLE)
    }
    spans = []
    for choice in (
        *(AnchorChoice.POINT, AnchorChoice.RANGE, AnchorChoice.HERE, AnchorChoice.WHOLE),
    ):
        editor.place.chosen.emit(choice)
        (comment,) = page.state.comments
        spans.append((comment.start_ms, comment.end_ms))
    assert spans == [(3_000, None), (5_000, 6_500), (9_000, None), (None, None)]
    assert AnchorChoice.WHOLE not in editor.place.ask_places()
    assert AnchorChoice.POINT not in editor.place.ask_places()
    press(Key.Key_Z, Modifier.ControlModifier)
    assert page.state.comments[0].start_ms == 3_000, "the moves of one comment are one step"
    assert page.state.comments[0].id == comment_id


def test_a_comment_put_elsewhere_before_its_first_letter_stays_there(page: ReviewPage) -> None:
    sound = page.left.sound
    assert sound is not None
    page.commenting.begin(Anchor(start_ms=2_000), live=True)
    sound.listening.seek(30_000)
    page.panel.comments.editor.place.chosen.emit(AnchorChoice.WHOLE)
    QTest.keyClicks(focus(), "on all of it")
    press(Key.Key_Return)
    assert page.state.comments[0].start_ms is None


def test_the_menu_of_places_opens_by_keyboard(page: ReviewPage) -> None:
    write(page, 3_000, "said")
    press(Key.Key_E)
    place = page.panel.comments.editor.place
    place.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert place._menu.isVisible()
    assert place._menu.activeAction() is not None
    place._menu.close()


def test_the_filter_narrows_the_list_and_says_so(page: ReviewPage) -> None:
    comments = page.panel.comments
    write(page, 1_000, "warm words")
    write(page, 2_000, "cold words")
    press(Key.Key_M, Modifier.ShiftModifier)
    press(Key.Key_F, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert focus() is comments.filter_bar.field
    QTest.keyClicks(focus(), "warm")
    press(Key.Key_Return)
    assert [row._comment.text for row in comments._rows.values() if row._comment] == ["warm words"]
    assert comments._head._count.text() == "1 of 2"
    comments.filter_bar.kinds[CommentKind.PRAISE].click()
    assert comments._rows == {}
    assert not comments._show_all.isHidden()
    assert "hides" in comments._empty.text()
    comments._show_all.click()
    assert len(comments._rows) == 2
    assert comments.filter_bar.isHidden()
    assert comments._head._count.text() == "2"
    assert focus() is page


def test_escape_leaves_the_filter_and_does_not_play(page: ReviewPage) -> None:
    write(page, 1_000, "warm")
    press(Key.Key_F, Modifier.ControlModifier | Modifier.ShiftModifier)
    QTest.keyClicks(focus(), "zzz")
    press(Key.Key_Escape)
    assert page.panel.comments.filter_bar.isHidden()
    assert not page.playing
    assert focus() is page
    assert len(page.panel.comments._rows) == 1


def test_a_new_comment_is_seen_whatever_is_filtered(page: ReviewPage) -> None:
    write(page, 1_000, "warm")
    page.panel.comments.toggle_filter()
    QTest.keyClicks(focus(), "zzz")
    press(Key.Key_Return)
    page.take_keys()
    press(Key.Key_M)
    assert focus() is page.panel.comments.editor.text


def test_arrows_walk_through_the_rows(page: ReviewPage) -> None:
    for start_ms, text in ((1_000, "one"), (2_000, "two"), (3_000, "three")):
        write(page, start_ms, text)
    rows = [page.panel.comments._rows[c.id] for c in page.state.comments]
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Down)
    assert focus() is rows[1]
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert focus() is rows[2]
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert next(c.text for c in page.state.comments if c.editing) == "two"


def test_a_deleted_comment_can_be_had_back_until_the_next_step(page: ReviewPage) -> None:
    comments = page.panel.comments
    comment_id = write(page, 1_000, "one")
    write(page, 2_000, "two")
    comments._rows[comment_id].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Delete)
    assert [c.text for c in page.state.comments] == ["two"]
    assert comments.toast.text() == "Comment deleted"
    comments.toast.action_requested.emit()
    assert [c.text for c in page.state.comments] == ["one", "two"]
    comments._rows[comment_id].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Delete)
    assert not comments.toast.isHidden()
    write(page, 3_000, "three")
    assert comments.toast.isHidden(), "its button would undo the third"


def test_a_row_says_the_kind_the_item_and_the_words(page: ReviewPage) -> None:
    comment_id = write(page, 1_000, "warm")
    page.commenting.link(comment_id)
    row = page.panel.comments._rows[comment_id]
    assert isinstance(row, CommentRow)
    item = page.state.items()[0]
    assert row.accessibleName() == f"1, Deduction, 00:01.0, warm, 1. {item.text}"


def test_pinyin_is_stamped_where_it_began(page: ReviewPage) -> None:
    sound = page.left.sound
    assert sound is not None
    page.commenting.begin(Anchor(start_ms=2_000), live=True)
    sound.listening.seek(4_000)
    QApplication.sendEvent(focus(), QInputMethodEvent("hao", []))
    sound.listening.seek(9_000)
    commit = QInputMethodEvent()
    commit.setCommitString("好")
    QApplication.sendEvent(focus(), commit)
    press(Key.Key_Return)
    (comment,) = page.state.comments
    assert (comment.text, comment.start_ms) == ("好", 4_000)


class TestPhrases:
    def popup(self, page: ReviewPage) -> list[str]:
        popup = page.phrases.typing.popup
        return [p.shortcut for p in popup.phrases()] if popup.isVisible() else []

    def test_a_semicolon_on_the_page_begins_a_comment(self, page: ReviewPage) -> None:
        press(Key.Key_Semicolon)
        assert self.popup(page) == ["id", "idea", "安抚"]
        press(Key.Key_Down)
        press(Key.Key_Tab)
        (comment,) = page.state.comments
        assert (comment.text, comment.kind) == ("Sum up", CommentKind.COACHING)
        assert not page.phrases.typing.popup.isVisible()
        assert focus() is page.panel.comments.editor.text

    def test_the_page_may_be_drawn_anew_meanwhile(self, page: ReviewPage) -> None:
        press(Key.Key_Semicolon)
        page.show_state(page.state)
        assert self.popup(page) == ["id", "idea", "安抚"]
        assert page.panel.comments.editor.text.toPlainText() == ";"
        press(Key.Key_Return)
        assert page.panel.comments.editor.text.toPlainText().startswith("Not verified")
        assert focus() is page.panel.comments.editor.text

    def test_escape_takes_the_sign_away_and_nothing_is_left(self, page: ReviewPage) -> None:
        press(Key.Key_Semicolon)
        press(Key.Key_Escape)
        assert not page.playing
        assert page.panel.comments.editor.text.toPlainText() == ""
        press(Key.Key_Return)
        assert page.state.comments == ()
        assert page.presenter.draft.comments == ()

    def test_the_way_to_a_phrase_is_not_saved(self, qtbot: QtBot, page: ReviewPage) -> None:
        page.commenting.begin(Anchor(start_ms=1), live=False)
        QTest.keyClicks(focus(), ";i")
        field = page.panel.comments.editor.text
        assert not field._pause.isActive()
        QTest.keyClicks(focus(), "x")
        assert self.popup(page) == []
        assert field._pause.isActive(), "no phrase: it is what was written"
        qtbot.waitUntil(lambda: bool(page.presenter.draft.comments))
        assert page.presenter.draft.comments[0].text == ";ix"

    @pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return, Key.Key_Space])
    def test_a_shortcut_typed_out_is_filled_in(self, page: ReviewPage, key: Qt.Key) -> None:
        page.commenting.begin(Anchor(start_ms=1), live=False)
        QTest.keyClicks(focus(), "Well ;id")
        press(key)
        agent = page.state.header.agent
        assert page.panel.comments.editor.text.toPlainText() == f"Well Not verified, {agent}."

    def test_a_space_behind_the_beginning_of_one_is_a_space(self, page: ReviewPage) -> None:
        page.commenting.begin(Anchor(start_ms=1), live=False)
        QTest.keyClicks(focus(), ";i ")
        assert page.panel.comments.editor.text.toPlainText() == ";i "
        assert self.popup(page) == []

    def test_an_input_method_types_full_width_signs_and_chinese(self, page: ReviewPage) -> None:
        page.commenting.begin(Anchor(start_ms=1), live=False)
        field = focus()
        for said in ("🙂；", "安"):
            QApplication.sendEvent(field, QInputMethodEvent("an", []))
            assert self.popup(page) == []
            commit = QInputMethodEvent()
            commit.setCommitString(said)
            QApplication.sendEvent(field, commit)
        assert self.popup(page) == ["安抚"]
        press(Key.Key_Return)
        assert page.panel.comments.editor.text.toPlainText() == "🙂先致歉，再解决"
        assert page.state.comments[0].kind is CommentKind.PRAISE

    def test_a_click_takes_one_and_the_last_row_leads_to_all(
        self, qtbot: QtBot, page: ReviewPage
    ) -> None:
        page.commenting.begin(Anchor(start_ms=1), live=False)
        QTest.keyClicks(focus(), ";")
        popup = page.phrases.typing.popup
        viewport, second = popup.list.viewport(), popup.list.item(1)
        qtbot.waitUntil(
            lambda: viewport.rect().contains(popup.list.visualItemRect(second).center())
        )
        corner = popup.list.visualItemRect(second).center()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=corner)
        assert page.panel.comments.editor.text.toPlainText() == "Sum up"
        QTest.keyClicks(focus(), " ;")
        with qtbot.waitSignal(page.phrases.typing.manage_requested):
            press(Key.Key_Up)
            press(Key.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()

    def test_the_comment_of_an_item_takes_phrases_too(self, page: ReviewPage) -> None:
        card = page.panel.scorecard.current_card()
        assert card is not None
        press(Key.Key_C)
        QTest.keyClicks(focus(), ";idea")
        assert self.popup(page) == ["idea"]
        press(Key.Key_Return)
        press(Key.Key_Return)
        item = page.state.item(page.state.current_item or "")
        assert item is not None
        assert item.comment == "Sum up"

    def test_text_that_is_shown_offers_nothing(self, page: ReviewPage) -> None:
        write(page, 1_000, "see it")
        press(Key.Key_E)
        field = page.panel.comments.editor.text
        field.setPlainText("see ;id")
        assert self.popup(page) == []

    def test_the_pop_up_leaves_the_line_that_is_written_free(
        self, qtbot: QtBot, page: ReviewPage
    ) -> None:
        press(Key.Key_Semicolon)
        popup, field = page.phrases.typing.popup, page.panel.comments.editor.text

        def apart() -> bool:
            corner = field.mapTo(page, field.rect().topLeft())
            return not popup.geometry().intersects(field.rect().translated(corner))

        qtbot.waitUntil(apart)
