"""Other keys are in force at once in every window that is open, and every word of them follows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.palette import Palette
from qa_desktop.desktop.window.rail import RailButton
from qa_desktop.reviews.listing_store import ListingFilter

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def rebind(window: MainWindow, **keys: tuple[str, ...]) -> None:
    preferences = window.services.preferences
    named = {name.replace("__", "."): held for name, held in keys.items()}
    preferences.change(replace(preferences.settings(), keys=named))


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ReviewPage:
    """A chat that is graded."""
    rows = window.services.listing.page(ListingFilter(kinds=("chat",)), 9)
    row = next(row for row in rows if row.review_state == "ungraded")
    window.open_review(row.interaction.id)
    page = window.open_review_page()
    assert page is not None
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        # Its first item may be not applicable.
        choice = next(c for c in page.state.rubrics if c.id == "process-inspection")
        page.choose_rubric(choice.id, choice.version)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.take_keys()
    return page


def test_an_open_page_takes_the_new_key_and_lets_go_of_the_old(
    qtbot: QtBot, window: MainWindow, page: ReviewPage
) -> None:
    item_id = page.state.current_item
    assert item_id is not None
    rebind(window, not_applicable=("F13", "Ctrl+Alt+N"))
    qtbot.keyClick(page, Key.Key_N)
    assert page.presenter.draft.entries == {}
    qtbot.keyClick(page, Key.Key_F13)
    answer = page.presenter.draft.entries[item_id].answer
    assert answer is not None
    assert answer.na
    rebind(window)
    qtbot.keyClick(page, Key.Key_N)
    assert page.presenter.draft.entries == {}


def test_a_pedal_acts_while_a_comment_is_written(
    qtbot: QtBot, window: MainWindow, page: ReviewPage
) -> None:
    rebind(window, next_item=("F14",), undo=("F15",))
    before = page.state.current_item
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "n1")
    assert (field.text(), page.presenter.draft.entries) == ("n1", {})
    qtbot.keyClick(field, Key.Key_F14)
    assert page.state.current_item != before


def test_the_page_says_the_key_in_force(window: MainWindow, page: ReviewPage) -> None:
    bar = page.panel.save_bar
    assert bar._undo.toolTip() == "Undo  Ctrl+Z"
    assert "Ctrl ⏎" in bar._submit.text()
    rebind(window, undo=("F15",), submit=("F16",), next_unanswered=(), leave=("Ctrl+W",))
    assert bar._undo.toolTip() == "Undo  F15"
    assert bar._submit.text().endswith("F16")
    assert page.header._back.toolTip() == "Back  Ctrl+W"
    assert page.panel.score._left_key.isHidden()
    rebind(window)
    assert bar._undo.toolTip() == "Undo  Ctrl+Z"
    assert not page.panel.score._left_key.isHidden()


def test_commands_of_both_windows_follow(
    qtbot: QtBot, window: MainWindow, page: ReviewPage
) -> None:
    others = window.services.listing.page(ListingFilter(kinds=("ticket",)), 9)
    window.reviews.open_beside(others[0].interaction.id)
    beside = window.reviews.beside
    assert beside is not None
    rebind(window, window__search=("F5",), window__rubrics=("F6",))
    for each in (window, beside):
        keys = [key.toString() for key in each.actions_by_name["search"].shortcuts()]
        assert keys == ["F5"]
    window.back_to_list()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hints = [hint.text() for hint in window.pages.interactions.header.findChildren(KeyHint)]
    assert hints == ["F5"]
    tips = {b.accessibleName(): b.toolTip() for b in window.rail.findChildren(RailButton)}
    assert tips["Rubrics"] == "Rubrics  F6"
    qtbot.keyClick(window, Key.Key_F5)
    assert [p for p in window.findChildren(Palette) if p.isVisible()]
