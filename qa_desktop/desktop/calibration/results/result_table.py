"""The tables of the results: what stands in a row, the interval drawn, and everybody's answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from qa_desktop.desktop.calibration.results.result_cells import (
    RESULT_ROLE,
    DrawnAnswers,
    DrawnCoefficient,
    ResultDelegate,
)
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import CELL_ROLE, Cell

_LEAST_ANSWER = 46
_MOST_HEAD = 110
_LINE = 150
_LEAST_TITLE = 150

Drawn = Cell | DrawnCoefficient | DrawnAnswers


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`title` above it; `tooltip` explains it. `answers`: centred."""

    title: str
    tooltip: str = ""
    answers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """`key` is told when it is chosen; `tooltips` in the order of the cells, "" for none."""

    key: str
    cells: tuple[Drawn, ...]
    tooltips: tuple[str, ...]


class ResultTable(QTableWidget):
    """The first column is as wide as its words, as far as there is room, or takes what is left.

    Signals: `row_chosen(str key)` by a click or the keyboard; `opened(str key)` by Enter or a
    double click.
    """

    row_chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._delegate = ResultDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self._keys: tuple[str, ...] = ()
        self._showing = False
        self._widths: list[int] = []
        self.itemSelectionChanged.connect(self._choose)
        self.itemActivated.connect(lambda item: self.opened.emit(self._keys[item.row()]))
        theme.changed.connect(self.viewport().update)

    def show_rows(
        self, columns: Sequence[Column], rows: Sequence[TableRow], current: str | None = None
    ) -> None:
        """Tells nobody of the row that is `current`."""
        self._showing = True
        self._keys = tuple(row.key for row in rows)
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        for place, column in enumerate(columns):
            head = QTableWidgetItem(column.title)
            head.setToolTip(column.tooltip or column.title)
            side = Qt.AlignmentFlag.AlignHCenter if column.answers else Qt.AlignmentFlag.AlignLeft
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(place, head)
        for number, row in enumerate(rows):
            for place, (cell, tooltip) in enumerate(zip(row.cells, row.tooltips, strict=True)):
                self.setItem(number, place, _item(cell, tooltip, columns[place].title))
        self._size_columns(columns, rows)
        if current in self._keys:
            self.selectRow(self._keys.index(current))
        self._showing = False

    def _size_columns(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        header = self.horizontalHeader()
        metrics = self.fontMetrics()
        self._widths = []
        header.setMinimumSectionSize(tokens.scaled(_LEAST_ANSWER))
        for place, column in enumerate(columns):
            widths = [self._width(row.cells[place]) for row in rows]
            head = metrics.horizontalAdvance(column.title) + 2 * tokens.SPACE
            widths.append(min(head, tokens.scaled(_MOST_HEAD)) if column.answers else head)
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            least = tokens.scaled(_LEAST_ANSWER) if column.answers else 0
            self._widths.append(max([least, *widths]))
            self.setColumnWidth(place, self._widths[-1])
        self._fit_title()

    def _fit_title(self) -> None:
        """It has what its words need, the drawn line what is left; beside thirty reviewers both
        would vanish."""
        if not self._widths:
            return
        left = self.viewport().width() - sum(self._widths[2:])
        wanted, line = self._widths[:2]
        title = max(min(left - line, wanted), tokens.scaled(_LEAST_TITLE * 3 // 2))
        drawn = min(max(left - title, line), 2 * line)
        self.setColumnWidth(0, max(left - drawn, title))
        self.setColumnWidth(1, drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _width(self, cell: Drawn) -> int:
        if isinstance(cell, DrawnAnswers):
            return self._delegate.answers_width(cell)
        if isinstance(cell, DrawnCoefficient):
            return self._delegate.words_width(cell) + tokens.scaled(_LINE) + 2 * tokens.WIDE
        icon = tokens.ICON + tokens.SPACE if cell.icon else 0
        return self.fontMetrics().horizontalAdvance(cell.text) + icon + 3 * tokens.SPACE

    def current_key(self) -> str | None:
        row = self.currentRow()
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, 3 * tokens.ROW_HEIGHT)

    def _choose(self) -> None:
        key = self.current_key()
        if key is not None and not self._showing:
            self.row_chosen.emit(key)


def _item(cell: Drawn, tooltip: str, title: str) -> QTableWidgetItem:
    if isinstance(cell, Cell):
        made = QTableWidgetItem(cell.text)
        made.setData(CELL_ROLE, cell)
    elif isinstance(cell, DrawnCoefficient):
        made = QTableWidgetItem()
        made.setData(RESULT_ROLE, cell)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, cell.text())
    else:
        made = QTableWidgetItem()
        made.setData(RESULT_ROLE, cell)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {cell.cell.said}")
    made.setToolTip(tooltip)
    return made
