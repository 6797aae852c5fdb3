"""All versions of one rubric, what became of each, and how its items were answered in them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.rubrics.versions.diff_dialog import DiffDialog
from qa_desktop.desktop.rubrics.versions.form_dialog import FormDialog
from qa_desktop.desktop.rubrics.versions.presenter import (
    DraftRow,
    VersionRow,
    VersionsPresenter,
    VersionsState,
)
from qa_desktop.desktop.rubrics.versions.reminder_line import ReminderLine
from qa_desktop.desktop.rubrics.versions.trend_table import TrendTable
from qa_desktop.desktop.rubrics.versions.words import ICONS, TONES, state_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.reviews.trends import ItemTrend
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.versions import VersionState

_MOST_ROWS = 5
_NOTE = 5


class VersionsPanel(Retranslated):
    """Signals: `edit_requested(str rubric_id, int version)`; `draft_requested(str draft_id)`;
    `review_requested(str interaction_id)`; `retired(Rubric)`; `changed` once a version is in use
    again or a check-up is noted."""

    edit_requested = Signal(str, int)
    draft_requested = Signal(str)
    review_requested = Signal(str)
    retired = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, presenter: VersionsPresenter) -> None:
        super().__init__()
        self._services = services
        self.presenter = presenter
        self.state = VersionsState(rubric_id="")
        self._trending: Task | None = None
        theme = services.theme
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.reminder = ReminderLine(theme)
        self.reminder.still_fits_requested.connect(self._still_fits)
        self.table = CellTable(theme)
        self.table.opened.connect(lambda _: self._open())
        self.table.row_chosen.connect(lambda _: self._enable())
        self.open = TextButton(theme, "", "eye")
        self.open.clicked.connect(self._open)
        self.compare = TextButton(theme, "", "git-compare-arrows")
        self.compare.clicked.connect(self._compare)
        self.edit = TextButton(theme, "", "pencil")
        self.edit.clicked.connect(self._edit)
        self.try_it = TextButton(theme, "", "chart-column")
        self.try_it.clicked.connect(self._try)
        self.retire = TextButton(theme, "", "archive")
        self.retire.clicked.connect(self._retire_or_bring_back)
        self.trends = TrendTable(theme, lambda: services.language)
        self._no_trends = make_label("muted", wrap=True)
        self._lower = QStackedWidget()
        self._lower.addWidget(self.trends)
        self._lower.addWidget(self._no_trends)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        for button in (self.open, self.compare, self.edit, self.try_it):
            flow.addWidget(button)
        flow.add_trailing(self.retire)
        keeps_height(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self.banner)
        column.addWidget(self.reminder)
        column.addWidget(self.table)
        column.addWidget(buttons)
        column.addSpacing(tokens.SPACE)
        column.addWidget(self._lower, 1)

    # What it shows

    def show_rubric(self, rubric_id: str) -> None:
        """Reads its versions off this thread, then shows them."""
        if rubric_id != self.state.rubric_id:
            self.show_state(VersionsState(rubric_id=rubric_id))
        task = self._services.runner.start(lambda _: self.presenter.read(rubric_id))
        task.finished.connect(self._read)
        task.failed.connect(self._tell)

    def _read(self, state: VersionsState) -> None:
        if state.rubric_id == self.state.rubric_id:
            self.show_state(state)
            self._follow(state.readable)

    def show_state(self, state: VersionsState) -> None:
        other = state.rubric_id != self.state.rubric_id
        self.state = state
        rows = [*map(self._draft_cells, state.drafts), *map(self._cells, state.versions)]
        self.table.show_rows(self._titles(), rows, wide=_NOTE)
        if other and rows:
            self.table.selectRow(0)
        self.table.setFixedHeight(max(self.table.rows_height(_MOST_ROWS), tokens.HIT))
        self.reminder.show_reminder(state.reminder, state.today)
        self._enable()

    def _follow(self, rubrics: tuple[Rubric, ...]) -> None:
        """Works the items' averages out, unless the person has gone on to another rubric."""
        if self._trending is not None:
            self._trending.cancel()
        rubric_id, presenter = self.state.rubric_id, self.presenter
        self._trending = self._services.runner.start(
            lambda told: (rubric_id, presenter.trends(rubrics, told))
        )
        self._trending.finished.connect(self._show_trends)
        self._trending.failed.connect(self._tell)

    def _tell(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _show_trends(self, told: tuple[str, tuple[ItemTrend, ...]]) -> None:
        rubric_id, trends = told
        if rubric_id != self.state.rubric_id:
            return
        answered = any(one.count or one.na for trend in trends for one in trend.averages)
        self._lower.setCurrentIndex(0 if answered else 1)
        if answered:
            self.trends.show_trends(trends)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Version"),
            self.tr("State"),
            self.tr("Published"),
            self.tr("By"),
            self.tr("Reviews"),
            self.tr("What changed and why"),
        )

    def _cells(self, row: VersionRow) -> tuple[Cell, ...]:
        version, graded = row.version, row.graded
        reviews = str(graded.submitted)
        told = [self.tr("%n submitted review(s)", "", graded.submitted)]
        if graded.drafts:
            told.append(self.tr("%n draft(s) of reviews", "", graded.drafts))
        by = version.retired_by
        retired = self.tr("Retired by {0}").format(by) if by else ""
        note = " ".join(version.note.split())
        return (
            Cell(text=f"v{version.version}", strong=True),
            Cell(
                text=state_words(row),
                icon=ICONS[row.state],
                tone="text" if row.state is VersionState.IN_FORCE else "muted",
                icon_tone=TONES[row.state],
                tooltip=retired,
            ),
            Cell(text=date_text(version.published_at)),
            Cell(text=version.published_by or "–"),
            Cell(text=reviews, number=True, tooltip=" · ".join(told)),
            Cell(text=note or "–", tone="text" if note else "muted", tooltip=version.note),
        )

    def _draft_cells(self, row: DraftRow) -> tuple[Cell, ...]:
        saved = self.tr("saved {0}").format(date_text(row.draft.saved_at))
        errors = "" if row.rubric is not None else self.tr("has errors")
        return (
            Cell(text="–" if row.version is None else f"v{row.version}", strong=True),
            Cell(text=self.tr("Draft"), icon="pencil", icon_tone="accent"),
            Cell(text="–", tone="muted"),
            Cell(text=row.draft.author or "–"),
            Cell(text="–", tone="muted", number=True),
            Cell(text=" · ".join(part for part in (saved, errors) if part), tone="muted"),
        )

    # What can be done

    def _chosen(self) -> DraftRow | VersionRow | None:
        rows: list[DraftRow | VersionRow] = [*self.state.drafts, *self.state.versions]
        place = self.table.currentRow()
        return rows[place] if 0 <= place < len(rows) else None

    def _version(self) -> VersionRow | None:
        chosen = self._chosen()
        return chosen if isinstance(chosen, VersionRow) else None

    def _rubric(self) -> Rubric | None:
        """What is chosen, as far as it can be read."""
        chosen = self._chosen()
        if isinstance(chosen, VersionRow):
            return chosen.version.rubric
        return None if chosen is None else chosen.rubric

    def _enable(self) -> None:
        chosen, version, rubric = self._chosen(), self._version(), self._rubric()
        draft = isinstance(chosen, DraftRow)
        self.open.setEnabled(rubric is not None or draft)
        self.compare.setEnabled(rubric is not None and len(self._comparable()) > 1)
        self.edit.setEnabled(version is not None and rubric is not None)
        self.try_it.setEnabled(rubric is not None)
        self.retire.setEnabled(version is not None)
        self._name_by_choice(draft=draft)

    def _name_by_choice(self, *, draft: bool) -> None:
        version = self._version()
        retired = version is not None and version.version.retired_at is not None
        self.open.name_it(self.tr("Open draft") if draft else self.tr("Show form"), "Enter")
        self.retire.name_it(self.tr("Bring back") if retired else self.tr("Retire"))
        self.retire.show_icon("undo-2" if retired else "archive")

    def _comparable(self) -> list[Rubric]:
        """Drafts without errors, then the versions."""
        drafts = [row.rubric for row in self.state.drafts if row.rubric is not None]
        return [*drafts, *self.state.readable]

    def _open(self) -> None:
        chosen, rubric = self._chosen(), self._rubric()
        if isinstance(chosen, DraftRow):
            self.draft_requested.emit(chosen.draft.id)
        elif rubric is not None:
            dialog = FormDialog(self._services.theme, rubric, self._services.language, self)
            dialog.edit_requested.connect(self._edit)
            self._show_over(dialog)

    def _compare(self) -> None:
        rubric, known = self._rubric(), self._comparable()
        if rubric is None or len(known) < 2:
            return
        new = known.index(rubric)
        old = min(new + 1, len(known) - 1)
        if old == new:
            # The oldest with the one that came after it.
            old, new = new, new - 1
        self._show_over(
            DiffDialog(self._services.theme, known, old, new, self._services.language, self)
        )

    def _edit(self) -> None:
        version = self._version()
        if version is not None:
            self.edit_requested.emit(version.version.rubric_id, version.version.version)

    def _try(self) -> None:
        rubric = self._rubric()
        if rubric is not None:
            self.try_rubric(rubric)

    def try_rubric(self, rubric: Rubric) -> None:
        """Opens the trial of a version or a draft on past reviews."""
        from qa_desktop.desktop.rubrics.versions.what_if_dialog import WhatIfDialog

        dialog = WhatIfDialog(self._services, rubric, self.state.rubric_id, self)
        dialog.panel.review_requested.connect(dialog.accept)
        dialog.panel.review_requested.connect(self.review_requested)
        self._show_over(dialog)

    def _retire_or_bring_back(self) -> None:
        row = self._version()
        if row is None:
            return
        version = row.version
        key = (version.rubric_id, version.version)
        if version.retired_at is not None:
            self._do(lambda: self.presenter.bring_back(*key))
        elif self._do(lambda: self.presenter.retire(*key)) and version.rubric is not None:
            self.retired.emit(version.rubric)

    def _still_fits(self) -> None:
        reminder = self.state.reminder
        if reminder is not None:
            rubric = reminder.rubric
            self._do(lambda: self.presenter.still_fits(rubric.id, rubric.version))

    def _do(self, act: Callable[[], None]) -> bool:
        """Whether it went well; then all is shown as it now is."""
        try:
            act()
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return False
        self.banner.show_problems(())
        self.show_rubric(self.state.rubric_id)
        self.changed.emit()
        return True

    def _show_over(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def first_focus(self) -> QWidget:
        return self.table

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Versions"))
        self.compare.name_it(self.tr("Compare…"))
        self.edit.name_it(self.tr("Edit as new version"))
        self.try_it.name_it(self.tr("Try on past reviews…"))
        self.retire.setToolTip(
            self.tr("No new review can use it; reviews that were made with it keep it.")
        )
        self._no_trends.setText(
            self.tr(
                "Once reviews are submitted, the items' averages stand here, version by version."
            )
        )
        self.show_state(self.state)
