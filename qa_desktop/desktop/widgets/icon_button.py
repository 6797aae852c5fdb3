"""Buttons whose icon keeps to the theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.keyed import key_near


class IconButton(QToolButton):
    """A square button with an icon alone; `name_it` gives it the words it lacks.

    `size` 0: as high as a button.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        quiet: bool = True,
        tone: str = "muted",
        size: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._name = self._keys = self._action = ""
        if quiet:
            self.setProperty("role", "quiet")
        self.setIconSize(QSize(tokens.ICON, tokens.ICON))
        side = size or tokens.BUTTON_HEIGHT
        self.setFixedSize(side, side)
        # Else the stylesheet's least height of a button would stretch a smaller one.
        self.setProperty("square", size != 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._tint)
        self.toggled.connect(self._tint)
        self._tint()

    def name_it(self, name: str, keys: str = "", *, action: str = "") -> None:
        """The accessible name and tooltip; `keys` is the shortcut's text.

        `action`: the tooltip says the key that is in force for it, see widgets/keyed.py.
        """
        self._name, self._keys, self._action = name, keys, action
        self.setAccessibleName(name)
        self.show_keys()

    def show_keys(self) -> None:
        keys = key_near(self, self._action) if self._action else self._keys
        self.setToolTip(f"{self._name}  {keys}" if keys else self._name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._action:
            self.show_keys()

    def show_icon(self, icon: str, tone: str | None = None) -> None:
        self._icon = icon
        self._tone = tone or self._tone
        self._tint()

    def _tint(self) -> None:
        tone = "accent" if self.isChecked() else self._tone
        self.setIcon(self._theme.icon(self._icon, tone))


class TextButton(QPushButton):
    """A button with a word and, if given, an icon; `role`: "", "primary", "quiet", "link"..."""

    def __init__(
        self, theme: Theme, role: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._name = self._keys = self._action = ""
        if role:
            self.setProperty("role", role)
        self.setMinimumHeight(tokens.HIT if role in ("chip", "answer") else tokens.BUTTON_HEIGHT)
        self.setAutoDefault(False)
        if icon:
            # Wider than the picture: Qt leaves too little room between it and the word.
            self.setIconSize(QSize(tokens.ICON + tokens.scaled(tokens.TIGHT), tokens.ICON))
            theme.changed.connect(self._tint)
            self._tint()

    def name_it(self, text: str, keys: str = "", *, action: str = "") -> None:
        """Sets text and accessible name; `keys` is shown as the tooltip's shortcut.

        `action`: the tooltip says the key that is in force for it, see widgets/keyed.py.
        """
        self._name, self._keys, self._action = text, keys, action
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.show_keys()

    def show_keys(self) -> None:
        keys = key_near(self, self._action) if self._action else self._keys
        self.setToolTip(f"{self._name}  {keys}" if keys else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._action:
            self.show_keys()

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self._tint()

    def point_down(self) -> None:
        """The icon, a small arrow, stands after the word: something opens below."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIconSize(QSize(tokens.ICON_SMALL, tokens.ICON_SMALL))

    def _tint(self) -> None:
        tone = {
            "primary": "on_accent",
            "link": "accent",
            "quiet": "muted",
            "search": "muted",
            "chip": "muted",
        }.get(self._role, "text")
        self.setIcon(self._theme.icon(self._icon, tone))
