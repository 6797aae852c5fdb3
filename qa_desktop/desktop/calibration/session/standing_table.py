"""Who is in: a row a participant, a column an interaction; icon and word in each cell."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView

from qa_desktop.calibration.sessions.desk_model import Cell as StandingCell
from qa_desktop.calibration.sessions.desk_model import CellState, Standing
from qa_desktop.desktop.calibration.words import cell_look, fingerprint_text, interaction_word
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.cell import Cell

_IN = (CellState.ARRIVED, CellState.LATE, CellState.KEYLESS)


class StandingTable(CellTable):
    """Signal `person_chosen(str)`: a fingerprint."""

    person_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._people: tuple[str, ...] = ()
        self.row_chosen.connect(self._choose)

    def show_standing(self, standing: Standing, me: str) -> None:
        """`me`: the lead's own fingerprint, which is told apart."""
        session = standing.session
        shown = [p for p in session.participants if self._cells_of(standing, p.fingerprint)]
        self._people = tuple(person.fingerprint for person in shown)
        names = [person.name for person in shown]
        titles = [self.tr("Participant"), self.tr("In")]
        titles += [interaction_word(i.pseudonym, i.kind) for i in session.interactions]
        rows = []
        for person in shown:
            cells = self._cells_of(standing, person.fingerprint)
            name = person.name
            if names.count(name) > 1:
                name = f"{name} ({fingerprint_text(person.fingerprint)})"
            if person.fingerprint == me:
                name = self.tr("{0} (you)").format(name)
            came = sum(cell.state in _IN for cell in cells)
            row = [
                Cell(text=name, strong=True, tooltip=person.fingerprint),
                Cell(text=self.tr("{0} of {1}").format(came, len(cells)), tone="muted"),
            ]
            row += [
                self._cell(standing.cell(person.fingerprint, one.pseudonym))
                for one in session.interactions
            ]
            rows.append(row)
        self.show_rows(titles, rows, wide=-1)
        # Names and states stay readable, and the table scrolls sideways where there are many.
        last = len(titles) - 1
        self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def current_person(self) -> str:
        """ "" where none is chosen."""
        row = self.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else ""

    def _cells_of(self, standing: Standing, fingerprint: str) -> list[StandingCell]:
        return [cell for cell in standing.cells if cell.fingerprint == fingerprint]

    def _cell(self, cell: StandingCell | None) -> Cell:
        if cell is None:
            return Cell(text="–", tone="muted")
        look = cell_look(cell.state)
        told = [look.word]
        if cell.revision is not None:
            told.append(self.tr("revision {0}").format(cell.revision))
        if cell.seen_at is not None:
            told.append(moment_text(cell.seen_at))
        quiet = cell.state in (CellState.MISSING, CellState.EXCLUDED)
        return Cell(
            text=look.word,
            icon=look.icon,
            icon_tone=look.tone,
            tone="muted" if quiet else "text",
            tooltip=" · ".join(told),
        )

    def _choose(self, _row: int) -> None:
        self.person_chosen.emit(self.current_person())
