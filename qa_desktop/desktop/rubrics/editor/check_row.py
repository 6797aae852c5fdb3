"""One line of the checks: where, and what is said, as high as its words need."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.rubrics.tree import Path

CHECK_ROLE = Qt.ItemDataRole.UserRole
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_UNBOUND = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    path: Path
    icon: str
    tone: str
    where: str
    said: str

    @property
    def words(self) -> str:
        return f"{self.where}: {self.said}" if self.where else self.said


class CheckDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, listing: QListWidget) -> None:
        super().__init__(listing)
        self._theme = theme
        self._list = listing

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        check = _check(index)
        if check is None:
            return QSize(0, tokens.HIT)
        room = self._words_area(QRect(0, 0, self._list.viewport().width(), _UNBOUND))
        height = self._where_height(check) + self._said_height(check, room.width())
        return QSize(0, max(height + 2 * tokens.SPACE, tokens.HIT))

    def _words_area(self, area: QRect) -> QRect:
        left = tokens.SPACE + tokens.ICON + tokens.SPACE
        return area.adjusted(left, tokens.SPACE, -tokens.SPACE, -tokens.SPACE)

    def _strong(self) -> QFont:
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _where_height(self, check: Check) -> int:
        return QFontMetrics(self._strong()).height() + 2 if check.where else 0

    def _said_height(self, check: Check, width: int) -> int:
        metrics = QFontMetrics(self._list.font())
        return metrics.boundingRect(QRect(0, 0, width, _UNBOUND), _WRAPPED, check.said).height()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        check = _check(index)
        area: QRect = option.rect
        if check is None:
            return
        colours = self._theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = self._list.hasFocus()
            painter.setPen(QPen(QColor(colours.accent), 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), tokens.RADIUS, tokens.RADIUS)
        colour: str = getattr(colours, check.tone)
        ratio = painter.device().devicePixelRatioF()
        mark = pixmap(check.icon, colour, tokens.ICON, ratio)
        painter.drawPixmap(area.left() + tokens.SPACE, area.top() + tokens.SPACE, mark)
        room = self._words_area(area)
        painter.setPen(QColor(colours.text))
        if check.where:
            painter.setFont(self._strong())
            metrics = QFontMetrics(self._strong())
            shown = metrics.elidedText(check.where, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop), shown)
            room.setTop(room.top() + self._where_height(check))
        painter.setFont(self._list.font())
        painter.drawText(room, _WRAPPED, check.said)
        painter.restore()


def _check(index: QModelIndex | QPersistentModelIndex) -> Check | None:
    line = index.data(CHECK_ROLE)
    check = getattr(line, "check", None)
    return check if isinstance(check, Check) else None
