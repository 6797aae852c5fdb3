"""The command palette: search everything, from the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.desktop.window.palette_search import Entry, EntryKind

_ENTRY = Qt.ItemDataRole.UserRole
_ICONS = {
    EntryKind.ACTION: "keyboard",
    EntryKind.RECENT: "history",
    EntryKind.DRAFT: "pencil",
    EntryKind.COMMAND: "command",
    EntryKind.AGENT: "headphones",
    EntryKind.RUBRIC: "clipboard-list",
    EntryKind.INTERACTION: "message-square",
    EntryKind.TURN: "quote",
    EntryKind.COMMENT: "message-square-text",
}
_DETAIL_SHARE = 0.4
_ROWS_SHOWN = 10


class Palette(QDialog):
    """Signal `chosen(Entry)` after it has closed."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, find: Callable[[str], tuple[Entry, ...]], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", "true")
        self._find = find
        self.setAccessibleName(self.tr("Search everything"))
        self.field = SearchField(theme, self)
        self.field.name_it(self.tr("Find interactions, words, comments, rubrics, agents, commands"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setItemDelegate(_EntryDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._nothing = make_label("muted", self.tr("Nothing was found."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self._place(parent)
        self._search("")

    def _place(self, parent: QWidget) -> None:
        width = min(tokens.READING_WIDTH, parent.width() - 2 * tokens.LOOSE)
        height = (_ROWS_SHOWN + 1) * tokens.ROW_HEIGHT + tokens.LOOSE
        corner = parent.mapToGlobal(parent.rect().topLeft())
        left = corner.x() + (parent.width() - width) // 2
        self.setGeometry(QRect(left, corner.y() + tokens.HEADER_HEIGHT, width, height))

    def _search(self, query: str) -> None:
        self.list.clear()
        for entry in self._find(query):
            item = QListWidgetItem(entry.title)
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.detail}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        found = self.list.count() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            entry = item.data(_ENTRY)
            self.accept()
            self.chosen.emit(entry)

    def _move(self, by: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow(max(0, min(count - 1, self.list.currentRow() + by)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and _is_press(event):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS_SHOWN,
                Qt.Key.Key_PageUp: -_ROWS_SHOWN,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)


def _is_press(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress


class _EntryDelegate(QStyledItemDelegate):
    """Icon of the kind, title, and at the right where it lies."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, tokens.ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        colours = self._theme.colours()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), tokens.RADIUS, tokens.RADIUS)
        tone = colours.accent if selected else colours.muted
        ratio = painter.device().devicePixelRatioF()
        size = tokens.ICON
        top = area.top() + (area.height() - size) // 2
        painter.drawPixmap(
            area.left() + tokens.SPACE, top, pixmap(_ICONS[entry.kind], tone, size, ratio)
        )
        inner = area.adjusted(size + 2 * tokens.SPACE + tokens.TIGHT, 0, -tokens.SPACE, 0)
        self._words(painter, inner, entry)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        colours = self._theme.colours()
        middle = Qt.AlignmentFlag.AlignVCenter
        small = QFont(painter.font())
        small.setPixelSize(tokens.TEXT_SMALL)
        normal = painter.font()
        painter.setFont(small)
        metrics = painter.fontMetrics()
        room = int(area.width() * _DETAIL_SHARE)
        detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(detail)
        painter.setPen(QColor(colours.muted))
        painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignRight), detail)
        painter.setFont(normal)
        left = area.adjusted(0, 0, -width - tokens.WIDE, 0)
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(
            entry.title, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, int(middle), title)
