"""A call's transcript: moment, speaker and words, the turn being spoken lit."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from qa_desktop.desktop.review.turns.turn_canvas import TurnCanvas
from qa_desktop.desktop.review.turns.turn_layout import LEADING, TextBlock
from qa_desktop.desktop.review.turns.turn_rows import Line
from qa_desktop.desktop.review.turns.turn_scroll import EAGER_LINES
from qa_desktop.desktop.review.words import is_machine_id, length_words, speaker_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.interactions.model import Role, Turn

_PAD = 6
_GAP = tokens.WIDE
_MOST_SPEAKER = 120
LONG_GAP_MS = 5_000


class TranscriptView(TurnCanvas):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._turns: tuple[Turn, ...] = ()
        # Of each turn, narrow letters and wide ones.
        self._letters: list[tuple[int, int]] = []
        self._time_room = 0
        self._speaker_room = 0
        self._several_agents = False

    def show_transcript(self, turns: Sequence[Turn]) -> None:
        self._turns = tuple(turns)
        agents = {turn.author for turn in turns if turn.role is Role.AGENT}
        self._several_agents = len(agents) > 1
        self._letters = [_letters(turn.text) for turn in self._turns]
        self.lay_out()

    def make_lines(self, width: float) -> list[Line]:
        self._time_room, self._speaker_room = self._time_width(), self._speaker_width()
        lines = []
        top = 0.0
        before: Turn | None = None
        later = len(self._turns) > EAGER_LINES
        guess = self._guess(width)
        height = float(self.fontMetrics().height())
        for turn, letters in zip(self._turns, self._letters, strict=True):
            gap_ms = _gap_ms(before, turn)
            if gap_ms >= LONG_GAP_MS:
                lines.append(Line(top=top, height=height, data=gap_ms))
                top += height
            before = turn
            line = Line(top=top, height=0.0, turn=turn, pending=later)
            if later:
                line.height = guess(*letters)
            else:
                self.measure_line(line, width)
            lines.append(line)
            top += line.height
        return lines

    def measure_line(self, line: Line, width: float) -> None:
        if line.turn is None:
            return
        left = self._text_left()
        line.text = TextBlock(line.turn.text, self.font(), self._text_room(width))
        line.text_at = QPointF(left, _PAD)
        line.height = max(line.text.height, self.fontMetrics().height()) + 2 * _PAD

    def _text_left(self) -> float:
        return tokens.SPACE + self._time_room + _GAP + self._speaker_room + _GAP

    def _text_room(self, width: float) -> float:
        return min(width - self._text_left() - tokens.WIDE, tokens.COLUMN_CAP)

    def _guess(self, width: float) -> Callable[[int, int], float]:
        """About how high a turn of so many narrow and wide letters will be: near enough for a
        scroll bar until it is measured."""
        metrics, room = self.fontMetrics(), max(self._text_room(width), 1)
        narrow, line = metrics.averageCharWidth(), metrics.height()

        def height(narrow_letters: int, wide_letters: int) -> float:
            count = max(ceil((narrow_letters * narrow + wide_letters * line) / room), 1)
            return count * (line + LEADING) + 2 * _PAD

        return height

    def _speaker(self, turn: Turn) -> str:
        """The role, or the name where the role does not tell one from another."""
        told = turn.speaker is not None and bool(turn.speaker.name)
        one_of_several = turn.role is Role.AGENT and self._several_agents
        if turn.author and (told or one_of_several):
            return speaker_words(turn.role, turn.author)
        named = turn.role is Role.OTHER and turn.author and not is_machine_id(turn.author)
        return speaker_words(turn.role, turn.author if named else None)

    def _time_width(self) -> int:
        longest = max((turn.start_ms or 0 for turn in self._turns), default=0)
        return self.fontMetrics().horizontalAdvance(moment_text(longest)) + tokens.TIGHT

    def _speaker_width(self) -> int:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        names = {self._speaker(turn) for turn in self._turns}
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return min(widest + tokens.SPACE, tokens.scaled(_MOST_SPEAKER))

    def paint_line(self, painter: QPainter, line: Line, top: float, width: float) -> None:
        turn = line.turn
        if turn is None:
            self._paint_gap(painter, line, top)
            return
        colours = self.theme.colours()
        if turn.position == self.shown.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            ground = QRectF(0, top + 1, width, line.height - 2)
            painter.drawRoundedRect(ground, tokens.RADIUS, tokens.RADIUS)
        height = self.fontMetrics().height()
        painter.setFont(self.font())
        painter.setPen(QColor(colours.muted))
        time_box = QRectF(tokens.SPACE, top + _PAD, self._time_room, height)
        if turn.start_ms is not None:
            painter.drawText(time_box, Qt.AlignmentFlag.AlignVCenter, moment_text(turn.start_ms))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        faint = self.is_faint(turn.position)
        painter.setPen(QColor(colours.muted if faint else role_colour(turn.role, colours)))
        box = QRectF(time_box.right() + _GAP, top + _PAD, self._speaker_room + _GAP, height)
        name = painter.fontMetrics().elidedText(
            self._speaker(turn), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self.font())

    def _paint_gap(self, painter: QPainter, line: Line, top: float) -> None:
        """Beside the column of the words, as a note on what was not said."""
        font = QFont(self.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours().caution))
        box = QRectF(self._text_left(), top, tokens.READING_WIDTH, line.height)
        gap_ms = line.data if isinstance(line.data, int) else 0
        words = self.tr("{0} without a word").format(length_words(gap_ms))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.font())


def _letters(text: str) -> tuple[int, int]:
    """Narrow and wide ones: what takes three bytes is nearly always Chinese."""
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    return len(text) - wide, wide


def _gap_ms(before: Turn | None, turn: Turn) -> int:
    """0 where the times are not known."""
    if before is None or before.end_ms is None or turn.start_ms is None:
        return 0
    return max(turn.start_ms - before.end_ms, 0)


def role_colour(role: Role, colours: Colours) -> str:
    match role:
        case Role.AGENT:
            return colours.agent
        case Role.CUSTOMER:
            return colours.customer
        case _:
            return colours.muted


def role_soft_colour(role: Role, colours: Colours) -> str:
    match role:
        case Role.AGENT:
            return colours.agent_soft
        case Role.CUSTOMER:
            return colours.customer_soft
        case _:
            return colours.raised
