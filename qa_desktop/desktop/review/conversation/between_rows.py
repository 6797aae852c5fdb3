"""What stands between messages: days, gaps drawn to scale, a ticket's changes."""

from dataclasses import dataclass
from math import log2

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from qa_desktop.desktop.review.conversation.bubbles import margin, small_font
from qa_desktop.desktop.review.conversation.conversation import SHORTEST_GAP_MS, GapRow
from qa_desktop.desktop.review.conversation.event_words import EventLine
from qa_desktop.desktop.review.turns.turn_layout import TextBlock
from qa_desktop.desktop.review.words import length_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.tokens import Colours

LEAST_GAP = 6
_LINEAR_MS = 60_000
_DOUBLING = 4.0


def gap_height(length_ms: int, label: float) -> float:
    """Pixels that a gap takes: even with time up to a minute, then a fixed step a doubling.

    The shortest gap that has a row is as high as its `label`.
    """
    even_ms = min(max(length_ms, 0), _LINEAR_MS)
    height = LEAST_GAP + even_ms * (label - LEAST_GAP) / SHORTEST_GAP_MS
    if length_ms > _LINEAR_MS:
        height += _DOUBLING * log2(length_ms / _LINEAR_MS)
    return height


@dataclass(slots=True, kw_only=True)
class EventBox:
    """A ticket's change with its words laid out in a column."""

    line: EventLine
    positions: frozenset[int]
    block: TextBlock
    height: float


def lay_out_event(
    line: EventLine, positions: frozenset[int], font: QFont, width: float
) -> EventBox:
    """`positions` of the changes."""
    face = small_font(font)
    if line.strong:
        face.setWeight(QFont.Weight.DemiBold)
    room = width - 2 * margin() - tokens.ICON_SMALL - tokens.SPACE - 2 * tokens.LOOSE
    block = TextBlock(line.text, face, room)
    return EventBox(line=line, positions=positions, block=block, height=block.height + tokens.SPACE)


def gap_words(gap: GapRow) -> str:
    """77 s; 77 s · waited 1 min 42 s; 1 min 42 s · longest wait."""
    length = length_words(gap.length_ms)
    translate = QCoreApplication.translate
    if gap.backwards:
        words = translate("ConversationView", "The clock goes back {0} here")
        return words.format(length)
    if gap.wait_ms is None:
        return length
    waited = length_words(gap.wait_ms)
    if gap.longest and waited == length:
        return translate("ConversationView", "{0} · longest wait").format(length)
    if gap.longest:
        words = translate("ConversationView", "{0} · longest wait {1}")
        return words.format(length, waited)
    if waited == length:
        return length
    return translate("ConversationView", "{0} · waited {1}").format(length, waited)


def paint_gap(painter: QPainter, gap: GapRow, area: QRectF, colours: Colours) -> None:
    """A line down the middle as long as the gap, with its length; the longest wait is tinted."""
    base = QFont(painter.font())
    font = small_font(base)
    loud = gap.longest or gap.backwards
    if loud:
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    text = gap_words(gap)
    wide, high = metrics.horizontalAdvance(text) + tokens.WIDE, metrics.height() + 2
    middle = area.center()
    pill = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
    painter.setPen(QPen(QColor(colours.caution if gap.longest else colours.border), tokens.BORDER))
    x = round(middle.x()) + 0.5
    if pill.top() - area.top() > tokens.TIGHT:
        painter.drawLine(QPointF(x, area.top() + 1), QPointF(x, pill.top()))
        painter.drawLine(QPointF(x, pill.bottom()), QPointF(x, area.bottom() - 1))
    if loud:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.caution_soft))
        painter.drawRoundedRect(pill, high / 2, high / 2)
    painter.setPen(QColor(colours.caution if loud else colours.muted))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(base)


def paint_day(painter: QPainter, text: str, area: QRectF, colours: Colours) -> None:
    """Between two lines over the width of the bubbles."""
    base = QFont(painter.font())
    font = small_font(base)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    wide = QFontMetricsF(font).horizontalAdvance(text) + 2 * tokens.SPACE
    _paint_rules(painter, area, wide, colours)
    painter.setPen(QColor(colours.muted))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(base)


def _paint_rules(painter: QPainter, area: QRectF, wide: float, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
    y = round(area.center().y()) + 0.5
    left, right = area.center().x() - wide / 2, area.center().x() + wide / 2
    painter.drawLine(QPointF(area.left() + margin(), y), QPointF(left, y))
    painter.drawLine(QPointF(right, y), QPointF(area.right() - margin(), y))


def paint_event(
    painter: QPainter,
    event: EventBox,
    area: QRectF,
    colours: Colours,
    ratio: float,
    *,
    lit: bool = False,
) -> None:
    """`lit`: one was led to it."""
    size = tokens.ICON_SMALL
    wide = event.block.width + size + tokens.SPACE
    tones = {"caution": colours.caution, "good": colours.good}
    ink = QColor(tones.get(event.line.tone, colours.muted))
    left = area.center().x() - wide / 2
    if event.line.strong or lit:
        pill = QRectF(left - tokens.SPACE, area.top() + 1, wide + tokens.WIDE, area.height() - 2)
        painter.setPen(QColor(colours.accent) if lit else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.caution_soft if event.line.strong else colours.surface))
        painter.drawRoundedRect(pill, tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)
    else:
        _paint_rules(painter, area, wide + tokens.WIDE, colours)
    top = area.top() + (area.height() - event.block.height) / 2
    first = event.block.rects(0, 1)
    line_height = first[0].height() if first else size
    at = QPointF(left, top + (line_height - size) / 2)
    painter.drawPixmap(at, pixmap(event.line.icon, ink.name(), size, ratio))
    painter.setPen(ink if event.line.strong else QColor(colours.muted))
    event.block.draw(painter, QPointF(left + size + tokens.SPACE, top), [])
