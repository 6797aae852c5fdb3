"""Two reviews side by side, words typed into both, and the program ends: nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.review.text_field import TextField

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CHATS = ("crosswoz_val_10223.json", "crosswoz_val_10377.json")


def write(person: Any, page: ReviewPage, words: str) -> None:
    """Into the current item's comment, by keys, without waiting for it to be saved."""
    page.window().activateWindow()
    person.until(page.window().isActiveWindow)
    page.take_keys()
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        person.press(Key(ord(page.state.rubrics[0].digit)))
    person.press(Key.Key_C)
    person.until(lambda: isinstance(QApplication.focusWidget(), TextField))
    person.type(words)


@pytest.mark.parametrize("how", ["closed", "ended"])
def test_what_is_typed_in_both_windows_outlives_the_program(
    program: Any, person: Any, tmp_path: Path, how: str
) -> None:
    person.take_in(*(resource_path("demo", "chats", name) for name in CHATS))
    first = person.open_first()
    person.press(Key.Key_Return, Modifier.ControlModifier | Modifier.ShiftModifier)
    reviews = person.window.reviews
    person.until(lambda: len(reviews.pages()) == 2)
    second = reviews.pages()[1]
    assert second.interaction_id != first.interaction_id
    write(person, second, "beside")
    write(person, first, "in front")
    ids = [page.interaction_id for page in (first, second)]
    if how == "closed":
        person.window.close()
        assert program.workspace is None
    else:
        program.end()
    window = program.open(tmp_path / "workspace")
    drafts = [window.services.reviews.latest_for(each).draft for each in ids]
    said = [[entry.comment for entry in draft.entries.values()] for draft in drafts]
    assert said == [["in front"], ["beside"]]
