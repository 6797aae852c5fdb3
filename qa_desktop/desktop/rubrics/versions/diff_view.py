"""Shows what a version changes against another, by kind of change."""

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.versions.diff_cards import change_card, share_card
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.rubrics.diff import (
    Change,
    ChangeKind,
    ShareChange,
    diff_rubrics,
    share_changes,
)
from qa_desktop.rubrics.diff_words import DiffWords
from qa_desktop.rubrics.model import Rubric


class DiffView(Retranslated):
    """Chips filter by kind; none pressed shows all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pair: tuple[Rubric | None, Rubric, str] | None = None
        self._changes: tuple[Change, ...] = ()
        self._shares: tuple[ShareChange, ...] = ()
        self._chosen: set[ChangeKind] = set()
        self.chips: dict[ChangeKind, TextButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, tokens.SPACE)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self.empty = EmptyState(theme, "equal")
        self._stage = QStackedWidget()
        self._stage.addWidget(self._scroll)
        self._stage.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._row)
        column.addWidget(self._stage, 1)
        theme.changed.connect(self._draw)
        self.retranslate()

    def show_pair(self, old: Rubric | None, new: Rubric, language: str) -> None:
        """`old` None: there is no earlier version."""
        self._pair = (old, new, language)
        self._changes = () if old is None else diff_rubrics(old, new)
        self._shares = () if old is None else share_changes(old, new)
        self._chosen = set()
        self._make_chips()
        self._draw()

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(self.tr("What changed"))
        if self._pair is not None:
            self._make_chips()
            self._draw()

    def _make_chips(self) -> None:
        self._flow.clear()
        self.chips = {}
        say = self._say()
        if say is None:
            return
        for kind in ChangeKind:
            count = sum(change.kind is kind for change in self._changes)
            if not count:
                continue
            chip = TextButton(self._theme, "chip")
            chip.setCheckable(True)
            chip.setChecked(kind in self._chosen)
            chip.name_it(self.tr("{0}: {1}").format(say.heading(kind), count))
            chip.clicked.connect(lambda on, kind=kind: self._filter(kind, on=on))
            self._flow.addWidget(chip)
            chip.show()
            self.chips[kind] = chip
        self._row.setVisible(bool(self.chips))

    def _filter(self, kind: ChangeKind, *, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(kind)
        self._draw()

    def _say(self) -> DiffWords | None:
        if self._pair is None or self._pair[0] is None:
            return None
        old, new, language = self._pair
        return DiffWords(old or new, new, language)

    def _draw(self) -> None:
        if self._pair is None:
            return
        say = self._say()
        self._stage.setCurrentIndex(0 if self._changes else 1)
        self._show_emptiness()
        if say is None:
            return
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, tokens.SPACE, 0)
        cards.setSpacing(tokens.WIDE)
        for kind in ChangeKind:
            changes = [change for change in self._changes if change.kind is kind]
            if changes and (not self._chosen or kind in self._chosen):
                cards.addWidget(change_card(self._theme, say, kind, changes))
        if self._shares and (not self._chosen or ChangeKind.REWEIGHTED in self._chosen):
            cards.addWidget(share_card(say, self._shares))
        cards.addStretch()
        self._scroll.setWidget(inside)

    def _show_emptiness(self) -> None:
        if self._pair is not None and self._pair[0] is None:
            self.empty.show_words(
                self.tr("The first version"),
                self.tr("There is no earlier version to compare with."),
            )
        else:
            self.empty.show_words(
                self.tr("The two say the same"),
                self.tr("Nothing that is asked, said or scored differs."),
            )
