"""Below the table: the chosen item's comments at their moments, and its ruling."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qa_desktop.desktop.calibration.results.moments_panel import MomentsPanel
from qa_desktop.desktop.calibration.results.ruling_box import RulingBox
from qa_desktop.desktop.calibration.results.state import ResultsState
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.interactions.model import InteractionDetail

_RULING_SHARE, _MOMENTS_SHARE = 2, 3


class ItemPanel(Retranslated):
    """`moments` plays, `ruling` has the signals of what is decided."""

    def __init__(self, services: Services, player: Player | None = None) -> None:
        super().__init__()
        self._shown: tuple[ResultsState, Mapping[str, InteractionDetail]] | None = None
        self._title = ElidedLabel(role="heading")
        self._guidance = ElidedLabel(role="small")
        self.moments = MomentsPanel(services, player)
        self.card = Card(margin=tokens.SPACE + tokens.TIGHT)
        self.card.body.setSpacing(tokens.TIGHT)
        for widget in (self._title, self._guidance):
            self.card.body.addWidget(widget)
        self.card.body.addWidget(self.moments, 1)
        self.ruling = RulingBox(services)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE + tokens.TIGHT)
        row.addWidget(self.card, _MOMENTS_SHARE)
        row.addWidget(self.ruling, _RULING_SHARE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_state(
        self,
        state: ResultsState,
        details: Mapping[str, InteractionDetail],
        labels: Mapping[str, str],
    ) -> None:
        detail = state.detail
        self.setVisible(detail is not None)
        if detail is None:
            return
        self._title.setText(detail.title)
        self._guidance.setText(" ".join(detail.guidance.split()))
        self._guidance.setVisible(bool(detail.guidance))
        self.moments.show_moments(
            state.session,
            detail.moments,
            details,
            labels,
            self.tr(
                "Nobody commented on this item. What everybody answered is in the table above."
            ),
        )

    def first_focus(self) -> QWidget:
        return self.ruling.field

    def retranslate(self) -> None:
        """The page shows its state anew."""
