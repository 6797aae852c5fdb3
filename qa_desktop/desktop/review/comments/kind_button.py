"""A button that stands for a kind of comment: its glyph, its colour and its word."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from qa_desktop.desktop.review.card.answer_button import AnswerButton
from qa_desktop.desktop.review.words import kind_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import kind_colour, kind_outline
from qa_desktop.reviews.model import CommentKind

TONES = {
    CommentKind.DEDUCTION: "bad",
    CommentKind.PRAISE: "good",
    CommentKind.COACHING: "accent",
    CommentKind.QUESTION: "caution",
}


class KindButton(AnswerButton):
    """Shows what it is given; pressing it changes nothing by itself."""

    def __init__(self, theme: Theme, kind: CommentKind) -> None:
        super().__init__()
        self._theme = theme
        self.kind = kind
        theme.changed.connect(self._draw)

    def show_kind(self, *, chosen: bool, key: str = "", count: int | None = None) -> None:
        """`count`: how many comments of the kind there are."""
        word = kind_word(self.kind)
        name = word if count is None else f"{word}: {count}"
        hint = f"{word}  {key}" if key else name
        self.show_option(word, name, hint, chosen=chosen, tone=TONES[self.kind])
        self._draw()

    def _draw(self) -> None:
        colours = self._theme.colours()
        colour = colours.on_accent if self.isChecked() else kind_colour(self.kind, colours)
        ratio = self.devicePixelRatioF()
        self.setIcon(QIcon(_glyph(self.kind, colour, tokens.ICON_SMALL, ratio)))
        self.setIconSize(QSize(tokens.ICON_SMALL, tokens.ICON_SMALL))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + tokens.ICON_SMALL + tokens.TIGHT, hint.height())


def _glyph(kind: CommentKind, colour: str, size: int, ratio: float) -> QPixmap:
    side = math.ceil(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(kind_outline(kind, QRectF(1, 1, size - 2, size - 2)))
    painter.end()
    return pixmap
