"""Gives the samples of a recording: all of it in blocks, or a span exact to the sample."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from qa_desktop.audio.merge import merge_pair
from qa_desktop.audio.samples import Int16, to_int16
from qa_desktop.audio.source import open_source
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.progress import NoProgress, Progress

__all__ = ["decode", "merge_pair", "read_span", "write_pcm_proxy"]


def decode(path: Path) -> Iterator[Int16]:
    """Blocks (channels, frames), none empty. Raises ProblemError (audio.*)."""
    with open_source(path) as source:
        for block in source.blocks():
            yield to_int16(block).copy()


def read_span(path: Path, start_ms: int, end_ms: int) -> Int16:
    """(channels, frames) from `start_ms` up to `end_ms`, fewer where the recording ends before.

    Frame n of the recording is at n / rate; in formats without exact seeking everything before
    the span is decoded first. Raises ProblemError (audio.*).
    """
    with open_source(path) as source:
        first = max(0, start_ms) * source.sample_rate_hz // 1000
        wanted = max(0, end_ms * source.sample_rate_hz // 1000 - first)
        span = np.zeros((source.channels, wanted), np.int16)
        filled = 0
        if wanted:
            for block in source.blocks(first):
                part = to_int16(block[:, : wanted - filled])
                span[:, filled : filled + part.shape[1]] = part
                filled += part.shape[1]
                if filled == wanted:
                    break
        return span[:, :filled]


def write_pcm_proxy(path: Path, out_wav: Path, progress: Progress | None = None) -> None:
    """The same sound as 16-bit WAV, which every player seeks exactly.

    Raises ProblemError (audio.*), and Cancelled; then `out_wav` is as it was.
    """
    progress = progress or NoProgress()
    with (
        open_source(path) as source,
        writing_wav(out_wav, source.sample_rate_hz, source.channels) as wav,
    ):
        frames = 0
        for block in source.blocks():
            wav.write(to_int16(block))
            frames += block.shape[1]
            progress.report(frames, max(frames, source.expected_frames))
