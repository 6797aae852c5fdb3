"""Opens a sound file, by its own bytes where they suffice, else through FFmpeg."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from qa_desktop.audio.faults import fault, os_fault
from qa_desktop.audio.samples import Native
from qa_desktop.audio.stream import HEADERLESS, MAX_CHANNELS, StreamSource
from qa_desktop.audio.wav import WavSource, read_layout

MAX_DURATION_H = 24
_AMR = b"#!AMR"
_BARE = HEADERLESS | {".g722", ".g729", ".gsm"}
"""Extensions of sound that begins with its first sample, which may be any byte."""
_TEXT_BYTES = 4096
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


class Source(Protocol):
    """An open sound; `blocks` gives native samples (channels, frames) from a frame on.

    `promised_frames` is the header's word or
    None, `expected_frames` an estimate or 0, `known_frames` exact or None until all is decoded.
    """

    codec: str
    container: str
    channels: int
    sample_rate_hz: int
    expected_frames: int
    promised_frames: int | None
    known_frames: int | None

    @property
    def bad_packets(self) -> int: ...

    def blocks(self, start: int = 0) -> Iterator[Native]: ...

    def close(self) -> None: ...


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Raises ProblemError (audio.*) when there is no sound in `path` that can be read."""
    with closing(_open(path)) as source:
        yield source


def _open(path: Path) -> Source:
    _refuse_what_is_no_sound(path)
    layout = read_layout(path)
    if layout is None:
        return StreamSource(path)
    if layout.channels > MAX_CHANNELS:
        raise fault(path, "too_many_channels", channels=layout.channels, most=MAX_CHANNELS)
    try:
        return WavSource(path, layout, path.open("rb"))
    except OSError as error:
        raise os_fault(path, error) from error


def _refuse_what_is_no_sound(path: Path) -> None:
    """FFmpeg would play some texts as subtitles or as raw samples."""
    try:
        with path.open("rb") as file:
            start = file.read(_TEXT_BYTES)
    except OSError as error:
        raise os_fault(path, error) from error
    if not start:
        raise fault(path, "empty")
    encodings = ("utf-8",) if path.suffix.lower() in _BARE else ("utf-8", "gb18030")
    if _is_text(start, encodings) and not start.startswith(_AMR):
        raise fault(path, "is_text")


def _is_text(start: bytes, encodings: Sequence[str]) -> bool:
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decodes(start[: len(start) & ~1], "utf-16")
    if not _BINARY.isdisjoint(start):
        return False
    # A character may be cut in two at the end of what was read.
    return any(
        _decodes(start[: len(start) - cut], encoding) for encoding in encodings for cut in range(4)
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def too_long(frames: int, sample_rate_hz: int) -> bool:
    return frames > MAX_DURATION_H * 3600 * sample_rate_hz
