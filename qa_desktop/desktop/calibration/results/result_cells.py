"""Paints the cells of the results' tables: answers, coefficients with their interval, titles."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from qa_desktop.calibration.agreement.model import Coefficient
from qa_desktop.desktop.calibration.results.interval import (
    Axis,
    draw_interval,
    interval_text,
    number,
)
from qa_desktop.desktop.calibration.results.state import AnswerCell, Piece
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.row_delegate import RowDelegate

RESULT_ROLE = Qt.ItemDataRole.UserRole + 30
_CORNER = 6
_GAP = 6
_LEAST_LINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCoefficient:
    """`note` stands where there is no value; `tone` names a colour of the theme."""

    coefficient: Coefficient
    axis: Axis
    tone: str
    note: str = ""
    decimals: int = 2
    signed: bool = False

    def figure(self) -> str:
        value = self.coefficient.value
        return "" if value is None else number(value, self.decimals, signed=self.signed)

    def interval(self) -> str:
        return interval_text(self.coefficient, self.decimals, signed=self.signed)

    def text(self) -> str:
        return self.note or " ".join(part for part in (self.figure(), self.interval()) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnAnswers:
    """`strong`: the reference's."""

    cell: AnswerCell
    strong: bool = False


class ResultDelegate(RowDelegate):
    """What a cell shows lies under RESULT_ROLE: DrawnCoefficient or DrawnAnswers; other cells are
    as in every table."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, table)
        self._look = theme.colours
        self._view = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        drawn = index.data(RESULT_ROLE)
        area: QRect = option.rect
        painter.save()
        if isinstance(drawn, DrawnAnswers):
            self._answers(painter, area, drawn)
        elif isinstance(drawn, DrawnCoefficient):
            self._coefficient(painter, area, drawn)
        painter.restore()

    def _coefficient(self, painter: QPainter, area: QRect, drawn: DrawnCoefficient) -> None:
        look = self._look()
        inner = area.adjusted(tokens.SPACE, 0, -tokens.SPACE, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if drawn.coefficient.value is None:
            painter.setPen(QColor(look.muted))
            metrics = painter.fontMetrics()
            note = metrics.elidedText(drawn.note, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, middle, note)
            return
        tone: str = getattr(look, drawn.tone)
        bold = strong(self._view.font())
        words = self.words_width(drawn)
        line = inner.width() - words - tokens.WIDE
        if line >= _LEAST_LINE:
            place = QRectF(inner.left() + _GAP, inner.top(), line - _GAP, inner.height())
            draw_interval(
                painter,
                place.adjusted(0, tokens.SPACE + 2, 0, -tokens.SPACE - 2),
                drawn.coefficient,
                drawn.axis,
                tone,
                look,
            )
        words_at = inner.adjusted(inner.width() - words, 0, 0, 0)
        painter.setFont(bold)
        painter.setPen(QColor(tone))
        painter.drawText(words_at, middle, drawn.figure())
        figure = QFontMetrics(bold).horizontalAdvance(drawn.figure())
        painter.setFont(self._view.font())
        painter.setPen(QColor(look.muted))
        painter.drawText(words_at.adjusted(figure + _GAP, 0, 0, 0), middle, drawn.interval())

    def words_width(self, drawn: DrawnCoefficient) -> int:
        """Of figure and interval, one width for the whole column: digits are of one width."""
        bold = QFontMetrics(strong(self._view.font()))
        sign = "−" if drawn.axis.low < 0 or drawn.signed else ""
        whole = "00" if drawn.decimals == 1 else "0"
        figure = f"{sign}{whole}.{'0' * drawn.decimals}"
        plain = QFontMetrics(self._view.font())
        return (
            bold.horizontalAdvance(figure) + _GAP + plain.horizontalAdvance(f"[{figure}, {figure}]")
        )

    def _answers(self, painter: QPainter, area: QRect, drawn: DrawnAnswers) -> None:
        look = self._look()
        if drawn.cell.odd_count:
            body = area.adjusted(0, 0, 0, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.caution_soft))
            painter.drawRect(body)
            # Seen without colours too.
            painter.setBrush(QColor(look.caution))
            corner = QPointF(body.right() + 1, body.top())
            triangle = [corner, corner + QPointF(-_CORNER, 0), corner + QPointF(0, _CORNER)]
            painter.drawPolygon(QPolygonF(triangle))
        widths = [self._width(piece, drawn) for piece in drawn.cell.pieces]
        left = area.left() + (area.width() - sum(widths) - _GAP * (len(widths) - 1)) / 2
        for piece, width in zip(drawn.cell.pieces, widths, strict=True):
            painter.setFont(self._font(piece, drawn))
            painter.setPen(QColor(look.caution if piece.odd else look.text))
            place = QRectF(left, area.top(), width + 1, area.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), piece.text)
            left += width + _GAP

    def _font(self, piece: Piece, drawn: DrawnAnswers) -> QFont:
        font = strong(self._view.font()) if piece.odd or drawn.strong else self._view.font()
        if piece.odd and len(drawn.cell.pieces) > 1:
            font.setUnderline(True)
        return font

    def _width(self, piece: Piece, drawn: DrawnAnswers) -> int:
        return QFontMetrics(self._font(piece, drawn)).horizontalAdvance(piece.text)

    def answers_width(self, drawn: DrawnAnswers) -> int:
        widths = [self._width(piece, drawn) for piece in drawn.cell.pieces]
        return sum(widths) + _GAP * (len(widths) - 1) + 2 * tokens.SPACE


def strong(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
