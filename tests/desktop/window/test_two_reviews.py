"""Two reviews side by side, each in its window: saved, heard and closed each for itself."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.review_window import ReviewWindow
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import ReviewState

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BESIDE = Modifier.ControlModifier | Modifier.ShiftModifier


def ungraded(window: MainWindow, kind: str = "chat") -> list[str]:
    wanted = ListingFilter(kinds=(kind,))
    rows = window.services.listing.page(wanted, 50)
    return [row.interaction.id for row in rows if row.review_state == "ungraded"]


def choose(page: ReviewPage) -> ReviewPage:
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        choice = page.state.rubrics[0]
        page.choose_rubric(choice.id, choice.version)
    assert page.state.phase is Phase.GRADING
    return page


def answer_one(page: ReviewPage) -> None:
    choose(page)
    item = next(i for i in page.state.items() if i.options)
    page.show_state(page.presenter.choose(item.id, item.options[0].key))
    assert page.state.save.saved_at is not None


def answer_all(page: ReviewPage) -> None:
    choose(page)
    while page.state.missing.count:
        item_id = page.state.missing.first_id
        assert item_id is not None
        item = page.state.item(item_id)
        assert item is not None
        if item.na_allowed:
            page.show_state(page.presenter.set_na(item.id))
        else:
            assert item.form is not AnswerForm.NOTE
            page.show_state(page.presenter.choose(item.id, item.options[0].key))


def second(window: MainWindow) -> ReviewWindow:
    assert window.reviews.beside is not None
    return window.reviews.beside


def second_page(window: MainWindow) -> ReviewPage:
    page = second(window).page
    assert page is not None
    return page


def first_page(window: MainWindow) -> ReviewPage:
    page = window.open_review_page()
    assert page is not None
    return page


@pytest.fixture
def both(window: MainWindow) -> tuple[ReviewPage, ReviewPage]:
    """The first chat in the main window, the second beside it."""
    one, two = ungraded(window)[:2]
    window.open_review(one)
    window.reviews.open_beside(two)
    return first_page(window), second_page(window)


def test_the_list_opens_beside_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    table = window.pages.interactions.table
    table.setFocus()
    table.selectRow(2)
    wanted = table.current_row()
    assert wanted is not None
    qtbot.keyClick(table, Key.Key_Return, BESIDE)
    assert second_page(window).interaction_id == wanted.interaction.id
    assert window.pages.current == "interactions"
    second(window).close()
    assert window.reviews.beside is None


def test_the_same_interaction_is_never_open_twice(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    one, two = both
    window.reviews.open_beside(one.interaction_id)
    window.open_review(two.interaction_id)
    assert window.reviews.pages() == both
    assert [p.interaction_id for p in window.reviews.pages()] == [
        one.interaction_id,
        two.interaction_id,
    ]


def test_each_saves_for_itself_and_the_list_hears_of_both(
    qtbot: QtBot, window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    before = window.status.state.drafts
    for page in both:
        answer_one(page)
    reviews = window.services.reviews
    for page in both:
        kept = reviews.latest_for(page.interaction_id)
        assert kept is not None
        assert kept.draft == page.presenter.draft
    window.back_to_list()
    assert window.status.state.drafts == before + 2
    # What is done beside shows in the list while it is in front.
    answer_all(both[1])
    both[1].submit()
    qtbot.waitUntil(lambda: window.status.state.drafts == before + 1)


def test_submitting_beside_goes_on_beside_and_skips_what_is_open(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    one, two = both
    answer_all(two)
    review_id = two.state.review_id
    assert review_id is not None
    two.submit()
    assert window.services.reviews.get(review_id).state is ReviewState.SUBMITTED
    assert first_page(window) is one
    following = second_page(window)
    assert following.interaction_id not in (one.interaction_id, two.interaction_id)
    assert second(window).toast.text().startswith("Submitted")


def test_when_nothing_is_left_the_second_window_closes(window: MainWindow) -> None:
    listing = window.services.listing
    (one, *others) = ungraded(window)
    assert others
    window.pages.interactions.show_state(
        window.pages.interactions.presenter.search(
            next(
                row.interaction.title
                for row in listing.page(ListingFilter(), 50)
                if row.interaction.id == one
            )
        )
    )
    window.reviews.open_beside(one)
    answer_all(second_page(window))
    second_page(window).submit()
    assert window.reviews.beside is None
    assert "Nothing is left to grade here" in window.toast.text()


def test_previous_and_next_go_through_the_list_without_submitting(
    qtbot: QtBot, window: MainWindow
) -> None:
    order = [r.interaction.id for r in window.services.listing.page(ListingFilter(), 50)]
    window.open_review(order[1])
    for key, wanted in ((Key.Key_PageDown, 2), (Key.Key_PageDown, 3), (Key.Key_PageUp, 2)):
        page = first_page(window)
        page.take_keys()
        qtbot.keyClick(page, key, Modifier.AltModifier)
        assert first_page(window).interaction_id == order[wanted]
    window.open_review(order[0])
    first_page(window).neighbour_requested.emit(-1)
    assert first_page(window).interaction_id == order[0]
    assert "first one" in window.toast.text()


def test_next_in_the_second_window_passes_over_the_one_in_the_first(window: MainWindow) -> None:
    order = [r.interaction.id for r in window.services.listing.page(ListingFilter(), 50)]
    window.open_review(order[2])
    window.reviews.open_beside(order[1])
    second_page(window).neighbour_requested.emit(1)
    assert second_page(window).interaction_id == order[3]
    assert first_page(window).interaction_id == order[2]


def test_only_one_plays_at_a_time(qtbot: QtBot, window: MainWindow) -> None:
    listing = window.services.listing
    calls = [r.interaction.id for r in listing.page(ListingFilter(kinds=("recording",)), 9)]
    window.open_review(calls[0])
    window.reviews.open_beside(calls[1])
    sounds = [page.left.sound for page in window.reviews.pages()]
    one, two = (sound.listening for sound in sounds if sound is not None)
    for listening in (one, two):
        qtbot.waitUntil(lambda each=listening: each.playable, timeout=10_000)
    one.play()
    qtbot.waitUntil(lambda: one.playing, timeout=10_000)
    two.play()
    qtbot.waitUntil(lambda: two.playing and not one.playing, timeout=10_000)
    one.play()
    qtbot.waitUntil(lambda: one.playing and not two.playing, timeout=10_000)


def test_closing_the_program_saves_what_is_typed_in_both(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    ids = []
    for number, page in enumerate(both):
        answer_one(page)
        page.show_state(page.presenter.set_summary(f"Typed {number}"))
        ids.append(page.state.review_id or "")
    window.close()
    assert window.reviews.pages() == ()
    kept = [window.services.reviews.get(each).draft.summary for each in ids]
    assert kept == ["Typed 0", "Typed 1"]


@pytest.mark.parametrize("stays", [True, False])
def test_one_that_cannot_be_saved_keeps_both_open_unless_given_up(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage], stays: bool
) -> None:
    for page in both:
        answer_one(page)
    database = window.services.workspace.database
    with database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    two = both[1]
    # More than the free space inside the database's pages.
    two.show_state(two.presenter.set_summary("not on disk " * 20_000))
    assert two.state.save.unsaved
    asked: list[QWidget] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.parentWidget())
        wanted = "Stay" if stays else "Leave without saving"
        next(button for button in box.buttons() if button.text() == wanted).click()

    QTimer.singleShot(0, answer)
    window.close()
    # Asked once, of the one that could not be saved.
    assert asked == [two]
    assert window.isVisible() is stays
    assert len(window.reviews.pages()) == (2 if stays else 0)
    with database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")


def test_the_two_windows_are_put_side_by_side(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    # The screen of the tests is a small one.
    for each in (window, second(window)):
        each.setMinimumSize(300, 200)
    window.actions_by_name["tile"].trigger()
    left, right = window.geometry(), second(window).geometry()
    area = window.screen().availableGeometry()
    assert left.left() == area.left()
    assert right.right() == area.right()
    assert right.left() > left.right()


def test_each_window_remembers_its_own_place(
    window: MainWindow, both: tuple[ReviewPage, ReviewPage]
) -> None:
    beside = second(window)
    beside.resize(beside.minimumWidth(), 610)
    beside.close()
    window.reviews.open_beside(both[0].interaction_id)
    assert window.reviews.beside is None
    window.reviews.open_beside(ungraded(window)[1])
    assert second(window).height() == 610
    assert window.services.memory.fileName() != second(window).services.memory.fileName()


def test_focus_mode_leaves_what_is_graded_and_what_with(qtbot: QtBot, window: MainWindow) -> None:
    window.open_review(ungraded(window)[0])
    page = choose(first_page(window))
    page.take_keys()
    qtbot.keyClick(page, Key.Key_F11)
    frame = (window.rail, window.status_line, page.header)
    assert not any(part.isVisible() for part in frame)
    assert page.panel.scorecard.isVisible()
    qtbot.keyClick(page, Key.Key_Escape)
    assert not window.rail.isVisible()
    # The next one begins in it; the list has its rail.
    page.neighbour_requested.emit(1)
    assert not first_page(window).header.isVisible()
    window.back_to_list()
    assert window.rail.isVisible()
    window.open_review(ungraded(window)[0])
    page = first_page(window)
    page.panel.save_bar._focus.click()
    assert all(part.isVisible() for part in (window.rail, window.status_line, page.header))
