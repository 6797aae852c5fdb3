"""Draws lanes from the pyramid in cached tiles of 256 device pixels."""

import math
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
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
        tiles = range(first_column // TILE_PX, (first_column + columns - 1) // TILE_PX + 1)
        samples = _usable(sound, first_column, columns, frames_per_column)
        keys = [self._key(tile, frames_per_column, sound, look, samples) for tile in tiles]
        missing = [key for key in keys if key not in self._tiles]
        if missing:
            self._draw(missing[0].tile, missing[-1].tile, keys, sound.peaks, samples)
        for key in keys:
            self._tiles.move_to_end(key)
            x = lane.left() + (key.tile * TILE_PX - first_column) / ratio
            painter.drawPixmap(QPointF(x, lane.top()), self._tiles[key])
        while len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)

    @staticmethod
    def _key(
        tile: int, frames_per_column: float, sound: Sound, look: LaneLook, samples: Samples | None
    ) -> _Key:
        decoded = min(sound.peaks.frames, math.ceil((tile + 1) * TILE_PX * frames_per_column))
        return _Key(sound.media_id, tile, frames_per_column, decoded, samples is not None, look)

    def _draw(
        self, first: int, last: int, keys: list[_Key], peaks: Peaks, samples: Samples | None
    ) -> None:
        """Draws neighbouring tiles as one picture, which costs little more than a single one."""
        look, frames_per_column = keys[0].look, keys[0].frames_per_column
        begin, count = first * TILE_PX, (last - first + 1) * TILE_PX
        if samples is not None:
            columns = from_samples(samples, look.channel, begin, count, frames_per_column)
        else:
            columns = from_peaks(peaks, look.channel, begin, count, frames_per_column)
        mask = _mask(columns, look)
        picture = _picture(mask, look, line=samples is not None)
        for key in keys:
            if first <= key.tile <= last:
                left = (key.tile - first) * TILE_PX
                tile = QPixmap.fromImage(picture.copy(left, 0, TILE_PX, look.height_px))
                tile.setDevicePixelRatio(look.pixel_ratio)
                self._tiles[key] = tile
                self.drawn += 1


def gain_for(loudest: float) -> float:
    """Fills the lane: the loudest moment reaches its edge; in steps, so that growing is calm."""
    if loudest <= 0:
        return 1.0
    steps = math.floor(math.log2(min(1 / loudest, 16.0)) * 4)
    return float(2 ** (steps / 4))


def _usable(
    sound: Sound, first_column: int, columns: int, frames_per_column: float
) -> Samples | None:
    if sound.samples is None:
        return None
    end = min((first_column + columns) * frames_per_column, sound.peaks.frames - 1)
    return sound.samples if sound.samples.covers(first_column * frames_per_column, end) else None


def _mask(columns: Columns, look: LaneLook) -> NDArray[np.uint8]:
    """(height, columns): 1 within the peaks, 2 within the loudness, 0 elsewhere."""
    height = look.height_px
    middle = (height - 1) / 2
    reach = middle * look.gain * _LOUDEST_HEIGHT
    thin = max(round(look.pixel_ratio), 1)
    nothing = np.isnan(columns.low)
    # Not a number compares false: what isn't decoded falls out of the mask by itself.
    top = np.rint(np.maximum(middle - columns.high * reach, 0))
    bottom = np.rint(np.minimum(middle - columns.low * reach, height - 1))
    top[nothing], bottom[nothing] = height + thin, -1
    np.minimum(top, height - thin, out=top, where=~nothing)
    np.maximum(bottom, top + (thin - 1), out=bottom, where=~nothing)
    body = np.floor(columns.rms * reach)
    centre = math.floor(middle)
    rows = np.arange(height, dtype=np.int16)[:, None]
    index = (rows >= top.astype(np.int16)) & (rows <= bottom.astype(np.int16))
    inner_top = np.maximum(centre - body, top).astype(np.int16)
    inner_bottom = np.minimum(centre + body + (thin - 1), bottom).astype(np.int16)
    inner = (rows >= inner_top) & (rows <= inner_bottom)
    shades: NDArray[np.uint8] = index.view(np.uint8)
    shades += inner.view(np.uint8)
    return shades


def _picture(mask: NDArray[np.uint8], look: LaneLook, *, line: bool) -> QImage:
    """Peaks pale with their loudness in full colour inside; single samples as one `line`.

    The picture borrows the mask's memory.
    """
    height, width = mask.shape
    picture = QImage(mask.data, width, height, width, QImage.Format.Format_Indexed8)
    peak = QColor(look.colour)
    peak.setAlphaF(1.0 if line else _PEAK_ALPHA)
    picture.setColorTable([0, peak.rgba(), QColor(look.colour).rgba()])
    return picture
