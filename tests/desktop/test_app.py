"""Starting: one program a workspace, what can't be opened, what loads when, what a crash says."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem
from qa_desktop.base.settings import Settings, save_settings
from qa_desktop.desktop.app import IDLE_BACKUP_MS, Program
from qa_desktop.desktop.crash import CrashLog, CrashReporter, masked
from qa_desktop.desktop.crash_dialog import CrashDialog
from qa_desktop.desktop.doorbell import Doorbell
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.window.start_problem import StartProblem
from qa_desktop.rubrics.library import shipped_rubrics

# What takes long to load and is not needed to show the list.
LATE = (
    *("PySide6.QtMultimedia", "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPrintSupport"),
    *("av", "babel", "charset_normalizer", "jmespath", "numpy", "psutil", "pysubs2", "reportlab"),
    *("rfc8785", "ruamel.yaml", "sqlite_utils", "tomllib", "uuid", "vlc"),
    *("qa_desktop.database.backup", "qa_desktop.database.search", "qa_desktop.rubrics"),
    *("qa_desktop.desktop.crash_dialog", "qa_desktop.desktop.interactions.facet_popup"),
    *("qa_desktop.desktop.review", "qa_desktop.desktop.sheet", "qa_desktop.desktop.waveform"),
)

# Ends with the first paint of the list; what loads once the window has settled stays out of it.
OPEN_A_WINDOW = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from qa_desktop.base.clock import SystemClock
from qa_desktop.desktop import app as app_module
app_module._SETTLE_AFTER_MS = 3_600_000
app = app_module.make_application(["qa-desktop"])
style = app.style().name()
program = app_module.Program(app, config_folder=Path(sys.argv[1]), clock=SystemClock())
program.open(Path(sys.argv[2]))
table = program.window.pages.interactions.table
class FirstFrame(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            rows = table.model().rowCount()
            loaded = [name for name in sys.argv[3:] if name in sys.modules]
            print(rows, style, loaded, flush=True)
            os._exit(0)
        return False
first_frame = FirstFrame()
table.viewport().installEventFilter(first_frame)
app.exec()
"""


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[Program]:
    config = tmp_path / "config"
    save_settings(Settings(language="en", theme="light", reviewer="Lin"), config / "settings.json")
    program = Program(qapp, config_folder=config, clock=clock)
    yield program
    program.close()
    qapp.styleHints().colorSchemeChanged.disconnect(program.theme._follow)


def test_the_list_is_there_before_anything_that_only_later_work_needs(
    tmp_path: Path, demo_folder: Path
) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(demo_folder, folder)
    ran = subprocess.run(
        [sys.executable, "-c", OPEN_A_WINDOW, str(tmp_path / "config"), str(folder), *LATE],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "8 fusion []\n"


def test_settings_are_in_force_as_soon_as_they_change(program: Program, tmp_path: Path) -> None:
    program.open(tmp_path / "workspace")
    preferences = program.preferences
    preferences.change(replace(preferences.settings(), theme="dark", reviewer="Chen"))
    assert program.theme.colours().dark
    assert program.window is not None
    assert program.window.services.settings.reviewer == "Chen"


def test_what_is_new_is_backed_up_after_half_an_idle_hour(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.open(tmp_path / "workspace")
    window.services.rubrics.publish(shipped_rubrics()[0][1])
    backups = tmp_path / "workspace" / "backups"
    assert not program._idle.isActive()
    window.show_saved(window.services.clock.now())
    assert program._idle.remainingTime() > IDLE_BACKUP_MS - 60_000
    with qtbot.waitSignal(window.files.backed_up):
        program._idle.timeout.emit()
    assert len(list(backups.glob("*.sqlite3"))) == 1
    with qtbot.assertNotEmitted(window.files.backed_up, wait=50):
        program._idle.timeout.emit()


def test_a_backup_that_fails_at_closing_is_told(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.open(tmp_path / "workspace")
    window.services.rubrics.publish(shipped_rubrics()[0][1])
    backups = tmp_path / "workspace" / "backups"
    backups.rmdir()
    backups.write_text("in the way", encoding="utf-8")
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    program.close()
    assert len(said) == 1
    assert program.workspace is None


def test_another_workspace_takes_the_place_of_the_first(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    first = program.open(tmp_path / "one")
    first.workspace_requested.emit(tmp_path / "two")
    assert program.workspace is not None
    assert program.workspace.folder == tmp_path / "two"
    assert program.window is not first
    # The first is free again.
    program.open(tmp_path / "one")


def test_a_workspace_that_can_not_be_opened_leaves_the_window_as_it_is(
    program: Program, tmp_path: Path
) -> None:
    window = program.open(tmp_path / "one")
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "qa.sqlite3").write_bytes(b"this is not a database, but it is long enough" * 40)
    window.workspace_requested.emit(bad)
    assert program.window is window
    assert window.banner.isVisible()


def test_a_second_start_raises_the_first_window(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "workspace"
    window = program.open(folder)
    qtbot.waitUntil(lambda: program._doorbell is not None)
    window.hide()
    second = Doorbell(folder)
    assert second.ring()
    qtbot.waitUntil(window.isVisible)
    assert not Doorbell(tmp_path / "other").ring()


def test_a_lock_without_a_window_is_explained(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    held = Problem(
        code="database.locked", values={"pid": "7", "host": "lab-3", "since": "2026-11-21T09:00Z"}
    )
    dialog = StartProblem(theme, lambda: "en", tmp_path, [held])
    qtbot.addWidget(dialog)
    dialog.show()
    assert "lab-3" in dialog.findChildren(ProblemBanner)[0].text()
    dialog._settle(tmp_path / "other")
    assert dialog.folder == tmp_path / "other"


def test_the_log_of_a_crash_has_no_names_and_numbers(clock: Clock, tmp_path: Path) -> None:
    log = CrashLog(tmp_path / "logs" / "crashes.log", clock)
    error = KeyError("call 13812345678 of lin@example.com said '我的卡丢了'")
    trace = log.write(error)
    written = log.file.read_text(encoding="utf-8")
    assert trace in written
    for private in ("13812345678", "lin@example.com", "我的卡丢了"):
        assert private not in written
    assert "KeyError" in written
    assert masked(str(Path.home() / "calls")) == str(Path("~") / "calls")


def test_a_crash_is_told_once_with_what_is_safe(
    qtbot: QtBot, theme: Theme, clock: Clock, tmp_path: Path
) -> None:
    reporter = CrashReporter(CrashLog(tmp_path / "crashes.log", clock), theme)
    reporter.report(ZeroDivisionError("a bug"))
    reporter.report(ZeroDivisionError("the same bug in the next frame"))
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert len(dialogs) == 1
    said = " ".join(label.text() for label in dialogs[0].findChildren(QLabel))
    assert "safe" in said
    assert "ZeroDivisionError" in dialogs[0].findChildren(QPlainTextEdit)[0].toPlainText()
    dialogs[0].accept()
    dialogs[0].deleteLater()
