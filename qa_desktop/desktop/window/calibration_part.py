"""Sessions in the window: their page, their news, their files that are dropped on it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.window.pages import CALIBRATION, SETTINGS

if TYPE_CHECKING:
    from qa_desktop.calibration.model import CalibrationSession
    from qa_desktop.calibration.sessions.desk_model import News
    from qa_desktop.desktop.calibration.page import CalibrationPage
    from qa_desktop.desktop.services import Services
    from qa_desktop.desktop.window.main_window import MainWindow

# The page and the watch load when there are sessions, or somebody asks for them.


class CalibrationPart(QObject):
    """Looks into the folders from when the window has come to rest until it closes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._watched: Services | None = None
        window.pages.made.connect(self._made)
        window.files.session_files.connect(self.take_files)
        window.closed.connect(self.stop)

    # Looking

    def start(self) -> None:
        """Where there is a folder or a session: that is looked up off this thread, since it loads
        what reads keys."""
        services = self._window.services
        task = services.runner.start(lambda _: _is_wanted(services))
        task.finished.connect(lambda wanted: self._watch() if wanted else None)

    def stop(self) -> None:
        if self._watched is not None:
            self._watched.calibration_watch.stop()
            self._watched = None
        # It may have been made by a page that was looked at only.
        elif "calibration_watch" in vars(self._window.services):
            self._window.services.calibration_watch.stop()

    def _watch(self) -> None:
        services = self._window.services
        if self._watched is services:
            return
        self._watched = services
        watch = services.calibration_watch
        watch.brought.connect(lambda _folder, news: self._tell(news))
        watch.changed.connect(self._show_status)
        watch.delivered.connect(lambda _: self._show_status())
        watch.start()

    def _show_status(self) -> None:
        """Calmly: a folder that is away is no fault of the person's, and nothing is lost."""
        window, watched = self._window, self._watched
        if watched is None:
            return
        watch = watched.calibration_watch
        away = any(seen.gone_since is not None for seen in watch.seen.values())
        waiting = sum(each.folder is not None for each in watch.delivery.waiting)
        window.show_status(window.status.exchange_is(away=away, waiting=waiting))

    # Telling

    def _tell(self, news: "News") -> None:
        window = self._window
        for session in news.reveals:
            self._say_of(self.tr("“{0}” is revealed"), session)
            return
        for session in news.invitations:
            self._say_of(self.tr("A session to grade: “{0}”"), session)
            return
        for session in news.closings:
            self._say_of(self.tr("“{0}” is closed"), session)
            return
        if news.cards:
            names = ", ".join(each.person.name for each in news.cards)
            window.say(
                self.tr("New on the team: {0}. Compare the code.").format(names),
                self.tr("Team…"),
                lambda: self.page().show_team(),
            )
            return
        came = sum(each.verdict.value in ("accepted", "late") for each in news.arrivals)
        if came:
            window.say(
                self.tr("%n submission(s) arrived", "", came), self.tr("Show"), self._show_page
            )

    def _say_of(self, words: str, session: "CalibrationSession") -> None:
        self._window.say(
            words.format(session.title),
            self.tr("Show"),
            lambda: self.page().show_session(session.id),
        )

    # The page

    def page(self) -> "CalibrationPage":
        """In front."""
        from qa_desktop.desktop.calibration.page import CalibrationPage

        page = self._window.pages.show_page(CALIBRATION)
        if not isinstance(page, CalibrationPage):
            raise TypeError(page)
        return page

    def _show_page(self) -> None:
        self.page()

    def take_files(self, files: Sequence[Path]) -> None:
        self.page().take_files(files)

    def _made(self, key: str, page: QWidget) -> None:
        if key == SETTINGS:
            self._settings_made(page)
        if key != CALIBRATION:
            return
        from qa_desktop.desktop.calibration.page import CalibrationPage

        window = self._window
        if isinstance(page, CalibrationPage):
            page.said.connect(window.say)
            page.review_requested.connect(window.open_review)
            page.rubric_requested.connect(self._show_rubric)
            self._watch()

    def _settings_made(self, page: QWidget) -> None:
        from qa_desktop.desktop.settings.page import SettingsPage

        if isinstance(page, SettingsPage):
            page.calibration.team_requested.connect(lambda: self.page().show_team())

    def _show_rubric(self, rubric_id: str, version: int) -> None:
        from qa_desktop.desktop.rubrics.page import RubricsPage
        from qa_desktop.desktop.window.pages import RUBRICS

        page = self._window.pages.show_page(RUBRICS)
        if isinstance(page, RubricsPage):
            page.show_rubric(rubric_id, version)


def _is_wanted(services: "Services") -> bool:
    from qa_desktop.calibration.sessions.store import CalibrationStore

    store = CalibrationStore(services.workspace.database, services.clock, "")
    if not services.settings.calibration_folder and not store.rows():
        return False
    # Loads here what the watch needs: half a second that the window is not held up for.
    services.calibration.sessions()
    return True
