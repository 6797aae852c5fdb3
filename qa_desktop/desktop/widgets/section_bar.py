"""A section's score as a bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme

_TITLE_SHARE = 0.36
_VALUE_ROOM = "100.00"


class SectionBar(QWidget):
    """One line: title, bar, value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = ""
        self._share: float | None = None
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_section(self, title: str, share: float | None, value: str) -> None:
        """`share` is 0 to 1, None: nothing scored yet; `value` is what stands beside the bar."""
        self._title, self._share, self._value = title, share, value
        self.setAccessibleName(f"{title}: {value}")
        self.setToolTip(title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, self._small_metrics_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 4, self._small_metrics_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(tokens.TEXT_SMALL)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        title_width = int(self.width() * _TITLE_SHARE)
        value_width = metrics.horizontalAdvance(_VALUE_ROOM)
        painter.setPen(QColor(colours.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, title_width)
        painter.drawText(0, 0, title_width, self.height(), middle, title)
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

    def _small_metrics_height(self) -> int:
        return tokens.TEXT_SMALL + tokens.SPACE
