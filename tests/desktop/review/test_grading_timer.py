"""Time is counted while somebody grades, kept with the review, and not at all when switched off."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem
from qa_desktop.database.connection import NotSaved
from qa_desktop.desktop.review.active_time import IDLE_AFTER_MS, ActiveTime
from qa_desktop.desktop.review.grading_timer import GradingTimer
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.reviews.grading_times_store import GradingTimesStore

OpenPage = Callable[..., ReviewPage]


class TestActiveTime:
    def test_only_time_with_input_counts(self) -> None:
        worked = ActiveTime()
        worked.tick(0, active=True, playing=False)
        worked.tick(1000, active=True, playing=False)
        assert worked.untaken_ms == 0
        worked.heard(1000)
        for now in range(2000, 6000, 1000):
            worked.tick(now, active=True, playing=False)
        assert worked.untaken_ms == 4000

    def test_after_a_minute_without_input_it_pauses_unless_sound_plays(self) -> None:
        worked = ActiveTime()
        worked.heard(0)
        for now in range(0, IDLE_AFTER_MS + 20_000, 1000):
            worked.tick(now, active=True, playing=False)
        assert worked.take() == IDLE_AFTER_MS
        for now in range(IDLE_AFTER_MS + 20_000, IDLE_AFTER_MS + 30_000, 1000):
            worked.tick(now, active=True, playing=True)
        assert worked.take() == 10_000

    def test_a_window_behind_and_a_machine_asleep_do_not_count(self) -> None:
        worked = ActiveTime()
        worked.heard(0)
        worked.tick(0, active=True, playing=False)
        worked.tick(1000, active=False, playing=True)
        assert worked.untaken_ms == 0
        worked.tick(8 * 3_600_000, active=True, playing=True)
        assert worked.untaken_ms == 5000


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_ms = 0

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def times(demo_services: Services) -> GradingTimesStore:
    services = demo_services
    return GradingTimesStore(services.workspace.database, services.reviews.actor)


def switch(services: Services, *, on: bool) -> None:
    preferences = services.preferences
    preferences.change(replace(preferences.settings(), times_grading=on))


def time(page: ReviewPage, services: Services, hand: Hand) -> GradingTimer:
    """In the place of the page's own, which goes by the real clock."""
    page.timer._timer.stop()
    timer = GradingTimer(page, services, hand)
    page.timer = timer
    timer.heed_settings()
    timer._timer.stop()
    return timer


def work(page: ReviewPage, timer: GradingTimer, hand: Hand, seconds: int) -> None:
    for _ in range(seconds):
        QTest.keyClick(page.windowHandle(), Qt.Key.Key_F20)
        hand.now_ms += 1000
        timer.tick()


def answer(page: ReviewPage) -> None:
    item = next(i for i in page.state.items() if i.options)
    page.show_state(page.presenter.choose(item.id, item.options[0].key))


def test_off_nothing_is_counted_shown_or_stored(
    open_page: OpenPage, demo_services: Services, hand: Hand, times: GradingTimesStore
) -> None:
    page = open_page()
    timer = time(page, demo_services, hand)
    answer(page)
    work(page, timer, hand, 40)
    page.close()
    assert page.state.review_id is not None
    assert times.spent_ms(page.state.review_id, 1) == 0
    assert not page.panel.save_bar._spent.isVisible()


def test_it_goes_on_where_it_was_before_a_restart(
    open_page: OpenPage,
    demo_services: Services,
    hand: Hand,
    times: GradingTimesStore,
    qtbot: QtBot,
) -> None:
    switch(demo_services, on=True)
    page = open_page()
    timer = time(page, demo_services, hand)
    # Before the first answer there is nothing on disk that it could be kept with.
    work(page, timer, hand, 40)
    assert page.state.review_id is None
    assert timer.spent_ms() == 40_000
    answer(page)
    work(page, timer, hand, 50)
    assert page.panel.save_bar._spent.text() == "1 min"
    review_id = page.state.review_id
    assert review_id is not None
    page.close()
    assert times.spent_ms(review_id, 1) == 90_000
    again = ReviewPage(demo_services, page.interaction_id)
    qtbot.addWidget(again)
    assert again.timer.spent_ms() == 90_000


def test_switching_it_off_forgets_what_was_not_kept_yet(
    open_page: OpenPage, demo_services: Services, hand: Hand, times: GradingTimesStore
) -> None:
    switch(demo_services, on=True)
    page = open_page()
    timer = time(page, demo_services, hand)
    answer(page)
    work(page, timer, hand, 10)
    switch(demo_services, on=False)
    page.close()
    assert times.spent_ms(page.state.review_id or "", 1) == 0


def test_a_disk_that_takes_nothing_loses_no_time(
    open_page: OpenPage,
    demo_services: Services,
    hand: Hand,
    times: GradingTimesStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    switch(demo_services, on=True)
    page = open_page()
    timer = time(page, demo_services, hand)
    answer(page)
    review_id = page.state.review_id
    assert review_id is not None

    # So small a row nearly always finds room: a full disk can't be had for it.
    def refuse(*_: object) -> None:
        raise NotSaved(Problem(code="database.not_saved.disk_full"))

    with monkeypatch.context() as full:
        full.setattr(GradingTimesStore, "add", refuse)
        work(page, timer, hand, 20)
    assert times.spent_ms(review_id, 1) == 0
    assert timer.spent_ms() == 20_000
    work(page, timer, hand, 1)
    assert times.spent_ms(review_id, 1) == 21_000
