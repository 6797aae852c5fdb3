"""One session: what I have to grade, and for the lead who has handed in what."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem
from qa_desktop.calibration.model import SessionState
from qa_desktop.desktop.calibration.session.arrivals_card import ArrivalsCard
from qa_desktop.desktop.calibration.session.close_dialog import CloseDialog
from qa_desktop.desktop.calibration.session.exchange_card import ExchangeCard
from qa_desktop.desktop.calibration.session.facts_line import FactsLine
from qa_desktop.desktop.calibration.session.header import SessionHeader
from qa_desktop.desktop.calibration.session.next_card import NextCard
from qa_desktop.desktop.calibration.session.presenter import (
    Next,
    SessionPageState,
    SessionPresenter,
)
from qa_desktop.desktop.calibration.session.reason_dialog import ReasonDialog
from qa_desktop.desktop.calibration.session.revise_dialog import ReviseDialog
from qa_desktop.desktop.calibration.session.standing_card import StandingCard
from qa_desktop.desktop.calibration.session.work import SessionWork
from qa_desktop.desktop.calibration.session.work_card import WorkCard
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner


class SessionPage(CalibrationView):
    """Signals besides those of every view: `files_requested` to open files that came by hand."""

    files_requested = Signal()

    def __init__(self, services: Services, session_id: str) -> None:
        """Raises ProblemError where there is no such session."""
        super().__init__()
        self._services = services
        self.session_id = session_id
        self.presenter = SessionPresenter(services.calibration, services.clock, session_id)
        self.setProperty("role", "page")
        theme = services.theme
        self.header = SessionHeader(services)
        self.header.back_requested.connect(self.back_requested)
        self.header.results_requested.connect(self._show_results)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.banner.dismissed.connect(lambda: self.presenter.show_problems(()))
        self.facts = FactsLine(services)
        self.next_card = NextCard(services)
        self.next_card.act_requested.connect(self._act)
        self.work_card = WorkCard(services)
        self.work_card.grade_requested.connect(lambda one: self.review_requested.emit(one, ""))
        self.standing_card = StandingCard(services)
        self.standing_card.exclude_requested.connect(self._ask_reason)
        self.standing_card.include_requested.connect(
            lambda who: self._show_changed(self.presenter.include(who))
        )
        self.arrivals_card = ArrivalsCard(services)
        self.exchange_card = ExchangeCard(services, services.calibration_watch)
        self.doing: SessionWork = SessionWork(self, services, self.presenter)
        self.header.look_requested.connect(self.doing.look)
        self.work_card.seal_requested.connect(self.doing.seal)
        self.exchange_card.send_requested.connect(self.doing.send)
        self.exchange_card.save_requested.connect(self._ask_save)
        self.exchange_card.open_requested.connect(self.files_requested)
        self._add_commands()
        self._lay_out()
        watch = services.calibration_watch
        watch.looked.connect(self._looked)
        watch.delivered.connect(self._delivered)
        self.show_state(self.presenter.state)

    def _add_commands(self) -> None:
        menu = self.header.menu
        self._revise = menu.add(
            "lead",
            lambda: self.tr("Change the deadline or invite more…"),
            self.ask_revision,
            icon="calendar",
        )
        self._save_package = menu.add(
            "lead",
            lambda: self.tr("Save the invitation…"),
            self._ask_package,
            icon="download",
        )
        menu.add("files", lambda: self.tr("Save my files…"), self._ask_save, icon="download")
        self._move = menu.add(
            "files",
            lambda: self.tr("The shared folder is somewhere else now…"),
            self._ask_folder,
            icon="folder",
        )
        menu.add(
            "files",
            lambda: self.tr("Open files…"),
            self.files_requested.emit,
            icon="folder-open",
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.banner)
        column.addWidget(self.facts)
        column.addWidget(self.next_card)
        self._row = QHBoxLayout()
        self._row.setSpacing(tokens.WIDE)
        for card in (self.work_card, self.standing_card, self.arrivals_card):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        mine = QVBoxLayout()
        mine.setSpacing(tokens.WIDE)
        mine.addWidget(self.work_card)
        mine.addWidget(self.exchange_card)
        mine.addStretch()
        theirs = QVBoxLayout()
        theirs.setSpacing(tokens.WIDE)
        theirs.addWidget(self.standing_card)
        theirs.addWidget(self.arrivals_card)
        theirs.addStretch()
        self._row.addLayout(mine, 4)
        self._row.addLayout(theirs, 5)
        column.addLayout(self._row)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Wide screens: lines that can still be followed from one end to the other.
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lead = self.presenter.state.is_lead
        inside.setMaximumWidth((2 if lead else 1) * tokens.COLUMN_CAP)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(scroll, 1)

    # What is shown

    def reload(self) -> None:
        self.show_state(self.presenter.reload())
        if self.presenter.state.next is Next.RESULTS and self.presenter.state.check is None:
            self.doing.check()

    def show_state(self, state: SessionPageState) -> None:
        session = state.session
        self.banner.show_problems(state.problems)
        self.header.show_session(session)
        self.facts.show_session(session)
        self.next_card.show_state(state)
        self.work_card.setVisible(bool(state.work))
        self.work_card.show_state(state)
        for card in (self.standing_card, self.arrivals_card):
            card.setVisible(state.is_lead)
            card.show_state(state)
        self._row.setStretch(1, 5 if state.is_lead else 0)
        self.exchange_card.show_state(state)
        open_ = session.state is SessionState.OPEN
        self._revise.setVisible(state.is_lead and open_)
        self._save_package.setVisible(state.is_lead)
        self._move.setVisible(session.state is not SessionState.REVEALED)

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        self.show_state(self.presenter.show_problems(tuple(problems)))
        return True

    def first_focus(self) -> QWidget:
        if self.next_card.act.isVisibleTo(self):
            return self.next_card.act
        return self.work_card.table if self.presenter.state.work else self.standing_card.table

    def retranslate(self) -> None:
        """Its parts name themselves."""
        self.show_state(self.presenter.state)

    # What is done

    def _act(self, what: Next) -> None:
        state = self.presenter.state
        if what is Next.GRADE and state.to_grade:
            self.review_requested.emit(state.to_grade[0].interaction.interaction_id, "")
        elif what is Next.SEAL:
            self.doing.seal()
        elif what in (Next.CLOSE, Next.WAIT_FOR_OTHERS):
            self._ask_close()
        elif what is Next.REVEAL:
            self.doing.reveal()
        elif what is Next.RESULTS:
            self._show_results()

    def _show_results(self) -> None:
        self.results_requested.emit(self.session_id)

    def _show_changed(self, state: SessionPageState) -> None:
        self.show_state(state)
        self.changed.emit()

    def _looked(self, folder: Path) -> None:
        """Keys that came are no news, and make a difference all the same."""
        before = self.presenter.state
        if folder == before.session.folder and self.presenter.reload() != before:
            self.reload()

    def _delivered(self, _delivery: object) -> None:
        self.reload()

    def _ask_reason(self, fingerprint: str) -> None:
        people = self.presenter.state.session.participants
        name = next((p.name for p in people if p.fingerprint == fingerprint), "")
        dialog = ReasonDialog(self._services.theme, name, self)
        dialog.accepted.connect(
            lambda: self._show_changed(self.presenter.exclude(fingerprint, dialog.text()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_close(self) -> None:
        dialog = CloseDialog(self._services.theme, self.presenter.state, self)
        dialog.accepted.connect(self.doing.close_session)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_revision(self) -> None:
        dialog = ReviseDialog(self._services, self.presenter.state.session, self)
        dialog.accepted.connect(lambda: self.doing.revise(dialog.deadline, dialog.more))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_save(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to save your files"))
        if name:
            self.doing.save_files(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where the shared folder is now"))
        if name:
            self.doing.move(Path(name))

    def _ask_package(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to save the invitation"))
        if name:
            self.doing.save_package(Path(name))
