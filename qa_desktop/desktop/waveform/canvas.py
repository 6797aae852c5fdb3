"""The lanes with everything pinned on them: draws, and tells what the pointer did."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGestureEvent,
    QPinchGesture,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform import measures, moving_layers
from qa_desktop.desktop.waveform.columns import Samples
from qa_desktop.desktop.waveform.edge_scrolling import EdgeScrolling
from qa_desktop.desktop.waveform.gestures import Gesture, Hit, Meaning, Moving, Selecting
from qa_desktop.desktop.waveform.hits import cursor_at, hit_at
from qa_desktop.desktop.waveform.layers import glyph_x
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.moving_layers import Scene
from qa_desktop.desktop.waveform.picture import LanePicture
from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.readout import readout
from qa_desktop.desktop.waveform.snapping import Snap, SnapTargets
from qa_desktop.desktop.waveform.state import Pin, WaveformState
from qa_desktop.desktop.waveform.time_line import TimeLine
from qa_desktop.desktop.waveform.time_scale import TimeScale

# The review page leaves these to a widget that has the focus: a cluster's list.
_OWN_KEYS = "own_keys"
_LISTS_PINS = ["Return", "Enter"]
_HINT_MS = 1600
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LaneCanvas(TimeLine):
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
        self._picture = LanePicture()
        self._still: QPixmap | None = None
        self._old: QPixmap | None = None
        self._gesture: Gesture | None = None
        self._preview: Meaning | None = None
        self._nudged: Pin | None = None
        self._targets: SnapTargets | None = None
        self.snaps = True
        self._hover: QPointF | None = None
        self._playhead_ms = 0
        self._mark_ms: int | None = None
        self._shows_focus = False
        self._scrolling = EdgeScrolling(self)
        self._scrolling.scrolled.connect(self._scroll_on)
        self._hint = ""
        self._hint_end = QTimer(self)
        self._hint_end.setSingleShot(True)
        self._hint_end.setInterval(_HINT_MS)
        self._hint_end.timeout.connect(lambda: self.show_hint(""))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(measures.RAIL + measures.AXIS + 2 * measures.LEAST_LANE)
        self.grabGesture(Qt.GestureType.PinchGesture)
        theme.changed.connect(self.redraw)

    def show_state(
        self, state: WaveformState, scale: TimeScale, samples: Samples | None = None
    ) -> None:
        """Draws all again, except a playhead that merely moved."""
        changed = self._picture.show_state(state)
        if changed or scale != self._scale or samples is not self._samples:
            self.redraw()
        if changed or state.selection != self._state.selection:
            self._targets = None
        self._state, self._scale, self._samples = state, scale, samples
        self.update()

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

    def show_nudged(self, pin: Pin | None) -> None:
        """Where a comment that keys are moving stands by now; None when it has arrived."""
        self._nudged = pin
        self.update()

    def show_hint(self, text: str) -> None:
        """A few words over the lanes for a moment; "" takes them away."""
        self._hint = text
        if text:
            self._hint_end.start()
        self.update()

    def redraw(self) -> None:
        if self._still is not None:
            self._old, self._still = self._still, None
        self.update()

    @property
    def tiles_drawn(self) -> int:
        """How many tiles had to be drawn since the start; what was cached doesn't count."""
        return self._picture.tiles_drawn

    @property
    def picture(self) -> LanePicture:
        return self._picture

    def hover_ms(self) -> int | None:
        """The moment under the pointer."""
        return None if self._hover is None else self._scale.moment(self._hover.x())

    def hit(self, at: QPointF) -> Hit:
        """What lies at a point."""
        pins = self._picture.pins(self._scale)
        return hit_at(at, self._plan(), self._scale, pins, self._state)

    def glyph_corner(self, group: PinGroup) -> QPoint:
        """Where a list of the group's comments opens, on the screen."""
        x = glyph_x(self._plan(), self._scale, group)
        return self.mapToGlobal(QPoint(round(x), measures.RAIL))

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
        head = moving_layers.playhead_head(x, self.width())
        first, last = min(x, head.left()), max(x, head.right())
        return QRect(int(first) - 2, 0, int(last) - int(first) + 5, self.height())

    def _draw_still(self) -> QPixmap:
        """Everything but what moves with the pointer and the playhead."""
        return self._picture.draw(
            self._old,
            QSize(self.width(), self.height()),
            self.devicePixelRatioF(),
            self._scale,
            self._samples,
            self._theme.colours(),
            self.font(),
        )

    def _paint_moving(self, painter: QPainter, scene: Scene) -> None:
        selection = self._state.selection
        if isinstance(self._preview, Selecting):
            selection = self._preview.span
        if selection is not None:
            moving_layers.paint_selection(painter, scene, selection)
        moved = self._preview.pin if isinstance(self._preview, Moving) else self._nudged
        if moved is not None:
            moving_layers.paint_range(painter, scene, moved, handles=True)
        if self._mark_ms is not None:
            x = scene.scale.x(self._mark_ms)
            painter.setPen(QPen(QColor(scene.colours.accent), measures.PLAYHEAD))
            painter.drawLine(QPointF(x, measures.RAIL), QPointF(x, scene.plan.body.bottom()))
        if self._gesture is not None and self._gesture.snapped_ms is not None:
            moving_layers.paint_snap(painter, scene, scene.scale.x(self._gesture.snapped_ms))
        if self._hover is not None:
            moving_layers.paint_hover(painter, scene, self._hover.x(), self.hover_text())
        if self._state.duration_ms > 0:
            moving_layers.paint_playhead(painter, scene, scene.scale.x(self._playhead_ms))
        if self._hint:
            moving_layers.paint_hint(painter, scene, self._hint)
        if self._shows_focus:
            painter.setPen(QPen(QColor(scene.colours.accent), tokens.FOCUS_BORDER))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def hover_text(self) -> str:
        """What is written beside the pointer; "" while it is elsewhere."""
        if self._hover is None:
            return ""
        plan, samples = self._plan(), self._samples
        return readout(self._hover, plan, self._scale, self._state, samples, self._preview)

    def _snap(self, modifiers: Qt.KeyboardModifier) -> Snap | None:
        """None while snapping is off, or Alt is held."""
        gesture = self._gesture
        if gesture is None or not self.snaps or modifiers & Qt.KeyboardModifier.AltModifier:
            return None
        targets = self._targets = self._targets or SnapTargets(self._state)
        own = gesture.own_edges
        return lambda moment_ms: targets.nearest(moment_ms, self._scale, own)

    def _tell(self, meaning: Meaning | None, *, final: bool) -> None:
        self._preview = None if final else meaning
        self.update()
        if meaning is not None:
            self.meant.emit(meaning, final)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still, self._old = self._draw_still(), None
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
        self.redraw()
        self.resized.emit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.LanguageChange,
            QEvent.Type.FontChange,
            QEvent.Type.DevicePixelRatioChange,
        ):
            self._picture.forget_widths()
            self.redraw()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring for whom the keyboard brought here; who clicked knows where he is.
        self._shows_focus = event.reason() in _BY_KEYBOARD
        # Only they use Enter for the pins: who clicked goes on to the next item with it.
        self.setProperty(_OWN_KEYS, _LISTS_PINS if self._shows_focus else [])
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
        self._hover = QPointF(x, event.position().y())
        if self._gesture is not None:
            self._drag_to(x, event.modifiers())
            if self._gesture.dragging:
                self._scrolling.hold(event.position().x(), self.width())
        else:
            self.setCursor(cursor_at(self.hit(event.position())))
            self.update()

    def _drag_to(self, x: float, modifiers: Qt.KeyboardModifier) -> None:
        if self._gesture is not None:
            meaning = self._gesture.move(x, self._scale.moment(x), self._snap(modifiers))
            self._tell(meaning, final=False)

    def _scroll_on(self, px: float) -> None:
        """A drag beyond the window's edge takes the window along."""
        if self._gesture is None:
            self._scrolling.stop()
            return
        self.pan_requested.emit(px)
        self._drag_to(float(self.width()) if px > 0 else 0.0, QGuiApplication.keyboardModifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        snap = self._snap(event.modifiers())
        self._scrolling.stop()
        gesture, self._gesture = self._gesture, None
        x = min(max(event.position().x(), 0.0), float(self.width()))
        self._tell(gesture.release(self._scale.moment(x), snap), final=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
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
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_requested.emit(max(1 + event.value(), 0.1), event.position().x())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and pinch.scaleFactor() > 0:
                # The first finger had begun to drag.
                self.give_up()
                centre = self.mapFromGlobal(pinch.centerPoint())
                self.zoom_requested.emit(pinch.scaleFactor(), centre.x())
            return True
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
