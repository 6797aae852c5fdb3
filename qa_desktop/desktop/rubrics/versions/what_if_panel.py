"""Tries a draft on past reviews: which ones, the work under way, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import written_beside
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.versions.sample_bar import SampleBar
from qa_desktop.desktop.rubrics.versions.what_if_results import WhatIfResults
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.reviews.trying import try_draft
from qa_desktop.reviews.what_if import Tried
from qa_desktop.reviews.what_if_csv import what_if_csv
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore, Whose
from qa_desktop.reviews.what_if_summary import Summary, summarise
from qa_desktop.rubrics.model import Rubric

_RESULTS, _EMPTY, _NONE = range(3)


class WhatIfPanel(Retranslated):
    """Signals: `review_requested(str interaction_id)`; `tried(Summary)` when a trial is done."""

    review_requested = Signal(str)
    tried = Signal(object)

    def __init__(self, services: Services, draft: Rubric, of: str) -> None:
        """`of`: the id of the rubric whose reviews it is tried on."""
        super().__init__()
        self._services = services
        self._draft = draft
        self._store = WhatIfStore(services.workspace.database)
        self._task: Task | None = None
        self._done: tuple[Tried, Summary] | None = None
        self._began = False
        theme = services.theme
        self.export = TextButton(theme, "", "download")
        self.export.clicked.connect(self._ask_file)
        self.bar = SampleBar(theme, of, self.export)
        self.bar.chosen.connect(self.run)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = TextButton(theme, "quiet")
        self.cancel.clicked.connect(self.stop)
        self._said = make_label("small", wrap=True)
        self.results = WhatIfResults(theme)
        self.results.review_requested.connect(self.review_requested)
        self.empty = EmptyState(theme, "inbox")
        self._stage = QStackedWidget()
        self._stage.addWidget(self.results)
        self._stage.addWidget(self.empty)
        self._stage.addWidget(QWidget())
        self._stage.setCurrentIndex(_NONE)
        self._lay_out()
        self._show_work(under_way=False)
        self.retranslate()

    def _lay_out(self) -> None:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self.banner)
        column.addWidget(self.bar)
        column.addWidget(self._work)
        column.addWidget(self._said)
        column.addWidget(self._stage, 1)

    def begin(self) -> None:
        """Looks what there is and tries the draft on the usual sample; once."""
        if self._began:
            return
        self._began = True
        of = self.bar.wanted.rubric_id
        task = self._services.runner.start(lambda _: self._store.whose(of))
        task.finished.connect(self._show_whose)
        task.failed.connect(self._failed)

    def _show_whose(self, whose: Whose) -> None:
        self.bar.show_whose(whose)
        self.run(self.bar.wanted)

    def run(self, wanted: SampleFilter) -> None:
        """Off this thread; a trial that is under way gives way."""
        self.stop()
        draft, store, rubrics = self._draft, self._store, self._services.rubrics

        def work(progress: Progress) -> tuple[Tried, Summary]:
            done = try_draft(store, rubrics, draft, wanted, progress)
            return done, summarise(done)

        task = self._services.runner.start(work)
        self._task = task
        self._said.hide()
        self.banner.show_problems(())
        self._show_work(under_way=True)
        task.progressed.connect(lambda done, total, _: self._show_progress(task, done, total))
        task.finished.connect(lambda done: self._finished(task, done))
        task.failed.connect(self._failed)
        task.cancelled.connect(lambda: self._cancelled(task))
        task.over.connect(lambda: self._over(task))

    def stop(self) -> None:
        """Cancels the trial under way; what was shown before stays."""
        if self._task is not None:
            self._task.cancel()

    def leave(self) -> None:
        """Nobody looks any more: what is under way is cancelled and not told."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _show_progress(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self.progress.setMaximum(total)
            self.progress.setValue(done)

    def _finished(self, task: Task, done: tuple[Tried, Summary]) -> None:
        if task is self._task:
            self._done = done
            self._show()
            self.tried.emit(done[1])

    def _cancelled(self, task: Task) -> None:
        if task is self._task:
            self._said.setText(self.tr("Cancelled. Choose a sample to try again."))
            self._said.show()

    def _failed(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _over(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._show_work(under_way=False)

    def _show_work(self, *, under_way: bool) -> None:
        self._work.setVisible(under_way)
        self.progress.setMaximum(0)
        self.export.setEnabled(self._done is not None and bool(self._done[1].count))

    def _show(self) -> None:
        if self._done is None:
            return
        tried, summary = self._done
        nothing = not summary.count and not tried.left_out
        self._stage.setCurrentIndex(_EMPTY if nothing else _RESULTS)
        if not nothing:
            self.results.show_summary(summary, self._grades(), self._services.language)

    def _grades(self) -> dict[str | None, str]:
        """The draft's, the best first; then those that only earlier versions have."""
        language = self._services.language
        published = [r for r in self._services.rubrics.all() if r.id == self.bar.wanted.rubric_id]
        return {
            grade.id: grade.title.to(language)
            for rubric in (*reversed(published), self._draft)
            for grade in rubric.grades
        }

    def _ask_file(self) -> None:
        proposed = f"{self._draft.id}-v{self._draft.version}.csv"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the trial"), proposed, self.tr("Tables (*.csv)")
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, file: Path) -> None:
        """As CSV."""
        if self._done is None:
            return
        try:
            with written_beside(file) as beside:
                beside.write_bytes(what_if_csv(self._done[0]).encode("utf-8"))
        except OSError as error:
            values = {"reason": reason_of(error)}
            where = Where(file=str(file))
            self.banner.show_problems(
                [Problem(code="reviews.not_written", where=where, values=values)]
            )
            return
        self._said.setText(self.tr("Saved as {0}").format(file.name))
        self._said.show()

    def first_focus(self) -> QWidget:
        return self.bar.first_focus()

    def retranslate(self) -> None:
        self.export.name_it(self.tr("Export CSV…"))
        self.cancel.name_it(self.tr("Cancel"))
        self.progress.setAccessibleName(self.tr("Scoring past reviews again"))
        if self.bar.wanted == SampleFilter(
            rubric_id=self.bar.wanted.rubric_id, last=self.bar.wanted.last
        ):
            self.empty.show_words(
                self.tr("No past reviews to try it on"),
                self.tr(
                    "Once reviews with this rubric are submitted, you can see here how they would"
                    " come out under the draft."
                ),
            )
        else:
            self.empty.show_words(
                self.tr("No review fits the choice"),
                self.tr("Choose more agents, teams or days above."),
            )
        self._show()
