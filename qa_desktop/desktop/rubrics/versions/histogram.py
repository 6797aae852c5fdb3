"""How many reviews have which score, before and after."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.reviews.what_if_summary import Bar

_HEIGHT = 140
_GAP = 2


class Histogram(QWidget):
    """Two bars for each ten points: outlined as it was, filled as it would be."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar], spoken: str) -> None:
        """`spoken`: what the picture says, for who does not see it."""
        self._bars = tuple(bars)
        self.setAccessibleName(spoken)
        self.update()

    def accessible_value(self) -> str:
        return ", ".join(
            f"{bar.start}–{bar.end}: {bar.before} → {bar.after}"
            for bar in self._bars
            if bar.before or bar.after
        )

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 3, tokens.scaled(_HEIGHT))

    def words_fit(self) -> bool:
        """Whether there is room for the figures below."""
        metrics = self.fontMetrics()
        step = self.width() / max(1, len(self._bars))
        return metrics.horizontalAdvance("90") < step

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(tokens.TEXT_SMALL)
        painter.setFont(font)
        line = painter.fontMetrics().height()
        most = max(max(bar.before, bar.after) for bar in self._bars) or 1
        step = self.width() / len(self._bars)
        ground = self.height() - line - tokens.TIGHT
        room = ground - line
        for place, bar in enumerate(self._bars):
            self._bar(painter, bar, QRectF(place * step, ground - room, step, room), most)
        colours = self._theme.colours()
        painter.setPen(QPen(QColor(colours.border), tokens.BORDER))
        painter.drawLine(0, ground, self.width(), ground)
        painter.setPen(QColor(colours.muted))
        for place, bar in enumerate(self._bars):
            below = QRectF(place * step, ground + tokens.TIGHT, step, line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), str(bar.start))
        last = QRectF(self.width() - step, ground + tokens.TIGHT, step, line)
        painter.drawText(last, int(Qt.AlignmentFlag.AlignRight), str(self._bars[-1].end))
        painter.end()

    def _bar(self, painter: QPainter, bar: Bar, area: QRectF, most: int) -> None:
        colours = self._theme.colours()
        half = (area.width() - tokens.SPACE) / 2
        for number, (count, filled) in enumerate(((bar.before, False), (bar.after, True))):
            if not count:
                continue
            height = max(area.height() * count / most, _GAP)
            left = area.left() + tokens.TIGHT + number * (half + _GAP / 2)
            body = QRectF(left, area.bottom() - height, half - _GAP, height)
            painter.setPen(QPen(QColor(colours.accent if filled else colours.muted), 1))
            painter.setBrush(QColor(colours.accent if filled else colours.raised))
            painter.drawRect(body)
            painter.setPen(QColor(colours.text if filled else colours.muted))
            above = QRectF(left - half, body.top() - painter.fontMetrics().height(), 3 * half, 20)
            shown = str(count)
            if painter.fontMetrics().horizontalAdvance(shown) <= half + tokens.TIGHT:
                painter.drawText(
                    above, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown
                )
