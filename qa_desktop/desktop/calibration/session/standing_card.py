"""The lead's part: who has handed in what, and whom to leave out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qa_desktop.calibration.model import SessionState
from qa_desktop.calibration.sessions.desk_model import Standing
from qa_desktop.desktop.calibration.session.presenter import SessionPageState
from qa_desktop.desktop.calibration.session.standing_table import StandingTable
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_MOST_ROWS = 12


class StandingCard(Retranslated):
    """Signals: `exclude_requested(str)`, `include_requested(str)` of a fingerprint."""

    exclude_requested = Signal(str)
    include_requested = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._state: SessionPageState | None = None
        self._title = make_label("heading")
        self._count = make_label("muted")
        self.exclude = TextButton(services.theme, "", "ban")
        self.exclude.clicked.connect(self._act)
        self.table = StandingTable(services.theme)
        self.table.person_chosen.connect(lambda _: self._show_act())
        self._why = make_label("small", wrap=True)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._title)
        above.addWidget(self._count, 1)
        above.addWidget(self.exclude)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self.table)
        card.body.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def show_state(self, state: SessionPageState) -> None:
        self._state = state
        standing = state.standing
        if standing is None:
            return
        self.table.show_standing(standing, state.session.me)
        self.table.setFixedHeight(
            self.table.rows_height(_MOST_ROWS)
            + self.table.horizontalScrollBar().sizeHint().height()
        )
        words = self.tr("{0} of {1} submissions are in").format(state.arrived, state.expected)
        self._count.setText(words)
        self._show_act()
        self._show_reasons(standing)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Who is in"))
        self.table.setAccessibleName(self.tr("Who is in"))
        if self._state is not None:
            self.show_state(self._state)

    def _excluded(self) -> frozenset[str]:
        standing = self._state.standing if self._state is not None else None
        if standing is None:
            return frozenset()
        return frozenset(one.fingerprint for one in standing.exclusions)

    def _show_act(self) -> None:
        """Only while nothing is signed, and never about the lead."""
        state, person = self._state, self.table.current_person()
        open_ = state is not None and state.session.state is SessionState.OPEN
        mine = state is not None and person == state.session.me
        self.exclude.setVisible(open_)
        self.exclude.setEnabled(bool(person) and not mine)
        back = person in self._excluded()
        self.exclude.name_it(self.tr("Count again") if back else self.tr("Leave out…"))
        self.exclude.show_icon("undo-2" if back else "ban")

    def _show_reasons(self, standing: Standing) -> None:
        names = {p.fingerprint: p.name for p in standing.session.participants}
        lines = [
            self.tr("{0} is left out: {1}").format(
                names.get(one.fingerprint, one.fingerprint[:8]), one.reason
            )
            for one in standing.exclusions
        ]
        self._why.setText("\n".join(lines))
        self._why.setVisible(bool(lines))

    def _act(self) -> None:
        person = self.table.current_person()
        if person in self._excluded():
            self.include_requested.emit(person)
        elif person:
            self.exclude_requested.emit(person)
