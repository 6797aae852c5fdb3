"""A team lead who has only a spreadsheet gets from it to a tested rubric in two languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.review.card.answer_button import AnswerButton
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.rubrics.editor.controls import Line
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.sharing.mapping_dialog import MappingDialog
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.desktop.window.pages import RUBRICS
from qa_desktop.reviews.model import ReviewState
from qa_desktop.rubrics.exchange.roles import Role

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier

# Made by LibreOffice: merged sections, "5分", a column for the reviewer's score, a veto section.
FORM = Path(__file__).parents[1] / "rubrics" / "forms" / "zh-points.xlsx"

# What the sheet says in Chinese, in the order in which Ctrl+T comes to it.
ENGLISH = {
    "客服通话质检评分表（2026版）": "Service call scorecard",
    "服务规范": "Manner",
    "开场白": "Opening",
    "使用标准开场白，报工号；未报工号扣2分，未使用开场白扣5分": "Greets and gives the number",
    "礼貌用语": "Courtesy",
    "全程使用礼貌用语，每缺一次扣0.5分": "Stays courteous throughout",
    "结束语": "Closing",
    "使用标准结束语并确认无其他问题": "Asks whether anything else is open",
    "语速语调": "Pace and tone",
    "语速适中，语调亲切": "Calm pace, friendly tone",
    "业务能力": "Knowledge",
    "问题理解": "Understanding",
    "准确理解客户诉求，无需客户重复": "Understands without asking twice",
    "方案准确": "Right solution",
    "解决方案正确完整；\n部分错误扣10分；\n完全错误扣30分": "Correct and complete",
    "工单记录": "Record",
    "工单完整": "Complete ticket",
    "要素齐全，描述清晰": "All facts, clearly told",
    "一票否决项": "Never",
    "辱骂客户": "Insults the customer",
    "出现辱骂、威胁客户的言行": "Insults or threatens the customer",
    "泄露信息": "Gives data away",
    "泄露客户个人信息": "Tells others of the customer's data",
}


class _Typist(QObject):
    """Types a file's name into the file dialog, which runs a loop of its own, and presses Enter."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = str(file)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        self._looks += 1
        if self._looks > 500:
            # The test fails then, where it would wait for ever.
            dialog.reject()
        for name in dialog.findChildren(QLineEdit):
            if not name.isVisible():
                continue
            if name.text() != self._file:
                name.setText(self._file)
            else:
                QTest.keyClick(name, Key.Key_Return)
                return


@pytest.fixture
def page(person: Any) -> Iterator[RubricsPage]:
    person.front()
    person.press(Key.Key_2, ALT)
    page = person.window.pages.page(RUBRICS)
    assert isinstance(page, RubricsPage)
    yield page
    settle(person.window.services.runner)


def focus(person: Any, widget: QWidget) -> None:
    """Tab would lead there too, after more presses; a window manager fronts the dialog."""
    widget.window().activateWindow()
    person.until(widget.window().isActiveWindow)
    widget.setFocus()
    person.until(lambda: QApplication.focusWidget() is widget)


def press(person: Any, widget: QWidget) -> None:
    focus(person, widget)
    person.press(Key.Key_Space)


def saved(person: Any, editor: EditorPage) -> None:
    person.until(lambda: not editor.state.saved.saving)


def take_columns(person: Any, dialog: MappingDialog) -> None:
    """Guesses are changed with the arrow keys, and what becomes of it is seen at once."""
    runner, presenter = person.window.services.runner, dialog.presenter
    guessed = presenter.state.mapping.roles
    assert guessed[1:5] == (Role.SECTION, Role.ITEM, Role.GUIDANCE, Role.POINTS)
    focus(person, dialog.header.combos[2])
    person.press(Key.Key_Home)
    settle(runner)
    assert not dialog.take.isEnabled()
    assert dialog.problems.isVisible()
    for _ in range(list(Role).index(Role.ITEM)):
        person.press(Key.Key_Down)
    settle(runner)
    assert presenter.state.mapping.roles == guessed
    # The column for reviewers' remarks is none of the form.
    focus(person, dialog.header.combos[6])
    person.press(Key.Key_Home)
    settle(runner)
    assert presenter.state.mapping.roles[6] is Role.IGNORE
    assert dialog.take.isEnabled()


