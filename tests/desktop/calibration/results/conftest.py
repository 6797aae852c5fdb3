"""A revealed session of five reviewers, held once by real desks, copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.base.progress import NoProgress
from qa_desktop.database.workspace import open_workspace
from qa_desktop.demo.calibration import hold_session
from qa_desktop.desktop.calibration.results.interface_words import spoken
from qa_desktop.desktop.calibration.results.loading import Loaded, load
from qa_desktop.desktop.calibration.results.page import ResultsView
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme


@pytest.fixture(scope="session")
def held(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The workspace of the lead, closed, and the session's id."""
    folder = tmp_path_factory.mktemp("held") / "demo"
    shutil.copytree(demo_folder, folder)
    start = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    clock = SteppingClock(start, timedelta(seconds=1))
    with open_workspace(folder, clock=clock) as workspace:
        return folder, hold_session(workspace, clock, "Lin").id


@pytest.fixture
def session_id(held: tuple[Path, str]) -> str:
    return held[1]


@pytest.fixture
def held_services(
    held: tuple[Path, str],
    tmp_path: Path,
    preferences: Preferences,
    theme: Theme,
    languages: Languages,
    clock: Clock,
) -> Iterator[Services]:
    folder = tmp_path / "held"
    shutil.copytree(held[0], folder)
    with open_workspace(folder, clock=clock) as workspace:
        services = make_services(
            workspace,
            preferences=preferences,
            theme=theme,
            clock=clock,
            runner=TaskRunner(),
            memory=QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
        )
        yield services
        services.runner.finish()


@pytest.fixture
def loaded(held_services: Services, session_id: str) -> Loaded:
    return load(held_services, session_id, NoProgress())


@pytest.fixture
def results(loaded: Loaded) -> ResultsPresenter:
    return ResultsPresenter(loaded, "en", spoken(loaded.graded.session))


@pytest.fixture
def desk(loaded: Loaded, held_services: Services) -> RulingDesk:
    services = held_services
    return RulingDesk(loaded.graded, services.rulings, services.rubric_drafts, services.rubrics)


@pytest.fixture
def view(held_services: Services, session_id: str, qtbot: QtBot) -> Iterator[ResultsView]:
    """Shown, with its figures."""
    view = ResultsView(held_services, session_id)
    qtbot.addWidget(view)
    view.resize(1204, 692)
    view.show()
    with qtbot.waitSignal(view.shown, timeout=20_000):
        view.reload()
    yield view
    view.may_leave()
