"""How each item was answered, version by version."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.rubrics.versions.spark_line import LINE_ROLE, SparkDelegate
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.reviews.trends import ItemAverage, ItemTrend

_LINE_WIDTH = 96
_CHANGED = "≠"


class TrendTable(Retranslated):
    """Items down, versions across; what changed in an item's words or score is marked."""

    def __init__(self, theme: Theme, language: Callable[[], str]) -> None:
        super().__init__()
        self._language = language
        self._shown: Sequence[ItemTrend] = ()
        self._title = make_label("heading")
        self._told = make_label("small", wrap=True)
        self.table = CellTable(theme)
        self._sparks = SparkDelegate(theme, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        column.addWidget(self._title)
        column.addWidget(self._told)
        # Beside a very wide column the figures would stand far from their item.
        self.table.setMaximumWidth(tokens.COLUMN_CAP)
        row = QHBoxLayout()
        row.addWidget(self.table, 1)
        row.addStretch()
        column.addLayout(row, 1)
        theme.changed.connect(self.table.viewport().update)
        self.retranslate()

    def show_trends(self, trends: Sequence[ItemTrend]) -> None:
        self._shown = trends
        language = self._language()
        versions = sorted({one.version for trend in trends for one in trend.averages})
        titles = [self.tr("Item"), *(f"v{version}" for version in versions), self.tr("Trend")]
        rows = []
        for trend in trends:
            by_version = {one.version: one for one in trend.averages}
            cells = [Cell(text=trend.title.to(language), tooltip=trend.section.to(language))]
            cells += [self._cell(by_version.get(version)) for version in versions]
            rows.append([*cells, Cell()])
        self.table.show_rows(titles, rows, wide=0)
        last = len(titles) - 1
        self.table.setItemDelegateForColumn(last, self._sparks)
        self.table.setColumnWidth(last, tokens.scaled(_LINE_WIDTH))
        for number, trend in enumerate(trends):
            item = self.table.item(number, last)
            if item is not None:
                item.setData(LINE_ROLE, _line(trend, versions))
                item.setToolTip(self._spoken(trend))

    def _cell(self, one: ItemAverage | None) -> Cell:
        if one is None:
            return Cell(text="–", tone="muted", number=True, tooltip=self.tr("Not in this version"))
        text = "–" if one.mean is None else _percent(one.mean)
        told = [self.tr("%n answer(s)", "", one.count)]
        if one.na:
            told.append(self.tr("%n N/A", "", one.na))
        if one.reworded:
            told.append(self.tr("reads otherwise than before"))
        if one.rescored:
            told.append(self.tr("scored otherwise than before"))
        changed = one.reworded or one.rescored
        if changed:
            text = f"{_CHANGED} {text}"
        tone = "text" if one.mean is not None else "muted"
        return Cell(text=text, tone=tone, number=True, tooltip=" · ".join(told))

    def _spoken(self, trend: ItemTrend) -> str:
        return ", ".join(
            f"v{one.version} {_percent(one.mean)}" for one in trend.averages if one.mean is not None
        )

    def retranslate(self) -> None:
        self._title.setText(self.tr("Items from version to version"))
        self._told.setText(
            self.tr(
                "Average of what could be earned, in submitted reviews. {0}: the item reads or"
                " scores otherwise than in the version before."
            ).format(_CHANGED)
        )
        self.table.setAccessibleName(self.tr("Items from version to version"))
        self.show_trends(self._shown)


def _percent(mean: Fraction) -> str:
    return f"{round(float(mean) * 100)} %"


def _line(trend: ItemTrend, versions: Sequence[int]) -> list[tuple[float | None, bool]]:
    by_version = {one.version: one for one in trend.averages}
    line: list[tuple[float | None, bool]] = []
    for version in versions:
        one = by_version.get(version)
        if one is None or one.mean is None:
            line.append((None, False))
        else:
            line.append((float(one.mean), one.reworded or one.rescored))
    return line
