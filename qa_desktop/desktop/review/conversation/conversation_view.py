"""A chat or a ticket: bubbles by author, the gaps between them, events, comments on turns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter

from qa_desktop.desktop.review.conversation.authors import initials_of
from qa_desktop.desktop.review.conversation.between_rows import (
    LEAST_GAP,
    EventBox,
    gap_height,
    lay_out_event,
    paint_day,
    paint_event,
    paint_gap,
)
from qa_desktop.desktop.review.conversation.bubbles import (
    PAD_X,
    Bubble,
    BubbleGuess,
    BubbleLook,
    Link,
    Side,
    lay_out_bubble,
    link_words,
    paint_bubble,
    side_of,
    small_font,
    text_place,
    widest,
)
from qa_desktop.desktop.review.conversation.conversation import (
    DayRow,
    EventRow,
    GapRow,
    Row,
    TurnRow,
)
from qa_desktop.desktop.review.conversation.event_words import event_line, person_words
from qa_desktop.desktop.review.conversation.moments import clock_words, day_words
from qa_desktop.desktop.review.turns.shown_block import ShownBlock
from qa_desktop.desktop.review.turns.shown_text import ShownText, shown_text
from qa_desktop.desktop.review.turns.turn_canvas import Line, TurnCanvas
from qa_desktop.desktop.review.turns.turn_marks import TurnMark
from qa_desktop.desktop.review.turns.turn_painting import TurnsState
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.review.words import is_count, is_machine_id, role_word, short_name
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import paint_pin
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.interactions.model import Role, Turn

_PIN = 18
# As many rows are laid out within a frame or two.
_MOST_AT_ONCE = 120


class ConversationView(TurnCanvas):
    """Signals: `hidden_wanted(int)` when something wants to go to a turn that is left out."""

    hidden_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[Row, ...] = ()
        self._agent, self._agent_id = "", ""
        self._names: Mapping[str, str] = {}
        self._initials: Mapping[str, str] = {}
        self._several_agents = False
        self._dated = False
        self._opened: frozenset[int] = frozenset()
        self._as_imported: frozenset[int] = frozenset()
        self._hovered: tuple[int, Link] | None = None
        self._lit: int | None = None

    def show_conversation(
        self,
        rows: Sequence[Row],
        agent: str,
        agent_id: str,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """`agent` names the agent where the turns don't say who wrote them, or only by `agent_id`.

        Both "" where they are not known. `names` are those of people whom the changes name by id.
        """
        self._rows = tuple(rows)
        self._agent, self._agent_id = agent, agent_id
        self._names = names or {}
        self._dated = not any(isinstance(row, DayRow) for row in rows)
        turns = [row.turn for row in rows if isinstance(row, TurnRow)]
        agents = {turn.author for turn in turns if turn.role is Role.AGENT}
        self._several_agents = len(agents) > 1
        authors = [self._author(turn) for turn in turns]
        self._initials = initials_of([author for author in authors if author])
        self.lay_out()

    # What messages leave out

    def shown_of(self, turn: Turn) -> ShownText:
        return shown_text(
            turn.text,
            opened=turn.position in self._opened,
            as_imported=turn.position in self._as_imported,
        )

    def toggle_fold(self, position: int | None) -> bool:
        """All of a message, or what is shown at first; False where it is the same."""
        turn = self.turn(position) if position is not None else None
        if turn is None:
            return False
        folds = self.shown_of(turn).folds
        if folds.any:
            self._opened ^= {turn.position}
        elif folds.markup:
            self._as_imported ^= {turn.position}
        else:
            return False
        self.lay_out()
        self.reveal(turn.position)
        return True

    def open_for(self, position: int, start: int, end: int) -> None:
        """So that these characters of the turn can be seen."""
        turn = self.turn(position)
        if turn is None:
            self.hidden_wanted.emit(position)
            return
        if start < end and not self.shown_of(turn).shows(start, end):
            self._opened |= {position}
            self.lay_out()

    def open_all(self, position: int) -> None:
        """Every imported character of the turn."""
        self._opened |= {position}
        self._as_imported |= {position}
        self.lay_out()

    def reveal_event(self, position: int) -> None:
        """Scrolls to a change in the ticket's history, and lights it up."""
        for index in range(len(self.rows)):
            line = self.rows.line(index)
            if position in _positions(line):
                self._lit = position
                self._scroll_to(int(line.top - self.viewport().height() / 3), smooth=True)
                self.viewport().update()
                return

    def lit_event(self) -> int | None:
        """The change that one was led to, until one goes on to a turn."""
        return self._lit

    def show_turns(self, state: TurnsState) -> None:
        match = None if state.active_match is None else state.matches[state.active_match]
        if match is not None and state.active_match != self.shown.active_match:
            self.open_for(match.turn, match.start_char, match.end_char)
        if state.current != self.shown.current:
            self._lit = None
        super().show_turns(state)

    def select(self, chosen: Selection | None) -> None:
        """Without the markup before and after the words."""
        super().select(None if chosen is None else self._tight(chosen))

    def _tight(self, chosen: Selection) -> Selection:
        first, last = self.turn(chosen.turn), self.turn(chosen.last_turn)
        if first is None or last is None:
            return chosen
        several = chosen.end_turn is not None
        start, end = self.shown_of(first).tight(
            chosen.start_char, len(first.text) if several else chosen.end_char
        )
        if several:
            _, end = self.shown_of(last).tight(0, chosen.end_char)
        return replace(chosen, start_char=start, end_char=end)

    # Layout

    def _column(self, width: float) -> QRectF:
        """Where the bubbles stand: on a wide screen agent and customer stay near each other."""
        column = min(width, tokens.COLUMN_CAP)
        return QRectF((width - column) / 2, 0, column, 0)

    def make_lines(self, width: float) -> list[Line]:
        """Of a long conversation only what is in sight is laid out at once."""
        small = self._small().height()
        label = small + 2
        guess = BubbleGuess(self.font(), self._column(width).width())
        later = len(self._rows) > _MOST_AT_ONCE
        lines: list[Line] = []
        top = float(tokens.SPACE)
        for row in self._rows:
            line = Line(top=top, height=0.0, data=row)
            match row:
                case TurnRow(turn=turn, after_ms=after_ms):
                    line.top += gap_height(after_ms, label) - LEAST_GAP
                    line.turn, line.pending = turn, later
                case GapRow(length_ms=length_ms):
                    line.height = max(gap_height(length_ms, label), label)
                case DayRow():
                    line.height = label + tokens.WIDE
                case EventRow():
                    line.pending = later
            if not line.pending:
                self.measure_line(line, width)
            elif line.turn is not None:
                line.height = guess.height(line.turn)
            else:
                line.height = small + tokens.SPACE
            lines.append(line)
            top = line.top + line.height + LEAST_GAP
        return lines

    def measure_line(self, line: Line, width: float) -> None:
        column = self._column(width)
        if line.turn is not None:
            self._lay_out_turn(line, line.turn, column)
        elif isinstance(line.data, EventRow):
            said = event_line(line.data, self._names, dated=self._dated)
            box = lay_out_event(said, positions_of(line.data), self.font(), column.width())
            line.data, line.height = box, box.height

    def _lay_out_turn(self, line: Line, turn: Turn, column: QRectF) -> None:
        shown = self.shown_of(turn)
        room = widest(side_of(turn), column.width()) - 2 * PAD_X
        block = ShownBlock(shown, self.font(), room)
        links = link_words(
            shown.folds,
            opened=turn.position in self._opened,
            as_imported=turn.position in self._as_imported,
        )
        author = self._author(turn)
        bubble = lay_out_bubble(
            turn,
            block,
            self._head(turn, edited=shown.folds.edited),
            column,
            self.font(),
            links,
            self._initials.get(author, "") or role_word(turn.role)[:1],
        )
        line.text, line.data = block, bubble
        line.text_at = text_place(bubble, self.font())
        line.height = bubble.box.height()

    def _head(self, turn: Turn, *, edited: bool) -> str:
        parts = [self._name(turn)]
        if turn.internal:
            parts.append(self.tr("internal note, the customer never saw it"))
        if turn.sent_at is not None:
            parts.append(clock_words(turn.sent_at))
        elif turn.start_ms is not None:
            parts.append(moment_text(turn.start_ms, 0))
        if edited:
            parts.append(self.tr("edited"))
        return " · ".join(parts)

    def _name(self, turn: Turn) -> str:
        author = self._author(turn)
        if turn.role is Role.OTHER and author and not is_count(author):
            return person_words(author, self._names)
        word = role_word(turn.role)
        return word if author.casefold() in ("", word.casefold()) else f"{word} {author}"

    def _author(self, turn: Turn) -> str:
        """A name; "" where there is only a machine's number, which the role says better."""
        author = turn.author or ""
        if turn.role is Role.AGENT and author in ("", self._agent_id):
            author = self._agent
        if not is_machine_id(author):
            return author
        return short_name(author) if self._several_agents else ""

    def mark_rect(self, line: Line, _mark: TurnMark, place: int) -> QRectF | None:
        """On the bubble's inner side, one beside the other; on a wide one, at its head's end."""
        bubble = line.data
        if not isinstance(bubble, Bubble):
            return None
        size = tokens.scaled(_PIN)
        away = tokens.SPACE + place * (size + tokens.TIGHT)
        if bubble.side is Side.RIGHT:
            return QRectF(bubble.box.left() - away - size, tokens.SPACE, size, size)
        return QRectF(bubble.box.right() + away, tokens.SPACE, size, size)

    # Painting

    def paint_line(self, painter: QPainter, line: Line, top: float, width: float) -> None:
        area = self._column(width).translated(0, top)
        area.setHeight(line.height)
        colours = self.theme.colours()
        match line.data:
            case GapRow() as gap:
                paint_gap(painter, gap, area, colours)
            case DayRow(day=day):
                paint_day(painter, day_words(day), area, colours)
            case EventBox() as event:
                lit = self._lit in event.positions
                ratio = self.devicePixelRatioF()
                paint_event(painter, event, area, colours, ratio, lit=lit)
            case Bubble() as bubble:
                self._paint_turn(painter, line, bubble, top)
        painter.setFont(self.font())

    def _paint_turn(self, painter: QPainter, line: Line, bubble: Bubble, top: float) -> None:
        position = bubble.turn.position
        hovered = self._hovered
        look = BubbleLook(
            colours=self.theme.colours(),
            ratio=self.devicePixelRatioF(),
            current=position == self.shown.current,
            faint=self.is_faint(position),
            hovered=hovered[1] if hovered is not None and hovered[0] == position else None,
        )
        paint_bubble(painter, bubble, top, look)
        for place, mark in enumerate(self.marks_on(position)):
            pin = self.mark_rect(line, mark, place)
            if pin is not None:
                painter.setFont(self.font())
                paint_pin(painter, pin.translated(0, top), mark.kind, mark.number, look.colours)

    def _small(self) -> QFontMetricsF:
        return QFontMetricsF(small_font(self.font()))

    # Links

    def _link_at(self, point: QPointF) -> tuple[int, Link] | None:
        y = point.y() + self.verticalScrollBar().value()
        index = self.rows.index_at(y)
        line = self.rows.line(index) if index >= 0 else None
        if line is None or not isinstance(line.data, Bubble):
            return None
        inside = QPointF(point.x(), y - line.top)
        for link, box, _ in line.data.links:
            if box.contains(inside):
                return line.turn_position(), link
        return None

    def _follow_link(self, position: int, link: Link) -> None:
        if link is Link.FOLD:
            self._opened ^= {position}
        else:
            self._as_imported ^= {position}
        self._hovered = None
        self.lay_out()
        self.reveal(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._link_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._follow_link(*found)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._link_at(event.position())
        if found != self._hovered:
            self._hovered = found
            hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(beam if found is None else hand)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.viewport().update()


def positions_of(row: EventRow) -> frozenset[int]:
    return frozenset(event.position for event in row.events)


def _positions(line: Line) -> frozenset[int]:
    """Of the changes in a line, whether it was laid out or not."""
    match line.data:
        case EventBox(positions=positions):
            return positions
        case EventRow() as row:
            return positions_of(row)
        case _:
            return frozenset()
