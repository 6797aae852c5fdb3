"""Joins two one-sided recordings of a call into one with a channel each."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame

from qa_desktop.audio.frames import native
from qa_desktop.audio.samples import Int16, to_int16
from qa_desktop.audio.source import Source, open_source
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.progress import NoProgress, Progress

_BLOCK_FRAMES = 1 << 16


def merge_pair(
    left: Path,
    right: Path,
    out_wav: Path,
    left_offset_ms: int = 0,
    right_offset_ms: int = 0,
    progress: Progress | None = None,
) -> None:
    """Writes a stereo 16-bit WAV at the higher of both rates.

    An offset is how long after the call's start that side's recording begins: that much silence
    goes before it; where it is negative that much of its beginning is left out. The shorter side
    ends in silence. A side with several channels is mixed to one. Raises ProblemError (audio.*),
    and Cancelled; then `out_wav` is as it was.
    """
    progress = progress or NoProgress()
    with open_source(left) as left_source, open_source(right) as right_source:
        rate_hz = max(left_source.sample_rate_hz, right_source.sample_rate_hz)
        expected = max(
            source.expected_frames * rate_hz // source.sample_rate_hz
            for source in (left_source, right_source)
        )
        sides = (
            _Side(left_source, rate_hz, left_offset_ms),
            _Side(right_source, rate_hz, right_offset_ms),
        )
        with writing_wav(out_wav, rate_hz, 2) as wav:
            frames = 0
            while max(side.fill() for side in sides):
                both = np.stack([side.take() for side in sides])
                length = max(side.taken for side in sides)
                wav.write(both[:, :length])
                frames += length
                progress.report(frames, max(frames, expected))


class _Side:
    """One speaker as a queue of mono samples at the common rate."""

    def __init__(self, source: Source, rate_hz: int, offset_ms: int) -> None:
        before_call = max(0, -offset_ms) * source.sample_rate_hz // 1000
        self._parts = _at_rate(source, rate_hz, before_call)
        self._silence = max(0, offset_ms) * rate_hz // 1000
        self._waiting = np.empty(0, np.int16)
        self.taken = 0

    def fill(self) -> int:
        """How many samples are waiting; 0 when nothing is left."""
        while self._waiting.size < _BLOCK_FRAMES:
            if self._silence:
                quiet = min(self._silence, _BLOCK_FRAMES)
                self._silence -= quiet
                part = np.zeros(quiet, np.int16)
            else:
                found = next(self._parts, None)
                if found is None:
                    break
                part = found
            self._waiting = np.concatenate((self._waiting, part))
        return self._waiting.size

    def take(self) -> Int16:
        """A block, of which `taken` samples are real; silence follows them."""
        block = np.zeros(_BLOCK_FRAMES, np.int16)
        self.taken = min(self._waiting.size, _BLOCK_FRAMES)
        block[: self.taken] = self._waiting[: self.taken]
        self._waiting = self._waiting[self.taken :]
        return block


def _at_rate(source: Source, rate_hz: int, start: int) -> Iterator[Int16]:
    """Mono samples from frame `start` on, resampled where `source` has another rate."""
    blocks = (_mono(to_int16(block)) for block in source.blocks(start))
    if source.sample_rate_hz == rate_hz:
        yield from blocks
        return
    resampler = av.AudioResampler("s16", "mono", rate_hz)
    for block in blocks:
        frame = AudioFrame.from_ndarray(block[np.newaxis], format="s16", layout="mono")
        frame.sample_rate = source.sample_rate_hz
        for converted in resampler.resample(frame):
            yield native(converted)[0]
    for converted in resampler.resample(None):
        yield native(converted)[0]


def _mono(samples: Int16) -> Int16:
    if samples.shape[0] == 1:
        only: Int16 = samples[0].copy()
        return only
    mixed: Int16 = np.rint(samples.mean(axis=0, dtype=np.float32)).astype(np.int16)
    return mixed
