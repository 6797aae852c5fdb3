"""An eight-hour transcript: only what is seen is laid out at once, and nothing jumps about."""

import time

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.review.turns.turn_marks import matches_of
from qa_desktop.desktop.review.turns.turn_painting import TurnsState
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Role, Turn

COUNT = 10_000
TEXTS = (
    "one moment please",
    "您好，我想查询一下上个月的账单，为什么会多出一笔费用？请您帮我核实一下，谢谢。",
    (
        "i understand that this is frustrating and i will do everything i can to sort it out for "
        "you right now, could you tell me the last four digits of the account you are calling about"
    ),
)
TURNS = tuple(
    Turn(
        position=at,
        role=Role.AGENT if at % 2 else Role.CUSTOMER,
        text=TEXTS[at % 3] * (1 + at % 5),
        start_ms=at * 2880,
        end_ms=at * 2880 + 2500,
    )
    for at in range(COUNT)
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TranscriptView:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_transcript(TURNS)
    return view


def test_it_opens_with_what_is_seen_and_measures_the_rest_by_and_by(
    qtbot: QtBot, view: TranscriptView
) -> None:
    assert view.rows.pending > COUNT - 200
    guessed = view.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: view.rows.pending == 0, timeout=20_000)
    true = view.verticalScrollBar().maximum()
    assert abs(guessed - true) < true * 0.25, "the bar was about right from the first"
    kept = sum(view.rows.line(at).text._built is not None for at in range(len(view.rows)))  # type: ignore[union-attr]  # all have text
    assert kept < 300, "lines out of sight are let go"


def test_what_is_read_stays_where_it_is_while_the_rest_is_measured(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.reveal(7000)
    box = view.line_rect(7000)
    assert box is not None
    assert 0 <= box.top() < view.viewport().height()
    qtbot.waitUntil(lambda: view.rows.pending == 0, timeout=20_000)
    after = view.line_rect(7000)
    assert after is not None
    assert abs(after.top() - box.top()) <= 2


def test_a_wider_window_keeps_the_turn_one_reads(qtbot: QtBot, view: TranscriptView) -> None:
    view.reveal(5000)
    first = view.first_turn_seen()
    assert first is not None
    view.resize(1100, 400)
    qtbot.waitUntil(lambda: view.viewport().width() > 1000)
    now = view.first_turn_seen()
    assert now is not None
    assert abs(now - first) <= 1


def test_the_last_match_is_gone_to(view: TranscriptView) -> None:
    matches = matches_of("账单", TURNS)
    view.show_turns(TurnsState(matches=matches, active_match=len(matches) - 1))
    box = view.line_rect(matches[-1].turn)
    assert box is not None
    assert 0 <= box.top() < view.viewport().height()


def test_no_slice_of_measuring_holds_up_the_window(view: TranscriptView) -> None:
    slices_s = []
    while view.rows.pending:
        # Of this thread alone: the machine may be busy with other things.
        begin = time.thread_time()
        view.measure_some()
        slices_s.append(time.thread_time() - begin)
    # Not the longest: Python's collector may clear up what other tests left.
    assert len(slices_s) > 10
    assert sorted(slices_s)[len(slices_s) * 9 // 10] < 0.05
