"""A chat or a ticket beside the scorecard: facts and history above its turns."""

from PySide6.QtCore import QSize, Qt

from qa_desktop.desktop.review.conversation.conversation import rows_of
from qa_desktop.desktop.review.conversation.conversation_facts import facts_of
from qa_desktop.desktop.review.conversation.conversation_strip import ConversationStrip
from qa_desktop.desktop.review.conversation.conversation_view import ConversationView
from qa_desktop.desktop.review.conversation.event_words import people_names
from qa_desktop.desktop.review.conversation.fact_cards import FactCards
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.turns.turn_marks import marks_of
from qa_desktop.desktop.review.words import message_count
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.interactions.model import InteractionDetail

_NOTES = "review/notes_hidden"


class ConversationSide(LeftSide):
    """Also for a call of which only the words came in.

    Internal notes can be left out, but for those with a comment; that is remembered.
    """

    def __init__(self, services: Services, detail: InteractionDetail) -> None:
        super().__init__(services, detail)
        known = detail.interaction.metadata
        self._names = people_names([(known.agent_id, known.agent_name)])
        self._notes = frozenset(turn.position for turn in detail.turns if turn.internal)
        self._hidden: frozenset[int] = frozenset()
        self._cards = FactCards(facts_of(detail), detail.interaction.kind)
        self._cards.turn_wanted.connect(self.go_to_turn)
        self._cards.event_wanted.connect(self.go_to_event)
        self._column.addWidget(self._cards)
        self.strip = ConversationStrip(services.theme, detail, self._names)
        self.strip.turn_wanted.connect(self.go_to_turn)
        self.strip.event_wanted.connect(self.go_to_event)
        self.strip.setVisible(self.strip.worth_showing)
        self._column.addWidget(self.strip)
        self._hide_notes = TextButton(services.theme, "chip", "eye-off")
        self._hide_notes.setCheckable(True)
        self._hide_notes.setIconSize(QSize(tokens.ICON, tokens.ICON_SMALL))
        self._hide_notes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hide_notes.setVisible(bool(self._notes))
        self._hide_notes.setChecked(bool(self._notes) and self._remembered())
        self._hide_notes.clicked.connect(self._choose_notes)
        self.view = ConversationView(services.theme)
        self.view.hidden_wanted.connect(self._bring_back)
        panel = self._make_turns(self.view)
        panel.add_tool(self._hide_notes)
        self._column.addWidget(panel, 1)
        self._show_rows()
        panel.show_current(next(iter(self._shown_positions()), None))
        self.retranslate()

    # Notes

    def _remembered(self) -> bool:
        return bool(self._services.memory.value(_NOTES, defaultValue=False, type=bool))

    def _choose_notes(self) -> None:
        self._services.memory.setValue(_NOTES, self._hide_notes.isChecked())
        self._show_rows()

    def toggle_notes(self) -> bool:
        if not self._notes:
            return False
        self._hide_notes.click()
        return True

    def _bring_back(self, position: int) -> None:
        """Something leads to a note that is left out; what was chosen stays remembered."""
        if position in self._hidden:
            self._hide_notes.setChecked(False)
            self._show_rows()

    def _left_out(self) -> frozenset[int]:
        if not self._hide_notes.isChecked():
            return frozenset()
        return self._notes - {comment.turn for comment in self._comments}

    def _show_words(self) -> None:
        self._notes = frozenset(turn.position for turn in self._detail.turns if turn.internal)
        self._cards.show_facts(facts_of(self._detail))
        self.strip.show_detail(self._detail)
        self._show_rows()

    def reveal_all(self, position: int) -> None:
        self._bring_back(position)
        self.view.open_all(position)

    def _show_rows(self) -> None:
        self._hidden = self._left_out()
        known = self._detail.interaction.metadata
        agent, agent_id = known.agent_name or known.agent_id or "", known.agent_id or ""
        rows = rows_of(self._detail, hidden=self._hidden)
        self.view.show_conversation(rows, agent, agent_id, self._names)

    def _shown_positions(self) -> list[int]:
        return [position for position in self._turns if position not in self._hidden]

    # State

    def show_comments(
        self, comments: tuple[CommentState, ...], active: str | None, *, locked: bool
    ) -> None:
        super().show_comments(comments, active, locked=locked)
        if self._left_out() != self._hidden:
            self._show_rows()

    def go_to(self, comment: CommentState) -> None:
        if comment.turn is not None:
            for mark in marks_of((comment,), self._detail.turns):
                self.view.open_for(mark.turn, mark.start_char, mark.end_char)
        super().go_to(comment)

    def go_to_turn(self, position: int) -> None:
        self._bring_back(position)
        super().go_to_turn(position)

    def go_to_event(self, position: int) -> None:
        """To a change in the ticket's history."""
        self.view.reveal_event(position)

    # What the keys ask for

    def step_turn(self, by: int) -> None:
        positions = self._shown_positions()
        if self.turns is None or not positions:
            return
        current = self.turns.current()
        at = positions.index(current) if current in positions else 0
        wanted = positions[min(max(at + by, 0), len(positions) - 1)]
        self.turns.show_current(wanted)
        self.say_turn(wanted)

    def toggle_fold(self) -> bool:
        return self.turns is not None and self.view.toggle_fold(self.turns.current())

    def retranslate(self) -> None:
        self._hide_notes.name_it(self.tr("Hide internal notes"))
        if self.turns is not None:
            self.turns.name_it(self.tr("Conversation"), message_count(len(self._detail.turns)))
