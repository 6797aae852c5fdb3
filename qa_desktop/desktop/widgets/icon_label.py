"""An icon that keeps to the theme and to the screen's pixel ratio."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.icons import pixmap
from qa_desktop.desktop.theme.theme import Theme


class IconLabel(QWidget):
    """Purely decorative: the word beside it says the same. `size` 0: as high as a line of text."""

    def __init__(self, theme: Theme, name: str, tone: str = "muted", size: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._tone = tone
        self._size = size or tokens.ICON
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self._size, self._size)
        theme.changed.connect(self.update)

    def show_icon(self, name: str, tone: str = "muted") -> None:
        self._name = name
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour: str = getattr(self._theme.colours(), self._tone)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._name, colour, self._size, self.devicePixelRatioF()))
        painter.end()
