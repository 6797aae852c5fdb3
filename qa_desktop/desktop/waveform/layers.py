"""The layers of the lanes' picture, each drawn by one function over what lies below it.

All in device pixels: nothing is scaled, so every edge is sharp at 125 % as at 200 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.band_layout import UNDECODED, BandLayout
from qa_desktop.desktop.waveform.glyphs import GlyphCache
from qa_desktop.desktop.waveform.labels import Ink, LabelCache
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.patterns import paint_down, shade_pattern, stem_pattern
from qa_desktop.desktop.waveform.pin_layout import KINDS, PinGroup, PinTrack, end_of
from qa_desktop.desktop.waveform.pin_shape import kind_colour, kind_soft_colour
from qa_desktop.desktop.waveform.state import Band, BandKind, Lane, LaneRole, LegMark, Pin
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.desktop.waveform.words_track import WordsTrack

_NAME_ROOM = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What every layer needs to know; `ratio` device pixels make a logical one."""

    plan: CanvasPlan
    scale: TimeScale
    colours: Colours
    font: QFont
    ratio: float
    labels: LabelCache

    def px(self, logical: float) -> int:
        return round(logical * self.ratio)

    def x(self, moment_ms: float) -> int:
        """The same rounding as the sound's columns have, so that edges meet."""
        first, ms_per_column = self.scale.columns(self.ratio)
        return round(moment_ms / ms_per_column) - first

    @property
    def width(self) -> int:
        return self.px(self.plan.width)

    @property
    def thin(self) -> int:
        return max(round(self.ratio), 1)

    def rect(self, logical: QRectF) -> QRect:
        left, top = self.px(logical.left()), self.px(logical.top())
        return QRect(left, top, self.px(logical.right()) - left, self.px(logical.bottom()) - top)

    @property
    def body(self) -> QRect:
        return self.rect(self.plan.body)


def lane_colour(role: LaneRole, colours: Colours) -> str:
    return {
        LaneRole.AGENT: colours.agent,
        LaneRole.CUSTOMER: colours.customer,
        LaneRole.NEUTRAL: colours.muted,
    }[role]


def paint_shades(
    painter: QPainter,
    box: QRect,
    scale: TimeScale,
    ratio: float,
    bands: BandLayout,
    colours: Colours,
    *,
    ranges: Sequence[Pin] = (),
    legs: Sequence[LegMark] = (),
    decoded_ms: float | None = None,
) -> None:
    """The ground of the lanes. What lies past `decoded_ms` is still to come; legs may be absent."""
    row = bands.row(scale, ratio)
    first, ms_per_column = scale.columns(ratio)
    for leg in legs:
        if leg.absent:
            edges = (leg.span.start_ms, leg.span.end_ms)
            left, right = (max(round(edge / ms_per_column) - first, 0) for edge in edges)
            row[left:right] = UNDECODED
    if decoded_ms is not None:
        row[max(int(decoded_ms / ms_per_column) - first, 0) :] = UNDECODED
    kinds = np.zeros_like(row)
    for pin in ranges:
        left, right = (round(at / ms_per_column) - first for at in (pin.start_ms, end_of(pin)))
        kinds[max(left, 0) : max(right, 0)] = KINDS.index(pin.kind) + 1
    paint_down(painter, box, shade_pattern(row, kinds, first, ratio, colours))


def paint_band_labels(
    painter: QPainter, sheet: Sheet, bands: BandLayout, *, over_words: bool
) -> None:
    """Long silences say how long they are; findings what they are. Not where words are written."""
    ink = Ink(sheet.colours.caution, semibold=True, plate=sheet.colours.surface)
    body, free = sheet.body, 0
    for band in bands.wide(sheet.scale, measures.NAME_PLATE):
        text = band.label or _silence_text(band)
        if not text:
            continue
        left = max(sheet.x(band.span.start_ms), 0)
        right = min(sheet.x(band.span.end_ms), sheet.width)
        picture = sheet.labels.picture(text, ink)
        if left >= free and picture.width() + 2 * sheet.thin <= right - left:
            free = left + picture.width()
            row = picture.height() + sheet.px(measures.WORD_RISE) if over_words else 0
            top = body.bottom() - picture.height() - sheet.px(1) - row
            painter.drawPixmap(left + sheet.thin, top, picture)


