"""The layers of the lanes' picture, each drawn by one function over what lies below it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_layout import PinGroup, PinLayout
from qa_desktop.desktop.waveform.pin_shape import kind_colour, kind_soft_colour, paint_pin
from qa_desktop.desktop.waveform.state import Band, BandKind, Lane, LaneRole, Pin, Span
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.time_text import moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every layer needs to know."""

    plan: CanvasPlan
    scale: TimeScale
    colours: Colours
    font: QFont


def lane_colour(role: LaneRole, colours: Colours) -> str:
    return {
        LaneRole.AGENT: colours.agent,
        LaneRole.CUSTOMER: colours.customer,
        LaneRole.NEUTRAL: colours.muted,
    }[role]


def tinted(colour: str, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def small_font(base: QFont, *, semibold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(tokens.TEXT_SMALL)
    font.setWeight(QFont.Weight(tokens.SEMIBOLD) if semibold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def paint_bands(painter: QPainter, scene: Scene, bands: tuple[Band, ...]) -> None:
    """Shades silences and findings; long silences say how long they are."""
    scale, body = scene.scale, scene.plan.body
    painter.setFont(small_font(scene.font, semibold=True))
    metrics = QFontMetricsF(painter.font())
    for band in bands:
        left, right = scale.x(band.span.start_ms), scale.x(band.span.end_ms)
        if right < 0 or left > scene.plan.width:
            continue
        box = QRectF(left, body.top(), max(right - left, 1), body.height())
        caution = scene.colours.caution
        painter.fillRect(box, tinted(caution, 0.18 if band.kind is BandKind.FINDING else 0.08))
        text = band.label or _silence_text(band)
        shown = box.intersected(body).adjusted(tokens.TIGHT, 0, -tokens.TIGHT, -tokens.TIGHT)
        if text and metrics.horizontalAdvance(text) <= shown.width():
            painter.setPen(QColor(caution))
            painter.drawText(shown, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)


def _silence_text(band: Band) -> str:
    if (
        band.kind is not BandKind.SILENCE
        or band.span.length_ms < measures.LEAST_LABELLED_SILENCE_MS
    ):
        return ""
    template = QCoreApplication.translate("Waveform", "silence {0} s")
    return template.format(f"{band.span.length_ms / 1000:.1f}")


def paint_lane_lines(painter: QPainter, scene: Scene) -> None:
    """Hairlines between the lanes, and where the recording ends in the window."""
    painter.setPen(QPen(QColor(scene.colours.border), 1))
    for index in range(scene.plan.lanes + 1):
        y = scene.plan.lane(index).top() + 0.5
        painter.drawLine(QPointF(0, y), QPointF(scene.plan.width, y))


def paint_lane_names(painter: QPainter, scene: Scene, lanes: tuple[Lane, ...]) -> None:
    """On a plate of the ground's colour, so that neither sound nor stems run through them."""
    painter.setFont(small_font(scene.font, semibold=True))
    metrics = QFontMetricsF(painter.font())
    for index, lane in enumerate(lanes):
        at = scene.plan.lane(index).topLeft() + QPointF(tokens.TIGHT, tokens.TIGHT)
        width = metrics.horizontalAdvance(lane.label) + 2 * tokens.TIGHT
        plate = QRectF(at.x(), at.y(), width, measures.NAME_PLATE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tinted(scene.colours.surface, 0.9))
        painter.drawRoundedRect(plate, tokens.TIGHT, tokens.TIGHT)
        colour = scene.colours.muted if lane.muted else lane_colour(lane.role, scene.colours)
        painter.setPen(QColor(colour))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, lane.label)


def paint_axis(painter: QPainter, scene: Scene) -> None:
    painter.setFont(small_font(scene.font))
    axis = scene.plan.axis
    step_ms, ticks = scene.scale.ticks(measures.TICK_DISTANCE)
    decimals = 0 if step_ms >= 1000 else 1 if step_ms >= 100 else 2 if step_ms >= 10 else 3
    metrics = QFontMetricsF(painter.font())
    for tick in ticks:
        x = scene.scale.x(tick)
        painter.setPen(QPen(QColor(scene.colours.muted), 1))
        painter.drawLine(QPointF(x, axis.top() + 1), QPointF(x, axis.top() + 1 + measures.TICK))
        text = moment_text(tick, decimals)
        half = metrics.horizontalAdvance(text) / 2
        if half <= x <= axis.right() - half:
            box = QRectF(x - half - 1, axis.top() + measures.TICK, 2 * half + 2, axis.height())
            box.setBottom(axis.bottom())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_ranges(painter: QPainter, scene: Scene, layout: PinLayout, active: str | None) -> None:
    """A box for each comment that has a length, with handles on the active one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pin in layout.visible_ranges(scene.scale.start_ms, scene.scale.end_ms):
        paint_range(painter, scene, pin, handles=pin.id == active)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_range(painter: QPainter, scene: Scene, pin: Pin, *, handles: bool) -> None:
    end_ms = pin.start_ms if pin.end_ms is None else pin.end_ms
    colour = kind_colour(pin.kind, scene.colours)
    body = scene.plan.body.adjusted(0, 2, 0, -2)
    left, right = scene.scale.x(pin.start_ms), scene.scale.x(end_ms)
    box = QRectF(left, body.top(), max(right - left, 2), body.height())
    painter.setPen(QPen(QColor(colour), measures.BOX))
    painter.setBrush(tinted(colour, 0.08))
    painter.drawRoundedRect(box, tokens.TIGHT / 2, tokens.TIGHT / 2)
    if handles:
        painter.setBrush(QColor(colour))
        for x in (box.left(), box.right()):
            paint_handle(painter, x, box)


def paint_handle(painter: QPainter, x: float, box: QRectF) -> None:
    grip = QRectF(0, 0, measures.HANDLE, 4 * measures.HANDLE)
    grip.moveCenter(QPointF(x, box.center().y()))
    painter.drawRoundedRect(grip, measures.HANDLE / 2, measures.HANDLE / 2)


def paint_stems(painter: QPainter, scene: Scene, groups: tuple[PinGroup, ...]) -> None:
    """Dashed lines from the rail down through the lanes; ranges have their box instead."""
    body = scene.plan.body
    for group in groups:
        for pin in group.pins:
            if pin.end_ms is None:
                colour = QColor(kind_colour(pin.kind, scene.colours))
                painter.setPen(QPen(colour, measures.STEM, Qt.PenStyle.DashLine))
                x = round(scene.scale.x(pin.start_ms)) + 0.5
                painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))


def paint_glyphs(
    painter: QPainter, scene: Scene, groups: tuple[PinGroup, ...], active: str | None
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(scene.font)
    for group in groups:
        box = QRectF(0, 0, measures.PIN, measures.PIN)
        box.moveCenter(QPointF(glyph_x(scene, group), scene.plan.rail.center().y()))
        if any(pin.id == active for pin in group.pins):
            _paint_ring(painter, scene, box, group)
        if group.is_cluster:
            _paint_cluster(painter, scene, box, group)
        else:
            pin = group.pins[0]
            paint_pin(painter, box, pin.kind, pin.number, scene.colours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def glyph_x(scene: Scene, group: PinGroup) -> float:
    """Its moment, but wholly inside the window where the moment stands at its very edge."""
    x = scene.scale.x(group.moment_ms)
    half = measures.PIN / 2 + 1
    return min(max(x, half), scene.plan.width - half) if -1 <= x <= scene.plan.width + 1 else x


def _paint_ring(painter: QPainter, scene: Scene, box: QRectF, group: PinGroup) -> None:
    kind = group.pins[0].kind
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_soft_colour(kind, scene.colours)))
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)


def _paint_cluster(painter: QPainter, scene: Scene, box: QRectF, group: PinGroup) -> None:
    """A plate with the count; a stroke below it for each kind inside."""
    colours = scene.colours
    painter.setPen(QPen(QColor(colours.muted), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), tokens.TIGHT, tokens.TIGHT)
    painter.setFont(small_font(scene.font, semibold=True))
    painter.setPen(QColor(colours.text))
    count = str(len(group.pins)) if len(group.pins) < 100 else "99+"
    font = painter.font()
    font.setPixelSize(tokens.TEXT_SMALL - max(len(count) - 1, 0))
    painter.setFont(font)
    painter.drawText(box.adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, count)
    kinds = list(dict.fromkeys(pin.kind for pin in group.pins))
    inner = box.adjusted(3, 0, -3, 0)
    share = inner.width() / len(kinds)
    for index, kind in enumerate(kinds):
        stroke = QRectF(inner.left() + index * share, box.bottom() - 5, share - 1, 2)
        painter.fillRect(stroke, QColor(kind_colour(kind, colours)))


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


def paint_playhead(painter: QPainter, scene: Scene, x: float) -> None:
    """A line through the lanes with a triangle that points at the axis."""
    body, colour = scene.plan.body, QColor(scene.colours.text)
    half = measures.PLAYHEAD_HEAD / 2
    painter.fillRect(
        QRectF(x - measures.PLAYHEAD / 2, body.top(), measures.PLAYHEAD, body.height()), colour
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = body.bottom() - 1
    painter.drawPolygon(
        QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + half + 1)])
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
