"""Where the ruling is written while all look on: large, and kept with every pause."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from qa_desktop.desktop.review.text_field import PAUSE_MS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RulingField(QPlainTextEdit):
    """Enter begins a line, Esc leaves it, Ctrl+Enter decides.

    Signals: `typed(str)` a moment after the last keystroke, and at once when the focus goes;
    `left`; `decided`.
    """

    typed = Signal(str)
    left = Signal()
    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._when_changed)

    def name_it(self, name: str, placeholder: str) -> None:
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def show_text(self, text: str) -> None:
        """What is kept; what was typed since and not yet told stays."""
        if self._pause.isActive() or text == self.toPlainText():
            return
        self._told = text
        self.setPlainText(text)

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.typed.emit(text)

    def _when_changed(self) -> None:
        if self.toPlainText() != self._told:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        elif event.key() in _ENTER and control:
            self.flush()
            self.decided.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
