"""The glyphs of the pin rail, drawn once and then copied."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.pin_shape import kind_colour, paint_pin
from qa_desktop.reviews.model import CommentKind

_KEPT = 2000
_MOST_COUNTED = 99
_MARGIN = 2


def tinted(colour: str, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def mixed(colour: str, ground: str, share: float) -> QColor:
    """`colour` over `ground` as one opaque colour."""
    over, below = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        over.redF() * share + below.redF() * (1 - share),
        over.greenF() * share + below.greenF() * (1 - share),
        over.blueF() * share + below.blueF() * (1 - share),
    )


def small_font(base: QFont, *, semibold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(tokens.TEXT_SMALL)
    font.setWeight(QFont.Weight(tokens.SEMIBOLD) if semibold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class GlyphCache:
    """Pictures of single pins by kind and number, of clusters by count and kinds."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._look: tuple[object, ...] = ()
        self._paint_with: tuple[float, Colours, QFont] | None = None

    def look(self, pixel_ratio: float, colours: Colours, font: QFont) -> None:
        """How glyphs are drawn from now on."""
        look = (pixel_ratio, colours, font.key())
        if look != self._look or len(self._pictures) >= _KEPT:
            self._pictures.clear()
        self._look = look
        self._paint_with = (pixel_ratio, colours, font)

    def paint(self, painter: QPainter, centre: QPointF, size: float, group: PinGroup) -> None:
        """Onto a device of single pixels; `centre` in device pixels, `size` in logical ones."""
        if self._paint_with is None:
            return
        kinds = tuple(dict.fromkeys(pin.kind for pin in group.pins))
        number = len(group.pins) if group.is_cluster else group.pins[0].number
        key = (kinds, number, group.is_cluster, size)
        picture = self._pictures.get(key)
        if picture is None:
            picture = _draw(size, group.is_cluster, kinds, number, *self._paint_with)
            self._pictures[key] = picture
        left = round(centre.x() - picture.width() / 2)
        painter.drawPixmap(left, round(centre.y() - picture.height() / 2), picture)


def _draw(
    size: float,
    cluster: bool,
    kinds: tuple[CommentKind, ...],
    number: int,
    ratio: float,
    colours: Colours,
    font: QFont,
) -> QPixmap:
    side = math.ceil((size + 2 * _MARGIN) * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    box = QRectF(_MARGIN, _MARGIN, size, size)
    if cluster:
        _paint_cluster(painter, box, kinds, number, colours)
    else:
        paint_pin(painter, box, kinds[0], number, colours)
    painter.end()
    picture.setDevicePixelRatio(1.0)
    return picture


def _paint_cluster(
    painter: QPainter, box: QRectF, kinds: tuple[CommentKind, ...], count: int, colours: Colours
) -> None:
    """A plate with the count; a stroke below it for each kind inside."""
    painter.setPen(QPen(QColor(colours.muted), 1))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), tokens.TIGHT, tokens.TIGHT)
    # The sign of multiplication tells a count from the number of a comment.
    text = f"×{count}" if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
    font = small_font(painter.font(), semibold=True)
    font.setPixelSize(tokens.TEXT_SMALL - max(len(text) - 1, 0))
    painter.setFont(font)
    painter.setPen(QColor(colours.text))
    painter.drawText(box.adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, text)
    inner = box.adjusted(3, 0, -3, 0)
    share = inner.width() / len(kinds)
    for index, kind in enumerate(kinds):
        stroke = QRectF(inner.left() + index * share, box.bottom() - 5, share - 1, 2)
        painter.fillRect(stroke, QColor(kind_colour(kind, colours)))
