"""The colours in force, and how they reach every widget."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.fonts import interface_font
from qa_desktop.desktop.theme.icons import icon
from qa_desktop.desktop.theme.stylesheet import stylesheet
from qa_desktop.desktop.theme.tokens import DARK, LIGHT, Colours

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """Dresses the application in light or dark, forced or as the system has it.

    Its style is the one that make_application chooses.

    Signal `changed` after the palette and the stylesheet are in force; whoever paints with
    `colours()` or holds an icon asks again then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        """`choice`: "system", "light" or "dark"."""
        super().__init__()
        self._app = app
        self._choice = choice
        app.setFont(interface_font())
        self._force(choice)
        self._colours = self._wanted()
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def colours(self) -> Colours:
        return self._colours

    def icon(self, name: str, role: str = "muted", size: int = tokens.ICON) -> QIcon:
        """An icon in the colour that `role` has now: "text", "muted", "accent", "good"..."""
        colour: str = getattr(self._colours, role)
        return icon(name, colour, size)

    def choose(self, choice: str) -> None:
        """Takes effect at once."""
        self._choice = choice
        self._force(choice)
        self._follow()

    def _force(self, choice: str) -> None:
        hints = self._app.styleHints()
        if choice in _SCHEMES:
            hints.setColorScheme(_SCHEMES[choice])
        else:
            hints.unsetColorScheme()

    def _wanted(self) -> Colours:
        scheme = _SCHEMES.get(self._choice, self._app.styleHints().colorScheme())
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self._colours:
            self._colours = wanted
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._app.setPalette(palette(self._colours))
        self._app.setStyleSheet(stylesheet(self._colours))


def palette(colours: Colours) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for key, colour in {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.raised,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.muted))
    return made
