"""Publishes a draft: what stands against it, what it changes, how past reviews would come out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.rubrics.editor.check_row import CheckDelegate
from qa_desktop.desktop.rubrics.editor.checks import lines_of, show_lines
from qa_desktop.desktop.rubrics.editor.state import Note, Weight
from qa_desktop.desktop.rubrics.versions.diff_view import DiffView
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.rubrics.versions.what_if_panel import WhatIfPanel
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.diff import diff_rubrics
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import Plain

_SIZE = (960, 680)
_NOTE_LINES = 2
_CHANGES, _PAST, _HINTS = range(3)


class PublishDialog(QDialog):
    """Stays until it is told how the publishing went: `accept`, or `show_failure`.

    Signals: `confirmed(str note)`; `place_requested(Note)` of an error or hint that was chosen;
    `review_requested(str interaction_id)`.
    """

    confirmed = Signal(str)
    place_requested = Signal(object)
    review_requested = Signal(str)

    def __init__(
        self,
        services: Services,
        rubric: Rubric | None,
        notes: Sequence[Note],
        last: Rubric | None,
        parent: QWidget | None = None,
        *,
        data: Plain = None,
    ) -> None:
        """`rubric` None: the draft has errors, and `notes` say which; `last`: the newest version
        that is published, None: there is none. `data`: what is written, to name places by."""
        super().__init__(parent)
        self._services = services
        self._data = data
        self._errors = [note for note in notes if note.weight is Weight.ERROR]
        self._hints = [note for note in notes if note.weight is not Weight.ERROR]
        self.panel: WhatIfPanel | None = None
        self.note: QPlainTextEdit | None = None
        self._publishing = False
        self.setWindowTitle(self.tr("Publish"))
        begin_with_size(self, *_SIZE)
        self.go = TextButton(services.theme, "primary", "badge-check")
        self.banner = ProblemBanner(services.theme, lambda: services.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self.banner)
        if rubric is None or self._errors:
            self._say_why_not(column)
        else:
            self._offer(column, rubric, last)
        column.addLayout(self._foot())

    # What stands against it

    def _say_why_not(self, column: QVBoxLayout) -> None:
        theme = self._services.theme
        title = self.tr("This can't be published yet")
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(IconLabel(theme, "circle-x", "bad"))
        head.addWidget(make_label("title", title, wrap=True), 1)
        column.addLayout(head)
        told = self.tr("Enter goes to the place.")
        column.addWidget(make_label("muted", told, wrap=True))
        self.errors = self._listing(self._errors, title)
        column.addWidget(self.errors, 1)
        self.go.name_it(self.tr("Go to the first"), "Enter")
        self.go.show_icon("arrow-right")
        self.go.clicked.connect(lambda: self._go_to(self._errors[:1]))
        self.errors.setFocus()

    def _listing(self, notes: Sequence[Note], name: str) -> QListWidget:
        listing = QListWidget()
        listing.setItemDelegate(CheckDelegate(self._services.theme, listing))
        listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        # Lines are as high as their words at this width.
        listing.setResizeMode(QListView.ResizeMode.Adjust)
        listing.setAccessibleName(name)
        show_lines(listing, lines_of(notes, self._data, self._services.language))
        listing.itemActivated.connect(
            lambda item: self._go_to(notes[listing.row(item) : listing.row(item) + 1])
        )
        if notes:
            listing.setCurrentRow(0)
        return listing

    def _go_to(self, notes: Sequence[Note]) -> None:
        self.accept()
        for note in notes:
            self.place_requested.emit(note)

    # What it would do

    def _offer(self, column: QVBoxLayout, rubric: Rubric, last: Rubric | None) -> None:
        theme, language = self._services.theme, self._services.language
        title = self.tr("Publish {0}, version {1}?")
        words = title.format(rubric.title.to(language), rubric.version)
        column.addWidget(make_label("title", words, wrap=True))
        told = self.tr(
            "From then on it can be graded with, and can't be changed any more: what comes later is"
            " another version. Reviews that are under way keep theirs."
        )
        column.addWidget(make_label("muted", told, wrap=True))
        self.switch = Switch(theme, 3 if self._hints else 2)
        changes = 0 if last is None else len(diff_rubrics(last, rubric))
        names = [self.tr("What changes: {0}").format(changes), self.tr("On past reviews")]
        if last is None:
            names[0] = self.tr("The first version")
        if self._hints:
            names.append(self.tr("Hints: {0}").format(len(self._hints)))
        self.switch.name_them(names)
        self.switch.chosen.connect(self._bring)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._stage = QStackedWidget()
        view = DiffView(theme)
        view.show_pair(last, rubric, language)
        self.panel = WhatIfPanel(self._services, rubric, rubric.id if last is None else last.id)
        self.panel.review_requested.connect(self._go_to_review)
        self.finished.connect(self.panel.leave)
        self._stage.addWidget(view)
        self._stage.addWidget(self.panel)
        self._stage.addWidget(self._listing(self._hints, self.tr("Hints")))
        column.addWidget(self._stage, 1)
        self._ask_note(column, first=last is None)
        self.go.name_it(self.tr("Publish"))
        self.go.clicked.connect(self._confirm)

    def _ask_note(self, column: QVBoxLayout, *, first: bool) -> None:
        label = self.tr("What it is for") if first else self.tr("What changed and why")
        column.addWidget(make_label("heading", label))
        note = QPlainTextEdit()
        note.setAccessibleName(label)
        note.setTabChangesFocus(True)
        note.setPlaceholderText(self.tr("Stays with the version for ever"))
        line = note.fontMetrics().lineSpacing()
        note.setFixedHeight(line * _NOTE_LINES + 4 * tokens.SPACE)
        column.addWidget(note)
        self.note = note
        note.setFocus()

    def _bring(self, place: int) -> None:
        self._stage.setCurrentIndex(place)
        if place == _PAST and self.panel is not None:
            self.panel.begin()

    def _go_to_review(self, interaction_id: str) -> None:
        self.accept()
        self.review_requested.emit(interaction_id)

    def _foot(self) -> QHBoxLayout:
        cancel = TextButton(self._services.theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        return foot

    def _confirm(self) -> None:
        note = "" if self.note is None else self.note.toPlainText().strip()
        self._publishing = True
        self.go.setEnabled(False)
        self.banner.show_problems(())
        self.confirmed.emit(note)

    def show_failure(self, error: ProblemError) -> None:
        """It was not published; the person may mend that and try again."""
        self._publishing = False
        self.go.setEnabled(True)
        self.banner.show_problems(error.problems)

    # Qt's own

    def reject(self) -> None:
        """Not while it is under way: nobody would see how it went."""
        if not self._publishing:
            super().reject()
