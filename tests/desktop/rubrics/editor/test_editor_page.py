"""The editor in a real window: keys, fields, outline, text and checks together."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.inspection.faults import find_faults
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.rubrics.editor.blocks import Control, Said
from qa_desktop.desktop.rubrics.editor.controls import Choice, Line, LocalText
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.keys import Action
from qa_desktop.desktop.rubrics.editor.outline_nodes import flat
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.rubrics.tree import Path

Edit = Callable[[str], EditorPage]
Settled = Callable[[], None]

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
HELLO: Path = ("sections", 0, "items", 0)
TONE: Path = ("sections", 0, "items", 1)


def control(page: EditorPage, path: Path) -> Control:
    found = [c for c in page.panel.findChildren(Control) if c.path == path and c.isVisible()]
    assert found, path
    return found[-1]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def said(page: EditorPage) -> list[str]:
    return [each.text() for each in page.panel.findChildren(Said) if each.isVisible()]


def test_a_rubric_is_written_by_keys_alone(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.outline.tree.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Return, CTRL | SHIFT)
    settled()
    assert page.state.selected == ("sections", 2)
    qtbot.keyClicks(focus(), "Farewell")
    qtbot.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    settled()
    assert page.state.selected == ("sections", 2, "items", 1)
    qtbot.keyClicks(focus(), "Says goodbye")
    qtbot.keyClick(focus(), Qt.Key.Key_Up, ALT)
    settled()
    assert page.state.selected == ("sections", 2, "items", 0)
    text = page.state.text
    assert value_at(page.state.data, ("sections", 2, "title", "en")) == "Farewell"
    assert value_at(page.state.data, ("sections", 2, "items", 0, "id")) == "says-goodbye"
    assert text.startswith(small[: small.index("  - id: second")])
    page.outline.tree.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Delete)
    settled()
    assert "goodbye" not in page.state.text
    qtbot.keyClick(focus(), Qt.Key.Key_Z, CTRL)
    settled()
    assert page.state.text == text


def test_rename_and_translate_put_the_cursor_where_it_is_wanted(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small.replace("{zh-CN: 语气, en: Tone}", "{zh-CN: 语气}"))
    page.select(HELLO)
    page.outline.tree.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_F2)
    local = control(page, (*HELLO, "text")).inner
    assert isinstance(local, LocalText)
    assert focus() is local.fields["en"]
    qtbot.keyClick(focus(), Qt.Key.Key_T, CTRL)
    local = control(page, (*TONE, "text")).inner
    assert isinstance(local, LocalText)
    assert focus() is local.fields["en"]
    assert local.fields["en"].placeholderText() == "English is missing"
    qtbot.keyClicks(focus(), "Tone of voice")
    with qtbot.waitSignal(page.said) as told:
        qtbot.keyClick(focus(), Qt.Key.Key_T, CTRL)
    assert told.args == ["Nothing is left to translate."]
    settled()
    assert page.state.errors == 0


def test_an_error_stands_at_its_field_and_f8_leads_to_it(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.select(TONE)
    line = control(page, (*TONE, "weight")).inner
    assert isinstance(line, Line)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "two")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled()
    assert any("number" in words for words in said(page))
    assert line.property("tone") == "bad"
    assert "weight: two" in page.state.text
    page.select(())
    page.outline.tree.setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_F8)
    assert page.state.selected == TONE
    assert focus() is control(page, (*TONE, "weight")).inner
    qtbot.keyClick(focus(), Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(focus(), "2")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    settled()
    assert page.state.errors == 0
    assert line.property("tone") != "bad"


def test_what_is_typed_is_kept_while_another_edit_comes_back(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.select(HELLO)
    local = control(page, (*HELLO, "text")).inner
    assert isinstance(local, LocalText)
    field = local.fields["en"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Wel")
    page.after(page.presenter.put(("sections", 1, "weight"), Decimal(70)))
    settled()
    qtbot.keyClicks(field, "come")
    assert field.toPlainText() == "Welcome"
    page.panel.flush()
    settled()
    assert value_at(page.state.data, (*HELLO, "text", "en")) == "Welcome"


def test_the_kind_of_answer_and_its_table_are_changed_in_place(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.select(TONE)
    choice = control(page, (*TONE, "answer", "type")).inner
    assert isinstance(choice, Choice)
    choice.chosen.emit(1)
    settled()
    assert value_at(page.state.data, (*TONE, "answer", "type")) == "choice"
    assert page.state.errors == 0
    score = control(page, (*TONE, "answer", "options", 1, "score")).inner
    score.setFocus()
    qtbot.keyClick(score, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(score, "0.25")
    qtbot.keyClick(score, Qt.Key.Key_Return)
    settled()
    assert "score: 0.25" in page.state.text
    kinds = [choice.itemText(n) for n in range(choice.count())]
    for place in range(len(kinds)):
        made = control(page, (*TONE, "answer", "type")).inner
        assert isinstance(made, Choice)
        made.chosen.emit(place)
        settled()
        assert page.state.errors == 0, kinds[place]


def test_text_and_form_follow_each_other(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.show_side(side.TEXT)
    page.select(TONE)
    settled()
    assert page.text.toPlainText() == small
    cursor = page.text.textCursor()
    cursor.setPosition(small.index("Greeting"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    page.text.setFocus()
    page.text.setTextCursor(cursor)
    qtbot.keyClicks(page.text, "Welcome")
    qtbot.waitUntil(lambda: page.state.selected == HELLO)
    page.text.flush()
    settled()
    assert page.state.text == small.replace("Greeting", "Welcome")
    local = control(page, (*HELLO, "text")).inner
    assert isinstance(local, LocalText)
    assert local.fields["en"].toPlainText() == "Welcome"
    local.fields["en"].setFocus()
    local.fields["en"].setPlainText("Hello 😀")
    page.panel.flush()
    settled()
    assert "Hello 😀" in page.text.toPlainText()
    assert page.text.toPlainText() == page.state.text


@pytest.mark.parametrize(
    ("old", "new"), [("\n", "\r\n"), ("Greeting", "Gre\u00a0eting"), ("Greeting", "\u2028eting")]
)
def test_looking_at_a_text_changes_nothing_of_it(
    edit: Edit, settled: Settled, small: str, old: str, new: str
) -> None:
    text = small.replace(old, new)
    page = edit(text)
    page.show_side(side.TEXT)
    for node in flat(page.state.outline):
        page.select(node.path)
        page.panel.focus_first()
        page.text.setFocus()
        page.does.perform(Action.NEXT_COLUMN)
        settled()
    page.save_typed()
    assert page.state.text == text
    assert page.state.undo is None


def test_a_file_keeps_its_line_ends_and_the_caret_finds_its_part(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    text = small.replace("\n", "\r\n")
    page = edit(text)
    page.show_side(side.TEXT)
    page.text.setFocus()
    page.text.go_to(small[: small.index("Solved")].count("\n") + 1, 30)
    qtbot.waitUntil(lambda: page.state.selected == ("sections", 1, "items", 0))
    qtbot.keyClick(page.text, Qt.Key.Key_End)
    qtbot.keyClicks(page.text, " ")
    page.text.flush()
    settled()
    assert page.state.text == text.replace("en: Solved}\r\n", "en: Solved} \r\n")


def test_text_that_is_no_yaml_dims_the_form_and_leads_to_its_error(
    qtbot: QtBot, edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.show_side(side.TEXT)
    page.text.setPlainText(small.replace("channels: [chat]", "channels: [chat"))
    page.text.flush()
    settled()
    assert not page.state.readable
    assert not control(page, ("version",)).inner.isEnabled()
    page.show_side(side.CHECKS)
    assert page.checks.list.count() == page.state.errors
    page.checks.list.itemActivated.emit(page.checks.list.item(0))
    assert page.side.current == side.TEXT
    assert focus() is page.text
    line = page.state.notes[0].line
    assert page.text.textCursor().blockNumber() + 1 == line
    page.text.setPlainText(small)
    page.text.flush()
    settled()
    assert page.state.readable
    assert control(page, ("version",)).inner.isEnabled()


def test_a_click_on_a_check_goes_to_its_field(edit: Edit, settled: Settled, small: str) -> None:
    page = edit(small.replace("min: 0,", "min: 10,"))
    page.show_side(side.CHECKS)
    page.checks.list.itemClicked.emit(page.checks.list.item(0))
    assert page.state.selected == ("scoring",)
    page.show_side(side.CHECKS)
    settled()
    places = {note.path for note in page.state.notes}
    assert ("grades",) in places


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_node_is_whole_and_named(
    edit: Edit, languages: Languages, settled: Settled, shipped: str, language: str
) -> None:
    page = edit(shipped)
    languages.use(language)
    page.show_ids(shown=True)
    found = []
    for node in flat(page.state.outline):
        page.select(node.path)
        settled()
        found += [f"{node.path}: {fault}" for fault in find_faults(page, tabs=False)]
    assert not found, "\n".join(found)


def test_narrow_windows_make_the_properties_a_view(
    edit: Edit, settled: Settled, small: str
) -> None:
    page = edit(small)
    page.select(TONE)
    page.resize(900, 650)
    settled()
    assert page.side.current == side.PROPERTIES
    assert control(page, (*TONE, "weight")).isVisible()
    page.show_side(side.PREVIEW)
    page.does.rename()
    assert page.side.current == side.PROPERTIES
    page.resize(1300, 650)
    settled()
    assert page.side.current == side.PREVIEW
    assert control(page, (*TONE, "weight")).isVisible()


def test_f6_goes_through_the_columns(qtbot: QtBot, edit: Edit, small: str) -> None:
    page = edit(small)
    page.outline.tree.setFocus()
    where = []
    for _ in range(3):
        qtbot.keyClick(focus(), Qt.Key.Key_F6)
        where.append(
            next(
                name
                for name, column in (
                    ("outline", page.outline),
                    ("panel", page.panel),
                    ("side", page.side),
                )
                if column.isAncestorOf(focus())
            )
        )
    assert where == ["panel", "side", "outline"]


def test_what_a_deleted_part_leaves_behind_can_be_removed_where_it_stands(
    qtbot: QtBot, edit: Edit, settled: Settled, shipped: str
) -> None:
    page = edit(shipped)
    page.select(("sections", 3))
    page.does.perform(Action.DELETE)
    settled()
    assert page.state.errors > 0
    for _ in range(40):
        if not page.state.errors:
            break
        page.does.perform(Action.NEXT_PROBLEM)
        left = [b for b in page.panel.findChildren(TextButton) if b.isVisible()]
        for button in [b for b in left if b.text() == "Remove it"]:
            button.click()
            settled()
            break
        else:
            again = [b for b in left if b.text() == "Expect what comes out"]
            assert again, [note.words for note in page.state.notes]
            again[0].click()
            settled()
    assert page.state.errors == 0


def test_it_speaks_the_other_language_at_once(
    edit: Edit, languages: Languages, services: Services, small: str
) -> None:
    page = edit(small)
    labels = {label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()}
    assert {"Title", "Used for"} <= labels
    assert page.head.publish.text() == "Publish…"
