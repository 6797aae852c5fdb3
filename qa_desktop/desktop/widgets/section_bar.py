"""A section's score as a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_TITLE_SHARE = 0.36
_VALUE_ROOM = "100.0"
_WIDEST_TITLE_SHARE = 0.5


class SectionBar(QWidget):
    """Title, bar, value; a title that is too long for its room takes a second line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ""
        self._share: float | None = None
        self._value = ""
        self._title_width: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_section(self, title: str, share: float | None, value: str) -> None:
        """`share` is 0 to 1, None: nothing scored yet; `value` is what stands beside the bar."""
        self._title, self._share, self._value = title, share, value
        self.setAccessibleName(f"{title}: {value}")
        self.setToolTip(title)
        self.update()

    def set_title_width(self, width: int) -> None:
        """So that the bars of several sections begin at one place, see `title_width`."""
        if width != self._title_width:
            self._title_width = width
            self.updateGeometry()
            self.update()

    def title(self) -> str:
        return self._title

    def title_fits(self) -> bool:
        """Whether all of it is seen, in two lines at most."""
        metrics, room = QFontMetrics(self.small_font()), QRect(0, 0, self._room(), self._height())
        needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._title)
        return needed.width() <= room.width() and needed.height() <= room.height()

    def small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        return font

    def _room(self) -> int:
        return self._title_width or int(self.width() * _TITLE_SHARE)

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small_font())
        metrics = painter.fontMetrics()
        title_width = self._room()
        value_width = metrics.horizontalAdvance(_VALUE_ROOM)
        painter.setPen(QColor(colours.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        title = self._title
        if not self._wraps():
            title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, title_width)
        wrapped = middle | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(0, 0, title_width, self.height()), wrapped, title)
        painter.drawText(
            self.width() - value_width,
            0,
            value_width,
            self.height(),
            middle | Qt.AlignmentFlag.AlignRight,
            self._value,
        )
        left = title_width + tokens.SPACE
        bar = QRectF(
            left,
            (self.height() - tokens.BAR_HEIGHT) / 2,
            self.width() - left - value_width - tokens.SPACE,
            tokens.BAR_HEIGHT,
        )
        self._draw_bar(painter, bar)
        painter.end()

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        colours = self._theme.colours()
        radius = tokens.BAR_HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        painter.drawRoundedRect(bar, radius, radius)
        if self._share:
            bar.setWidth(max(tokens.BAR_HEIGHT, bar.width() * min(self._share, 1.0)))
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(bar, radius, radius)

    def _wraps(self) -> bool:
        """Whether the title is in two lines: only where it was given its room."""
        needed = QFontMetrics(self.small_font()).horizontalAdvance(self._title)
        return self._title_width is not None and needed > self._title_width

    def _height(self) -> int:
        lines = 2 if self._wraps() else 1
        return lines * (tokens.TEXT_SMALL + 3) + 3


def title_width(bars: Sequence[SectionBar], room: int) -> int:
    """What the titles of these bars need, at most half of the room that a bar has."""
    wanted = [QFontMetrics(bar.small_font()).horizontalAdvance(bar.title()) + 1 for bar in bars]
    return min(max(wanted, default=0), int(room * _WIDEST_TITLE_SHARE))
