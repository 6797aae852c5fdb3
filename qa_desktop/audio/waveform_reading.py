"""Reads waveforms in BBC audiowaveform's data format, and tells whether they are a sound's.

Versions 1 (one channel) and 2, binary and JSON:
https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md

They hold no loudness (RMS), from which silence is found: so they are compared, and never take the
place of the peaks that are made here.
"""

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa_desktop.audio.faults import fault, os_fault
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.samples import Int16
from qa_desktop.audio.waveform_data import FEWEST_SAMPLES_PER_PIXEL, Waveform, make_waveform
from qa_desktop.base.progress import Progress

_HEADER = struct.Struct("<iIiiI")
_CHANNELS = struct.Struct("<i")
_FLAG_8_BITS = 1
_MOST_CHANNELS = 24
_MOST_RATE_HZ = 768_000
_MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    version: int
    bits: int
    sample_rate_hz: int
    samples_per_pixel: int
    pixels: int
    channels: int


def read_waveform(file: Path) -> Waveform:
    """8-bit values come back as 16-bit ones of the same height.

    Raises ProblemError: audio.waveform_unknown, .waveform_broken, and where it can't be read.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise fault(file, "waveform_unknown")
        data = file.read_bytes()
    except OSError as error:
        raise os_fault(file, error) from error
    if data.lstrip()[:1] == b"{":
        return _from_json(file, data)
    return _from_dat(file, data)


def _from_dat(file: Path, data: bytes) -> Waveform:
    if len(data) < _HEADER.size:
        raise fault(file, "waveform_unknown")
    version, flags, rate, per_pixel, pixels = _HEADER.unpack_from(data)
    start, channels = _HEADER.size, 1
    if version == 2 and len(data) >= start + _CHANNELS.size:
        (channels,) = _CHANNELS.unpack_from(data, start)
        start += _CHANNELS.size
    head = _Head(
        version=version,
        bits=8 if flags & _FLAG_8_BITS else 16,
        sample_rate_hz=rate,
        samples_per_pixel=per_pixel,
        pixels=pixels,
        channels=channels,
    )
    _check(file, head)
    kind = np.dtype("<i1" if head.bits == 8 else "<i2")
    wanted = 2 * pixels * channels * kind.itemsize
    if len(data) - start != wanted:
        raise fault(file, "waveform_broken", found=len(data) - start, wanted=wanted)
    return _waveform(file, head, np.frombuffer(data, kind, offset=start))


def _from_json(file: Path, data: bytes) -> Waveform:
    try:
        said = json.loads(data)
        head = _Head(
            version=int(said["version"]),
            bits=int(said["bits"]),
            sample_rate_hz=int(said["sample_rate"]),
            samples_per_pixel=int(said["samples_per_pixel"]),
            pixels=int(said["length"]),
            channels=int(said.get("channels", 1)),
        )
        values = np.array(said["data"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise fault(file, "waveform_unknown") from error
    _check(file, head)
    wanted = 2 * head.pixels * head.channels
    if values.ndim != 1 or len(values) != wanted:
        raise fault(file, "waveform_broken", found=values.size, wanted=wanted)
    limit = 1 << (head.bits - 1)
    whole = wanted == 0 or values.dtype.kind == "i"
    if not whole or (wanted and (values.min() < -limit or values.max() >= limit)):
        raise fault(file, "waveform_unknown")
    return _waveform(file, head, values)


def _check(file: Path, head: _Head) -> None:
    good = (
        head.version in (1, 2)
        and head.bits in (8, 16)
        and 0 < head.sample_rate_hz <= _MOST_RATE_HZ
        and head.samples_per_pixel >= FEWEST_SAMPLES_PER_PIXEL
        and 1 <= head.channels <= _MOST_CHANNELS
        and head.pixels >= 0
    )
    if not good:
        raise fault(file, "waveform_unknown")


def _waveform(file: Path, head: _Head, values: NDArray[np.integer]) -> Waveform:
    wide: Int16 = values.astype(np.int16) * np.int16(256 if head.bits == 8 else 1)
    pairs = wide.reshape(head.pixels, head.channels, 2)
    low, high = pairs[:, :, 0].T.copy(), pairs[:, :, 1].T.copy()
    if (low > high).any():
        raise fault(file, "waveform_unknown")
    return Waveform(
        sample_rate_hz=head.sample_rate_hz,
        samples_per_pixel=head.samples_per_pixel,
        low=low,
        high=high,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How a waveform stands to the sound: `same_shape` rate, channels and length; `largest` the
    largest difference of a value in 16-bit steps, None where the shapes differ; `share` how many
    of the values differ by more than an 8-bit step, 0 to 1."""

    same_shape: bool
    largest: int | None = None
    share: float = 0.0

    @property
    def same(self) -> bool:
        """Within what 8 bits and another decoder's rounding make of it."""
        return self.same_shape and self.share <= 0.001


def check_waveform(file: Path, sound: Path, cache: PeakCache | None, progress: Progress) -> int:
    """The largest difference of a value, in 16-bit steps.

    Raises ProblemError: audio.waveform_of_another where rate, channels or length are not the
    sound's, audio.waveform_differs where the values are not.
    """
    given = read_waveform(file)
    found = likeness(given, make_waveform(sound, given.samples_per_pixel, cache, progress))
    if not found.same_shape or found.largest is None:
        raise fault(file, "waveform_of_another")
    if not found.same:
        raise fault(file, "waveform_differs", share_pct=max(round(found.share * 100), 1))
    return found.largest


def likeness(given: Waveform, made: Waveform) -> Likeness:
    """`made` from the sound, with the same samples a pixel; the last pixel may be missing."""
    pixels = min(given.low.shape[1], made.low.shape[1])
    shape = (
        given.sample_rate_hz == made.sample_rate_hz
        and given.samples_per_pixel == made.samples_per_pixel
        and given.low.shape[0] == made.low.shape[0]
        and abs(given.low.shape[1] - made.low.shape[1]) <= 1
    )
    if not shape or not pixels:
        return Likeness(same_shape=shape)
    apart = [
        np.abs(mine[:, :pixels].astype(np.int32) - yours[:, :pixels])
        for mine, yours in ((given.low, made.low), (given.high, made.high))
    ]
    largest = max(int(part.max()) for part in apart)
    far = sum(int((part > 256).sum()) for part in apart)
    return Likeness(same_shape=True, largest=largest, share=far / (2 * apart[0].size))
