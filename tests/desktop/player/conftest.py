"""Real files in which every sample tells its own time, and players that nobody hears."""

import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Player

RATE_HZ = 8000
SPEECH_HZ = 16_000


@pytest.fixture(scope="session")
def coded_wav(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds; left holds the moment in ms as its sample value, right its negative."""
    moments = (np.arange(8 * RATE_HZ) * 1000 // RATE_HZ).astype(np.int16)
    file = tmp_path_factory.mktemp("sound") / "coded.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(np.stack([moments, -moments], axis=1).tobytes())
    return file


def _chirps() -> NDArray[np.int16]:
    """Three seconds of stereo noise bursts: something a codec has to work on."""
    noise = np.random.default_rng(7).normal(0, 6000, (2, 3 * SPEECH_HZ))
    swell = np.abs(np.sin(np.arange(3 * SPEECH_HZ) / SPEECH_HZ * np.pi * 2))
    return (noise * swell).clip(-32767, 32767).astype(np.int16)


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Makes `encoded(name, codec)`, three seconds long."""
    folder = tmp_path_factory.mktemp("encoded")

    def encode(name: str, codec: str) -> Path:
        file = folder / name
        if file.exists():
            return file
        # Without a Xing header a variable rate leaves players to guess where they are.
        options = {"write_xing": "0"} if name.endswith(".mp3") else {}
        with av.open(str(file), "w", options=options) as out:
            stream = out.add_stream(codec, rate=SPEECH_HZ, layout="stereo")
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(_chirps().T.reshape(1, -1)), format="s16", layout="stereo"
            )
            frame.sample_rate = SPEECH_HZ
            for packet in (*stream.encode(frame), *stream.encode(None)):
                out.mux(packet)
        return file

    return encode


@pytest.fixture(params=["vlc", "qt"])
def player(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Player]:
    made = make_player(request.param, headless=True)
    yield made
    made.close()
