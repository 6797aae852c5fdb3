"""A card of the settings page: rows of a word, a field and a hint."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent

_FIELD_WIDTH = 280
_LABEL_WIDTH = 220


class SettingsGroup(Retranslated):
    """A subclass adds its rows, names them in `retranslate`, and shows what is in force in
    `show_settings`; every choice is kept at once."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._labels: dict[str, QLabel] = {}
        self._hints: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}
        card = Card()
        self._title = make_label("heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.WIDE)
        self._grid.setVerticalSpacing(tokens.SPACE)
        self._grid.setColumnMinimumWidth(0, tokens.scaled(_LABEL_WIDTH))
        self._grid.setColumnMinimumWidth(1, tokens.scaled(_FIELD_WIDTH))
        self._grid.setColumnStretch(2, 1)
        card.body.addWidget(self._title)
        card.body.addLayout(self._grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def add_row(self, key: str, field: QWidget) -> None:
        """A check box says its own word; a button is as wide as its word."""
        number = len(self._fields)
        label = make_label()
        hint = make_label("small", wrap=True)
        self._labels[key], self._hints[key], self._fields[key] = label, hint, field
        label.setBuddy(field)
        field.setMinimumHeight(tokens.BUTTON_HEIGHT)
        if isinstance(field, QAbstractSpinBox):
            indent(field)
        if isinstance(field, QCheckBox):
            self._grid.addWidget(field, number, 0, 1, 2)
        else:
            self._grid.addWidget(label, number, 0)
            if isinstance(field, QAbstractButton):
                self._grid.addWidget(field, number, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                field.setFixedWidth(tokens.scaled(_FIELD_WIDTH))
                self._grid.addWidget(field, number, 1)
        self._grid.addWidget(hint, number, 2)

    def name_group(self, title: str) -> None:
        self._title.setText(title)

    def name_row(self, key: str, word: str, hint: str = "") -> None:
        field = self._fields[key]
        self._labels[key].setText(word)
        self._hints[key].setText(hint)
        if isinstance(field, QCheckBox):
            field.setText(word)
        if not isinstance(field, QAbstractButton) or isinstance(field, QCheckBox):
            field.setAccessibleName(word)
        field.setAccessibleDescription(hint)

    def show_settings(self, settings: Settings) -> None:
        """Draws what is in force."""

    def keep(self, **changes: Any) -> None:
        """By the setting's field."""
        self._preferences.change(replace(self._preferences.settings(), **changes))


def choice_box(values: Sequence[str]) -> QComboBox:
    """Its words are set with `name_choices`."""
    box = QComboBox()
    for value in values:
        box.addItem("", value)
    return box


def name_choices(box: QComboBox, words: Sequence[str]) -> None:
    for number, word in enumerate(words):
        box.setItemText(number, word)


def chosen(box: QComboBox) -> str:
    return str(box.currentData())


def show_choice(box: QComboBox, value: str) -> None:
    """The first where the value is none of the box's."""
    box.setCurrentIndex(max(box.findData(value), 0))
