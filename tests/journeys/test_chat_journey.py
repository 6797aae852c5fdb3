"""A chat from its export to the sheet, in Chinese, by keys."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
from PySide6.QtCore import Qt

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.desktop.sheet.dialog import SheetDialog
from qa_desktop.reviews.model import ReviewState

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_chat_from_export_to_sheet(person: Any, tmp_path: Path) -> None:
    person.take_in(resource_path("demo", "chats", "crosswoz_val_10223.json"))
    page = person.open_first()
    # The same keys that move through a call move through the turns.
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        choice = next(c for c in page.state.rubrics if c.id == "service-five-dimensions")
        person.press(Key(ord(choice.digit)))
    assert page.left.sound is None
    assert page.left.turns is not None
    for _ in range(3):
        person.press(Key.Key_Right)
    assert page.left.turns.current() == 3
    person.press(Key.Key_M)
    person.type("没有安抚客户")
    person.press(Key.Key_Return)
    (comment,) = page.state.comments
    assert (comment.turn, comment.text) == (3, "没有安抚客户")

    # Words are found, with the number of places.
    person.press(Key.Key_F, Modifier.ControlModifier)
    person.type("酒店")
    person.until(lambda: len(page.left.turns.canvas.shown.matches) > 1)
    person.press(Key.Key_Return)
    assert page.left.turns.canvas.shown.active_match == 1
    person.press(Key.Key_Escape)
    assert page.left.turns.canvas.shown.matches == ()

    # Not applicable where that is allowed, else the best answer.
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

    # Undo takes the last answer back, the next key brings it again.
    person.press(Key.Key_Z, Modifier.ControlModifier)
    assert page.state.missing.count == 1
    person.press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert page.state.missing.count == 0

    review_id = page.state.review_id or ""
    person.press(Key.Key_Return, Modifier.ControlModifier)
    assert person.window.services.reviews.get(review_id).state is ReviewState.SUBMITTED
    person.window.opening.show_sheet(review_id)
    dialog = person.window.findChildren(SheetDialog)[-1]
    person.until(lambda: dialog.sheet is not None)
    dialog.choose("zh-CN", "A4")
    person.until(lambda: dialog.sheet.wish.language == "zh-CN")
    pages = pypdf.PdfReader(BytesIO(dialog.sheet.pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    assert "没有安抚客户" in text.replace("\n", "")
    dialog.reject()
