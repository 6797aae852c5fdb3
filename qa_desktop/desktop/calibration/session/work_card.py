"""What one has to grade, with what became of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.calibration.model import SessionState
from qa_desktop.calibration.sessions.desk_model import Work
from qa_desktop.desktop.calibration.session.presenter import SessionPageState
from qa_desktop.desktop.calibration.words import interaction_word, work_look
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import duration_text, moment_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.interactions.model import Kind

_KIND_ICONS = {Kind.RECORDING: "phone", Kind.CHAT: "message-circle", Kind.TICKET: "ticket"}
_MOST_ROWS = 12


class WorkCard(Retranslated):
    """Signals: `grade_requested(str)` of a copy; `seal_requested` of all that can be sealed."""

    grade_requested = Signal(str)
    seal_requested = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._state: SessionPageState | None = None
        self._title = make_label("heading")
        self._count = make_label("muted")
        self.seal = TextButton(services.theme, "", "lock")
        self.seal.clicked.connect(self.seal_requested)
        self.grade = TextButton(services.theme, "", "pencil")
        self.table: CellTable = CellTable(services.theme)
        self.grade.clicked.connect(lambda: self._open(self.table.currentRow()))
        self.table.opened.connect(self._open)
        self.table.row_chosen.connect(lambda _: self._name_current())
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._title)
        above.addWidget(self._count, 1)
        above.addWidget(self.grade)
        above.addWidget(self.seal)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table

    def show_state(self, state: SessionPageState) -> None:
        self._state = state
        by_hand = state.session.folder is None
        titles = (
            self.tr("Interaction"),
            self.tr("Length"),
            self.tr("State"),
            self.tr("On its way"),
        )
        rows = [self._cells(work, by_hand=by_hand) for work in state.work]
        self.table.show_rows(titles, rows)
        self.table.setFixedHeight(self.table.rows_height(_MOST_ROWS))
        words = self.tr("{0} of {1} sealed").format(state.sealed, len(state.work))
        self._count.setText(words)
        open_ = state.session.state is SessionState.OPEN
        self._name_current()
        self.seal.setVisible(open_ and bool(state.to_seal))
        self.seal.name_it(self.tr("Submit and seal %n", "", len(state.to_seal)))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Your part"))
        self.table.setAccessibleName(self.tr("Your part"))
        if self._state is not None:
            self.show_state(self._state)

    def _cells(self, work: Work, *, by_hand: bool) -> tuple[Cell, ...]:
        one = work.interaction
        look = work_look(work.state)
        length = "" if one.duration_ms is None else duration_text(one.duration_ms)
        sealed_at = moment_text(work.sealed_at) if work.sealed_at is not None else ""
        told = f"{look.word}  {sealed_at}".strip()
        return (
            Cell(
                text=interaction_word(one.pseudonym, one.kind),
                icon=_KIND_ICONS[one.kind],
                icon_tone="muted",
                strong=True,
            ),
            Cell(text=length, tone="muted", number=True),
            Cell(text=look.word, icon=look.icon, icon_tone=look.tone, tooltip=told),
            self._way(work, by_hand=by_hand),
        )

    def _way(self, work: Work, *, by_hand: bool) -> Cell:
        if not work.sealed:
            return Cell()
        if by_hand:
            return Cell(text=self.tr("By hand"), icon="hand", icon_tone="muted", tone="muted")
        if work.delivered:
            return Cell(text=self.tr("In the folder"), icon="check", icon_tone="good")
        return Cell(text=self.tr("Waiting for the folder"), icon="clock", icon_tone="caution")

    def _name_current(self) -> None:
        state, row = self._state, self.table.currentRow()
        if state is None or not 0 <= row < len(state.work):
            return
        grade = state.work[row].to_grade and state.session.state is SessionState.OPEN
        self.grade.name_it(self.tr("Grade") if grade else self.tr("Open"))
        self.grade.show_icon("pencil" if grade else "eye")

    def _open(self, row: int) -> None:
        if self._state is not None and 0 <= row < len(self._state.work):
            self.grade_requested.emit(self._state.work[row].interaction.interaction_id)
