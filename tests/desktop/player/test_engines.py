"""What is found of the engines, and what happens where one is missing."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.desktop.player.choose import SoundlessPlayer, make_player
from qa_desktop.desktop.player.engines import find_qt, find_vlc, found_engines
from qa_desktop.desktop.player.protocol import PlayState
from qa_desktop.desktop.player.qt_player import QtPlayer
from qa_desktop.desktop.player.vlc_player import VlcPlayer


def test_both_engines_are_found_with_their_versions() -> None:
    assert find_vlc().usable
    assert find_vlc().detail.startswith("libvlc 3.")
    assert find_qt().usable
    assert find_qt().detail.startswith("Qt Multimedia 6.")
    assert [(name, usable) for name, usable, _, _ in found_engines()] == [
        ("vlc", True),
        ("qt", True),
    ]


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PYTHON_VLC_LIB_PATH", "/nowhere/libvlc.so"), ("PYTHON_VLC_LIB_PATH", "/dev/null")],
)
def test_a_wrong_library_path_ends_neither_program_nor_doctor(variable: str, value: str) -> None:
    """python-vlc calls sys.exit at import when that path is wrong."""
    program = "from qa_desktop.desktop.player.engines import find_vlc; print(find_vlc().usable)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={variable: value, "PATH": "/usr/bin:/bin"},
    )
    assert ran.stdout == "False\n", ran.stderr
    assert ran.returncode == 0


def test_the_wanted_engine_is_made(qtbot: QtBot) -> None:
    for engine, kind in (("auto", VlcPlayer), ("vlc", VlcPlayer), ("qt", QtPlayer)):
        player = make_player(engine, headless=True)
        assert isinstance(player, kind)
        player.close()


def test_qt_steps_in_where_vlc_is_missing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vlc", None)
    for engine in ("auto", "vlc"):
        player = make_player(engine, headless=True)
        assert isinstance(player, QtPlayer)
        player.close()
    assert not find_vlc().usable


def test_a_bad_vlc_option_is_a_missing_engine(qtbot: QtBot) -> None:
    with pytest.raises(ImportError):
        VlcPlayer(["--no-such-option"])


def test_without_any_engine_moments_can_still_be_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vlc", None)
    monkeypatch.setitem(sys.modules, "qa_desktop.desktop.player.qt_player", None)
    player = make_player("auto")
    assert isinstance(player, SoundlessPlayer)
    told: list[Problem] = []
    player.problem.connect(told.append)
    player.load(Path("call.wav"), 5000)
    player.play()
    player.seek(2000)
    assert (player.state(), player.position_ms()) == (PlayState.FAILED, 2000)
    player.seek(9000)
    assert player.position_ms() == 5000
    assert told == [player.failure()]
    for language in LANGUAGES:
        assert "libvlc5" in wording(language).line(told[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_the_player_has_words(language: str) -> None:
    words = wording(language)
    for code in ("missing", "unplayable", "no_engine"):
        problem = Problem(code=f"player.{code}", values={"why": "because"})
        assert words.what(problem)
        assert words.remedy(problem)
