"""Starts the program with its window, and holds what lives as long as it does."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from qa_desktop import __version__
from qa_desktop.base.clock import Clock, SystemClock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.settings import Settings, default_workspace, settings_file
from qa_desktop.base.wording import wording
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.desktop.crash import CrashLog, CrashReporter
from qa_desktop.desktop.garbage import GarbageCollector
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.spoken import give_roles
from qa_desktop.desktop.window.main_window import MainWindow

_LOCKED = "database.locked"
IDLE_BACKUP_MS = 30 * 60 * 1000
# Qt's network module loads after the window is there.
_SETTLE_AFTER_MS = 200


def run_app(workspace_folder: Path | None, *, config_folder: Path | None = None) -> int:
    """Opens the window and returns the exit code; None stands for the person's own folders."""
    app = make_application()
    config = config_folder or settings_file().parent
    program = Program(app, config_folder=config, clock=SystemClock())
    program.crashes.install()
    if not program.start(workspace_folder or default_workspace()):
        return program.exit_code
    QTimer.singleShot(_SETTLE_AFTER_MS, lambda: _heed_endings(app, program))
    return app.exec()


def _heed_endings(app: QApplication, program: "Program") -> None:
    from qa_desktop.desktop.ending import heed_endings

    heed_endings(app, program)


