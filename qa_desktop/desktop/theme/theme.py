"""The colours in force, and how they reach every widget."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.fonts import interface_font, system_text_scale
from qa_desktop.desktop.theme.icons import icon
from qa_desktop.desktop.theme.stylesheet import stylesheet
from qa_desktop.desktop.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours

_CHOICES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}


class Theme(QObject):
    """Dresses the application in light or dark, with more contrast or without, at a size of text.

    All of it can be chosen or be as the system has it.

    Its style is the one that make_application chooses.

    Signal `changed` after the palette and the stylesheet are in force; whoever paints with
    `colours()` or holds an icon asks again then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", text_size_pct: int = 100) -> None:
        """`choice`: "system", "light", "dark", "contrast-light" or "contrast-dark";
        `text_size_pct` of the size that the system asks for."""
        super().__init__()
        self._app = app
        self._choice = choice
        self._force(choice)
        self._colours = self._wanted()
        self.size_text(text_size_pct)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def colours(self) -> Colours:
        return self._colours

    def icon(self, name: str, role: str = "muted", size: int = 0) -> QIcon:
        """An icon in the colour that `role` has now: "text", "muted", "accent", "good"...

        `size` 0: as high as a line of text.
        """
        colour: str = getattr(self._colours, role)
        return icon(name, colour, size)

    def choose(self, choice: str) -> None:
        """Takes effect at once."""
        self._choice = choice
        self._force(choice)
        self._follow()

    def size_text(self, text_size_pct: int) -> None:
        """Text and what holds it, of every widget that is made from now on."""
        tokens.set_text_scale(system_text_scale() * text_size_pct / 100)
        font = interface_font()
        if self._app.font() != font:
            self._app.setFont(font)
        self._dress()

    def _force(self, choice: str) -> None:
        hints = self._app.styleHints()
        if choice in _CHOICES:
            dark = _CHOICES[choice].dark
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        else:
            hints.unsetColorScheme()

    def _wanted(self) -> Colours:
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return colours_for(self._choice, hints.colorScheme(), contrast)

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self._colours:
            self._colours = wanted
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._app.setPalette(palette(self._colours))
        sheet = stylesheet(self._colours)
        # Qt polishes every widget anew, even for the sheet that it has.
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)


def colours_for(choice: str, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Colours:
    """Those of a forced `choice`, else those that suit what the system prefers."""
    if choice in _CHOICES:
        return _CHOICES[choice]
    strong = contrast == Qt.ContrastPreference.HighContrast
    if scheme == Qt.ColorScheme.Dark:
        return CONTRAST_DARK if strong else DARK
    return CONTRAST_LIGHT if strong else LIGHT


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
