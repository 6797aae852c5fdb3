"""The rail at the left: one button a page."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.keyed import key_near

_ICONS = {
    "interactions": "message-square",
    "rubrics": "clipboard-list",
    "calibration": "scale",
    "settings": "settings",
}
_AT_BOTTOM = ("settings",)
_BUTTON_HEIGHT = 56


class Rail(Retranslated):
    """Signal `page_chosen(str)`: "interactions", "rubrics", "calibration" or "settings"."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._current = ""
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(tokens.RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.TIGHT, tokens.SPACE, tokens.TIGHT + 1, tokens.SPACE)
        column.setSpacing(tokens.TIGHT)
        self._buttons = {key: self._make(key) for key in _ICONS}
        for key, button in self._buttons.items():
            if key not in _AT_BOTTOM:
                column.addWidget(button)
        column.addStretch()
        for key in _AT_BOTTOM:
            column.addWidget(self._buttons[key])
        self.retranslate()

    def show_current(self, key: str) -> None:
        self._current = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def retranslate(self) -> None:
        words = {
            "interactions": self.tr("Interactions"),
            "rubrics": self.tr("Rubrics"),
            "calibration": self.tr("Calibration"),
            "settings": self.tr("Settings"),
        }
        self.setAccessibleName(self.tr("Pages"))
        for key, button in self._buttons.items():
            button.setText(words[key])
            button.setAccessibleName(words[key])
        widest = max(button.word_width() for button in self._buttons.values())
        self.setFixedWidth(max(tokens.RAIL_WIDTH, widest + 2 * tokens.SPACE))
        self.show_keys()

    def show_keys(self) -> None:
        for key, button in self._buttons.items():
            held = key_near(self, f"window.{key}")
            button.setToolTip(f"{button.text()}  {held}".strip())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_keys()

    def _make(self, key: str) -> "RailButton":
        button = RailButton(self._theme, _ICONS[key])
        button.clicked.connect(lambda: self._choose(key))
        return button

    def _choose(self, key: str) -> None:
        # The button follows the window's page, not the click.
        self.show_current(self._current)
        self.page_chosen.emit(key)


class RailButton(QAbstractButton):
    """Icon over word. Painted by hand: a tool button's margins would cut the longest word."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setCheckable(True)
        self.setFixedHeight(tokens.scaled(_BUTTON_HEIGHT))
        font = self.font()
        font.setPixelSize(tokens.TEXT_TINY)
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def word_width(self) -> int:
        """Of its word as it is on the page in front."""
        return QFontMetrics(self._strong()).horizontalAdvance(self.text())

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_WIDTH - 2 * tokens.TIGHT, tokens.scaled(_BUTTON_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.accent_soft if on else colours.raised if self.underMouse() else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        ring = QPen(QColor(colours.accent), tokens.FOCUS_BORDER)
        painter.setPen(ring if self.hasFocus() else Qt.PenStyle.NoPen)
        radius = tokens.RADIUS_LARGE
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        tone = colours.accent if on else colours.muted
        drawn = pixmap(self._icon, tone, tokens.ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - tokens.ICON) // 2, tokens.SPACE + 2, drawn)
        painter.setFont(self._strong() if on else self.font())
        painter.setPen(QColor(tone))
        word = QRect(0, tokens.SPACE + tokens.ICON + 2, self.width(), tokens.CHIP_HEIGHT)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
