"""Writes waveforms in BBC audiowaveform's data format, version 2, for other programs.

https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md
"""

import json
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

import numpy as np

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.faults import fault
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.peaks import Peaks, cell_samples
from qa_desktop.audio.samples import Int16
from qa_desktop.audio.source import open_source
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import reason_of
from qa_desktop.base.progress import NoProgress, Progress

FEWEST_SAMPLES_PER_PIXEL = 2
MOST_SAMPLES_PER_PIXEL = 2**31 - 1
_VERSION = 2
_FLAG_8_BITS = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waveform:
    """Lowest and highest sample of each pixel, (channels, pixels)."""

    sample_rate_hz: int
    samples_per_pixel: int
    low: Int16
    high: Int16


def make_waveform(
    path: Path, samples_per_pixel: int, cache: PeakCache | None, progress: Progress | None = None
) -> Waveform:
    """Exact for any `samples_per_pixel` from 2 on.

    Where a pixel is no whole number of cells, or without a `cache`, the sound is read. Raises
    ProblemError (audio.*), and Cancelled.
    """
    with open_source(path) as source:
        fits = samples_per_pixel % cell_samples(source.sample_rate_hz) == 0
    if cache is not None and fits:
        return _from_peaks(cache.peaks(path, progress=progress), samples_per_pixel)
    return _from_sound(path, samples_per_pixel, progress or NoProgress())


def _from_peaks(peaks: Peaks, samples_per_pixel: int) -> Waveform:
    level = next(
        level for level in reversed(peaks.levels) if samples_per_pixel % level.samples_per_cell == 0
    )
    starts = np.arange(0, level.cells, samples_per_pixel // level.samples_per_cell)
    return Waveform(
        sample_rate_hz=peaks.sample_rate_hz,
        samples_per_pixel=samples_per_pixel,
        low=np.minimum.reduceat(level.low, starts, axis=1),
        high=np.maximum.reduceat(level.high, starts, axis=1),
    )


def _from_sound(path: Path, samples_per_pixel: int, progress: Progress) -> Waveform:
    with open_source(path) as source:
        reducer = CellReducer(source.channels, samples_per_pixel)
        for block in source.blocks():
            reducer.add(block)
            progress.report(reducer.frames, max(reducer.frames, source.expected_frames))
        if not reducer.frames:
            raise fault(path, "no_samples")
        low, high, _ = reducer.cells()
        return Waveform(
            sample_rate_hz=source.sample_rate_hz,
            samples_per_pixel=samples_per_pixel,
            low=low,
            high=high,
        )


def save_waveform(waveform: Waveform, file: Path, bits: int = 16) -> None:
    """As JSON where `file` ends in .json, else as .dat. Raises ProblemError audio.not_written."""
    beside = file.with_name(f"{file.name}.{new_id()}.tmp")
    try:
        if file.suffix.lower() == ".json":
            with beside.open("w", encoding="ascii", newline="\n") as text:
                write_json(waveform, text, bits)
        else:
            with beside.open("wb") as binary:
                write_dat(waveform, binary, bits)
        beside.replace(file)
    except OSError as error:
        raise fault(file, "not_written", reason=reason_of(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_dat(waveform: Waveform, out: BinaryIO, bits: int = 16) -> None:
    """A header of 24 bytes, then low and high of each channel, pixel by pixel."""
    channels, pixels = waveform.low.shape
    out.write(
        struct.pack(
            "<iIiiIi",
            _VERSION,
            _FLAG_8_BITS if bits == 8 else 0,
            waveform.sample_rate_hz,
            waveform.samples_per_pixel,
            pixels,
            channels,
        )
    )
    out.write(_interleaved(waveform, bits).astype("<i1" if bits == 8 else "<i2").tobytes())


def write_json(waveform: Waveform, out: TextIO, bits: int = 16) -> None:
    channels, pixels = waveform.low.shape
    document = {
        "version": _VERSION,
        "channels": channels,
        "sample_rate": waveform.sample_rate_hz,
        "samples_per_pixel": waveform.samples_per_pixel,
        "bits": bits,
        "length": pixels,
        "data": _interleaved(waveform, bits).tolist(),
    }
    out.write(json.dumps(document, separators=(",", ":")) + "\n")


def _interleaved(waveform: Waveform, bits: int) -> Int16:
    pairs: Int16 = np.stack((waveform.low, waveform.high), axis=-1).transpose(1, 0, 2).reshape(-1)
    if bits == 8:
        # audiowaveform divides as C++ does: towards zero, not downwards.
        return np.trunc(pairs / 256).astype(np.int16)
    return pairs
