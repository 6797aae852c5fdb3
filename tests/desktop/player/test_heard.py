"""What really comes out of each engine: the right moment, the right side."""

import ctypes
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtMultimedia import QAudioBuffer
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.engines import vlc_module
from qa_desktop.desktop.player.protocol import Player, PlayState, Solo
from qa_desktop.desktop.player.qt_player import QtPlayer
from qa_desktop.desktop.player.vlc_player import VlcPlayer

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", extend=True)

CODED_MS = 8000
RATE_HZ = 8000
# Blocks are buffered, and a machine at full load tells late.
NEAR_MS = 60


@dataclass
class Heard:
    """(moment on time.monotonic, samples (frames, channels)) of each block, as it is heard."""

    player: ClockedPlayer
    blocks: list[tuple[float, NDArray[np.int16]]] = field(default_factory=list)

    def errors_ms(self, positions: list[tuple[float, int]]) -> list[float]:
        """The player's position less what was heard at that moment, for each block that can be."""
        known = np.array(positions)
        return [
            float(np.interp(at, known[:, 0], known[:, 1]) - abs(int(block[0, 0])))
            for at, block in list(self.blocks)
            if known[0, 0] <= at <= known[-1, 0]
        ]


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
        frames = np.frombuffer(bytes(buffer.constData()), dtype=np.int16)
        heard(at, frames.reshape(-1, buffer.format().channelCount()))

    assert player.captured is not None
    player.captured.audioBufferReceived.connect(take, Qt.ConnectionType.DirectConnection)
    return player


@pytest.fixture(params=[_vlc, _qt], ids=["vlc", "qt"])
def heard(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Heard]:
    blocks: list[tuple[float, NDArray[np.int16]]] = []
    player = request.param(lambda at, block: blocks.append((at, block)))
    yield Heard(player, blocks)
    player.close()


def follow(qtbot: QtBot, player: Player, until_ms: int) -> list[tuple[float, int]]:
    positions = [(time.monotonic(), player.position_ms())]

    def passed() -> bool:
        positions.append((time.monotonic(), player.position_ms()))
        return player.position_ms() >= until_ms

    qtbot.waitUntil(passed, timeout=10_000)
    return positions


@pytest.mark.parametrize("start_ms", [0, 5237])
def test_the_position_is_what_is_heard(
    heard: Heard, coded_wav: Path, start_ms: int, qtbot: QtBot
) -> None:
    player = heard.player
    player.load(coded_wav, CODED_MS)
    player.seek(start_ms)
    player.play()
    errors = heard.errors_ms(follow(qtbot, player, start_ms + 900))
    assert len(errors) >= 2
    assert abs(float(np.median(errors))) <= NEAR_MS


def test_after_a_seek_while_playing_too(heard: Heard, coded_wav: Path, qtbot: QtBot) -> None:
    player = heard.player
    player.load(coded_wav, CODED_MS)
    player.play()
    follow(qtbot, player, 250)
    heard.blocks.clear()
    player.seek(4000)
    positions = follow(qtbot, player, 4900)
    after = [(at, block) for at, block in heard.blocks if abs(int(block[0, 0])) >= 3900]
    heard.blocks[:] = after
    errors = heard.errors_ms(positions)
    assert len(errors) >= 2
    assert abs(float(np.median(errors))) <= NEAR_MS


@pytest.mark.parametrize(("solo", "sign"), [(Solo.LEFT, 1), (Solo.RIGHT, -1)])
def test_solo_puts_one_side_in_both_ears(
    heard: Heard, coded_wav: Path, solo: Solo, sign: int, qtbot: QtBot
) -> None:
    """Left tells its moments as positive numbers, right as negative ones."""
    player = heard.player
    player.load(coded_wav, CODED_MS)
    player.seek(1000)
    player.play()
    follow(qtbot, player, 1300)
    player.set_solo(solo)

    def alone() -> bool:
        if not heard.blocks:
            return False
        last = heard.blocks[-1][1]
        return bool((np.sign(last) == sign).all())

    qtbot.waitUntil(alone, timeout=10_000)
    assert player.state() is PlayState.PLAYING
    player.set_solo(Solo.BOTH)

    def both() -> bool:
        last = heard.blocks[-1][1]
        return last.shape[1] == 2 and bool((last[:, 0] > 0).all() and (last[:, 1] < 0).all())

    qtbot.waitUntil(both, timeout=10_000)
