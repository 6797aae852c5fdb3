"""Paints how an item was answered from version to version."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.row_delegate import RowDelegate

LINE_ROLE = Qt.ItemDataRole.UserRole + 20
_DOT = 2.5
_PEN = 1.5


class SparkDelegate(RowDelegate):
    """A row's line lies under LINE_ROLE: shares of 1, None where there is none; a hollow point
    where the item's words or score changed."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, table)
        self._colours_of = theme.colours

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        line = index.data(LINE_ROLE)
        if line:
            area = QRectF(option.rect).adjusted(
                tokens.SPACE, tokens.SPACE, -tokens.SPACE, -tokens.SPACE
            )
            self._draw(painter, area, line)

    def _draw(
        self, painter: QPainter, area: QRectF, line: Sequence[tuple[float | None, bool]]
    ) -> None:
        colours = self._colours_of()
        step = area.width() / max(1, len(line) - 1)
        points = [
            (QPointF(area.left() + place * step, area.bottom() - value * area.height()), changed)
            for place, (value, changed) in enumerate(line)
            if value is not None
        ]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(QColor(colours.accent), _PEN))
        for (one, _), (other, _) in pairwise(points):
            painter.drawLine(one, other)
        for point, changed in points:
            painter.setBrush(QColor(colours.surface if changed else colours.accent))
            painter.drawEllipse(point, _DOT, _DOT)
        painter.restore()
