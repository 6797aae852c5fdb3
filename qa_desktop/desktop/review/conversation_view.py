"""A chat or a ticket: bubbles by author, the gaps between them, events, comments on turns."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from qa_desktop.desktop import local_time
from qa_desktop.desktop.review.conversation import EventRow, GapRow, Row, TurnRow
from qa_desktop.desktop.review.transcript_view import role_colour, role_soft_colour
from qa_desktop.desktop.review.turn_canvas import Line, TurnCanvas
from qa_desktop.desktop.review.turn_layout import TextBlock
from qa_desktop.desktop.review.turn_marks import TurnMark
from qa_desktop.desktop.review.words import (
    field_word,
    is_machine_id,
    length_words,
    role_word,
)
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import paint_pin
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.interactions.model import Role, TicketEvent, Turn

_AVATAR = 30
_PIN = 18
_PAD_X = 12
_PAD_Y = 8
_WIDEST = 560
_SHARE = 0.66
_BETWEEN = 6


class ConversationView(TurnCanvas):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[Row, ...] = ()
        self._agent, self._agent_id = "", ""

    def show_conversation(self, rows: Sequence[Row], agent: str, agent_id: str) -> None:
        """`agent` names the agent where the turns don't say who wrote them, or only by `agent_id`.

        Both "" where they are not known.
        """
        self._rows = tuple(rows)
        self._agent, self._agent_id = agent, agent_id
        self.lay_out()

    # Layout

    def _column(self, width: float) -> QRectF:
        """Where the bubbles stand: on a wide screen agent and customer stay near each other."""
        column = min(width, tokens.COLUMN_CAP)
        return QRectF((width - column) / 2, 0, column, 0)

    def make_lines(self, width: float) -> list[Line]:
        column = self._column(width)
        lines: list[Line] = []
        top = float(tokens.SPACE)
        for row in self._rows:
            match row:
                case TurnRow(turn=turn):
                    line = self._turn_line(turn, top, column)
                case GapRow():
                    line = Line(top=top, height=self._small_height() + 2, data=row)
                case EventRow():
                    line = Line(top=top, height=self._small_height() + tokens.SPACE, data=row)
            lines.append(line)
            top += line.height + _BETWEEN
        return lines

    def _turn_line(self, turn: Turn, top: float, column: QRectF) -> Line:
        side = tokens.SPACE + _AVATAR + tokens.SPACE
        width = column.width()
        widest = min(width * _SHARE, _WIDEST)
        if turn.internal or turn.role in (Role.SYSTEM, Role.OTHER):
            widest = max(width - 2 * side, 1)
        text = TextBlock(turn.text, self.font(), widest - 2 * _PAD_X)
        head = self._small_width(self._head(turn))
        files = max((self._small_width(name) + tokens.WIDE for name in turn.attachments), default=0)
        inner = max(text.width, head, files) + 1
        bubble = min(inner + 2 * _PAD_X, widest)
        height = self._small_height() + tokens.TIGHT + text.height
        height += len(turn.attachments) * (self._small_height() + tokens.TIGHT)
        height += 2 * _PAD_Y
        right = turn.role is Role.AGENT and not turn.internal
        left = column.right() - side - bubble if right else column.left() + side
        box = QRectF(left, 0, bubble, height)
        at = QPointF(left + _PAD_X, _PAD_Y + self._small_height() + tokens.TIGHT)
        return Line(top=top, height=height, turn=turn, text=text, text_at=at, data=box)

    def _head(self, turn: Turn) -> str:
        parts = [self._name(turn)]
        if turn.internal:
            parts.append(self.tr("internal note, the customer never saw it"))
        if turn.sent_at is not None:
            parts.append(local_time.clock_text(turn.sent_at))
        elif turn.start_ms is not None:
            parts.append(moment_text(turn.start_ms, 0))
        return " · ".join(parts)

    def _name(self, turn: Turn) -> str:
        author = self._author(turn)
        if turn.role is Role.OTHER and author:
            return author
        word = role_word(turn.role)
        return word if author.casefold() in ("", word.casefold()) else f"{word} {author}"

    def _author(self, turn: Turn) -> str:
        """A name; "" where there is only a machine's number, which the role says better."""
        author = turn.author or ""
        if turn.role is Role.AGENT and author in ("", self._agent_id):
            author = self._agent
        return "" if is_machine_id(author) else author

    def mark_rect(self, line: Line, _mark: TurnMark, place: int) -> QRectF | None:
        """On the bubble's inner side, one beside the other."""
        box = line.data
        if not isinstance(box, QRectF) or line.turn is None:
            return None
        away = tokens.SPACE + place * (_PIN + tokens.TIGHT)
        right = line.turn.role is Role.AGENT and not line.turn.internal
        left = box.left() - away - _PIN if right else box.right() + away
        return QRectF(left, tokens.SPACE, _PIN, _PIN)

    # Painting

    def paint_line(self, painter: QPainter, line: Line, top: float, width: float) -> None:
        area = self._column(width).translated(0, top)
        area.setHeight(line.height)
        match line.data:
            case GapRow() as gap:
                self._paint_gap(painter, gap, area)
            case EventRow(event=event):
                self._paint_event(painter, event, area)
            case QRectF() as box if line.turn is not None:
                self._paint_turn(painter, line, line.turn, box.translated(0, top), width)
        painter.setFont(self.font())

    def _paint_turn(
        self, painter: QPainter, line: Line, turn: Turn, box: QRectF, width: float
    ) -> None:
        colours = self.theme.colours()
        current = turn.position == self.shown.current
        agent = turn.role is Role.AGENT and not turn.internal
        edge = QPen(QColor(colours.accent if current else colours.border), 2 if current else 1)
        if turn.internal:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        ground = colours.agent_soft if agent else colours.raised
        painter.setBrush(QColor(colours.caution_soft if turn.internal else ground))
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)
        self._paint_avatar(painter, turn, box, width)
        painter.setFont(self._small())
        painter.setPen(QColor(colours.muted))
        head = QRectF(
            box.left() + _PAD_X, box.top() + _PAD_Y, box.width() - 2 * _PAD_X, self._small_height()
        )
        text = painter.fontMetrics().elidedText(
            self._head(turn), Qt.TextElideMode.ElideRight, int(head.width()) + 1
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_attachments(painter, turn, box)
        for place, mark in enumerate(self.marks_on(turn.position)):
            pin = self.mark_rect(line, mark, place)
            if pin is not None:
                painter.setFont(self.font())
                paint_pin(painter, pin.translated(0, box.top()), mark.kind, mark.number, colours)

    def _paint_avatar(self, painter: QPainter, turn: Turn, box: QRectF, width: float) -> None:
        colours = self.theme.colours()
        agent = turn.role is Role.AGENT and not turn.internal
        column = self._column(width)
        left = column.right() - tokens.SPACE - _AVATAR if agent else column.left() + tokens.SPACE
        disc = QRectF(left, box.top(), _AVATAR, _AVATAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(role_soft_colour(turn.role, colours)))
        painter.drawEllipse(disc)
        font = self._small()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(role_colour(turn.role, colours)))
        painter.drawText(
            disc, Qt.AlignmentFlag.AlignCenter, initials(self._author(turn), role_word(turn.role))
        )

    def _paint_attachments(self, painter: QPainter, turn: Turn, box: QRectF) -> None:
        colours = self.theme.colours()
        step = self._small_height() + tokens.TIGHT
        top = box.bottom() - _PAD_Y - step * len(turn.attachments) + tokens.TIGHT
        size = tokens.ICON_SMALL
        for name in turn.attachments:
            painter.drawPixmap(
                QPointF(box.left() + _PAD_X, top),
                pixmap("paperclip", colours.muted, size, self.devicePixelRatioF()),
            )
            room = box.width() - 2 * _PAD_X - size - tokens.TIGHT
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(room))
            at = QRectF(box.left() + _PAD_X + size + tokens.TIGHT, top, room, self._small_height())
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, text)
            top += step

    def _paint_gap(self, painter: QPainter, gap: GapRow, area: QRectF) -> None:
        colours = self.theme.colours()
        text = length_words(gap.length_ms)
        if gap.longest:
            text = self.tr("{0} · longest wait").format(text)
        font = self._small()
        if gap.longest:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        if gap.longest:
            wide = QFontMetricsF(font).horizontalAdvance(text) + tokens.WIDE
            pill = QRectF(area.center().x() - wide / 2, area.top(), wide, area.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.caution_soft))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(colours.caution if gap.longest else colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_event(self, painter: QPainter, event: TicketEvent, area: QRectF) -> None:
        colours = self.theme.colours()
        painter.setFont(self._small())
        text = self._event_words(event)
        size = tokens.ICON_SMALL
        most = area.width() - 2 * (tokens.SPACE + _AVATAR) - size - tokens.LOOSE
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(most))
        wide = self._small_width(text) + size + tokens.SPACE
        left = area.center().x() - wide / 2
        painter.setPen(QPen(QColor(colours.border), 1))
        middle = area.center().y()
        painter.drawLine(
            QPointF(area.left() + tokens.SPACE + _AVATAR + tokens.SPACE, middle),
            QPointF(left - tokens.SPACE, middle),
        )
        painter.drawLine(
            QPointF(left + wide + tokens.SPACE, middle),
            QPointF(area.right() - tokens.SPACE - _AVATAR - tokens.SPACE, middle),
        )
        painter.drawPixmap(
            QPointF(left, middle - size / 2),
            pixmap("history", colours.muted, size, self.devicePixelRatioF()),
        )
        painter.setPen(QColor(colours.muted))
        box = QRectF(left + size + tokens.SPACE, area.top(), wide, area.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _event_words(self, event: TicketEvent) -> str:
        field = field_word(event.field)
        if event.old:
            text = self.tr("{0}: {1} → {2}").format(field, event.old, event.new or "–")
        else:
            text = self.tr("{0}: {1}").format(field, event.new or "–")
        parts = [text]
        if event.actor and not is_machine_id(event.actor):
            parts.append(event.actor)
        if event.at is not None:
            parts.append(local_time.moment_text(event.at))
        return " · ".join(parts)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        return font

    def _small_height(self) -> float:
        return QFontMetricsF(self._small()).height()

    def _small_width(self, text: str) -> float:
        return QFontMetricsF(self._small()).horizontalAdvance(text)


def initials(author: str, role: str) -> str:
    """JD of Jane Doe, 李 of 李雷; the role's first letter for numbers and for nobody's name."""
    words = author.split()
    if not words or not words[0][0].isalpha():
        return role[:1]
    if not words[0][0].isascii():
        return words[0][0]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
