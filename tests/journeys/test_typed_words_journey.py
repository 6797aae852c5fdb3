"""Words that were typed a moment ago are on disk, however the review is left."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.resources import resource_path
from qa_desktop.database.connection import Database
from qa_desktop.database.workspace import open_workspace
from qa_desktop.desktop.app import Program
from qa_desktop.desktop.ending import commit_data
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.text_field import PAUSE_MS, TextField
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.rail import RailButton
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.store import RubricStore

GRADER = Path(__file__).parent / "ended_grader.py"
WORDS = "last words"
# More than the free space inside the database's pages.
LONG = "second " * 20_000
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the shipped rubrics and a chat, closed; copy it before opening it."""
    folder = tmp_path_factory.mktemp("begun") / "workspace"
    clock = SystemClock()
    with open_workspace(folder, clock=clock) as workspace:
        rubrics = RubricStore(workspace.database, clock, "Lin")
        for _, source in shipped_rubrics():
            rubrics.publish(source)
        store = InteractionStore(workspace.database, clock, "Lin")
        plan = plan_import([resource_path("demo", "chats", "star_736.json")], ImportOptions())
        commit_import(plan, store, workspace)
    return folder


@pytest.fixture
def folder(tmp_path: Path, begun: Path) -> Path:
    return shutil.copytree(begun, tmp_path / "workspace")


@pytest.fixture
def window(qtbot: QtBot, program: Program, folder: Path) -> MainWindow:
    window = program.open(folder)
    window.resize(1280, 720)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ReviewPage:
    (row,) = window.services.listing.page(ListingFilter(), 1)
    window.open_review(row.interaction.id)
    page = window.pages.currentWidget()
    assert isinstance(page, ReviewPage)
    choice = page.state.rubrics[0]
    page.choose_rubric(choice.id, choice.version)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page)
    return page


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def into_item(page: ReviewPage) -> QWidget:
    page.panel.scorecard.write_comment()
    return focused()


def into_summary(page: ReviewPage) -> QWidget:
    page.panel.scorecard._summary.setFocus()
    return focused()


def into_comment(page: ReviewPage) -> QWidget:
    page.left.ask_comment()
    return focused()


def wait_for_pause(qtbot: QtBot, field: TextField) -> None:
    qtbot.waitUntil(lambda: not field._pause.isActive(), timeout=4 * PAUSE_MS)


def kept(folder: Path) -> Draft:
    """What is on disk, once the program has let go of it."""
    clock = SystemClock()
    with open_workspace(folder, clock=clock) as workspace:
        return drafted(workspace.database)


def drafted(database: Database) -> Draft:
    reviews = ReviewStore(database, SystemClock(), "Lin")
    with database.reading() as db:
        (interaction_id,) = db.execute("SELECT id FROM interactions").fetchone()
    review = reviews.latest_for(interaction_id)
    return review.draft if review else Draft()


def said(draft: Draft) -> list[str]:
    entries = [entry.comment for entry in draft.entries.values()]
    comments = [comment.text for comment in draft.comments]
    return [text for text in (*entries, *comments, draft.summary) if text]


@pytest.mark.parametrize("field", [into_item, into_summary, into_comment])
def test_the_window_is_closed(
    page: ReviewPage, window: MainWindow, folder: Path, field: Callable[[ReviewPage], QWidget]
) -> None:
    QTest.keyClicks(field(page), WORDS)
    assert said(drafted(window.services.workspace.database)) == []
    window.close()
    assert said(kept(folder)) == [WORDS]


