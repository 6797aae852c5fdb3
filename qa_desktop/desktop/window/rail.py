"""The rail at the left: one button a page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_ICONS = {"interactions": "message-square", "rubrics": "clipboard-list", "settings": "settings"}
_AT_BOTTOM = ("settings",)
_BUTTON_HEIGHT = 56


class Rail(Retranslated):
    """Signal `page_chosen(str)`: "interactions", "rubrics" or "settings"."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._current = ""
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(tokens.RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.TIGHT, tokens.SPACE, tokens.TIGHT, tokens.SPACE)
        column.setSpacing(tokens.TIGHT)
        self._buttons = {key: self._make(key) for key in _ICONS}
        for key, button in self._buttons.items():
            if key not in _AT_BOTTOM:
                column.addWidget(button)
        column.addStretch()
        for key in _AT_BOTTOM:
            column.addWidget(self._buttons[key])
        theme.changed.connect(self._tint)
        self.retranslate()
        self._tint()

    def show_current(self, key: str) -> None:
        self._current = key
        self._tint()

    def retranslate(self) -> None:
        words = {
            "interactions": self.tr("Interactions"),
            "rubrics": self.tr("Rubrics"),
            "settings": self.tr("Settings"),
        }
        self.setAccessibleName(self.tr("Pages"))
        for number, (key, button) in enumerate(self._buttons.items(), start=1):
            button.setText(words[key])
            button.setAccessibleName(words[key])
            button.setToolTip(f"{words[key]}  Alt+{number}")

    def _make(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(tokens.ICON, tokens.ICON))
        button.setFixedHeight(_BUTTON_HEIGHT)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._choose(key))
        return button

    def _choose(self, key: str) -> None:
        # The button follows the window's page, not the click.
        self._tint()
        self.page_chosen.emit(key)

    def _tint(self) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == self._current)
            tone = "accent" if key == self._current else "muted"
            button.setIcon(self._theme.icon(_ICONS[key], tone))
