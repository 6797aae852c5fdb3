"""What was found in a call's sound, above its transcript; each fact goes to where it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.sound.sound_facts import SoundFacts
from qa_desktop.desktop.review.words import length_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """`spans` are where it is; none: it has no place."""

    text: str
    tip: str
    spans: tuple[Span, ...] = ()


class FactsBar(Retranslated):
    """One line; what finds no room is left out, the most telling facts stand first.

    Signal `places_requested(tuple[Span, ...])`: to the next of these.
    """

    places_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turns = 0
        self._facts = SoundFacts()
        self._shown: list[QWidget] = []
        self.setMinimumWidth(0)
        self.setFixedHeight(tokens.BUTTON_HEIGHT)

    def show_facts(self, turns: int, facts: SoundFacts) -> None:
        self._turns, self._facts = turns, facts
        self.retranslate()

    def text(self) -> str:
        """All facts, also those without room."""
        return " · ".join(fact.text for fact in self._list())

    def links(self) -> tuple[TextButton, ...]:
        """The facts that can be gone to."""
        return tuple(widget for widget in self._shown if isinstance(widget, TextButton))

    def retranslate(self) -> None:
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for fact in self._list():
            self._shown.append(self._link(fact) if fact.spans else self._label(fact))
        self.setAccessibleName(self.text())
        self._place()

    def _list(self) -> Sequence[_Fact]:
        found = [self._talk(), self._silence(), self._overlap(), self._longest()]
        if self._turns:
            found.append(_Fact(text=self.tr("%n turn(s)", "", self._turns), tip=""))
        return [fact for fact in found if fact is not None]

    def _talk(self) -> _Fact | None:
        agent, customer = self._facts.agent_share, self._facts.customer_share
        if agent is None or customer is None:
            return None
        text = self.tr("talk {0} % agent, {1} % customer")
        tip = self.tr("Of all that was said, the agent said {0} %.")
        said = agent + customer
        ratio = round(agent / said * 100) if said else 0
        return _Fact(
            text=text.format(round(agent * 100), round(customer * 100)), tip=tip.format(ratio)
        )

    def _silence(self) -> _Fact | None:
        facts = self._facts
        if not facts.silences:
            return None
        text = self.tr("silence {0}").format(length_words(facts.silence_ms))
        tip = self.tr("%n silence(s); a press goes to the next", "", len(facts.silences))
        return _Fact(text=text, tip=tip, spans=facts.silences)

    def _overlap(self) -> _Fact | None:
        facts = self._facts
        if not facts.overlaps:
            return None
        text = self.tr("both speak {0}").format(length_words(facts.overlap_ms))
        tip = self.tr(
            "Both speak at once at %n place(s); a press goes to the next", "", len(facts.overlaps)
        )
        return _Fact(text=text, tip=tip, spans=facts.overlaps)

    def _longest(self) -> _Fact | None:
        longest = self._facts.longest_silence
        if longest is None or len(self._facts.silences) < 2:
            return None
        text = self.tr("longest silence {0}").format(length_words(longest.length_ms))
        return _Fact(text=text, tip=self.tr("Go to the longest silence"), spans=(longest,))

    def _link(self, fact: _Fact) -> QWidget:
        link = TextButton(self._theme, "link", "", self)
        link.name_it(fact.text)
        link.setToolTip(fact.tip)
        link.setAccessibleDescription(fact.tip)
        link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        link.clicked.connect(lambda: self.places_requested.emit(fact.spans))
        return link

    def _label(self, fact: _Fact) -> QWidget:
        label = make_label("muted", fact.text)
        label.setParent(self)
        label.setToolTip(fact.tip)
        return label

    def _place(self) -> None:
        x = 0
        for widget in self._shown:
            width = widget.sizeHint().width()
            fits = x + width <= self.width()
            widget.setVisible(fits)
            if fits:
                widget.setGeometry(x, 0, width, self.height())
                x += width + tokens.WIDE
            else:
                # What comes after it would stand where the eye expects this one.
                x = self.width() + 1

    def sizeHint(self) -> QSize:
        width = sum(widget.sizeHint().width() + tokens.WIDE for widget in self._shown)
        return QSize(width, tokens.BUTTON_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.BUTTON_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()
