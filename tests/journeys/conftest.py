"""The whole program in a real window, driven by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.settings import Settings, save_settings
from qa_desktop.desktop.app import Program
from qa_desktop.desktop.importing.dialog import ImportDialog
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.rubrics.library import shipped_rubrics

_HERE = Path(__file__).parent
# Of the platform without a screen, whenever a window has a smallest size or is raised.
_NOT_OURS = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.qt_log_ignore(_NOT_OURS))


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    config = tmp_path / "config"
    config.mkdir()
    settings = Settings(reviewer="Lin", language="en", theme="light", organisation="Harbour")
    save_settings(settings, config / "settings.json")
    program = Program(qapp, config_folder=config, clock=SystemClock())
    yield program
    program.close()


class Person:
    """Somebody at the keyboard; keys go to whatever has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focus(), key, modifier)

    def type(self, text: str) -> None:
        """Letters as keys; Chinese as an input method commits it."""
        if text.isascii():
            QTest.keyClicks(self._focus(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._focus(), event)

    def _focus(self) -> QWidget:
        # A menu takes the keys without taking the focus.
        popup = QApplication.activePopupWidget()
        if popup is None and QApplication.activeWindow() is None:
            self.front()
        focus = popup or QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def until(self, true: Callable[[], bool], timeout_ms: int = 10_000) -> None:
        self.qtbot.waitUntil(true, timeout=timeout_ms)

    def front(self) -> None:
        """A window manager would do this after a dialog is gone."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def take_in(self, *files: Path) -> None:
        """Imports files through the preview, as a drop on the window would."""
        listing = self.window.services.listing
        before = listing.count(ListingFilter())
        self.window.files.import_paths(files)
        dialog = self.window.findChildren(ImportDialog)[-1]
        self.until(dialog.take.isEnabled, 30_000)
        dialog.take.click()
        del dialog
        self.until(lambda: listing.count(ListingFilter()) > before, 30_000)
        self.until(lambda: not self.window.findChildren(ImportDialog))

    def open_first(self) -> ReviewPage:
        """The newest interaction of the list, with Enter."""
        table = self.window.pages.interactions.table
        self.until(table.isVisible)
        self.front()
        table.setFocus()
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.window.pages.current == "review")
        page = self.window.pages.currentWidget()
        assert isinstance(page, ReviewPage)
        self.until(lambda: QApplication.focusWidget() is page)
        return page


@pytest.fixture
def person(qtbot: QtBot, program: Program, tmp_path: Path) -> Person:
    """In front of an empty workspace that has the shipped rubrics."""
    window = program.open(tmp_path / "workspace")
    for _, source in shipped_rubrics():
        window.services.rubrics.publish(source)
    window.resize(1280, 720)
    qtbot.waitExposed(window)
    window.activateWindow()
    return Person(qtbot, window)
