"""The waveform of a moment, with who remarked what where, and where playing is."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.columns import from_peaks, loudest

_FRAME_MS = 33
_PIN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """On the sound's clock. `end_ms` None: a moment, not a span."""

    label: str
    start_ms: int
    end_ms: int | None = None


class SpanStrip(QWidget):
    """Signal `pressed`: it is to be played, or to stop."""

    pressed = Signal()

    def __init__(self, theme: Theme, height: int = 56) -> None:
        super().__init__()
        self._theme = theme
        self._height = tokens.scaled(height)
        self._peaks: Peaks | None = None
        self._span = (0, 1)
        self._factor = 1.0
        self._pins: tuple[Pin, ...] = ()
        self._position: Callable[[], int | None] = lambda: None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._height)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME_MS)
        self._clock.timeout.connect(self.update)
        theme.changed.connect(self.update)

    def show_span(
        self,
        peaks: Peaks | None,
        span_ms: tuple[int, int],
        pins: Sequence[Pin],
        position: Callable[[], int | None],
    ) -> None:
        """All on the sound's clock. `position` gives None where nothing is being played."""
        self._peaks, self._span, self._pins = peaks, span_ms, tuple(pins)
        self._position = position
        self.update()

    def enlarge(self, factor: float) -> None:
        """For who looks from far away."""
        self._factor = factor
        self.setFixedHeight(round(self._height * factor))
        self.update()

    def follow(self, *, playing: bool) -> None:
        """Draws the playhead as it goes."""
        if playing and not self._clock.isActive():
            self._clock.start()
        elif not playing:
            self._clock.stop()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.DIALOG_WIDTH // 2, self._height)

    def _x(self, ms: float) -> float:
        start, end = self._span
        return (ms - start) * self.width() / max(end - start, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.border), tokens.BORDER))
        painter.setBrush(QColor(look.raised))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        self._draw_bands(painter)
        self._draw_wave(painter)
        self._draw_pins(painter)
        now = self._position()
        if now is not None and self._span[0] <= now <= self._span[1]:
            painter.setPen(QPen(QColor(look.text), tokens.FOCUS_BORDER))
            painter.drawLine(QLineF(self._x(now), 1, self._x(now), self.height() - 1))
        painter.end()

    def _draw_bands(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours().accent_soft))
        for pin in self._pins:
            if pin.end_ms is not None:
                left, right = self._x(pin.start_ms), self._x(pin.end_ms)
                painter.drawRect(QRectF(left, 1, max(right - left, 2), self.height() - 2))

    def _draw_wave(self, painter: QPainter) -> None:
        peaks = self._peaks
        if peaks is None or peaks.sample_rate_hz == 0:
            return
        look = self._theme.colours()
        channels = len(peaks.levels[0].low)
        tones = (look.agent, look.customer) if channels > 1 else (look.muted,)
        start, end = self._span
        frames = peaks.sample_rate_hz * (end - start) / 1000 / max(self.width(), 1)
        first = round(peaks.sample_rate_hz * start / 1000 / frames)
        loud = max(loudest(peaks), 0.02)
        lane = (self.height() - 2) / len(tones)
        for channel, tone in enumerate(tones):
            columns = from_peaks(peaks, channel, first, self.width(), frames)
            middle = 1 + lane * (channel + 0.5)
            half = lane / 2 / loud * 0.92
            pairs = zip(columns.low.tolist(), columns.high.tolist(), strict=True)
            lines = [
                QLineF(x + 0.5, middle - high * half, x + 0.5, middle - low * half + 1)
                for x, (low, high) in enumerate(pairs)
                if not math.isnan(low)
            ]
            painter.setPen(QPen(QColor(tone), 1))
            painter.drawLines(lines)

    def _draw_pins(self, painter: QPainter) -> None:
        look = self._theme.colours()
        font = QFont(self.font())
        font.setPixelSize(round(tokens.TEXT_TINY * self._factor))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        size = round(tokens.scaled(_PIN) * self._factor)
        last = -float(size)
        for pin in sorted(self._pins, key=lambda one: one.start_ms):
            at = self._x(pin.start_ms)
            painter.setPen(QPen(QColor(look.accent), tokens.BORDER))
            painter.drawLine(QLineF(at, 1, at, self.height() - 2))
            width = max(size, painter.fontMetrics().horizontalAdvance(pin.label) + tokens.SPACE)
            # Those that would lie over each other stand side by side.
            left = min(max(at - width / 2, last + 1, 1), self.width() - width - 1)
            last = left + width
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            body = QRectF(left, 2, width, size)
            painter.drawRoundedRect(body, size / 2, size / 2)
            painter.setPen(QColor(look.on_accent))
            painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), pin.label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
