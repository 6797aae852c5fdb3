"""Writes a rubric in a real editor and says what was shown as saved, until it is killed.

Run as a program: the workspace's folder and a draft's id. Each line is the number of the round
whose words the editor had shown as saved.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import open_workspace
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
from qa_desktop.desktop.services import make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme

ROUNDS = 10_000


def main(folder: Path, draft_id: str) -> None:
    app = QApplication([])
    clock = SystemClock()
    services = make_services(
        open_workspace(folder, clock=clock),
        preferences=Preferences(None, Settings(reviewer="Lin", language="en")),
        theme=Theme(app, "light"),
        clock=clock,
        runner=TaskRunner(),
        memory=QSettings(str(folder.parent / "window.ini"), QSettings.Format.IniFormat),
    )
    drafts = services.rubric_drafts
    page = EditorPage(
        services, EditorPresenter(drafts, services.rubrics, drafts.get(draft_id), "en")
    )
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.select(("sections", 0))
    for number in range(1, ROUNDS):
        page.does.rename()
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, f"round {number}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        while not page.head.saved.text().startswith("Saved "):
            app.processEvents()
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
