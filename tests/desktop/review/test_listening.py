"""Listening with a real engine on a real call: resume, ranges, loops, silence, speed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.review.sound.listening import Listening
from qa_desktop.desktop.waveform.state import Span

CALL = resource_path("demo", "calls", "0091a706bc604188.flac")
DURATION_MS = 51_140
REWIND_MS = 1_500


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[Listening]:
    listening = Listening(make_player("auto", headless=True), lambda: REWIND_MS)
    listening.load(CALL, DURATION_MS)
    qtbot.waitUntil(lambda: listening.playable)
    yield listening
    listening.close()


def test_playing_on_goes_back_a_little(qtbot: QtBot, listening: Listening) -> None:
    listening.seek(10_000)
    listening.play()
    qtbot.waitUntil(lambda: listening.position_ms() > 10_300)
    listening.pause()
    qtbot.waitUntil(lambda: not listening.playing)
    paused_ms = listening.position_ms()
    listening.play()
    qtbot.waitUntil(lambda: listening.playing)
    assert listening.position_ms() < paused_ms - REWIND_MS + 500


def test_a_position_chosen_while_paused_is_where_it_plays_on(
    qtbot: QtBot, listening: Listening
) -> None:
    listening.play()
    qtbot.waitUntil(lambda: listening.playing)
    listening.pause()
    qtbot.waitUntil(lambda: not listening.playing)
    listening.seek(20_000)
    listening.play()
    qtbot.waitUntil(lambda: listening.playing)
    assert listening.position_ms() >= 20_000


def test_a_range_plays_to_its_end(qtbot: QtBot, listening: Listening) -> None:
    listening.play_range(Span(start_ms=5_000, end_ms=5_600), loop=False)
    qtbot.waitUntil(lambda: listening.playing)
    qtbot.waitUntil(lambda: not listening.playing)
    assert abs(listening.position_ms() - 5_600) <= 100


def test_a_loop_begins_again(qtbot: QtBot, listening: Listening) -> None:
    heard: list[int] = []
    listening.moved.connect(heard.append)
    listening.play_range(Span(start_ms=5_000, end_ms=5_400), loop=True)

    def looped() -> bool:
        late = [place for place, ms in enumerate(heard) if ms > 5_250]
        return bool(late) and any(5_000 <= ms < 5_150 for ms in heard[late[0] :])

    qtbot.waitUntil(looped)
    assert listening.playing


def test_silence_is_jumped_over(qtbot: QtBot, listening: Listening) -> None:
    listening.show_silences((Span(start_ms=24_000, end_ms=30_000),))
    listening.set_skips_silence(skips=True)
    listening.seek(23_700)
    listening.play()
    qtbot.waitUntil(lambda: listening.position_ms() >= 30_000, timeout=3_000)


def test_j_k_l_and_the_speed_keys(qtbot: QtBot, listening: Listening) -> None:
    listening.seek(10_000)
    listening.slower()
    assert listening.position_ms() == 9_000
    listening.faster()
    qtbot.waitUntil(lambda: listening.playing)
    listening.faster()
    listening.faster()
    assert listening.rate == 1.5
    listening.slower()
    assert listening.rate == 1.25
    listening.step_rate(faster=True)
    assert listening.rate == 1.375
    listening.set_rate(99)
    assert listening.rate == 3.0
    listening.set_rate(0.1)
    assert listening.rate == 0.5


def test_seeking_stays_inside(listening: Listening) -> None:
    listening.seek(-5)
    assert listening.position_ms() == 0
    listening.seek(99_999_999)
    assert listening.position_ms() == DURATION_MS
