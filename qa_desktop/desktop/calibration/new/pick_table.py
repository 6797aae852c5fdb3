"""The interactions to choose from; Space or a click chooses one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from qa_desktop.desktop.calibration.new.presenter import NewState
from qa_desktop.desktop.interactions.cells import kind_word
from qa_desktop.desktop.local_time import duration_text, moment_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.reviews.listing_store import ListingRow


class PickTable(CellTable):
    """Signal `toggled(ListingRow)`."""

    toggled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[ListingRow, ...] = ()
        self.itemClicked.connect(lambda item: self._toggle(item.row()))
        self.opened.connect(self._toggle)

    def show_state(self, state: NewState) -> None:
        """Chosen ones that the filter hides stand first."""
        shown = {row.interaction.id for row in state.rows}
        hidden = tuple(row for row in state.chosen if row.interaction.id not in shown)
        self._rows = (*hidden, *state.rows)
        chosen = set(state.chosen_ids)
        titles = (
            self.tr("Interaction"),
            self.tr("Kind"),
            self.tr("Agent"),
            self.tr("Started"),
            self.tr("Length"),
            self.tr("Score"),
        )
        rows = [self._cells(row, chosen=row.interaction.id in chosen) for row in self._rows]
        self.show_rows(titles, rows)

    def _cells(self, row: ListingRow, *, chosen: bool) -> tuple[Cell, ...]:
        known = row.interaction.metadata
        started = moment_text(known.started_at) if known.started_at else ""
        length = row.interaction.duration_ms
        said = self.tr("chosen") if chosen else self.tr("not chosen")
        return (
            Cell(
                text=row.interaction.title,
                icon="circle-check" if chosen else "circle",
                icon_tone="accent" if chosen else "muted",
                strong=chosen,
                tooltip=f"{row.interaction.title} ({said})",
            ),
            Cell(text=kind_word(row.interaction.kind), tone="muted"),
            Cell(text=row.agent, tone="muted"),
            Cell(text=started, tone="muted"),
            Cell(text="" if length is None else duration_text(length), tone="muted", number=True),
            Cell(text=row.score or "", number=True),
        )

    def _toggle(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.toggled.emit(self._rows[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentRow() >= 0:
            self._toggle(self.currentRow())
            return
        super().keyPressEvent(event)
