"""Second opinions, on the calibration page: how many are drawn, and what became of each."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QSpinBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.settings import Settings
from qa_desktop.calibration.second.second_opinions import OpinionState, SecondOpinion
from qa_desktop.calibration.second.second_opinions_desk import SideBySide
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.desktop.calibration.second.ask_dialog import DropDialog
from qa_desktop.desktop.calibration.second.comparison_dialog import OpinionsDialog
from qa_desktop.desktop.calibration.second.presenter import QueueState, SecondPresenter, Sent
from qa_desktop.desktop.calibration.second.words import opinion_cells
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.spin_box import indent


class SecondView(CalibrationView):
    """The share and the second reviewer above, kept at once; the queue below."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        store = SecondOpinionStore(
            services.workspace.database, services.clock, services.reviews.actor
        )
        self.presenter = SecondPresenter(store, services.calibration)
        self.state = QueueState()
        self._task: Task | None = None
        self._undelivered: tuple[Problem, ...] = ()
        theme = services.theme
        self.share = QSpinBox()
        self.share.setRange(0, 100)
        indent(self.share)
        self.reviewer = QComboBox()
        self.reviewer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._before, self._between, self._after = (make_label() for _ in range(3))
        self._told = make_label("small", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.problems = ProblemBanner(theme, lambda: services.language)
        self.table = CellTable(theme)
        self.send = TextButton(theme, "primary", "upload")
        self.compare = TextButton(theme, "", "columns-2")
        self.package = TextButton(theme, "quiet", "external-link")
        self.drop = TextButton(theme, "quiet", "ban")
        self.empty = EmptyState(theme, "users")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._progress.hide()

    def _lay_out(self) -> None:
        rule = QHBoxLayout()
        rule.setSpacing(tokens.SPACE)
        for widget in (self._before, self.share, self._between, self.reviewer, self._after):
            rule.addWidget(widget)
        rule.addStretch()
        rule.addWidget(self._progress)
        top = Card()
        top.body.addLayout(rule)
        top.body.addWidget(self._told)
        actions = QHBoxLayout()
        actions.setSpacing(tokens.SPACE)
        for button in (self.compare, self.package, self.drop):
            actions.addWidget(button)
        actions.addStretch()
        actions.addWidget(self.send)
        queue = Card()
        queue.body.addWidget(self.table, 1)
        queue.body.addLayout(actions)
        below = QWidget()
        self._stage = QStackedLayout(below)
        self._stage.addWidget(queue)
        self._stage.addWidget(self.empty)
        self._queue = queue
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.problems)
        column.addWidget(top)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        # A number that is being typed is not yet what the person means.
        self.share.setKeyboardTracking(False)
        self.share.editingFinished.connect(self._keep_share)
        self.reviewer.activated.connect(self._keep_reviewer)
        self.table.row_chosen.connect(lambda _: self._show_actions())
        self.table.opened.connect(lambda _: self._open_current())
        self.send.clicked.connect(self.ask_send)
        self.compare.clicked.connect(self.show_comparison)
        self.package.clicked.connect(self._open_package)
        self.drop.clicked.connect(self.drop_or_take_back)
        watch = self._services.calibration_watch
        watch.brought.connect(lambda _folder, _news: self._look_again())

    # What is shown

    def reload(self) -> None:
        self._run(self.presenter.look, self._take)

    def _look_again(self) -> None:
        if self.isVisible() and self._task is None:
            self.reload()

    def first_focus(self) -> QWidget:
        return self.table if self.state.opinions else self.share

    def show_state(self, state: QueueState) -> None:
        self.state = state
        settings = self._services.settings
        self.share.setValue(settings.second_share_pct)
        self.reviewer.clear()
        self.reviewer.addItem(self.tr("nobody chosen"), "")
        for one in state.people:
            self.reviewer.addItem(one.person.name, one.person.fingerprint)
        self.reviewer.setCurrentIndex(max(self.reviewer.findData(settings.second_reviewer), 0))
        heads = [
            self.tr("Review"),
            self.tr("Why"),
            self.tr("Agent"),
            self.tr("Score"),
            self.tr("Since"),
            self.tr("State"),
        ]
        self.table.show_rows(heads, [opinion_cells(one) for one in state.opinions], wide=0)
        self._stage.setCurrentWidget(self._queue if state.opinions else self.empty)
        self.problems.show_problems(state.problems)
        self._show_actions()

    def _take(self, state: QueueState) -> None:
        # What could not be delivered is told until the next look.
        told, self._undelivered = self._undelivered, ()
        self.show_state(replace(state, problems=(*told, *state.problems)))
        if state.opened:
            words = self.tr("%n package(s) of second opinions opened", "", len(state.opened))
            self.said.emit(words, "", None)
            self.changed.emit()

    def current(self) -> SecondOpinion | None:
        row = self.table.currentRow()
        return self.state.opinions[row] if 0 <= row < len(self.state.opinions) else None

    def _show_actions(self) -> None:
        current = self.current()
        state = None if current is None else current.state
        waiting = len(self.state.waiting())
        self.send.setEnabled(bool(waiting))
        self.send.name_it(self.tr("Send %n review(s)", "", waiting))
        self.compare.setEnabled(state is OpinionState.OPENED)
        self.package.setEnabled(state in (OpinionState.SENT, OpinionState.OPENED))
        self.drop.setEnabled(state in (OpinionState.WAITING, OpinionState.DROPPED))
        dropped = state is OpinionState.DROPPED
        self.drop.name_it(self.tr("Take it back in") if dropped else self.tr("Drop…"))

    # What the person does

    def _keep_share(self) -> None:
        self._keep(replace(self._services.settings, second_share_pct=self.share.value()))

    def _keep_reviewer(self) -> None:
        chosen = str(self.reviewer.currentData())
        self._keep(replace(self._services.settings, second_reviewer=chosen))

    def _keep(self, settings: Settings) -> None:
        preferences = self._services.preferences
        if settings != preferences.settings():
            preferences.change(settings)
            self.problems.show_problems(preferences.problems)

    def _open_current(self) -> None:
        current = self.current()
        if current is None:
            return
        if current.state is OpinionState.OPENED:
            self.show_comparison()
        elif current.state is OpinionState.SENT:
            self._open_package()
        else:
            self.review_requested.emit(current.interaction_id, "")

    def ask_send(self) -> None:
        """Asks for a folder where no shared one is chosen."""
        folder = self._services.settings.calibration_folder
        if folder:
            self.send_to(Path(folder), None)
            return
        if not self._services.settings.second_reviewer:
            self.send_to(None, Path())
            return
        name = QFileDialog.getExistingDirectory(self, self.tr("Where the package goes"))
        if name:
            self.send_to(None, Path(name))

    def send_to(self, folder: Path | None, by_hand: Path | None) -> None:
        settings, services = self._services.settings, self._services
        title = self.tr("Second opinions, {0}").format(date_text(services.clock.now()))
        waiting = self.state.waiting()
        self._run(
            lambda progress: self.presenter.send(
                waiting, settings.second_reviewer, title, folder, by_hand, progress
            ),
            self._tell_sent,
        )

    def _tell_sent(self, sent: Sent) -> None:
        words = self.tr("%n review(s) on their way", "", sent.count)
        if sent.files:
            names = ", ".join(file.name for file in sent.files)
            words = self.tr("Saved {0}: hand it on to the second reviewer.").format(names)
        self.said.emit(words, "", None)
        self.changed.emit()
        self._undelivered = sent.problems
        self._run(self.presenter.look, self._take)

    def show_comparison(self) -> None:
        current = self.current()
        if current is None or current.state is not OpinionState.OPENED:
            return
        review_id = current.review_id
        self._run(lambda _: self.presenter.compared(review_id), self._show_both)

    def _show_both(self, both: SideBySide) -> None:
        dialog = OpinionsDialog(self._services, both, self)
        dialog.review_requested.connect(
            lambda interaction: self.review_requested.emit(interaction, "")
        )
        dialog.results_requested.connect(self.results_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_package(self) -> None:
        current = self.current()
        if current is not None and current.session_id is not None:
            self.session_requested.emit(current.session_id)

    def drop_or_take_back(self) -> None:
        current = self.current()
        if current is None:
            return
        review_id = current.review_id
        if current.state is OpinionState.DROPPED:
            self._change(lambda: self.presenter.take_back(review_id))
            return
        dialog = DropDialog(current.title, self)
        dialog.accepted.connect(lambda: self._drop(review_id, dialog.reason()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _drop(self, review_id: str, reason: str) -> None:
        if self._change(lambda: self.presenter.drop(review_id, reason)):
            self.said.emit(
                self.tr("Dropped from the queue"),
                self.tr("Undo"),
                lambda: self._change(lambda: self.presenter.take_back(review_id)),
            )

    def _change(self, change: Callable[[], object]) -> bool:
        """Whether it could be done; else it is told why."""
        try:
            change()
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return False
        self.reload()
        return True

    def _run(self, work: Callable[..., object], then: Callable[..., None]) -> None:
        """On a worker's thread, one at a time: what is asked for meanwhile comes after it."""
        before = self._task
        if before is not None:
            before.over.connect(lambda: self._run(work, then) if isValid(self) else None)
            return
        self._progress.setRange(0, 0)
        self._progress.show()
        task = self._services.runner.start(work)
        self._task = task
        task.finished.connect(then)
        task.failed.connect(self._fail)
        task.over.connect(self._over)

    def _over(self) -> None:
        self._task = None
        self._progress.hide()

    def _fail(self, error: ProblemError) -> None:
        self.problems.show_problems(error.problems)

    def retranslate(self) -> None:
        self._before.setText(self.tr("Of the reviews I submit,"))
        self.share.setSuffix(" %")
        self.share.setAccessibleName(self.tr("Share of my reviews that get a second opinion"))
        self._between.setText(self.tr("go to"))
        self.reviewer.setAccessibleName(self.tr("Second reviewer"))
        self._after.setText(self.tr("to be graded again, blind."))
        self._told.setText(
            self.tr(
                "They are drawn when you submit, by a number nobody can know before. Any submitted"
                " review can be asked about too, from its page or the list of interactions."
            )
        )
        self._progress.setAccessibleName(self.tr("Looking for answers"))
        self.table.setAccessibleName(self.tr("Second opinions"))
        self.compare.name_it(self.tr("Compare"))
        self.package.name_it(self.tr("Open the package"))
        self.empty.show_words(
            self.tr("No review waits for a second opinion"),
            self.tr(
                "Choose a share above, or ask about a submitted review: on its page, under the"
                " scorecard, or by a right click in the list of interactions."
            ),
        )
        self.show_state(self.state)
