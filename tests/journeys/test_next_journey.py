"""Grading one after the other: submit, and the next of the list is there."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from qa_desktop.base.resources import resource_path
from qa_desktop.base.settings import Settings, save_settings
from qa_desktop.desktop.review.name_dialog import NameDialog
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import ReviewState

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CHATS = ("crosswoz_val_10223.json", "crosswoz_val_10377.json", "star_736.json")


def grade(person: Any, page: ReviewPage) -> str:
    """All with N/A or the best answer, by keys; the review's id."""
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        choice = next(c for c in page.state.rubrics if c.id == "service-five-dimensions")
        person.press(Key(ord(choice.digit)))
    done: list[str] = []
    while (item_id := page.state.current_item) not in done:
        assert item_id is not None
        done.append(item_id)
        item = page.state.item(item_id)
        assert item is not None
        if item.na_allowed:
            person.press(Key.Key_N)
        elif item.form is not AnswerForm.NOTE:
            person.press(Key(ord(item.options[0].digit)))
        person.press(Key.Key_Down)
    assert page.state.missing.count == 0
    return page.state.review_id or ""


def current_page(person: Any) -> ReviewPage:
    page = person.window.pages.currentWidget()
    assert isinstance(page, ReviewPage)
    return page


def test_submitting_leads_through_the_list_in_its_order(person: Any) -> None:
    person.take_in(*(resource_path("demo", "chats", name) for name in CHATS))
    order = [row.interaction.id for row in person.window.services.listing.page(ListingFilter(), 9)]
    assert len(order) == len(CHATS)
    page = person.open_first()
    for place, interaction_id in enumerate(order):
        page = current_page(person)
        assert page.interaction_id == interaction_id
        review_id = grade(person, page)
        person.press(Key.Key_Return, Modifier.ControlModifier)
        kept = person.window.services.reviews.get(review_id)
        assert kept.state is ReviewState.SUBMITTED
        last = place == len(order) - 1
        assert person.window.pages.current == ("interactions" if last else "review")


@pytest.fixture
def nobody(program: Any) -> None:
    """The program as it is before anybody said his name."""
    save_settings(Settings(language="en", theme="light"), program.preferences.file)
    program.preferences.change(Settings(language="en", theme="light"))


@pytest.mark.parametrize("name", ["Mei", ""])
def test_the_name_is_asked_once_and_never_needed(nobody: None, person: Any, name: str) -> None:
    person.take_in(*(resource_path("demo", "chats", chat) for chat in CHATS[:2]))
    review_id = grade(person, person.open_first())
    person.press(Key.Key_Return, Modifier.ControlModifier)
    assert len(person.window.findChildren(NameDialog)) == 1
    person.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    assert person.window.services.reviews.get(review_id).state is ReviewState.DRAFT
    person.type(name)
    person.press(Key.Key_Return)
    person.front()
    kept = person.window.services.reviews.get(review_id)
    assert (kept.state, kept.reviewer) == (ReviewState.SUBMITTED, name or "reviewer")
    assert person.window.services.settings.reviewer == name
    # The next one is submitted without a question, in the same name.
    person.until(lambda: person.window.pages.current == "review")
    review_id = grade(person, current_page(person))
    person.press(Key.Key_Return, Modifier.ControlModifier)
    kept = person.window.services.reviews.get(review_id)
    assert (kept.state, kept.reviewer) == (ReviewState.SUBMITTED, name or "reviewer")


def test_a_name_that_cannot_be_kept_is_told_and_holds(nobody: None, person: Any) -> None:
    person.take_in(resource_path("demo", "chats", CHATS[0]))
    review_id = grade(person, person.open_first())
    preferences = person.window.services.preferences
    preferences.file.unlink()
    preferences.file.mkdir()
    person.press(Key.Key_Return, Modifier.ControlModifier)
    (dialog,) = person.window.findChildren(NameDialog)
    person.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    person.type("Mei")
    person.press(Key.Key_Return)
    assert dialog.isVisible()
    assert "can't be kept" in dialog.problems.text()
    assert dialog.name() == "Mei"
    person.press(Key.Key_Return)
    person.front()
    kept = person.window.services.reviews.get(review_id)
    assert (kept.state, kept.reviewer) == (ReviewState.SUBMITTED, "Mei")
    assert preferences.settings().reviewer == "Mei"
