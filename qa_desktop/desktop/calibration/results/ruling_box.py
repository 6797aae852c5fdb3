"""Where a ruling is written: what was agreed on, in words and as an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.calibration.results.answer_picker import AnswerPicker
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk, RulingState
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.model import Answer, Item


@dataclass(frozen=True, slots=True)
class About:
    """What a ruling can be about; `pseudonym` None: the item, wherever it is graded."""

    pseudonym: str | None
    word: str


class RulingBox(Card):
    """Keeps at once what is typed; `decided(RulingState)` when it became a ruling,
    `propose_requested(Ruling)`, `precedents_requested(str item)`, `withdrawn(Ruling)`.
    """

    decided = Signal(object)
    propose_requested = Signal(object)
    precedents_requested = Signal(str)
    withdrawn = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        theme = services.theme
        self._services = services
        self._desk: RulingDesk | None = None
        self._item: Item | None = None
        self._about: tuple[About, ...] = ()
        self.state: RulingState | None = None
        self._tagged: tuple[str, str | None] | None = None
        self._heading = make_label("heading")
        self._mark = Chip()
        self.about = QComboBox()
        self.about.activated.connect(lambda _: self._show())
        self.field = TextField()
        self.field.typed.connect(lambda _: self._keep())
        self.field.left.connect(self.decide)
        self._agreed = make_label("small")
        self._agreed.setFixedHeight(tokens.HIT)
        self.picker = AnswerPicker(theme)
        self.picker.chosen.connect(lambda _: self._keep())
        self.tags = QLineEdit()
        self.save = TextButton(theme, "primary")
        self.save.clicked.connect(self.decide)
        self.propose = TextButton(theme)
        self.propose.clicked.connect(self._ask_to_propose)
        self.precedents = TextButton(theme, "link", "book-open")
        self.precedents.clicked.connect(self._ask_for_precedents)
        self.withdraw = TextButton(theme, "quiet")
        self.withdraw.clicked.connect(self._withdraw)
        self.banner = ProblemBanner(theme, lambda: services.language)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(self._heading)
        head.addWidget(self._mark)
        head.addStretch()
        head.addWidget(self.precedents)
        head.addWidget(self.about)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT + 2)
        agreed = QHBoxLayout()
        agreed.setSpacing(tokens.SPACE)
        agreed.addWidget(self._agreed, 0, Qt.AlignmentFlag.AlignTop)
        agreed.addWidget(self.picker, 1)
        column.addWidget(self.banner)
        column.addWidget(self.field)
        column.addLayout(agreed)
        column.addWidget(self.tags)
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        keeps_height(buttons)
        for button in (self.save, self.propose, self.withdraw):
            flow.addWidget(button)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(buttons)
        self.setTabOrder(self.about, self.field)
        self.retranslate()

    def show_item(self, desk: RulingDesk, item: Item | None, about: Sequence[About]) -> None:
        """`about`: the item first, then what is shown of the session."""
        self.keep_typed()
        chosen = self._chosen() if item == self._item else None
        self._desk, self._item, self._about = desk, item, tuple(about)
        self.about.clear()
        for one in about:
            self.about.addItem(one.word, one.pseudonym)
        place = next((n for n, one in enumerate(about) if one.pseudonym == chosen), 0)
        self.about.setCurrentIndex(place)
        self.about.setVisible(len(about) > 1)
        self._show()

    def keep_typed(self) -> None:
        """What was typed and is not on disk yet."""
        self.field.flush()

    def _chosen(self) -> str | None:
        value = self.about.currentData()
        return value if isinstance(value, str) else None

    def _show(self) -> None:
        desk, item = self._desk, self._item
        self.setEnabled(item is not None)
        if desk is None or item is None:
            return
        self._attempt(lambda: desk.state(item.id, self._chosen()), fill=True)

    def _attempt(self, call: Callable[[], RulingState], *, fill: bool = False) -> bool:
        """Whether it went well; `fill`: the fields show what came of it."""
        try:
            self.state = state = call()
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return False
        self.banner.show_problems(())
        if fill:
            self.field.give_up()
            self.field.show_text(state.text)
            self.picker.show_item(self._item, state.answer, self._services.language)
            self._fill_tags(state)
        self._show_marks()
        return True

    def _fill_tags(self, state: RulingState) -> None:
        """Tags are saved with the ruling: those that are being typed about the same stay."""
        about = (state.item_id, state.pseudonym)
        decided = state.ruling is not None and not state.unsaved
        if about != self._tagged or decided or not self.tags.isModified():
            self.tags.setText(", ".join(state.tags))
        self._tagged = about

    def _keep(self) -> None:
        desk, item = self._desk, self._item
        if desk is not None and item is not None:
            text, answer = self.field.toPlainText(), self.picker.answer()
            self._attempt(lambda: desk.typed(item.id, self._chosen(), text, answer))

    def decide(self) -> None:
        """What is written is the ruling from now on."""
        desk, item = self._desk, self._item
        if desk is None or item is None:
            return
        self.field.give_up()
        text, answer = self.field.toPlainText(), self.picker.answer()
        if self._attempt(
            lambda: desk.decide(item.id, self._chosen(), text, answer, self._typed_tags()),
            fill=True,
        ):
            self.decided.emit(self.state)

    def choose_answer(self, answer: Answer | None) -> None:
        """As by a click on it."""
        self.picker.show_item(self._item, answer, self._services.language)
        self._keep()

    def _typed_tags(self) -> tuple[str, ...]:
        return tuple(self.tags.text().replace("，", ",").replace("、", ",").split(","))

    def _ask_to_propose(self) -> None:
        state = self.state
        if state is None:
            return
        if state.ruling is None or state.unsaved:
            self.decide()
            state = self.state
        if state is not None and state.ruling is not None and not state.unsaved:
            self.propose_requested.emit(state.ruling)

    def _ask_for_precedents(self) -> None:
        if self._item is not None:
            self.precedents_requested.emit(self._item.id)

    def _withdraw(self) -> None:
        desk, state = self._desk, self.state
        if desk is None or state is None or state.ruling is None:
            return
        gone = state.ruling
        try:
            desk.withdraw(gone.id)
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return
        self._show()
        self.withdrawn.emit(gone)

    def _show_marks(self) -> None:
        state, desk = self.state, self._desk
        if state is None or desk is None:
            return
        ruled = state.ruling is not None
        if state.unsaved:
            self._mark.show_fact(self.tr("not decided yet"), "caution")
        elif state.ruling is not None and state.ruling.proposed_draft:
            self._mark.show_fact(self.tr("proposed"), "good")
        elif ruled:
            self._mark.show_fact(self.tr("decided"), "good")
        else:
            self._mark.show_fact("")
        self.save.name_it(self.tr("Save ruling") if not ruled else self.tr("Save change"))
        self.save.setEnabled(state.unsaved or not ruled)
        version = desk.next_version
        self.propose.name_it(
            self.tr("Propose as guidance…")
            if version is None
            else self.tr("Propose as guidance for v{0}…").format(version)
        )
        self.precedents.name_it(self.tr("Precedents ({0})").format(state.precedents))
        self.precedents.setVisible(state.precedents > 0)
        self.withdraw.setVisible(ruled)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Ruling"))
        self.field.name_it(self.tr("Ruling"), self.tr("What was decided, in a sentence…"))
        self.about.setAccessibleName(self.tr("What the ruling is about"))
        self._agreed.setText(self.tr("Agreed answer"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.withdraw.name_it(self.tr("Withdraw"))
        self._show_marks()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
