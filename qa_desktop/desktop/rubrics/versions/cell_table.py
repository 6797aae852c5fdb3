"""A table to read, row by row."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import CELL_ROLE, Cell
from qa_desktop.desktop.widgets.row_delegate import RowDelegate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellTable(QTableWidget):
    """Signals: `opened(int row)` by Enter or a double click; `row_chosen(int)`."""

    opened = Signal(int)
    row_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(RowDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.row()))
        self.itemSelectionChanged.connect(lambda: self.row_chosen.emit(self.currentRow()))

    def show_rows(
        self, titles: Sequence[str], rows: Sequence[Sequence[Cell]], *, wide: int = 0
    ) -> None:
        """`wide`: the column that takes what room is left. Keeps the current row's place."""
        current = self.currentRow()
        self.setColumnCount(len(titles))
        self.setRowCount(len(rows))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setToolTip(title)
            side = Qt.AlignmentFlag.AlignLeft
            if rows and rows[0][column].number:
                side = Qt.AlignmentFlag.AlignRight
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, head)
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.text)
                item.setData(CELL_ROLE, cell)
                item.setToolTip(cell.tooltip or cell.text)
                self.setItem(number, column, item)
        self._size_columns(rows, titles, wide)
        if rows:
            self.selectRow(min(max(current, 0), len(rows) - 1))

    def _size_columns(
        self, rows: Sequence[Sequence[Cell]], titles: Sequence[str], wide: int
    ) -> None:
        """As wide as the widest of each, by hand: the delegate does not tell."""
        header = self.horizontalHeader()
        metrics = self.fontMetrics()
        for column, title in enumerate(titles):
            if column == wide:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            texts = [title, *(cells[column].text for cells in rows)]
            icon = any(cells[column].icon for cells in rows)
            room = max(metrics.horizontalAdvance(text) for text in texts) * 11 // 10
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            around = 3 * tokens.SPACE + (tokens.ICON + tokens.SPACE if icon else 0)
            self.setColumnWidth(column, room + around)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, 3 * tokens.ROW_HEIGHT)

    def rows_height(self, most: int) -> int:
        """Of so many rows at most, with the headings."""
        rows = min(self.rowCount(), most)
        return self.horizontalHeader().sizeHint().height() + rows * tokens.ROW_HEIGHT + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.currentRow() >= 0:
                self.opened.emit(self.currentRow())
            return
        super().keyPressEvent(event)