def _silence_text(band: Band) -> str:
    if (
        band.kind is not BandKind.SILENCE
        or band.span.length_ms < measures.LEAST_LABELLED_SILENCE_MS
    ):
        return ""
    template = QCoreApplication.translate("Waveform", "silence {0} s")
    return template.format(f"{band.span.length_ms / 1000:.1f}")


def paint_legs(painter: QPainter, sheet: Sheet, legs: tuple[LegMark, ...]) -> None:
    """Where one recording of several ends and the next begins, each with its name."""
    colour = QColor(sheet.colours.muted)
    ink = Ink(sheet.colours.muted, plate=sheet.colours.surface)
    body = sheet.body
    for leg in legs:
        left, right = sheet.x(leg.span.start_ms), sheet.x(leg.span.end_ms)
        if right < 0 or left > sheet.width:
            continue
        for x in (left, right - sheet.thin):
            painter.fillRect(QRect(x, body.top(), sheet.thin, body.height()), colour)
        picture = sheet.labels.picture(leg.label, ink)
        # Clear of the lane's name, which stands at the window's left.
        at = min(max(left, 0) + sheet.px(tokens.TIGHT), right - picture.width() - sheet.thin)
        if at < sheet.px(_NAME_ROOM) and left < sheet.px(_NAME_ROOM):
            at = right - picture.width() - sheet.px(tokens.TIGHT)
        if at >= left:
            painter.drawPixmap(at, body.top() + sheet.px(tokens.TIGHT), picture)


def paint_lane_lines(painter: QPainter, sheet: Sheet) -> None:
    """Hairlines between the lanes."""
    colour = QColor(sheet.colours.border)
    for index in range(sheet.plan.lanes + 1):
        y = sheet.px(sheet.plan.lane(index).top())
        painter.fillRect(QRect(0, y, sheet.width, sheet.thin), colour)


def paint_lane_names(painter: QPainter, sheet: Sheet, lanes: tuple[Lane, ...]) -> None:
    """On a plate of the ground's colour, so that neither sound nor stems run through them."""
    for index, lane in enumerate(lanes):
        colour = sheet.colours.muted if lane.muted else lane_colour(lane.role, sheet.colours)
        ink = Ink(colour, semibold=True, plate=sheet.colours.surface)
        at = sheet.plan.lane(index).topLeft() + QPointF(tokens.TIGHT, tokens.TIGHT)
        painter.drawPixmap(
            sheet.px(at.x()), sheet.px(at.y()), sheet.labels.picture(lane.label, ink)
        )


def paint_words(
    painter: QPainter, sheet: Sheet, track: WordsTrack, lanes: tuple[Lane, ...]
) -> None:
    """Each lane's words along its lower edge; a stroke tells from when to when each is said."""
    for index, lane in enumerate(lanes):
        words = track.lane(index)
        opacity = words.opacity(sheet.scale.ms_per_px)
        if opacity <= 0:
            continue
        painter.setOpacity(opacity)
        bottom = sheet.rect(sheet.plan.lane(index)).bottom() - sheet.px(measures.WORD_RISE)
        for placed in words.placed(sheet.scale):
            role = placed.word.role if lane.role is LaneRole.NEUTRAL else lane.role
            colour = sheet.colours.muted if lane.muted else lane_colour(role, sheet.colours)
            ink = Ink(sheet.colours.text, plate=sheet.colours.surface)
            picture = sheet.labels.picture(placed.word.text, ink)
            left = sheet.px(placed.left + 1)
            painter.drawPixmap(left, bottom - picture.height(), picture)
            start, end = sheet.px(placed.start_x) + sheet.thin, sheet.px(placed.end_x) - sheet.thin
            stroke = QRect(start, bottom, max(end - start, sheet.thin), 2 * sheet.thin)
            painter.fillRect(stroke, QColor(colour))
    painter.setOpacity(1.0)


