"""Takes a picture of every screen and main dialog, from real windows over a real workspace."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSettings,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from qa_desktop.base.clock import Clock, SystemClock
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.desktop.app import make_application
from qa_desktop.desktop.garbage import GarbageCollector
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.picturing.screen_steps import put_away
from qa_desktop.desktop.picturing.screens import SCREENS
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.rest import settle, wait_for_pages
from qa_desktop.desktop.services import make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.window.main_window import MainWindow

_PDFS = ("sheet", "calibration-report")


def _speak_up(_kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
    """Passes on what Qt has to say, but for what the off-screen plugin can't do at every window."""
    if not said.startswith("This plugin does not support"):
        sys.stderr.write(f"{said}\n")


def take_screens(
    *,
    workspace_folder: Path,
    out: Path,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = (1280, 720),
    text_size_pct: int = 100,
    translations: Path | None = None,
) -> Sequence[Path]:
    """PNGs named <number>-<screen>-<theme>-<language>.png, in the order of SCREENS.

    `translations` None: those that ship. Raises ProblemError when the workspace can't be opened.
    """
    out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_speak_up)
    clock = SystemClock()
    written = []
    with open_workspace(workspace_folder, clock=clock) as workspace:
        settings = Settings(
            language=language, theme=theme, reviewer="L. Chen", text_size_pct=text_size_pct
        )
        with _window(workspace, clock, settings, translations) as window:
            window.resize(*size)
            for number, screen in enumerate(SCREENS, start=1):
                shown = screen.show(window)
                if shown is None:
                    continue
                settle(window.services.runner)
                file = out / f"{number:02}-{screen.name}-{theme}-{language}.png"
                if screen.name in _PDFS:
                    wait_for_pages(shown)
                if not shown.grab().save(str(file)):
                    raise OSError(f"{file} could not be written")
                written.append(file)
                if put_away(shown):
                    settle(window.services.runner)
    return written


@contextmanager
def _window(
    workspace: Workspace, clock: Clock, settings: Settings, translations: Path | None
) -> Iterator[MainWindow]:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_application()
    garbage = GarbageCollector()
    garbage.start()
    languages = Languages(app, translations)
    languages.use(settings.language)
    runner = TaskRunner()
    bugs: list[Exception] = []
    runner.crashed.connect(bugs.append)
    with TemporaryDirectory() as scratch:
        memory = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        services = make_services(
            workspace,
            preferences=Preferences(None, settings),
            theme=Theme(app, settings.theme, settings.text_size_pct),
            clock=clock,
            runner=runner,
            memory=memory,
        )
        window = MainWindow(services)
        window.show()
        try:
            yield window
        finally:
            window.close()
            runner.finish()
            window.deleteLater()
            # At once: nothing may reach a window whose database is closed.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if bugs:
        raise bugs[0]
