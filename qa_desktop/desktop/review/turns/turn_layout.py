"""Text of turns laid out in lines: Chinese and mixed text break anywhere, English between words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from qa_desktop.desktop.theme import tokens

LEADING = tokens.TIGHT / 2
_LAST_OF_PLANE_0 = "\uffff"


@dataclass(frozen=True, slots=True)
class Styled:
    """A format for the characters from `start` up to `end`."""

    start: int
    end: int
    form: QTextCharFormat


class Utf16:
    """Qt counts what lies beyond U+FFFF (emoji, rare Chinese characters) twice, Python once."""

    def __init__(self, text: str) -> None:
        wide = [at for at, letter in enumerate(text) if letter > _LAST_OF_PLANE_0]
        self._wide = wide
        self._starts = [at + before for before, at in enumerate(wide)]

    def to_qt(self, char: int) -> int:
        return char + bisect_left(self._wide, char) if self._wide else char

    def from_qt(self, unit: int) -> int:
        """In the middle of a character: its beginning."""
        if not self._wide:
            return unit
        passed = bisect_left(self._starts, unit)
        inside = passed > 0 and self._starts[passed - 1] + 1 == unit
        return unit - passed if not inside else self._wide[passed - 1]


class TextBlock:
    """One turn's text within a width. All positions count characters as Python does.

    Qt's own lines are built when they are first needed, and again after `release`: an eight-hour
    call has ten thousand of these.
    """

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self.text = text
        self._font = font
        self._room = max(width, 1)
        self._utf16 = Utf16(text)
        self._built: QTextLayout | None = None
        self.width = 0.0
        self.height = 0.0
        self._lines = 0
        self._layout()

    def _layout(self) -> QTextLayout:
        if self._built is not None:
            return self._built
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        height = width = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(0, height))
            height += line.height() + LEADING
            width = max(width, line.naturalTextWidth())
        layout.endLayout()
        self._lines = layout.lineCount()
        self.width = width
        self.height = height - (LEADING if self._lines else 0)
        self._built = layout
        return layout

    def release(self) -> None:
        """Lets go of the lines, which are most of the memory."""
        self._built = None

    def line_count(self) -> int:
        return self._lines

    def draw(self, painter: QPainter, at: QPointF, styles: Sequence[Styled]) -> None:
        """Later styles lie over earlier ones."""
        ranges = []
        for style in styles:
            made = QTextLayout.FormatRange()
            made.start = self._utf16.to_qt(style.start)
            made.length = self._utf16.to_qt(style.end) - made.start
            made.format = style.form
            ranges.append(made)
        self._layout().draw(painter, at, ranges)

    def char_at(self, point: QPointF) -> int:
        """The position of the cursor nearest to a point relative to the block."""
        layout = self._layout()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            last = index == layout.lineCount() - 1
            if last or point.y() < line.y() + line.height() + LEADING:
                return self._utf16.from_qt(line.xToCursor(point.x()))
        return 0

    def rects(self, start: int, end: int) -> list[QRectF]:
        """One box a line for the characters from `start` up to `end`."""
        layout = self._layout()
        begin, finish = self._utf16.to_qt(start), self._utf16.to_qt(end)
        boxes = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(begin, line.textStart())
            last = min(finish, line.textStart() + line.textLength())
            if first < last:
                ends = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
                boxes.append(QRectF(ends[0], line.y(), ends[1] - ends[0], line.height()))
        return boxes

    def caret(self, char: int) -> QRectF:
        """Where a caret stands before that character; it has no width."""
        layout = self._layout()
        line = layout.lineForTextPosition(self._utf16.to_qt(char))
        if not line.isValid():
            return QRectF(0, 0, 0, self.height)
        return QRectF(_x(line.cursorToX(self._utf16.to_qt(char))), line.y(), 0, line.height())

    def step(self, char: int, by: int) -> int:
        """One place of the caret to the right (1) or left (-1); letters with marks stay whole."""
        unit, layout = self._utf16.to_qt(char), self._layout()
        moved = layout.nextCursorPosition(unit) if by > 0 else layout.previousCursorPosition(unit)
        return self._utf16.from_qt(moved)


def _x(found: object) -> float:
    """PySide gives the x alone or with the cursor's position."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]  # a number, typed as anything
