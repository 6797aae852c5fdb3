"""Real files in which every sample tells its own time, and players that nobody hears."""

import ctypes
import os
import shutil
import subprocess
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QAudioBuffer, QAudioFormat
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.engines import vlc_module
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.player.qt_player import QtPlayer
from qa_desktop.desktop.player.vlc_player import VlcPlayer

Blocks = list[tuple[float, NDArray[np.int16]]]

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


def _vlc(heard: Callable[[float, NDArray[np.int16]], None]) -> ClockedPlayer:
    """VLC gives each block to memory, with the moment it is due."""
    vlc = vlc_module()
    player = VlcPlayer()

    def take(_: object, samples: int, frames: int, due_us: int) -> None:
        data = ctypes.cast(samples, ctypes.POINTER(ctypes.c_int16))
        block = np.ctypeslib.as_array(data, (frames, 2)).copy()
        heard(time.monotonic() + (due_us - vlc.libvlc_clock()) / 1e6, block)

    callback = vlc.CallbackDecorators.AudioPlayCb(take)
    player._engine.held.append(callback)
    native = player._engine._player
    native.audio_set_callbacks(callback, None, None, None, None, None)
    native.audio_set_format("S16N", RATE_HZ, 2)
    return player


def _qt(heard: Callable[[float, NDArray[np.int16]], None]) -> ClockedPlayer:
    """Qt gives each block when it plays it."""
    player = QtPlayer(headless=True)

    def take(buffer: QAudioBuffer) -> None:
        at = time.monotonic()
        if buffer.byteCount() == 0:
            return
        data, shape = bytes(buffer.constData()), buffer.format()
        if shape.sampleFormat() is QAudioFormat.SampleFormat.Float:
            samples = (np.frombuffer(data, np.float32) * 32_767).astype(np.int16)
        else:
            samples = np.frombuffer(data, np.int16)
        heard(at, samples.reshape(-1, shape.channelCount()))

    assert player.captured is not None
    # Not on Qt's own thread: it would wait there for Python, and Python for it.
    player.captured.audioBufferReceived.connect(take, Qt.ConnectionType.QueuedConnection)
    return player


@pytest.fixture(params=[_vlc, _qt], ids=["vlc", "qt"])
def captured(
    request: pytest.FixtureRequest, qtbot: QtBot
) -> Iterator[tuple[ClockedPlayer, Blocks]]:
    """A player, and what it gives: the moment on time.monotonic and (frames, channels) at 8 kHz
    (libvlc), or as recorded (Qt, which also doesn't stretch what it gives so)."""
    blocks: Blocks = []
    player = request.param(lambda at, block: blocks.append((at, block)))
    yield player, blocks
    player.close()


class SoundServer:
    """A PulseAudio of the test's own: outputs that nobody hears, plugged in and out at will."""

    def __init__(self, folder: Path) -> None:
        socket = folder / "pulse"
        self.environment = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_RUNTIME_PATH": str(folder),
            "HOME": str(folder),
        }
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("--disable-shm=yes", "--log-level=0"),
                f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
            ],
            env={**os.environ, **self.environment},
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 10
        while not socket.exists():
            if self._process.poll() is not None or time.monotonic() > until:
                self.close()
                pytest.skip("PulseAudio does not start here")
        self._plugged: dict[str, str] = {}

    def plug_in(self, name: str) -> None:
        described = f"sink_properties=device.description={name.title()}"
        number = self.ask("load-module", "module-null-sink", f"sink_name={name}", described)
        self._plugged[name] = number.strip()

    def unplug(self, name: str) -> None:
        self.ask("unload-module", self._plugged.pop(name))

    def playing_on(self) -> list[str]:
        """The outputs that something is being played on."""
        names = dict(
            line.split("\t")[:2] for line in self.ask("list", "short", "sinks").splitlines()
        )
        inputs = self.ask("list", "short", "sink-inputs").splitlines()
        return [names.get(line.split("\t")[1], "none") for line in inputs]

    def ask(self, *command: str) -> str:
        return subprocess.run(
            ["pactl", *command],
            env={**os.environ, **self.environment},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


@pytest.fixture
def sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """With the outputs "headset" and "desk"; this process's libvlc plays on them."""
    if not (shutil.which("pulseaudio") and shutil.which("pactl")):
        pytest.skip("PulseAudio is not installed")
    # Sockets have short names only.
    with tempfile.TemporaryDirectory(prefix="qa") as folder:
        server = SoundServer(Path(folder))
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        server.plug_in("headset")
        server.plug_in("desk")
        yield server
        server.close()
