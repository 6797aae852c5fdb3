"""A chat or a ticket beside the scorecard: facts above its turns."""

from qa_desktop.desktop.review.conversation import facts_of, rows_of
from qa_desktop.desktop.review.conversation_view import ConversationView
from qa_desktop.desktop.review.fact_cards import FactCards
from qa_desktop.desktop.review.left_side import LeftSide
from qa_desktop.desktop.review.words import message_count
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import InteractionDetail


class ConversationSide(LeftSide):
    """Also for a call of which only the words came in."""

    def __init__(self, services: Services, detail: InteractionDetail) -> None:
        super().__init__(services, detail)
        self._cards = FactCards(facts_of(detail))
        self._column.addWidget(self._cards)
        panel = self._make_turns(self._make_conversation())
        self._column.addWidget(panel, 1)
        panel.show_current(next(iter(self._turns), None))
        self.retranslate()

    def _make_conversation(self) -> ConversationView:
        view = ConversationView(self._services.theme)
        known = self._detail.interaction.metadata
        agent, agent_id = known.agent_name or known.agent_id or "", known.agent_id or ""
        view.show_conversation(rows_of(self._detail), agent, agent_id)
        return view

    def retranslate(self) -> None:
        if self.turns is not None:
            self.turns.name_it(self.tr("Conversation"), message_count(len(self._detail.turns)))
