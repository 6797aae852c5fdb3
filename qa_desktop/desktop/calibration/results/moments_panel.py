"""The comments on the chosen item at their moments, with playback."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import CalibrationSession
from qa_desktop.calibration.statistics.moments import Moment
from qa_desktop.desktop.calibration.results.moment_card import MomentCard
from qa_desktop.desktop.calibration.results.span_sound import SpanSound
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.model import InteractionDetail

_MOST = 12


class MomentsPanel(QWidget):
    """Plays one of them at a time. The first one's recording is loaded at once, so that its
    waveform is there. Signal `shown`."""

    shown = Signal()

    def __init__(self, services: Services, player: Player | None = None) -> None:
        super().__init__()
        self._services = services
        self._details: Mapping[str, InteractionDetail] = {}
        self.sound = SpanSound(services, self, player)
        self._loaded: str | None = None
        self.cards: list[MomentCard] = []
        self.banner = ProblemBanner(services.theme, lambda: services.language, tone="caution")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)
        self.sound.changed.connect(self._show_sound)
        self.sound.problem.connect(self._tell)
        self.sound.failed.connect(self._fail)

    def show_moments(
        self,
        session: CalibrationSession,
        moments: tuple[Moment, ...],
        details: Mapping[str, InteractionDetail],
        labels: Mapping[str, str],
        empty: str,
    ) -> None:
        """`empty` is said where there are none."""
        self._details = details
        self.cards = []
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE, 0)
        column.setSpacing(tokens.WIDE)
        for moment in moments[:_MOST]:
            card = MomentCard(
                self._services.theme, session, moment, details.get(moment.pseudonym), labels
            )
            card.play_requested.connect(self.toggle)
            column.addWidget(card)
            self.cards.append(card)
        if not moments:
            column.addWidget(make_label("muted", empty, wrap=True))
        left = len(moments) - _MOST
        if left > 0:
            column.addWidget(make_label("small", self.tr("and %n more moment(s)", "", left)))
        column.addStretch()
        self._scroll.setAccessibleName(self.tr("Comments at their moments"))
        self._scroll.setWidget(inside)
        first = next((one for one in self.cards if one.heard), None)
        if first is not None and not self.sound.playing:
            self._load(first.moment.pseudonym)
        self._show_sound()
        self.shown.emit()

    def toggle(self, moment: Moment) -> None:
        """Plays just that moment, or stops it."""
        card = next((one for one in self.cards if one.moment == moment), None)
        if card is None or card.span is None:
            return
        self._load(moment.pseudonym)
        self.sound.toggle(*card.span)

    def toggle_first(self) -> bool:
        """What the space bar does: stops what plays, else plays the first; whether there is one."""
        for card in self.cards:
            if card.span is not None and self.sound.playing:
                self.sound.stop()
                return True
        first = next((one for one in self.cards if one.heard), None)
        if first is not None:
            self.toggle(first.moment)
        return first is not None

    def stop(self) -> None:
        self.sound.stop()

    def close_sound(self) -> None:
        self.sound.close()
        self._loaded = None

    def _load(self, pseudonym: str) -> None:
        if pseudonym != self._loaded:
            self._loaded = pseudonym
            self.banner.show_problems(())
            self.sound.show(self._details.get(pseudonym))

    def _show_sound(self) -> None:
        for card in self.cards:
            card.show_sound(self.sound, mine=card.moment.pseudonym == self._loaded)

    def _tell(self, problem: Problem) -> None:
        self.banner.show_problems((problem,))

    def _fail(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)
