"""Draws agreement from session to session with its intervals and the target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from qa_desktop.desktop.calibration.results.interval import number
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_HEIGHT = 150
_LEFT, _TOP, _BOTTOM = 40, 10, 26
_DOT = 4.5
_CAP = 4
_STEPS = (-0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_WIDEST_STEP = 150
_REACH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One session; `value` None: nothing could be counted. `hollow`: below the target; `square`:
    second opinions."""

    label: str
    told: str
    value: float | None
    low: float | None
    high: float | None
    hollow: bool
    square: bool = False


class TrendChart(QWidget):
    """Signal `point_chosen(int)`: a session was clicked.

    It says all in words too: its accessible description lists the points.
    """

    point_chosen = Signal(int)

    def __init__(self, theme: Theme, target_word: Callable[[float], str]) -> None:
        super().__init__()
        self._colours = theme.colours
        self._target_word = target_word
        self._points: Sequence[ChartPoint] = ()
        self._target = 0.0
        self.setMinimumHeight(tokens.scaled(_HEIGHT))
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_points(self, points: Sequence[ChartPoint], target: float) -> None:
        self._points = points
        self._target = target
        self.setAccessibleDescription(". ".join(point.told for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.READING_WIDTH, tokens.scaled(_HEIGHT))

    def place_of(self, index: int) -> QPointF:
        """Where a point stands; in the middle of its interval's room where it has no value."""
        value = self._points[index].value
        return QPointF(self._x(index), self._y(0.0 if value is None else value))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(tokens.TEXT_SMALL)
        painter.setFont(font)
        self._draw_axis(painter)
        colours = self._colours()
        painter.setPen(QPen(QColor(colours.muted), 1))
        known = [number for number, point in enumerate(self._points) if point.value is not None]
        for one, other in pairwise(known):
            painter.drawLine(self.place_of(one), self.place_of(other))
        for place, point in enumerate(self._points):
            self._draw_point(painter, place, point)

    def _draw_axis(self, painter: QPainter) -> None:
        colours = self._colours()
        for step in self._steps():
            y = self._y(step)
            painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))
            painter.setPen(QColor(colours.muted))
            room = QRectF(
                0, y - tokens.TEXT_SMALL, self._left() - tokens.SPACE, 2 * tokens.TEXT_SMALL
            )
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(step, 1)
            )
        y = self._y(self._target)
        painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))
        painter.setPen(QColor(colours.accent))
        word = self._target_word(self._target)
        wide = painter.fontMetrics().horizontalAdvance(word)
        painter.drawText(QPointF(self.width() - wide, y - tokens.TIGHT), word)

    def _draw_point(self, painter: QPainter, place: int, point: ChartPoint) -> None:
        colours = self._colours()
        x = self._x(place)
        painter.setPen(QColor(colours.muted))
        step = self._step()
        label = painter.fontMetrics().elidedText(
            point.label, Qt.TextElideMode.ElideRight, int(step - tokens.TIGHT)
        )
        below = QRectF(
            x - step / 2, self._plot().bottom() + tokens.SPACE, step, 2 * tokens.TEXT_SMALL
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, label)
        if point.value is None:
            middle = QRectF(x - step / 2, self._plot().center().y(), step, 2 * tokens.TEXT_SMALL)
            painter.drawText(middle, Qt.AlignmentFlag.AlignHCenter, "–")
            return
        ink = QColor(colours.text)
        if point.low is not None and point.high is not None:
            painter.setPen(QPen(ink, 1.5))
            top, bottom = self._y(point.high), self._y(point.low)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            for y in (top, bottom):
                painter.drawLine(QPointF(x - _CAP, y), QPointF(x + _CAP, y))
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QColor(colours.surface) if point.hollow else ink)
        centre = self.place_of(place)
        if point.square:
            painter.drawRect(QRectF(centre.x() - _DOT, centre.y() - _DOT, 2 * _DOT, 2 * _DOT))
        else:
            painter.drawEllipse(centre, _DOT, _DOT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if place is None else self._points[place].told)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(round(event.position().x()))
        if place is not None:
            self.point_chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(round(event.position().x())) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _at(self, x: int) -> int | None:
        near = [(abs(self._x(n) - x), n) for n in range(len(self._points))]
        distance, place = min(near, default=(_REACH + 1, 0))
        return place if distance <= _REACH else None

    def _steps(self) -> list[float]:
        least = min(
            [0.0, *(end for p in self._points for end in (p.value, p.low) if end is not None)]
        )
        return [step for step in _STEPS if step >= least - 0.2 or step >= 0]

    def _left(self) -> float:
        return tokens.scaled(_LEFT)

    def _plot(self) -> QRectF:
        bottom = tokens.scaled(_BOTTOM)
        return QRectF(
            self._left(), _TOP, self.width() - self._left(), self.height() - _TOP - bottom
        )

    def _step(self) -> float:
        return float(
            min(self._plot().width() / max(1, len(self._points)), tokens.scaled(_WIDEST_STEP))
        )

    def _x(self, place: int) -> float:
        return self._left() + self._step() * (place + 0.5)

    def _y(self, value: float) -> float:
        plot, low = self._plot(), self._steps()[0]
        share = (min(max(value, low), 1.0) - low) / (1.0 - low)
        return plot.bottom() - share * plot.height()
