"""The whole recording in one strip, with the window that the lanes show."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform import layers, measures
from qa_desktop.desktop.waveform.band_layout import BandLayout
from qa_desktop.desktop.waveform.glyphs import tinted
from qa_desktop.desktop.waveform.picture import lane_gain
from qa_desktop.desktop.waveform.pin_shape import kind_colour
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.tiles import LaneLook, Sound, TileCache
from qa_desktop.desktop.waveform.time_scale import TimeScale


class OverviewStrip(QWidget):
    """Signals: `moment_chosen(ms)` for the middle of the window a person asks for,
    `whole_requested()` on a double click.
    """

    moment_chosen = Signal(int)
    whole_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = WaveformState()
        self._window = TimeScale.whole(0, 1)
        self._tiles = TileCache()
        self._still: QPixmap | None = None
        self._playhead_ms = 0
        self._grip_ms: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(measures.OVERVIEW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.redraw)

    def show_state(self, state: WaveformState, window: TimeScale) -> None:
        redraw = (
            state.peaks is not self._state.peaks
            or state.lanes != self._state.lanes
            or state.bands != self._state.bands
            or state.pins != self._state.pins
            or state.duration_ms != self._state.duration_ms
        )
        self._state = state
        if redraw:
            self.redraw()
        if window != self._window:
            self._window = window
            self.update()

    def show_playhead(self, position_ms: int) -> None:
        scale = self._scale()
        old, new = round(scale.x(self._playhead_ms)), round(scale.x(position_ms))
        self._playhead_ms = position_ms
        if old != new:
            self.update(QRect(old - 2, 0, 5, self.height()))
            self.update(QRect(new - 2, 0, 5, self.height()))

    def redraw(self) -> None:
        self._still = None
        self.update()

    def _scale(self) -> TimeScale:
        return TimeScale.whole(self._state.duration_ms, self.width())

    def _draw_still(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        colours, scale, state = self._theme.colours(), self._scale(), self._state
        still = QPixmap(size)
        painter = QPainter(still)
        box = still.rect()
        layers.paint_shades(painter, box, scale, ratio, BandLayout(state.bands), colours)
        if state.peaks is not None and state.duration_ms > 0:
            sound = Sound(media_id=state.media_id, peaks=state.peaks)
            gain = lane_gain(state)
            for lane in state.lanes:
                if lane.channel >= state.peaks.channels:
                    continue
                look = LaneLook(
                    channel=lane.channel,
                    colour=layers.lane_colour(lane.role, colours),
                    height_px=box.height(),
                    gain=gain,
                    pixel_ratio=ratio,
                )
                painter.setOpacity(0.35 if lane.muted else 0.8)
                self._tiles.paint(painter, box, scale, sound, look)
        painter.setOpacity(1.0)
        for pin in state.pins:
            colour = QColor(kind_colour(pin.kind, colours))
            end_ms = pin.start_ms if pin.end_ms is None else pin.end_ms
            left, right = scale.x(pin.start_ms) * ratio, scale.x(end_ms) * ratio
            high = round(tokens.TIGHT * ratio)
            painter.fillRect(QRectF(left - ratio, 0, max(right - left, 2 * ratio), high), colour)
        painter.end()
        still.setDevicePixelRatio(ratio)
        return still

    def _ask(self, x: float) -> None:
        moment_ms = self._scale().start_ms + x * self._scale().ms_per_px
        grip_ms = self._grip_ms if self._grip_ms is not None else 0.0
        self.moment_chosen.emit(round(moment_ms - grip_ms))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._draw_still()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._still)
        colours, scale = self._theme.colours(), self._scale()
        left, right = scale.x(self._window.start_ms), scale.x(self._window.end_ms)
        window = QRectF(left, 0, right - left, self.height()).adjusted(0.75, 0.75, -0.75, -0.75)
        if not self._window.is_whole:
            shade = tinted(colours.background, 0.6)
            painter.fillRect(QRectF(0, 0, left, self.height()), shade)
            painter.fillRect(QRectF(right, 0, self.width() - right, self.height()), shade)
        painter.fillRect(window.toRect(), tinted(colours.accent, 0.07))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), measures.BOX))
        painter.drawRoundedRect(window, tokens.TIGHT, tokens.TIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self._state.duration_ms > 0:
            x = scale.x(self._playhead_ms)
            painter.fillRect(QRectF(x - 0.75, 0, 1.5, self.height()), QColor(colours.text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._still = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.redraw()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed_ms = event.position().x() * self._scale().ms_per_px
        middle_ms = self._window.start_ms + self._window.length_ms / 2
        inside = self._window.start_ms <= pressed_ms <= self._window.end_ms
        self._grip_ms = pressed_ms - middle_ms if inside and not self._window.is_whole else 0.0
        self._ask(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip_ms is not None:
            self._ask(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip_ms = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.whole_requested.emit()
        event.accept()
