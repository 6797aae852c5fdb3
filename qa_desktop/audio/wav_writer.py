"""Writes 16-bit WAV files that appear whole or not at all."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter
from pathlib import Path

import numpy as np

from qa_desktop.audio.faults import fault
from qa_desktop.audio.samples import Int16
from qa_desktop.base.problems import reason_of
from qa_desktop.base.whole_files import written_beside

_HEADER_BYTES = 44
_MOST_BYTES = 0xFFFFFFFF - _HEADER_BYTES


class WavWriter:
    """Takes blocks in order; made by `writing_wav`."""

    def __init__(
        self, path: Path, file: BufferedWriter, sample_rate_hz: int, channels: int
    ) -> None:
        self._path = path
        self._file = file
        self._rate_hz = sample_rate_hz
        self._channels = channels
        self._bytes = 0
        self._write_header()

    def write(self, block: Int16) -> None:
        """`block` is (channels, frames). Raises ProblemError where 4 GiB would be passed."""
        self._bytes += block.nbytes
        if self._bytes > _MOST_BYTES:
            raise fault(self._path, "too_big_for_wav")
        self._file.write(np.ascontiguousarray(block.T, "<i2").data)

    def finish(self) -> None:
        self._file.seek(0)
        self._write_header()

    def _write_header(self) -> None:
        frame_bytes = 2 * self._channels
        self._file.write(
            struct.pack(
                "<4sI4s4sIHHIIHH4sI",
                b"RIFF",
                _HEADER_BYTES - 8 + self._bytes,
                b"WAVE",
                b"fmt ",
                16,
                1,
                self._channels,
                self._rate_hz,
                self._rate_hz * frame_bytes,
                frame_bytes,
                16,
                b"data",
                self._bytes,
            )
        )


@contextmanager
def writing_wav(path: Path, sample_rate_hz: int, channels: int) -> Iterator[WavWriter]:
    """`path` is replaced when the block ends; if it ends by an exception nothing is left behind.

    Raises ProblemError (audio.not_written, audio.too_big_for_wav).
    """
    try:
        with written_beside(path, synced=False) as beside, beside.open("wb") as file:
            writer = WavWriter(path, file, sample_rate_hz, channels)
            yield writer
            writer.finish()
    except OSError as error:
        raise fault(path, "not_written", reason=reason_of(error)) from error
