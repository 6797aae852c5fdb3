"""The lanes with everything pinned on them: draws, and tells what the pointer did."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform import layers, measures
from qa_desktop.desktop.waveform.band_layout import BandLayout
from qa_desktop.desktop.waveform.columns import Samples, loudest
from qa_desktop.desktop.waveform.gestures import (
    Gesture,
    Hit,
    Meaning,
    Moving,
    Place,
    Selecting,
)
from qa_desktop.desktop.waveform.glyphs import GlyphCache
from qa_desktop.desktop.waveform.layers import Scene
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_layout import PinLayout
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.tiles import LaneLook, Sound, TileCache, gain_for
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.time_text import moment_text

_CURSORS = {
    Place.BODY: Qt.CursorShape.IBeamCursor,
    Place.AXIS: Qt.CursorShape.PointingHandCursor,
    Place.PIN: Qt.CursorShape.PointingHandCursor,
}
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LaneCanvas(QWidget):
    """One lane a speaker under a rail of pins, above the time axis.

    Signals: `meant(Meaning, bool final)` for each step of a gesture and its end;
    `zoom_requested(factor, x)`; `pan_requested(px)`; `resized()`.
    """

    meant = Signal(object, bool)
    zoom_requested = Signal(float, float)
    pan_requested = Signal(float)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = WaveformState()
        self._scale = TimeScale.whole(0, 1)
        self._samples: Samples | None = None
        self._tiles = TileCache()
        self._layout = PinLayout((), 1.0)
        self._bands = BandLayout(())
        self._glyphs = GlyphCache()
        self._still: QPixmap | None = None
        self._gesture: Gesture | None = None
        self._preview: Meaning | None = None
        self._hover_x: float | None = None
        self._playhead_ms = 0
        self._mark_ms: int | None = None
        self._shows_focus = False
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(measures.RAIL + measures.AXIS + 2 * measures.LEAST_LANE)
        theme.changed.connect(self.redraw)

    def show_state(
        self, state: WaveformState, scale: TimeScale, samples: Samples | None = None
    ) -> None:
        """Draws all again, except a playhead that merely moved."""
        pins_moved = state.pins != self._state.pins or scale.ms_per_px != self._scale.ms_per_px
        still_good = (
            scale == self._scale and samples is self._samples and _same_picture(state, self._state)
        )
        if state.bands != self._state.bands:
            self._bands = BandLayout(state.bands)
        self._state, self._scale, self._samples = state, scale, samples
        if pins_moved:
            self._layout = PinLayout(state.pins, scale.ms_per_px)
        if still_good:
            self.update()
        else:
            self.redraw()

    def show_playhead(self, position_ms: int) -> None:
        """Repaints only the columns the playhead leaves and enters."""
        old, new = self._scale.x(self._playhead_ms), self._scale.x(position_ms)
        self._playhead_ms = position_ms
        if round(old) != round(new):
            self.update(self._playhead_columns(old))
            self.update(self._playhead_columns(new))

    def show_mark(self, moment_ms: int | None) -> None:
        """Where a range begins whose end isn't set yet."""
        self._mark_ms = moment_ms
        self.update()

    def redraw(self) -> None:
        self._still = None
        self.update()

    @property
    def tiles_drawn(self) -> int:
        """How many tiles had to be drawn since the start; what was cached doesn't count."""
        return self._tiles.drawn

    def hover_ms(self) -> int | None:
        """The moment under the pointer."""
        return None if self._hover_x is None else self._scale.moment(self._hover_x)

    def hit(self, at: QPointF) -> Hit:
        """What lies at a point; the active range's and the selection's handles come first."""
        plan, scale = self._plan(), self._scale
        if at.y() < plan.body.top():
            group = self._layout.group_at(scale.start_ms + at.x() * scale.ms_per_px)
            return Hit(place=Place.BODY) if group is None else Hit(place=Place.PIN, group=group)
        if at.y() >= plan.body.bottom():
            return Hit(place=Place.AXIS)
        selection = self._state.selection
        if selection is not None:
            if abs(scale.x(selection.start_ms) - at.x()) <= measures.HANDLE:
                return Hit(place=Place.SELECTION_START)
            if abs(scale.x(selection.end_ms) - at.x()) <= measures.HANDLE:
                return Hit(place=Place.SELECTION_END)
        for pin in self._layout.visible_ranges(scale.start_ms, scale.end_ms):
            if pin.end_ms is not None and pin.id == self._state.active_pin:
                if abs(scale.x(pin.start_ms) - at.x()) <= measures.HANDLE:
                    return Hit(place=Place.START_HANDLE, pin=pin)
                if abs(scale.x(pin.end_ms) - at.x()) <= measures.HANDLE:
                    return Hit(place=Place.END_HANDLE, pin=pin)
        return Hit(place=Place.BODY)

    def give_up(self) -> bool:
        """Ends a drag without a trace; False if none was under way."""
        if self._gesture is None:
            return False
        self._gesture = self._preview = None
        self.update()
        return True

    def _plan(self) -> CanvasPlan:
        return CanvasPlan(self.width(), self.height(), max(len(self._state.lanes), 1))

    def _scene(self) -> Scene:
        return Scene(
            plan=self._plan(),
            scale=self._scale,
            colours=self._theme.colours(),
            font=self.font(),
        )

    def _playhead_columns(self, x: float) -> QRect:
        head = layers.playhead_head(x, self.width())
        first, last = min(x, head.left()), max(x, head.right())
        return QRect(int(first) - 2, 0, int(last) - int(first) + 5, self.height())

    def _draw_still(self) -> QPixmap:
        """Everything but what moves with the pointer and the playhead."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        scene, state = self._scene(), self._state
        still.fill(QColor(scene.colours.surface))
        groups = tuple(self._layout.visible_groups(self._scale.start_ms, self._scale.end_ms))
        painter = QPainter(still)
        layers.paint_bands(painter, scene, self._bands)
        layers.paint_lane_lines(painter, scene)
        self._paint_sound(painter, scene, ratio)
        layers.paint_ranges(painter, scene, self._layout, state.active_pin)
        layers.paint_stems(painter, scene, groups)
        layers.paint_lane_names(painter, scene, state.lanes)
        layers.paint_glyphs(painter, scene, groups, state.active_pin, self._glyphs)
        layers.paint_axis(painter, scene)
        painter.end()
        return still

    def _paint_sound(self, painter: QPainter, scene: Scene, ratio: float) -> None:
        peaks = self._state.peaks
        if peaks is None or self._state.duration_ms <= 0:
            return
        sound = Sound(media_id=self._state.media_id, peaks=peaks, samples=self._samples)
        gain = gain_for(loudest(peaks))
        for index, lane in enumerate(self._state.lanes):
            if lane.channel >= peaks.channels:
                continue
            box = scene.plan.lane(index)
            look = LaneLook(
                channel=lane.channel,
                colour=layers.lane_colour(lane.role, scene.colours),
                height_px=round(box.height() * ratio),
                gain=gain,
                pixel_ratio=ratio,
            )
            painter.setOpacity(0.35 if lane.muted else 1.0)
            self._tiles.paint(painter, box, self._scale, sound, look)
        painter.setOpacity(1.0)

    def _paint_moving(self, painter: QPainter, scene: Scene) -> None:
        selection = self._state.selection
        if isinstance(self._preview, Selecting):
            selection = self._preview.span
        if selection is not None:
            layers.paint_selection(painter, scene, selection)
        if isinstance(self._preview, Moving):
            layers.paint_range(painter, scene, self._preview.pin, handles=True)
        if self._mark_ms is not None:
            x = scene.scale.x(self._mark_ms)
            painter.setPen(QPen(QColor(scene.colours.accent), measures.PLAYHEAD))
            painter.drawLine(QPointF(x, measures.RAIL), QPointF(x, scene.plan.body.bottom()))
        if self._hover_x is not None:
            text = moment_text(self._scale.moment(self._hover_x))
            layers.paint_hover(painter, scene, self._hover_x, text)
        if self._state.duration_ms > 0:
            layers.paint_playhead(painter, scene, scene.scale.x(self._playhead_ms))
        if self._shows_focus:
            painter.setPen(QPen(QColor(scene.colours.accent), tokens.FOCUS_BORDER))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _tell(self, meaning: Meaning | None, *, final: bool) -> None:
        self._preview = None if final else meaning
        self.update()
        if meaning is not None:
            self.meant.emit(meaning, final)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._draw_still()
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        ratio = self._still.devicePixelRatio()
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        if ratio == int(ratio):
            painter.drawPixmap(area, self._still, source)
        else:
            painter.drawPixmap(0, 0, self._still)
        self._paint_moving(painter, self._scene())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._still = None
        self.resized.emit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.FontChange,
            QEvent.Type.DevicePixelRatioChange,
        ):
            self.redraw()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring for whom the keyboard brought here; who clicked knows where he is.
        self._shows_focus = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._gesture = Gesture(
            self.hit(event.position()),
            x,
            self._scale.moment(x),
            duration_ms=self._state.duration_ms,
            selection=self._state.selection,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = min(max(event.position().x(), 0.0), float(self.width()))
        self._hover_x = x
        if self._gesture is not None:
            self._tell(self._gesture.move(x, self._scale.moment(x)), final=False)
        else:
            hit = self.hit(event.position())
            self.setCursor(_CURSORS.get(hit.place, Qt.CursorShape.SizeHorCursor))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        gesture, self._gesture = self._gesture, None
        x = min(max(event.position().x(), 0.0), float(self.width()))
        self._tell(gesture.release(self._scale.moment(x)), final=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_x = None
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shifted or abs(turned.x()) > abs(turned.y()):
            self.pan_requested.emit(-float(turned.x() or turned.y()))
        elif turned.y():
            self.zoom_requested.emit(2 ** (turned.y() / 240), event.position().x())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            group = self.hit(QPointF(event.pos())).group
            labels = [f"{pin.number}  {pin.label}" for pin in group.pins] if group else []
            QToolTip.showText(event.globalPos(), "\n".join(labels[:12]), self)
            return True
        # Esc plays and pauses everywhere, except that it gives up a drag first.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._gesture is not None
        ):
            event.accept()
            return True
        return super().event(event)


def _same_picture(one: WaveformState, other: WaveformState) -> bool:
    """Whether the two differ at most in what is drawn over the cached picture."""
    return (
        one.peaks is other.peaks
        and one.media_id == other.media_id
        and one.duration_ms == other.duration_ms
        and one.lanes == other.lanes
        and one.active_pin == other.active_pin
        and one.bands == other.bands
        and one.pins == other.pins
    )
