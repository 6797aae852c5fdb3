"""Sound goes where it was told to, and elsewhere when that is unplugged."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import OutputDevice, Player, PlayState

HEADSET = OutputDevice(id="headset", name="Headset")
DESK = OutputDevice(id="desk", name="Desk")
CODED_MS = 8000


def loaded(qtbot: QtBot, file: Path) -> tuple[Player, list[Problem]]:
    player, told = make_player("vlc"), list[Problem]()
    player.problem.connect(told.append)
    player.load(file, CODED_MS)
    qtbot.waitUntil(lambda: len(player.devices()) == 2, timeout=10_000)
    return player, told


def on(server: Any, name: str) -> Callable[[], bool]:
    return lambda: server.playing_on() == [name]


def test_vlc_plays_on_the_chosen_device_and_moves_at_once(
    sound_server: Any, coded_wav: Path, qtbot: QtBot
) -> None:
    player, told = loaded(qtbot, coded_wav)
    assert player.devices() == (HEADSET, DESK)
    player.set_device("desk")
    player.play()
    qtbot.waitUntil(on(sound_server, "desk"), timeout=10_000)
    player.set_device("headset")
    qtbot.waitUntil(on(sound_server, "headset"), timeout=10_000)
    assert (player.state(), told) == (PlayState.PLAYING, [])
    player.close()


def test_vlc_goes_on_elsewhere_when_the_device_is_unplugged_and_back_when_it_returns(
    sound_server: Any, coded_wav: Path, qtbot: QtBot
) -> None:
    player, told = loaded(qtbot, coded_wav)
    player.set_device("desk")
    player.set_rate(0.5)
    player.play()
    qtbot.waitUntil(on(sound_server, "desk"), timeout=10_000)
    sound_server.unplug("desk")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [(p.code, p.values["device"]) for p in told] == [("player.device_gone", "Desk")]
    assert on(sound_server, "headset")()
    before_ms = player.position_ms()
    qtbot.waitUntil(lambda: player.position_ms() > before_ms + 100, timeout=10_000)
    sound_server.plug_in("desk")
    qtbot.waitUntil(on(sound_server, "desk"), timeout=10_000)
    assert (player.device(), player.state(), len(told)) == ("desk", PlayState.PLAYING, 1)
    player.close()


def test_vlc_is_heard_again_when_the_only_device_comes_back(
    sound_server: Any, coded_wav: Path, qtbot: QtBot
) -> None:
    player, told = loaded(qtbot, coded_wav)
    player.set_rate(0.5)
    player.play()
    qtbot.waitUntil(lambda: bool(sound_server.playing_on()), timeout=10_000)
    sound_server.unplug("desk")
    sound_server.unplug("headset")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [p.code for p in told] == ["player.no_device"]
    sound_server.plug_in("headset")
    qtbot.waitUntil(on(sound_server, "headset"), timeout=10_000)
    assert player.state() is PlayState.PLAYING
    player.close()


# Qt looks for the sound server once in a process.
QT_PROGRAM = """
import json, sys, time
from pathlib import Path
from qa_desktop.desktop.player.qt_player import QtPlayer
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
application = QApplication([])
player, told = QtPlayer(), []
player.problem.connect(lambda problem: told.append([problem.code, dict(problem.values)]))
player.load(Path(sys.argv[1]), 8000)
player.set_device("desk")
player.set_rate(0.5)
player.play()
for wish in sys.stdin:
    until = time.monotonic() + 0.1
    while time.monotonic() < until:
        application.processEvents()
    devices = [[device.id, device.name] for device in player.devices()]
    print(json.dumps([player.state(), player.position_ms(), devices, told]), flush=True)
player.close()
"""


class QtProcess:
    def __init__(self, file: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", QT_PROGRAM, str(file)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def is_on(self, server: Any, name: str) -> Callable[[], bool]:
        """Its event loop runs while it is asked."""
        return lambda: self.ask()[0] == "playing" and server.playing_on() == [name]

    def close(self) -> int:
        self._process.communicate(timeout=60)
        return self._process.returncode


def test_qt_goes_on_elsewhere_when_the_device_is_unplugged_and_back_when_it_returns(
    sound_server: Any, coded_wav: Path, qtbot: QtBot
) -> None:
    player = QtProcess(coded_wav)
    qtbot.waitUntil(lambda: player.ask()[0] == "playing", timeout=10_000)
    _, _, devices, told = player.ask()
    assert (devices, told) == ([["headset", "Headset"], ["desk", "Desk"]], [])
    qtbot.waitUntil(player.is_on(sound_server, "desk"), timeout=10_000)
    sound_server.unplug("desk")
    qtbot.waitUntil(lambda: bool(player.ask()[3]), timeout=10_000)
    state, position_ms, _, told = player.ask()
    assert (state, told) == ("playing", [["player.device_gone", {"device": "Desk"}]])
    qtbot.waitUntil(player.is_on(sound_server, "headset"), timeout=10_000)
    qtbot.waitUntil(lambda: player.ask()[1] > position_ms + 100, timeout=10_000)
    sound_server.plug_in("desk")
    qtbot.waitUntil(player.is_on(sound_server, "desk"), timeout=10_000)
    assert len(player.ask()[3]) == 1
    assert player.close() == 0


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", extend=True)
def test_a_remembered_device_that_is_absent_is_told_of_once(
    player: Player, coded_wav: Path, qtbot: QtBot
) -> None:
    told: list[Problem] = []
    player.problem.connect(told.append)
    player.set_device("a headset of last week")
    player.load(coded_wav, CODED_MS)
    player.play()
    qtbot.waitUntil(lambda: player.position_ms() > 300, timeout=10_000)
    find = getattr(player, "_engine_devices")  # noqa: B009 - what the engine calls
    find((HEADSET,))
    find((HEADSET, DESK))
    assert [problem.code for problem in told] == ["player.device_gone"]
    assert player.device() == "a headset of last week"
    assert player.state() is PlayState.PLAYING
