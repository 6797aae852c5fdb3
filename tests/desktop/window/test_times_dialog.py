"""The reviewer sees how long grading took, and deletes it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.settings.page import SettingsPage
from qa_desktop.desktop.window.keys_dialog import KeysDialog
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import SETTINGS
from qa_desktop.desktop.window.times_dialog import TimesDialog
from qa_desktop.reviews.grading_times_store import GradingTimesStore
from qa_desktop.reviews.listing_store import ListingFilter


def words(dialog: TimesDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def store(window: MainWindow) -> GradingTimesStore:
    services = window.services
    return GradingTimesStore(services.workspace.database, services.reviews.actor)


def test_it_says_what_was_measured_and_deletes_it(qtbot: QtBot, window: MainWindow) -> None:
    services = window.services
    rows = services.listing.page(ListingFilter(review_states=("submitted",)), 2)
    with services.workspace.database.writing() as db:
        for row in rows:
            db["grading_times"].insert(
                {"review_id": row.review_id, "revision": row.revision, "spent_ms": 300_000}
            )
    # They were submitted in another's name: nothing of it is to be seen.
    window.opening.show_times()
    (dialog,) = window.findChildren(TimesDialog)
    assert "5 min" not in words(dialog)
    assert "Timing is off" in words(dialog)
    assert dialog.delete.isHidden()
    dialog.reject()
    name = services.reviews.get(rows[0].review_id or "").reviewer
    theirs = TimesDialog(services)
    qtbot.addWidget(theirs)
    theirs._store = GradingTimesStore(services.workspace.database, name)
    theirs._show()
    assert "5 min" in words(theirs)
    theirs.show()
    qtbot.mouseClick(theirs.delete, Qt.MouseButton.LeftButton)
    assert theirs._store.by_rubric() != ()
    qtbot.mouseClick(theirs.really, Qt.MouseButton.LeftButton)
    assert theirs._store.by_rubric() == ()
    assert "5 min" not in words(theirs)


def test_the_settings_lead_there_and_to_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_page(SETTINGS)
    page = window.pages.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    preferences = window.services.preferences
    assert preferences.settings().times_grading is False
    page.grading.times.setFocus()
    qtbot.keyClick(page.grading.times, Qt.Key.Key_Space)
    assert preferences.settings().times_grading is True
    page.grading.see_times.click()
    (times,) = window.findChildren(TimesDialog)
    times.reject()
    preferences.change(replace(preferences.settings(), keys={"play": ("F13",)}))
    assert "1 action" in page.keys._hints["keys"].text()
    page.keys.change.click()
    (keys,) = window.findChildren(KeysDialog)
    keys.reject()
