"""What narrows the list down: words, states, kinds, agents, queues, tags, days."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.interactions.cells import kind_word, state_word
from qa_desktop.desktop.interactions.dates_button import DatesButton
from qa_desktop.desktop.interactions.facet_button import FacetButton
from qa_desktop.desktop.interactions.presenter import ListState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.agents_store import Facet

_STATES = ("ungraded", "draft", "submitted")
_FACETS = ("kinds", "agents", "teams", "queues", "tags")
_SEARCH_WIDTH = 280


class FilterBar(Retranslated):
    """Signals: `searched(str)`, `chosen(facet, values)`, `dates_chosen(since, until)`,
    `clear_requested`."""

    searched = Signal(str)
    chosen = Signal(str, object)
    dates_chosen = Signal(object, object)
    clear_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: ListState | None = None
        self.search = SearchField(theme)
        self.search.setFixedWidth(tokens.scaled(_SEARCH_WIDTH))
        self.search.searched.connect(self.searched)
        self._states = {state: self._state_button(theme, state) for state in _STATES}
        self._facets = {facet: self._facet_button(theme, facet) for facet in _FACETS}
        self._dates = DatesButton(theme)
        self._dates.chosen.connect(self.dates_chosen)
        self._clear = TextButton(theme, "link")
        self._clear.clicked.connect(self.clear_requested)
        chips = QWidget()
        flow = FlowLayout(chips, tokens.SPACE)
        # The chips' first line stands in the middle of the higher search field.
        flow.setContentsMargins(0, (tokens.BUTTON_HEIGHT - tokens.HIT) // 2, 0, 0)
        for button in (*self._states.values(), *self._facets.values(), self._dates, self._clear):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(tokens.WIDE)
        row.addWidget(self.search)
        row.addWidget(chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.retranslate()

    def show_state(self, state: ListState) -> None:
        self._state = state
        wanted = state.filter
        self.search.show_text(wanted.text)
        counts = {facet.value: facet.count for facet in state.facets.review_states}
        counts["draft"] = state.drafts
        for key, button in self._states.items():
            word = state_word(key)
            button.name_it(f"{word}  {counts.get(key, 0)}")
            button.setAccessibleName(word)
            button.setChecked(key in wanted.review_states)
        for key, button in self._facets.items():
            choices = _choices(key, getattr(state.facets, key))
            button.show_facet(self._facet_word(key), choices, getattr(wanted, key))
        self._dates.show_span(wanted.started_from, wanted.started_until)
        self._clear.setVisible(state.filtered)

    def retranslate(self) -> None:
        self.search.name_it(self.tr("Search words, people, ids"))
        self._clear.name_it(self.tr("Clear filters"))
        if self._state is not None:
            self.show_state(self._state)

    def _facet_word(self, facet: str) -> str:
        words = {
            "kinds": self.tr("Kind"),
            "agents": self.tr("Agent"),
            "teams": self.tr("Team"),
            "queues": self.tr("Queue"),
            "tags": self.tr("Tags"),
        }
        return words[facet]

    def _state_button(self, theme: Theme, state: str) -> TextButton:
        button = TextButton(theme, "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._flip_state(state))
        return button

    def _facet_button(self, theme: Theme, facet: str) -> FacetButton:
        button = FacetButton(theme)
        button.chosen.connect(lambda values: self.chosen.emit(facet, values))
        return button

    def _flip_state(self, state: str) -> None:
        if self._state is None:
            return
        now = self._state.filter.review_states
        wanted = tuple(s for s in _STATES if (s in now) != (s == state))
        self.chosen.emit("review_states", wanted)


def _choices(key: str, facets: Sequence[Facet]) -> list[tuple[str, str, int]]:
    """Value, label, count; what shares its label with another says its value too."""
    shared = Counter(facet.label for facet in facets)
    choices = []
    for facet in facets:
        label = kind_word(Kind(facet.value)) if key == "kinds" else facet.label
        if shared[facet.label] > 1:
            label = f"{label} · {facet.value}"
        choices.append((facet.value, label, facet.count))
    return choices