def test_from_a_spreadsheet_to_a_published_rubric_in_two_languages(
    person: Any, page: RubricsPage, tmp_path: Path
) -> None:
    services = person.window.services

    # Read, looked over, and opened as a draft that is to be in both languages.
    typist = _Typist(FORM)
    page._import.setFocus()
    person.press(Key.Key_Space)
    del typist
    person.until(lambda: bool(person.window.findChildren(MappingDialog)))
    (dialog,) = person.window.findChildren(MappingDialog)
    settle(services.runner)
    take_columns(person, dialog)
    press(person, dialog.both)
    focus(person, dialog.take)
    person.press(Key.Key_Return)
    person.until(lambda: page.editing.editor is not None)
    person.front()
    editor = page.editing.editor
    assert editor is not None
    person.until(lambda: QApplication.focusWidget() is editor.outline.tree)

    # What is missing is marked; the program's own words it has put there itself.
    assert editor.state.languages == ("zh-CN", "en")
    assert editor.state.missing == len(ENGLISH)
    assert value_at(editor.state.data, ("grades", 0, "title")) == {
        "zh-CN": "优秀",
        "en": "Excellent",
    }
    for chinese, english in ENGLISH.items():
        person.press(Key.Key_T, CTRL)
        field = QApplication.focusWidget()
        assert isinstance(field, TextField)
        path, language = editor.panel.focused_text()
        assert (value_at(editor.state.data, (*path, "zh-CN")), language) == (chinese, "en")
        person.type(english)
    person.press(Key.Key_F6)
    saved(person, editor)
    assert editor.state.missing == 0
    assert editor.state.errors == 0

    # Ids from the English words, where the sheet's Chinese gave none.
    ids = [item.id for item in editor.presenter.rubric.items()]
    assert ids[:2] == ["opening", "courtesy"]

    # A worked example: all answered, one veto held, and it is kept with what comes out.
    editor.show_side(side.PREVIEW)
    person.until(lambda: editor.preview.presenter.rubric is editor.state.form)
    answer_all(person, editor)
    state = editor.preview.presenter.state()
    assert state is not None
    assert (state.missing.count, state.score.text) == (0, "0.00")
    press(person, editor.preview.keep)
    saved(person, editor)
    (run,) = editor.state.examples
    assert run.passed

    # An example that expects something else keeps the rubric from being published.
    assert editor.panel.reveal(("examples", 0, "expect", "score"))
    person.press(Key.Key_A, CTRL)
    person.type("100")
    person.press(Key.Key_Return)
    saved(person, editor)
    person.press(Key.Key_P, CTRL | SHIFT)
    (why,) = person.window.findChildren(PublishDialog)
    said = why.errors.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Example 1")
    why.go.click()
    person.until(lambda: not why.isVisible())
    person.front()
    assert not editor.state.examples[0].passed
    assert isinstance(QApplication.focusWidget(), Line)
    person.press(Key.Key_A, CTRL)
    person.type("0")
    person.press(Key.Key_Return)
    saved(person, editor)

    person.press(Key.Key_P, CTRL | SHIFT)
    last = person.window.findChildren(PublishDialog)[-1]
    press(person, last.go)
    person.until(lambda: page.editing.editor is None)
    rubric = page.presenter.state.current
    assert rubric is not None
    assert rubric.languages == ("zh-CN", "en")
    assert services.rubric_drafts.all() == ()
    assert services.rubrics.source(rubric.id, rubric.version).startswith("# Taken from")

    grade(person, rubric.id)


def answer_all(person: Any, editor: EditorPage) -> None:
    """Tab and Space, or digits into a number; the last veto is triggered."""
    state = editor.preview.presenter.state()
    assert state is not None
    for item in state.items():
        card = editor.preview.scorecard.card(item.id)
        assert card is not None
        buttons = [b for b in card.findChildren(AnswerButton) if b.isVisible()]
        number = card._points
        if number is not None:
            focus(person, number.field)
            person.type("5")
        else:
            press(person, buttons[1] if item is state.items()[-1] else buttons[0])


def grade(person: Any, rubric_id: str) -> None:
    person.take_in(resource_path("demo", "chats", "crosswoz_val_10223.json"))
    person.press(Key.Key_1, ALT)
    review = person.open_first()
    assert review.state.phase is Phase.CHOOSE_RUBRIC
    (choice,) = (c for c in review.state.rubrics if c.id == rubric_id)
    assert choice.title == "Service call scorecard"
    person.press(Key(ord(choice.digit)))
    for item in review.state.items():
        if item.options:
            person.press(Key(ord(item.options[0].digit)))
        else:
            person.type("5")
            person.press(Key.Key_Return)
        person.press(Key.Key_Down)
    assert review.state.missing.count == 0
    review_id = review.state.review_id or ""
    person.press(Key.Key_Return, CTRL)
    done = person.window.services.reviews.get(review_id)
    assert done.state is ReviewState.SUBMITTED
