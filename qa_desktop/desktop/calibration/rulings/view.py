"""The book of rulings: searched in both languages; and the items that stay unclear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.calibration.results.interface_words import answer_words
from qa_desktop.desktop.calibration.rulings.edit_dialog import EditRulingDialog
from qa_desktop.desktop.calibration.rulings.history_dialog import HistoryDialog
from qa_desktop.desktop.calibration.rulings.presenter import BookPresenter, BookState
from qa_desktop.desktop.calibration.rulings.ruling_card import RulingCardView
from qa_desktop.desktop.calibration.rulings.unclear_list import UnclearList
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.search_field import SearchField

BOOK, UNCLEAR = range(2)
_MOST = 100


class RulingsView(CalibrationView):
    """Switches between the book and the unclear items."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        theme = services.theme
        self.presenter = BookPresenter(
            services.rulings, services.rubrics, services.language, answer_words()
        )
        self.state: BookState = self.presenter.state()
        self.cards: list[RulingCardView] = []
        self.switch = Switch(theme, 2)
        self.switch.chosen.connect(self._bring)
        self.field = SearchField(theme)
        self.field.searched.connect(lambda _: self._search())
        self.rubric, self.tag = QComboBox(), QComboBox()
        for box in (self.rubric, self.tag):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _: self._search())
        self.withdrawn = QCheckBox()
        self.withdrawn.clicked.connect(lambda _: self._search())
        self._count = make_label("small")
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState(theme, "scale")
        self.nothing = EmptyState(theme, "search")
        self.nothing.first_requested.connect(self._show_everything)
        self.unclear = UnclearList(services)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(tokens.SPACE)
        for widget in (self.field, self.rubric, self.tag, self.withdrawn, self._count):
            filters.addWidget(widget)
        filters.addStretch()
        found = QWidget()
        self._found = QStackedLayout(found)
        for part in (self.area, self.empty, self.nothing):
            self._found.addWidget(part)
        book = QWidget()
        column = QVBoxLayout(book)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addLayout(filters)
        column.addWidget(found, 1)
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(book)
        self._stage.addWidget(self.unclear)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.SPACE)
        whole.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.banner)
        whole.addWidget(stage, 1)

    def reload(self) -> None:
        self.show_state(self.presenter.state())
        if self._stage.currentIndex() == UNCLEAR:
            self.unclear.reload()

    def _bring(self, place: int) -> None:
        self._stage.setCurrentIndex(place)
        if place == UNCLEAR:
            self.unclear.reload()

    def bring(self, place: int) -> None:
        self.switch.choose(place)
        self._bring(place)

    # What is found

    def _search(self) -> None:
        rubric, tag = self.rubric.currentData(), self.tag.currentData()
        self.show_state(
            self.presenter.search(
                self.field.text(),
                rubric_id=rubric if isinstance(rubric, str) else None,
                tag=tag if isinstance(tag, str) else None,
                withdrawn=self.withdrawn.isChecked(),
            )
        )

    def _show_everything(self) -> None:
        self.field.clear()
        self.show_state(self.presenter.everything())

    def show_state(self, state: BookState) -> None:
        self.state = state
        wanted = state.wanted
        every = [(None, self.tr("All rubrics")), *state.rubrics]
        _fill(self.rubric, every, wanted.rubric_id)
        tags = [(None, self.tr("All tags")), *((tag, tag) for tag in state.tags)]
        _fill(self.tag, tags, wanted.tag)
        self.tag.setVisible(bool(state.tags))
        self.rubric.setVisible(len(state.rubrics) > 1)
        for widget in (self.field, self.withdrawn, self._count):
            widget.setVisible(state.whole > 0)
        self._count.setText(self.tr("%n ruling(s)", "", len(state.lines)))
        self._show_cards(state)
        place = 0 if state.lines else (2 if state.whole else 1)
        self._found.setCurrentIndex(place)

    def _show_cards(self, state: BookState) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE, 0)
        column.setSpacing(tokens.SPACE)
        self.cards = []
        for line in state.lines[:_MOST]:
            card = RulingCardView(self._services.theme, line)
            card.edit_requested.connect(self.open_edit)
            card.history_requested.connect(self.open_history)
            card.withdraw_requested.connect(self._withdraw)
            card.back_requested.connect(lambda one: self._change(one, withdraw=False))
            card.session_requested.connect(self.results_requested)
            column.addWidget(card)
            self.cards.append(card)
        if len(state.lines) > _MOST:
            more = self.tr("and %n more: search for them", "", len(state.lines) - _MOST)
            column.addWidget(make_label("small", more))
        column.addStretch()
        self.area.setWidget(inside)

    # Changes

    def _withdraw(self, ruling_id: str) -> None:
        if self._change(ruling_id, withdraw=True):
            self.said.emit(
                self.tr("Ruling withdrawn"),
                self.tr("Undo"),
                lambda: self._change(ruling_id, withdraw=False),
            )

    def _change(self, ruling_id: str, *, withdraw: bool) -> bool:
        call = self.presenter.withdraw if withdraw else self.presenter.bring_back
        try:
            self.show_state(call(ruling_id))
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return False
        self.changed.emit()
        return True

    def open_edit(self, ruling_id: str) -> EditRulingDialog:
        line = next(one for one in self.state.lines if one.ruling.id == ruling_id)
        dialog = EditRulingDialog(self._services, line, self.window())

        def save(text: str, tags: tuple[str, ...]) -> None:
            try:
                self.show_state(self.presenter.edit(line.ruling, text, tags))
            except ProblemError as error:
                dialog.show_problems(error.problems)
                return
            dialog.accept()
            self.changed.emit()

        dialog.edited.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_history(self, ruling_id: str) -> HistoryDialog:
        line = next(one for one in self.state.lines if one.ruling.id == ruling_id)
        dialog = HistoryDialog(
            self._services, line.item_title, self.presenter.history(ruling_id), self.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def first_focus(self) -> QWidget:
        if self._stage.currentIndex() == BOOK and self.state.whole:
            return self.field
        return self.switch.buttons[self.switch.current()]

    def retranslate(self) -> None:
        self.presenter.language = self._services.language
        self.presenter.words = answer_words()
        self.switch.name_them((self.tr("Precedents"), self.tr("Items that stay unclear")))
        for button in self.switch.buttons:
            # The one that is pressed has bold words.
            button.setMinimumWidth(button.sizeHint().width() + tokens.SPACE)
        self.field.name_it(self.tr("Search rulings"))
        self.rubric.setAccessibleName(self.tr("Rubric"))
        self.tag.setAccessibleName(self.tr("Tag"))
        self.withdrawn.setText(self.tr("Withdrawn ones too"))
        self.empty.show_words(
            self.tr("No ruling yet"),
            self.tr(
                "What a calibration meeting decides about an item is kept here, so that the same"
                " question is not argued twice. Open the results of a revealed session to write"
                " one."
            ),
        )
        self.nothing.show_words(
            self.tr("No ruling says that"),
            self.tr("Every word must be in the ruling, its tags, or the item's name."),
            self.tr("Show all"),
        )
        self.area.setAccessibleName(self.tr("Precedents"))
        self.show_state(self.presenter.state())


def _fill(box: QComboBox, choices: list[tuple[str | None, str]], chosen: str | None) -> None:
    wanted = [(value, word) for value, word in choices]
    shown = [(box.itemData(n), box.itemText(n)) for n in range(box.count())]
    if shown != wanted:
        box.clear()
        for value, word in choices:
            box.addItem(word, value)
    box.setCurrentIndex(next((n for n, (v, _) in enumerate(choices) if v == chosen), 0))
