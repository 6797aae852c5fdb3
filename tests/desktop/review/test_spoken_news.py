"""What a screen reader says by itself on the review page: enough to work by, no word more."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.transport import TransportBar
from qa_desktop.desktop.waveform.transport_state import TransportState
from qa_desktop.desktop.widgets import spoken
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.toast import Toast
from qa_desktop.interactions.model import Kind

OpenPage = Callable[..., ReviewPage]
A_PROBLEM = Problem(code="desktop.settings_not_kept", values={"reason": "disk full"})


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every announcement since, "!" before what must not wait; as with a screen reader."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        urgent = event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        heard.append(f"{'!' if urgent else ''}{event.message()}")

    monkeypatch.setattr(spoken, "send", hear)
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


def test_an_answer_is_said_with_the_new_score(open_page: OpenPage, said: list[str]) -> None:
    page = open_page(Kind.CHAT)
    said.clear()
    item = page.state.items()[0]
    option = item.options[0]
    page.panel.scorecard.chosen.emit(item.id, option.key)
    assert len(said) == 1
    assert said[0].startswith(f"{item.text}: {option.label}")
    assert page.state.score.text in said[0]


def test_taking_an_answer_back_is_said(open_page: OpenPage, said: list[str]) -> None:
    page = open_page(Kind.CHAT)
    item = page.state.items()[0]
    page.panel.scorecard.chosen.emit(item.id, item.options[0].key)
    said.clear()
    page.undo()
    assert len(said) == 1
    assert said[0].startswith(f"{item.text}: no answer")


def test_going_from_item_to_item_and_writing_says_nothing(
    open_page: OpenPage, said: list[str]
) -> None:
    page = open_page(Kind.CHAT)
    said.clear()
    page.show_state(page.presenter.next_item())
    item = page.state.items()[1]
    page.panel.scorecard.comment_typed.emit(item.id, "Greets by name")
    assert said == []


def test_what_a_submission_lacks_is_said(open_page: OpenPage, said: list[str]) -> None:
    page = open_page(Kind.CHAT)
    said.clear()
    page.submit()
    assert any("left" in words and str(page.state.missing.count) in words for words in said)


def test_playing_and_pausing_are_said_once(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    bar = TransportBar(theme)
    qtbot.addWidget(bar)
    for playing in (False, True, True, False):
        bar.show_state(
            TransportState(playable=True, playing=playing, position_ms=21_400, duration_ms=51_000)
        )
    assert said == ["Playing", "Paused at 00:21.4"]


def test_problems_do_not_wait_and_messages_do(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    banner, toast = ProblemBanner(theme, lambda: "en"), Toast(theme)
    for widget in (banner, toast):
        qtbot.addWidget(widget)
    banner.show_problems([A_PROBLEM])
    banner.show_problems([A_PROBLEM])
    banner.show_problems([])
    toast.say("Imported 3 interactions", "Undo")
    assert len(said) == 2
    assert said[0].startswith("!")
    assert "disk full" in said[0]
    assert said[1] == "Imported 3 interactions"


def test_without_a_screen_reader_nothing_is_sent(
    qtbot: QtBot, theme: Theme, said: list[str]
) -> None:
    QAccessible.setActive(False)
    toast = Toast(theme)
    qtbot.addWidget(toast)
    toast.say("Imported")
    assert said == []
