"""A window that is closed takes all its widgets along: nothing piles up over a day of reviews."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.reviews.listing_store import ListingFilter


def widgets() -> Counter[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


@pytest.mark.qt_log_ignore("This plugin does not support", "pipewire", "PulseAudio")
def test_reviews_that_were_left_leave_no_widget_behind(
    qtbot: QtBot, demo_services: Services
) -> None:
    before = widgets()
    window = MainWindow(demo_services)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    rows = demo_services.listing.page(ListingFilter(), 10)
    for row in rows:
        window.open_review(row.interaction.id)
        settle(demo_services.runner)
    window.back_to_list()
    assert window.close()
    window.deleteLater()
    left = widgets() - before
    # What Qt makes for the whole application.
    for shared in ("QTipLabel",):
        left.pop(shared, None)
    assert left == Counter()
