"""First: the session's title, its rubric, and which interactions are graded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qa_desktop.desktop.calibration.new.draw_bar import DrawBar
from qa_desktop.desktop.calibration.new.pick_table import PickTable
from qa_desktop.desktop.calibration.new.presenter import NewState
from qa_desktop.desktop.calibration.words import kinds_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import duration_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.search_field import SearchField


class WhatStep(Retranslated):
    """Signals: `named(str)`, `rubric_chosen(int)`, `searched(str)`, `cleared`; those of its table
    and its bar."""

    named = Signal(str)
    rubric_chosen = Signal(int)
    searched = Signal(str)
    cleared = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._state = NewState()
        theme = services.theme
        self._title_word = make_label("heading")
        self.title = QLineEdit()
        self.title.textEdited.connect(self.named)
        self._title_word.setBuddy(self.title)
        self._rubric_word = make_label("heading")
        self.rubric = QComboBox()
        self.rubric.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rubric.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.rubric.activated.connect(self.rubric_chosen)
        self._rubric_word.setBuddy(self.rubric)
        self._which = make_label("heading")
        self._count = make_label("muted")
        self.clear = TextButton(theme, "link")
        self.clear.clicked.connect(self.cleared)
        self.search = SearchField(theme)
        self.search.searched.connect(self.searched)
        self.bar = DrawBar(theme)
        self.table = PickTable(theme)
        self._more = make_label("small", wrap=True)
        fields = QGridLayout()
        fields.setHorizontalSpacing(tokens.WIDE)
        fields.setVerticalSpacing(tokens.TIGHT)
        fields.addWidget(self._title_word, 0, 0)
        fields.addWidget(self.title, 1, 0)
        fields.addWidget(self._rubric_word, 0, 1)
        fields.addWidget(self.rubric, 1, 1)
        fields.setColumnStretch(0, 2)
        fields.setColumnStretch(1, 3)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._which)
        above.addWidget(self._count)
        above.addWidget(self.clear)
        above.addStretch()
        above.addWidget(self.search)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self.bar)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WIDE)
        column.addLayout(fields)
        column.addWidget(card, 1)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.title

    def show_state(self, state: NewState) -> None:
        self._state = state
        language = self._services.language
        if self.title.text() != state.title:
            self.title.setText(state.title)
        names = [f"{r.title.to(language)} v{r.version}" for r in state.rubrics]
        if [self.rubric.itemText(n) for n in range(self.rubric.count())] != names:
            self.rubric.clear()
            self.rubric.addItems(names)
        if state.rubric is not None:
            self.rubric.setCurrentIndex(state.rubrics.index(state.rubric))
        self.search.show_text(state.text)
        self.table.show_state(state)
        self._count.setText(self._count_text(state))
        self.clear.setVisible(bool(state.chosen))
        hidden = state.total - len(state.rows)
        self._more.setText(self.tr("and %n more: search for them", "", hidden))
        self._more.setVisible(hidden > 0)

    def retranslate(self) -> None:
        self._title_word.setText(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("November, week 3"))
        self._rubric_word.setText(self.tr("Rubric"))
        self.rubric.setAccessibleName(self.tr("Rubric"))
        self.title.setAccessibleName(self.tr("Title"))
        self._which.setText(self.tr("Interactions"))
        self.clear.name_it(self.tr("Choose none"))
        self.search.name_it(self.tr("Search interactions"))
        self.table.setAccessibleName(self.tr("Interactions to choose from"))
        self.show_state(self._state)

    def _count_text(self, state: NewState) -> str:
        if not state.chosen:
            return self.tr("none chosen: click, press Space, or draw lots")
        kinds = kinds_text([row.interaction.kind for row in state.chosen])
        length = duration_text(state.sound_ms)
        if not state.sound_ms:
            return kinds
        return self.tr("{0}, {1} of sound").format(kinds, length)
