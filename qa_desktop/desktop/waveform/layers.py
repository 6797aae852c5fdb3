"""The layers of the lanes' picture, each drawn by one function over what lies below it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.band_layout import FINDING, SILENCE, BandLayout
from qa_desktop.desktop.waveform.glyphs import GlyphCache, mixed, small_font, tinted
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_layout import PinGroup, PinLayout
from qa_desktop.desktop.waveform.pin_shape import kind_colour, kind_soft_colour
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


def paint_bands(painter: QPainter, scene: Scene, layout: BandLayout) -> None:
    """Shades silences and findings; long silences say how long they are."""
    paint_shades(painter, scene.plan.body.toRect(), scene.scale, layout, scene.colours)
    painter.setFont(small_font(scene.font, semibold=True))
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(scene.colours.caution))
    for band in layout.wide(scene.scale, measures.NAME_PLATE):
        left, right = scene.scale.x(band.span.start_ms), scene.scale.x(band.span.end_ms)
        box = QRectF(left, scene.plan.body.top(), right - left, scene.plan.body.height())
        text = band.label or _silence_text(band)
        shown = box.intersected(scene.plan.body)
        shown.adjust(tokens.TIGHT, 0, 0, -tokens.TIGHT)
        if text and metrics.horizontalAdvance(text) <= shown.width():
            painter.drawText(shown, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)


def paint_shades(
    painter: QPainter, box: QRect, scale: TimeScale, layout: BandLayout, colours: Colours
) -> None:
    """Opaque and in whole pixels over the ground: nothing has to be blended."""
    ground = colours.surface
    shades = {
        SILENCE: mixed(colours.caution, ground, 0.08),
        FINDING: mixed(colours.caution, ground, 0.18),
    }
    for first, columns, shade in layout.runs(scale):
        painter.fillRect(QRect(first, box.top(), columns, box.height()), shades[shade])


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
    for pin in layout.visible_ranges(scene.scale.start_ms, scene.scale.end_ms):
        paint_range(painter, scene, pin, handles=pin.id == active)


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


def paint_stems(painter: QPainter, scene: Scene, groups: tuple[PinGroup, ...]) -> None:
    """Dashed lines from the rail down through the lanes; ranges have their box instead."""
    body = scene.plan.body.toRect()
    # Several in one column look like one.
    columns = {
        round(scene.scale.x(pin.start_ms)): pin.kind
        for group in groups
        for pin in group.pins
        if pin.end_ms is None
    }
    pens = {
        kind: QPen(QColor(kind_colour(kind, scene.colours)), measures.STEM, Qt.PenStyle.DashLine)
        for kind in set(columns.values())
    }
    for x, kind in columns.items():
        painter.setPen(pens[kind])
        painter.drawLine(QPointF(x + 0.5, body.top()), QPointF(x + 0.5, body.bottom()))


def paint_glyphs(
    painter: QPainter,
    scene: Scene,
    groups: tuple[PinGroup, ...],
    active: str | None,
    glyphs: GlyphCache,
) -> None:
    """The rail: numbered pins, and counts where they are dense."""
    for group in groups:
        box = QRectF(0, 0, measures.PIN, measures.PIN)
        box.moveCenter(QPointF(glyph_x(scene, group), scene.plan.rail.center().y()))
        if any(pin.id == active for pin in group.pins):
            _paint_ring(painter, scene, box, group)
        glyphs.paint(painter, box, group, scene.colours, scene.font)


def glyph_x(scene: Scene, group: PinGroup) -> float:
    """Its moment, but wholly inside the window where the moment stands at its very edge."""
    x = scene.scale.x(group.moment_ms)
    half = measures.PIN / 2 + 1
    return min(max(x, half), scene.plan.width - half) if -1 <= x <= scene.plan.width + 1 else x


def _paint_ring(painter: QPainter, scene: Scene, box: QRectF, group: PinGroup) -> None:
    kind = group.pins[0].kind
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_soft_colour(kind, scene.colours)))
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


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
