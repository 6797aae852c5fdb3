"""Short texts, drawn once and then copied: laying text out anew took a quarter of a frame."""

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.waveform.glyphs import small_font, tinted

_KEPT = 3000
_PLATE_ALPHA = 0.88


@dataclass(frozen=True, slots=True)
class Ink:
    """How a text is written. `plate`: the colour of the ground it brings along, "" for none."""

    colour: str
    semibold: bool = False
    plate: str = ""


class LabelCache:
    """Pictures of texts in device pixels, and their widths."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[str, Ink], QPixmap] = OrderedDict()
        self._widths: dict[tuple[str, bool], float] = {}
        self._look: tuple[float, str] = (0.0, "")
        self._ratio = 1.0
        self._fonts = (QFont(), QFont())
        self._metrics = (QFontMetricsF(QFont()), QFontMetricsF(QFont()))

    def look(self, pixel_ratio: float, font: QFont) -> None:
        """How texts are drawn from now on."""
        look = (pixel_ratio, font.key())
        if look == self._look:
            return
        self._look, self._ratio = look, pixel_ratio
        self._pictures.clear()
        self._widths.clear()
        self._fonts = (small_font(font), small_font(font, semibold=True))
        self._metrics = (QFontMetricsF(self._fonts[0]), QFontMetricsF(self._fonts[1]))

    def width(self, text: str, *, semibold: bool = False) -> float:
        """In logical pixels, without a plate."""
        key = (text, semibold)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= 2 * _KEPT:
                self._widths.clear()
            found = self._widths[key] = self._metrics[semibold].horizontalAdvance(text)
        return found

    def picture(self, text: str, ink: Ink) -> QPixmap:
        """Its height is that of a line; a plate adds `tokens.TIGHT` on the left and the right."""
        key = (text, ink)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._draw(text, ink)
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return found

    def _draw(self, text: str, ink: Ink) -> QPixmap:
        metrics = self._metrics[ink.semibold]
        margin = tokens.TIGHT if ink.plate else 1
        width = math.ceil((metrics.horizontalAdvance(text) + 2 * margin) * self._ratio)
        height = math.ceil((metrics.height() + (tokens.TIGHT if ink.plate else 0)) * self._ratio)
        picture = QPixmap(max(width, 1), max(height, 1))
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(self._ratio)
        painter = QPainter(picture)
        box = QRectF(0, 0, width / self._ratio, height / self._ratio)
        if ink.plate:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tinted(ink.plate, _PLATE_ALPHA))
            painter.drawRoundedRect(box, tokens.TIGHT, tokens.TIGHT)
        painter.setFont(self._fonts[ink.semibold])
        painter.setPen(QColor(ink.colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        picture.setDevicePixelRatio(1.0)
        return picture
