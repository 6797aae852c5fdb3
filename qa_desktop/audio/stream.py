"""Sound that needs a decoder, read through FFmpeg's libraries (PyAV)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import av
import av.error
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from qa_desktop.audio.faults import check_readable, fault
from qa_desktop.audio.frames import Joiner, native
from qa_desktop.audio.samples import Native
from qa_desktop.base.problems import ProblemError

MAX_CHANNELS = 8
_BEGINNINGS = (
    b"RIFF",
    b"RF64",
    b"OggS",
    b"fLaC",
    b"ID3",
    b"#!AMR",
    b".snd",
    b"FORM",
    b"caff",
    b"riff",
    b"\x1aE\xdf\xa3",
    b"0&\xb2u\x8ef\xcf\x11",
    b"\xff\xf1",
    b"\xff\xf9",
    b"\xff\xfb",
    b"\xff\xf3",
)
"""What sound files begin with: one that can't be opened all the same is cut or damaged."""
# fmt: off
HEADERLESS = frozenset((
    ".ul", ".ulaw", ".mulaw", ".pcmu", ".al", ".alaw", ".pcma", ".g711", ".g726", ".pcm", ".raw",
    ".sln", ".sln16", ".l16", ".vox",
))
# fmt: on
"""Extensions of bare samples: what they are, only their recorder knows."""
_WHOLE_FRAMES = 1 << 17
_SPAN_FRAMES = 1 << 12
_PREROLL_S = 0.5
"""Decoded and dropped before a span: codecs remember what came before."""

# Formats that can point at other files or at the network (playlists) are not among these, nor are
# those whose rate FFmpeg would have to guess: it plays bare mu-law at 44.1 kHz.
_CONTAINERS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,caf,eac3,flac,flv,g722,g723_1,g729,"
    "gsm,ilbc,loas,matroska,mov,mp3,mpc,mpc8,mpeg,mpegts,nut,ogg,qcp,rm,tak,tta,voc,w64,"
    "wav,webm,wv,avi,image2,png_pipe,jpeg_pipe,gif"
)
_OPTIONS = {"format_whitelist": _CONTAINERS, "protocol_whitelist": "file"}
# Tags in other encodings must not keep a recording out. PyAV 19, which the lock names for Python
# 3.12 and later, lets them pass by itself and no longer takes the argument.
_TAGS: dict[str, Any] = (
    {"metadata_errors": "replace"} if int(av.__version__.partition(".")[0]) < 19 else {}
)
_EXACT_SEEK = frozenset({"flac", "ogg", "mov", "mp3"})
"""Containers whose time stamps tell the sample after a seek; in others a span is decoded to."""
_EXACT_SEEK_IN_WAV = frozenset({"gsm_ms"})
_EXACT_SEEK_IN_OGG = frozenset({"opus", "vorbis"})
"""Of other codecs FFmpeg counts the last page back from its end as if its last packet were full."""
_HONEST_LENGTH = frozenset(
    {"flac", "mov", "wav", "asf", "matroska", "caf", "aiff", "w64", "ogg", "au"}
)
"""Containers that write down how long the sound is; others only let FFmpeg estimate."""


def _open(path: Path) -> tuple[InputContainer, AudioStream]:
    try:
        container = av.open(str(path), "r", container_options=_OPTIONS, **_TAGS)
    except av.error.FFmpegError as error:
        raise _open_fault(path, error) from error
    streams = container.streams.audio
    if not streams:
        container.close()
        raise fault(path, "no_sound_stream")
    # Typed as never None, yet it is where FFmpeg has no decoder.
    if getattr(streams[0], "codec_context", None) is None:
        container.close()
        raise fault(path, "unknown_codec")
    return container, streams[0]


def _open_fault(path: Path, error: av.error.FFmpegError) -> ProblemError:
    if isinstance(error, OSError):
        check_readable(path)
    with path.open("rb") as file:
        start = file.read(12)
    if start.startswith(_BEGINNINGS) or start[4:8] == b"ftyp":
        return fault(path, "truncated")
    if path.suffix.lower() in HEADERLESS:
        return fault(path, "headerless", extension=path.suffix)
    return fault(path, "not_sound")


