"""WAV files whose samples can be read without a decoder: PCM, float, mu-law and A-law."""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

import numpy as np

from qa_desktop.audio.faults import fault, os_fault
from qa_desktop.audio.samples import ALAW, MULAW, Native, from_u8

BLOCK_BYTES = 1 << 19
"""Read at once: large enough for few calls, small enough to stay in the processor's cache."""

_EXTENSIBLE = 0xFFFE
_UNKNOWN_SIZES = frozenset({0, 0x7FFFFFFF, 0x7FFFF000, 0xFFFFFFFF})
"""What programs write as the data chunk's size when they stream or are killed."""

_CODECS = {
    (1, 8): "pcm_u8",
    (1, 16): "pcm_s16le",
    (1, 24): "pcm_s24le",
    (1, 32): "pcm_s32le",
    (3, 32): "pcm_f32le",
    (3, 64): "pcm_f64le",
    (6, 8): "pcm_alaw",
    (7, 8): "pcm_mulaw",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WavLayout:
    """Where the samples stand in the file.

    `frames` is what is really there, `promised_frames` what the header says, or None where it
    leaves that open.
    """

    codec: str
    channels: int
    sample_rate_hz: int
    frame_bytes: int
    data_start: int
    frames: int
    promised_frames: int | None


def read_layout(path: Path) -> WavLayout | None:
    """None: not a WAV, or one that needs a decoder. Raises ProblemError when its header is cut."""
    try:
        with path.open("rb") as file:
            return _parse(path, file, os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise os_fault(path, error) from error


def _parse(path: Path, file: BufferedReader, file_bytes: int) -> WavLayout | None:
    start = file.read(12)
    if start[:4] not in (b"RIFF", b"RF64") or start[8:12] not in (b"WAVE", b""):
        return None
    # A recorder that was killed leaves the sizes it began with, often 0.
    finished = start[4:8] == struct.pack("<I", max(0, file_bytes - 8) & 0xFFFFFFFF)
    long_data_bytes = 0
    form = b""
    while len(head := file.read(8)) == 8:
        name, size = struct.unpack("<4sI", head)
        if name == b"data":
            open_ended = (
                not long_data_bytes and size in _UNKNOWN_SIZES and not (finished and size == 0)
            )
            promised = None if open_ended else long_data_bytes or size
            return _layout(form, file.tell(), file_bytes, promised)
        here = file.tell()
        if name == b"fmt ":
            form = file.read(min(size, 64))
        elif name == b"ds64" and size >= 16:
            long_data_bytes = struct.unpack("<8xQ", file.read(16))[0]
        file.seek(here + size + (size & 1))
    raise fault(path, "truncated")


def _layout(
    form: bytes, data_start: int, file_bytes: int, promised_bytes: int | None
) -> WavLayout | None:
    if len(form) < 16:
        return None
    tag, channels, rate_hz, _, frame_bytes, bits = struct.unpack("<HHIIHH", form[:16])
    if tag == _EXTENSIBLE and len(form) >= 26:
        tag = struct.unpack("<H", form[24:26])[0]
    codec = _CODECS.get((tag, bits))
    if codec is None or not channels or not rate_hz or frame_bytes != channels * bits // 8:
        return None
    present = max(0, file_bytes - data_start)
    if promised_bytes is not None:
        present = min(present, promised_bytes)
    return WavLayout(
        codec=codec,
        channels=channels,
        sample_rate_hz=rate_hz,
        frame_bytes=frame_bytes,
        data_start=data_start,
        frames=present // frame_bytes,
        promised_frames=None if promised_bytes is None else promised_bytes // frame_bytes,
    )


class WavSource:
    """Reads the samples of one open WAV."""

    container = "wav"
    bad_packets = 0

    def __init__(self, path: Path, layout: WavLayout, file: BufferedReader) -> None:
        self._path = path
        self._layout = layout
        self._file = file
        self.codec = layout.codec
        self.channels = layout.channels
        self.sample_rate_hz = layout.sample_rate_hz
        self.expected_frames = layout.frames
        self.known_frames: int | None = layout.frames
        self.promised_frames = layout.promised_frames

    def close(self) -> None:
        self._file.close()

    def blocks(self, start: int = 0) -> Iterator[Native]:
        """(channels, frames) from frame `start` on."""
        layout = self._layout
        at_once = max(1, BLOCK_BYTES // layout.frame_bytes)
        self._file.seek(layout.data_start + start * layout.frame_bytes)
        left = max(0, layout.frames - start)
        while left:
            wanted = min(left, at_once) * layout.frame_bytes
            try:
                data = self._file.read(wanted)
            except OSError as error:
                raise os_fault(self._path, error) from error
            frames = len(data) // layout.frame_bytes
            if not frames:
                return  # The file became shorter while it was read.
            left -= frames
            yield _native(memoryview(data)[: frames * layout.frame_bytes], layout)


def _native(data: memoryview, layout: WavLayout) -> Native:
    """(channels, frames), transposed from how WAV interleaves them."""
    samples: Native
    match layout.codec:
        case "pcm_s16le":
            samples = np.frombuffer(data, "<i2")
        case "pcm_u8":
            samples = from_u8(np.frombuffer(data, np.uint8))
        case "pcm_mulaw":
            samples = MULAW[np.frombuffer(data, np.uint8)]
        case "pcm_alaw":
            samples = ALAW[np.frombuffer(data, np.uint8)]
        case "pcm_s24le":
            # The upper two of three bytes: what FFmpeg keeps of 24 bits.
            samples = np.frombuffer(data, np.uint8).reshape(-1, 3)[:, 1:].copy().view("<i2")[:, 0]
        case "pcm_s32le":
            samples = np.frombuffer(data, "<i2")[1::2]
        case "pcm_f32le":
            samples = np.frombuffer(data, "<f4")
        case _:
            samples = np.frombuffer(data, "<f8")
    return samples.reshape(-1, layout.channels).T
