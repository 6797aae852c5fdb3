"""Everybody whose card was seen, with who was compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from qa_desktop.desktop.calibration.team.presenter import TeamState
from qa_desktop.desktop.calibration.words import fingerprint_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.label import make_label

_LEAST_ROWS = 4


class PeopleList(Retranslated):
    """Signal `chosen(str)`: a fingerprint."""

    chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._state: TeamState | None = None
        self._drawing = False
        self.table = CellTable(services.theme)
        self.table.row_chosen.connect(self._choose)
        # It takes what room there is, and asks for little.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(_LEAST_ROWS * tokens.ROW_HEIGHT)
        self.nobody = make_label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.nobody)
        self.retranslate()

    def show_state(self, state: TeamState) -> None:
        self._state = state
        rows = []
        for each in state.people:
            person = each.person
            trusted = each.trusted_at is not None
            rows.append(
                (
                    Cell(text=person.name, strong=not trusted),
                    Cell(text=fingerprint_text(person.fingerprint), tone="muted"),
                    Cell(
                        text=self.tr("Compared") if trusted else self.tr("Compare the code"),
                        icon="shield-check" if trusted else "triangle-alert",
                        icon_tone="good" if trusted else "caution",
                    ),
                )
            )
        # What is drawn is not what somebody chose.
        self._drawing = True
        current = state.current
        self.table.show_rows((self.tr("Name"), self.tr("Key"), self.tr("Trust")), rows)
        if current is not None:
            self.table.selectRow(state.people.index(current))
        self._drawing = False
        self.table.setVisible(bool(rows))
        self.nobody.setVisible(not rows)

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("People"))
        self.nobody.setText(
            self.tr(
                "Nobody yet. Whoever chooses the same folder appears here by themselves; else "
                "take in the card that a colleague has sent you."
            )
        )
        if self._state is not None:
            self.show_state(self._state)

    def _choose(self, row: int) -> None:
        if self._drawing or self._state is None:
            return
        if 0 <= row < len(self._state.people):
            self.chosen.emit(self._state.people[row].person.fingerprint)
