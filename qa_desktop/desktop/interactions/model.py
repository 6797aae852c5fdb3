"""The list's rows for Qt, fetched page by page as they come into view."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qa_desktop.desktop.interactions.cells import cell, header_text
from qa_desktop.desktop.interactions.columns import Column
from qa_desktop.desktop.widgets.cell import CELL_ROLE, Cell
from qa_desktop.reviews.listing_store import ListingRow

_PAGE = 128
_PAGES_KEPT = 24
_Index = QModelIndex | QPersistentModelIndex


ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class InteractionsModel(QAbstractTableModel):
    """`CELL_ROLE` gives a Cell, `ROW_ROLE` the ListingRow."""

    def __init__(
        self,
        rows: Callable[[int, int], list[ListingRow]],
        grade_title: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        """`rows(offset, limit)` reads one page; `grade_title(id)` names a grade."""
        super().__init__(parent)
        self._rows = rows
        self._grade_title = grade_title
        self._total = 0
        self._pages: OrderedDict[int, list[ListingRow]] = OrderedDict()

    def show_total(self, total: int) -> None:
        """Everything may have changed; there are `total` rows now."""
        self.beginResetModel()
        self._pages.clear()
        self._total = total
        self.endResetModel()

    def words_changed(self) -> None:
        """The language or a grade's name: the same rows in other words."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(Column) - 1))

    def row(self, number: int) -> ListingRow | None:
        """None where the list has become shorter since it was counted."""
        page, place = divmod(number, _PAGE)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self._rows(page * _PAGE, _PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            CELL_ROLE,
            ROW_ROLE,
        ):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        made = cell(row, Column(index.column()), self._grade_title)
        return made if role == CELL_ROLE else _text(made, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return header_text(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


def _text(made: Cell, role: int) -> str | None:
    if role == Qt.ItemDataRole.ToolTipRole:
        return made.tooltip or None
    return made.text or made.tooltip
