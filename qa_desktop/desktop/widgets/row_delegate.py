"""Paints the cells of tables."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import CELL_ROLE, Cell


class RowDelegate(QStyledItemDelegate):
    """Every row is as high as `tokens.ROW_HEIGHT`; the current row has a focus bar."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(tokens.HIT, tokens.ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        made: Cell | None = index.data(CELL_ROLE)
        painter.save()
        # Not from the option's state: loading QStyle for it takes 4 ms of the window's start.
        selected = self._table.selectionModel().isSelected(index)
        self._ground(painter, area, index, selected=selected)
        if made is not None:
            inner = area.adjusted(tokens.SPACE, 0, -tokens.SPACE, 0)
            if made.chips:
                self._chips(painter, inner, made.chips)
            else:
                self._text(painter, inner, made)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        colours = self._theme.colours()
        if selected:
            _fill(painter, area, colours.accent_soft)
        painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        current = self._table.hasFocus() and self._table.currentIndex().row() == index.row()
        if current and index.column() == 0:
            bar = QRect(area.left(), area.top(), tokens.TIGHT - 1, area.height() - 1)
            _fill(painter, bar, colours.accent)

    def _text(self, painter: QPainter, area: QRect, made: Cell) -> None:
        colours = self._theme.colours()
        tone: str = getattr(colours, made.tone)
        if made.icon:
            size = tokens.ICON_SMALL + 2
            ratio = painter.device().devicePixelRatioF()
            top = area.top() + (area.height() - size) // 2
            icon_tone: str = getattr(colours, made.icon_tone) if made.icon_tone else tone
            painter.drawPixmap(area.left(), top, pixmap(made.icon, icon_tone, size, ratio))
            area = area.adjusted(size + tokens.SPACE, 0, 0, 0)
        font = QFont(self._table.font())
        if made.strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tone))
        side = Qt.AlignmentFlag.AlignRight if made.number else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(made.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _chips(self, painter: QPainter, area: QRect, chips: tuple[str, ...]) -> None:
        colours = self._theme.colours()
        font = QFont(self._table.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = tokens.CHIP_HEIGHT - tokens.TIGHT
        left = area.left()
        top = area.top() + (area.height() - height) // 2
        for number, chip in enumerate(chips):
            more = len(chips) - number
            whole = metrics.horizontalAdvance(chip) + 2 * tokens.SPACE + 2
            rest = 0 if more == 1 else metrics.horizontalAdvance(f"+{more}") + tokens.SPACE
            room = area.right() - left - rest
            if whole > room and number:
                painter.setPen(QColor(colours.muted))
                where = QRect(left, area.top(), area.right() - left, area.height())
                painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), f"+{more}")
                return
            width = min(whole, room)
            body = QRect(left, top, width, height)
            painter.setPen(QColor(colours.border))
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(body, height / 2, height / 2)
            painter.setPen(QColor(colours.muted))
            inner = width - 2 * tokens.SPACE
            shown = metrics.elidedText(chip, Qt.TextElideMode.ElideRight, inner)
            painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), shown)
            left += width + tokens.TIGHT


def _fill(painter: QPainter, area: QRect, colour: str) -> None:
    # fillRect would first make PySide load all classes of gradients.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
