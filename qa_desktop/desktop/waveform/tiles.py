"""Draws lanes from the pyramid in cached tiles of 256 device pixels."""

import math
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.waveform.columns import Columns, Samples, from_peaks, from_samples
from qa_desktop.desktop.waveform.time_scale import TimeScale

TILE_PX = 256
_KEPT = 512
_LOUDEST_HEIGHT = 0.92
_PEAK_ALPHA = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneLook:
    """How one channel is drawn: into how many device pixels, in which colour, how enlarged."""

    channel: int
    colour: str
    height_px: int
    gain: float
    pixel_ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """What there is to draw: the pyramid, and the samples of the visible span once read."""

    media_id: str
    peaks: Peaks
    samples: Samples | None = None


@dataclass(frozen=True, slots=True)
class _Key:
    media_id: str
    tile: int
    frames_per_column: float
    decoded: int
    from_samples: bool
    look: LaneLook


class TileCache:
    """Keeps the newest tiles; a tile is drawn again only when something it shows has changed."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[_Key, QPixmap] = OrderedDict()
        self.drawn = 0

    def paint(
        self, painter: QPainter, lane: QRectF, scale: TimeScale, sound: Sound, look: LaneLook
    ) -> None:
        """Blits the tiles that `lane` needs; the painter's device has `look.pixel_ratio`."""
        ratio = look.pixel_ratio
        ms_per_column = scale.ms_per_px / ratio
        first_column = round(scale.start_ms / ms_per_column)
        columns = math.ceil(lane.width() * ratio)
        frames_per_column = ms_per_column * sound.peaks.sample_rate_hz / 1000
        for tile in range(first_column // TILE_PX, (first_column + columns - 1) // TILE_PX + 1):
            pixmap = self._tile(tile, frames_per_column, sound, look)
            x = lane.left() + (tile * TILE_PX - first_column) / ratio
            painter.drawPixmap(QPointF(x, lane.top()), pixmap)

    def _tile(self, tile: int, frames_per_column: float, sound: Sound, look: LaneLook) -> QPixmap:
        first, last = tile * TILE_PX, (tile + 1) * TILE_PX
        samples = _usable(sound.samples, first, last, frames_per_column, sound.peaks.frames)
        decoded = min(sound.peaks.frames, math.ceil(last * frames_per_column))
        key = _Key(sound.media_id, tile, frames_per_column, decoded, samples is not None, look)
        found = self._tiles.get(key)
        if found is not None:
            self._tiles.move_to_end(key)
            return found
        if samples is not None:
            columns = from_samples(samples, look.channel, first, TILE_PX, frames_per_column)
        else:
            columns = from_peaks(sound.peaks, look.channel, first, TILE_PX, frames_per_column)
        self._tiles[key] = drawn = _draw(columns, look, line=samples is not None)
        self.drawn += 1
        while len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)
        return drawn


def gain_for(loudest: float) -> float:
    """Fills the lane: the loudest moment reaches its edge; in steps, so that growing is calm."""
    if loudest <= 0:
        return 1.0
    steps = math.floor(math.log2(min(1 / loudest, 16.0)) * 4)
    return float(2 ** (steps / 4))


def _usable(
    samples: Samples | None, first: int, last: int, frames_per_column: float, frames: int
) -> Samples | None:
    if samples is None:
        return None
    end = min(last * frames_per_column, frames - 1)
    return samples if samples.covers(first * frames_per_column, end) else None


def _draw(columns: Columns, look: LaneLook, *, line: bool) -> QPixmap:
    """Peaks pale with their loudness in full colour inside; single samples as one `line`."""
    height = look.height_px
    middle = (height - 1) / 2
    reach = middle * look.gain * _LOUDEST_HEIGHT
    nothing = np.isnan(columns.low)
    thin = max(round(look.pixel_ratio), 1)
    low, high = np.nan_to_num(columns.low), np.nan_to_num(columns.high)
    top = np.clip(np.rint(middle - high * reach), 0, height - thin).astype(np.int16)
    bottom = np.clip(np.rint(middle - low * reach), 0, height - 1).astype(np.int16)
    bottom = np.maximum(bottom, top + (thin - 1)).astype(np.int16)
    top[nothing], bottom[nothing] = height, -1
    body = (columns.rms * reach).astype(np.int16)
    centre = np.int16(middle)
    rows = np.arange(height, dtype=np.int16)[:, None]
    index = ((rows >= top) & (rows <= bottom)).view(np.uint8)
    inner = (rows >= centre - body) & (rows <= centre + body + (thin - 1))
    index += (inner & (index > 0)).view(np.uint8)
    index = np.ascontiguousarray(index)
    image = QImage(index.data, TILE_PX, height, TILE_PX, QImage.Format.Format_Indexed8)
    peak = QColor(look.colour)
    peak.setAlphaF(1.0 if line else _PEAK_ALPHA)
    image.setColorTable([0, peak.rgba(), QColor(look.colour).rgba()])
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(look.pixel_ratio)
    return pixmap
