"""Both engines play real files, and keep what the protocol promises."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import Problem
from qa_desktop.desktop.player.protocol import Player, PlayState, Solo

# What Qt says of a machine without PipeWire is nothing to do with us.
pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", extend=True)

CODED_MS = 8000
CODECS = [
    ("a.flac", "flac"),
    ("a.mp3", "libmp3lame"),
    ("a.opus", "libopus"),
    ("a.m4a", "aac"),
    ("a.wav", "pcm_mulaw"),
]


def reach(qtbot: QtBot, player: Player, state: PlayState) -> None:
    qtbot.waitUntil(lambda: player.state() is state, timeout=10_000)


def pass_by(qtbot: QtBot, player: Player, position_ms: int) -> None:
    qtbot.waitUntil(lambda: player.position_ms() >= position_ms, timeout=10_000)


def test_plays_pauses_and_goes_on(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    player.load(coded_wav, CODED_MS)
    reach(qtbot, player, PlayState.PAUSED)
    assert player.position_ms() == 0
    player.play()
    pass_by(qtbot, player, 400)
    player.pause()
    held = player.position_ms()
    assert player.state() is PlayState.PAUSED
    assert 400 <= held < 3000
    player.play()
    assert player.position_ms() >= held
    pass_by(qtbot, player, held + 300)


def test_play_while_loading_is_kept(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    player.load(coded_wav, CODED_MS)
    player.seek(3000)
    player.play()
    assert player.state() is PlayState.LOADING
    pass_by(qtbot, player, 3300)
    assert player.state() is PlayState.PLAYING
    assert player.position_ms() < 6000


def test_ends_at_the_duration_and_can_start_again(
    player: Player, coded_wav: Path, qtbot: QtBot
) -> None:
    player.load(coded_wav, CODED_MS)
    player.set_rate(2.0)
    player.seek(7500)
    player.play()
    reach(qtbot, player, PlayState.ENDED)
    assert player.position_ms() == CODED_MS
    player.play()
    assert player.state() is PlayState.PLAYING
    qtbot.waitUntil(lambda: 200 <= player.position_ms() < 4000, timeout=10_000)
    player.seek(7700)
    reach(qtbot, player, PlayState.ENDED)
    player.seek(1000)
    assert (player.state(), player.position_ms()) == (PlayState.PAUSED, 1000)
    player.play()
    qtbot.waitUntil(lambda: 1200 <= player.position_ms() < 4000, timeout=10_000)


def test_pausing_in_the_last_moment_holds_there(
    player: Player, coded_wav: Path, qtbot: QtBot
) -> None:
    player.load(coded_wav, CODED_MS)
    player.seek(7300)
    player.play()
    pass_by(qtbot, player, 7700)
    player.pause()
    assert player.state() is PlayState.PAUSED
    assert 7700 <= player.position_ms() <= CODED_MS
    player.play()
    reach(qtbot, player, PlayState.ENDED)


def test_the_position_runs_at_the_rate(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    player.load(coded_wav, CODED_MS)
    player.set_rate(3.0)
    player.play()
    pass_by(qtbot, player, 1000)
    began, at = player.position_ms(), time.monotonic()
    pass_by(qtbot, player, 4000)
    ran_ms, took_ms = player.position_ms() - began, (time.monotonic() - at) * 1000
    assert ran_ms / took_ms == pytest.approx(3.0, rel=0.2)
    player.set_rate(99)
    assert player.rate() == 3.0


@pytest.mark.parametrize(("name", "codec"), CODECS)
def test_plays_every_usual_format_to_its_decoded_end(
    player: Player, encoded: Callable[[str, str], Path], name: str, codec: str, qtbot: QtBot
) -> None:
    file = encoded(name, codec)
    duration_ms = probe(file).duration_ms
    player.load(file, duration_ms)
    player.set_rate(3.0)
    player.seek(2000)
    player.play()
    pass_by(qtbot, player, 2200)
    assert player.state() is PlayState.PLAYING
    reach(qtbot, player, PlayState.ENDED)
    assert player.position_ms() == duration_ms


def test_a_missing_file_fails_and_moments_can_still_be_chosen(
    player: Player, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[Problem] = []
    player.problem.connect(told.append)
    player.load(tmp_path / "gone.wav", 5000)
    assert player.state() is PlayState.FAILED
    assert [problem.code for problem in told] == ["player.missing"]
    assert player.failure() == told[0]
    player.play()
    player.seek(2500)
    assert (player.state(), player.position_ms()) == (PlayState.FAILED, 2500)


@pytest.mark.qt_log_ignore("Could not open media", extend=True)
def test_what_is_no_sound_fails_and_the_next_file_plays(
    player: Player, tmp_path: Path, coded_wav: Path, qtbot: QtBot
) -> None:
    text = tmp_path / "minutes.wav"
    text.write_text("These are the minutes of a meeting, not a recording.\n" * 40, encoding="utf-8")
    player.load(text, 5000)
    reach(qtbot, player, PlayState.FAILED)
    assert player.failure() is not None
    player.load(coded_wav, CODED_MS)
    reach(qtbot, player, PlayState.PAUSED)
    assert player.failure() is None
    player.play()
    pass_by(qtbot, player, 200)


def test_a_length_that_differs_from_the_decoded_one_is_played_from_a_copy(
    player: Player, encoded: Callable[[str, str], Path], qtbot: QtBot
) -> None:
    """The engine's idea of a file is not trusted: it may seek by that idea too."""
    file = encoded("a.mp3", "libmp3lame")
    player.load(file, probe(file).duration_ms + 120)
    player.play()
    pass_by(qtbot, player, 300)
    assert getattr(player, "_is_proxy") is True  # noqa: B009 - not in the protocol


def test_loading_another_file_forgets_the_first(
    player: Player, coded_wav: Path, encoded: Callable[[str, str], Path], qtbot: QtBot
) -> None:
    player.load(coded_wav, CODED_MS)
    player.play()
    pass_by(qtbot, player, 300)
    file = encoded("a.flac", "flac")
    player.load(file, probe(file).duration_ms)
    assert player.position_ms() == 0
    reach(qtbot, player, PlayState.PAUSED)
    assert player.position_ms() == 0
    player.play()
    pass_by(qtbot, player, 200)


def test_dragging_ends_where_it_was_let_go(player: Player, coded_wav: Path, qtbot: QtBot) -> None:
    player.load(coded_wav, CODED_MS)
    player.play()
    pass_by(qtbot, player, 200)
    for position_ms in range(1000, 5000, 100):
        player.seek(position_ms, dragging=True)
        assert position_ms <= player.position_ms() < position_ms + 200
    player.seek(5000)
    pass_by(qtbot, player, 5300)
    assert player.state() is PlayState.PLAYING


def test_solo_and_volume_can_be_set_at_any_time(
    player: Player, coded_wav: Path, qtbot: QtBot
) -> None:
    player.set_volume(80)
    player.set_solo(Solo.LEFT)
    player.load(coded_wav, CODED_MS)
    player.play()
    pass_by(qtbot, player, 300)
    player.set_solo(Solo.RIGHT)
    player.set_volume(0)
    pass_by(qtbot, player, 700)
    player.set_solo(Solo.BOTH)
    pass_by(qtbot, player, 1100)
    assert player.state() is PlayState.PLAYING
