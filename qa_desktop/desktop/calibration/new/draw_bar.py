"""Choosing by lot, with a seed that draws the same ones again; or what divided people before."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from qa_desktop.calibration.sessions.sampling import DrawBy
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.settings.group import choice_box, chosen, name_choices
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent

_FIRST_COUNT = 4
_MOST = 200
_SEED_WIDTH = 104


class DrawBar(Retranslated):
    """Signals: `draw_wanted(int count, DrawBy, str seed)`; `divided_wanted(int count)`."""

    draw_wanted = Signal(int, object, str)
    divided_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._many = make_label("muted")
        self.count = QSpinBox()
        self.count.setRange(1, _MOST)
        self.count.setValue(_FIRST_COUNT)
        self.count.setMinimumHeight(tokens.BUTTON_HEIGHT)
        indent(self.count)
        self.by: QComboBox = choice_box([by.value for by in DrawBy])
        self.by.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self._seed_word = make_label("muted")
        self.seed = QLineEdit(secrets.token_hex(3))
        self.seed.setFixedWidth(tokens.scaled(_SEED_WIDTH))
        self._seed_word.setBuddy(self.seed)
        self.draw = TextButton(theme, "", "refresh-cw")
        self.draw.clicked.connect(self._draw)
        self.divided = TextButton(theme, "", "git-compare-arrows")
        self.divided.clicked.connect(lambda: self.divided_wanted.emit(self.count.value()))
        flow = FlowLayout(self, tokens.SPACE)
        keeps_height(self)
        for widget in (
            *(self._many, self.count, self.by, self._seed_word, self.seed),
            *(self.draw, self.divided),
        ):
            flow.addWidget(widget)
        for label in (self._many, self._seed_word):
            label.setFixedHeight(tokens.BUTTON_HEIGHT)
        self.retranslate()

    def retranslate(self) -> None:
        self._many.setText(self.tr("By lot:"))
        self.count.setAccessibleName(self.tr("How many"))
        self.by.setAccessibleName(self.tr("Of what"))
        name_choices(
            self.by,
            (
                self.tr("of all"),
                self.tr("of each kind"),
                self.tr("of each agent"),
                self.tr("of each band of scores"),
            ),
        )
        self._seed_word.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        hint = self.tr("The same seed draws the same interactions again, so that anybody can check")
        self.seed.setToolTip(hint)
        self.seed.setAccessibleDescription(hint)
        self.draw.name_it(self.tr("Draw"))
        self.divided.name_it(self.tr("Add what divided people"))
        self.divided.setToolTip(
            self.tr("Interactions on which answers differed most in earlier sessions")
        )

    def _draw(self) -> None:
        self.draw_wanted.emit(self.count.value(), DrawBy(chosen(self.by)), self.seed.text())
