"""How long grading took: for the reviewer alone, and his to delete."""

from datetime import datetime

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.review.words import length_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.reviews.grading_times_store import GradingTimesStore

_WIDTH = 520
_MOST_RUBRICS = 12


class TimesDialog(QDialog):
    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your grading times"))
        self.setMinimumWidth(tokens.scaled(_WIDTH))
        self._services = services
        self._store = GradingTimesStore(services.workspace.database, services.reviews.actor)
        self.today = make_label("headline")
        self.hint = make_label("muted", wrap=True)
        self.problems = ProblemBanner(services.theme, lambda: services.language)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(tokens.WIDE)
        self._rows.setVerticalSpacing(tokens.SPACE)
        self._rows.setColumnStretch(0, 1)
        self.delete = TextButton(services.theme, "", "trash-2")
        self.delete.name_it(self.tr("Delete all your times"))
        self.delete.clicked.connect(self._ask)
        self.really = TextButton(services.theme, "")
        self.really.setProperty("tone", "bad")
        self.really.name_it(self.tr("Really delete: they can't be brought back"))
        self.really.clicked.connect(self._delete)
        self.really.hide()
        close = TextButton(services.theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.delete)
        foot.addWidget(self.really)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.today)
        column.addWidget(self.hint)
        column.addWidget(self.problems)
        column.addLayout(self._rows)
        column.addStretch()
        column.addLayout(foot)
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now = self._services.clock.now().astimezone()
        midnight = datetime(now.year, now.month, now.day).astimezone()
        count, spent_ms = self._store.submitted_since(midnight)
        words = self.tr("%n review(s) today", "", count)
        said = f"{words} · {length_words(spent_ms)}"
        self.today.setText(said if count else self.tr("None measured today"))
        rubrics = self._store.by_rubric()
        titles = {r.id: r.title.to(self._services.language) for r in self._services.rubrics.all()}
        for number, times in enumerate(rubrics[:_MOST_RUBRICS]):
            title = titles.get(times.rubric_id, times.rubric_id)
            self._rows.addWidget(make_label("", title, wrap=True), number, 0)
            counted = self.tr("%n review(s)", "", times.reviews)
            self._rows.addWidget(make_label("muted", counted), number, 1)
            middle = self.tr("{0} in the middle").format(length_words(times.median_ms))
            self._rows.addWidget(make_label("heading", middle), number, 2)
        self._say(any_kept=bool(rubrics))

    def _say(self, *, any_kept: bool) -> None:
        off = not self._services.settings.times_grading
        private = self.tr("Only you see this. It is in no review, no sheet and no export.")
        switched = self.tr("Timing is off: Settings, Grading, switches it on.")
        self.hint.setText(f"{private} {switched}" if off else private)
        self.delete.setVisible(any_kept)
        self.really.hide()

    def _ask(self) -> None:
        self.delete.hide()
        self.really.show()
        self.really.setFocus()

    def _delete(self) -> None:
        try:
            self._store.delete_all()
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return
        self._show()
