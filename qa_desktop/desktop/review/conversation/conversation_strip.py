"""A conversation's whole course in one line: its status over time, its messages, its waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qa_desktop.desktop.review.conversation.bubbles import small_font
from qa_desktop.desktop.review.conversation.event_words import change_words, standing_word
from qa_desktop.desktop.review.conversation.moments import moment_words
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.turns.transcript_view import role_colour
from qa_desktop.desktop.review.words import length_words, role_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.interactions.model import InteractionDetail, Role, TicketEvent, Turn
from qa_desktop.interactions.ticket_history import Standing, reopenings, standing_spans
from qa_desktop.interactions.waits import Wait, longest_wait, waits_of

_LANE = 20
_NEAR = 6
_TICK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A message or a change, at `at_s` seconds of Unix time."""

    at_s: float
    turn: Turn | None = None
    event: TicketEvent | None = None


class ConversationStrip(QWidget):
    """Drawn to the scale of calendar time. Signals: `turn_wanted(int)`, `event_wanted(int)`.

    Left and right go from one message or change to the next.
    """

    accessible_role = QAccessible.Role.Graphic

    turn_wanted = Signal(int)
    event_wanted = Signal(int)

    def __init__(self, theme: Theme, detail: InteractionDetail, names: Mapping[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._names = names
        self._current: int | None = None
        self.show_detail(detail)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_KEYS, ["Left", "Right"])
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._tell()

    def show_detail(self, detail: InteractionDetail) -> None:
        """Again when speakers were told: who waited for whom is another then."""
        self._spans = standing_spans(detail.events)
        self._reopened = frozenset(event.position for event in reopenings(detail.events))
        self._moments = _moments(detail)
        self._longest: Wait | None = longest_wait(waits_of(detail.turns))
        self.update()

    @property
    def worth_showing(self) -> bool:
        """Where there is a history, and time passed in it."""
        return bool(self._spans) and len(self._moments) > 1 and self._length_s() > 0

    def _length_s(self) -> float:
        return self._moments[-1].at_s - self._moments[0].at_s if self._moments else 0.0

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(2 * _LANE), 2 * tokens.scaled(_LANE) + tokens.TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Where things are

    def _x(self, at_s: float) -> float:
        room = self.width() - 2 * tokens.SPACE
        return tokens.SPACE + room * (at_s - self._moments[0].at_s) / max(self._length_s(), 1)

    def _nearest(self, x: float, *, most: float | None = None) -> int | None:
        """The moment nearest to a place; None where it is further away than `most`."""
        if not self._moments:
            return None
        away = [abs(self._x(moment.at_s) - x) for moment in self._moments]
        found = min(range(len(away)), key=away.__getitem__)
        return found if most is None or away[found] <= most else None

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._moments:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self.font()))
        colours = self._theme.colours()
        lane = tokens.scaled(_LANE)
        self._paint_spans(painter, colours, QRectF(0, 0, self.width(), lane))
        self._paint_messages(painter, colours, QRectF(0, lane + tokens.TIGHT, self.width(), lane))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), tokens.FOCUS_BORDER))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS
            )
        painter.end()

    def _paint_spans(self, painter: QPainter, colours: Colours, lane: QRectF) -> None:
        end_s = self._moments[-1].at_s
        metrics = QFontMetricsF(painter.font())
        for span in self._spans:
            left = self._x(span.since.timestamp())
            right = self._x(span.until.timestamp() if span.until else end_s)
            box = QRectF(left, lane.top() + 1, max(right - left - 1, _TICK), lane.height() - 2)
            ground, ink = _standing_colours(span.standing, colours)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, tokens.TIGHT, tokens.TIGHT)
            words = standing_word(span.standing, span.said)
            if metrics.horizontalAdvance(words) + tokens.SPACE <= box.width():
                painter.setPen(QColor(ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_messages(self, painter: QPainter, colours: Colours, lane: QRectF) -> None:
        middle = round(lane.center().y()) + 0.5
        self._paint_longest(painter, colours, lane)
        painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
        painter.drawLine(
            QPointF(tokens.SPACE, middle), QPointF(self.width() - tokens.SPACE, middle)
        )
        for index, moment in enumerate(self._moments):
            x = round(self._x(moment.at_s)) + 0.5
            if moment.turn is not None:
                up = moment.turn.role is not Role.CUSTOMER
                ink = QColor(role_colour(moment.turn.role, colours))
                if moment.turn.internal:
                    ink = QColor(colours.caution)
                painter.setPen(QPen(ink, _TICK))
                end = lane.top() + 2 if up else lane.bottom() - 2
                painter.drawLine(QPointF(x, middle), QPointF(x, end))
            elif moment.event is not None and moment.event.position in self._reopened:
                size = tokens.ICON_SMALL
                at = QPointF(x - size / 2, middle - size / 2)
                icon = pixmap("rotate-ccw", colours.caution, size, self.devicePixelRatioF())
                painter.drawPixmap(at, icon)
            if index == self._current:
                painter.setPen(QPen(QColor(colours.accent), _TICK))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(x - _NEAR / 2, lane.top(), _NEAR, lane.height() - 1))

    def _paint_longest(self, painter: QPainter, colours: Colours, lane: QRectF) -> None:
        wait = self._longest
        if wait is None:
            return
        at = {m.turn.position: m.at_s for m in self._moments if m.turn is not None}
        begin, end = at.get(wait.asked), at.get(wait.answered if wait.answered is not None else -1)
        if begin is None or end is None:
            return
        box = QRectF(
            self._x(begin), lane.top() + 2, self._x(end) - self._x(begin), lane.height() - 4
        )
        painter.fillRect(box, QColor(colours.caution_soft))

    # Mouse, keys, words

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._go(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if step is None or not self._moments:
            super().keyPressEvent(event)
            return
        last = len(self._moments) - 1
        at = self._current if self._current is not None else (-1 if step > 0 else last + 1)
        self._go(min(max(at + step, 0), last))

    def _go(self, index: int) -> None:
        self._current = index
        moment = self._moments[index]
        self._tell()
        self.update()
        if moment.turn is not None:
            self.turn_wanted.emit(moment.turn.position)
        elif moment.event is not None:
            self.event_wanted.emit(moment.event.position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._current = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._tell()

    def words_at(self, x: float) -> str:
        """The message or change near a place, else the status that held then."""
        near = self._nearest(x, most=_NEAR)
        if near is not None:
            return self._words(self._moments[near])
        for span in self._spans:
            end_s = span.until.timestamp() if span.until else self._moments[-1].at_s
            if self._x(span.since.timestamp()) <= x <= self._x(end_s):
                length = length_words(round((end_s - span.since.timestamp()) * 1000))
                return f"{standing_word(span.standing, span.said)} · {length}"
        return ""

    def _words(self, moment: Moment) -> str:
        if moment.turn is not None and moment.turn.sent_at is not None:
            return f"{role_word(moment.turn.role)} · {moment_words(moment.turn.sent_at)}"
        if moment.event is not None and moment.event.at is not None:
            words = change_words(moment.event, self._names)
            return f"{words} · {moment_words(moment.event.at)}"
        return ""

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("History of the conversation"))
        at = self._current
        self.setAccessibleDescription("" if at is None else self._words(self._moments[at]))


def _moments(detail: InteractionDetail) -> tuple[Moment, ...]:
    turns = [Moment(at_s=t.sent_at.timestamp(), turn=t) for t in detail.turns if t.sent_at]
    events = [Moment(at_s=e.at.timestamp(), event=e) for e in detail.events if e.at]
    return tuple(sorted((*turns, *events), key=lambda moment: moment.at_s))


def _standing_colours(standing: Standing, colours: Colours) -> tuple[str, str]:
    match standing:
        case Standing.SOLVED | Standing.CLOSED:
            return colours.good_soft, colours.good
        case Standing.PENDING | Standing.HOLD:
            return colours.raised, colours.muted
        case Standing.OTHER:
            return colours.raised, colours.text
        case _:
            return colours.accent_soft, colours.accent
