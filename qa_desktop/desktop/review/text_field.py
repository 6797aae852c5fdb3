"""A text field that grows with its text and tells what was typed before it can be lost."""

import math

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens

# Saved at most 300 ms after the last keystroke: this, and the time that saving takes.
PAUSE_MS = 250
_MOST_LINES = 6


class TextField(QPlainTextEdit):
    """Enter leaves it, Shift+Enter begins a line.

    Signals: `begun` at the first keystroke after `expect_beginning`, that of an input method too;
    `typed(str)` a moment after the last keystroke, and at once when the focus goes; `left` on
    Enter; `done` when the focus went.
    """

    begun = Signal()
    typed = Signal(str)
    left = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._expecting = False
        self._holding = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        # Undo is the review's: Ctrl+Z takes back what was saved, not letters.
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(tokens.TIGHT / 2)
        self.textChanged.connect(self._when_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def name_it(self, name: str, placeholder: str = "") -> None:
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)

    def expect_beginning(self) -> None:
        """The next keystroke that writes something is the first of a new text."""
        self._expecting = True

    def show_text(self, text: str) -> None:
        """Shows what is saved; what was typed since and not yet told stays."""
        if self._holding or self._pause.isActive() or text == self.toPlainText():
            return
        self._shown = text
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    def hold(self, *, on: bool) -> None:
        """While it holds, what is typed waits to be told: it is no text yet, but the way to one.

        The focus going tells it all the same.
        """
        if on == self._holding:
            return
        self._holding = on
        if on:
            self._pause.stop()
        else:
            self._when_changed()

    def give_up(self) -> None:
        """Forgets what was typed and not yet told."""
        self._pause.stop()
        self._shown = self.toPlainText()

    def _when_changed(self) -> None:
        if self.toPlainText() == self._shown:
            self._pause.stop()
            return
        self._begin()
        if not self._holding:
            self._pause.start()

    def _begin(self) -> None:
        if self._expecting:
            self._expecting = False
            self.begun.emit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), _MOST_LINES)
        frame = 2 * (tokens.TIGHT + tokens.BORDER) + 2 * int(self.document().documentMargin())
        height = math.ceil(lines * self._line_height()) + frame
        wanted = max(height, tokens.BUTTON_HEIGHT)
        policy = Qt.ScrollBarPolicy
        full = int(self.document().size().height()) > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff
        )
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
        if not full:
            # It followed the cursor while it was lower.
            self.verticalScrollBar().setValue(0)

    def _line_height(self) -> float:
        """As the text really is: Chinese is taken from another font, with higher lines."""
        least = self.fontMetrics().lineSpacing()
        block, height, lines = self.document().firstBlock(), 0.0, 0
        while block.isValid() and lines < _MOST_LINES:
            height += self.blockBoundingRect(block).height()
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return max(height / max(lines, 1), least)

    def sizeHint(self) -> QSize:
        return QSize(tokens.READING_WIDTH // 4, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == (
            Qt.KeyboardModifier.NoModifier
        ):
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pinyin is composed for a while before it is text; the comment is about when it began."""
        if event.preeditString():
            self._begin()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
        self.done.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
