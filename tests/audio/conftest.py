"""Makes sound files of every kind with the encoders that PyAV brings."""

import wave
from collections.abc import Callable, Mapping
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

Sound = npt.NDArray[np.int16]
LAYOUTS = {1: "mono", 2: "stereo", 6: "5.1"}


@pytest.fixture
def voice() -> Callable[..., Sound]:
    """Noise in syllables and sentences with pauses, (channels, frames), the same every time."""

    def make(seconds: float, rate_hz: int = 8000, channels: int = 1, seed: int = 1) -> Sound:
        random = np.random.default_rng(seed)
        time_s = np.arange(round(seconds * rate_hz)) / rate_hz
        lines = []
        for channel in range(channels):
            noise = np.convolve(random.standard_normal(time_s.size), np.ones(4) / 4, "same")
            syllables = 0.55 + 0.45 * np.sin(2 * np.pi * (4 + channel) * time_s)
            sentences = np.sin(2 * np.pi * (0.23 + 0.07 * channel) * time_s + channel) > -0.3
            lines.append(noise * syllables * sentences * 5000 + random.standard_normal(time_s.size))
        return np.clip(np.rint(lines), -32768, 32767).astype(np.int16)

    return make


@pytest.fixture
def write_wav(tmp_path: Path) -> Callable[..., Path]:
    """Writes 16-bit PCM through the standard library."""

    def write(samples: Sound, rate_hz: int = 8000, name: str = "sound.wav") -> Path:
        path = tmp_path / name
        with wave.open(str(path), "wb") as file:
            file.setnchannels(samples.shape[0])
            file.setsampwidth(2)
            file.setframerate(rate_hz)
            file.writeframes(np.ascontiguousarray(samples.T, "<i2").tobytes())
        return path

    return write


@pytest.fixture
def encode(tmp_path: Path) -> Callable[..., Path]:
    """Encodes int16 samples with FFmpeg; `muxing` are options of the container."""

    def write(
        samples: Sound,
        name: str,
        codec: str,
        *,
        rate_hz: int = 8000,
        bit_rate: int | None = None,
        options: Mapping[str, str] | None = None,
        muxing: Mapping[str, str] | None = None,
        container_format: str | None = None,
    ) -> Path:
        path = tmp_path / name
        layout = LAYOUTS[samples.shape[0]]
        with av.open(
            str(path), "w", format=container_format, container_options=dict(muxing or {})
        ) as out:
            stream = out.add_stream(codec, rate=rate_hz, options=dict(options or {}))
            assert isinstance(stream, AudioStream)
            stream.layout = layout
            if bit_rate:
                stream.bit_rate = bit_rate
            interleaved = np.ascontiguousarray(samples.T).reshape(1, -1)
            frame = AudioFrame.from_ndarray(interleaved, format="s16", layout=layout)
            frame.sample_rate = rate_hz
            for packet in stream.encode(frame):
                out.mux(packet)
            for packet in stream.encode(None):
                out.mux(packet)
        return path

    return write


@pytest.fixture
def amr() -> Callable[[int], bytes]:
    """Seconds of noise as AMR at 12.2 kbit/s; not every PyAV has an encoder for it."""

    def make(seconds: int) -> bytes:
        random = np.random.default_rng(7)
        return b"#!AMR\n" + b"".join(b"\x3c" + random.bytes(31) for _ in range(50 * seconds))

    return make


@pytest.fixture
def lag() -> Callable[[Sound, Sound], int]:
    """By how many samples the second is late, where the two resemble each other most."""

    def measure(one: Sound, other: Sound) -> int:
        size = 1 << (one.size + other.size).bit_length()
        spectrum = np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size))
        at = int(np.argmax(np.fft.irfft(spectrum, size)))
        return at if at < size // 2 else at - size

    return measure
