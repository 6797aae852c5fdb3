"""Second opinions on the screen: asked for, drawn, sent, compared, dropped."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_desktop.base.settings import Settings
from qa_desktop.calibration.second.second_opinions import Cause, OpinionState
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.desktop.calibration.second.ask_dialog import AskDialog, DropDialog
from qa_desktop.desktop.calibration.second.comparison_dialog import OpinionsDialog
from qa_desktop.desktop.calibration.second.view import SecondView
from qa_desktop.desktop.calibration.views import SECOND
from qa_desktop.desktop.picturing.report_steps import make_opinions
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.reviews.listing_store import ListingFilter


def store_of(services: Services) -> SecondOpinionStore:
    return SecondOpinionStore(services.workspace.database, services.clock, services.reviews.actor)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """As who graded most of the demo."""
    settings = Settings(reviewer="L. Chen", language="en", theme="light")
    return Preferences(tmp_path / "settings.json", settings)


def submitted(services: Services) -> list[str]:
    """Those of the reviewer at the window."""
    rows = services.listing.page(ListingFilter(review_states=("submitted",)), 20)
    ids = [row.review_id for row in rows if row.review_id is not None]
    return [one for one in ids if services.reviews.get(one).reviewer == services.reviews.actor]


def view_in(window: MainWindow) -> SecondView:
    view = window.calibration.page().show_view(SECOND)
    settle(window.services.runner)
    assert isinstance(view, SecondView)
    return view


def choose(view: SecondView, state: OpinionState) -> None:
    row = next(n for n, one in enumerate(view.state.opinions) if one.state is state)
    view.table.selectRow(row)


def test_an_empty_queue_says_what_it_is_for(window: MainWindow) -> None:
    view = view_in(window)
    assert view.empty.isVisible()
    assert not view.send.isVisible()
    assert view.share.value() == 0


def test_the_share_and_the_reviewer_are_kept_at_once(window: MainWindow, qtbot: QtBot) -> None:
    make_opinions(window.services)
    window.services.preferences.change(
        replace(window.services.settings, second_share_pct=0, second_reviewer="")
    )
    view = view_in(window)
    view.share.selectAll()
    qtbot.keyClicks(view.share, "25")
    qtbot.keyClick(view.share, Qt.Key.Key_Return)
    view.reviewer.setCurrentIndex(1)
    view.reviewer.activated.emit(1)
    settings = window.services.settings
    assert settings.second_share_pct == 25
    assert settings.second_reviewer == view.state.people[0].person.fingerprint


def test_asking_from_a_review_puts_it_into_the_queue(window: MainWindow) -> None:
    review_id = submitted(window.services)[0]
    interaction = window.services.reviews.get(review_id).interaction_id
    window.open_review(interaction)
    settle(window.services.runner)
    page = window.open_review_page()
    assert page is not None
    page.second_requested.emit(page.state.review_id)
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    dialog.disputed.setChecked(True)
    dialog.note_field.setPlainText("The agent objects")
    dialog.accept()
    (opinion,) = store_of(window.services).all()
    assert (opinion.cause, opinion.note) == (Cause.DISPUTED, "The agent objects")
    assert "second opinion" in window.toast.text()


def test_asking_twice_is_told(window: MainWindow) -> None:
    review_id = submitted(window.services)[0]
    store_of(window.services).ask(review_id, Cause.ASKED)
    window.opening.ask_second(review_id)
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    dialog.accept()
    assert "in the queue" in window.banner.text()


def test_submitting_draws_by_the_share_in_the_settings(window: MainWindow) -> None:
    review_id = submitted(window.services)[0]
    window.opening.draw_second(review_id)
    assert store_of(window.services).all() == ()
    window.services.preferences.change(replace(window.services.settings, second_share_pct=100))
    window.opening.draw_second(review_id)
    (opinion,) = store_of(window.services).all()
    assert opinion.cause is Cause.DRAWN


def test_the_page_that_was_submitted_draws(window: MainWindow) -> None:
    window.services.preferences.change(replace(window.services.settings, second_share_pct=100))
    review_id = submitted(window.services)[0]
    window.open_review(window.services.reviews.get(review_id).interaction_id)
    settle(window.services.runner)
    page = window.open_review_page()
    assert page is not None
    page.submitted.emit(review_id)
    assert [one.review_id for one in store_of(window.services).all()] == [review_id]


def test_the_list_s_menu_asks_too(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages.interactions
    rows = window.services.listing.page(ListingFilter(review_states=("submitted",)), 1)
    entries = dict(page._menu_entries(rows))
    with qtbot.waitSignal(page.second_requested) as asked:
        entries["Ask for a second opinion…"]()
    assert asked.args == [rows[0].review_id]
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    dialog.reject()


def test_both_reviews_stand_side_by_side(window: MainWindow, qtbot: QtBot) -> None:
    make_opinions(window.services)
    view = view_in(window)
    choose(view, OpinionState.OPENED)
    assert view.compare.isEnabled()
    assert not view.drop.isEnabled()
    view.show_comparison()
    settle(window.services.runner)
    dialog = window.findChild(OpinionsDialog)
    assert dialog is not None
    rows = [row for section in dialog.sections for row in section.rows]
    assert any(row.differs for row in rows)
    shown = [widgets[0].isVisible() for _, widgets in dialog._rows]
    assert all(shown)
    dialog.only.click()
    shown = [widgets[0].isVisible() for _, widgets in dialog._rows]
    assert shown == [row.differs for row in rows]
    with qtbot.waitSignal(dialog.results_requested) as asked:
        dialog.open_results.click()
    assert asked.args == [view.current().session_id]  # type: ignore[union-attr]  # chosen above


def test_sending_without_a_second_reviewer_is_told(window: MainWindow) -> None:
    store_of(window.services).ask(submitted(window.services)[0], Cause.ASKED)
    view = view_in(window)
    view.ask_send()
    settle(window.services.runner)
    assert "Nobody is chosen" in view.problems.text()
    assert view.state.opinions[0].state is OpinionState.WAITING


def test_what_waits_is_sent_into_the_folder_or_by_hand(window: MainWindow, tmp_path: Path) -> None:
    make_opinions(window.services)
    view = view_in(window)
    assert view.send.isEnabled()
    hand = tmp_path / "stick"
    hand.mkdir()
    view.send_to(None, hand)
    settle(window.services.runner)
    assert len(list(hand.glob("*.qacal"))) == 1
    assert not view.state.waiting()
    assert not view.send.isEnabled()
    assert "hand it on" in window.toast.text()


def test_dropping_needs_a_reason_and_can_be_taken_back(window: MainWindow) -> None:
    store_of(window.services).ask(submitted(window.services)[0], Cause.ASKED)
    view = view_in(window)
    choose(view, OpinionState.WAITING)
    view.drop.click()
    dialog = window.findChild(DropDialog)
    assert dialog is not None
    assert not dialog.go.isEnabled()
    dialog.field.setPlainText("Too short")
    assert dialog.go.isEnabled()
    dialog.go.click()
    settle(window.services.runner)
    assert view.state.opinions[0].state is OpinionState.DROPPED
    view.drop.click()
    settle(window.services.runner)
    assert view.state.opinions[0].state is OpinionState.WAITING


def test_what_was_typed_in_the_queue_stays_when_the_language_changes(window: MainWindow) -> None:
    store_of(window.services).ask(submitted(window.services)[0], Cause.DISPUTED)
    view = view_in(window)
    view.retranslate()
    assert view.table.rowCount() == 1
    item = view.table.item(0, 1)
    assert item is not None
    assert item.text() == "disputed"
