"""Players outlive impatient hands, files that go, and ends that come early."""

import os
import random
import shutil
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Player, PlayState, Solo
from qa_desktop.desktop.review.sound.listening import Listening
from qa_desktop.desktop.waveform.state import Span

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Could not open", extend=True)

CODED_MS = 8000


def reach(qtbot: QtBot, player: Player, state: PlayState) -> None:
    qtbot.waitUntil(lambda: player.state() is state, timeout=10_000)


def pass_by(qtbot: QtBot, player: Player, position_ms: int) -> None:
    qtbot.waitUntil(lambda: player.position_ms() >= position_ms, timeout=10_000)


def test_impatient_hands(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    """J, K, L, seeks, drags, sides and volumes, faster than an engine can follow."""
    player.load(coded_wav, CODED_MS)
    chance = random.Random(11)
    listening = Listening(player, lambda: 0)
    listening.duration_ms = CODED_MS
    deeds: list[Callable[[], None]] = [
        listening.slower,
        listening.pause,
        listening.faster,
        listening.toggle,
        lambda: listening.seek(chance.randrange(CODED_MS)),
        lambda: listening.seek(chance.randrange(CODED_MS), dragging=True),
        lambda: listening.seek(CODED_MS),
        lambda: listening.set_rate(chance.choice([0.5, 1.0, 1.5, 3.0])),
        lambda: listening.set_solo(chance.choice(list(Solo))),
        lambda: player.set_sides_volume(chance.randrange(201), chance.randrange(201)),
        lambda: player.set_volume(chance.randrange(101)),
    ]
    for _ in range(150):
        chance.choice(deeds)()
        qtbot.wait(chance.choice([0, 0, 1, 5, 20]))
    listening.set_rate(1.0)
    listening.pause()
    listening.seek(2000)
    assert (player.state(), player.position_ms()) == (PlayState.PAUSED, 2000)
    listening.play()
    pass_by(qtbot, player, 2400)
    assert (player.state(), player.failure()) == (PlayState.PLAYING, None)


def test_the_speed_chosen_while_paused_is_the_speed(
    player: Player, coded_wav: Path, qtbot: QtBot
) -> None:
    player.load(coded_wav, CODED_MS)
    player.play()
    pass_by(qtbot, player, 300)
    player.pause()
    held = player.position_ms()
    for rate in (0.5, 3.0, 2.0):
        player.set_rate(rate)
    assert (player.position_ms(), player.rate()) == (held, 2.0)
    player.play()
    pass_by(qtbot, player, held + 1500)
    assert player.state() is PlayState.PLAYING


def test_play_at_the_very_end_begins_anew(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    player.load(coded_wav, CODED_MS)
    reach(qtbot, player, PlayState.PAUSED)
    player.seek(CODED_MS)
    player.play()
    qtbot.waitUntil(lambda: 200 <= player.position_ms() < 3000, timeout=10_000)
    player.seek(CODED_MS)
    reach(qtbot, player, PlayState.ENDED)
    assert player.position_ms() == CODED_MS


def test_a_range_at_the_end_is_looped(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    listening = Listening(player, lambda: 0)
    listening.load(coded_wav, CODED_MS)
    begun: list[int] = []
    last = [0]

    def look(position_ms: int) -> None:
        if position_ms < last[0] - 200:
            begun.append(position_ms)
        last[0] = position_ms

    listening.moved.connect(look)
    listening.play_range(Span(start_ms=7500, end_ms=CODED_MS), loop=True)
    qtbot.waitUntil(lambda: len(begun) >= 3, timeout=15_000)
    assert player.state() is PlayState.PLAYING
    listening.close()


def test_another_recording_while_one_plays_and_while_one_loads(
    player: Player, coded_wav: Path, encoded: Callable[[str, str], Path], qtbot: QtBot
) -> None:
    flac, mp3 = encoded("a.flac", "flac"), encoded("a.mp3", "libmp3lame")
    player.load(coded_wav, CODED_MS)
    player.play()
    pass_by(qtbot, player, 200)
    player.load(mp3, probe(mp3).duration_ms)
    player.load(flac, probe(flac).duration_ms)
    player.load(coded_wav, CODED_MS)
    player.seek(5000)
    player.play()
    qtbot.waitUntil(lambda: 5300 <= player.position_ms() < 7000, timeout=10_000)


@pytest.mark.parametrize("engine", ["vlc", "qt"])
def test_closing_while_loading_or_playing(
    engine: str, coded_wav: Path, encoded: Callable[[str, str], Path], qtbot: QtBot
) -> None:
    mp3 = encoded("a.mp3", "libmp3lame")
    for file, plays in ((coded_wav, False), (mp3, False), (coded_wav, True)):
        player = make_player(engine, headless=True)
        player.load(file, CODED_MS if file is coded_wav else 99)
        if plays:
            player.play()
            pass_by(qtbot, player, 100)
        player.close()
        assert player.state() is PlayState.EMPTY
        qtbot.wait(20)
        assert player.state() is PlayState.EMPTY


@pytest.fixture
def own_wav(coded_wav: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(coded_wav, tmp_path / "own.wav"))


def paused_at(player: Player, file: Path, qtbot: QtBot) -> int:
    player.load(file, CODED_MS)
    player.seek(3000)
    player.play()
    pass_by(qtbot, player, 3200)
    player.pause()
    return player.position_ms()


def test_a_file_that_has_gone_fails_and_the_moment_is_kept(
    player: Player, own_wav: Path, qtbot: QtBot
) -> None:
    told: list[Problem] = []
    player.problem.connect(told.append)
    held = paused_at(player, own_wav, qtbot)
    own_wav.unlink()
    player.play()
    assert (player.state(), player.position_ms()) == (PlayState.FAILED, held)
    assert [problem.code for problem in told] == ["player.missing"]
    player.seek(4000)
    assert player.position_ms() == 4000


def test_a_file_that_has_changed_fails_and_plays_when_it_is_loaded_again(
    player: Player, own_wav: Path, qtbot: QtBot
) -> None:
    held = paused_at(player, own_wav, qtbot)
    changed_at = own_wav.stat().st_mtime_ns + 1_000_000_000
    os.utime(own_wav, ns=(changed_at, changed_at))
    player.play()
    assert (player.state(), player.position_ms()) == (PlayState.FAILED, held)
    failure = player.failure()
    assert failure is not None
    assert failure.code == "player.changed"
    player.load(own_wav, CODED_MS)
    player.seek(held)
    player.play()
    pass_by(qtbot, player, held + 200)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file whole")
def test_a_file_cut_off_while_it_plays_fails_where_it_was(
    player: Player, coded_wav: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Long enough that no engine has read it all before it goes."""
    file = tmp_path / "long.wav"
    with wave.open(str(coded_wav)) as short, wave.open(str(file), "wb") as long:
        long.setparams(short.getparams())
        data = short.readframes(short.getnframes())
        for _ in range(75):
            long.writeframes(data)
    player.load(file, 75 * CODED_MS)
    player.set_rate(3.0)
    player.play()
    pass_by(qtbot, player, 500)
    os.truncate(file, 1 << 17)
    player.seek(300_000)
    reach(qtbot, player, PlayState.FAILED)
    failure = player.failure()
    assert failure is not None
    assert failure.code == "player.changed"
    assert 300_000 <= player.position_ms() < 400_000
