"""Colleagues with workspaces of their own, over a folder that all of them see."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.picturing.calibration_cast import Player, me, player_at
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def colleague(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str], Player]]:
    """Makes one; each has a folder of their own, whatever the name."""
    with ExitStack() as stack:
        made: list[Player] = []

        def make(name: str) -> Player:
            folder = tmp_path / "colleagues" / str(len(made))
            made.append(stack.enter_context(player_at(folder, name, clock)))
            return made[-1]

        yield make


@pytest.fixture
def mine(demo_services: Services) -> Player:
    """Whoever sits at the window."""
    return me(demo_services)


@pytest.fixture
def rest(demo_services: Services) -> Callable[[], None]:
    """Waits until nothing is under way, neither here nor in a folder."""

    def wait() -> None:
        for _ in range(2):
            settle(demo_services.runner)
            settle(demo_services.calibration_watch.runner)

    return wait


@pytest.fixture
def use_share(demo_services: Services, share: Path) -> Path:
    """The folder of the settings."""
    preferences = demo_services.preferences
    preferences.change(replace(preferences.settings(), calibration_folder=str(share)))
    return share


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, rest: Callable[[], None]) -> Iterator[CalibrationPage]:
    """In front."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = window.calibration.page()
    rest()
    yield found
    window.calibration.stop()
