"""FFmpeg's small audio frames joined into large ones, and given to numpy."""

from collections.abc import Iterator
from typing import Any

import av
import av.error
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.plane import AudioPlane

from qa_desktop.audio.samples import Native, from_u8, top_half

_DTYPES = {"u8": "u1", "s16": "i2", "s32": "i4", "flt": "f4", "dbl": "f8"}


class Joiner:
    """Joins frames inside FFmpeg, which is far cheaper than in Python.

    Recordings that were joined may change their format midway: `first` rules, what comes after is
    converted to it. `dropped` counts frames that can't be.
    """

    def __init__(self, first: AudioFrame) -> None:
        self.dropped = 0
        self.channels: int = first.layout.nb_channels
        self.rate_hz = first.sample_rate
        self._layout = first.layout
        self._time_base = first.time_base
        self._format: str = first.format.name
        self._converter: av.AudioResampler | None = None
        self._converter_takes = ("", 0, 0)

    def join(self, frames: Iterator[AudioFrame], at_once: int) -> Iterator[AudioFrame]:
        """Frames of `at_once` samples a channel; the last one may have fewer."""
        fifo = av.AudioFifo()
        for frame in frames:
            # This runs for each 20 ms of every recording.
            frame.pts = None
            if not self._fits(frame, fifo):
                self._convert(frame, fifo)
            while fifo.samples >= at_once:
                joined = fifo.read(at_once)
                if joined is not None:
                    yield joined
        self._drain(fifo)
        rest = fifo.read()
        if rest is not None:
            yield rest

    def _fits(self, frame: AudioFrame, fifo: av.AudioFifo) -> bool:
        """True when it was put into the queue as it is."""
        # The queue checks format and rate itself, but would crash on fewer channels.
        if frame.layout.nb_channels != self.channels or self._converter is not None:
            return False
        try:
            fifo.write(frame)
        except ValueError:
            return False
        return True

    def _convert(self, frame: AudioFrame, fifo: av.AudioFifo) -> None:
        """Into the format of the first frame, after what an earlier converter holds back."""
        takes = (frame.format.name, frame.sample_rate, frame.layout.nb_channels)
        if self._converter is None or takes != self._converter_takes:
            self._drain(fifo)
            self._converter = av.AudioResampler(self._format, self._layout, self.rate_hz)
            self._converter_takes = takes
        self._resample(self._converter, frame, fifo)

    def _drain(self, fifo: av.AudioFifo) -> None:
        converter, self._converter = self._converter, None
        if converter is not None:
            self._resample(converter, None, fifo)

    def _resample(
        self, converter: av.AudioResampler, taken: AudioFrame | None, fifo: av.AudioFifo
    ) -> None:
        """None draws what the converter holds back; one that took nothing refuses that too."""
        try:
            converted = converter.resample(taken)
        except av.error.MemoryError:
            raise
        except av.error.FFmpegError:
            self.dropped += 1
            return
        for frame in converted:
            # The queue insists on gapless time stamps in one unit; without any it takes all.
            frame.pts = None
            if self._time_base is not None:
                frame.time_base = self._time_base
            fifo.write(frame)


def native(frame: AudioFrame) -> Native:
    """(channels, frames); int16 for every integer format, a view where nothing is converted."""
    name: str = frame.format.name
    channels: int = frame.layout.nb_channels
    dtype: np.dtype[Any] = np.dtype(_DTYPES[name.removesuffix("p")])
    if name.endswith("p"):
        samples: Native = np.stack([_plane(plane, dtype, frame.samples) for plane in frame.planes])
    else:
        samples = _plane(frame.planes[0], dtype, frame.samples * channels)
        samples = samples.reshape(-1, channels).T
    if dtype == np.uint8:
        return from_u8(samples)
    if dtype == np.int32:
        return top_half(samples)
    return samples


def _plane(plane: AudioPlane, dtype: np.dtype[Any], count: int) -> Native:
    return np.frombuffer(memoryview(plane), dtype, count)
