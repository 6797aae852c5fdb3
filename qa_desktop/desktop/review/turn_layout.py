"""Text of turns laid out in lines: Chinese and mixed text break anywhere, English between words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from qa_desktop.desktop.theme import tokens

LEADING = tokens.TIGHT / 2


class TextBlock:
    """One turn's text within a width."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self.text = text
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.width = 0.0
        self.height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() + LEADING
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()
        self.height -= LEADING if self._layout.lineCount() else 0

    def line_count(self) -> int:
        return self._layout.lineCount()

    def draw(
        self, painter: QPainter, at: QPointF, ranges: Sequence[QTextLayout.FormatRange]
    ) -> None:
        self._layout.draw(painter, at, list(ranges))

    def char_at(self, point: QPointF) -> int:
        """The position of the cursor nearest to a point relative to the block."""
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            last = index == self._layout.lineCount() - 1
            if last or point.y() < line.y() + line.height() + LEADING:
                return line.xToCursor(point.x())
        return 0

    def rects(self, start: int, end: int) -> list[QRectF]:
        """One box a line for the characters from `start` up to `end`."""
        boxes = []
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                boxes.append(QRectF(left, line.y(), right - left, line.height()))
        return boxes


def _x(found: object) -> float:
    """PySide gives the x alone or with the cursor's position."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]  # a number, typed as anything


def format_range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    made.format = form
    return made
