"""What a place says while there is nothing in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label


class EmptyState(QWidget):
    """Says what the place is for and holds the button to begin.

    Signals: `first_requested`, `second_requested`, one for each button.
    """

    first_requested = Signal()
    second_requested = Signal()

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._title = make_label("title")
        self._text = make_label("muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(tokens.DIALOG_WIDTH * 3 // 4)
        self._first = TextButton(theme, "primary")
        self._second = TextButton(theme)
        self._first.clicked.connect(self.first_requested)
        self._second.clicked.connect(self.second_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.SPACE)
        buttons.addStretch()
        buttons.addWidget(self._first)
        buttons.addWidget(self._second)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        column.setSpacing(tokens.SPACE)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(theme, icon, size=tokens.ICON_LARGE), alignment=middle)
        column.addWidget(self._title, alignment=middle)
        lines = QHBoxLayout()
        lines.addStretch()
        lines.addWidget(self._text)
        lines.addStretch()
        column.addLayout(lines)
        column.addSpacing(tokens.SPACE)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_words(self, title: str, text: str, first: str = "", second: str = "") -> None:
        """An empty button text hides that button."""
        self._title.setText(title)
        self._text.setText(text)
        for button, word in ((self._first, first), (self._second, second)):
            button.name_it(word)
            button.setVisible(bool(word))
