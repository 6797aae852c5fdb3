"""A team lead writes a rubric by keys: begins, words, translates, tries, mends, publishes it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.rubrics.editor.controls import Line
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.start_dialog import StartDialog
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.desktop.window.pages import RUBRICS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier


@pytest.fixture
def editor(person: Any) -> EditorPage:
    """On an empty rubric, reached with Alt+2, Enter and Enter."""
    person.front()
    person.press(Key.Key_2, ALT)
    page = person.window.pages.page(RUBRICS)
    assert isinstance(page, RubricsPage)
    page._new.setFocus()
    person.press(Key.Key_Space)
    (dialog,) = person.window.findChildren(StartDialog)
    person.until(lambda: QApplication.focusWidget() is dialog.list)
    person.press(Key.Key_Return)
    person.until(lambda: page.editing.editor is not None)
    person.front()
    made = page.editing.editor
    assert made is not None
    person.until(lambda: QApplication.focusWidget() is made.outline.tree)
    return made


def saved(person: Any, editor: EditorPage) -> None:
    person.until(lambda: not editor.state.saved.saving)


def word(person: Any, text: str) -> None:
    """Into the text that the cursor is in."""
    assert isinstance(QApplication.focusWidget(), TextField)
    person.type(text)
    person.press(Key.Key_Return)


def translate_all(person: Any, editor: EditorPage, words: list[str]) -> None:
    """Ctrl+T leads from one missing text to the next."""
    for text in words:
        person.press(Key.Key_T, CTRL)
        word(person, text)
    saved(person, editor)
    assert editor.state.missing == 0


def test_from_nothing_to_a_published_rubric_by_keys(person: Any, editor: EditorPage) -> None:
    # In words: the title, the first section and its item, then a second item and section.
    translate_all(
        person,
        editor,
        ["退款表", "Refund form", "处理", "Handling", "核实订单", "Checks the order"],
    )
    editor.outline.tree.setFocus()
    person.press(Key.Key_Return, CTRL)
    word(person, "Names the date")
    person.press(Key.Key_Return, CTRL | SHIFT)
    word(person, "Closing")
    translate_all(person, editor, ["收尾", "感谢", "Thanks", "说明到账时间"])
    assert value_at(editor.state.data, ("sections", 1, "title")) == {
        "en": "Closing",
        "zh-CN": "收尾",
    }
    items = editor.state.outline[2].children
    assert [item.title for item in items] == ["Checks the order", "Names the date"]

    # The sections weigh 200: mended in one step.
    person.press(Key.Key_M, CTRL)
    saved(person, editor)
    assert [value_at(editor.state.data, ("sections", n, "weight")) for n in (0, 1)] == [50, 50]

    # Tried at once, by the mouse, in the form as reviewers will see it.
    editor.show_side(side.PREVIEW)
    person.until(lambda: editor.preview.presenter.rubric is editor.state.form)
    state = editor.preview.presenter.state()
    assert state is not None
    for item in state.items():
        card = editor.preview.scorecard.card(item.id)
        assert card is not None
        editor.preview.scorecard.chosen.emit(item.id, item.options[0].key)
    state = editor.preview.presenter.state()
    assert state is not None
    assert (state.score.text, state.score.grade) == ("100.00", "Excellent")
    editor.preview.keep.click()
    saved(person, editor)
    assert [run.passed for run in editor.state.examples] == [True]

    # A slip keeps it from being published, and Enter leads to it.
    editor.select(("scoring",))
    assert editor.panel.reveal(("scoring", "pass_mark"))
    person.press(Key.Key_A, CTRL)
    person.type("8O")
    person.press(Key.Key_P, CTRL | SHIFT)
    (why,) = person.window.findChildren(PublishDialog)
    why.go.click()
    person.until(lambda: not why.isVisible())
    person.front()
    assert editor.state.errors == 1
    line = QApplication.focusWidget()
    assert isinstance(line, Line)
    assert line.text() == "8O"
    person.press(Key.Key_A, CTRL)
    person.type("80")
    person.press(Key.Key_Return)
    saved(person, editor)
    assert editor.state.errors == 0

    # Published: it is in the library, can be graded with, and is no draft any more.
    person.press(Key.Key_P, CTRL | SHIFT)
    dialog = person.window.findChildren(PublishDialog)[-1]
    dialog.go.click()
    page = person.window.pages.page(RUBRICS)
    person.until(lambda: page.editing.editor is None)
    rubric = page.presenter.state.current
    assert rubric.title.by_language == (("zh-CN", "退款表"), ("en", "Refund form"))
    assert rubric.id == "refund-form"
    assert rubric in person.window.services.rubrics.matching("chat")
    assert person.window.services.rubric_drafts.all() == ()


def test_a_draft_is_as_it_was_left_when_the_program_starts_again(
    person: Any, editor: EditorPage, program: Any
) -> None:
    person.press(Key.Key_T, CTRL)
    person.type("退款")
    folder = person.window.services.workspace.folder
    program.close()
    window = program.open(folder)
    person.window = window
    person.qtbot.waitExposed(window)
    page = window.pages.show_page(RUBRICS)
    card = page.editing.card
    assert card.list.count() == 1
    card.go_on.click()
    person.until(lambda: page.editing.editor is not None)
    state = page.editing.editor.state
    assert value_at(state.data, ("title", "zh-CN")) == "退款"
    assert state.undo is not None
    page.editing.editor.after(page.editing.editor.presenter.undo())
    person.until(lambda: page.editing.editor.state.undo is None)
    assert value_at(page.editing.editor.state.data, ("title",)) == {}
