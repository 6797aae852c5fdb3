"""A call from its file to the printed sheet, graded without touching the mouse; then corrected."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.review.correction_dialog import CorrectionDialog
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.sheet.dialog import SheetDialog
from qa_desktop.reviews.model import CommentKind, ReviewState

CALL = "0091a706bc604188"
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(person: Any) -> ReviewPage:
    folder = resource_path("demo", "calls")
    person.take_in(*sorted(folder.glob(f"{CALL}.*")))
    return person.open_first()


def grade_by_keys(person: Any, page: ReviewPage) -> None:
    """Every item with its best answer, but the second one: that loses points.

    Items that an answer makes appear come in their turn.
    """
    done: list[str] = []
    while (item_id := page.state.current_item) not in done:
        assert item_id is not None
        place = len(done)
        done.append(item_id)
        item = page.state.item(item_id)
        assert item is not None
        if item.form is AnswerForm.SINGLE:
            digits = [option.digit for option in item.options]
            person.press(Key(ord(digits[1 if place == 1 else 0])))
        elif item.form is AnswerForm.TOGGLES:
            for option in item.options[:3]:
                person.press(Key(ord(option.digit)))
        elif item.form in (AnswerForm.NUMBER, AnswerForm.MEASURE):
            person.press(Key.Key_2)
            person.type("0")
            person.press(Key.Key_Return)
        item = page.state.item(item_id)
        assert item is not None
        if item.reasons_wanted:
            person.press(Key.Key_R)
            person.until(lambda: QApplication.activePopupWidget() is not None)
            person.press(Key.Key_1)
            assert page.state.item(item_id).reasons[0].chosen
        if item.reasons_wanted or item.comment_required or item.form is AnswerForm.NOTE:
            person.press(Key.Key_C)
            person.type("asked for the name only")
            person.press(Key.Key_Return)
        person.press(Key.Key_Down)


def test_a_call_from_file_to_sheet(person: Any, page: ReviewPage, tmp_path: Path) -> None:
    # Two rubrics fit a call; the second one is chosen by its digit.
    assert page.state.phase is Phase.CHOOSE_RUBRIC
    choice = next(c for c in page.state.rubrics if c.id == "service-five-dimensions")
    person.press(Key(ord(choice.digit)))
    assert page.state.phase is Phase.GRADING

    # It plays, and a comment is written while it plays on.
    sound = page.left.sound
    assert sound is not None
    person.until(lambda: sound.listening.playable)
    person.press(Key.Key_Space)
    person.until(lambda: sound.listening.position_ms() > 1_000)
    person.press(Key.Key_M)
    assert sound.listening.playing
    person.type("Warm greeting")
    person.press(Key.Key_Return)
    assert sound.listening.playing
    # A pedal's key stops it.
    person.press(Key.Key_F4)
    person.until(lambda: not sound.listening.playing)
    (comment,) = page.state.comments
    assert comment.text == "Warm greeting"
    assert comment.start_ms is not None
    assert comment.start_ms <= sound.listening.position_ms()

    # A range, by its two ends, and a comment on it.
    sound.listening.seek(24_000)
    person.press(Key.Key_I)
    person.press(Key.Key_Right, Modifier.ShiftModifier)
    person.press(Key.Key_O)
    assert sound.selection is not None
    person.press(Key.Key_M)
    person.type("Silence, nothing announced")
    person.press(Key.Key_Return)
    assert [(c.start_ms, c.end_ms) for c in page.state.comments][1] == (24_000, 29_000)

    grade_by_keys(person, page)
    assert page.state.missing.count == 0, page.state.missing
    assert page.panel.save_bar.saved_words().startswith("Saved ")

    # Submitted; nothing else is to be graded, so the list is there again, and says so.
    review_id, score = page.state.review_id or "", page.state.score.text
    person.press(Key.Key_Return, Modifier.ControlModifier)
    review = person.window.services.reviews.get(review_id)
    assert review.state is ReviewState.SUBMITTED
    assert person.window.pages.current == "interactions"
    assert score in person.window.toast.text()
    assert [c.kind for c in review.draft.comments] == [CommentKind.DEDUCTION] * 2

    # The sheet shows it, and is saved.
    person.window.toast.action_requested.emit()
    dialog = person.window.findChildren(SheetDialog)[-1]
    person.until(lambda: dialog.sheet is not None)
    assert dialog.document.pageCount() in (1, 2)
    target = tmp_path / "sheet.pdf"
    dialog.save_to(target)
    text = "\n".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(target.read_bytes())).pages)
    assert "Silence, nothing announced" in text
    assert score in text
    dialog.reject()

    # Opened again it is read-only; corrected with a reason, as a new revision.
    page = person.open_first()
    assert page.state.phase is Phase.SUBMITTED
    page.panel.save_bar.correct_requested.emit()
    correction = page.findChildren(CorrectionDialog)[-1]
    person.until(lambda: isinstance(QApplication.focusWidget(), TextField))
    assert correction.isVisible()
    person.type("Heard it again")
    person.press(Key.Key_Return)
    assert (page.state.phase, page.state.revision) == (Phase.GRADING, 2)
    page.setFocus()
    before = page.state.score.text
    page.show_state(page.presenter.select_item(page.state.items()[0].id))
    options = page.state.items()[0].options
    person.press(Key(ord(options[-1].digit)))
    item = page.state.items()[0]
    if item.reasons_wanted:
        page.show_state(page.presenter.toggle_reason(item.id, item.reasons[0].key))
    page.show_state(page.presenter.set_item_comment(item.id, "no greeting at all"))
    person.press(Key.Key_Return, Modifier.ControlModifier)
    assert page.state.phase is Phase.SUBMITTED
    first, second = person.window.services.reviews.history(review.id)
    assert first.result is not None
    assert second.result is not None
    assert first.result["score"] == before != second.result["score"]
    assert second.correction_reason == "Heard it again"

    # Back in the list, which tells of it.
    person.press(Key.Key_Left, Modifier.AltModifier)
    assert person.window.pages.current == "interactions"
