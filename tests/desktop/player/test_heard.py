"""What really comes out of each engine: the right moment, the right side."""

import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.protocol import Player, PlayState, Solo

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", extend=True)

CODED_MS = 8000
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


@pytest.fixture
def heard(captured: tuple[ClockedPlayer, list[tuple[float, NDArray[np.int16]]]]) -> Heard:
    return Heard(*captured)


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


def test_each_side_is_as_loud_as_it_was_set(heard: Heard, coded_wav: Path, qtbot: QtBot) -> None:
    """The first time through a copy, then in that copy while it plays; the moment stays."""
    player = heard.player
    player.load(coded_wav, CODED_MS)
    player.seek(2000)
    player.play()
    follow(qtbot, player, 2200)

    def ratios() -> tuple[float, float]:
        """How loud left and right are, beside the moment that the other one or the clock tells."""
        block = heard.blocks[-1][1].astype(float)
        now_ms = float(player.position_ms())
        return abs(block[0, 0]) / now_ms, abs(block[0, 1]) / now_ms

    def hears(left: float, right: float) -> None:
        def sounds_so() -> bool:
            if not heard.blocks or heard.blocks[-1][1].shape[1] != 2:
                return False
            return ratios() == pytest.approx((left, right), abs=0.07)

        qtbot.waitUntil(sounds_so, timeout=5000)

    hears(1.0, 1.0)
    player.set_sides_volume(50, 100)
    hears(0.5, 1.0)
    player.set_sides_volume(100, 0)
    hears(1.0, 0.0)
    player.set_sides_volume(100, 100)
    hears(1.0, 1.0)
    player.set_sides_volume(50, 150)
    player.set_solo(Solo.LEFT)
    hears(0.5, 0.5)
    assert player.state() is PlayState.PLAYING
    assert player.position_ms() < 6000


def test_the_sides_stay_as_they_were_set_for_the_next_recording(
    heard: Heard, coded_wav: Path, qtbot: QtBot
) -> None:
    player = heard.player
    player.set_sides_volume(0, 100)
    for _ in range(2):
        player.load(coded_wav, CODED_MS)
        player.seek(3000)
        player.play()

        def only_right() -> bool:
            last = heard.blocks[-1][1] if heard.blocks else np.ones((1, 2))
            return bool((last[:, 0] == 0).all() and (last[:, 1] < -2000).all())

        qtbot.waitUntil(only_right, timeout=5000)
        heard.blocks.clear()