def by_back(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    page.header.back_requested.emit()


def by_alt_left(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    # In a field this moves by words; elsewhere on the page it leaves.
    page.setFocus()
    QTest.keyClick(page, Key.Key_Left, Modifier.AltModifier)


def by_rail(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    rubrics = next(
        b for b in window.rail.findChildren(RailButton) if b.accessibleName() == "Rubrics"
    )
    QTest.mouseClick(rubrics, Qt.MouseButton.LeftButton)


def by_key(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    QTest.keyClick(focused(), Key.Key_4, Modifier.AltModifier)


def by_palette(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    """To the very review that is open: it stays, and goes on with the words on disk."""
    window.open_review(page.interaction_id)
    assert window.pages.currentWidget() is page
    assert said(page.presenter.draft) == [WORDS]


def by_workspace(window: MainWindow, page: ReviewPage, program: Program) -> None:
    window.workspace_requested.emit(window.services.workspace.folder.parent / "other")
    assert program.window is not window


def by_ctrl_q(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    QTest.keyClick(focused(), Key.Key_Q, Modifier.ControlModifier)
    assert not window.isVisible()


def by_quit(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    """As the Dock and the taskbar ask for it."""
    QApplication.closeAllWindows()
    assert not window.isVisible()


def by_end(window: MainWindow, page: ReviewPage, program: Program) -> None:
    program.end()
    assert program.workspace is None


@pytest.mark.parametrize(
    "leave",
    [by_back, by_alt_left, by_rail, by_key, by_palette, by_workspace, by_ctrl_q, by_quit, by_end],
)
def test_the_review_is_left(
    program: Program,
    page: ReviewPage,
    window: MainWindow,
    folder: Path,
    leave: Callable[[MainWindow, ReviewPage, Program], None],
) -> None:
    QTest.keyClicks(into_item(page), WORDS)
    leave(window, page, program)
    program.close()
    assert said(kept(folder)) == [WORDS]


def test_the_language_is_switched(
    qtbot: QtBot, program: Program, page: ReviewPage, window: MainWindow
) -> None:
    preferences = window.services.preferences
    for field, language in (
        (into_item, "zh-CN"),
        (into_summary, "en"),
        (into_comment, "zh-CN"),
    ):
        written = field(page)
        assert isinstance(written, TextField)
        QTest.keyClicks(written, WORDS)
        preferences.change(replace(preferences.settings(), language=language))
        assert written.toPlainText() == WORDS
        QTest.keyClicks(written, "!")
        wait_for_pause(qtbot, written)
        assert f"{WORDS}!" in said(drafted(window.services.workspace.database))


def test_the_session_ends(program: Program, page: ReviewPage, window: MainWindow) -> None:
    class Manager:
        """Qt makes the real one when a session ends, and nobody else can."""

        cancelled = False

        def cancel(self) -> None:
            self.cancelled = True

    manager = Manager()
    QTest.keyClicks(into_item(page), WORDS)
    commit_data(program, manager)
    assert said(drafted(window.services.workspace.database)) == [WORDS]
    assert not manager.cancelled


class TestAFullDisk:
    @pytest.fixture
    def full(self, program: Program, page: ReviewPage, window: MainWindow) -> Iterator[Database]:
        """The first words are on disk, the others don't fit."""
        database = window.services.workspace.database
        field = into_item(page)
        assert isinstance(field, TextField)
        QTest.keyClicks(field, WORDS)
        page.flush()
        with database.alone() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        field.insertPlainText(LONG)
        yield database
        if program.workspace is not None:
            self.make_room(database)

    def make_room(self, database: Database) -> None:
        with database.alone() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")

    def answer(self, words: str, seen: list[str]) -> None:
        def press() -> None:
            (box,) = (
                w
                for w in QApplication.topLevelWidgets()
                if isinstance(w, QMessageBox) and w.isVisible()
            )
            seen.append(box.text())
            next(b for b in box.buttons() if b.text() == words).click()

        QTimer.singleShot(0, press)

    def test_staying_keeps_everything(
        self, program: Program, page: ReviewPage, window: MainWindow, full: Database
    ) -> None:
        seen: list[str] = []
        for leave in (by_back, by_rail, by_command, by_quit_refused, by_workspace_refused):
            self.answer("Stay", seen)
            leave(window, page, program)
            assert window.pages.currentWidget() is page
            assert window.isVisible()
            marked = [b for b in window.rail.findChildren(RailButton) if b.isChecked()]
            assert [b.accessibleName() for b in marked] == ["Interactions"]
        assert len(seen) == 5
        assert "the disk is full" in seen[0]
        assert page.state.save.unsaved
        self.make_room(full)
        window.close()
        assert not window.isVisible()

    def test_leaving_keeps_what_was_saved_before(
        self, page: ReviewPage, window: MainWindow, full: Database
    ) -> None:
        seen: list[str] = []
        self.answer("Leave without saving", seen)
        page.header.back_requested.emit()
        assert len(seen) == 1
        assert window.pages.current == "interactions"
        assert said(drafted(full)) == [WORDS]

    def test_the_session_waits(
        self, program: Program, page: ReviewPage, window: MainWindow, full: Database
    ) -> None:
        class Manager:
            cancelled = False

            def cancel(self) -> None:
                self.cancelled = True

        manager = Manager()
        commit_data(program, manager)
        assert manager.cancelled
        assert page.state.save.unsaved

    def test_a_signal_does_not_wait(
        self, program: Program, page: ReviewPage, window: MainWindow, full: Database, folder: Path
    ) -> None:
        program.end()
        assert program.workspace is None
        assert said(kept(folder)) == [WORDS]


def by_command(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    window.actions_by_name["settings"].trigger()


def by_quit_refused(window: MainWindow, page: ReviewPage, _program: Program) -> None:
    window.close()


def by_workspace_refused(window: MainWindow, page: ReviewPage, program: Program) -> None:
    window.workspace_requested.emit(window.services.workspace.folder.parent / "other")
    assert program.window is window


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_saves_and_closes(folder: Path, tmp_path: Path, number: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(GRADER), str(folder), str(tmp_path / "config")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as grader:
        assert grader.stdout is not None
        assert grader.stderr is not None
        line = grader.stdout.readline()
        grader.send_signal(getattr(signal, number))
        errors = grader.stderr.read()
        assert line == "typed\n", errors
        assert grader.wait(30) == 0, errors
    assert said(kept(folder)) == [WORDS]
    assert list((folder / "backups").glob("*.sqlite3"))
