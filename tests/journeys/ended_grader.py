"""The whole program with words just typed into a review, waiting to be ended by a signal.

Run as a program: the workspace's folder, the settings' folder. Says "typed" once the words are in
the field and the program hears signals.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop import app as program
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.reviews.listing_store import ListingFilter


def type_words() -> None:
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    (row,) = window.services.listing.page(ListingFilter(), 1)
    window.open_review(row.interaction.id)
    page = window.pages.currentWidget()
    assert isinstance(page, ReviewPage)
    choice = page.state.rubrics[0]
    page.choose_rubric(choice.id, choice.version)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    page.panel.scorecard.write_comment()
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    # Not in this test: the pause after typing would save the words by itself.
    field._pause.setInterval(3_600_000)
    QTest.keyClicks(field, "last words")
    print("typed", flush=True)


def make_application() -> QApplication:
    app = _make_application()
    # Signals are heard 200 ms after the window is there.
    QTimer.singleShot(800, type_words)
    return app


_make_application = program.make_application

if __name__ == "__main__":
    program.make_application = make_application
    raise SystemExit(program.run_app(Path(sys.argv[1]), config_folder=Path(sys.argv[2])))
