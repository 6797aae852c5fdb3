"""A call on the review page: waveform, words and sound together, and without the sound."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.review.state import ItemState, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import AgentChannel, Kind
from qa_desktop.reviews.listing_store import ListingFilter

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def current(page: ReviewPage) -> ItemState:
    item = page.state.item(page.state.current_item or "")
    assert item is not None
    return item


@pytest.fixture
def page(open_page: OpenPage) -> ReviewPage:
    return open_page(Kind.RECORDING)


def test_the_waveform_and_what_was_found_in_it_arrive(qtbot: QtBot, page: ReviewPage) -> None:
    sound, left = page.left.sound, page.left
    assert sound is not None
    assert isinstance(left, CallSide)
    qtbot.waitUntil(lambda: sound.call.peaks is not None and not sound.call.partial)
    qtbot.waitUntil(lambda: "talk" in left.facts.text())


def test_a_click_on_words_seeks_and_lights_the_turn(page: ReviewPage) -> None:
    sound, turns = page.left.sound, page.left.turns
    assert sound is not None
    assert turns is not None
    turns.canvas.turn_clicked.emit(2, 0)
    turn = turns._turns[2]
    assert sound.listening.position_ms() == turn.start_ms
    assert turns.current() == 2


def test_a_comment_is_stamped_at_its_first_letter_less_the_reaction_time(
    qtbot: QtBot, page: ReviewPage, demo_services: Services
) -> None:
    sound = page.left.sound
    assert sound is not None
    reaction_ms = demo_services.settings.reaction_ms
    sound.listening.seek(10_000)
    press(Key.Key_M)
    (comment,) = page.state.comments
    assert comment.start_ms == 10_000, "paused, the moment was chosen"
    press(Key.Key_Return)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: sound.listening.position_ms() > 10_200)
    press(Key.Key_M)
    qtbot.waitUntil(lambda: sound.listening.position_ms() > 11_000)
    before_ms = sound.listening.position_ms()
    QTest.keyClicks(QApplication.focusWidget(), "k")
    after_ms = sound.listening.position_ms()
    press(Key.Key_Return)
    (comment,) = page.state.comments
    assert comment.start_ms is not None
    assert before_ms - reaction_ms <= comment.start_ms <= after_ms - reaction_ms


def test_i_and_o_mark_a_measure_when_it_is_the_current_item(page: ReviewPage) -> None:
    sound = page.left.sound
    assert sound is not None
    item = next((i for i in page.state.items() if i.id == "soothing-time"), None)
    if item is None:
        page.show_state(page.presenter.choose("displeasure", "yes"))
    page.show_state(page.presenter.select_item("soothing-time"))
    sound.listening.seek(5_000)
    press(Key.Key_I)
    sound.listening.seek(17_500)
    press(Key.Key_O)
    amount = current(page).amount
    assert amount is not None
    assert (amount.value, amount.marks_ms) == ("12.5", (5_000, 17_500))


def test_sides_are_swapped_and_stay_so(page: ReviewPage, demo_services: Services) -> None:
    sound = page.left.sound
    assert sound is not None
    before = sound.call.recording.agent_channel
    press(Key.Key_G, Modifier.ShiftModifier)
    other = AgentChannel.RIGHT if before is AgentChannel.LEFT else AgentChannel.LEFT
    assert sound.call.recording.agent_channel is other
    interaction_id = page.presenter._detail.interaction.id
    kept = demo_services.interactions.detail(interaction_id).recordings[0]
    assert kept.agent_channel is other


def test_a_missing_recording_leaves_the_review_usable(
    qtbot: QtBot, demo_services: Services
) -> None:
    rows = demo_services.listing.page(ListingFilter(kinds=(Kind.RECORDING,)), 20)
    interaction_id = rows[0].interaction.id
    recording = demo_services.interactions.detail(interaction_id).recordings[0]
    Path(demo_services.workspace.folder / recording.path).unlink()
    page = ReviewPage(demo_services, interaction_id)
    qtbot.addWidget(page)
    page.show()
    sound = page.left.sound
    assert sound is not None
    assert not sound.problems.isVisible(), "said once, where it can be located"
    assert recording.file_name in sound.locating.text()
    if page.state.phase is Phase.SUBMITTED:
        page.show_state(page.presenter.correct("again"))
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        page.choose_rubric(page.state.rubrics[0].id, page.state.rubrics[0].version)
    page.left.ask_comment()
    comment = next(c for c in page.state.comments if c.editing)
    assert comment.start_ms == 0
    page.show_state(page.presenter.type_comment(comment.id, "without sound"))
    assert page.state.save.saved_at is not None


def test_escape_closes_the_search_and_then_plays(page: ReviewPage) -> None:
    turns, sound = page.left.turns, page.left.sound
    assert turns is not None
    assert sound is not None
    press(Key.Key_F, Modifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "card")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is page
    assert turns.canvas.shown.matches == ()
