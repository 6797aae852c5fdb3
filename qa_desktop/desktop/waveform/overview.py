"""The whole recording in one strip, with the window that the lanes show."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform import layers, measures
from qa_desktop.desktop.waveform.band_layout import BandLayout
from qa_desktop.desktop.waveform.glyphs import tinted
from qa_desktop.desktop.waveform.picture import decoded_until_ms, lane_gain, same
from qa_desktop.desktop.waveform.pin_shape import kind_colour
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.tiles import LaneLook, Sound, TileCache
from qa_desktop.desktop.waveform.time_line import TimeLine
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.window_grip import Part, WindowGrip, box_of, part_at

_PORTABLE = QKeySequence.SequenceFormat.PortableText
# Shares of the window's length.
_MOVES = {"Left": -0.1, "Right": 0.1, "PgUp": -1.0, "PgDown": 1.0}
_LENGTHS = {"Shift+Left": 0.8, "Shift+Right": 1.25}
_OWN_KEYS = (*_MOVES, *_LENGTHS, "Home", "End")
_PIN_HIGH = 6
_CURSORS = {
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
    Part.INSIDE: Qt.CursorShape.OpenHandCursor,
    Part.OUTSIDE: Qt.CursorShape.PointingHandCursor,
}


class OverviewStrip(TimeLine):
    """Signals: `moment_chosen(ms)` for the middle of the window a person asks for,
    `window_chosen(start_ms, end_ms)` for one of another length, `whole_requested()` on a double
    click. The keys move the window, with Shift they make it longer and shorter.
    """

    moment_chosen = Signal(int)
    window_chosen = Signal(float, float)
    whole_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = WaveformState()
        self._window = TimeScale.whole(0, 1)
        self._tiles = TileCache()
        self._still: QPixmap | None = None
        self._playhead_ms = 0
        self._bands = BandLayout(())
        self._grip: WindowGrip | None = None
        self._shows_focus = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(measures.OVERVIEW)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The review page leaves these to a widget that has the focus.
        self.setProperty("own_keys", list(_OWN_KEYS))
        theme.changed.connect(self.redraw)

    def show_state(self, state: WaveformState, window: TimeScale) -> None:
        redraw = (
            state.peaks is not self._state.peaks
            or state.partial != self._state.partial
            or state.lanes != self._state.lanes
            or not same(state.bands, self._state.bands)
            or state.legs != self._state.legs
            or not same(state.pins, self._state.pins)
            or state.duration_ms != self._state.duration_ms
        )
        if state.bands is not self._state.bands:
            self._bands = BandLayout(state.bands)
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
        decoded_ms = decoded_until_ms(state)
        layers.paint_shades(
            painter, box, scale, ratio, self._bands, colours, legs=state.legs, decoded_ms=decoded_ms
        )
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
            # Below the window's frame, which would cover them.
            top, high = round(measures.BOX * ratio), round(_PIN_HIGH * ratio)
            painter.fillRect(QRectF(left - ratio, top, max(right - left, 2 * ratio), high), colour)
        painter.end()
        still.setDevicePixelRatio(ratio)
        return still

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._draw_still()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._still)
        colours, scale = self._theme.colours(), self._scale()
        box = box_of(self._window, scale)
        left, right = box.left, box.right
        window = QRectF(left, 0, right - left, self.height()).adjusted(1, 1, -1, -1)
        if not self._window.is_whole:
            shade = tinted(colours.background, 0.6)
            painter.fillRect(QRectF(0, 0, left, self.height()), shade)
            painter.fillRect(QRectF(right, 0, self.width() - right, self.height()), shade)
        painter.fillRect(window.toRect(), tinted(colours.accent, 0.07))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 * measures.BOX if self._shows_focus else measures.BOX
        painter.setPen(QPen(QColor(colours.accent), wide))
        painter.drawRoundedRect(window, tokens.TIGHT, tokens.TIGHT)
        if not self._window.is_whole:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            for x in (window.left(), window.right()):
                grip = QRectF(0, 0, measures.HANDLE - 1, self.height() * 0.4)
                grip.moveCenter(QPointF(x, self.height() / 2))
                painter.drawRoundedRect(grip, measures.HANDLE / 2, measures.HANDLE / 2)
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

    def _hold(self, x: float) -> None:
        if self._grip is None:
            return
        if self._grip.part in (Part.START, Part.END):
            self.window_chosen.emit(*self._grip.resized(x))
        else:
            self.moment_chosen.emit(round(self._grip.centre_ms(x)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._grip = WindowGrip(x, self._window, self._scale())
        if self._grip.part is Part.OUTSIDE:
            self._hold(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip is not None:
            self._hold(x)
        else:
            self.setCursor(_CURSORS[part_at(x, self._window, self._scale())])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.whole_requested.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        window = self._window
        middle_ms = window.start_ms + window.length_ms / 2
        keys = QKeySequence(event.keyCombination()).toString(_PORTABLE)
        if keys in _MOVES:
            self.moment_chosen.emit(round(middle_ms + _MOVES[keys] * window.length_ms))
        elif keys in _LENGTHS:
            length_ms = window.length_ms * _LENGTHS[keys]
            self.window_chosen.emit(middle_ms - length_ms / 2, middle_ms + length_ms / 2)
        elif keys == "Home":
            self.moment_chosen.emit(0)
        elif keys == "End":
            self.moment_chosen.emit(self._state.duration_ms)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = True
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)
