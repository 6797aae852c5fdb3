"""Third: what goes out, what stays, and what is still lacking."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk_model import ReferenceFrom
from qa_desktop.desktop.calibration.new.presenter import Lacking, NewState
from qa_desktop.desktop.calibration.words import interaction_word, kinds_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import duration_text, moment_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.interactions.model import Kind


class CheckStep(Retranslated):
    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._state = NewState()
        self._lacks: tuple[Lacking, ...] = ()
        theme = services.theme
        self._lack_card = Card()
        self._lack_word = make_label("heading")
        self._lack_lines = make_label("", wrap=True)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(IconLabel(theme, "triangle-alert", "caution"))
        above.addWidget(self._lack_word, 1)
        self._lack_card.body.addLayout(above)
        self._lack_card.body.addWidget(self._lack_lines)
        self._out_word = make_label("heading")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(tokens.WIDE)
        self._facts.setVerticalSpacing(tokens.SPACE)
        self._facts.setColumnStretch(1, 1)
        self._names = [make_label("muted") for _ in range(7)]
        self._values = [
            *(make_label("", wrap=True) for _ in range(6)),
            ElidedLabel(mode=Qt.TextElideMode.ElideMiddle),
        ]
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            self._facts.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, place, 1)
        out = Card()
        out.body.addWidget(self._out_word)
        out.body.addLayout(self._facts)
        out.body.addStretch()
        self._stays_word = make_label("heading")
        self._stays: list[QLabel] = [make_label("", wrap=True) for _ in range(4)]
        stays = Card()
        stays.body.addWidget(self._stays_word)
        for label in self._stays:
            line = QHBoxLayout()
            line.setSpacing(tokens.SPACE)
            line.addWidget(IconLabel(theme, "eye-off", "good"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            stays.body.addLayout(line)
        self._remains = make_label("", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(IconLabel(theme, "info", "caution"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._remains, 1)
        stays.body.addSpacing(tokens.SPACE)
        stays.body.addLayout(line)
        stays.body.addStretch()
        row = QHBoxLayout()
        row.setSpacing(tokens.WIDE)
        row.addWidget(out, 1)
        row.addWidget(stays, 1)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(tokens.WIDE)
        lines.addWidget(self._lack_card)
        lines.addLayout(row)
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.retranslate()

    def show_state(self, state: NewState, lacks: Sequence[Lacking]) -> None:
        self._state, self._lacks = state, tuple(lacks)
        words = self._lack_texts()
        self._lack_card.setVisible(bool(lacks))
        self._lack_lines.setText("\n".join(f"• {words[lack]}" for lack in lacks))
        for label, text in zip(self._values, self._value_texts(state), strict=True):
            label.setText(text)

    def retranslate(self) -> None:
        self._lack_word.setText(self.tr("Before it can go out"))
        self._out_word.setText(self.tr("What goes out"))
        names = (
            self.tr("Title"),
            self.tr("Rubric"),
            self.tr("Interactions"),
            self.tr("Who grades"),
            self.tr("Sealed how"),
            self.tr("Until"),
            self.tr("Shared folder"),
        )
        for label, word in zip(self._names, names, strict=True):
            label.setText(word)
        self._stays_word.setText(self.tr("What is not in it"))
        stays = (
            self.tr("Agent, customer, team, queue and date: names that are known are masked."),
            self.tr("Earlier reviews, scores and comments, yours included."),
            self.tr("File names, and whatever else stands in sound files beside the sound."),
            self.tr("Who has graded how: nobody can read a submission before the reveal."),
        )
        for label, word in zip(self._stays, stays, strict=True):
            label.setText(word)
        self._remains.setText(
            self.tr(
                "Voices and what is said stay as they are. Whoever knows the agent may recognise "
                "the voice."
            )
        )
        self.show_state(self._state, self._lacks)

    def _lack_texts(self) -> dict[Lacking, str]:
        return {
            Lacking.TITLE: self.tr("The session has no title yet."),
            Lacking.RUBRIC: self.tr("There is no rubric to grade with: publish one first."),
            Lacking.INTERACTIONS: self.tr("No interaction is chosen yet."),
            Lacking.PEOPLE: self.tr(
                "Nobody is invited yet: compare codes in Team, then tick who takes part."
            ),
            Lacking.REFERENCE: self.tr(
                "Some interactions lack the review that would be the reference: grade them with "
                "this rubric version, choose others, or go without a reference."
            ),
            Lacking.DEADLINE: self.tr("The deadline is over already."),
        }

    def _value_texts(self, state: NewState) -> tuple[str, ...]:
        language = self._services.language
        rubric = state.rubric
        people = [
            each.person.name
            for each in state.people
            if each.person.fingerprint in state.participants
        ]
        if state.lead_grades:
            people.append(self.tr("you"))
        folder = str(state.folder)
        return (
            state.title or "–",
            f"{rubric.title.to(language)} v{rubric.version}" if rubric is not None else "–",
            self._interactions_text(state),
            self.tr(", ").join(people) or "–",
            self._sealed_text(state),
            moment_text(state.deadline) if state.deadline is not None else self.tr("no deadline"),
            folder if state.folder is not None else self.tr("none: you hand the file on"),
        )

    def _interactions_text(self, state: NewState) -> str:
        kinds = [row.interaction.kind for row in state.chosen]
        if not kinds:
            return "–"
        known_as = []
        for kind in Kind:
            count = kinds.count(kind)
            if count:
                first = interaction_word(f"{kind.value}-1", kind)
                last = interaction_word(f"{kind.value}-{count}", kind)
                known_as.append(first if count == 1 else f"{first} … {last}")
        words = self.tr("{0}, known as {1}").format(kinds_text(kinds), self.tr(", ").join(known_as))
        if state.sound_ms:
            sound = self.tr("{0} of sound").format(duration_text(state.sound_ms))
            words = f"{words} · {sound}"
        return words

    def _sealed_text(self, state: NewState) -> str:
        sealed = state.mode is Mode.SEALED
        words = (
            self.tr("only you can open them") if sealed else self.tr("nobody before the closing")
        )
        if state.reference is None:
            return words
        mine = state.reference is ReferenceFrom.MINE
        other = self.tr("with my reviews as reference") if mine else self.tr("with a reference")
        return f"{words} · {other}"
