"""The glyph of a comment: colour and shape both tell its kind, so colour is never alone."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.reviews.model import CommentKind


def kind_colour(kind: CommentKind, colours: Colours) -> str:
    return {
        CommentKind.PRAISE: colours.good,
        CommentKind.DEDUCTION: colours.bad,
        CommentKind.COACHING: colours.accent,
        CommentKind.QUESTION: colours.caution,
    }[kind]


def kind_soft_colour(kind: CommentKind, colours: Colours) -> str:
    return {
        CommentKind.PRAISE: colours.good_soft,
        CommentKind.DEDUCTION: colours.bad_soft,
        CommentKind.COACHING: colours.accent_soft,
        CommentKind.QUESTION: colours.caution_soft,
    }[kind]


def kind_outline(kind: CommentKind, box: QRectF) -> QPainterPath:
    """Praise a disc, deduction a shield pointing down, coaching a square, question a hexagon."""
    path = QPainterPath()
    if kind is CommentKind.PRAISE:
        path.addEllipse(box)
    elif kind is CommentKind.COACHING:
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), tokens.TIGHT, tokens.TIGHT)
    elif kind is CommentKind.DEDUCTION:
        path = _shield(box)
    else:
        path = _hexagon(box)
    return path


def paint_pin(
    painter: QPainter,
    box: QRectF,
    kind: CommentKind,
    number: int,
    colours: Colours,
) -> None:
    """One numbered glyph inside `box`; the number keeps 4.5:1 on every kind's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.surface), 1.5))
    painter.setBrush(QColor(kind_colour(kind, colours)))
    painter.drawPath(kind_outline(kind, box))
    text = str(number)
    painter.setFont(number_font(painter.font(), text))
    painter.setPen(QColor(colours.on_accent))
    rise = 1.0 if kind is CommentKind.DEDUCTION else 0.0
    painter.drawText(box.translated(0, -rise), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def pin_pixmap(
    kind: CommentKind, number: int, colours: Colours, size: int, pixel_ratio: float, font: QFont
) -> QPixmap:
    """The same glyph as a picture, for lists of comments."""
    pixmap = QPixmap(math.ceil(size * pixel_ratio), math.ceil(size * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    paint_pin(painter, QRectF(0, 0, size, size).adjusted(1, 1, -1, -1), kind, number, colours)
    painter.end()
    return pixmap


def number_font(base: QFont, text: str) -> QFont:
    """Semibold; three figures still fit the glyph."""
    font = QFont(base)
    font.setPixelSize(tokens.TEXT_SMALL - max(len(text) - 1, 0))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _shield(box: QRectF) -> QPainterPath:
    box = box.adjusted(1, 0, -1, 1)
    shoulder = box.top() + box.height() * 0.66
    path = QPainterPath(QPointF(box.left(), box.top() + tokens.TIGHT))
    path.quadTo(box.topLeft(), QPointF(box.left() + tokens.TIGHT, box.top()))
    path.lineTo(box.right() - tokens.TIGHT, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + tokens.TIGHT))
    path.lineTo(box.right(), shoulder)
    path.lineTo(box.center().x(), box.bottom())
    path.lineTo(box.left(), shoulder)
    path.closeSubpath()
    return path


def _hexagon(box: QRectF) -> QPainterPath:
    centre, radius = box.center(), box.width() / 2 + 0.5
    corners = [
        QPointF(
            centre.x() + radius * math.cos(math.radians(60 * i)),
            centre.y() + radius * math.sin(math.radians(60 * i)),
        )
        for i in range(6)
    ]
    path = QPainterPath(corners[0])
    for corner in corners[1:]:
        path.lineTo(corner)
    path.closeSubpath()
    return path
