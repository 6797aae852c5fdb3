"""A small screen shows several items: guidance in two lines, comments as high as they need."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.review.card.answers import ButtonAnswers
from qa_desktop.desktop.review.card.item_card import ItemCard
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.section_bar import SectionBar
from qa_desktop.interactions.model import Kind

Key = Qt.Key
OpenPage = Callable[..., ReviewPage]
# What a window of 1280x720 leaves for the page.
WIDTH, HEIGHT = 1280 - tokens.RAIL_WIDTH, 720 - tokens.STATUS_HEIGHT


@pytest.fixture
def page(qtbot: QtBot, open_page: OpenPage) -> ReviewPage:
    page = open_page(Kind.CHAT)
    page.resize(WIDTH, HEIGHT)
    return page


@pytest.fixture
def speak(demo_services: Services, languages: Languages) -> Callable[[str], None]:
    def choose(language: str) -> None:
        settings = demo_services.preferences.settings()
        demo_services.preferences.change(replace(settings, language=language))
        languages.use(language)
        QApplication.processEvents()

    return choose


def current_card(page: ReviewPage) -> ItemCard:
    card = page.panel.scorecard.current_card()
    assert card is not None
    return card


def in_sight(page: ReviewPage) -> int:
    """How many items are wholly on the screen."""
    scroll = page.panel.scorecard._scroll
    room = scroll.viewport().rect()
    cards = [page.panel.scorecard.card(item.id) for item in page.state.items()]
    return sum(
        room.contains(QRect(card.mapTo(scroll.viewport(), QPoint(0, 0)), card.size()))
        for card in cards
        if card is not None
    )


class TestGuidance:
    def test_two_lines_and_more_by_key_and_mouse(self, qtbot: QtBot, page: ReviewPage) -> None:
        guidance = current_card(page)._guidance
        whole = page.state.items()[0].guidance
        qtbot.waitUntil(lambda: guidance.shown_text().endswith("… more"))
        short = guidance.height()
        assert short <= 2 * (tokens.TEXT_SMALL + tokens.SPACE)
        QTest.keyClick(page, Key.Key_H)
        assert guidance.shown_text().startswith(whole)
        qtbot.waitUntil(lambda: guidance.height() > short)
        QTest.mouseClick(guidance, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: guidance.height() == short)

    def test_stays_as_it_was_left(self, page: ReviewPage, open_page: OpenPage) -> None:
        QTest.keyClick(page, Key.Key_H)
        page.close()
        again = open_page(Kind.CHAT)
        assert again.state.items()[0].guidance in current_card(again)._guidance.shown_text()

    def test_an_answer_says_what_it_stands_for(self, page: ReviewPage) -> None:
        scaled = next(item for item in page.state.items() if item.anchors)
        page.show_state(page.presenter.select_item(scaled.id))
        card = current_card(page)
        answers = card.findChildren(ButtonAnswers)[0]
        best, *_, worst = answers.buttons()
        assert all(value in card._meaning.text() for value, _ in scaled.anchors)
        worst.setFocus(Qt.FocusReason.TabFocusReason)
        assert card._meaning.text() == "  ".join(scaled.anchors[-1])
        worst.clearFocus()
        best.click()
        assert card._meaning.text() == "  ".join(scaled.anchors[0])
        assert scaled.anchors[0][1] in best.toolTip()


class TestRoom:
    @pytest.mark.parametrize(("language", "least"), [("en", 2), ("zh-CN", 3)])
    def test_several_items_are_in_sight(
        self,
        qtbot: QtBot,
        page: ReviewPage,
        speak: Callable[[str], None],
        language: str,
        least: int,
    ) -> None:
        speak(language)
        qtbot.waitUntil(lambda: in_sight(page) >= least)

    @pytest.mark.parametrize("language", ["en", "zh-CN"])
    def test_no_section_name_is_cut(
        self, qtbot: QtBot, page: ReviewPage, speak: Callable[[str], None], language: str
    ) -> None:
        speak(language)
        QApplication.processEvents()
        bars = page.panel.score.findChildren(SectionBar)
        assert len(bars) == 5
        for bar in bars:
            assert bar.title_fits(), bar.title()

    def test_an_empty_comment_takes_no_room(self, page: ReviewPage) -> None:
        field = current_card(page).findChildren(TextField)[0]
        assert not field.isVisible()
        QTest.keyClick(page, Key.Key_C)
        assert QApplication.focusWidget() is field
        QTest.keyClick(field, Key.Key_Return)
        assert not field.isVisible()
        QTest.keyClick(page, Key.Key_C)
        QTest.keyClicks(field, "kind")
        QTest.keyClick(field, Key.Key_Return)
        assert field.isVisible()

    def test_comments_take_what_they_need_up_to_a_third(
        self, qtbot: QtBot, page: ReviewPage
    ) -> None:
        comments, lower = page.panel.comments, page.panel._lower
        qtbot.waitUntil(lambda: comments.height() < 110)
        for number in range(12):
            page.left.ask_comment()
            comment = next(c for c in page.state.comments if c.editing)
            page.show_state(page.presenter.type_comment(comment.id, f"comment {number}"))
        page.show_state(page.presenter.finish_comment())
        qtbot.waitUntil(lambda: lower.sizes()[1] == sum(lower.sizes()) // 3)
        # A hand on the splitter has the last word.
        lower.setSizes([300, 120])
        lower.splitterMoved.emit(300, 1)
        page.show_state(page.presenter.undo())
        QApplication.processEvents()
        assert lower.sizes()[1] == 120

    def test_nothing_empty_is_below_the_form(self, qtbot: QtBot, page: ReviewPage) -> None:
        card = page.panel.scorecard
        room = 2 * tokens.SPACE
        qtbot.waitUntil(lambda: card._inside.height() - card._summary.geometry().bottom() <= room)
