"""Paints what lies over the words of a turn: matches, comments, corrections, what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTextCharFormat

from qa_desktop.desktop.review.turns.turn_layout import Styled, TextBlock
from qa_desktop.desktop.review.turns.turn_marks import Match, TurnMark
from qa_desktop.desktop.review.turns.turn_selection import Place, Selection
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform.pin_shape import kind_colour
from qa_desktop.interactions.corrections import shown_spans
from qa_desktop.interactions.model import Turn

_UNDERLINE = 1.6
_DOTS = 1.2
_BELOW = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsState:
    """What lies over the turns. `word`: the span of the word being said in the current turn."""

    marks: tuple[TurnMark, ...] = ()
    active_comment: str | None = None
    current: int | None = None
    word: tuple[int, int] | None = None
    matches: tuple[Match, ...] = ()
    active_match: int | None = None


class TurnPainting:
    """What is over which turn, so that painting a line asks only for its own."""

    def __init__(self) -> None:
        self.shown = TurnsState()
        self.selection: Selection | None = None
        self.caret: Place | None = None
        # Turns of agents whom the score does not go to.
        self.faint: frozenset[int] = frozenset()
        self._marks: dict[int, list[TurnMark]] = {}
        self._matches: dict[int, list[Match]] = {}

    def show(self, state: TurnsState) -> None:
        before, self.shown = self.shown, state
        if state.marks != before.marks:
            self._marks = {}
            for mark in state.marks:
                self._marks.setdefault(mark.turn, []).append(mark)
        if state.matches is not before.matches:
            self._matches = {}
            for match in state.matches:
                self._matches.setdefault(match.turn, []).append(match)

    def marks_on(self, position: int) -> Sequence[TurnMark]:
        return self._marks.get(position, ())

    def active_match(self) -> Match | None:
        active = self.shown.active_match
        return None if active is None else self.shown.matches[active]

    def paint(
        self, painter: QPainter, turn: Turn, text: TextBlock, at: QPointF, colours: Colours
    ) -> None:
        active = self.active_match()
        for match in self._matches.get(turn.position, ()):
            tint = QColor(colours.caution if match == active else colours.caution_soft)
            for box in text.rects(match.start_char, match.end_char):
                painter.fillRect(box.translated(at), tint)
        for mark in self.marks_on(turn.position):
            painter.setPen(QPen(QColor(kind_colour(mark.kind, colours)), _UNDERLINE))
            for box in text.rects(mark.start_char, mark.end_char):
                line = box.translated(at)
                painter.drawLine(line.bottomLeft(), line.bottomRight())
        painter.setPen(QColor(colours.muted if turn.position in self.faint else colours.text))
        text.draw(painter, at, self._styles(turn, colours))
        self._paint_corrections(painter, turn, text, at, colours)
        self._paint_caret(painter, turn, text, at, colours)

    def _paint_corrections(
        self, painter: QPainter, turn: Turn, text: TextBlock, at: QPointF, colours: Colours
    ) -> None:
        """Dots below the words: there for whoever looks for them, quiet for whoever reads."""
        if not turn.corrections:
            return
        pen = QPen(QColor(colours.muted), _DOTS, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for span in shown_spans(turn):
            for box in text.rects(*span):
                line = box.translated(at).translated(0, _BELOW)
                painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _paint_caret(
        self, painter: QPainter, turn: Turn, text: TextBlock, at: QPointF, colours: Colours
    ) -> None:
        if self.caret is None or self.caret[0] != turn.position:
            return
        box = text.caret(self.caret[1]).translated(at)
        painter.setPen(QPen(QColor(colours.accent), tokens.BORDER * 2))
        painter.drawLine(box.topLeft(), box.bottomLeft())

    def _styles(self, turn: Turn, colours: Colours) -> list[Styled]:
        styles = []
        word = self.shown.word
        if word is not None and turn.position == self.shown.current:
            said = QTextCharFormat()
            said.setForeground(QBrush(QColor(colours.accent)))
            said.setFontUnderline(True)
            styles.append(Styled(*word, said))
        active = self.active_match()
        if active is not None and active.turn == turn.position:
            found = QTextCharFormat()
            found.setForeground(QBrush(QColor(colours.on_accent)))
            styles.append(Styled(active.start_char, active.end_char, found))
        chosen = self.selection
        span = chosen.span_in(turn.position, len(turn.text)) if chosen else None
        if span is not None:
            form = QTextCharFormat()
            form.setBackground(QBrush(QColor(colours.accent)))
            form.setForeground(QBrush(QColor(colours.on_accent)))
            styles.append(Styled(*span, form))
        return styles
