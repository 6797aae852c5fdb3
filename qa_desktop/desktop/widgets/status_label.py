"""An outcome or a state: colour, icon and word together, never colour alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.restyle import set_style_property


class StatusLabel(QWidget):
    """A pill. `show_status` with an empty text hides it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.CHIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel(theme, "circle", size=tokens.ICON_SMALL)
        self._word = ElidedLabel()
        self._word.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE, 0, tokens.SPACE + 2, 0)
        row.setSpacing(tokens.TIGHT)
        row.addWidget(self._icon)
        row.addWidget(self._word)

    def show_status(self, text: str, *, icon: str, tone: str = "") -> None:
        """`tone`: "" (neutral), "good", "caution", "bad" or "accent"; `icon`: a Lucide name."""
        self._icon.show_icon(icon, tone or "muted")
        self._word.setText(text)
        self.setAccessibleName(text)
        set_style_property(self, "tone", tone)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._word.text()
