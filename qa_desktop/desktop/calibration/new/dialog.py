"""Makes a new session in three steps, then says where it is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import CalibrationSession, Mode
from qa_desktop.calibration.sessions.desk_model import ReferenceFrom
from qa_desktop.calibration.sessions.divided import Divided, divided_before
from qa_desktop.calibration.sessions.sampling import DrawBy
from qa_desktop.desktop.calibration.new.check_step import CheckStep
from qa_desktop.desktop.calibration.new.done_panel import DonePanel
from qa_desktop.desktop.calibration.new.presenter import NewPresenter, NewState, Step
from qa_desktop.desktop.calibration.new.what_step import WhatStep
from qa_desktop.desktop.calibration.new.who_step import WhoStep
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

_SIZE = (1080, 680)


class NewSessionDialog(QDialog):
    """Signals: `made(CalibrationSession)`; `team_wanted`; `session_wanted(str)` to be opened."""

    made = Signal(object)
    team_wanted = Signal()
    session_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        self._divided_count = 0
        self.session: CalibrationSession | None = None
        folder = services.settings.calibration_folder
        self.presenter = NewPresenter(
            services.calibration,
            services.listing,
            services.reviews,
            services.rubrics.all(),
            Path(folder) if folder else None,
        )
        theme = services.theme
        begin_with_size(self, *_SIZE)
        self._title = make_label("title", wrap=True)
        self.steps = Switch(theme, len(Step))
        self.steps.chosen.connect(lambda place: self.go_to(Step(place)))
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.what, self.who, self.check = WhatStep(services), WhoStep(services), CheckStep(services)
        self.done_panel = DonePanel(services)
        self.stack = QStackedWidget()
        for step in (self.what, self.who, self.check, self.done_panel):
            self.stack.addWidget(step)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._now = ElidedLabel(role="small", mode=Qt.TextElideMode.ElideMiddle)
        self.back = TextButton(theme)
        self.back.clicked.connect(lambda: self.go_to(Step(self.stack.currentIndex() - 1)))
        self.next = TextButton(theme, "primary")
        self.next.clicked.connect(self._go_on)
        self.cancel = TextButton(theme)
        self.cancel.clicked.connect(self.reject)
        self.save = TextButton(theme, "", "download")
        self.save.clicked.connect(self._ask_save)
        self.open_ = TextButton(theme)
        self.open_.clicked.connect(self._open_session)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.go_to(Step.WHAT)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(tokens.WIDE)
        above.addWidget(self._title, 1)
        above.addWidget(self.steps)
        self.done_panel.flow.addWidget(self.save)
        self.done_panel.flow.addWidget(self.open_)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._now, 1)
        for button in (self.cancel, self.back, self.next):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        margin = tokens.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.WIDE)
        column.addLayout(above)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        column.addLayout(foot)

    def _connect(self) -> None:
        presenter, what, who = self.presenter, self.what, self.who
        what.named.connect(lambda text: self.show_state(presenter.name_it(text)))
        what.rubric_chosen.connect(lambda place: self.show_state(presenter.use_rubric(place)))
        what.searched.connect(lambda text: self.show_state(presenter.search(text)))
        what.cleared.connect(lambda: self.show_state(presenter.clear()))
        what.table.toggled.connect(lambda row: self.show_state(presenter.toggle(row)))
        what.bar.draw_wanted.connect(self._draw)
        what.bar.divided_wanted.connect(self._add_divided)
        who.invited.connect(lambda who, on: self.show_state(presenter.invite(who, invited=on)))
        who.settled.connect(self._settle)
        who.deadline_set.connect(lambda moment: self.show_state(presenter.set_deadline(moment)))
        who.team_wanted.connect(self.team_wanted)

    # What is shown

    def show_state(self, state: NewState) -> None:
        self.what.show_state(state)
        self.who.show_state(state)
        lacks = self.presenter.lacking(self._services.clock.now())
        self.check.show_state(state, lacks)
        self._show_foot()

    def reload_people(self) -> None:
        """Somebody was compared in the meantime, or the folder changed."""
        folder = self._services.settings.calibration_folder
        presenter = self.presenter
        presenter.state = replace(presenter.state, folder=Path(folder) if folder else None)
        self.show_state(presenter.reload_people())

    def go_to(self, step: Step) -> None:
        self.stack.setCurrentIndex(step)
        self.steps.choose(step)
        self._show_foot()
        first = {Step.WHAT: self.what.first_focus, Step.WHO: self.who.first_focus}
        first.get(step, lambda: self.next)().setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("New session"))
        self._title.setText(self.tr("New calibration session"))
        self.steps.name_them(
            (self.tr("1 What"), self.tr("2 Who and how"), self.tr("3 Check and send"))
        )
        self.back.name_it(self.tr("Back"))
        self.cancel.name_it(self.tr("Cancel"))
        self.save.name_it(self.tr("Save the invitation…"))
        self.open_.name_it(self.tr("Open the session"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.show_state(self.presenter.state)

    def _show_foot(self) -> None:
        busy, made = self._task is not None, self.session is not None
        place = self.stack.currentIndex()
        self.bar.setVisible(busy)
        self.steps.setVisible(not made)
        self.steps.setEnabled(not busy)
        self.stack.setEnabled(not busy)
        self.back.setVisible(not made)
        self.back.setEnabled(not busy and place > 0)
        self.cancel.setVisible(not made)
        if made:
            self.next.name_it(self.tr("Done"))
        elif place == Step.CHECK:
            self.next.name_it(self.tr("Make the session"))
        else:
            self.next.name_it(self.tr("Next"))
        lacks = self.presenter.lacking(self._services.clock.now())
        self.next.setEnabled(not busy and (made or place != Step.CHECK or not lacks))

    # What is done

    def _go_on(self) -> None:
        if self.session is not None:
            self.accept()
        elif self.stack.currentIndex() == Step.CHECK:
            self.make()
        else:
            self.go_to(Step(self.stack.currentIndex() + 1))

    def make(self) -> None:
        """Copies what is graded under pseudonyms, signs, and puts the invitation on its way."""
        desk, wanted = self._services.calibration, self.presenter.wanted()
        task = self._services.runner.start(lambda progress: desk.create(wanted, progress))
        self._task = task
        self.banner.show_problems(())
        self.bar.setRange(0, 0)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._made)
        task.failed.connect(self._failed)
        task.over.connect(self._over)
        self._show_foot()

    def save_package(self, folder: Path) -> None:
        if self.session is None:
            return
        desk, session_id = self._services.calibration, self.session.id
        task = self._services.runner.start(lambda _: desk.save_package(session_id, folder))
        task.finished.connect(self._saved)
        task.failed.connect(self._failed)

    def _progressed(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._now.setText(what)

    def _made(self, session: CalibrationSession) -> None:
        self.session = session
        folder = str(session.folder or "")
        own = self.presenter.state.lead_grades
        self.done_panel.show_made(session.title, folder=folder, own=own)
        self.stack.setCurrentWidget(self.done_panel)
        if session.folder is not None:
            self._services.calibration_watch.deliver()
        self.made.emit(session)

    def _failed(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _over(self) -> None:
        self._task = None
        self._now.setText("")
        self._show_foot()
        self.next.setFocus()

    def _saved(self, file: Path) -> None:
        self._now.setText(self.tr("Saved as {0}").format(file))

    def _ask_save(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to save the invitation"))
        if name:
            self.save_package(Path(name))

    def _open_session(self) -> None:
        if self.session is not None:
            self.session_wanted.emit(self.session.id)
            self.accept()

    def _draw(self, count: int, by: DrawBy, seed: str) -> None:
        self.show_state(self.presenter.draw(count, by, seed))

    def _add_divided(self, count: int) -> None:
        desk = self._services.calibration
        task = self._services.runner.start(lambda _: divided_before(desk))
        task.finished.connect(self._found_divided)
        task.failed.connect(self._failed)
        self._divided_count = count

    def _found_divided(self, found: tuple[Divided, ...]) -> None:
        before = len(self.presenter.state.chosen)
        state = self.presenter.add_divided(found, self._divided_count)
        self.show_state(state)
        added = len(state.chosen) - before
        self._now.setText(
            self.tr("%n added", "", added)
            if added
            else self.tr("No earlier session has any that fits this rubric")
        )

    def _settle(self, mode: Mode, lead_grades: bool, reference: ReferenceFrom | None) -> None:
        state = self.presenter.settle(mode=mode, lead_grades=lead_grades, reference=reference)
        self.show_state(state)

    def reject(self) -> None:
        """What is under way is cancelled first, and leaves nothing behind."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
