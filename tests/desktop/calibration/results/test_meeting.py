"""The meeting: item after item by the keys, nobody named before a click, nothing lost."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.calibration.naming import names
from qa_desktop.desktop.calibration.meeting.presenter import MeetingPresenter
from qa_desktop.desktop.calibration.meeting.window import MeetingWindow
from qa_desktop.desktop.calibration.results.loading import Loaded
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.model import Answer

Key = Qt.Key


def n(value: int) -> Answer:
    return Answer(value=Fraction(value))


@pytest.fixture
def meeting(results: ResultsPresenter, desk: RulingDesk) -> MeetingPresenter:
    return MeetingPresenter(results, desk)


def test_divided_items_come_one_by_one_the_most_divided_first(meeting: MeetingPresenter) -> None:
    state = meeting.state()
    assert (state.place, state.count, state.item.id) == (0, 11, "listening")
    assert meeting.go(1).item.id == "efficiency"
    assert meeting.go(-5).item.id == "listening"
    assert meeting.go(99).place == 10
    assert state.undecided == 11


def test_answers_are_columns_with_letters_until_names_are_shown(meeting: MeetingPresenter) -> None:
    meeting.go_to_item("efficiency")
    state = meeting.choose_interaction("call-2")
    assert [one.label for one in state.columns] == ["1", "2", "3", "4", "5", "N/A"]
    assert sorted(label for one in state.columns for label in one.people) == list("ABCDE")
    assert [one.label for one in state.columns if one.is_reference] == ["2"]
    people = set(names(meeting.results.loaded.graded.session).values())
    assert not any(name in repr(state.columns) for name in people)
    named = meeting.show_names(shown=True)
    assert {label for one in named.columns for label in one.people} == people


def test_interactions_go_round(meeting: MeetingPresenter) -> None:
    meeting.go_to_item("efficiency")
    state = meeting.choose_interaction("call-1")
    assert state.interactions == ("call-1", "call-2", "chat-1", "chat-2")
    assert meeting.step_interaction(-1).interaction == "chat-2"
    assert meeting.step_interaction(1).interaction == "call-1"
    # N/A was all that was ever said of the identity on this chat: still it was answered.
    assert "chat-2" in meeting.go_to_item("identity").interactions


def test_deciding_makes_the_words_and_the_agreed_answers_rulings(
    meeting: MeetingPresenter, held_services: Services, session_id: str
) -> None:
    meeting.go_to_item("efficiency")
    meeting.choose_interaction("call-2")
    meeting.agree_on(n(2))
    meeting.step_interaction(1)
    meeting.agree_on(n(4))
    state = meeting.typed("Over 10 s it is 1.")
    assert (state.unsaved, state.is_decided, state.agreed) == (True, False, n(4))
    assert len(held_services.rulings.drafts(session_id)) == 3
    state = meeting.decide()
    assert (state.unsaved, state.is_decided, state.undecided) == (False, True, 10)
    rulings = held_services.rulings.of_session(session_id)
    assert {(one.pseudonym, one.text) for one in rulings} == {
        (None, "Over 10 s it is 1."),
        ("call-2", ""),
        ("chat-1", ""),
    }
    (line,) = state.decided
    assert line.said == "Over 10 s it is 1. · Call 2: 2 · Chat 1: 4"


def test_an_agreed_answer_is_taken_back_by_choosing_it_again(
    meeting: MeetingPresenter, held_services: Services, session_id: str
) -> None:
    meeting.agree_on(n(3))
    assert meeting.agree_on(None).agreed is None
    meeting.agree_on(n(3))
    meeting.decide()
    assert meeting.agree_on(None).agreed is None
    assert held_services.rulings.of_session(session_id) == ()


def test_a_meeting_goes_on_at_the_first_item_that_is_open(
    results: ResultsPresenter, desk: RulingDesk, meeting: MeetingPresenter
) -> None:
    meeting.typed("Decided.")
    meeting.decide()
    assert MeetingPresenter(results, desk).state().item.id == "efficiency"


# In a window


@pytest.fixture
def window(
    held_services: Services, loaded: Loaded, desk: RulingDesk, qtbot: QtBot
) -> Iterator[MeetingWindow]:
    window = MeetingWindow(held_services, loaded, desk)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    window.setFocus()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    yield window
    window.close()


def state_of(window: MeetingWindow):  # type: ignore[no-untyped-def]  # a MeetingState
    assert window.state is not None
    return window.state


def test_everything_is_done_by_the_keys(
    window: MeetingWindow, held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_Right)
    assert state_of(window).item.id == "efficiency"
    while state_of(window).interaction != "call-2":
        qtbot.keyClick(window, Key.Key_Down)
    qtbot.keyClick(window, Key.Key_R)
    assert window.bar.names.text() == "Hide names"
    qtbot.keyClick(window, Key.Key_R)
    qtbot.keyClick(window, Key.Key_3)
    assert state_of(window).agreed == n(3)
    qtbot.keyClick(window, Key.Key_N)
    assert state_of(window).agreed == Answer(na=True)
    qtbot.keyClick(window, Key.Key_2)
    qtbot.keyClick(window, Key.Key_T)
    qtbot.waitUntil(window.ruling.field.hasFocus)
    qtbot.keyClicks(window.ruling.field, "Announce waits, d r 5")
    qtbot.keyClick(window.ruling.field, Key.Key_Escape)
    assert window.hasFocus()
    qtbot.keyClick(window, Key.Key_D)
    assert state_of(window).is_decided
    texts = {one.text for one in held_services.rulings.of_session(session_id)}
    assert texts == {"Announce waits, d r 5", ""}
    assert window.decided.buttons
    qtbot.keyClick(window, Key.Key_Left)
    assert state_of(window).item.id == "listening"
    window.decided.buttons[0].click()
    assert state_of(window).item.id == "efficiency"


def test_space_plays_just_the_moment_and_stops(window: MeetingWindow, qtbot: QtBot) -> None:
    window.show_state(window.presenter.go_to_item("efficiency"))
    window.show_state(window.presenter.choose_interaction("call-2"))
    sound = window.moments.sound
    qtbot.waitUntil(lambda: sound.can_play and sound.peaks is not None, timeout=20_000)
    QTest.keyClick(window, Key.Key_Space)
    qtbot.waitUntil(lambda: sound.playing, timeout=20_000)
    span = window.moments.cards[0].span
    assert span is not None
    assert span[0] - 50 <= sound.position_ms() <= span[1]
    QTest.keyClick(window, Key.Key_Space)
    assert not sound.playing


def test_what_is_typed_is_kept_when_the_window_goes(
    window: MeetingWindow, held_services: Services, session_id: str, qtbot: QtBot
) -> None:
    window.ruling.field.setFocus()
    qtbot.keyClicks(window.ruling.field, "Half a sen")
    window.close()
    (kept,) = held_services.rulings.drafts(session_id)
    assert kept.text == "Half a sen"


def test_type_grows_with_the_window(window: MeetingWindow) -> None:
    small = window.bar._place.font().pixelSize()
    window.resize(1920, 1080)
    assert window.bar._place.font().pixelSize() > small


def test_a_click_on_a_column_agrees_on_it(window: MeetingWindow, qtbot: QtBot) -> None:
    window.show_state(window.presenter.go_to_item("efficiency"))
    width = window.plot.width() / len(state_of(window).columns)
    at = window.plot.rect().center()
    at.setX(round(width * 2.5))
    qtbot.mouseClick(window.plot, Qt.MouseButton.LeftButton, pos=at)
    assert state_of(window).agreed == n(3)
    assert "3: " in window.plot.accessible_value()
    assert "agreed" in window.plot.accessible_value()


def test_where_nobody_is_divided_nothing_is_to_settle(
    held_services: Services, loaded: Loaded, desk: RulingDesk, qtbot: QtBot
) -> None:
    from dataclasses import replace

    items = tuple(replace(one, divided=()) for one in loaded.statistics.items)
    agreed = replace(loaded, statistics=replace(loaded.statistics, items=items))
    window = MeetingWindow(held_services, agreed, desk)
    window.show()
    assert window.empty.isVisible()
    with qtbot.waitSignal(window.ended):
        window.empty.first_requested.emit()
