"""The preview of an import: what would come in, what not and why; then the import itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.base.wording import wording
from qa_desktop.desktop.importing.entries_model import EntriesModel, EntryColumn
from qa_desktop.desktop.importing.options_bar import OptionsBar
from qa_desktop.desktop.importing.presenter import ImportingPresenter, ImportingState, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.row_delegate import RowDelegate
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportPlan,
    ImportReport,
    State,
    commit_import,
    plan_import,
)
from qa_desktop.interactions.model import KnownInteraction
from qa_desktop.interactions.own_profiles import FOLDER_NAME

_WIDTH, _HEIGHT = 1040, 620
_WIDTHS = {
    EntryColumn.STATE: 110,
    EntryColumn.FILE: 230,
    EntryColumn.KIND: 80,
    EntryColumn.AGENT: 104,
    EntryColumn.SIZE: 116,
}


class ImportDialog(QDialog):
    """Signal `imported(ImportReport)` once everything taken is in the workspace."""

    imported = Signal(object)

    def __init__(
        self,
        services: Services,
        paths: Sequence[Path],
        parent: QWidget | None = None,
        *,
        attach_to: KnownInteraction | None = None,
    ) -> None:
        """`attach_to`: only the words for this interaction come in."""
        super().__init__(parent)
        self._services = services
        self._task: Task | None = None
        options = ImportOptions(
            copy_media=services.settings.copy_media,
            profile_paths=(services.workspace.folder / FOLDER_NAME,),
            attach_to=attach_to,
        )
        self.presenter = ImportingPresenter(tuple(paths), options)
        begin_with_size(self, _WIDTH, _HEIGHT)
        theme = services.theme
        self._title = make_label("title")
        self.options = OptionsBar(theme)
        self._tabs = {state: TextButton(theme, "chip") for state in (None, *State)}
        self.model = EntriesModel(self._what, self)
        self.table = QTableView()
        self._set_up_table()
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.notes = ProblemBanner(theme, lambda: services.language, tone="caution")
        self.details = ProblemBanner(
            theme, lambda: services.language, tone="caution", closable=False
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._what_now = ElidedLabel(role="small", mode=Qt.TextElideMode.ElideMiddle)
        self.cancel = TextButton(theme)
        self.cancel.clicked.connect(self.reject)
        self.take = TextButton(theme, "primary", "upload")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._look()

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(self._services.theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, tokens.scaled(width))

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(tokens.SPACE)
        for button in self._tabs.values():
            button.setCheckable(True)
            tabs.addWidget(button)
        tabs.addStretch()
        card = Card(margin=tokens.TIGHT)
        card.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._what_now, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        margin = tokens.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._title)
        column.addWidget(self.options)
        column.addWidget(self.banner)
        column.addWidget(self.notes)
        column.addLayout(tabs)
        column.addWidget(card, 1)
        column.addWidget(self.details)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def _connect(self) -> None:
        presenter = self.presenter
        self.options.channel_chosen.connect(
            lambda channel: self._again(presenter.choose_channel(channel))
        )
        self.options.offset_chosen.connect(
            lambda offset: self._again(presenter.choose_offset(offset))
        )
        self.options.metadata_chosen.connect(
            lambda file: self._again(presenter.choose_metadata(file))
        )
        self.options.joining_chosen.connect(
            lambda on: self._again(presenter.choose_joining(join_legs=on))
        )
        self.options.copying_chosen.connect(
            lambda on: self._again(presenter.choose_copying(copy_media=on))
        )
        for state, button in self._tabs.items():
            button.clicked.connect(
                lambda _=False, shown=state: self.show_state(presenter.show_only(shown))
            )
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _before: self._show_details(now.row())
        )

    def show_state(self, state: ImportingState) -> None:
        self._show_phase(state)
        self.options.show_options(state.options)
        self.banner.show_problems(state.problems)
        self.notes.show_problems(state.notes)
        for key, button in self._tabs.items():
            count = len(state.entries) if key is None else state.counts[key]
            button.name_it(f"{self._tab_word(key)}  {count}")
            button.setChecked(key is state.shown)
            button.setVisible(key is None or count > 0)
        self.model.show_entries(state.visible)
        self.details.show_problems(())

    def _show_phase(self, state: ImportingState) -> None:
        busy = state.phase is not Phase.PREVIEW
        titles = {
            Phase.LOOKING: self.tr("Looking at the files…"),
            Phase.PREVIEW: self._preview_title(state),
            Phase.TAKING: self.tr("Importing…"),
        }
        self._title.setText(titles[state.phase])
        self._show_progress(state)
        self._bar.setVisible(busy)
        self._what_now.setVisible(True)
        self.options.setEnabled(not busy)
        self.options.setVisible(state.options.attach_to is None)
        self.take.setEnabled(state.can_take)
        count = state.counts[State.TAKE]
        words = self.tr("Import %n interaction(s)", "", count) if count else self.tr("Import")
        if state.options.attach_to is not None:
            words = self.tr("Attach the transcript")
        self.take.name_it(words)

    def _preview_title(self, state: ImportingState) -> str:
        home = state.options.attach_to
        if home is None:
            return self.tr("What will come in")
        return self.tr("Transcript for “{0}”").format(home.title)

    def _show_progress(self, state: ImportingState) -> None:
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)
        self._what_now.setText(state.what if state.phase is not Phase.PREVIEW else "")

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self.cancel.name_it(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("What will come in"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self.show_state(self.presenter.state)

    def _tab_word(self, state: State | None) -> str:
        words = {
            None: self.tr("All"),
            State.TAKE: self.tr("Taken"),
            State.SKIP: self.tr("Skipped"),
            State.FAIL: self.tr("Failing"),
        }
        return words[state]

    def _what(self, problem: Problem) -> str:
        return wording(self._services.language).what(problem)

    def _show_details(self, row: int) -> None:
        entry = self.model.entry(row)
        self.details.show_problems(entry.problems if entry else ())

    # The work

    def _look(self) -> None:
        state = self.presenter.looking()
        self.show_state(state)
        paths, options = self.presenter.paths, state.options
        store = self._services.interactions

        def work(progress: Progress) -> ImportPlan:
            known = store.known_hashes()
            return plan_import(paths, options, known_hashes=known, progress=progress)

        self._run(self._services.runner.start(work), self._looked)

    def _again(self, _state: ImportingState) -> None:
        if self._task is None:
            self._look()

    def _looked(self, plan: ImportPlan) -> None:
        self.show_state(self.presenter.looked(plan))
        self.table.setFocus()

    def _take(self) -> None:
        plan = self.presenter.taking()
        self.show_state(self.presenter.state)
        store, workspace = self._services.interactions, self._services.workspace

        def work(progress: Progress) -> ImportReport:
            return commit_import(plan, store, workspace, progress)

        self._run(self._services.runner.start(work), self._taken)

    def _taken(self, report: ImportReport) -> None:
        self.accept()
        self.imported.emit(report)

    def _run(self, task: Task, finished: Callable[[Any], None]) -> None:
        self._task = task

        def done(result: object) -> None:
            self._task = None
            finished(result)

        task.progressed.connect(self._progressed)
        task.finished.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._stopped)
        task.crashed.connect(self._stopped)

    def _progressed(self, done: int, total: int, what: str) -> None:
        self._show_progress(self.presenter.progressed(done, total, what))

    def _failed(self, error: ProblemError) -> None:
        self._task = None
        self.show_state(self.presenter.failed(error.problems))

    def _stopped(self) -> None:
        self._task = None
        super().reject()

    def reject(self) -> None:
        """Cancels what is under way; nothing stays half-done."""
        if self._task is not None:
            self._task.cancel()
            return
        self.presenter.close()
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
