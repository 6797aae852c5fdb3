"""Asks whether a draft is to be published, or says what stands against it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.rubrics.editor.state import Note, Weight
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

translate = QCoreApplication.translate

_SIZE, _LIST_SIZE = (520, 190), (520, 320)


class PublishDialog(QDialog):
    """Signals: `confirmed`; `place_requested(Note)` of an error that was chosen."""

    confirmed = Signal()
    place_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        rubric: Rubric | None,
        notes: Sequence[Note],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._errors = [note for note in notes if note.weight is Weight.ERROR]
        advice = len(notes) - len(self._errors)
        self.setWindowTitle(translate("RubricEditor", "Publish"))
        begin_with_size(self, *(_LIST_SIZE if self._errors else _SIZE))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        go = TextButton(theme, "primary")
        go.setDefault(True)
        if rubric is None or self._errors:
            self._say_why_not(column)
            go.name_it(translate("RubricEditor", "Go to the first"), "Enter")
            go.clicked.connect(lambda: self._go(0))
        else:
            title = translate("RubricEditor", "Publish {0}, version {1}?")
            words = title.format(rubric.title.to(language), rubric.version)
            column.addWidget(make_label("title", words, wrap=True))
            told = translate(
                "RubricEditor",
                "From then on it can be graded with, and can't be changed any more: what comes"
                " later is another version.",
            )
            column.addWidget(make_label("", told, wrap=True))
            if advice:
                hints = translate("RubricEditor", "%n hint(s) are left; see Checks.", "", advice)
                column.addWidget(make_label("muted", hints, wrap=True))
            column.addStretch()
            go.name_it(translate("RubricEditor", "Publish"), "Enter")
            go.clicked.connect(self._confirm)
        cancel = TextButton(theme)
        cancel.name_it(translate("RubricEditor", "Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(go)
        column.addLayout(foot)
        self.go = go
        go.setFocus()

    def _say_why_not(self, column: QVBoxLayout) -> None:
        title = translate("RubricEditor", "This can't be published yet")
        column.addWidget(make_label("title", title, wrap=True))
        listing = QListWidget()
        listing.setWordWrap(True)
        listing.setAccessibleName(title)
        for note in self._errors:
            listing.addItem(QListWidgetItem(note.words))
        listing.itemActivated.connect(lambda item: self._go(listing.row(item)))
        column.addWidget(listing, 1)

    def _go(self, place: int) -> None:
        self.accept()
        if self._errors:
            self.place_requested.emit(self._errors[place])

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()
