"""A chat's figures in one card: first response, longest wait, messages, length, satisfaction."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.conversation import ConversationFacts
from qa_desktop.desktop.review.words import length_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property

_LONG_WAIT_MS = 90_000


class FactCards(Retranslated):
    def __init__(self, facts: ConversationFacts) -> None:
        super().__init__()
        self._facts = facts
        self._pairs: list[tuple[QLabel, QLabel]] = []
        card = Card(margin=tokens.SPACE)
        row = QHBoxLayout()
        row.setSpacing(tokens.LOOSE)
        row.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, 0)
        for _ in range(5):
            value, name = make_label("title"), make_label("small")
            column = QVBoxLayout()
            column.setSpacing(0)
            # Latin figures and Chinese words are of different heights; the row is one.
            value.setFixedHeight(tokens.LOOSE)
            column.addWidget(value)
            column.addWidget(name)
            row.addLayout(column)
            self._pairs.append((value, name))
        row.addStretch()
        card.body.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.retranslate()

    def retranslate(self) -> None:
        facts = self._facts
        messages = f"{facts.agent_messages} / {facts.customer_messages}"
        csat = "" if facts.csat is None else QLocale().toString(facts.csat, "g", 3)
        shown = (
            (self._length(facts.first_response_ms), self.tr("first response")),
            (self._length(facts.longest_wait_ms), self.tr("longest wait")),
            (messages, self.tr("agent / customer messages")),
            (self._length(facts.duration_ms), self.tr("length")),
            (csat, self.tr("satisfaction")),
        )
        for (value, name), (text, title) in zip(self._pairs, shown, strict=True):
            value.setText(text)
            name.setText(title)
            value.setAccessibleName(f"{title}: {text}")
            value.setVisible(bool(text))
            name.setVisible(bool(text))
        long_wait = (facts.longest_wait_ms or 0) > _LONG_WAIT_MS
        set_style_property(self._pairs[1][0], "tone", "caution" if long_wait else "")

    def _length(self, ms: int | None) -> str:
        return "" if ms is None else length_words(ms)
