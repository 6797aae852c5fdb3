"""A screen reader hears of several answers which one holds, and presses them like any button."""

from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.card.answer_button import AnswerButton, OneAnswer
from qa_desktop.desktop.widgets.spoken import give_roles


def heard(button: QAbstractButton) -> QAccessibleWidget:
    give_roles()
    return cast("QAccessibleWidget", QAccessible.queryAccessibleInterface(button))


@pytest.fixture
def answer(qtbot: QtBot) -> OneAnswer:
    button = OneAnswer()
    qtbot.addWidget(button)
    button.show_option("Yes", "Greets: Yes", "", chosen=False, tone="accent")
    button.show()
    return button


def test_one_of_several_is_a_radio_button(answer: OneAnswer) -> None:
    said = heard(answer)
    assert said.role() == QAccessible.Role.RadioButton
    assert said.text(QAccessible.Text.Name) == "Greets: Yes"
    assert (said.state().checkable, said.state().checked) == (1, 0)
    answer.show_option("Yes", "Greets: Yes", "", chosen=True, tone="accent")
    assert said.state().checked == 1
    assert said.state().focusable == 1
    answer.setEnabled(False)
    assert said.state().disabled == 1


def test_it_is_pressed_as_by_a_person(qtbot: QtBot, answer: OneAnswer) -> None:
    said = heard(answer)
    assert QAccessibleActionInterface.pressAction() in said.actionNames()
    with qtbot.waitSignal(answer.clicked):
        said.doAction(QAccessibleActionInterface.pressAction())
    # What holds is for the page to say.
    assert not answer.isChecked()
    said.doAction(QAccessibleActionInterface.setFocusAction())
    qtbot.waitUntil(answer.hasFocus)


def test_one_of_any_number_stays_a_check_box(qtbot: QtBot) -> None:
    button = AnswerButton()
    qtbot.addWidget(button)
    assert heard(button).role() == QAccessible.Role.CheckBox
