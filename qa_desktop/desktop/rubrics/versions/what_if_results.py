"""How past reviews would come out under a draft."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.rubrics.versions.histogram import Histogram
from qa_desktop.desktop.rubrics.versions.what_if_tables import (
    Moves,
    change_text,
    move_grid,
    score_text,
    show_movers,
    show_parts,
)
from qa_desktop.desktop.rubrics.versions.words import not_scored_words, outcome_words, why_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.reviews.what_if_summary import Summary

_MOST_ROWS = 12


class WhatIfResults(QWidget):
    """Signal `review_requested(str interaction_id)`."""

    review_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self.movers: CellTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_summary(
        self, summary: Summary, grades: Mapping[str | None, str], language: str
    ) -> None:
        """`grades`: the titles, the best first."""
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, tokens.SPACE, 0)
        cards.setSpacing(tokens.WIDE)
        cards.addWidget(self._figures(summary))
        if summary.gaps or summary.removed or summary.reworded:
            cards.addWidget(self._caveats(summary, language))
        cards.addWidget(self._distribution(summary))
        cards.addWidget(self._moves(summary, grades))
        cards.addWidget(self._parts(summary, language))
        if summary.movers:
            cards.addWidget(self._movers(summary, grades))
        cards.addStretch()
        self._scroll.setAccessibleName(self.tr("Results"))
        self._scroll.setWidget(inside)

    def _figures(self, summary: Summary) -> Card:
        card = Card()
        row = QWidget()
        flow = FlowLayout(row, tokens.LOOSE)
        before, after = score_text(summary.before), score_text(summary.after)
        mean = self.tr("{0} → {1} ({2})").format(before, after, change_text(summary.change))
        of = self.tr("{0} of {1}")
        for title, figure in (
            (self.tr("Mean score"), mean),
            (self.tr("Another grade"), of.format(summary.grades_changed, summary.count)),
            (self.tr("Another outcome"), of.format(summary.outcomes_changed, summary.count)),
        ):
            flow.addWidget(_part(make_label("small", title), make_label("title", figure)))
        card.body.addWidget(row)
        for line in self._small_print(summary):
            card.body.addWidget(make_label("muted", line, wrap=True))
        return card

    def _small_print(self, summary: Summary) -> list[str]:
        lines = [self.tr("%n submitted review(s) scored again, in memory only", "", summary.count)]
        lines += [not_scored_words(why, count) for why, count in summary.left_out.items()]
        if summary.bounded and summary.low is not None:
            words = self.tr(
                "Answers are missing: they are left out, as if N/A. With the worst and the best"
                " answers instead the mean would be {0} to {1}."
            )
            lines.append(words.format(score_text(summary.low), score_text(summary.high)))
        if summary.unsure:
            lines.append(
                self.tr("The outcome of %n review(s) depends on those answers", "", summary.unsure)
            )
        return lines

    def _caveats(self, summary: Summary, language: str) -> Card:
        card = Card()
        card.body.addWidget(make_label("heading", self.tr("What the past can't tell")))
        reviews = self.tr("{0}: {1} ({2})")
        count_of = {n: self.tr("%n review(s)", "", n) for n in _counts(summary)}
        lines = [
            reviews.format(gap.title.to(language), why_words(gap.why), count_of[gap.count])
            for gap in summary.gaps
        ]
        for notes, word in (
            (summary.removed, self.tr("no longer asked")),
            (summary.reworded, self.tr("reads otherwise now; answers are taken over as they are")),
        ):
            lines += [
                reviews.format(note.title.to(language), word, count_of[note.count])
                for note in notes
            ]
        for line in lines:
            card.body.addWidget(make_label("", line, wrap=True))
        return card

    def _distribution(self, summary: Summary) -> Card:
        card = Card()
        card.body.addWidget(make_label("heading", self.tr("Scores")))
        legend = self.tr("outlined: before · filled: under the draft")
        card.body.addWidget(make_label("small", legend, wrap=True))
        chart = Histogram(self._theme)
        chart.show_bars(summary.bars, self.tr("Scores before and under the draft"))
        card.body.addWidget(chart)
        return card

    def _moves(self, summary: Summary, grades: Mapping[str | None, str]) -> Card:
        card = Card()
        outcomes: dict[str | None, str] = {
            name: outcome_words(name) for name in ("pass", "fail", "not_scored")
        }
        row = QWidget()
        flow = FlowLayout(row, tokens.LOOSE)
        both: tuple[tuple[str, Moves, Mapping[str | None, str]], ...] = (
            (self.tr("Grades"), summary.grades, grades),
            (self.tr("Outcomes"), {(a, b): n for (a, b), n in summary.outcomes.items()}, outcomes),
        )
        for title, moves, titles in both:
            flow.addWidget(_part(make_label("heading", title), move_grid(moves, titles)))
        card.body.addWidget(row)
        return card

    def _parts(self, summary: Summary, language: str) -> Card:
        card = Card()
        for title, parts in (
            (self.tr("Sections"), summary.sections),
            (self.tr("Scenarios"), summary.scenarios),
        ):
            if not parts or (parts is summary.scenarios and len(parts) < 2):
                continue
            card.body.addWidget(make_label("heading", title))
            table = CellTable(self._theme)
            table.setAccessibleName(title)
            show_parts(table, parts, language)
            table.setFixedHeight(table.rows_height(_MOST_ROWS))
            card.body.addWidget(table)
        return card

    def _movers(self, summary: Summary, grades: Mapping[str | None, str]) -> Card:
        card = Card()
        card.body.addWidget(make_label("heading", self.tr("Largest changes")))
        told = self.tr("Enter or a double click opens the review.")
        card.body.addWidget(make_label("small", told, wrap=True))
        table = CellTable(self._theme)
        table.setAccessibleName(self.tr("Largest changes"))
        show_movers(table, summary.movers, grades)
        table.setFixedHeight(table.rows_height(_MOST_ROWS))
        interactions = [one.case.interaction_id for one in summary.movers]
        table.opened.connect(lambda row: self.review_requested.emit(interactions[row]))
        card.body.addWidget(table)
        self.movers = table
        return card


def _part(above: QWidget, below: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.TIGHT)
    column.addWidget(above)
    column.addWidget(below)
    column.addStretch()
    return part


def _counts(summary: Summary) -> set[int]:
    notes = (*summary.removed, *summary.reworded)
    return {gap.count for gap in summary.gaps} | {note.count for note in notes}
