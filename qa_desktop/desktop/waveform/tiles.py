"""Draws lanes from the pyramid in cached tiles of 256 device pixels."""

import math
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.waveform.columns import Column, Columns, Samples, from_peaks, from_samples
from qa_desktop.desktop.waveform.measures import LEAST_SAMPLE_PX, SAMPLE_DOT
from qa_desktop.desktop.waveform.sample_dots import mark_samples
from qa_desktop.desktop.waveform.time_scale import TimeScale

TILE_PX = 256
_KEPT = 512
_LOUDEST_HEIGHT = 0.92
_PEAK_ALPHA = 0.55
_BYTE = 256


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


@dataclass(frozen=True, slots=True)
class _Tile:
    """Its columns begin at `left` of a picture that it shares with the tiles drawn with it."""

    picture: QPixmap
    left: int


class TileCache:
    """Keeps the newest tiles; a tile is drawn again only when something it shows has changed.

    Tiles that are drawn together stay one picture: cutting a 4K lane at a new zoom into fifteen
    pixmaps cost more than drawing it.
    """

    def __init__(self) -> None:
        self._tiles: OrderedDict[_Key, _Tile] = OrderedDict()
        self.drawn = 0

    def paint(
        self, painter: QPainter, lane: QRect, scale: TimeScale, sound: Sound, look: LaneLook
    ) -> None:
        """Blits the tiles that `lane` needs; all in device pixels."""
        first_column, ms_per_column = scale.columns(look.pixel_ratio)
        columns = lane.width()
        frames_per_column = ms_per_column * sound.peaks.sample_rate_hz / 1000
        tiles = range(first_column // TILE_PX, (first_column + columns - 1) // TILE_PX + 1)
        samples = _usable(sound, first_column, columns, frames_per_column)
        keys = [self._key(tile, frames_per_column, sound, look, samples) for tile in tiles]
        missing = [key for key in keys if key not in self._tiles]
        if missing:
            self._draw(missing[0].tile, missing[-1].tile, keys, sound.peaks, samples)
        at = 0
        while at < len(keys):
            tile = self._tiles[keys[at]]
            count = self._together(keys, at)
            x = lane.left() + keys[at].tile * TILE_PX - first_column
            source = QRect(tile.left, 0, count * TILE_PX, look.height_px)
            painter.drawPixmap(QPoint(x, lane.top()), tile.picture, source)
            at += count
        while len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)

    def _together(self, keys: list[_Key], at: int) -> int:
        """How many tiles from `at` on lie side by side in one picture."""
        first = self._tiles[keys[at]]
        count = 0
        for key in keys[at:]:
            tile = self._tiles[key]
            if tile.picture is not first.picture or tile.left != first.left + count * TILE_PX:
                break
            self._tiles.move_to_end(key)
            count += 1
        return count

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
        if samples is not None and 1 / frames_per_column >= LEAST_SAMPLE_PX * look.pixel_ratio:
            mark_samples(
                mask,
                samples,
                look.channel,
                begin,
                frames_per_column,
                reach_px=reach_px(look),
                radius_px=SAMPLE_DOT / 2 * look.pixel_ratio,
            )
        picture = QPixmap.fromImage(_picture(mask, look, line=samples is not None))
        for key in keys:
            if first <= key.tile <= last:
                self._tiles[key] = _Tile(picture, (key.tile - first) * TILE_PX)
                self.drawn += 1


def gain_for(loudest: float) -> float:
    """Fills the lane: the loudest moment reaches its edge; in steps, so that growing is calm."""
    if loudest <= 0:
        return 1.0
    steps = math.floor(math.log2(min(1 / loudest, 16.0)) * 4)
    return float(2 ** (steps / 4))


def reach_px(look: LaneLook) -> float:
    """How far full scale lies from the lane's middle."""
    return (look.height_px - 1) / 2 * look.gain * _LOUDEST_HEIGHT


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
    reach = reach_px(look)
    thin = max(round(look.pixel_ratio), 1)
    nothing = np.isnan(columns.low)
    high, low = np.nan_to_num(columns.high), np.nan_to_num(columns.low)
    top = np.minimum(np.rint(np.maximum(middle - high * reach, 0)), height - thin)
    bottom = np.maximum(np.rint(np.minimum(middle - low * reach, height - 1)), top + (thin - 1))
    body = np.floor(columns.rms * reach)
    centre = math.floor(middle)
    inner_top = np.maximum(centre - body, top)
    inner_bottom = np.minimum(centre + body + (thin - 1), bottom)
    shades = _between(top, np.where(nothing, top - 1, bottom), height)
    shades += _between(inner_top, np.where(nothing, inner_top - 1, inner_bottom), height)
    return shades


def _between(first: Column, last: Column, height: int) -> NDArray[np.uint8]:
    """(height, columns): 1 in rows `first`..`last`, with one comparison in one byte a pixel.

    What lies above `first` wraps around to large numbers, so that only the length is compared.
    """
    kind = np.uint8 if height < _BYTE else np.uint16
    rows = np.arange(height, dtype=kind)[:, None]
    lengths = np.maximum(last - first + 1, 0).astype(kind)
    shade: NDArray[np.uint8] = np.less(rows - first.astype(kind), lengths).view(np.uint8)
    return shade


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
