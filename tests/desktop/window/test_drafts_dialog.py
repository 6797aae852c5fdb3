"""Open drafts at hand: opened, set beside, discarded and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.window.drafts_dialog import DraftsDialog
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.palette import Palette
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import Draft, StepLabel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WAIT_MS = 20_000


@pytest.fixture
def mine(window: MainWindow) -> list[str]:
    """Two interactions with drafts of this reviewer, the one saved last first."""
    services = window.services
    rows = services.listing.page(ListingFilter(review_states=("ungraded",)), 9)
    rubric = services.rubrics.matching("chat")[0]
    begun = []
    for number, row in enumerate(rows[:2]):
        review = services.reviews.start(row.interaction.id, rubric)
        services.reviews.save(
            review.id, Draft(summary=f"Draft {number}"), StepLabel(code="summary")
        )
        begun.insert(0, row.interaction.id)
    return begun


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, mine: list[str]) -> DraftsDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_D, Modifier.ControlModifier)
    (dialog,) = window.findChildren(DraftsDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=WAIT_MS)
    return dialog


def test_it_lists_ones_own_first_with_progress(dialog: DraftsDialog, mine: list[str]) -> None:
    listed = [draft.interaction_id for draft in dialog._drafts]
    assert listed[:2] == mine
    texts = [dialog.table.item(0, column).text() for column in range(5)]
    assert texts[2].startswith("0 of ")
    assert texts[4] == "Lin"


def test_enter_opens_it(qtbot: QtBot, window: MainWindow, dialog: DraftsDialog) -> None:
    wanted = dialog._drafts[1].interaction_id
    qtbot.keyClick(dialog.table, Key.Key_Down)
    qtbot.keyClick(dialog.table, Key.Key_Return)
    page = window.open_review_page()
    assert page is not None
    assert page.interaction_id == wanted


def test_it_opens_beside(qtbot: QtBot, window: MainWindow, dialog: DraftsDialog) -> None:
    dialog.beside.click()
    assert [page.interaction_id for page in window.reviews.pages()] == [
        dialog._drafts[0].interaction_id
    ]
    assert window.reviews.beside is not None


def test_a_discarded_draft_is_gone_and_comes_back(
    qtbot: QtBot, window: MainWindow, dialog: DraftsDialog, mine: list[str]
) -> None:
    reviews = window.services.reviews
    before = reviews.latest_for(mine[0])
    drafts = window.status.state.drafts
    window.pages.interactions.reload()
    count = dialog.table.rowCount()
    dialog.discard.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == count - 1, timeout=WAIT_MS)
    assert reviews.latest_for(mine[0]) is None
    assert window.status.state.drafts == drafts + len(mine) - 1
    dialog.undo.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == count, timeout=WAIT_MS)
    assert reviews.latest_for(mine[0]) == before


def test_one_that_is_open_is_not_discarded(
    qtbot: QtBot, window: MainWindow, mine: list[str]
) -> None:
    window.open_review(mine[0])
    window.opening.show_drafts()
    (dialog,) = window.findChildren(DraftsDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=WAIT_MS)
    assert "(open now)" in dialog.table.item(0, 0).text()
    assert not dialog.discard.isEnabled()
    dialog._discard()
    assert window.services.reviews.latest_for(mine[0]) is not None
    dialog.reject()


def test_without_drafts_it_says_what_it_is_for(qtbot: QtBot, window: MainWindow) -> None:
    services = window.services
    for row in services.listing.page(ListingFilter(review_states=("draft",)), 9):
        review = services.reviews.latest_for(row.interaction.id)
        assert review is not None
        services.reviews.discard_draft(review.id)
    window.opening.show_drafts()
    (dialog,) = window.findChildren(DraftsDialog)
    qtbot.waitUntil(dialog.empty.isVisible, timeout=WAIT_MS)
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_the_palette_offers_drafts_recent_ones_and_what_the_page_can_do(
    qtbot: QtBot, window: MainWindow, mine: list[str]
) -> None:
    window.open_review(mine[0])
    window.open_review(mine[1])
    window.opening.show_palette()
    palette = next(p for p in window.findChildren(Palette) if p.isVisible())
    kinds = [
        palette.list.item(n).data(Qt.ItemDataRole.UserRole).kind
        for n in range(palette.list.count())
    ]
    assert kinds[0] == "recent"
    assert list(dict.fromkeys(kinds)) == ["recent", "draft", "action", "command"]
    qtbot.keyClicks(palette.field, "focus mode")
    entry = palette.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert (entry.kind, entry.detail) == ("action", "F11")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert window.reviews.focus_mode
    assert QApplication.activePopupWidget() is None
