"""A chat's or ticket's figures in one card; each leads to where it can be seen."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.conversation.conversation_facts import ConversationFacts
from qa_desktop.desktop.review.words import length_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.interactions.model import Kind
from qa_desktop.interactions.waits import Wait

_LONG_WAIT_MS = 90_000
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FactState:
    """One figure. `turn` or `event` is the position of what a click leads to; None: nowhere."""

    value: str
    title: str
    tip: str = ""
    tone: str = ""
    turn: int | None = None
    event: int | None = None


class FactButton(QPushButton):
    """A figure over its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state: FactState | None = None
        self.accessible_role: QAccessible.Role | None = None
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self._value, self._name = make_label("title"), make_label("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.TIGHT, tokens.SPACE, tokens.TIGHT)
        column.setSpacing(0)
        for label in (self._value, self._name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        # Latin figures and Chinese words are of different heights; the row is one.
        self._value.setFixedHeight(tokens.scaled(tokens.LOOSE))

    def show_state(self, state: FactState) -> None:
        self.state = state
        self._value.setText(state.value)
        self._name.setText(state.title)
        set_style_property(self._value, "tone", state.tone)
        self.setAccessibleName(f"{state.title}: {state.value}")
        self.setAccessibleDescription(state.tip)
        self.setToolTip(state.tip)
        leads = state.turn is not None or state.event is not None
        # What leads nowhere is no button: neither Tab nor the pointer stops at it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setFlat(not leads)
        self.accessible_role = None if leads else QAccessible.Role.StaticText
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FactCards(Retranslated):
    """Signals: `turn_wanted(int position)`, `event_wanted(int position)`."""

    turn_wanted = Signal(int)
    event_wanted = Signal(int)

    def __init__(self, facts: ConversationFacts, kind: Kind) -> None:
        super().__init__()
        self._facts = facts
        self._kind = kind
        self._buttons: list[FactButton] = []
        card = Card(margin=tokens.TIGHT)
        card.body.setSpacing(0)
        self._room = QWidget()
        self._flow = FlowLayout(self._room, 0)
        keeps_height(self._room)
        card.body.addWidget(self._room)
        self._caveat = make_label("small", wrap=True)
        self._caveat.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, tokens.TIGHT)
        card.body.addWidget(self._caveat)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.retranslate()

    def show_facts(self, facts: ConversationFacts) -> None:
        """Speakers were told: the facts are others now."""
        self._facts = facts
        self.retranslate()

    def states(self) -> list[FactState]:
        """What is shown, in order."""
        facts = self._facts
        made = [
            self._wait(
                facts.first_response,
                self.tr("first response"),
                self.tr("From the customer's first message to an agent's first public answer"),
            ),
            self._longest(),
            self._wait(
                facts.bot_reply,
                self.tr("bot's first reply"),
                self.tr("A bot's answer is no agent's: waits go on until an agent answers"),
            ),
            self._messages(),
            *self._lengths(),
        ]
        if facts.reopened:
            made.append(
                FactState(
                    value=str(len(facts.reopened)),
                    title=self.tr("times reopened"),
                    tone="caution",
                    event=facts.reopened[0],
                )
            )
        if facts.csat is not None:
            value = QLocale().toString(facts.csat, "g", 3)
            made.append(FactState(value=value, title=self.tr("satisfaction")))
        return [state for state in made if state is not None]

    def _wait(self, wait: Wait | None, title: str, tip: str) -> FactState | None:
        if wait is None or wait.length_ms is None:
            return None
        return FactState(
            value=length_words(wait.length_ms), title=title, tip=tip, turn=wait.answered
        )

    def _longest(self) -> FactState | None:
        wait = self._facts.longest_wait
        if wait is None or wait.length_ms is None:
            return None
        tip = [self.tr("From the first unanswered message to an agent's next public answer")]
        unanswered = self._facts.unanswered
        if unanswered:
            tip.append(self.tr("%n message(s) at the end got no answer", "", unanswered))
        slow = self._kind is not Kind.TICKET and wait.length_ms > _LONG_WAIT_MS
        return FactState(
            value=length_words(wait.length_ms),
            title=self.tr("longest wait"),
            tip="\n".join(tip),
            tone="caution" if slow else "",
            turn=wait.answered,
        )

    def _messages(self) -> FactState:
        facts = self._facts
        tip = []
        if facts.bot_messages:
            tip.append(self.tr("%n message(s) of a bot", "", facts.bot_messages))
        if facts.notes:
            tip.append(self.tr("%n internal note(s)", "", facts.notes))
        return FactState(
            value=f"{facts.agent_messages} / {facts.customer_messages}",
            title=self.tr("agent / customer messages"),
            tip=" · ".join(tip),
        )

    def _lengths(self) -> list[FactState]:
        facts, made = self._facts, []
        if facts.resolution is not None:
            full, first = facts.resolution.full_ms, facts.resolution.first_ms
            tip = self.tr("From its beginning until it was solved for good")
            if first != full:
                earlier = self.tr("Solved for the first time after {0}")
                tip = f"{tip}\n{earlier.format(length_words(first))}"
            if facts.duration_ms is not None:
                length = self.tr("From the first message to the last: {0}")
                tip = f"{tip}\n{length.format(length_words(facts.duration_ms))}"
            made.append(
                FactState(
                    value=length_words(full),
                    title=self.tr("resolution"),
                    tip=tip,
                    event=facts.resolution.event,
                )
            )
        elif facts.duration_ms is not None:
            made.append(
                FactState(
                    value=length_words(facts.duration_ms),
                    title=self.tr("length"),
                    tip=self.tr("From the first message to the last"),
                    turn=facts.last_turn,
                )
            )
        if facts.handling_ms is not None and self._shows_handling():
            tip = self.tr("From the agents' first message to their last")
            if facts.handling_known:
                tip = self.tr("As the export says")
            value = length_words(facts.handling_ms)
            made.append(FactState(value=value, title=self.tr("handling"), tip=tip))
        return made

    def _shows_handling(self) -> bool:
        """Over a ticket's days the agents did other things too."""
        return self._facts.handling_known or self._kind is not Kind.TICKET

    def caveats(self) -> str:
        """What the figures can't tell, and what they count."""
        facts = self._facts
        said = []
        if facts.messages and facts.timeless:
            said.append(self.tr("This export has no times: waits and lengths can't be told."))
        elif facts.untimed:
            said.append(self.tr("%n message(s) without a time.", "", facts.untimed))
        if facts.unmeasured and not facts.timeless:
            said.append(self.tr("%n wait(s) could not be measured.", "", facts.unmeasured))
        if facts.backwards:
            said.append(self.tr("The clock goes back at %n place(s).", "", facts.backwards))
        whole = max(facts.duration_ms or 0, facts.resolution.full_ms if facts.resolution else 0)
        if whole > _DAY_MS:
            said.append(self.tr("Calendar time: nights and weekends count."))
        return " ".join(said)

    def retranslate(self) -> None:
        states = self.states()
        while len(self._buttons) < len(states):
            made = FactButton(self._room)
            made.clicked.connect(lambda _=False, made=made: self._go(made))
            self._buttons.append(made)
            self._flow.addWidget(made)
        while len(self._buttons) > len(states):
            gone = self._buttons.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for button, state in zip(self._buttons, states, strict=True):
            button.show_state(state)
        self._caveat.setText(self.caveats())
        self._caveat.setVisible(bool(self._caveat.text()))

    def _go(self, button: FactButton) -> None:
        state = button.state
        if state is None:
            return
        if state.turn is not None:
            self.turn_wanted.emit(state.turn)
        elif state.event is not None:
            self.event_wanted.emit(state.event)
