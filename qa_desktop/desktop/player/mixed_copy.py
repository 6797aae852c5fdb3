"""A plain copy of a recording in which each side has its own loudness, changed while it plays."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa_desktop.audio.decode import decode
from qa_desktop.audio.faults import fault
from qa_desktop.audio.probe import probe
from qa_desktop.audio.samples import Int16
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.problems import reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.player.protocol import Solo

_FULL_PCT = 100
_SAMPLE_BYTES = 2
# What is to be heard next is written first, in a piece small enough to be there in a moment.
_FIRST_S = 5
_CHUNK_FRAMES = 1 << 19


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """`solo` puts one side, at its own loudness, in both ears."""

    left_pct: int = _FULL_PCT
    right_pct: int = _FULL_PCT
    solo: Solo = Solo.BOTH

    def apply(self, block: Int16) -> Int16:
        """`block` is (channels, frames); only the first two channels are sides."""
        if self == Mix() or len(block) == 1:
            return block
        mixed = block.copy()
        mixed[0] = _louder(block[1 if self.solo is Solo.RIGHT else 0], self._pct(Solo.LEFT))
        mixed[1] = _louder(block[0 if self.solo is Solo.LEFT else 1], self._pct(Solo.RIGHT))
        return mixed

    def _pct(self, ear: Solo) -> int:
        side = ear if self.solo is Solo.BOTH else self.solo
        return self.left_pct if side is Solo.LEFT else self.right_pct


def _louder(samples: Int16, percent: int) -> Int16:
    if percent == _FULL_PCT:
        return samples
    scaled = samples.astype(np.int32) * percent // _FULL_PCT
    return np.clip(scaled, -32_768, 32_767).astype(np.int16)


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedCopy:
    """`plain` holds the sound as recorded, `mixed` is what plays; both are WAV, sample for sample
    the recording.
    """

    plain: Path
    mixed: Path
    rate_hz: int
    channels: int
    frames: int

    def rewrite(self, mix: Mix, from_ms: int, progress: Progress) -> None:
        """In place, so that the engine plays on: from `from_ms` to the end, then what is before.

        Raises Cancelled, and ProblemError where the disk fails.
        """
        try:
            self._rewrite(mix, from_ms, progress)
        except OSError as error:
            raise fault(self.mixed, "not_written", reason=reason_of(error)) from error

    def _rewrite(self, mix: Mix, from_ms: int, progress: Progress) -> None:
        begin = min(from_ms * self.rate_hz // 1000, self.frames)
        first = min(begin + _FIRST_S * self.rate_hz, self.frames)
        spans = [(begin, first), *_chunks(first, self.frames), *_chunks(0, begin)]
        done = 0
        with self.plain.open("rb") as source, self.mixed.open("r+b", buffering=0) as out:
            for start, end in spans:
                out.seek(self._offset(self.mixed, start))
                source.seek(self._offset(self.plain, start))
                data = source.read((end - start) * self._frame_bytes)
                block = np.frombuffer(data, "<i2").reshape(-1, self.channels).T
                out.write(np.ascontiguousarray(mix.apply(block).T, "<i2").data)
                done += end - start
                progress.report(done, self.frames)

    @property
    def _frame_bytes(self) -> int:
        return self.channels * _SAMPLE_BYTES

    def _offset(self, file: Path, frame: int) -> int:
        """The samples are the last thing in these files."""
        return file.stat().st_size - (self.frames - frame) * self._frame_bytes


def _chunks(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _CHUNK_FRAMES, end)) for at in range(start, end, _CHUNK_FRAMES)]


def make_mixed_copy(
    source: Path, plain: Path | None, out: tuple[Path, Path], mix: Mix, progress: Progress
) -> MixedCopy | None:
    """None for a recording with one channel: it has no sides.

    `plain` is a copy of `source` that is there already; else it is written to `out[0]`, the mixed
    one always to `out[1]`. Raises ProblemError (audio.*) and Cancelled.
    """
    info = probe(source)
    if info.channels == 1:
        return None
    frames = 0
    with ExitStack() as files:
        shape = (info.sample_rate_hz, info.channels)
        mixed_wav = files.enter_context(writing_wav(out[1], *shape))
        plain_wav = files.enter_context(writing_wav(out[0], *shape)) if plain is None else None
        for block in decode(plain or source):
            if plain_wav is not None:
                plain_wav.write(block)
            mixed_wav.write(mix.apply(block))
            frames += block.shape[1]
            progress.report(frames, max(frames, info.frames))
    return MixedCopy(
        plain=plain or out[0],
        mixed=out[1],
        rate_hz=info.sample_rate_hz,
        channels=info.channels,
        frames=frames,
    )
