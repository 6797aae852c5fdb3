"""The files that were looked at, each with what became of it and why."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qa_desktop.calibration.model import Arrival, CalibrationSession, Verdict
from qa_desktop.desktop.calibration.session.presenter import SessionPageState
from qa_desktop.desktop.calibration.words import (
    fingerprint_text,
    interaction_word,
    verdict_look,
    verdict_why,
)
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.label import make_label

_MOST_ROWS = 8
_FINE = (Verdict.ACCEPTED, Verdict.LATE, Verdict.SUPERSEDED, Verdict.REPEATED)


class ArrivalsCard(Retranslated):
    def __init__(self, services: Services) -> None:
        super().__init__()
        self._state: SessionPageState | None = None
        self._arrivals: tuple[Arrival, ...] = ()
        self._title = make_label("heading")
        self._count = make_label("muted")
        self.table = CellTable(services.theme)
        self.table.row_chosen.connect(self._show_why)
        self.why = make_label("muted", wrap=True)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._title)
        above.addWidget(self._count, 1)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self.table)
        card.body.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def show_state(self, state: SessionPageState) -> None:
        self._state = state
        standing = state.standing
        self._arrivals = standing.arrivals if standing is not None else ()
        titles = (
            self.tr("Came"),
            self.tr("From"),
            self.tr("What"),
            self.tr("Verdict"),
            self.tr("File"),
        )
        rows = [self._cells(arrival, state.session) for arrival in self._arrivals]
        self.table.show_rows(titles, rows, wide=4)
        self.table.setFixedHeight(self.table.rows_height(_MOST_ROWS))
        self.table.setVisible(bool(rows))
        refused = sum(arrival.verdict not in _FINE for arrival in self._arrivals)
        words = self.tr("%n file(s)", "", len(rows))
        if refused:
            not_taken = self.tr("%n refused", "", refused)
            words = f"{words} · {not_taken}"
        self._count.setText(words if rows else "")
        self._show_why(self.table.currentRow())

    def retranslate(self) -> None:
        self._title.setText(self.tr("What arrived"))
        self.table.setAccessibleName(self.tr("What arrived"))
        if self._state is not None:
            self.show_state(self._state)

    def _cells(self, arrival: Arrival, session: CalibrationSession) -> tuple[Cell, ...]:
        look = verdict_look(arrival.verdict)
        who = next((p for p in session.participants if p.fingerprint == arrival.fingerprint), None)
        name = who.name if who is not None else ""
        if who is None and arrival.fingerprint:
            name = fingerprint_text(arrival.fingerprint)
        return (
            Cell(text=moment_text(arrival.seen_at), tone="muted"),
            Cell(text=name or "–"),
            Cell(text=self._what(arrival, session), tone="muted"),
            Cell(text=look.word, icon=look.icon, icon_tone=look.tone),
            Cell(text=arrival.file_name, tone="muted"),
        )

    def _what(self, arrival: Arrival, session: CalibrationSession) -> str:
        found = (i for i in session.interactions if i.pseudonym == arrival.pseudonym)
        one = next(found, None)
        if one is None:
            return "–"
        word = interaction_word(one.pseudonym, one.kind)
        if arrival.revision is None or arrival.revision == 1:
            return word
        return self.tr("{0}, revision {1}").format(word, arrival.revision)

    def _show_why(self, row: int) -> None:
        if 0 <= row < len(self._arrivals):
            self.why.setText(verdict_why(self._arrivals[row]))
        else:
            self.why.setText(
                self.tr(
                    "Nothing yet. The folder is looked into every minute; files that came by "
                    "mail can be opened or dropped on the window."
                )
            )
