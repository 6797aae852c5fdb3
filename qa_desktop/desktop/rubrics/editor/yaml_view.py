"""The rubric's file as text: numbered lines, errors marked, the selected part lit, editable."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from qa_desktop.desktop.rubrics.editor.state import Note, Weight
from qa_desktop.desktop.rubrics.editor.yaml_colours import YamlColours
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

translate = QCoreApplication.translate

_PAUSE_MS = 400
_CARET_PAUSE_MS = 150


class _Numbers(QWidget):
    """The column of line numbers, with a mark at lines that have errors."""

    def __init__(self, text: "YamlView") -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(event.rect())


class YamlView(QPlainTextEdit):
    """Signals: `typed(str)` a moment after the last keystroke and when the focus goes,
    `caret_moved(int)` with the caret's character when a person put it elsewhere.
    """

    typed = Signal(str)
    caret_moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told = ""
        self._newline = "\n"
        self._showing = False
        self._notes: tuple[Note, ...] = ()
        self._lit: tuple[int, int] | None = None
        self._error_lines: dict[int, Weight] = {}
        self._pause = _timer(self, _PAUSE_MS, self.flush)
        self._caret_pause = _timer(self, _CARET_PAUSE_MS, self._tell_caret)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(tokens.TEXT_NORMAL)
        self.setFont(font)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._colours = YamlColours(theme, self.document())
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(lambda _: self._make_room())
        self.updateRequest.connect(self._scroll_numbers)
        self.textChanged.connect(self._when_changed)
        self.cursorPositionChanged.connect(self._when_moved)
        theme.changed.connect(self._recolour)
        self._make_room()
        self._name()

    def show_file(
        self, text: str, notes: Sequence[Note], lit: tuple[int, int] | None, *, reveal: bool
    ) -> None:
        """What was typed here since, and not yet told, stays. `lit`: the selected part; `reveal`
        scrolls to it, unless the caret is at work here."""
        self._newline = "\r\n" if "\r\n" in text else "\n"
        if not self._pause.isActive():
            self._put(_plain(text))
        if lit is not None:
            lit = (len(_plain(text[: lit[0]])), len(_plain(text[: lit[1]])))
        self._notes = tuple(notes)
        moved = lit != self._lit
        self._lit = lit
        self._mark()
        if reveal and moved and lit is not None and not self.hasFocus():
            self._reveal(lit[0])

    def go_to(self, line: int, column: int) -> None:
        """Both from 1; puts the caret there."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column - 1, max(block.length() - 1, 0)))
            self.setTextCursor(cursor)
            self.centerCursor()
        self.setFocus()

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        self._pause.stop()
        text = self._text()
        if text != self._told and not self.isReadOnly():
            self._told = text
            self.typed.emit(text.replace("\n", self._newline))

    def _put(self, text: str) -> None:
        """Only what differs is put in, so that caret and place stay."""
        old = self._text()
        self._told = text
        if old == text:
            return
        begin = _common(old, text)
        end = _common(old[begin:][::-1], text[begin:][::-1])
        self._showing = True
        cursor = QTextCursor(self.document())
        # Characters past U+FFFF are two for Qt.
        cursor.setPosition(_units(old[:begin]))
        cursor.setPosition(_units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[begin : len(text) - end])
        self._showing = False
        # Some signs can't be held by a text field: better to read them than to change them.
        self.setReadOnly(self._text() != text)

    def _text(self) -> str:
        """All of it, spaces that do not break included, which toPlainText makes plain ones."""
        return self.document().toRawText().replace("\u2029", "\n")

    def _when_changed(self) -> None:
        if not self._showing:
            self._pause.start()

    def _when_moved(self) -> None:
        if not self._showing and self.hasFocus():
            self._caret_pause.start()

    def _tell_caret(self) -> None:
        if self.hasFocus():
            before = _characters(self._text(), self.textCursor().position())
            lines = self.textCursor().blockNumber()
            self.caret_moved.emit(before + lines * (len(self._newline) - 1))

    # Marks

    def _mark(self) -> None:
        colours = self._theme.colours()
        marks = []
        if self._lit is not None:
            marks.append(self._over(*self._lit, QColor(colours.accent_soft), whole=True))
        self._error_lines = {}
        for note in self._notes:
            if note.line is not None:
                self._error_lines.setdefault(note.line - 1, note.weight)
                marks.append(self._under(note, QColor(colours.bad)))
        self.setExtraSelections(marks)
        self._numbers.update()

    def _over(
        self, start: int, end: int, colour: QColor, *, whole: bool
    ) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        text = self._text()
        cursor = QTextCursor(self.document())
        length = self.document().characterCount() - 1
        cursor.setPosition(min(_units(text[:start]), length))
        cursor.setPosition(min(_units(text[:end]), length), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(colour)
        form.setProperty(QTextFormat.Property.FullWidthSelection, whole)
        selection.cursor = cursor
        selection.format = form
        return selection

    def _under(self, note: Note, colour: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber((note.line or 1) - 1)
        cursor = QTextCursor(block)
        at = min((note.column or 1) - 1, max(block.length() - 2, 0))
        cursor.setPosition(block.position() + at)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour)
        selection.cursor = cursor
        selection.format = form
        return selection

    def _reveal(self, offset: int) -> None:
        block = self.document().findBlock(_units(self._text()[:offset]))
        self.verticalScrollBar().setValue(max(block.firstLineNumber() - 2, 0))

    def numbers_width(self) -> int:
        digits = len(str(max(self.blockCount(), 99)))
        return self.fontMetrics().horizontalAdvance("9") * digits + tokens.WIDE

    def paint_numbers(self, area: QRect) -> None:
        colours = self._theme.colours()
        painter = QPainter(self._numbers)
        painter.fillRect(area, QColor(colours.raised))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
        width = self._numbers.width() - tokens.SPACE
        while block.isValid() and top <= area.bottom():
            height = round(self.blockBoundingRect(block).height())
            weight = self._error_lines.get(block.blockNumber())
            painter.setPen(QColor(colours.bad if weight is Weight.ERROR else colours.muted))
            font = QFont(self.font())
            font.setBold(weight is not None)
            painter.setFont(font)
            painter.drawText(
                0, top, width, height, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1)
            )
            top += height
            block = block.next()
        painter.end()

    def _scroll_numbers(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _recolour(self) -> None:
        self._colours.recolour()
        self._mark()

    def _name(self) -> None:
        self.setAccessibleName(translate("RubricEditor", "The rubric's file as text"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inner.left(), inner.top(), self.numbers_width(), inner.height())
        )


def _timer(parent: YamlView, pause_ms: int, act: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(act)
    return timer


def _plain(text: str) -> str:
    """As a text field has it: lines that end with one sign."""
    return text.replace("\r\n", "\n")


def _common(one: str, other: str) -> int:
    """How many characters are the same from the beginning on."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _units(text: str) -> int:
    """Its length as Qt counts."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _characters(text: str, units: int) -> int:
    """How many characters the first `units` of Qt's are."""
    count = 0
    for letter in text:
        if units <= 0:
            break
        units -= 2 if letter > "\uffff" else 1
        count += 1
    return count
