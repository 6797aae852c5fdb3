"""The rubrics of which no version is in use any more, to bring back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.rubrics.versions.presenter import VersionsPresenter
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.versions import Version

_SIZE = (720, 420)


class RetiredDialog(QDialog):
    """Signal `brought_back(Rubric)`: the person wants it in use again."""

    brought_back = Signal(object)

    def __init__(
        self, services: Services, presenter: VersionsPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._retired: tuple[Version, ...] = ()
        title = self.tr("Retired rubrics")
        self.setWindowTitle(title)
        begin_with_size(self, *_SIZE)
        theme = services.theme
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.table = CellTable(theme)
        self.table.setAccessibleName(title)
        self.table.opened.connect(lambda _: self._bring_back())
        self.empty = EmptyState(theme, "archive")
        self.empty.show_words(
            self.tr("No retired rubric"),
            self.tr("Rubrics of which every version was retired stand here."),
        )
        self._stage = QStackedWidget()
        self._stage.addWidget(self.empty)
        self._stage.addWidget(self.table)
        self.bring_back = TextButton(theme, "primary", "undo-2")
        self.bring_back.name_it(self.tr("Bring back"), "Enter")
        self.bring_back.clicked.connect(self._bring_back)
        close = TextButton(theme)
        close.name_it(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self.bring_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.banner)
        column.addWidget(make_label("title", title))
        column.addWidget(self._stage, 1)
        column.addLayout(foot)
        self.bring_back.setEnabled(False)
        # Off this thread: rubrics that were not read yet take their time.
        task = services.runner.start(lambda _: presenter.retired())
        task.finished.connect(self._show)
        task.failed.connect(self._tell)

    def _tell(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _show(self, retired: tuple[Version, ...]) -> None:
        # One that is not what was published can't be used again.
        self._retired = tuple(version for version in retired if version.rubric is not None)
        titles = (self.tr("Rubric"), self.tr("Version"), self.tr("Retired"), self.tr("By"))
        self.table.show_rows(titles, [self._cells(version) for version in self._retired])
        self._stage.setCurrentIndex(1 if self._retired else 0)
        self.bring_back.setEnabled(bool(self._retired))
        if self._retired:
            self.table.setFocus()

    def _cells(self, version: Version) -> tuple[Cell, ...]:
        rubric, retired_at = version.rubric, version.retired_at
        title = version.rubric_id if rubric is None else rubric.title.to(self._services.language)
        return (
            Cell(text=title, strong=True),
            Cell(text=f"v{version.version}"),
            Cell(text="–" if retired_at is None else date_text(retired_at)),
            Cell(text=version.retired_by or "–"),
        )

    def _bring_back(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._retired):
            self.accept()
            self.brought_back.emit(self._retired[row].rubric)