def paint_axis(painter: QPainter, sheet: Sheet) -> None:
    axis = sheet.rect(sheet.plan.axis)
    step_ms, ticks = sheet.scale.ticks(measures.TICK_DISTANCE)
    decimals = 0 if step_ms >= 1000 else 1 if step_ms >= 100 else 2 if step_ms >= 10 else 3
    colour = QColor(sheet.colours.muted)
    ink = Ink(sheet.colours.muted)
    middle = axis.top() + (axis.height() + sheet.px(measures.TICK)) // 2
    for tick in ticks:
        x = sheet.x(tick)
        painter.fillRect(
            QRect(x, axis.top() + sheet.thin, sheet.thin, sheet.px(measures.TICK)), colour
        )
        picture = sheet.labels.picture(moment_text(tick, decimals), ink)
        left = x - picture.width() // 2
        if left >= 0 and left + picture.width() <= axis.right():
            painter.drawPixmap(left, middle - picture.height() // 2, picture)


def paint_ranges(painter: QPainter, sheet: Sheet, ranges: Sequence[Pin]) -> None:
    """The frame of each comment that has a length; too short ones are stems."""
    body = sheet.body
    body.adjust(0, sheet.px(2), 0, -sheet.px(2))
    edge = sheet.px(measures.BOX)
    for pin in ranges:
        left, right = sheet.x(pin.start_ms), sheet.x(end_of(pin))
        # Long lines beyond the window would take long.
        begin, end = max(left, 0), min(right, sheet.width)
        colour = QColor(kind_colour(pin.kind, sheet.colours))
        painter.fillRect(QRect(begin, body.top(), end - begin, edge), colour)
        painter.fillRect(QRect(begin, body.bottom() + 1 - edge, end - begin, edge), colour)
        painter.fillRect(QRect(left, body.top(), edge, body.height()), colour)
        painter.fillRect(QRect(right - edge, body.top(), edge, body.height()), colour)


def paint_handles(painter: QPainter, sheet: Sheet, pin: Pin) -> None:
    """The grips of the active comment's edges."""
    if pin.end_ms is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_colour(pin.kind, sheet.colours)))
    body, wide = sheet.body, measures.HANDLE * sheet.ratio
    edge = measures.BOX * sheet.ratio / 2
    for x in (sheet.x(pin.start_ms) + edge, sheet.x(pin.end_ms) - edge):
        grip = QRectF(0, 0, wide, 4 * wide)
        grip.moveCenter(QPointF(x, QRectF(body).center().y()))
        painter.drawRoundedRect(grip, wide / 2, wide / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_stems(painter: QPainter, sheet: Sheet, track: PinTrack) -> None:
    """Dashed lines from the rail down through the lanes; ranges have their box instead."""
    columns, kinds, points = track.columns(sheet.scale, sheet.ratio, measures.LEAST_BOX)
    if len(columns):
        pattern = stem_pattern(sheet.width, columns, kinds, points, sheet.ratio, sheet.colours)
        paint_down(painter, sheet.body, pattern)


def paint_glyphs(
    painter: QPainter,
    sheet: Sheet,
    groups: Sequence[PinGroup],
    active: str | None,
    glyphs: GlyphCache,
) -> None:
    """The rail: numbered pins, and counts where they are dense."""
    glyphs.look(sheet.ratio, sheet.colours, sheet.font)
    y = sheet.plan.rail.center().y() * sheet.ratio
    for group in groups:
        x = glyph_x(sheet.plan, sheet.scale, group) * sheet.ratio
        if active is not None and any(pin.id == active for pin in group.pins):
            _paint_ring(painter, sheet, QPointF(x, y), group)
        glyphs.paint(painter, QPointF(x, y), measures.PIN, group)


def glyph_x(plan: CanvasPlan, scale: TimeScale, group: PinGroup) -> float:
    """Its moment, but wholly inside the window where the moment stands at its very edge."""
    x = scale.x(group.moment_ms)
    half = measures.PIN / 2 + 1
    return min(max(x, half), plan.width - half) if -1 <= x <= plan.width + 1 else x


def _paint_ring(painter: QPainter, sheet: Sheet, centre: QPointF, group: PinGroup) -> None:
    kind = group.pins[0].kind
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kind_soft_colour(kind, sheet.colours)))
    side = (measures.PIN + 2 * tokens.TIGHT) * sheet.ratio
    box = QRectF(0, 0, side, side)
    box.moveCenter(centre)
    radius = tokens.RADIUS_LARGE * sheet.ratio
    painter.drawRoundedRect(box, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
