"""Sample formats: everything becomes 16-bit integers the way FFmpeg converts them."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Int16: TypeAlias = npt.NDArray[np.int16]
Native: TypeAlias = npt.NDArray[Any]
"""Samples as they were stored: int16, float32 or float64, where floats are full scale at 1.0."""


def to_int16(samples: Native) -> Int16:
    """Same shape; floats are rounded and clipped, and what is not a number is silence."""
    if samples.dtype == np.int16:
        same: Int16 = samples
        return same
    scaled = samples * samples.dtype.type(32768)
    np.rint(scaled, out=scaled)
    if np.isnan(np.sum(scaled)):
        np.nan_to_num(scaled, copy=False, nan=0.0, posinf=32767.0, neginf=-32768.0)
    np.clip(scaled, -32768, 32767, out=scaled)
    rounded: Int16 = scaled.astype(np.int16)
    return rounded


def from_u8(samples: npt.NDArray[np.uint8]) -> Int16:
    return (samples.astype(np.int16) - 128) << 8


def top_half(samples: npt.NDArray[np.int32]) -> Int16:
    """The upper 16 bits, as FFmpeg turns 32 bits into 16: no rounding."""
    return (samples >> 16).astype(np.int16)


def _mulaw_table() -> Int16:
    """ITU-T G.711, table 2a: 8 bits to 14, here scaled to 16."""
    code = ~np.arange(256, dtype=np.int32) & 0xFF
    magnitude = (((code & 0x0F) << 3) + 0x84) << ((code & 0x70) >> 4)
    return np.where(code & 0x80, 0x84 - magnitude, magnitude - 0x84).astype(np.int16)


def _alaw_table() -> Int16:
    """ITU-T G.711, table 1a: 8 bits to 13, here scaled to 16."""
    code = np.arange(256, dtype=np.int32) ^ 0x55
    segment = (code & 0x70) >> 4
    step = (code & 0x0F) << 4
    magnitude = np.where(segment == 0, step + 8, (step + 0x108) << np.maximum(segment - 1, 0))
    return np.where(code & 0x80, magnitude, -magnitude).astype(np.int16)


MULAW = _mulaw_table()
ALAW = _alaw_table()
