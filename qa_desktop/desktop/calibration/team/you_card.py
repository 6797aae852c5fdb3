"""One's own name and card, and how it gets to others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.calibration.model import Person
from qa_desktop.desktop.calibration.words import fingerprint_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label


class YouCard(Retranslated):
    """Signals: `save_wanted` of one's own card, `take_wanted` of somebody's."""

    save_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._me: Person | None = None
        theme = services.theme
        self._title = make_label("heading")
        self._name = make_label("title", wrap=True)
        self._key = make_label("small", wrap=True)
        self._help = make_label("muted", wrap=True)
        self.save = TextButton(theme, "", "download")
        self.save.clicked.connect(self.save_wanted)
        self.take = TextButton(theme, "", "upload")
        self.take.clicked.connect(self.take_wanted)
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        keeps_height(buttons)
        flow.addWidget(self.save)
        flow.addWidget(self.take)
        card = Card()
        for part in (self._title, self._name, self._key, self._help):
            card.body.addWidget(part)
        card.body.addStretch()
        card.body.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.retranslate()

    def show_me(self, me: Person) -> None:
        self._me = me
        self._name.setText(me.name)
        self._key.setText(self.tr("Key {0}").format(fingerprint_text(me.fingerprint)))

    def retranslate(self) -> None:
        self._title.setText(self.tr("You"))
        self._help.setText(
            self.tr(
                "Your card says your name and your public keys, no secret. It lies in the shared "
                "folder; without one, save it and send it to your colleagues."
            )
        )
        self.save.name_it(self.tr("Save my card…"))
        self.take.name_it(self.tr("Take in a card…"))
        if self._me is not None:
            self.show_me(self._me)
