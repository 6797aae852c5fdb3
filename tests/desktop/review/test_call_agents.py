"""A call that several agents took part in: each is named, and the graded one stands out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Kind, Role, Speaker, Turn

Key = Qt.Key
TURNS = tuple(
    Turn(position=n, role=role, author=who, text=f"words {n}", start_ms=n * 2000,
         end_ms=n * 2000 + 1500)
    for n, (role, who) in enumerate(
        ((Role.AGENT, "Ann"), (Role.CUSTOMER, "Cleo"), (Role.AGENT, "Bo"))
    )
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TranscriptView:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show_transcript(TURNS)
    view.show()
    return view


def colours_of(view: TranscriptView, position: int) -> set[str]:
    box = view.line_rect(position)
    assert box is not None
    image = view.viewport().grab(box.toRect()).toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_what_the_other_agent_said_steps_back(view: TranscriptView, theme: Theme) -> None:
    ink, agent = theme.colours().text, theme.colours().agent
    assert {ink, agent} <= colours_of(view, 2)
    view.show_faint(frozenset((2,)))
    assert not {ink, agent} & colours_of(view, 2)
    assert {ink, agent} <= colours_of(view, 0)


def test_agents_are_named_where_there_are_several(view: TranscriptView) -> None:
    assert [view._speaker(turn) for turn in TURNS] == ["Ann", "Customer", "Bo"]
    view.show_transcript(TURNS[:2])
    assert [view._speaker(turn) for turn in TURNS[:2]] == ["Agent", "Customer"]


def test_a_speaker_who_was_told_keeps_the_choice(
    open_page: Callable[..., ReviewPage], qtbot: QtBot
) -> None:
    """The review names the author as imported: another name on the screen changes nothing."""
    page = open_page(Kind.RECORDING)
    detail = page.left.detail
    turns = list(detail.turns)
    agents = [n for n, turn in enumerate(turns) if turn.role is Role.AGENT]
    other = turns[agents[-1]]
    told = Speaker(
        imported_role=Role.AGENT, imported_author="Second", role=Role.AGENT, name="Mia Lund"
    )
    turns[agents[-1]] = replace(other, author="Mia Lund", speaker=told)
    page.left.use_detail(replace(detail, turns=tuple(turns)))
    page.show_state(page.presenter.use_detail(replace(detail, turns=tuple(turns))))
    assert [agent.key for agent in page.state.header.agents][-1] == "Second"
    assert page.state.header.agents[-1].name == "Mia Lund"
    QTest.keyClick(QApplication.focusWidget(), Key.Key_T)
    menu = next(m for m in page.header.agents.findChildren(QMenu) if m.isVisible())
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert page.presenter.draft.agent == "Second"
    assert other.position not in page.state.header.faint
    assert turns[agents[0]].position in page.state.header.faint
