"""Grades in a real page and says what was shown as saved, until it is killed.

Run as a program: the workspace's folder. Each line is the number of the round whose comment and
answer the page had shown as saved.
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
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.reviews.listing_store import ListingFilter

ROUNDS = 10_000


def main(folder: Path) -> None:
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
    (row,) = services.listing.page(ListingFilter(), 1)
    page = ReviewPage(services, row.interaction.id)
    page.show()
    if page.state.rubrics and not page.state.sections:
        choice = page.state.rubrics[0]
        page.choose_rubric(choice.id, choice.version)
    item_id = page.state.items()[0].id
    page.show_state(page.presenter.select_item(item_id))
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    for number in range(1, ROUNDS):
        page.setFocus()
        options = page.state.items()[0].options
        QTest.keyClick(page, Qt.Key(ord(options[number % len(options)].digit)))
        page.panel.scorecard.write_comment()
        field = QApplication.focusWidget()
        assert field is not None
        assert field is not page
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, f"round {number}")
        QTest.keyClick(field, Qt.Key.Key_Return)
        if page.panel.save_bar.saved_words().startswith("Saved "):
            print(number, flush=True)
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
