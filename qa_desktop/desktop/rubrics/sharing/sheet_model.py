"""The cells of a sheet as a table shows them, with what is taken from which row."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.rubrics.exchange.grid import Grid, column_letters

Index = QModelIndex | QPersistentModelIndex
_MOST_SHOWN = 400


class SheetModel(QAbstractTableModel):
    """Headings are bold; rows that nothing is taken from are muted; problems have their colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = Grid(file="", name="", rows=())
        self._first_row = 0
        self._used: frozenset[int] = frozenset()
        self._wrong: frozenset[tuple[int, int]] = frozenset()

    def show_grid(self, grid: Grid) -> bool:
        """Whether it is another one than before."""
        if grid is self._grid:
            return False
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()
        return True

    def show_reading(
        self, first_row: int, used: frozenset[int], wrong: frozenset[tuple[int, int]]
    ) -> None:
        """`used`: rows that items come from; `wrong`: cells that something is wrong with."""
        self._first_row, self._used, self._wrong = first_row, used, wrong
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else min(self._grid.height, _MOST_SHOWN)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._grid.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        cell = self._grid.cell(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text.replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column_letters(column)}{row + 1} {cell.text}"
            case Qt.ItemDataRole.FontRole if row < self._first_row:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole:
                colours = self._theme.colours()
                if (row, column) in self._wrong:
                    return QColor(colours.caution)
                return QColor(colours.text if row in self._used else colours.muted)
            case Qt.ItemDataRole.BackgroundRole if (row, column) in self._wrong:
                return QColor(self._theme.colours().caution_soft)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return column_letters(section)