PREROLL_PACKETS = {
    # The bit reservoir reaches back up to 511 bytes: nine frames of the smallest ones.
    "mp3": 12,
    "mp3float": 12,
    # RFC 7845, 4.6: 80 ms to converge, in packets of 2.5 ms at least.
    "opus": 32,
    "libopus": 32,
}
"""Codecs that can begin anywhere, and how many packets before it they need to be in step.

Not AAC: its noise comes from a generator that runs from the start of the recording.
"""


@dataclass(slots=True)
class Place:
    """How far a stream was read. `steady`: frames of late that were all `frame_samples` long."""

    packets: int = 0
    bytes: int = 0
    samples: int = 0
    frame_samples: int = 0
    steady: int = 0

    def count(self, frames: Sequence[AudioFrame]) -> None:
        """Of one packet."""
        samples = sum(frame.samples for frame in frames)
        self.samples += samples
        self.steady = self.steady + 1 if samples == self.frame_samples else 0
        self.frame_samples = samples


class StreamSource:
    """The first sound stream of a file.

    Rate and channels are those of the first decoded frame: headers lie about them (HE-AAC names
    half its rate). `bad_packets` counts what could not be decoded so far. `promised_frames` is the
    header's word, None where it has none; `expected_frames` an estimate, 0 where there is none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container, self._stream = _open(path)
        try:
            self._read_first_frame()
        except BaseException:
            self._container.close()
            raise

    def _read_first_frame(self) -> None:
        self._broken = 0
        self.place = Place()
        self._stop_at: int | None = None
        self._demuxed: Iterator[Packet[AudioStream]] | None = None
        self.codec = self._stream.codec_context.name
        self.container = self._container.format.name.split(",")[0]
        frames = self._frames() if self._opens() else iter(())
        first = next(frames, None)
        if first is None:
            raise fault(self._path, "undecodable", codec=self.codec)
        self._from_start: Iterator[AudioFrame] | None = chain((first,), frames)
        self._first_pts = first.pts
        self._joiner = Joiner(first)
        self.sample_format: str = first.format.name
        self.channels = self._joiner.channels
        self.sample_rate_hz = self._joiner.rate_hz
        if self.channels > MAX_CHANNELS:
            raise fault(self._path, "too_many_channels", channels=self.channels, most=MAX_CHANNELS)
        seconds = self._promised_s()
        self.expected_frames = round(seconds * self.sample_rate_hz)
        honest = seconds and self.container in _HONEST_LENGTH
        self.known_frames: int | None = None
        self.promised_frames = self.expected_frames if honest else None

    def _opens(self) -> bool:
        """Whether the codec can work with what the header says; tried once, not at each packet."""
        try:
            self._stream.codec_context.open(strict=False)
        except av.error.MemoryError:
            raise
        except av.error.FFmpegError:
            return False
        return True

    @property
    def bad_packets(self) -> int:
        return self._broken + self._joiner.dropped

    def close(self) -> None:
        self._container.close()

    def _promised_s(self) -> float:
        if self._stream.duration and self._stream.time_base:
            return float(self._stream.duration * self._stream.time_base)
        return (self._container.duration or 0) / av.time_base

    def blocks(self, start: int = 0) -> Iterator[Native]:
        """(channels, frames) from frame `start` on, in the codec's own sample format."""
        frames, skip = self._starting_at(start)
        # After a start elsewhere a short span is wanted: little beyond it is decoded in vain.
        joined = self._joiner.join(frames, _SPAN_FRAMES if start else _WHOLE_FRAMES)
        for frame in joined:
            if skip < frame.samples:
                yield native(frame)[:, skip:]
            skip = max(0, skip - frame.samples)

    def stop_at(self, packet: int) -> None:
        """`blocks` ends before that packet of the file, counted from 0; `rest` goes on there."""
        self._stop_at = packet

    def rest(self, start: int | None = None) -> Iterator[Native]:
        """From where `stop_at` ended `blocks`; or from packet `start`, where nothing was read.

        Decoders remember what came before: the few packets before `start` are decoded in vain.
        """
        self._stop_at = None
        if start is not None:
            self._skip_to(start)
        for frame in self._joiner.join(self._frames(), _WHOLE_FRAMES):
            yield native(frame)

    def _skip_to(self, start: int) -> None:
        self._container.close()
        self._container, self._stream = _open(self._path)
        self._from_start, self._demuxed, self.place = None, None, Place()
        self._opens()
        first = start - PREROLL_PACKETS[self.codec]
        while self.place.packets < start:
            packet = next(self._demux(), None)
            if packet is None:
                return
            self.place.packets += 1
            if self.place.packets > first:
                with suppress(av.error.FFmpegError):
                    self._stream.codec_context.decode(packet)

    def _starting_at(self, start: int) -> tuple[Iterator[AudioFrame], int]:
        """Frames, and how many samples of them lie before `start`."""
        exact = self.container in _EXACT_SEEK or self.codec in _EXACT_SEEK_IN_WAV
        if self.container == "ogg":
            exact = self.codec in _EXACT_SEEK_IN_OGG
        # At the very start codecs drop their delay, after a seek to it they may not.
        if exact and start > _PREROLL_S * self.sample_rate_hz:
            found = self._seek(start)
            if found is not None:
                return found
        frames, self._from_start = self._from_start, None
        if frames is None:
            self._container.close()
            self._container, self._stream = _open(self._path)
            self._demuxed, self.place = None, Place()
            frames = self._frames()
        return frames, start

    def _seek(self, start: int) -> tuple[Iterator[AudioFrame], int] | None:
        """None where the container can't say exactly at which sample it has arrived."""
        time_base = self._stream.time_base
        if time_base is None or self._first_pts is None:
            return None
        self._from_start = self._demuxed = None
        ticks_per_sample = 1 / (time_base * self.sample_rate_hz)
        target = start - _PREROLL_S * self.sample_rate_hz
        try:
            self._container.seek(
                self._first_pts + int(target * ticks_per_sample), stream=self._stream
            )
        except av.error.FFmpegError:
            return None
        frames = self._frames()
        for frame in frames:
            if frame.pts is not None:
                at = round((frame.pts - self._first_pts) / ticks_per_sample)
                return (chain((frame,), frames), start - at) if 0 <= at <= start else None
        return None

    def _frames(self) -> Iterator[AudioFrame]:
        """Every frame that can be decoded; a broken packet costs only itself."""
        broken = 0
        place = self.place
        for packet in self._packets():
            place.packets += 1
            place.bytes += 0 if packet is None else packet.size
            try:
                frames = self._stream.codec_context.decode(packet)
            except av.error.MemoryError:
                raise
            except av.error.FFmpegError:
                broken += 1
                continue
            if frames:
                # Broken ones at the very end are padding as often as damage.
                self._broken += broken
                broken = 0
                place.count(frames)
            yield from frames
        if self._stop_at is not None:
            self._broken += broken

    def _packets(self) -> "Iterator[Packet[AudioStream] | None]":
        """Ends where the file can't be read on; an empty packet makes the codec give its rest."""
        try:
            while self._stop_at is None or self.place.packets < self._stop_at:
                packet = next(self._demux(), None)
                if packet is None:
                    return
                yield packet
        except av.error.MemoryError:
            raise
        except av.error.FFmpegError:
            # FFmpeg says "input/output error" of damaged files too.
            check_readable(self._path)
            self._broken += 1
            yield None

    def _demux(self) -> "Iterator[Packet[AudioStream]]":
        """The one that goes on where it was left."""
        if self._demuxed is None:
            self._demuxed = iter(self._container.demux(self._stream))
        return self._demuxed