def make_application(arguments: Sequence[str] | None = None) -> QApplication:
    """The one QApplication, named, with windows that are sharp at every scale."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # The same style everywhere. By Qt's own option: setStyle() returns a QStyle, and PySide takes
    # 5 ms of the start to make that class.
    style = ("-style", "fusion")
    give_roles()
    app = QApplication([*(sys.argv[:1] if arguments is None else arguments), *style])
    app.setApplicationName("qa-desktop")
    app.setApplicationDisplayName("QA Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("qa-desktop")
    return app


class Program(QObject):
    """What outlives a workspace: settings, language, theme, threads, crash reports.

    One workspace is open at a time, with its window.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        config_folder: Path,
        clock: Clock,
        translations: Path | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._config = config_folder
        self.preferences = Preferences(config_folder / "settings.json")
        settings = self.preferences.settings()
        self.languages = Languages(app, translations)
        self.languages.use(self.preferences.language())
        self.theme = Theme(app, settings.theme, settings.text_size_pct)
        self.runner = TaskRunner()
        self.crashes = CrashReporter(CrashLog(config_folder / "crashes.log", clock), self.theme)
        self.runner.crashed.connect(self.crashes.report)
        self.preferences.changed.connect(self._settings_changed)
        self.memory = QSettings(str(config_folder / "window.ini"), QSettings.Format.IniFormat)
        self.workspace: Workspace | None = None
        self.window: MainWindow | None = None
        self.exit_code = 0
        self._asks = True
        self._doorbell: QObject | None = None
        self._garbage = GarbageCollector(self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_BACKUP_MS)
        self._idle.timeout.connect(self._back_up)

    def start(self, folder: Path) -> bool:
        """Whether a window is open; else another start was raised, or the person gave up."""
        try:
            self.open(folder)
        except ProblemError as error:
            return self._cannot_open(folder, error.problems)
        return True

    def open(self, folder: Path) -> MainWindow:
        """Opens a workspace in a window, in the place of the one before.

        Raises ProblemError (database.*); then the one before stays.
        """
        same = self.workspace is not None and self.workspace.folder == folder.absolute()
        if same and self.window is not None:
            self.window.raise_it()
            return self.window
        if self.window is not None and not self.window.reviews.may_leave():
            return self.window
        workspace = open_workspace(folder, clock=self._clock)
        # Between the two windows there is none: that is no reason to quit.
        self._app.setQuitOnLastWindowClosed(False)
        self._close_workspace()
        self.workspace = workspace
        services = make_services(
            workspace,
            preferences=self.preferences,
            theme=self.theme,
            clock=self._clock,
            runner=self.runner,
            memory=self.memory,
        )
        window = self._show_window(services)
        self._app.setQuitOnLastWindowClosed(True)
        QTimer.singleShot(_SETTLE_AFTER_MS, self._settle)
        return window

    def _show_window(self, services: Services) -> MainWindow:
        window = MainWindow(services)
        window.workspace_requested.connect(self._change_workspace)
        window.demo_requested.connect(self._open_demo)
        window.closed.connect(self._close_workspace)
        window.written.connect(self._idle.start)
        self.window = window
        window.show()
        return window

    def close(self) -> None:
        """Closes the window and the workspace, with its backup."""
        if self.window is not None:
            self.window.close()
        self._close_workspace()
        self.runner.finish()

    def save_typed(self) -> bool:
        """Whether all of every open review is on disk now."""
        if self.window is None:
            return True
        # Both are tried, whatever becomes of the first.
        rubric, reviews = self.window.rubric_drafts.save_typed(), self.window.reviews.save_typed()
        return rubric and reviews

    def end(self) -> None:
        """Closes without asking anything: whoever wants the end does not wait for answers."""
        if self.window is not None:
            self.window.reviews.give_up()
            self.window.rubric_drafts.give_up()
        self._asks = False
        self.close()

    def _close_workspace(self) -> None:
        self._idle.stop()
        workspace, self.workspace = self.workspace, None
        window, self.window = self.window, None
        if self._doorbell is not None:
            self._doorbell.deleteLater()
            self._doorbell = None
        if window is not None:
            window.closed.disconnect(self._close_workspace)
            window.close()
            window.deleteLater()
        if workspace is not None:
            self.runner.finish()
            try:
                workspace.close()
            except ProblemError as error:
                self._tell(error.problems)

    def _tell(self, problems: Sequence[Problem]) -> None:
        """The workspace is closed, but its backup failed: there is no window left to say so in."""
        words = wording(self.preferences.language())
        said = "\n\n".join(words.line(problem) for problem in problems)
        if not self._asks:
            sys.stderr.write(f"{said}\n")
            return
        box = QMessageBox(QMessageBox.Icon.Warning, self._app.applicationDisplayName(), said)
        box.exec()

    def _back_up(self) -> None:
        """After half an hour without anything new, what is new is copied."""
        from qa_desktop.database import backup

        workspace = self.workspace
        if workspace is not None and self.window is not None and backup.needed(workspace):
            self.window.files.back_up()

    def _settle(self) -> None:
        """What the first window need not wait for."""
        self._garbage.start()
        if self.workspace is None:
            return
        database = self.workspace.database
        self.runner.start(lambda _: database.prepare_writing())
        from qa_desktop.desktop.doorbell import Doorbell

        doorbell = Doorbell(self.workspace.folder)
        doorbell.rung.connect(self._raise)
        doorbell.listen()
        self._doorbell = doorbell
        if self.window is not None:
            self.window.library_news.start()
            self.window.calibration.start()

    def _raise(self) -> None:
        if self.window is not None:
            self.window.raise_it()

    def _cannot_open(self, folder: Path, problems: Sequence[Problem]) -> bool:
        if any(problem.code == _LOCKED for problem in problems):
            from qa_desktop.desktop.doorbell import Doorbell

            if Doorbell(folder).ring():
                return False
        from qa_desktop.desktop.window.start_problem import StartProblem

        dialog = StartProblem(self.theme, self.preferences.language, folder, problems)
        if dialog.exec() and dialog.folder is not None:
            return self.start(dialog.folder)
        self.exit_code = 1
        return False

    def _change_workspace(self, folder: Path) -> None:
        try:
            self.open(folder)
        except ProblemError as error:
            if self.window is not None:
                self.window.show_problems(error.problems)

    def _open_demo(self) -> None:
        from qa_desktop.desktop.demo_opening import demo_folder, make_demo

        folder = demo_folder()
        task = self.runner.start(lambda progress: make_demo(folder, self._clock, progress))
        task.finished.connect(lambda _: self._change_workspace(folder))
        task.failed.connect(
            lambda error: self.window.show_problems(error.problems) if self.window else None
        )

    def _renew_window(self) -> None:
        """Another size of text needs widgets of another size: the same place in a new window.

        Where a review can't be left the window stays as it is; the size comes with the next one.
        """
        old = self.window
        if old is None:
            return
        page = old.open_review_page()
        interaction_id = page.interaction_id if page is not None else None
        beside = old.reviews.beside
        second = beside.page if beside is not None else None
        second_id = second.interaction_id if second is not None else None
        place, draft_id = old.pages.current, old.rubric_drafts.open_id()
        if not old.rubric_drafts.may_leave() or not old.reviews.leave_all():
            return
        self._app.setQuitOnLastWindowClosed(False)
        old.closed.disconnect(self._close_workspace)
        old.close()
        new = self._show_window(old.services)
        old.deleteLater()
        if interaction_id is not None:
            new.open_review(interaction_id)
        else:
            new.pages.show_page(place)
            if draft_id is not None:
                new.rubric_drafts.open(draft_id)
        if second_id is not None:
            new.reviews.open_beside(second_id)
        self._app.setQuitOnLastWindowClosed(True)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.language != after.language:
            self.languages.use(self.preferences.language())
        if before.theme != after.theme:
            self.theme.choose(after.theme)
        if before.text_size_pct != after.text_size_pct:
            self.theme.size_text(after.text_size_pct)
            # Not within the call of a field that goes away with its window.
            QTimer.singleShot(0, self, self._renew_window)
        if before.reviewer != after.reviewer and self.window is not None and self.workspace:
            self.window.use(
                make_services(
                    self.workspace,
                    preferences=self.preferences,
                    theme=self.theme,
                    clock=self._clock,
                    runner=self.runner,
                    memory=self.memory,
                )
            )
