"""After a session was made: where it is, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label


class DonePanel(Retranslated):
    """What was made, where it is, and what to do next."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._title = make_label("title")
        self._where = make_label("", wrap=True)
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._next = make_label("muted", wrap=True)
        self._made: tuple[str, str, bool] = ("", "", False)
        card = Card(margin=tokens.LOOSE)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE)
        icon = IconLabel(services.theme, "circle-check", "good", tokens.ICON_LARGE)
        row.addWidget(icon)
        row.addWidget(self._title, 1)
        card.body.addLayout(row)
        card.body.addWidget(self._where)
        card.body.addWidget(self._next)
        self.buttons = QWidget()
        self.flow = FlowLayout(self.buttons, tokens.SPACE)
        keeps_height(self.buttons)
        card.body.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()
        self.retranslate()

    def show_made(self, title: str, *, folder: str, own: bool) -> None:
        """`folder` "": files go by hand; `own`: the lead grades too."""
        self._made = (title, folder, own)
        self.retranslate()

    def retranslate(self) -> None:
        title, folder, own = self._made
        self._title.setText(self.tr("“{0}” is under way").format(title))
        if folder:
            where = self.tr(
                "The invitation goes to {0}. Everybody who looks there finds the session in "
                "Calibration, at the latest after a minute."
            ).format(folder)
        else:
            where = self.tr(
                "Save the invitation and send it to everybody who takes part: they open it in "
                "Calibration, grade, and send you the files that their program makes."
            )
        self._where.setText(where)
        self._next.setText(
            self.tr("Next: grade your own copies, they are under To grade.")
            if own
            else self.tr("Next: watch who is in; close when all are, or after the deadline.")
        )
