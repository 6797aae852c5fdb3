"""One moment that reviewers remarked on: its waveform, what was said, and everybody's words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qa_desktop.calibration.model import CalibrationSession
from qa_desktop.calibration.statistics.moments import Moment, Remark, played_span, said_at
from qa_desktop.desktop.calibration.results.interface_words import (
    KIND_ICONS,
    moment_title,
    play_text,
    remark_text,
)
from qa_desktop.desktop.calibration.results.span_sound import SpanSound
from qa_desktop.desktop.calibration.results.span_strip import Pin, SpanStrip
from qa_desktop.desktop.review.words import role_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.interactions.model import InteractionDetail, Role

_TONES = {Role.AGENT: "agent", Role.BOT: "agent", Role.CUSTOMER: "customer"}
_MOST_TURNS = 6


class MomentCard(QWidget):
    """Signal `play_requested(Moment)`: to be played, or to stop."""

    play_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: CalibrationSession,
        moment: Moment,
        detail: InteractionDetail | None,
        labels: Mapping[str, str],
    ) -> None:
        """`labels` are what reviewers are called now."""
        super().__init__()
        self.moment = moment
        self._theme = theme
        self._detail = detail
        self._labels = labels
        duration_ms = None if detail is None else detail.interaction.duration_ms
        self.span = played_span(moment, duration_ms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        self.play = TextButton(theme, "", "play")
        self.play.clicked.connect(lambda: self.play_requested.emit(moment))
        self._play_text = play_text(moment, duration_ms)
        self.play.name_it(self._play_text)
        # Whether there is something to hear.
        self.heard = detail is not None and bool(detail.recordings) and self.span is not None
        self.play.setVisible(self.heard)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(make_label("heading", moment_title(session, moment)))
        if moment.people > 1:
            head.addWidget(Chip(self.tr("%n reviewer(s)", "", moment.people)))
        head.addStretch()
        head.addWidget(self.play)
        column.addLayout(head)
        self.strip = SpanStrip(theme)
        self.strip.pressed.connect(lambda: self.play_requested.emit(moment))
        self.strip.setVisible(self.heard)
        column.addWidget(self.strip)
        self._add_words(column)
        for remark in moment.remarks:
            column.addLayout(self._remark(remark))

    def _add_words(self, column: QVBoxLayout) -> None:
        turns = () if self._detail is None else self._detail.turns
        said = said_at(self.moment, turns) if turns else ()
        for one in said[:_MOST_TURNS]:
            line = QHBoxLayout()
            line.setSpacing(tokens.SPACE)
            who = make_label("small", role_word(one.role))
            who.setProperty("tone", _TONES.get(one.role, ""))
            who.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            line.addWidget(who)
            line.addWidget(make_label("muted", one.text, wrap=True), 1)
            column.addLayout(line)
        if len(said) > _MOST_TURNS:
            more = self.tr("and %n more turn(s)", "", len(said) - _MOST_TURNS)
            column.addWidget(make_label("small", more))

    def _remark(self, remark: Remark) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(Chip(self._labels.get(remark.fingerprint, ""), "accent"))
        if remark.kind is not None:
            line.addWidget(IconLabel(self._theme, KIND_ICONS[remark.kind], size=tokens.ICON_SMALL))
        line.addWidget(make_label("", remark_text(remark.text), wrap=True), 1)
        return line

    def show_sound(self, sound: SpanSound, *, mine: bool) -> None:
        """`mine`: it is the recording of this moment that the sound has loaded."""
        if self.span is None:
            return
        start_ms, end_ms = self.span
        wanted = sound.span
        current = (
            mine and wanted is not None and (wanted.start_ms, wanted.end_ms) == (start_ms, end_ms)
        )
        playing = current and sound.playing
        pins = [
            Pin(
                label=self._labels.get(one.fingerprint, ""),
                start_ms=one.start_ms - sound.offset_ms,
                end_ms=None if one.end_ms is None else one.end_ms - sound.offset_ms,
            )
            for one in self.moment.remarks
            if one.start_ms is not None
        ]
        offset_ms = sound.offset_ms
        self.strip.show_span(
            sound.peaks if mine else None,
            (start_ms - offset_ms, end_ms - offset_ms),
            pins,
            (lambda: sound.position_ms() - offset_ms) if current else lambda: None,
        )
        self.strip.follow(playing=playing)
        self.play.show_icon("pause" if playing else "play")
        self.play.name_it(self.tr("Stop") if playing else self._play_text)
