"""A call without words offers to choose its transcript; what is chosen goes to this very call."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.importing.dialog import ImportDialog
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter

VTT = """WEBVTT

00:01.000 --> 00:02.000
<v Agent>good morning

00:02.500 --> 00:03.000
<v Customer>hello
"""


def test_the_chosen_file_gives_this_call_its_words(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = window.services
    rows = services.listing.page(ListingFilter(kinds=(Kind.RECORDING,)), 20)
    call = next(row.interaction for row in rows if row.review_state == "ungraded")
    services.interactions.attach_transcript(call.id, ())
    file = tmp_path / "export (7).vtt"
    file.write_text(VTT, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.open_review(call.id)
    page = window.open_review_page()
    assert page is not None
    # Its first item may be not applicable.
    choice = next(c for c in page.state.rubrics if c.id == "process-inspection")
    page.choose_rubric(choice.id, choice.version)
    # Begun before the words came: a review that could not point at any.
    page.set_na()
    assert page.state.review_id is not None
    left = page.left
    assert isinstance(left, CallSide)
    assert left._no_turns is not None
    left._no_turns.first_requested.emit()
    dialog = next(each for each in window.findChildren(ImportDialog) if each.isVisible())
    qtbot.waitUntil(dialog.take.isEnabled)
    assert call.title in dialog._title.text()
    dialog.take.click()
    qtbot.waitUntil(lambda: window.open_review_page() not in (None, page))
    anew = window.open_review_page()
    assert anew is not None
    assert [turn.text for turn in anew.left.detail.turns] == ["good morning", "hello"]
    assert anew.left.turns is not None
    assert anew.state.review_id == page.state.review_id
    QApplication.processEvents()
