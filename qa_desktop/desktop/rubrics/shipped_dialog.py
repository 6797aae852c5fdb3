"""Offers the rubrics that ship: to read, to use as they are, or to begin one's own from."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.rubrics.form_view import FormView
from qa_desktop.desktop.rubrics.rubric_row import (
    FACTS_ROLE,
    TITLE_ROLE,
    RubricDelegate,
    channel_word,
)
from qa_desktop.desktop.rubrics.shipped_presenter import ShippedPresenter, ShippedState, Standing
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.rubrics.model import Rubric

_WIDTH, _HEIGHT = 1080, 640
_LIST_WIDTH = 300

translate = QCoreApplication.translate


class ShippedDialog(QDialog):
    """Signals: `used(Rubric)` once one is published, `draft_started(RubricDraft)` for a copy."""

    used = Signal(object)
    draft_started = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.presenter = ShippedPresenter(services.rubrics, lambda: services.rubric_drafts)
        self.setWindowTitle(self.tr("Start from a shipped rubric"))
        begin_with_size(self, _WIDTH, _HEIGHT)
        self.list = QListWidget()
        self.list.setItemDelegate(RubricDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Shipped rubrics"))
        self.list.currentRowChanged.connect(self._choose)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self._purpose = make_label("muted", wrap=True)
        self._form = FormView(theme)
        self._standing = make_label("muted", wrap=True)
        self.use = TextButton(theme, "primary")
        self.use.clicked.connect(self._use)
        self.adapt = TextButton(theme, "", "pencil")
        self.adapt.name_it(self.tr("Adapt a copy"))
        self.adapt.setToolTip(
            self.tr("Begins a draft of your own with its own id; the shipped one stays as it is.")
        )
        self.adapt.clicked.connect(self._adapt)
        close = TextButton(theme)
        close.name_it(self.tr("Close"))
        close.clicked.connect(self.reject)
        self._lay_out(close)
        self._fill()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self, close: QWidget) -> None:
        listed = Card(margin=tokens.TIGHT)
        # With large text the form needs the room more: titles in the list are shortened.
        listed.setFixedWidth(min(tokens.scaled(_LIST_WIDTH), self.width() * 3 // 10))
        listed.body.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(tokens.SPACE)
        right.addWidget(self._purpose)
        right.addWidget(self._form, 1)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.WIDE)
        middle.addWidget(listed)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._standing, 1)
        for button in (close, self.adapt, self.use):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _fill(self) -> None:
        language = self._services.language
        for rubric in self.presenter.state.rubrics:
            item = QListWidgetItem()
            title, facts = rubric.title.to(language), self._facts(rubric)
            item.setData(TITLE_ROLE, title)
            item.setData(FACTS_ROLE, facts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {facts}")
            item.setToolTip(f"{title}\n{facts}")
            self.list.addItem(item)

    def _facts(self, rubric: Rubric) -> str:
        items = self.tr("%n item(s)", "", len(rubric.items()))
        examples = self.tr("%n example(s)", "", len(rubric.examples))
        return " · ".join([*map(channel_word, rubric.channels), items, examples])

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        state = self.presenter.choose(row)
        self._purpose.setText(purpose(state.rubric.id))
        self._form.show_rubric(state.rubric, self._services.language)
        self._show(state)

    def _show(self, state: ShippedState) -> None:
        self.banner.show_problems(state.problems)
        self._standing.setText(self._standing_words(state))
        self.use.setEnabled(state.standing is not Standing.IN_USE)
        words = {
            Standing.NEW: self.tr("Use as it is"),
            Standing.NEWER: self.tr("Use version {0}").format(state.rubric.version),
            Standing.IN_USE: self.tr("In use"),
            Standing.RETIRED: self.tr("Use again"),
        }
        self.use.name_it(words[state.standing])

    def _standing_words(self, state: ShippedState) -> str:
        version = state.rubric.version
        words = {
            Standing.NEW: self.tr("Not used in this workspace yet."),
            Standing.NEWER: self.tr(
                "This workspace has an earlier version. Reviews keep the version they were made "
                "with; new ones begin with version {0}."
            ).format(version),
            Standing.IN_USE: self.tr("Version {0} is in use in this workspace.").format(version),
            Standing.RETIRED: self.tr("Version {0} was retired in this workspace.").format(version),
        }
        return words[state.standing]

    def _use(self) -> None:
        rubric = self.presenter.use()
        if rubric is None:
            self._show(self.presenter.state)
            return
        self.used.emit(rubric)
        self.accept()

    def _adapt(self) -> None:
        draft = self.presenter.adapt()
        if draft is None:
            self._show(self.presenter.state)
            return
        self.draft_started.emit(draft)
        self.accept()


def purpose(rubric_id: str) -> str:
    """What a shipped rubric is for, in the language of the moment; "" for others."""
    words = {
        "after-sales": translate(
            "ShippedRubrics",
            "Returns, exchanges, refunds and repairs, from taking the case to following it up. "
            "Weights for a launch and for the weeks after a promotion come with dates to set.",
        ),
        "chat-service": translate(
            "ShippedRubrics",
            "Online chat: speed of response, writing, resolution, and security.",
        ),
        "compliance-critical": translate(
            "ShippedRubrics",
            "Yes or no: errors that are critical for the customer, the business or compliance. "
            "One error brings its class to zero.",
        ),
        "mystery-shopper": translate(
            "ShippedRubrics",
            "For shoppers who call or write with a script: 100 points, filled in right after "
            "the contact.",
        ),
        "process-inspection": translate(
            "ShippedRubrics",
            "Four dimensions and eight items from 1 to 5, each with what to improve: short enough "
            "for every contact.",
        ),
        "service-five-dimensions": translate(
            "ShippedRubrics",
            "The all-round form for calls, chats and tickets: process, accuracy, empathy, "
            "resolution and proactiveness.",
        ),
        "ticket-handling": translate(
            "ShippedRubrics",
            "Tickets and e-mail from intake to closure: routing, replies, progress, grounds for "
            "closing, notes.",
        ),
    }
    return words.get(rubric_id, "")
