"""A line to search with."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """Signals: `searched(str)` a moment after the last keystroke, and at once on Enter.

    Esc empties it.
    """

    searched = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "search")
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self._said = ""
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.textEdited.connect(lambda _: self._pause.start())
        self.textChanged.connect(self._when_cleared)
        self.returnPressed.connect(self._say)
        theme.changed.connect(self._tint)
        self._tint()

    def name_it(self, name: str) -> None:
        """Placeholder and accessible name."""
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def show_text(self, text: str) -> None:
        """Shows a search that is already in force; says nothing."""
        self._pause.stop()
        self._said = text
        if self.text() != text:
            self.setText(text)

    def _when_cleared(self, text: str) -> None:
        if not text:
            self._say()

    def _say(self) -> None:
        self._pause.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.searched.emit(self._said)

    def _tint(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "muted", tokens.ICON_SMALL))

    def minimumSizeHint(self) -> QSize:
        """With room for what it says while it is empty, between the glass and the border."""
        hint = super().minimumSizeHint()
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        hint.setWidth(max(hint.width(), words + 2 * tokens.ICON + 2 * tokens.SPACE))
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)
