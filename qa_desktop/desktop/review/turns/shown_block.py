"""A message as it is shown, laid out; its positions are those of the imported text."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from qa_desktop.desktop.review.turns.shown_text import ShownText
from qa_desktop.desktop.review.turns.turn_layout import Styled, TextBlock


class ShownBlock(TextBlock):
    """Where nothing is left out it is the same as a TextBlock."""

    def __init__(self, shown: ShownText, font: QFont, width: float) -> None:
        super().__init__(shown.text, font, width)
        self.shown = shown

    def draw(self, painter: QPainter, at: QPointF, styles: Sequence[Styled]) -> None:
        placed = [
            Styled(self.shown.to_shown(style.start), self.shown.to_shown(style.end), style.form)
            for style in styles
        ]
        super().draw(painter, at, [style for style in placed if style.start < style.end])

    def char_at(self, point: QPointF) -> int:
        return self.shown.to_source(super().char_at(point))

    def rects(self, start: int, end: int) -> list[QRectF]:
        return super().rects(self.shown.to_shown(start), self.shown.to_shown(end))

    def caret(self, char: int) -> QRectF:
        return super().caret(self.shown.to_shown(char))

    def step(self, char: int, by: int) -> int:
        return self.shown.to_source(super().step(self.shown.to_shown(char), by))
