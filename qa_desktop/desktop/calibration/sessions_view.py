"""The sessions, grouped by what they need of me."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from qa_desktop.calibration.sessions.desk_model import SessionSummary
from qa_desktop.desktop.calibration.session_row import SessionRow
from qa_desktop.desktop.calibration.sessions_presenter import (
    Need,
    SessionsPresenter,
    SessionsState,
)
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.model import Rubric

# Of those that nothing is to be done about; the rest is a button away.
_REVEALED_AT_FIRST = 12


class SessionsView(CalibrationView):
    """Signals besides those of every view: `new_requested`, `team_requested`."""

    new_requested = Signal()
    team_requested = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.presenter = SessionsPresenter(services.calibration)
        self.rows: list[SessionRow] = []
        self._all = False
        self._rubrics: dict[tuple[str, int], Rubric] = {}
        self.banner = ProblemBanner(services.theme, lambda: services.language, closable=False)
        self.empty = EmptyState(services.theme, "scale")
        self.empty.first_requested.connect(self.new_requested)
        self.empty.second_requested.connect(self.team_requested)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(tokens.SPACE)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(self.empty)
        self._stage.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.banner)
        column.addWidget(stage, 1)
        watch = services.calibration_watch
        watch.looked.connect(self._refresh)
        watch.delivered.connect(self._refresh)
        self.retranslate()

    def _refresh(self, _what: object) -> None:
        """Draws anew only what is different: the keyboard's focus stays where it is."""
        before = self.presenter.state
        if self.isVisible() and self.presenter.reload() != before:
            self.reload()

    def reload(self) -> None:
        self._rubrics = {(r.id, r.version): r for r in self._services.rubrics.all()}
        self.show_state(self.presenter.reload())

    def show_state(self, state: SessionsState) -> None:
        self.banner.show_problems(state.problems)
        self._stage.setCurrentIndex(1 if state.count else 0)
        current = self._current_id()
        self._clear()
        words = {
            Need.TO_GRADE: self.tr("To grade"),
            Need.TO_CLOSE: self.tr("To close or reveal"),
            Need.WAITING: self.tr("Waiting for others"),
            Need.REVEALED: self.tr("Revealed"),
        }
        for need, group in state.groups.items():
            self._add_group(need, words[need], group)
        self._list.addStretch()
        for row in self.rows:
            if row.summary.session.id == current:
                row.setFocus()

    def first_focus(self) -> QWidget:
        return self.rows[0] if self.rows else self.empty

    def retranslate(self) -> None:
        self.empty.show_words(
            self.tr("No session yet"),
            self.tr(
                "In a calibration session several people grade the same interactions without "
                "seeing one another. Then the team sees where it disagrees, and decides."
            ),
            self.tr("New session…"),
            self.tr("Join a team…"),
        )
        self.show_state(self.presenter.state)

    def _add_group(self, need: Need, word: str, group: tuple[SessionSummary, ...]) -> None:
        if self.rows:
            self._list.addSpacing(tokens.SPACE)
        self._list.addWidget(make_label("heading", f"{word} · {len(group)}"))
        shown = group
        if need is Need.REVEALED and not self._all:
            shown = group[:_REVEALED_AT_FIRST]
        for summary in shown:
            self._add_row(need, summary)
        if len(shown) < len(group):
            more = TextButton(self._services.theme, "link")
            more.name_it(self.tr("Show %n more", "", len(group) - len(shown)))
            more.clicked.connect(self._show_all)
            self._list.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, need: Need, summary: SessionSummary) -> None:
        session = summary.session
        rubric = self._rubrics.get((session.rubric_id, session.rubric_version))
        row = SessionRow(self._services, summary, need, rubric)
        session_id = session.id
        row.opened.connect(lambda: self.session_requested.emit(session_id))
        row.results_wanted.connect(lambda: self.results_requested.emit(session_id))
        row.step_wanted.connect(lambda by: self._step(row, by))
        self.rows.append(row)
        self._list.addWidget(row)
        # At once: what is not seen yet can't take the focus.
        row.show()

    def _show_all(self) -> None:
        self._all = True
        self.show_state(self.presenter.state)

    def _current_id(self) -> str:
        for row in self.rows:
            if row.hasFocus() or row.act.hasFocus():
                return row.summary.session.id
        return ""

    def _clear(self) -> None:
        self.rows = []
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _step(self, row: SessionRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus()
            self._scroll.ensureWidgetVisible(self.rows[place])
