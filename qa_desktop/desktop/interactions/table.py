"""The list itself: sorting by the header, opening with Enter, widths that stay."""

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qa_desktop.desktop.interactions.columns import Column
from qa_desktop.desktop.interactions.model import InteractionsModel
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.row_delegate import RowDelegate
from qa_desktop.reviews.listing_store import ListingRow, Sort

_MEMORY = "interactions/columns"


class InteractionsTable(QTableView):
    """Signals: `opened(ListingRow)` by Enter or double click, `sort_requested(Sort, bool)` with
    whether descending, `menu_requested(QPoint)` with the global place."""

    opened = Signal(object)
    sort_requested = Signal(object, bool)
    menu_requested = Signal(object)

    def __init__(self, theme: Theme, model: InteractionsModel, memory: QSettings) -> None:
        super().__init__()
        self._rows = model
        self._memory = memory
        self._fitting = True
        # Asked for Qt's own, PySide looks through every class it knows for what it might be, which
        # takes longer than all else in this table.
        self.setViewport(QWidget())
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tokens.ROW_HEIGHT)
        self._set_up_header()
        self.activated.connect(self._open)
        theme.changed.connect(self.viewport().update)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(tokens.HIT * 2)
        header.setFixedHeight(tokens.BUTTON_HEIGHT + tokens.TIGHT)
        for column in Column:
            self.setColumnWidth(column, column.width)
        header.setStretchLastSection(True)
        kept = self._memory.value(_MEMORY)
        if isinstance(kept, list) and len(kept) == len(Column):
            for column, width in zip(Column, kept, strict=True):
                self.setColumnWidth(column, int(width))
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(lambda *_: self._keep_widths())

    def show_sort(self, sort: Sort, *, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        column = next(c for c in Column if c.sort is sort)
        self.horizontalHeader().setSortIndicator(column, order)

    def current_row(self) -> ListingRow | None:
        """The one that Enter opens."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[ListingRow]:
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for number in numbers if (row := self._rows.row(number)) is not None]

    def fit_columns(self) -> None:
        """Spreads the columns over the width, unless their widths were chosen by hand."""
        if self._memory.contains(_MEMORY):
            self._fitting = False
            return
        spare = max(0, self.viewport().width() - sum(column.width for column in Column))
        self._fitting = True
        for column in Column:
            self.setColumnWidth(column, column.width + int(spare * column.share))
        self._fitting = False

    def _keep_widths(self) -> None:
        if self._fitting:
            return
        self._memory.setValue(_MEMORY, [self.columnWidth(column) for column in Column])

    def _sort(self, section: int) -> None:
        sort = Column(section).sort
        if sort is None:
            return
        header = self.horizontalHeader()
        # Qt has already turned the arrow; what is new begins with the best, latest or longest.
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sort_requested.emit(sort, descending)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(area.bottomLeft())
        self.menu_requested.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
