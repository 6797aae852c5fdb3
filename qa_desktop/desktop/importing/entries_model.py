"""The preview's lines for Qt."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.interactions.cells import kind_word
from qa_desktop.desktop.local_time import duration_text
from qa_desktop.desktop.widgets.cell import CELL_ROLE, Cell
from qa_desktop.interactions.importing import PlanEntry, State

_Index = QModelIndex | QPersistentModelIndex
_LOOK = {
    State.TAKE: ("circle-check", "good"),
    State.SKIP: ("circle-alert", "muted"),
    State.FAIL: ("circle-x", "bad"),
}


class EntryColumn(IntEnum):
    STATE = 0
    FILE = 1
    KIND = 2
    AGENT = 3
    SIZE = 4
    NOTE = 5


class EntriesModel(QAbstractTableModel):
    def __init__(self, what: Callable[[Problem], str], parent: QObject | None = None) -> None:
        """`what(problem)` says in the language of the moment what happened."""
        super().__init__(parent)
        self._what = what
        self._entries: Sequence[PlanEntry] = ()

    def show_entries(self, entries: Sequence[PlanEntry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, number: int) -> PlanEntry | None:
        return self._entries[number] if 0 <= number < len(self._entries) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(EntryColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        made = self._cell(self._entries[index.row()], EntryColumn(index.column()))
        if role == CELL_ROLE:
            return made
        return made.tooltip if role == Qt.ItemDataRole.ToolTipRole else made.text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _header(EntryColumn(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cell(self, entry: PlanEntry, column: EntryColumn) -> Cell:
        if column is EntryColumn.STATE:
            icon, tone = _LOOK[entry.state]
            if entry.warnings:
                icon, tone = "triangle-alert", "caution"
            return Cell(text=state_word(entry.state), icon=icon, tone=tone)
        if column is EntryColumn.FILE:
            return Cell(
                text=entry.title, strong=True, tooltip="\n".join((entry.path, *entry.files))
            )
        if column is EntryColumn.KIND:
            return Cell(text=kind_word(entry.kind) if entry.kind else "", tone="muted")
        if column is EntryColumn.AGENT:
            return Cell(text=entry.agent or "", tone="muted")
        if column is EntryColumn.SIZE:
            return Cell(text=_size(entry), tone="muted")
        note = self._what(entry.problems[0]) if entry.problems else ""
        more = len(entry.problems) - 1
        return Cell(text=f"{note} (+{more})" if more > 0 else note, tooltip=note)


def state_word(state: State) -> str:
    words = {
        State.TAKE: QCoreApplication.translate("Importing", "Take"),
        State.SKIP: QCoreApplication.translate("Importing", "Skip"),
        State.FAIL: QCoreApplication.translate("Importing", "Fails"),
    }
    return words[state]


def _size(entry: PlanEntry) -> str:
    facts = []
    if entry.duration_ms is not None:
        facts.append(duration_text(entry.duration_ms))
    if entry.turn_count:
        facts.append(QCoreApplication.translate("Importing", "%n turn(s)", "", entry.turn_count))
    return " · ".join(facts)


def _header(column: EntryColumn) -> str:
    words = {
        EntryColumn.STATE: QCoreApplication.translate("Importing", "What happens"),
        EntryColumn.FILE: QCoreApplication.translate("Importing", "File or conversation"),
        EntryColumn.KIND: QCoreApplication.translate("Importing", "Kind"),
        EntryColumn.AGENT: QCoreApplication.translate("Importing", "Agent"),
        EntryColumn.SIZE: QCoreApplication.translate("Importing", "Length"),
        EntryColumn.NOTE: QCoreApplication.translate("Importing", "Note"),
    }
    return words[column]
