"""What moves over the lanes' picture with the pointer and the playhead, in logical pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.glyphs import small_font, tinted
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_shape import kind_colour
from qa_desktop.desktop.waveform.state import Pin, Span
from qa_desktop.desktop.waveform.time_scale import TimeScale


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every layer needs to know."""

    plan: CanvasPlan
    scale: TimeScale
    colours: Colours
    font: QFont


def paint_range(painter: QPainter, scene: Scene, pin: Pin, *, handles: bool) -> None:
    """Whole pixels and no curves: five hundred of these are drawn in a frame."""
    end_ms = pin.start_ms if pin.end_ms is None else pin.end_ms
    colour = QColor(kind_colour(pin.kind, scene.colours))
    body = scene.plan.body.toRect().adjusted(0, 2, 0, -2)
    # Beyond the window's edges nothing has to be filled.
    left = max(round(scene.scale.x(pin.start_ms)), -tokens.SPACE)
    right = min(round(scene.scale.x(end_ms)), scene.plan.width + tokens.SPACE)
    edge = measures.BOX
    box = QRect(left, body.top(), max(right - left, edge), body.height())
    if box.width() > 2 * edge:
        painter.fillRect(box, tinted(colour.name(), 0.08))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), edge), colour)
        painter.fillRect(QRect(box.left(), box.bottom() + 1 - edge, box.width(), edge), colour)
        painter.fillRect(QRect(box.right() + 1 - edge, box.top(), edge, box.height()), colour)
    painter.fillRect(QRect(box.left(), box.top(), edge, box.height()), colour)
    if handles:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x in (box.left() + edge / 2, box.right() + 1 - edge / 2):
            paint_handle(painter, x, QRectF(box))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_handle(painter: QPainter, x: float, box: QRectF) -> None:
    grip = QRectF(0, 0, measures.HANDLE, 4 * measures.HANDLE)
    grip.moveCenter(QPointF(x, box.center().y()))
    painter.drawRoundedRect(grip, measures.HANDLE / 2, measures.HANDLE / 2)


def paint_selection(painter: QPainter, scene: Scene, span: Span) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = scene.colours.accent
    body = scene.plan.body
    left, right = scene.scale.x(span.start_ms), scene.scale.x(span.end_ms)
    box = QRectF(left, body.top(), right - left, body.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tinted(accent, 0.16))
    painter.drawRect(box)
    painter.setPen(QPen(QColor(accent), measures.BOX))
    for x in (left, right):
        painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))
    painter.setBrush(QColor(accent))
    for x in (left, right):
        paint_handle(painter, x, box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def playhead_head(x: float, width: float) -> QRectF:
    """Where the triangle under the playhead stands, from left to right: whole at both ends."""
    half = measures.PLAYHEAD_HEAD / 2
    middle = min(max(x, half), width - half) if 0 <= x <= width else x
    return QRectF(middle - half, 0, measures.PLAYHEAD_HEAD, 0)


def paint_playhead(painter: QPainter, scene: Scene, x: float) -> None:
    """A line through the lanes with a triangle that points at the axis."""
    body, colour = scene.plan.body, QColor(scene.colours.text)
    head = playhead_head(x, body.width())
    painter.fillRect(
        QRectF(x - measures.PLAYHEAD / 2, body.top(), measures.PLAYHEAD, body.height()), colour
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = body.bottom() - 1
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(head.left(), top),
                QPointF(head.right(), top),
                QPointF(head.center().x(), top + head.width() / 2 + 1),
            ]
        )
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_hover(painter: QPainter, scene: Scene, x: float, text: str) -> None:
    """A dotted line under the pointer with its time on the axis."""
    body, colours = scene.plan.body, scene.colours
    painter.setPen(QPen(tinted(colours.muted, 0.8), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))
    bubble = hover_bubble(scene, x, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), tokens.TIGHT, tokens.TIGHT)
    painter.setFont(small_font(scene.font))
    painter.setPen(QColor(colours.text))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def hover_bubble(scene: Scene, x: float, text: str) -> QRectF:
    """Where the time under the pointer stands: on the axis, inside the window."""
    width = QFontMetricsF(small_font(scene.font)).horizontalAdvance(text) + 2 * tokens.SPACE
    axis = scene.plan.axis
    left = min(max(x - width / 2, 0), axis.width() - width)
    return QRectF(left, axis.bottom() - measures.BUBBLE, width, measures.BUBBLE)


def paint_snap(painter: QPainter, scene: Scene, x: float) -> None:
    """Two small wedges that point at the edge a drag has snapped to."""
    body, size = scene.plan.body, measures.SNAP_MARK
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.colours.accent))
    for y, to in ((body.top(), size + 2), (body.bottom(), -size - 2)):
        wedge = [QPointF(x - size, y), QPointF(x + size, y), QPointF(x, y + to)]
        painter.drawPolygon(QPolygonF(wedge))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(QRectF(x - 0.5, body.top(), 1, body.height()), QColor(scene.colours.accent))


def paint_hint(painter: QPainter, scene: Scene, text: str) -> None:
    """Words in a bubble in the middle of the lanes."""
    font = small_font(scene.font, semibold=True)
    width = QFontMetricsF(font).horizontalAdvance(text) + 2 * tokens.WIDE
    bubble = QRectF(0, 0, width, measures.BUBBLE + tokens.SPACE)
    bubble.moveCenter(scene.plan.body.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.colours.text))
    painter.drawRoundedRect(bubble, tokens.RADIUS, tokens.RADIUS)
    painter.setFont(font)
    painter.setPen(QColor(scene.colours.surface))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
