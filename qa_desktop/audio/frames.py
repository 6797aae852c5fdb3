"""FFmpeg's small audio frames joined into large ones, and given to numpy."""

from collections.abc import Iterator
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.plane import AudioPlane

from qa_desktop.audio.samples import Native, from_u8, top_half

_DTYPES = {"u8": "u1", "s16": "i2", "s32": "i4", "flt": "f4", "dbl": "f8"}


class Joiner:
    """Joins frames inside FFmpeg, which is far cheaper than in Python.

    Recordings that were joined may change their format midway: `first` rules, what comes after is
    converted to it.
    """

    def __init__(self, first: AudioFrame) -> None:
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
        uniform = (self._format, self.rate_hz, self.channels)
        for frame in frames:
            # The queue checks format and rate itself, but would crash on fewer channels.
            takes = (frame.format.name, frame.sample_rate, frame.layout.nb_channels)
            if takes == uniform and self._converter is None:
                frame.pts = None
                fifo.write(frame)
            else:
                for part in self._converted(frame, takes, uniform):
                    self._untimed(part)
                    fifo.write(part)
            while fifo.samples >= at_once:
                joined = fifo.read(at_once)
                if joined is not None:
                    yield joined
        for part in self._drained():
            self._untimed(part)
            fifo.write(part)
        rest = fifo.read()
        if rest is not None:
            yield rest

    def _converted(
        self, frame: AudioFrame, takes: tuple[str, int, int], uniform: tuple[str, int, int]
    ) -> list[AudioFrame]:
        if takes == uniform:
            return [*self._drained(), frame]
        parts = [] if takes == self._converter_takes else self._drained()
        if self._converter is None:
            self._converter = av.AudioResampler(self._format, self._layout, self.rate_hz)
            self._converter_takes = takes
        return [*parts, *self._converter.resample(frame)]

    def _drained(self) -> list[AudioFrame]:
        """What the converter still holds back; it is not needed afterwards."""
        converter, self._converter = self._converter, None
        return [] if converter is None else converter.resample(None)

    def _untimed(self, frame: AudioFrame) -> None:
        """The queue insists on gapless time stamps in one unit; without any it takes what comes."""
        frame.pts = None
        if self._time_base is not None:
            frame.time_base = self._time_base


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
