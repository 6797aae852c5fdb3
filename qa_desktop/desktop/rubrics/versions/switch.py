"""Buttons of which one is always pressed: each brings another part up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton


class Switch(QWidget):
    """Signal `chosen(int)`: the part's place, by a click or a key."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parts: int) -> None:
        super().__init__()
        self.buttons = [TextButton(theme, "chip") for _ in range(parts)]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.TIGHT)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def current(self) -> int:
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Presses it without telling."""
        self.buttons[place].setChecked(True)

    def name_them(self, names: Sequence[str]) -> None:
        for button, name in zip(self.buttons, names, strict=True):
            button.name_it(name)
