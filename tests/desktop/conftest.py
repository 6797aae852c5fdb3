"""A real workspace, real stores and a real window for the screens' tests."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.demo.workspace import make_demo_workspace
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.window.main_window import MainWindow

_HERE = Path(__file__).parent
# Of the platform without a screen, whenever a window has a smallest size or is raised.
_NOT_OURS = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        has_its_own = item.get_closest_marker("qt_log_ignore") is not None
        if _HERE in item.path.parents and not has_its_own:
            item.add_marker(pytest.mark.qt_log_ignore(_NOT_OURS))


@pytest.fixture(autouse=True)
def no_leftovers(qapp: QApplication) -> Iterator[None]:
    """Windows of one test are gone before the next: outside an event loop Qt only notes them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 21, 9, 0, tzinfo=UTC), timedelta(milliseconds=7))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.choose("light")
    theme.size_text(100)
    qapp.styleHints().colorSchemeChanged.disconnect(theme._follow)
    qapp.styleHints().accessibility().contrastPreferenceChanged.disconnect(theme._follow)


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    languages.use("en")
    yield languages
    languages.use("en")


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(
        tmp_path / "settings.json", Settings(reviewer="Lin", language="en", theme="light")
    )


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """Empty."""
    with open_workspace(tmp_path / "workspace", clock=clock) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo workspace, closed; copy it before opening it."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    start = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    make_demo_workspace(folder, SteppingClock(start, timedelta(seconds=1))).close()
    return folder


@pytest.fixture
def demo_workspace(tmp_path: Path, demo_folder: Path, clock: Clock) -> Iterator[Workspace]:
    folder = tmp_path / "demo"
    shutil.copytree(demo_folder, folder)
    with open_workspace(folder, clock=clock) as workspace:
        yield workspace


def _services(
    workspace: Workspace, preferences: Preferences, theme: Theme, clock: Clock, folder: Path
) -> Services:
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return make_services(
        workspace,
        preferences=preferences,
        theme=theme,
        clock=clock,
        runner=TaskRunner(),
        memory=memory,
    )


@pytest.fixture
def services(
    workspace: Workspace,
    preferences: Preferences,
    theme: Theme,
    languages: Languages,
    clock: Clock,
    tmp_path: Path,
) -> Iterator[Services]:
    """Over an empty workspace."""
    services = _services(workspace, preferences, theme, clock, tmp_path)
    yield services
    services.runner.finish()


@pytest.fixture
def demo_services(
    demo_workspace: Workspace,
    preferences: Preferences,
    theme: Theme,
    languages: Languages,
    clock: Clock,
    tmp_path: Path,
) -> Iterator[Services]:
    """Over a copy of the demo workspace."""
    services = _services(demo_workspace, preferences, theme, clock, tmp_path)
    yield services
    services.runner.finish()


@pytest.fixture
def window(qtbot: QtBot, demo_services: Services) -> MainWindow:
    """On the demo workspace, shown, with the size of a small laptop."""
    window = MainWindow(demo_services)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    return window
