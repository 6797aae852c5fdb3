"""Writes the recordings of one call, a transfer's legs, as one sound on one clock."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.frames import native
from qa_desktop.audio.peaks import PARTIAL_EVERY_S, Peaks, cell_samples, pyramid
from qa_desktop.audio.samples import Int16, to_int16
from qa_desktop.audio.source import Source, open_source
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress, Progress

_BLOCK_FRAMES = 1 << 16
_MOST_BYTES = 0xFFFFFFFF - 4096
"""Of a WAV; what would be longer is written at half the rate."""
_FULL_SCALE = (-32768, 32767)


class Voices(StrEnum):
    """Where the speakers of a leg are heard."""

    AGENT_LEFT = "agent_left"
    AGENT_RIGHT = "agent_right"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundLeg:
    """A recording and its place; `path` None: it is not at hand, its time stays silent.

    `start_ms` counts from where the whole begins. What the file holds past `duration_ms` is left
    out, what it lacks is silence.
    """

    path: Path | None
    start_ms: int
    duration_ms: int
    sample_rate_hz: int
    voices: Voices


class LegError(ProblemError):
    """`index` says which of the legs can't be read."""

    def __init__(self, index: int, error: ProblemError) -> None:
        super().__init__(error.problems)
        self.index = index


def channels_of(legs: Sequence[SoundLeg]) -> int:
    """2, the agent left and the customer right, unless no leg tells them apart."""
    return 1 if all(leg.voices is Voices.TOGETHER for leg in legs) else 2


def join_legs(
    legs: Sequence[SoundLeg],
    out_wav: Path,
    *,
    on_partial: Callable[[Peaks], None] | None = None,
    progress: Progress | None = None,
) -> None:
    """Writes a 16-bit WAV at the highest rate of all legs.

    Where legs overlap both are heard; a leg with both speakers in one channel is on both sides.
    `on_partial` gets the peaks so far every 250 ms, in this thread. Raises LegError,
    ProblemError audio.not_written, and Cancelled; then `out_wav` is as it was.
    """
    progress = progress or NoProgress()
    channels = channels_of(legs)
    end_ms = max(leg.start_ms + leg.duration_ms for leg in legs)
    rate_hz = _rate(max(leg.sample_rate_hz for leg in legs), end_ms, channels)
    total = _frame(end_ms, rate_hz)
    shown_at = time.monotonic()
    with (
        ExitStack() as opened,
        writing_wav(out_wav, rate_hz, channels) as wav,
        ThreadPoolExecutor(1) as pool,
    ):
        reducer = CellReducer(channels, cell_samples(rate_hz), pool)
        readers = [_Reader(index, leg, rate_hz, channels) for index, leg in enumerate(legs)]
        for at in range(0, total, _BLOCK_FRAMES):
            block = _mixed(readers, at, min(_BLOCK_FRAMES, total - at), channels, opened)
            wav.write(block)
            progress.report(at, total)
            if on_partial is None:
                continue
            reducer.add(block)
            if time.monotonic() - shown_at >= PARTIAL_EVERY_S:
                on_partial(pyramid(reducer.cells(), reducer.frames, rate_hz))
                shown_at = time.monotonic()


def _rate(rate_hz: int, end_ms: int, channels: int) -> int:
    while _frame(end_ms, rate_hz) * channels * 2 > _MOST_BYTES:
        rate_hz //= 2
    return rate_hz


def _frame(moment_ms: int, rate_hz: int) -> int:
    return round(moment_ms * rate_hz / 1000)


def _mixed(
    readers: Sequence["_Reader"], at: int, frames: int, channels: int, opened: ExitStack
) -> Int16:
    """All that is heard from frame `at` on."""
    block = np.zeros((channels, frames), np.int16)
    for reader in readers:
        first, end = max(at, reader.first), min(at + frames, reader.end)
        if first >= end:
            continue
        place = slice(first - at, end - at)
        heard = reader.take(end - first, opened)
        if block[:, place].any():
            both = block[:, place].astype(np.int32) + heard
            heard = np.clip(both, *_FULL_SCALE).astype(np.int16)
        block[:, place] = heard
    return block


class _Reader:
    """One leg as a queue of samples at the common rate, in the common channels.

    Its file is opened when its first sample is due: a damaged leg is known by its index.
    """

    def __init__(self, index: int, leg: SoundLeg, rate_hz: int, channels: int) -> None:
        self.first = _frame(leg.start_ms, rate_hz)
        self.end = _frame(leg.start_ms + leg.duration_ms, rate_hz)
        self._index = index
        self._leg = leg
        self._rate_hz = rate_hz
        self._channels = channels
        self._waiting = np.empty((channels, 0), np.int16)
        self._parts: Iterator[Int16] | None = None

    def take(self, frames: int, opened: ExitStack) -> Int16:
        """The next `frames`; silence after its end."""
        try:
            if self._parts is None:
                self._parts = self._open(opened)
            while self._waiting.shape[1] < frames:
                part = next(self._parts, None)
                if part is None:
                    missing = frames - self._waiting.shape[1]
                    part = np.zeros((self._channels, missing), np.int16)
                self._waiting = np.concatenate((self._waiting, part), axis=1)
        except ProblemError as error:
            raise LegError(self._index, error) from error
        taken, self._waiting = self._waiting[:, :frames], self._waiting[:, frames:]
        return taken

    def _open(self, opened: ExitStack) -> Iterator[Int16]:
        if self._leg.path is None:
            return iter(())
        source = opened.enter_context(open_source(self._leg.path))
        arranged = (self._arranged(to_int16(block)) for block in source.blocks())
        return _at_rate(arranged, source, self._rate_hz, self._channels)

    def _arranged(self, block: Int16) -> Int16:
        """The agent first, then the customer; or both in each channel."""
        if self._leg.voices is not Voices.TOGETHER and block.shape[0] >= 2:
            return block[1::-1] if self._leg.voices is Voices.AGENT_RIGHT else block[:2]
        mono = block
        if block.shape[0] > 1:
            mono = np.rint(block.mean(axis=0, dtype=np.float32, keepdims=True)).astype(np.int16)
        return np.repeat(mono, self._channels, axis=0)


def _at_rate(
    blocks: Iterator[Int16], source: Source, rate_hz: int, channels: int
) -> Iterator[Int16]:
    if source.sample_rate_hz == rate_hz:
        yield from blocks
        return
    layout = "mono" if channels == 1 else "stereo"
    resampler = av.AudioResampler("s16p", layout, rate_hz)
    for block in blocks:
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block), format="s16p", layout=layout)
        frame.sample_rate = source.sample_rate_hz
        for converted in resampler.resample(frame):
            yield native(converted)
    for converted in resampler.resample(None):
        yield native(converted)
