"""Draws a coefficient with its interval on a line, and writes it in figures."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qa_desktop.calibration.agreement.model import Coefficient
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours

_BAR = 3.0
_DOT = 5.0
_END = 4.0
_STEP = 0.2
_MINUS = "−"


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, with a line at `mark`: the target, or zero."""

    low: float
    high: float
    mark: float | None = None


def agreement_axis(coefficients: Iterable[Coefficient], target: float) -> Axis:
    """From zero, or as far below as anything reaches, in fifths; to one."""
    known = [low for c in coefficients for low in (c.value, c.ci_low) if low is not None]
    least = min([0.0, *known])
    return Axis(max(math.floor(least / _STEP) * _STEP, -1.0), 1.0, target)


def points_axis(coefficients: Iterable[Coefficient]) -> Axis:
    """Points on both sides of zero, as far as anything reaches."""
    known = [abs(v) for c in coefficients for v in (c.value, c.ci_low, c.ci_high) if v is not None]
    most = max([1.0, *known])
    return Axis(-most, most, 0.0)


def number(value: float, decimals: int = 2, *, signed: bool = False) -> str:
    """With a true minus; never a minus before zero."""
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0:
        return text
    plus = "+" if signed else ""
    return f"{_MINUS}{text}" if value < 0 else f"{plus}{text}"


def interval_text(coefficient: Coefficient, decimals: int = 2, *, signed: bool = False) -> str:
    """ "[−0.08, 0.44]", "" where there is none."""
    if coefficient.ci_low is None or coefficient.ci_high is None:
        return ""
    low = number(coefficient.ci_low, decimals, signed=signed)
    return f"[{low}, {number(coefficient.ci_high, decimals, signed=signed)}]"


def draw_interval(
    painter: QPainter, area: QRectF, coefficient: Coefficient, axis: Axis, tone: str, look: Colours
) -> None:
    """The whole line, the interval thick on it, the value a dot; an end beyond the line is open.

    `tone`: a colour.
    """
    middle = area.center().y()

    def x(value: float) -> float:
        inside = min(max(value, axis.low), axis.high)
        return area.left() + (inside - axis.low) / (axis.high - axis.low) * area.width()

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.border), tokens.BORDER))
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
    if axis.mark is not None:
        pen = QPen(QColor(look.muted), tokens.BORDER, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        at, half = x(axis.mark), area.height() / 2
        painter.drawLine(QPointF(at, middle - half), QPointF(at, middle + half))
    low, high = coefficient.ci_low, coefficient.ci_high
    if low is not None and high is not None:
        bar = QColor(tone)
        bar.setAlphaF(0.45 if not look.high_contrast else 1.0)
        thick = QPen(bar, _BAR)
        thick.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(thick)
        painter.drawLine(QPointF(x(low), middle), QPointF(x(high), middle))
        painter.setPen(QPen(QColor(tone), tokens.BORDER))
        for end in (low, high):
            if axis.low <= end <= axis.high:
                painter.drawLine(QPointF(x(end), middle - _END), QPointF(x(end), middle + _END))
    if coefficient.value is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone))
        painter.drawEllipse(QPointF(x(coefficient.value), middle), _DOT, _DOT)
    painter.restore()
