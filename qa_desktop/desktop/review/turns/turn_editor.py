"""Edits the words of one turn where they stand."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas
from qa_desktop.desktop.review.turns.turn_layout import Utf16
from qa_desktop.desktop.theme import tokens
from qa_desktop.interactions.model import Turn

_KEPT = ("Esc", "Return", "Enter", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "F2")
_FRAME = 1


class TurnEditor(QPlainTextEdit):
    """Over the turn's own text, with the words to correct selected. Enter takes what is written,
    Esc leaves the turn as it was; going elsewhere takes it too: nothing typed is lost.

    Signals: `written(int position, str before, str after)`; `closed` after either.
    """

    written = Signal(int, str, str)
    closed = Signal()

    def __init__(self, canvas: TurnCanvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._turn: Turn | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "inline")
        self.setProperty(OWN_KEYS, list(_KEPT))
        self.setAccessibleName(self.tr("Correct the words"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(tokens.TIGHT)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.hide()
        canvas.laid_out.connect(self.place)
        canvas.verticalScrollBar().valueChanged.connect(lambda _: self.place())
        self.textChanged.connect(self.place)

    @property
    def turn(self) -> Turn | None:
        """The one being edited."""
        return self._turn

    def edit(self, turn: Turn, span: tuple[int, int] | None) -> None:
        """`span`: the words to begin with; None for all of the turn."""
        self.finish()
        self._canvas.reveal(turn.position, span)
        self._turn = turn
        self.setPlainText(turn.text)
        start, end = span or (0, len(turn.text))
        utf16 = Utf16(turn.text)
        cursor = self.textCursor()
        cursor.setPosition(utf16.to_qt(start))
        cursor.setPosition(utf16.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setAccessibleName(self.tr("Correct the words"))
        self.show()
        self.place()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Follows its turn when that moves."""
        if self._turn is None:
            return
        line = self._canvas.measured_line(self._turn.position)
        if line is None or line.text is None:
            return
        view = self._canvas.viewport()
        top = line.top + line.text_at.y() - self._canvas.verticalScrollBar().value()
        left = line.text_at.x() - tokens.TIGHT - _FRAME
        width = min(max(line.text.width, tokens.DIALOG_WIDTH / 2), tokens.COLUMN_CAP)
        width = min(width + 4 * tokens.SPACE, view.width() - left - tokens.SPACE)
        self.setFixedWidth(max(int(width), 1))
        height = max(self._height(), tokens.HIT)
        box = QRectF(left, top - tokens.TIGHT - _FRAME, width, height)
        self.setGeometry(box.toRect())
        self.raise_()

    def _height(self) -> int:
        """Of all lines as they are: Chinese ones are higher than the font says."""
        document = self.document()
        high = document.documentLayout().blockBoundingRect
        block, height = document.begin(), 0.0
        while block.isValid():
            height += high(block).height()
            block = block.next()
        return ceil(max(height, self.fontMetrics().height())) + 2 * (tokens.TIGHT + _FRAME)

    def finish(self) -> None:
        """Takes what is written."""
        turn = self._turn
        if turn is None:
            return
        self._turn = None
        text = self.toPlainText().replace("\u2029", "\n").replace("\u2028", "\n")
        self.hide()
        if text != turn.text:
            self.written.emit(turn.position, turn.text, text)
        # What could not be saved has opened it again.
        if self._turn is None:
            self.closed.emit()

    def cancel(self) -> None:
        if self._turn is not None:
            self._turn = None
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.cancel()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not shift:
                self.finish()
            case Qt.Key.Key_F2:
                self.finish()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.finish()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._turn is not None:
            self.place()
