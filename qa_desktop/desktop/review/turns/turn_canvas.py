"""A scrolled column of turns that are painted, searched, selected, corrected and commented on."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.turns.turn_caret import CARET_KEYS, TurnCaret
from qa_desktop.desktop.review.turns.turn_marks import TurnMark
from qa_desktop.desktop.review.turns.turn_painting import TurnPainting, TurnsState
from qa_desktop.desktop.review.turns.turn_rows import Line
from qa_desktop.desktop.review.turns.turn_scroll import TurnScroll
from qa_desktop.desktop.review.turns.turn_selection import (
    Place,
    Selection,
    between,
    text_of,
    word_around,
)
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.corrections import shown_spans
from qa_desktop.interactions.model import Turn

__all__ = ["Line", "Selection", "TurnCanvas", "TurnsState"]

_EDGE_MS = 40
_EDGE_STEP = 18


class TurnCanvas(TurnScroll):
    """Signals: `turn_clicked(int position, int char)`; `comment_requested(object Selection)`;
    `comment_activated(str)`; `selected(object Selection or None)`;
    `menu_requested(QPoint of the screen, int position, int char)`.

    In caret mode the arrows move a caret through the words and, with Shift, select them.
    """

    accessible_role = QAccessible.Role.Document

    turn_clicked = Signal(int, int)
    comment_requested = Signal(object)
    comment_activated = Signal(str)
    selected = Signal(object)
    menu_requested = Signal(QPoint, int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._over = TurnPainting()
        self._pressed: Place | None = None
        self._dragged_to = QPointF()
        self._caret = TurnCaret(self)
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    # What a subclass draws

    @abstractmethod
    def paint_line(self, painter: QPainter, line: Line, top: float, width: float) -> None:
        """All but the line's text, which is painted over it."""

    def mark_rect(self, _line: Line, _mark: TurnMark, _place: int) -> QRectF | None:
        """Where a comment's pin sits, from the line's top; None: words are underlined only."""
        return None

    # State

    @property
    def shown(self) -> TurnsState:
        return self._over.shown

    def show_turns(self, state: TurnsState) -> None:
        before = self._over.shown
        if state == before:
            return
        self._over.show(state)
        match = self._over.active_match()
        moved = state.active_match != before.active_match or state.matches is not before.matches
        if match is not None and moved:
            self.reveal(match.turn, (match.start_char, match.end_char))
        self.viewport().update()

    def show_faint(self, positions: frozenset[int]) -> None:
        """These turns step back: they are of agents whom the score does not go to."""
        if positions != self._over.faint:
            self._over.faint = positions
            self.viewport().update()

    def is_faint(self, position: int) -> bool:
        return position in self._over.faint

    def marks_on(self, position: int) -> Sequence[TurnMark]:
        return self._over.marks_on(position)

    def turns(self) -> list[Turn]:
        """In the order in which they stand."""
        lines = (self.rows.line(index) for index in range(len(self.rows)))
        return [line.turn for line in lines if line.turn is not None]

    def turn(self, position: int) -> Turn | None:
        index = self.rows.index_of(position)
        return None if index is None else self.rows.line(index).turn

    def selection(self) -> Selection | None:
        return self._over.selection

    def clear_selection(self) -> None:
        self.select(None)

    def select(self, chosen: Selection | None) -> None:
        if chosen != self._over.selection:
            self._over.selection = chosen
            self.selected.emit(chosen)
            self.viewport().update()

    def lay_out(self) -> None:
        super().lay_out()
        self._caret.check()

    # The caret

    def caret(self) -> Place | None:
        """Where it stands; None while the arrows are the page's."""
        return self._over.caret

    def show_caret(self, place: Place | None) -> None:
        if place != self._over.caret:
            self._over.caret = place
            self.setProperty(OWN_KEYS, list(CARET_KEYS) if place is not None else [])
            self.viewport().update()

    def take_caret(self, place: Place) -> None:
        """The arrows are the caret's from now on, until Esc."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._caret.begin(place)

    def drop_caret(self) -> None:
        self._caret.end()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalScrollBar().value()
        colours = self.theme.colours()
        for index in self.seen_lines(event.rect().top(), event.rect().bottom()):
            line = self.rows.line(index)
            top = line.top - offset
            self.paint_line(painter, line, top, self.viewport().width())
            if line.text is not None and line.turn is not None:
                at = line.text_at + QPointF(0, top)
                self._over.paint(painter, line.turn, line.text, at, colours)
        painter.end()

    # The mouse

    def _mark_at(self, line: Line, point: QPointF) -> TurnMark | None:
        top = line.top - self.verticalScrollBar().value()
        for place, mark in enumerate(self.marks_on(line.turn_position())):
            box = self.mark_rect(line, mark, place)
            if box is not None and box.translated(0, top).contains(point):
                return mark
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or hit is None:
            return
        line, char = hit
        mark = self._mark_at(line, event.position())
        if mark is not None:
            self.comment_activated.emit(mark.comment_id)
            return
        chosen = self.selection()
        if chosen is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed = (chosen.turn, chosen.start_char)
            self._drag_to(event.position())
            return
        self.clear_selection()
        self._pressed = (line.turn_position(), char)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        self._dragged_to = event.position()
        self._drag_to(event.position())
        inside = 0 <= event.position().y() <= self.viewport().height()
        if inside:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()

    def _drag_to(self, point: QPointF) -> None:
        hit = self.hit(point)
        if hit is None or self._pressed is None:
            return
        place = (hit[0].turn_position(), hit[1])
        if place != self._pressed:
            self.select(between(self._pressed, place))

    def _scroll_at_edge(self) -> None:
        """While words are dragged over the edge."""
        below = self._dragged_to.y() > 0
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (_EDGE_STEP if below else -_EDGE_STEP))
        self._drag_to(QPointF(self._dragged_to.x(), self.viewport().height() - 1 if below else 0))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._edge.stop()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.selection() is None:
            self.drop_caret()
            self.turn_clicked.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        if hit is not None and hit[0].turn is not None:
            self.select_word(hit[0].turn, hit[1])

    def select_word(self, turn: Turn, char: int) -> None:
        start, end = word_around(turn.text, char)
        if start < end:
            self.select(Selection(turn=turn.position, start_char=start, end_char=end))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_at(self.caret())
            return
        hit = self.hit(QPointF(event.pos()))
        if hit is not None:
            self.menu_requested.emit(event.globalPos(), hit[0].turn_position(), hit[1])

    def menu_at(self, place: Place | None) -> None:
        """The menu of a turn, asked for by a key; at the current one where None is given."""
        if place is None and self.shown.current is not None:
            place = (self.shown.current, 0)
        box = self.line_rect(place[0]) if place is not None else None
        if place is None or box is None:
            return
        self.reveal(place[0])
        box = self.line_rect(place[0]) or box
        at = QPoint(int(box.center().x()), max(int(box.top()), 0))
        self.menu_requested.emit(self.viewport().mapToGlobal(at), *place)

    def copy(self) -> None:
        chosen = self.selection()
        if chosen is not None:
            QGuiApplication.clipboard().setText(text_of(chosen, self.turns()))

    # Keys, focus, tips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not self._caret.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        current = self.shown.current
        if by_tab and self.caret() is None and (current is not None or len(self.rows)):
            first = next(iter(self.turns()), None)
            if first is not None:
                self._caret.begin((first.position if current is None else current, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.drop_caret()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPointF) -> str:
        """What the import had where words were corrected."""
        hit = self.hit(point)
        turn = hit[0].turn if hit is not None else None
        if hit is None or turn is None:
            return ""
        for each, (start, end) in zip(turn.corrections, shown_spans(turn), strict=True):
            if start <= hit[1] <= end:
                return self.tr("Corrected by {0}. The import said: {1}").format(
                    each.corrected_by, each.was or "–"
                )
        return ""
