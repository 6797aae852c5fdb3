"""The reviewer's phrases: added, changed, put in order, taken in from files and out to them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.phrases.form import PhraseForm
from qa_desktop.desktop.phrases.popup import FAULTY, PHRASE, PhraseDelegate
from qa_desktop.desktop.phrases.presenter import PhrasesPresenter, PhrasesState
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.reviews.phrase_files import load_phrases, save_phrases, starters

_WIDTH, _HEIGHT = 780, 520
_FILES = "phrases.json"


class PhrasesDialog(QDialog):
    """Accepted once they are saved. Closing it with changes asks once."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._presenter = PhrasesPresenter(preferences.settings().phrases)
        self._leaving = False
        self.resize(_WIDTH, _HEIGHT)
        self.problems = ProblemBanner(theme, preferences.language)
        self.list = QListWidget()
        self.list.setProperty("role", "menu")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(PhraseDelegate(theme, self.list))
        self.form = PhraseForm(theme)
        self.empty = EmptyState(theme, "quote")
        self._title = make_label("title", self.tr("Phrases"))
        self._how = make_label(
            "muted", self.tr("Type ; and the shortcut in any comment, then Tab."), wrap=True
        )
        self._note = make_label("small")
        self.add = IconButton(theme, "plus")
        self.delete = IconButton(theme, "trash-2")
        self.up = IconButton(theme, "chevron-up")
        self.down = IconButton(theme, "chevron-down")
        self.take_in = TextButton(theme, icon="upload")
        self.take_out = TextButton(theme, icon="download")
        self.cancel = TextButton(theme)
        self.save = TextButton(theme, "primary")
        self._stack = QStackedWidget()
        self._lay_out()
        self._name()
        self._connect()
        self.show_state(self._presenter.state())

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(tokens.TIGHT)
        for button in (self.add, self.delete, self.up, self.down):
            tools.addWidget(button)
        tools.addStretch()
        left = Card(margin=tokens.TIGHT)
        left.body.addWidget(self.list, 1)
        left.body.addLayout(tools)
        right = Card(margin=tokens.WIDE)
        right.body.addWidget(self.form)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self.take_in)
        foot.addWidget(self.take_out)
        foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addWidget(self.problems)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Phrases"))
        self.list.setAccessibleName(self.tr("Phrases"))
        self.add.name_it(self.tr("Add a phrase"))
        self.delete.name_it(self.tr("Delete this phrase"))
        self.up.name_it(self.tr("Move it up"))
        self.down.name_it(self.tr("Move it down"))
        self.take_in.name_it(self.tr("Import…"))
        self.take_out.name_it(self.tr("Export…"))
        self.save.name_it(self.tr("Save"))
        self.save.setDefault(True)
        self.empty.show_words(
            self.tr("No phrases yet"),
            self.tr("What you write again and again is a few letters away."),
            self.tr("Add a phrase"),
            self.tr("Take a few to begin with"),
        )

    def _connect(self) -> None:
        presenter, form = self._presenter, self.form
        self.list.itemClicked.connect(lambda _: self._select())
        self.list.currentRowChanged.connect(lambda _: self._select())
        self.add.clicked.connect(self._add)
        self.empty.first_requested.connect(self._add)
        self.empty.second_requested.connect(
            lambda: self._change(lambda: presenter.take_in(starters(self._preferences.language())))
        )
        self.delete.clicked.connect(lambda: self._change(presenter.delete))
        self.up.clicked.connect(lambda: self._change(lambda: presenter.move(-1)))
        self.down.clicked.connect(lambda: self._change(lambda: presenter.move(1)))
        form.shortcut_typed.connect(lambda t: self._change(lambda: presenter.change(shortcut=t)))
        form.kind_chosen.connect(lambda k: self._change(lambda: presenter.change(kind=k)))
        form.text_typed.connect(lambda t: self._change(lambda: presenter.change(text=t)))
        self.take_in.clicked.connect(self._ask_in)
        self.take_out.clicked.connect(self._ask_out)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def show_state(self, state: PhrasesState) -> None:
        self._stack.setCurrentIndex(0 if state.phrases else 1)
        self._show_rows(state)
        current = state.current
        faults = state.faults.get(current, ()) if current is not None else ()
        self.form.show_phrase(state.phrase, faults)
        self.delete.setEnabled(current is not None)
        self.up.setEnabled(bool(current))
        self.down.setEnabled(current is not None and current < len(state.phrases) - 1)
        self.take_out.setEnabled(bool(state.phrases))
        self.save.setEnabled(state.changed or bool(self._preferences.problems))
        leaving = self._leaving and state.changed
        self.cancel.name_it(self.tr("Discard the changes") if leaving else self.tr("Cancel"))
        self._note.setText(self.tr("Not saved yet.") if leaving else "")

    def _show_rows(self, state: PhrasesState) -> None:
        while self.list.count() > len(state.phrases):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(state.phrases):
            self.list.addItem(QListWidgetItem())
        for row, phrase in enumerate(state.phrases):
            item = self.list.item(row)
            item.setData(PHRASE, phrase)
            item.setData(FAULTY, row in state.faults)
            said = f";{phrase.shortcut}, {phrase.text}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if state.current is not None and self.list.currentRow() != state.current:
            self.list.setCurrentRow(state.current)

    def _change(self, act: Callable[[], PhrasesState]) -> None:
        self._leaving = False
        self.show_state(act())

    def _select(self) -> None:
        """Rows also change by our own hand, and then to what is current already."""
        row = self.list.currentRow()
        if row >= 0 and row != self._presenter.state().current:
            self.show_state(self._presenter.select(row))

    def _add(self) -> None:
        self._change(self._presenter.add)
        self.form.shortcut.setFocus(Qt.FocusReason.OtherFocusReason)

    # Files

    def _filters(self) -> str:
        return ";;".join((self.tr("JSON (*.json)"), self.tr("Table (*.csv)")))

    def _ask_in(self) -> None:
        filters = self.tr("Phrases (*.json *.csv)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import phrases"), "", filters)
        if name:
            self.import_file(Path(name))

    def _ask_out(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export phrases"), _FILES, self._filters()
        )
        if name:
            self.export_file(Path(name))

    def import_file(self, file: Path) -> None:
        """Behind those that are there; nothing of a file that has something wrong."""
        try:
            more: tuple[Phrase, ...] = load_phrases(file)
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return
        self.problems.show_problems(())
        self._change(lambda: self._presenter.take_in(more))

    def export_file(self, file: Path) -> None:
        """As they stand here, saved or not."""
        try:
            save_phrases(self._presenter.state().phrases, file)
        except ProblemError as error:
            self.problems.show_problems(error.problems)
            return
        self.problems.show_problems(())
        self._note.setText(self.tr("Exported to {0}").format(file.name))

    # The end

    def _save(self) -> None:
        """Or points at what is wrong first."""
        state = self._presenter.first_fault()
        if state.faults:
            self.show_state(state)
            short = self.form.shortcut if not self.form.shortcut_is_good() else self.form.text
            short.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        preferences = self._preferences
        preferences.change(replace(preferences.settings(), phrases=state.phrases))
        self.problems.show_problems(preferences.problems)
        if not preferences.problems:
            self.accept()

    def reject(self) -> None:
        """Twice where something would be lost."""
        if self._presenter.state().changed and not self._leaving:
            self._leaving = True
            self.show_state(self._presenter.state())
            return
        super().reject()
