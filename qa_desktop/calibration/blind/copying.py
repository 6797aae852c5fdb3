"""Copies recordings as bare sound: FLAC of their samples, without a word about them."""

import hashlib
import struct
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path

import av
import av.error
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame

from qa_desktop.audio.faults import fault
from qa_desktop.audio.samples import Int16, to_int16
from qa_desktop.audio.source import MAX_DURATION_H, open_source, too_long
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.base.whole_files import written_beside

FLAC_SUFFIX = ".flac"

# "fLaC", then one block of metadata, which is the last one: what a decoder must know (RFC 9639,
# 8.2), 34 bytes. FFmpeg's own writer would add a block that names the program, and padding.
_MARK = b"fLaC"
_INFO_BYTES = 34
_ONLY_BLOCK = struct.pack(">B3s", 0x80, _INFO_BYTES.to_bytes(3, "big"))
_AT_ONCE = 1 << 16
_LAYOUTS = ("mono", "stereo", "3.0", "quad", "5.0", "5.1", "6.1", "7.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class BareCopy:
    """What was written. `frames` are samples a channel, `sha256` hexadecimal."""

    sha256: str
    frames: int
    sample_rate_hz: int
    channels: int

    @property
    def duration_ms(self) -> int:
        return round(self.frames * 1000 / self.sample_rate_hz)


def copy_recording(source: Path, to: Path, progress: Progress | None = None) -> BareCopy:
    """The samples of `source`, as `audio.decode` gives them, in a FLAC file that holds no more.

    No tags, no pictures, no names, no dates, no program: two copies of the same sound are the same
    bytes. Rate and channels stay; more than 16 bits a sample become 16, as everywhere here.
    Progress counts samples. Raises ProblemError (audio.*, calibration.copy_not_written) and
    Cancelled; then there is no `to`.
    """
    told = progress or NoProgress()
    try:
        with open_source(source) as sound, written_beside(to) as beside, beside.open("wb") as file:
            rate_hz, expected = sound.sample_rate_hz, sound.known_frames or sound.expected_frames
            writing = _Writer(source, file, rate_hz, sound.channels)
            for block in sound.blocks():
                writing.take(to_int16(block))
                if too_long(writing.frames, rate_hz):
                    raise fault(source, "too_long", most_h=MAX_DURATION_H)
                told.report(writing.frames, max(writing.frames, expected))
            writing.finish()
            channels, frames = sound.channels, writing.frames
    except OSError as error:
        where, values = Where(file=str(to)), {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="calibration.copy_not_written", where=where, values=values)
        ) from error
    if not frames:
        to.unlink()
        raise fault(source, "no_samples")
    with to.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return BareCopy(sha256=sha256, frames=frames, sample_rate_hz=rate_hz, channels=channels)


class _Writer:
    """The encoder alone, without a container's writer: what it gives goes to the file as it is."""

    def __init__(self, source: Path, file: BufferedWriter, rate_hz: int, channels: int) -> None:
        self.frames = 0
        self._source = source
        self._file = file
        self._layout = _LAYOUTS[channels - 1]
        self._rate_hz = rate_hz
        encoder = av.CodecContext.create("flac", "w")
        if not isinstance(encoder, AudioCodecContext):
            raise TypeError("FLAC is no sound here")
        encoder.sample_rate = rate_hz
        encoder.layout = self._layout
        encoder.format = "s16"
        # What is faster than this would differ between machines in its threads, not in its sound.
        encoder.thread_count = 1
        self._encoder = encoder
        self._write_head(bytes(_INFO_BYTES))

    def take(self, block: Int16) -> None:
        """(channels, frames)"""
        for start in range(0, block.shape[1], _AT_ONCE):
            part = block[:, start : start + _AT_ONCE]
            packed = np.ascontiguousarray(part.T).reshape(1, -1)
            frame = AudioFrame.from_ndarray(packed, format="s16", layout=self._layout)
            frame.sample_rate = self._rate_hz
            frame.pts = self.frames
            self.frames += part.shape[1]
            self._encode(frame)

    def finish(self) -> None:
        """Writes what is held back, and the head again: now it tells how many samples there are."""
        if self.frames:
            self._encode(None)
            self._file.seek(0)
            self._write_head(bytes(self._encoder.extradata or b""))

    def _encode(self, frame: AudioFrame | None) -> None:
        try:
            for packet in self._encoder.encode(frame):
                self._file.write(bytes(packet))
        except av.error.MemoryError:
            raise
        except av.error.FFmpegError as error:
            values = {"rate_hz": self._rate_hz}
            where = Where(file=str(self._source))
            raise ProblemError(
                Problem(code="calibration.copy_not_encoded", where=where, values=values)
            ) from error

    def _write_head(self, info: bytes) -> None:
        if len(info) != _INFO_BYTES:
            raise ValueError(f"STREAMINFO of {len(info)} bytes")
        self._file.write(_MARK + _ONLY_BLOCK + info)


def is_bare(file: Path) -> bool:
    """Whether a FLAC file holds sound and nothing said about it; False for any other file too."""
    with file.open("rb") as opened:
        start = opened.read(len(_MARK) + len(_ONLY_BLOCK))
    return start == _MARK + _ONLY_BLOCK
