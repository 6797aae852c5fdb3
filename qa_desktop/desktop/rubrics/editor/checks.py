"""What keeps a rubric from being published, what could be better, and how its examples come out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.editor.check_row import CHECK_ROLE, Check, CheckDelegate
from qa_desktop.desktop.rubrics.editor.node_forms import fixed_word
from qa_desktop.desktop.rubrics.editor.paths import node_of
from qa_desktop.desktop.rubrics.editor.state import EditorState, Note, Weight
from qa_desktop.desktop.rubrics.editor.structure import name_of
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.examples import ExampleResult
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.scoring import format_score

translate = QCoreApplication.translate

_ICONS = {
    Weight.ERROR: ("circle-alert", "bad"),
    Weight.WARNING: ("triangle-alert", "caution"),
    Weight.ADVICE: ("info", "accent"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """`note` None: an example that comes out as it should."""

    check: Check
    note: Note | None


class Checks(Retranslated):
    """Signal `place_chosen(Path, Note | None)`: to the field, or the example, that is meant."""

    place_chosen = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: EditorState | None = None
        self._shown: list[Check] = []
        self._verdict = make_label("heading", wrap=True)
        self.list = QListWidget()
        self.list.setItemDelegate(CheckDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._verdict)
        column.addWidget(self.list, 1)
        self.retranslate()

    def show_state(self, state: EditorState) -> None:
        self._state = state
        self._verdict.setText(verdict(state))
        lines = list(_lines(state))
        checks = [line.check for line in lines]
        if checks == self._shown:
            return
        self._shown = checks
        current = self.list.currentRow()
        show_lines(self.list, lines)
        if lines:
            self.list.setCurrentRow(min(max(current, 0), len(lines) - 1))

    def retranslate(self) -> None:
        self.list.setAccessibleName(translate("RubricEditor", "Checks"))
        if self._state is not None:
            self._shown = []
            self.show_state(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Lines are as high as their words at this width.
        self.list.scheduleDelayedItemsLayout()

    def _choose(self, item: QListWidgetItem) -> None:
        line = item.data(CHECK_ROLE)
        if isinstance(line, Line):
            self.place_chosen.emit(line.check.path, line.note)


def verdict(state: EditorState) -> str:
    """One sentence: can it be published?"""
    if not state.readable:
        return translate("RubricEditor", "The text can't be read as YAML.")
    if state.errors:
        return translate("RubricEditor", "%n error(s) to mend before publishing", "", state.errors)
    return translate("RubricEditor", "Ready to be published")


def lines_of(notes: Iterable[Note], data: Plain, language: str) -> Iterator[Line]:
    """Each with what a person calls the place in `data`, the rubric as it is written."""
    for note in notes:
        icon, tone = _ICONS[note.weight]
        node = node_of(note.path)
        where = name_of(data, node, language) or fixed_word(node)
        check = Check(path=note.path, icon=icon, tone=tone, where=where, said=note.words)
        yield Line(check, note)


def show_lines(listing: QListWidget, lines: Iterable[Line]) -> None:
    """Below each other, in a list that has a CheckDelegate."""
    listing.clear()
    for line in lines:
        item = QListWidgetItem()
        item.setData(CHECK_ROLE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.check.words)
        listing.addItem(item)


def _lines(state: EditorState) -> Iterator[Line]:
    yield from lines_of(state.notes, state.data, state.language)
    for run in state.examples:
        if run.passed:
            yield Line(_of_example(run, state.language), None)


def _of_example(run: ExampleResult, language: str) -> Check:
    result = run.result
    score = None if result is None else result.score
    shown = "–" if result is None or score is None else format_score(score, result.rounding)
    said = translate("RubricEditor", "It comes out as expected: {0}").format(shown)
    title = run.example.title.to(language)
    return Check(path=run.path, icon="circle-check", tone="good", where=title, said=said)
