"""The peaks of one recording as a file: a header and contiguous levels, read through a map."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_desktop.audio.cells import LEVEL_FACTOR
from qa_desktop.audio.peaks import COARSEST_CELLS, Level, Peaks, cell_samples
from qa_desktop.audio.source import MAX_DURATION_H
from qa_desktop.audio.stream import MAX_CHANNELS

FORMAT_VERSION = 1
KEY_BYTES = 32
_MAGIC = b"QAPEAKS\0"
_HEADER = struct.Struct(f"<8sIIQII{KEY_BYTES}sQQ")
"""Magic, format version, rate in Hz, frames, channels, levels, key, file size, checksum."""
_DTYPES = ("<i2", "<i2", "<u2")

_Part: TypeAlias = npt.NDArray[Any]


class DamagedPeaks(Exception):  # noqa: N818 - nobody is told: the file is made again
    """Not a whole peak file of this version for this recording."""


def write_peak_file(file: Path, peaks: Peaks, key: bytes) -> None:
    """`key` names the recording as it was. Raises OSError."""
    parts = [part for level in peaks.levels for part in (level.low, level.high, level.rms)]
    contiguous = [
        np.ascontiguousarray(part, dtype)
        for part, dtype in zip(parts, _DTYPES * len(peaks.levels), strict=True)
    ]
    checksum = 0
    for part in contiguous:
        checksum = zlib.crc32(part.data, checksum)
    header = _HEADER.pack(
        _MAGIC,
        FORMAT_VERSION,
        peaks.sample_rate_hz,
        peaks.frames,
        peaks.channels,
        len(peaks.levels),
        key,
        _HEADER.size + sum(part.nbytes for part in contiguous),
        checksum,
    )
    with file.open("wb") as out:
        out.write(header)
        for part in contiguous:
            out.write(part.data)


def read_peak_file(file: Path, key: bytes) -> Peaks:
    """Its arrays are read-only views of the file. Raises OSError and DamagedPeaks."""
    with file.open("rb") as opened:
        header = opened.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise DamagedPeaks
    magic, version, rate_hz, frames, channels, levels, kept_key, size, checksum = _HEADER.unpack(
        header
    )
    if (magic, version, kept_key) != (_MAGIC, FORMAT_VERSION, key):
        raise DamagedPeaks
    if not 0 < channels <= MAX_CHANNELS or not 0 < frames <= MAX_DURATION_H * 3600 * rate_hz:
        raise DamagedPeaks
    shapes = list(_level_shapes(frames, rate_hz))
    cells = sum(count for _, count in shapes)
    if levels != len(shapes) or size != _HEADER.size + cells * channels * 6:
        raise DamagedPeaks
    if size != file.stat().st_size:
        raise DamagedPeaks
    whole = np.memmap(file, np.uint8, "r", offset=_HEADER.size)
    if zlib.crc32(whole.data) != checksum:
        raise DamagedPeaks
    made = _levels(whole, shapes, channels)
    return Peaks(
        sample_rate_hz=rate_hz,
        frames=frames,
        channels=channels,
        samples_per_cell=made[0].samples_per_cell,
        levels=tuple(made),
    )


def _level_shapes(frames: int, sample_rate_hz: int) -> Iterator[tuple[int, int]]:
    """Samples a cell and cells of each level that `frames` make."""
    per_cell = cell_samples(sample_rate_hz)
    count = -(-frames // per_cell)
    yield per_cell, count
    while count > COARSEST_CELLS:
        per_cell *= LEVEL_FACTOR
        count = -(-count // LEVEL_FACTOR)
        yield per_cell, count


def _levels(whole: _Part, shapes: list[tuple[int, int]], channels: int) -> list[Level]:
    levels = []
    at = 0
    for per_cell, count in shapes:
        made = []
        for dtype in _DTYPES:
            size = count * channels * 2
            made.append(whole[at : at + size].view(dtype).reshape(channels, count))
            at += size
        low, high, rms = made
        levels.append(Level(samples_per_cell=per_cell, low=low, high=high, rms=rms))
    return levels
