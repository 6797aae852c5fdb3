"""The four figures above the results."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from qa_desktop.desktop.calibration.results.interval import interval_text, number
from qa_desktop.desktop.calibration.results.state import Cards, ResultsState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.label import make_label

translate = QCoreApplication.translate


class FigureCard(Card):
    """A large figure, what it is of, and a sentence that reads it."""

    def __init__(self) -> None:
        super().__init__(margin=tokens.SPACE + tokens.TIGHT)
        self._figure = make_label("headline")
        self._unit = ElidedLabel()
        self._unit.setProperty("role", "small")
        self._words = make_label("small", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(self._figure)
        line.addWidget(self._unit, 1)
        self.body.setSpacing(tokens.TIGHT)
        self.body.addLayout(line)
        self.body.addWidget(self._words)
        self.body.addStretch()

    def show_figure(self, figure: str, unit: str, words: str) -> None:
        self._figure.setText(figure)
        self._unit.setText(unit)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(" ".join(part for part in (figure, unit, words) if part))

    def text(self) -> str:
        return self.accessibleName()


class FigureCards(Retranslated):
    """Agreement over all, the outcome, the reviewer who stands out, what is to settle."""

    def __init__(self) -> None:
        super().__init__()
        self._state: ResultsState | None = None
        self.overall, self.outcome, self.odd, self.settle = (FigureCard() for _ in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE + tokens.TIGHT)
        for card in (self.overall, self.outcome, self.odd, self.settle):
            row.addWidget(card, 1)

    def show_state(self, state: ResultsState) -> None:
        self._state = state
        cards = state.cards
        self._show_overall(cards)
        self._show_outcome(cards)
        self._show_odd(state)
        share = self.tr("They carry {0} % of all disagreement.").format(cards.to_settle_pct)
        self.settle.show_figure(
            self.tr("%n item(s)", "", cards.to_settle),
            self.tr("to settle"),
            share if cards.to_settle else self.tr("Nobody has to be talked round."),
        )

    def _show_overall(self, cards: Cards) -> None:
        one = cards.overall
        if one.coefficient.value is None:
            self.overall.show_figure("α –", "", one.note)
            return
        said = " ".join(one.readings)
        self.overall.show_figure(
            f"α {number(one.coefficient.value)}", interval_text(one.coefficient), said
        )

    def _show_outcome(self, cards: Cards) -> None:
        if not cards.pairs:
            self.outcome.show_figure(
                "–", self.tr("pass or fail alike"), self.tr("No two outcomes to compare.")
            )
            return
        percent = round(cards.pairs_alike * 100 / cards.pairs)
        words = self.tr("In {0} of {1} pairs of reviews of the same interaction.").format(
            cards.pairs_alike, cards.pairs
        )
        self.outcome.show_figure(
            self.tr("{0} %").format(percent), self.tr("pass or fail alike"), words
        )

    def _show_odd(self, state: ResultsState) -> None:
        odd = state.cards.odd
        if odd is None or odd.bias.value is None:
            words = self.tr(
                "Every reviewer's interval includes zero: nobody is strict or lenient by more than"
                " chance."
            )
            self.odd.show_figure("–", self.tr("nobody stands out"), words)
            return
        self.odd.show_figure(
            number(odd.bias.value, 1, signed=True),
            self.tr("points, reviewer {0}").format(odd.label),
            odd_words(state),
        )

    def retranslate(self) -> None:
        if self._state is not None:
            self.show_state(self._state)


def odd_words(state: ResultsState) -> str:
    """In which direction the reviewer who stands out grades."""
    odd = state.cards.odd
    if odd is None or odd.bias.value is None:
        return ""
    lower = odd.bias.value < 0
    if odd.bias_from_reference:
        words = (
            translate(
                "FigureCards", "{0} grades lower than the reference; the interval excludes zero."
            )
            if lower
            else translate(
                "FigureCards", "{0} grades higher than the reference; the interval excludes zero."
            )
        )
    else:
        words = (
            translate(
                "FigureCards", "{0} grades lower than the others; the interval excludes zero."
            )
            if lower
            else translate(
                "FigureCards", "{0} grades higher than the others; the interval excludes zero."
            )
        )
    return words.format(odd.label)
