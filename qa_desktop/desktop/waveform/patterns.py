"""Patterns that are repeated down the lanes: shades by kind, and the stems of pins.

A pattern is as wide as the window and a few rows high. It costs the same however many bands and
stems there are, where a rectangle or a dashed line for each took most of a frame.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform.band_layout import FINDING, OVERLAP, SILENCE, UNDECODED
from qa_desktop.desktop.waveform.glyphs import mixed
from qa_desktop.desktop.waveform.pin_layout import KINDS
from qa_desktop.desktop.waveform.pin_shape import kind_colour

_PERIOD_PX = 8
_DASH_PX = 5
_KINDS_OF_SHADE = 5
_RANGE_TINT = 0.1
_GROUND, _QUIET, _DOT, _STROKE, _FOUND, _FOUND_STROKE, _BLANK = range(7)
_SHADES = 7

Index = NDArray[np.uint8]


def shade_pattern(
    row: Index, kinds: Index, first_column: int, pixel_ratio: float, colours: Colours
) -> QPixmap:
    """Silence is tinted and dotted, overlap hatched one way, findings tinted and hatched the other.

    Each reads without its colour. For each device column `row` holds the shade and `kinds` one
    more than the kind of the comment over it, or 0; the pattern sticks to the recording, which
    begins at column `-first_column`.
    """
    period = max(round(_PERIOD_PX * pixel_ratio), 2)
    table = _shade_table(period, max(round(pixel_ratio), 1))
    phase = (np.arange(len(row)) + first_column) % period
    index = table[row, :, phase].T + kinds * _SHADES
    return _pixmap(np.ascontiguousarray(index, dtype=np.uint8), _shade_palette(colours))


def paint_down(painter: QPainter, box: QRect, pattern: QPixmap) -> None:
    """Repeats a pattern from the top to the bottom of a box as wide as itself.

    Ten times as fast as drawTiledPixmap, which looks each pixel up by itself.
    """
    height = pattern.height()
    for top in range(box.top(), box.bottom() + 1, height):
        rows = min(height, box.bottom() + 1 - top)
        painter.drawPixmap(QPoint(box.left(), top), pattern, QRect(0, 0, pattern.width(), rows))


def stem_pattern(
    width: int,
    columns: NDArray[np.int64],
    kinds: Index,
    points: NDArray[np.bool_],
    pixel_ratio: float,
    colours: Colours,
) -> QPixmap:
    """Dashed stems of points, whole ones of ranges too short for a box; the rest is transparent."""
    period = max(round(_PERIOD_PX * pixel_ratio), 2)
    dash = round(_DASH_PX * pixel_ratio)
    index = np.zeros((period, width), dtype=np.uint8)
    thick = max(round(1.25 * pixel_ratio), 1)
    for step in range(thick):
        at = columns + step - thick // 2
        seen = (at >= 0) & (at < width)
        index[:dash, at[seen]] = kinds[seen] + 1
        whole = seen & ~points
        index[dash:, at[whole]] = kinds[whole] + 1
    return _pixmap(index, [0, *(QColor(kind_colour(kind, colours)).rgba() for kind in KINDS)])


@lru_cache(maxsize=8)
def _shade_palette(colours: Colours) -> tuple[int, ...]:
    """The shades on bare ground, then tinted by each kind of comment."""
    ground = colours.surface
    shades = [
        QColor(ground),
        mixed(colours.caution, ground, 0.065),
        mixed(colours.caution, ground, 0.32),
        mixed(colours.text, ground, 0.30),
        mixed(colours.caution, ground, 0.20),
        mixed(colours.caution, ground, 0.62),
        QColor(colours.background),
    ]
    tints = [kind_colour(kind, colours) for kind in KINDS]
    tinted = [mixed(tint, shade.name(), _RANGE_TINT) for tint in tints for shade in shades]
    return tuple(colour.rgba() for colour in (*shades, *tinted))


@lru_cache(maxsize=8)
def _shade_table(period: int, thick: int) -> Index:
    """(shade, row, column) of one period, as indices into the palette."""
    rows, columns = np.indices((period, period))
    table = np.full((_KINDS_OF_SHADE, period, period), _GROUND, dtype=np.uint8)
    table[SILENCE] = _QUIET
    table[SILENCE][(rows < thick) & (columns < thick)] = _DOT
    table[OVERLAP][(rows + columns) % period < thick] = _STROKE
    table[FINDING] = _FOUND
    table[FINDING][(rows - columns) % period < thick] = _FOUND_STROKE
    table[UNDECODED] = _BLANK
    return table


def _pixmap(index: Index, palette: Sequence[int]) -> QPixmap:
    height, width = index.shape
    image = QImage(index.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(list(palette))
    return QPixmap.fromImage(image)
