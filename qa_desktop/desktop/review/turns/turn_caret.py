"""A caret that walks through the words of the turns by the keyboard and selects them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from qa_desktop.desktop.review.turns.turn_selection import Place, between, text_of, word_bounds

if TYPE_CHECKING:
    from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas

_MOVES = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown")
CARET_KEYS = (
    *(f"{held}{key}" for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+") for key in _MOVES),
    *("Esc", "Return", "Enter", "Ctrl+A"),
)
_LINE_APART = 2


class TurnCaret:
    """Left and Right go by words, with Ctrl by letters; Up and Down by lines; Home and End within
    the turn, with Ctrl over all. Shift selects on the way. Enter goes to the word's moment."""

    def __init__(self, canvas: "TurnCanvas") -> None:
        self._canvas = canvas
        self._anchor: Place | None = None
        # Up and Down keep to this column, whatever shorter lines they pass.
        self._column: float | None = None

    def begin(self, place: Place) -> None:
        """At the beginning of what is selected there, or at the place."""
        chosen = self._canvas.selection()
        if chosen is not None:
            self._anchor = (chosen.turn, chosen.start_char)
            place = (chosen.last_turn, chosen.end_char)
        else:
            self._anchor = None
        self._column = None
        self._canvas.show_caret(place)
        self._canvas.reveal(place[0], (place[1], place[1] + 1))

    def end(self) -> None:
        self._anchor = None
        self._canvas.show_caret(None)

    def check(self) -> None:
        """After the turns have changed: it stays within them."""
        place = self._canvas.caret()
        if place is None:
            return
        turn = self._canvas.turn(place[0])
        if turn is None:
            self.end()
        elif place[1] > len(turn.text):
            self._canvas.show_caret((place[0], len(turn.text)))

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was the caret's."""
        place = self._canvas.caret()
        if place is None:
            return False
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._leave()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._canvas.turn_clicked.emit(*place)
            return True
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if ctrl and key is Qt.Key.Key_A:
            turn = self._canvas.turn(place[0])
            self._anchor = (place[0], 0)
            self._move((place[0], len(turn.text) if turn else 0), extend=True)
            return True
        target = self._target(key, place, ctrl=ctrl)
        if target is None:
            return False
        self._move(target, extend=shift)
        return True

    def _leave(self) -> None:
        """Esc takes back what is selected first, then the caret."""
        if self._canvas.selection() is not None:
            self._anchor = None
            self._canvas.clear_selection()
        else:
            self.end()

    def _target(self, key: Qt.Key, place: Place, *, ctrl: bool) -> Place | None:
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._column = None
        match key:
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                by = 1 if key is Qt.Key.Key_Right else -1
                return self._by_letter(place, by) if ctrl else self._by_word(place, by)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                return self._by_height(place, 0.0, 1 if key is Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                page = self._canvas.viewport().height() * 0.8
                return self._by_height(place, page, 1 if key is Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Home:
                return (self._ends()[0], 0) if ctrl else (place[0], 0)
            case Qt.Key.Key_End:
                position = self._ends()[1] if ctrl else place[0]
                return (position, self._length(position))
            case _:
                return None

    def _ends(self) -> tuple[int, int]:
        turns = self._canvas.turns()
        return turns[0].position, turns[-1].position

    def _length(self, position: int) -> int:
        turn = self._canvas.turn(position)
        return len(turn.text) if turn else 0

    def _beside(self, position: int, by: int) -> int | None:
        """The turn before or after."""
        index = self._canvas.rows.index_of(position)
        while index is not None and 0 <= index + by < len(self._canvas.rows):
            index += by
            found = self._canvas.rows.line(index).turn
            if found is not None:
                return found.position
        return None

    def _by_letter(self, place: Place, by: int) -> Place:
        line = self._canvas.measured_line(place[0])
        if line is not None and line.text is not None:
            char = line.text.step(place[1], by)
            if char != place[1]:
                return (place[0], char)
        return self._over_the_edge(place, by)

    def _over_the_edge(self, place: Place, by: int) -> Place:
        other = self._beside(place[0], by)
        if other is None:
            return place
        return (other, 0 if by > 0 else self._length(other))

    def _by_word(self, place: Place, by: int) -> Place:
        turn = self._canvas.turn(place[0])
        bounds = word_bounds(turn.text) if turn is not None else ()
        if by > 0:
            ends = [end for _, end in bounds if end > place[1]]
            return (place[0], ends[0]) if ends else self._over_the_edge(place, by)
        starts = [start for start, _ in bounds if start < place[1]]
        return (place[0], starts[-1]) if starts else self._over_the_edge(place, by)

    def _by_height(self, place: Place, distance: float, by: int) -> Place:
        line = self._canvas.measured_line(place[0])
        if line is None or line.text is None:
            return place
        box = line.text.caret(place[1]).translated(line.text_at)
        if self._column is None:
            self._column = box.x()
        edge = box.bottom() + _LINE_APART + distance
        y = line.top + (edge if by > 0 else box.top() - _LINE_APART - distance)
        return self._nearest(self._column, y, by) or place

    def _nearest(self, x: float, y: float, by: int) -> Place | None:
        """What is at a height of the column, or the next words beyond it."""
        rows = self._canvas.rows
        if not len(rows):
            return None
        index = min(max(rows.index_at(y), 0), len(rows) - 1)
        while 0 <= index < len(rows):
            turn = rows.line(index).turn
            line = self._canvas.measured_line(turn.position) if turn is not None else None
            if line is not None and line.text is not None:
                top = line.top + line.text_at.y()
                low, high = top, top + line.text.height
                beyond = y > high if by > 0 else y < low
                if not beyond or not 0 <= index + by < len(rows):
                    within = min(max(y, low), high - 1)
                    char = line.text.char_at(QPointF(x - line.text_at.x(), within - top))
                    return (line.turn_position(), char)
            index += by
        return None

    def _move(self, target: Place, *, extend: bool) -> None:
        canvas = self._canvas
        start = canvas.caret()
        if start is None:
            return
        if extend:
            self._anchor = self._anchor or start
            canvas.show_caret(target)
            canvas.select(between(self._anchor, target))
        else:
            self._anchor = None
            canvas.show_caret(target)
            canvas.clear_selection()
        canvas.read_elsewhere.emit()
        canvas.reveal(target[0], (target[1], target[1] + 1))
        self._tell(start, target)

    def _tell(self, start: Place, target: Place) -> None:
        """Says for a screen reader what the caret passed, or what is selected now."""
        chosen = self._canvas.selection() or between(start, target)
        if chosen is None or not QAccessible.isActive():
            return
        words = text_of(chosen, self._canvas.turns())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))
