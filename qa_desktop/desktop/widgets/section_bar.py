"""A section's score as a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_TITLE_SHARE = 0.36
_VALUE_ROOM = "100.0"
_MOST_LINES, _MANY_LINES = 2, 9
# A shorter bar says nothing; then the titles wrap.
_SHORTEST_BAR = 48
_LEAST_BAR = 20


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
        return self._lines() == self._wrapped(_MANY_LINES)

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
        title_width = self._room()
        value_width = self.value_width()
        painter.setPen(QColor(colours.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        lines, line_height = self._lines(), self._line_height()
        top = (self.height() - line_height * len(lines)) // 2
        for number, line in enumerate(lines):
            room = QRect(0, top + number * line_height, title_width, line_height)
            painter.drawText(room, middle, line)
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

    def value_width(self) -> int:
        return QFontMetrics(self.small_font()).horizontalAdvance(_VALUE_ROOM)

    def _lines(self) -> list[str]:
        """Of the title, as it is drawn: two at most, and one where it was given no room yet."""
        return self._wrapped(1 if self._title_width is None else _MOST_LINES)

    def _wrapped(self, most: int) -> list[str]:
        layout = QTextLayout(self._title, self.small_font())
        layout.beginLayout()
        ends: list[tuple[int, int]] = []
        while (line := layout.createLine()).isValid() and len(ends) < most:
            line.setLineWidth(self._room())
            ends.append((line.textStart(), line.textStart() + line.textLength()))
        layout.endLayout()
        lines = [self._title[start:end].rstrip() for start, end in ends]
        if lines:
            rest = self._title[ends[-1][0] :]
            metrics = QFontMetrics(self.small_font())
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._room())
        return lines

    def _line_height(self) -> int:
        return tokens.TEXT_SMALL + 3

    def _height(self) -> int:
        return max(len(self._lines()), 1) * self._line_height() + 3


def title_width(bars: Sequence[SectionBar], room: int) -> int:
    """What the titles of these bars need beside a bar that can be read, in `room` for all.

    Where that is too little they wrap, beside a bar that is the shorter the longer their words are.
    """
    if not bars:
        return 0
    metrics = QFontMetrics(bars[0].small_font())
    beside = bars[0].value_width() + 2 * tokens.SPACE
    whole = max(metrics.horizontalAdvance(bar.title()) for bar in bars) + 1
    words = (word for bar in bars for word in bar.title().split())
    word = max((metrics.horizontalAdvance(word) for word in words), default=0) + 1
    roomy = room - beside - _SHORTEST_BAR
    return max(min(whole, max(roomy, min(word, room - beside - _LEAST_BAR))), 1)
