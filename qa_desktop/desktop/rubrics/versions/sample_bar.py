"""Chooses on which past reviews a draft is tried."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from qa_desktop.desktop.interactions.dates_button import DatesButton
from qa_desktop.desktop.interactions.facet_button import FacetButton
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.reviews.what_if_store import SampleFilter, Whose

SIZES: tuple[int | None, ...] = (50, 200, 1000, 5000, None)
USUAL = 200


class SampleBar(Retranslated):
    """Signal `chosen(SampleFilter)` after each choice."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, rubric_id: str, trailing: QWidget) -> None:
        """`trailing` stands at the far end."""
        super().__init__()
        self.wanted = SampleFilter(rubric_id=rubric_id, last=USUAL)
        self._whose = Whose(count=0, agents={}, teams={})
        self.size_box = QComboBox()
        for _ in SIZES:
            self.size_box.addItem("")
        self.size_box.setCurrentIndex(SIZES.index(USUAL))
        self.size_box.activated.connect(
            lambda place: self._take(replace(self.wanted, last=SIZES[place]))
        )
        self.dates = DatesButton(theme)
        self.dates.chosen.connect(self._take_dates)
        self.agents, self.teams = FacetButton(theme), FacetButton(theme)
        self.agents.chosen.connect(lambda names: self._take(replace(self.wanted, agents=names)))
        self.teams.chosen.connect(lambda names: self._take(replace(self.wanted, teams=names)))
        flow = FlowLayout(self, tokens.SPACE)
        for widget in (self.size_box, self.dates, self.agents, self.teams):
            flow.addWidget(widget)
        flow.add_trailing(trailing)
        keeps_height(self)
        self.retranslate()

    def show_whose(self, whose: Whose) -> None:
        """What there is to choose from."""
        self._whose = whose
        self._show()

    def _take_dates(self, since: datetime | None, until: datetime | None) -> None:
        self._take(replace(self.wanted, since=since, until=until))

    def _take(self, wanted: SampleFilter) -> None:
        self.wanted = wanted
        self._show()
        self.chosen.emit(self.wanted)

    def _show(self) -> None:
        wanted = self.wanted
        self.dates.show_span(wanted.since, wanted.until)
        for button, word, counts, values in (
            (self.agents, self.tr("Agents"), self._whose.agents, wanted.agents),
            (self.teams, self.tr("Teams"), self._whose.teams, wanted.teams),
        ):
            ordered = sorted(counts.items(), key=lambda pair: pair[0].casefold())
            button.show_facet(word, [(name, name, count) for name, count in ordered], values)

    def first_focus(self) -> QWidget:
        return self.size_box

    def retranslate(self) -> None:
        self.size_box.setAccessibleName(self.tr("How many reviews"))
        for place, size in enumerate(SIZES):
            words = self.tr("All reviews") if size is None else self.tr("Last {0}").format(size)
            self.size_box.setItemText(place, words)
        self._show()
