"""A rubric as a form to read: sections, items, answers, weights, vetoes."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.item_view import ItemView
from qa_desktop.desktop.rubrics.numbers import number_text, percent_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import (
    Adjustment,
    AdjustmentKind,
    Aggregation,
    NaKind,
    Rubric,
    Scenario,
    Section,
)
from qa_desktop.rubrics.shares import effective_shares


class FormView(Retranslated):
    """`show_rubric` draws a whole form in the language of the moment."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Rubric, str] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.retranslate()

    def show_rubric(self, rubric: Rubric, language: str) -> None:
        self._shown = (rubric, language)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, tokens.SPACE, 0)
        cards.setSpacing(tokens.WIDE)
        cards.addWidget(self._overview(rubric, language))
        number = 1
        for section in rubric.sections:
            cards.addWidget(self._section(rubric, section, number, language))
            number += len(section.items)
        if rubric.adjustments:
            cards.addWidget(self._adjustments(rubric, language))
        if rubric.scenarios:
            cards.addWidget(self._scenarios(rubric, language))
        cards.addStretch()
        self._scroll.setWidget(inside)

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(self.tr("The form"))
        if self._shown is not None:
            self.show_rubric(*self._shown)

    def _overview(self, rubric: Rubric, language: str) -> Card:
        card = Card()
        facts = QWidget()
        flow = FlowLayout(facts, tokens.SPACE)
        scoring = rubric.scoring
        for fact in (
            self._aggregation(scoring.aggregation),
            self.tr("Pass from {0}").format(number_text(scoring.pass_mark)),
            self._not_applicable(scoring.na.kind),
            self.tr("%n item(s)", "", len(rubric.items())),
        ):
            flow.addWidget(Chip(fact))
        for grade in rubric.grades:
            words = self.tr("{0} from {1}").format(grade.title.to(language), number_text(grade.min))
            flow.addWidget(Chip(words, "accent"))
        card.body.addWidget(facts)
        hash_line = ElidedLabel(rubric.content_hash, role="small")
        card.body.addWidget(hash_line)
        return card

    def _section(self, rubric: Rubric, section: Section, number: int, language: str) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(make_label("heading", section.title.to(language), wrap=True), 1)
        share = effective_shares(rubric).sections.get(section.id)
        if share is not None:
            head.addWidget(make_label("muted", percent_text(share)))
        card.body.addLayout(head)
        for place, item in enumerate(section.items):
            card.body.addWidget(ItemView(self._theme, item, number + place, rubric, language))
        return card

    def _adjustments(self, rubric: Rubric, language: str) -> Card:
        card = Card()
        card.body.addWidget(make_label("heading", self.tr("Bonuses and deductions")))
        for adjustment in rubric.adjustments:
            row = QHBoxLayout()
            row.addWidget(make_label("", adjustment.title.to(language), wrap=True), 1)
            row.addWidget(Chip(self._adjustment_words(adjustment)))
            card.body.addLayout(row)
        return card

    def _scenarios(self, rubric: Rubric, language: str) -> Card:
        card = Card()
        card.body.addWidget(make_label("heading", self.tr("Scenarios")))
        titles = {section.id: section.title.to(language) for section in rubric.sections}
        for scenario in rubric.scenarios:
            card.body.addWidget(make_label("", scenario.title.to(language), wrap=True))
            words = self._scenario_words(rubric, scenario, titles)
            card.body.addWidget(make_label("small", words, wrap=True))
        return card

    def _scenario_words(self, rubric: Rubric, scenario: Scenario, titles: dict[str, str]) -> str:
        """What each section is of the form then."""
        shares = effective_shares(rubric, scenario.id).sections
        return " · ".join(f"{titles[key]} {percent_text(share)}" for key, share in shares.items())

    def _adjustment_words(self, adjustment: Adjustment) -> str:
        if adjustment.kind is AdjustmentKind.GRADE_LIFT:
            return self.tr("%n grade(s) up", "", adjustment.steps)
        sign = "−" if adjustment.kind is AdjustmentKind.DEDUCTION else "+"
        points = f"{sign}{number_text(abs(adjustment.points))}"
        if adjustment.times == 1:
            return points
        return self.tr("{0}, up to {1} times").format(points, adjustment.times)

    def _aggregation(self, aggregation: Aggregation) -> str:
        words = {
            Aggregation.WEIGHTED: self.tr("Weighted items"),
            Aggregation.SECTIONED: self.tr("Weighted sections"),
            Aggregation.POOLED_POINTS: self.tr("Points of all items together"),
            Aggregation.POINTS: self.tr("Points"),
        }
        return words[aggregation]

    def _not_applicable(self, kind: NaKind) -> str:
        words = {
            NaKind.EXCLUDE: self.tr("N/A is left out"),
            NaKind.AS_FULL: self.tr("N/A counts as full"),
            NaKind.AS_SCORE: self.tr("N/A has its own score"),
        }
        return words[kind]
