"""Tells in the window when there is something new in a library."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qa_desktop.desktop.window.pages import RUBRICS

if TYPE_CHECKING:
    from qa_desktop.desktop.services import Services
    from qa_desktop.desktop.window.main_window import MainWindow


class LibraryNews(QObject):
    """Looks from when the window has come to rest until it closes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.closed.connect(self.stop)

    def start(self) -> None:
        """Where there are libraries: whether there are is looked up off this thread, since it
        loads what reads rubrics."""
        services = self._window.services
        task = services.runner.start(lambda _: _are_there_any(services))
        task.finished.connect(self._found)

    def _found(self, there_are: bool) -> None:
        if there_are:
            watch = self._window.services.libraries
            watch.news.connect(self._tell)
            watch.start()

    def stop(self) -> None:
        # Made only where somebody asked for it.
        if "libraries" in vars(self._window.services):
            self._window.services.libraries.stop()

    def _tell(self, news: int) -> None:
        if news:
            words = self.tr("%n new or changed rubric(s) in a library", "", news)
            self._window.say(words, self.tr("Show"), self._show)

    def _show(self) -> None:
        from qa_desktop.desktop.rubrics.page import RubricsPage

        page = self._window.pages.show_page(RUBRICS)
        if isinstance(page, RubricsPage):
            page.sharing.show_libraries()


def _are_there_any(services: "Services") -> bool:
    from qa_desktop.rubrics.libraries_store import LibrariesStore

    store = LibrariesStore(services.workspace.database, services.clock, "")
    return bool(store.all())
