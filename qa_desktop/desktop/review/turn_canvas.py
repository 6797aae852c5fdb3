"""A scrolled column of turns that are painted, searched, selected and commented on."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from qa_desktop.desktop.review.turn_layout import TextBlock, format_range
from qa_desktop.desktop.review.turn_marks import Match, TurnMark
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.pin_shape import kind_colour
from qa_desktop.interactions.model import Turn

_UNDERLINE = 1.6


@dataclass(slots=True, kw_only=True)
class Line:
    """One laid-out row; `turn` and `text` are None for rows that nothing can be said about."""

    top: float
    height: float
    turn: Turn | None = None
    text: TextBlock | None = None
    text_at: QPointF = field(default_factory=QPointF)
    data: object = None

    def turn_position(self) -> int:
        """-1 where there is no turn."""
        return -1 if self.turn is None else self.turn.position


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    turn: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsState:
    """What lies over the turns. `word`: the span of the word being said in the current turn."""

    marks: tuple[TurnMark, ...] = ()
    active_comment: str | None = None
    current: int | None = None
    word: tuple[int, int] | None = None
    matches: tuple[Match, ...] = ()
    active_match: int | None = None


class TurnCanvas(QAbstractScrollArea):
    """Signals: `turn_clicked(int position, int char)`; `comment_requested(object Selection)`;
    `comment_activated(str)`; `selected(object Selection or None)`.
    """

    turn_clicked = Signal(int, int)
    comment_requested = Signal(object)
    comment_activated = Signal(str)
    selected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown = TurnsState()
        self._lines: list[Line] = []
        self._tops: list[float] = []
        self._height = 0.0
        self._selection: Selection | None = None
        self._pressed: tuple[int, int] | None = None
        self._marks_by_turn: dict[int, list[TurnMark]] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(tokens.LOOSE)
        theme.changed.connect(self.viewport().update)

    # What a subclass draws

    @abstractmethod
    def make_lines(self, width: float) -> list[Line]:
        """Every row from the top down, for a viewport of this width."""

    @abstractmethod
    def paint_line(self, painter: QPainter, line: Line, top: float, width: float) -> None:
        """All but the line's text, which is painted over it."""

    def mark_rect(self, _line: Line, _mark: TurnMark, _place: int) -> QRectF | None:
        """Where a comment's pin sits, from the line's top; None: words are underlined only."""
        return None

    # State

    def show_turns(self, state: TurnsState) -> None:
        before, self.shown = self.shown, state
        if state.marks != before.marks:
            self._marks_by_turn = {}
            for mark in state.marks:
                self._marks_by_turn.setdefault(mark.turn, []).append(mark)
        if state.active_match is not None and state.active_match != before.active_match:
            self.reveal(state.matches[state.active_match].turn)
        if state != before:
            self.viewport().update()

    def marks_on(self, position: int) -> Sequence[TurnMark]:
        return self._marks_by_turn.get(position, ())

    def selection(self) -> Selection | None:
        return self._selection

    def clear_selection(self) -> None:
        if self._selection is not None:
            self._selection = None
            self.selected.emit(None)
            self.viewport().update()

    def lay_out(self) -> None:
        """Again, after the rows or the width have changed."""
        self._lines = self.make_lines(self.viewport().width())
        self._tops = [line.top for line in self._lines]
        last = self._lines[-1] if self._lines else None
        self._height = last.top + last.height + tokens.SPACE if last else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(int(self._height) - self.viewport().height(), 0))
        self.viewport().update()

    def reveal(self, position: int) -> None:
        """Scrolls to a turn unless it is in sight."""
        line = next((line for line in self._lines if line.turn_position() == position), None)
        if line is None:
            return
        bar = self.verticalScrollBar()
        top, bottom = line.top, line.top + line.height
        if top < bar.value() or bottom > bar.value() + self.viewport().height():
            bar.setValue(int(top - self.viewport().height() / 3))

    def line_rect(self, position: int) -> QRectF | None:
        """Where a turn is on the viewport now; None when it isn't there."""
        for line in self._lines:
            if line.turn_position() == position:
                offset = self.verticalScrollBar().value()
                return QRectF(0, line.top - offset, self.viewport().width(), line.height)
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, offset + event.rect().top()) - 1, 0)
        for line in self._lines[first:]:
            top = line.top - offset
            if top > event.rect().bottom():
                break
            self.paint_line(painter, line, top, self.viewport().width())
            if line.text is not None and line.turn is not None:
                self._paint_text(painter, line.turn, line.text, line.text_at + QPointF(0, top))
        painter.end()

    def _paint_text(self, painter: QPainter, turn: Turn, text: TextBlock, at: QPointF) -> None:
        colours = self.theme.colours()
        for match_index, match in enumerate(self.shown.matches):
            if match.turn == turn.position:
                active = match_index == self.shown.active_match
                tint = QColor(colours.caution if active else colours.caution_soft)
                for box in text.rects(match.start_char, match.end_char):
                    painter.fillRect(box.translated(at), tint)
        for mark in self.marks_on(turn.position):
            painter.setPen(QPen(QColor(kind_colour(mark.kind, colours)), _UNDERLINE))
            for box in text.rects(mark.start_char, mark.end_char):
                line = box.translated(at)
                painter.drawLine(line.bottomLeft(), line.bottomRight())
        painter.setPen(QColor(colours.text))
        text.draw(painter, at, self._ranges(turn))

    def _ranges(self, turn: Turn) -> list[QTextLayout.FormatRange]:
        colours = self.theme.colours()
        ranges = []
        word = self.shown.word
        if word is not None and turn.position == self.shown.current:
            said = QTextCharFormat()
            said.setForeground(QBrush(QColor(colours.accent)))
            said.setFontUnderline(True)
            ranges.append(format_range(*word, said))
        active = self.shown.active_match
        if active is not None and self.shown.matches[active].turn == turn.position:
            match = self.shown.matches[active]
            found = QTextCharFormat()
            found.setForeground(QBrush(QColor(colours.on_accent)))
            ranges.append(format_range(match.start_char, match.end_char, found))
        chosen = self._selection
        if chosen is not None and chosen.turn == turn.position:
            form = QTextCharFormat()
            form.setBackground(QBrush(QColor(colours.accent)))
            form.setForeground(QBrush(QColor(colours.on_accent)))
            ranges.append(format_range(chosen.start_char, chosen.end_char, form))
        return ranges

    # The mouse

    def _hit(self, point: QPointF) -> tuple[Line, int] | None:
        """The line under a point of the viewport, and the character nearest to it."""
        y = point.y() + self.verticalScrollBar().value()
        index = bisect_right(self._tops, y) - 1
        if index < 0 or y > self._lines[index].top + self._lines[index].height:
            return None
        line = self._lines[index]
        if line.turn is None or line.text is None:
            return None
        relative = QPointF(point.x(), y - line.top) - line.text_at
        return line, line.text.char_at(relative)

    def _mark_at(self, line: Line, point: QPointF) -> TurnMark | None:
        top = line.top - self.verticalScrollBar().value()
        for place, mark in enumerate(self.marks_on(line.turn_position())):
            box = self.mark_rect(line, mark, place)
            if box is not None and box.translated(0, top).contains(point):
                return mark
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or hit is None:
            return
        line, char = hit
        mark = self._mark_at(line, event.position())
        if mark is not None:
            self.comment_activated.emit(mark.comment_id)
            return
        self.clear_selection()
        self._pressed = (line.turn_position(), char)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        hit = self._hit(event.position())
        position, start = self._pressed
        if hit is not None and hit[0].turn_position() == position and hit[1] != start:
            self._select(position, start, hit[1])

    def _select(self, position: int, start: int, end: int) -> None:
        chosen = Selection(turn=position, start_char=min(start, end), end_char=max(start, end))
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit(chosen)
            self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._selection is None:
            self.turn_clicked.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if hit is not None and hit[0].turn is not None:
            start, end = _word_around(hit[0].turn.text, hit[1])
            if start < end:
                self._select(hit[0].turn_position(), start, end)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self._hit(QPointF(event.pos()))
        if hit is None or hit[0].turn is None:
            return
        turn = hit[0].turn
        chosen = self._selection
        if chosen is None or chosen.turn != turn.position:
            chosen = Selection(turn=turn.position, start_char=0, end_char=len(turn.text))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        comment = menu.addAction(self.tr("Comment on this"))
        comment.triggered.connect(lambda: self.comment_requested.emit(chosen))
        copy = menu.addAction(self.tr("Copy"))
        copy.triggered.connect(lambda: _copy(turn.text[chosen.start_char : chosen.end_char]))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._selection
        if event.matches(QKeySequence.StandardKey.Copy) and chosen is not None:
            line = next(each for each in self._lines if each.turn_position() == chosen.turn)
            text = line.turn.text if line.turn else ""
            _copy(text[chosen.start_char : chosen.end_char])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.lay_out()
        super().changeEvent(event)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _word_around(text: str, char: int) -> tuple[int, int]:
    """Letters and digits around a position; a single character of Chinese."""
    start = end = min(char, len(text))
    while start > 0 and text[start - 1].isalnum() and text[start - 1].isascii():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end].isascii():
        end += 1
    if start == end and end < len(text) and text[end].isalnum():
        end += 1
    return start, end
