"""One line of the library: title above; version, channels and the hash's beginning below."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qa_desktop.desktop.local_time import day_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.rubrics.model import Rubric

TITLE_ROLE = Qt.ItemDataRole.UserRole + 1
FACTS_ROLE = Qt.ItemDataRole.UserRole + 2

_HASH_DIGITS = 8
_ROW_HEIGHT = 52


def facts(rubric: Rubric) -> str:
    """Version, channels, since when, and how the hash begins."""
    told = [f"v{rubric.version}", *(channel_word(channel) for channel in rubric.channels)]
    if rubric.effective_from is not None:
        since = QCoreApplication.translate("Rubrics", "since {0}")
        told.append(since.format(day_text(rubric.effective_from)))
    told.append(rubric.content_hash.removeprefix("sha256:")[:_HASH_DIGITS])
    return " · ".join(told)


def channel_word(channel: str) -> str:
    words = {
        "voice": QCoreApplication.translate("Rubrics", "calls"),
        "chat": QCoreApplication.translate("Rubrics", "chats"),
        "ticket": QCoreApplication.translate("Rubrics", "tickets"),
    }
    return words.get(channel, channel)


class RubricDelegate(QStyledItemDelegate):
    """Paints the two lines; what doesn't fit is shortened."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, tokens.scaled(_ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = self._theme.colours()
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area, tokens.RADIUS, tokens.RADIUS)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        upper = area.adjusted(tokens.SPACE, tokens.SPACE, -tokens.SPACE, -area.height() // 2)
        _line(painter, upper, index.data(TITLE_ROLE), font, colours.text)
        small = QFont(painter.font())
        small.setPixelSize(tokens.TEXT_SMALL)
        small.setWeight(QFont.Weight.Normal)
        lower = area.adjusted(tokens.SPACE, area.height() // 2, -tokens.SPACE, -tokens.SPACE)
        _line(painter, lower, index.data(FACTS_ROLE), small, colours.muted)
        painter.restore()


def _line(painter: QPainter, area: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
