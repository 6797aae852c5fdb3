"""The review's header: back, what is graded, whose it is, and how it is weighed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.review.blind_words import header_words
from qa_desktop.desktop.review.conversation.agent_button import AgentButton
from qa_desktop.desktop.review.state import HeaderState, PageState, Phase
from qa_desktop.desktop.review.words import (
    interaction_word,
    length_words,
    message_count,
    short_name,
)
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.interactions.model import Kind

_MOST_TAGS = 2
_TITLE_PART = 3
# Qt's QWIDGETSIZE_MAX, which PySide6 does not export.
_NO_LIMIT = (1 << 24) - 1


class ReviewHeader(Retranslated):
    """Signals: `back_requested`, `help_requested`, `scenario_chosen(str)` with "" for none,
    `agent_chosen(str)` with whom the score goes to.
    """

    back_requested = Signal()
    help_requested = Signal()
    scenario_chosen = Signal(str)
    agent_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: PageState | None = None
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self._back = TextButton(theme, "chip", "chevron-left")
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.back_requested)
        self._title = ElidedLabel(role="title")
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._agent = Chip()
        self.agents = AgentButton(theme)
        self.agents.agent_chosen.connect(self.agent_chosen)
        self._queue = Chip()
        self._when = Chip()
        self._tags = [Chip() for _ in range(_MOST_TAGS)]
        self._revision = Chip()
        self._rubric = Chip()
        self._scenario = QComboBox()
        self._scenario.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._scenario.activated.connect(self._choose)
        self._help = IconButton(theme, "circle-help", quiet=False)
        self._help.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._help.clicked.connect(self.help_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addWidget(self.agents)
        for chip in (self._agent, self._queue, self._when, *self._tags, self._revision):
            row.addWidget(chip)
        row.addStretch(1)
        for widget in (self._rubric, self._scenario, self._help):
            row.addWidget(widget)
        self.retranslate()

    def show_state(self, state: PageState) -> None:
        self._state = state
        header = state.header
        blind = state.blind
        self._title.setText(
            header_words(header.kind, blind) if blind else self._title_words(header)
        )
        self._title.setAccessibleName(self._title.text())
        name = short_name(header.agent)
        self.agents.show_agents(header.agents, enabled=state.phase is Phase.GRADING)
        if len(header.agents) > 1:
            name = ""
        self._agent.show_fact(self.tr("Agent {0}").format(name) if name else "", "agent")
        known = dict.fromkeys(part for part in (header.agent, header.agent_id) if part)
        self._agent.setToolTip(" · ".join(known))
        self._queue.show_fact(header.queue or header.team)
        self._when.show_fact(self._when_words(header))
        for place, chip in enumerate(self._tags):
            chip.show_fact(header.tags[place] if place < len(header.tags) else "")
        self._tags[-1].setToolTip(", ".join(header.tags))
        self._revision.show_fact(*self._revision_words(state))
        if state.phase is Phase.SUBMITTED and state.submitted_at is not None:
            words = self.tr("Submitted {0} by {1}")
            moment = moment_text(state.submitted_at)
            self._revision.setToolTip(words.format(moment, state.reviewer))
        self._rubric.show_fact(header.rubric)
        self._show_scenarios(header, enabled=state.phase is Phase.GRADING)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what the list tells too gives way before the title does."""
        state = self._state
        row = self.layout()
        if state is None or row is None:
            return
        self._when.show_fact(self._when_words(state.header))
        self._rubric.setMaximumWidth(_NO_LIMIT)
        dispensable = (*reversed(self._tags), self._queue)
        for chip in dispensable:
            chip.setVisible(bool(chip.text()))
        for chip in dispensable:
            if row.sizeHint().width() > self.width():
                chip.hide()
        if row.sizeHint().width() > self.width():
            self._when.show_fact(self._when_words(state.header, short=True))
        # What is still too much is taken from the rubric's name, and from the others at the last.
        too_much = max(row.sizeHint().width() - self.width(), 0)
        least = self._rubric.minimumSizeHint().width()
        self._rubric.setMaximumWidth(max(self._rubric.sizeHint().width() - too_much, least))
        widest = self._title.sizeHint().width()
        self._title.setMinimumWidth(min(widest, self.width() // _TITLE_PART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _title_words(self, header: HeaderState) -> str:
        word = interaction_word(header.kind)
        plain = header.title.casefold().startswith(word.casefold())
        return header.title if plain else f"{word} {header.title}"

    def _when_words(self, header: HeaderState, *, short: bool = False) -> str:
        parts = []
        if header.started_at is not None:
            parts.append(moment_text(header.started_at))
        if header.kind is Kind.RECORDING and header.duration_ms is not None:
            parts.append(length_words(header.duration_ms))
        elif header.messages and not (short and parts):
            parts.append(message_count(header.messages))
        return " · ".join(parts)

    def _revision_words(self, state: PageState) -> tuple[str, str]:
        if state.phase is Phase.SUBMITTED:
            return self.tr("Submitted · rev. {0}").format(state.revision), "good"
        if state.phase is Phase.FOREIGN:
            return self.tr("Draft of {0}").format(state.reviewer), "caution"
        if state.revision > 1:
            return self.tr("Correction · rev. {0}").format(state.revision), "caution"
        return "", ""

    def _show_scenarios(self, header: HeaderState, *, enabled: bool) -> None:
        wanted = [("", self.tr("Standard weights")), *header.scenarios]
        shown = [
            (self._scenario.itemData(row), self._scenario.itemText(row))
            for row in range(self._scenario.count())
        ]
        if shown != wanted:
            self._scenario.clear()
            for key, title in wanted:
                self._scenario.addItem(title, key)
        self._scenario.setCurrentIndex(self._scenario.findData(header.scenario))
        self._scenario.setVisible(bool(header.scenarios) and bool(header.rubric))
        self._scenario.setEnabled(enabled)

    def _choose(self, row: int) -> None:
        self.scenario_chosen.emit(self._scenario.itemData(row))

    def retranslate(self) -> None:
        self._back.name_it(self.tr("Back"), action="leave")
        self._help.name_it(self.tr("Help and keys"), action="help")
        self._scenario.setAccessibleName(self.tr("Scenario"))
        self._scenario.setToolTip(self.tr("How the sections weigh"))
        if self._state is not None:
            self.show_state(self._state)
