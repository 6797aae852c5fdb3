"""An open draft of another reviewer: read-only until one goes on in it or begins one's own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.database.connection import Database
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

As = Callable[[str], ReviewPresenter]


@pytest.fixture
def opened_as(
    interactions: InteractionStore, rubrics: RubricStore, database: Database, clock: Clock
) -> As:
    def open_page(reviewer: str) -> ReviewPresenter:
        reviews = ReviewStore(database, clock, reviewer)
        return ReviewPresenter(interactions.detail("call"), reviews, rubrics, clock, "en")

    return open_page


class TestWhoseDraftItIs:
    def test_nothing_changes_it_before_one_decides(self, opened_as: As, database: Database) -> None:
        opened_as("Lin").choose("greeting", "4")
        presenter = opened_as("Mei")
        before = presenter.draft
        state = presenter.state()
        assert (state.phase, state.reviewer, state.read_only) == (Phase.FOREIGN, "Lin", True)
        for act in (
            lambda: presenter.choose("greeting", "1"),
            lambda: presenter.set_item_comment("greeting", "x"),
            lambda: presenter.set_summary("x"),
            presenter.undo,
            presenter.redo,
            presenter.submit,
            presenter.retry,
        ):
            assert act().phase is Phase.FOREIGN
        assert presenter.draft == before
        assert opened_as("Lin").draft == before

    def test_going_on_makes_it_ones_own(self, opened_as: As) -> None:
        opened_as("Lin").choose("greeting", "4")
        presenter = opened_as("Mei")
        state = presenter.go_on()
        assert (state.phase, state.reviewer) == (Phase.GRADING, "Mei")
        assert state.current_item == "recorded"
        presenter.choose("recorded", "yes")
        again = opened_as("Lin").state()
        assert (again.phase, again.reviewer) == (Phase.FOREIGN, "Mei")

    def test_ones_own_begins_empty_and_leaves_the_other(self, opened_as: As) -> None:
        first = opened_as("Lin").choose("greeting", "4")
        presenter = opened_as("Mei")
        state = presenter.start_own()
        assert (state.phase, state.review_id, state.missing.count) == (Phase.GRADING, None, 5)
        mine = presenter.choose("greeting", "2")
        assert mine.review_id not in (None, first.review_id)
        # Each finds his own from now on.
        assert opened_as("Mei").state().review_id == mine.review_id
        assert opened_as("Lin").state().review_id == first.review_id
        assert opened_as("Lin").state().phase is Phase.GRADING

    def test_a_nameless_draft_is_whoever_goes_on_in_it(self, opened_as: As) -> None:
        opened_as("reviewer").choose("greeting", "4")
        presenter = opened_as("Mei")
        assert presenter.state().phase is Phase.GRADING
        assert presenter.choose("recorded", "yes").reviewer == "Mei"


class TestTheBanner:
    @pytest.fixture
    def page(self, qtbot: QtBot, demo_services: Services) -> ReviewPage:
        """The demo's draft, which is another reviewer's."""
        (row,) = demo_services.listing.page(ListingFilter(review_states=("draft",)), 5)
        page = ReviewPage(demo_services, row.interaction.id)
        qtbot.addWidget(page)
        page.resize(1204, 640)
        page.show()
        qtbot.waitExposed(page)
        page.setFocus()
        return page

    def test_it_says_whose_it_is_and_goes_when_one_goes_on(self, page: ReviewPage) -> None:
        assert page.state.phase is Phase.FOREIGN
        assert page.panel.draft.isVisible()
        assert "L. Chen" in page.panel.draft._title.text()
        assert not page.panel.save_bar._submit.isVisible()
        QTest.keyClick(page, Qt.Key.Key_1)
        assert not page.panel.draft.isVisible()
        assert (page.state.phase, page.state.reviewer) == (Phase.GRADING, "Lin")

    def test_the_second_key_begins_ones_own(self, page: ReviewPage) -> None:
        answered = sum(item.answered for item in page.state.items())
        assert answered
        QTest.keyClick(page, Qt.Key.Key_2)
        assert page.state.phase is Phase.GRADING
        assert sum(item.answered for item in page.state.items()) == 0

    def test_comments_wait_too(self, page: ReviewPage) -> None:
        sound = page.left.sound
        assert sound is not None
        before = page.state.comments
        QTest.keyClick(page, Qt.Key.Key_M)
        assert page.state.comments == before
        assert not sound.transport._comment.isEnabled()
        QTest.keyClick(page, Qt.Key.Key_1)
        assert sound.transport._comment.isEnabled()
        page.setFocus()
        QTest.keyClick(page, Qt.Key.Key_M)
        assert len(page.state.comments) == len(before) + 1
