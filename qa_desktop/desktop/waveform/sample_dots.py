"""Marks single samples once they stand apart, and measures how loud a moment is."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from qa_desktop.audio.peaks import Peaks
from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.columns import Samples
from qa_desktop.desktop.waveform.tiles import LaneLook, reach_px
from qa_desktop.desktop.waveform.time_scale import TimeScale

QUIETEST_DB = -math.inf


def paint_samples(
    painter: QPainter, box: QRect, scale: TimeScale, samples: Samples, look: LaneLook
) -> None:
    """A dot on each sample in `box` (device pixels) where they are far enough apart."""
    first_column, ms_per_column = scale.columns(look.pixel_ratio)
    columns_per_frame = 1000 / samples.sample_rate_hz / ms_per_column
    if columns_per_frame < measures.LEAST_SAMPLE_PX * look.pixel_ratio:
        return
    first = max(math.floor(first_column / columns_per_frame) - samples.first_frame, 0)
    last = math.ceil((first_column + box.width()) / columns_per_frame) - samples.first_frame + 1
    pcm = samples.pcm[look.channel, first : max(last, first)].astype(np.float32) / 32768.0
    middle = box.top() + (box.height() - 1) / 2
    reach = reach_px(look)
    xs = (np.arange(len(pcm)) + first + samples.first_frame) * columns_per_frame - first_column
    ys = np.clip(middle - pcm * reach, box.top(), box.bottom())
    dots = QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(look.colour), measures.SAMPLE_DOT * look.pixel_ratio)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(dots)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def level_db(
    peaks: Peaks, samples: Samples | None, channel: int, start_ms: float, end_ms: float
) -> float | None:
    """The highest amplitude of a span in dB of full scale; None where nothing is decoded."""
    if channel >= peaks.channels:
        return None
    per_ms = peaks.sample_rate_hz / 1000
    first, end = int(start_ms * per_ms), max(math.ceil(end_ms * per_ms), int(start_ms * per_ms) + 1)
    if samples is not None and samples.covers(first, min(end, peaks.frames - 1)):
        begin = first - samples.first_frame
        heard = samples.pcm[channel, begin : begin + end - first]
        loudest = int(np.abs(heard.astype(np.int32)).max(initial=0)) if len(heard) else None
    else:
        level = peaks.level_for(end - first)
        cells = slice(first // level.samples_per_cell, -(-end // level.samples_per_cell))
        low, high = level.low[channel, cells], level.high[channel, cells]
        loudest = max(-int(low.min()), int(high.max())) if len(low) else None
    if loudest is None:
        return None
    return 20 * math.log10(loudest / 32768) if loudest > 0 else QUIETEST_DB
