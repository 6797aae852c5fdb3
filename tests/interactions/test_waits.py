"""How long customers waited, against cases reckoned by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from qa_desktop.interactions.model import Role, Turn
from qa_desktop.interactions.waits import Span, Wait, longest_wait, spans_of, waits_of

C, A, B, S, O = Role.CUSTOMER, Role.AGENT, Role.BOT, Role.SYSTEM, Role.OTHER  # noqa: E741 - as they are said
BEGIN = datetime(2026, 5, 30, 10, 2, 5, tzinfo=UTC)
Said = tuple[Role, int | None]


def turns(*said: Said, internal: tuple[int, ...] = ()) -> list[Turn]:
    """Role and second of each."""
    return [
        Turn(
            position=place,
            role=role,
            text="x",
            start_ms=None if second is None else second * 1000,
            internal=place in internal,
        )
        for place, (role, second) in enumerate(said)
    ]


def lengths(*said: Said, internal: tuple[int, ...] = ()) -> list[float | None]:
    """Seconds; None for what was not measured or not answered."""
    waits = waits_of(turns(*said, internal=internal))
    return [None if wait.length_ms is None else wait.length_ms / 1000 for wait in waits]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(C, 0), (A, 26)], [26]),
        # From the first unanswered message, not from the last.
        ([(C, 0), (C, 60), (C, 90), (A, 100)], [100]),
        # The agent begins: nobody waits until the customer writes.
        ([(A, 0), (C, 50), (A, 80)], [30]),
        # Who has answered may write on.
        ([(C, 0), (A, 10), (A, 500), (C, 600), (A, 605)], [10, 5]),
        # A bot is no agent.
        ([(C, 0), (B, 1), (C, 20), (B, 21), (A, 140)], [140]),
        # System messages answer nobody, and neither does an unknown author.
        ([(C, 0), (S, 5), (O, 9), (A, 30)], [30]),
        # Several agents: whoever answers first.
        ([(C, 0), (A, 40), (A, 90), (C, 100), (A, 130)], [40, 30]),
        # Nobody answers any more.
        ([(C, 0), (A, 10), (C, 20), (C, 30)], [10, None]),
        ([(C, 0)], [None]),
        ([(A, 0), (A, 10)], []),
        ([], []),
        # At once.
        ([(C, 7), (A, 7)], [0]),
        # Two weeks and a second.
        ([(C, 0), (A, 14 * 86_400 + 1)], [14 * 86_400 + 1]),
    ],
)
def test_waits_in_seconds(said: list[Said], expected: list[float | None]) -> None:
    assert lengths(*said) == expected


def test_internal_notes_answer_nobody_and_ask_nothing() -> None:
    assert lengths((C, 0), (A, 5), (A, 60), internal=(1,)) == [60]
    assert lengths((C, 0), (C, 5), (A, 60), internal=(0,)) == [55]


def test_a_missing_time_hides_a_wait_and_never_makes_another_of_it() -> None:
    # The answer has none: the next agent's message is not the answer.
    assert lengths((C, 0), (A, None), (A, 900), (C, 1000), (A, 1007)) == [None, 7]
    # The first question has none: counting from the second would be too little.
    assert lengths((C, None), (C, 50), (A, 60)) == [None]
    assert lengths((C, None), (A, None)) == [None]


def test_a_clock_that_goes_backwards_is_no_wait_of_nothing() -> None:
    (wait,) = waits_of(turns((C, 100), (A, 40)))
    assert wait == Wait(asked=0, answered=1, by=A, backwards=True)
    # What comes after it is measured again.
    assert lengths((C, 100), (A, 40), (C, 120), (A, 150)) == [None, 30]


def test_spoken_words_wait_from_their_end_and_cutting_in_is_no_wait() -> None:
    asked = Turn(position=0, role=C, text="x", start_ms=1000, end_ms=5000)
    later = Turn(position=1, role=A, text="x", start_ms=6500, end_ms=7000)
    during = Turn(position=1, role=A, text="x", start_ms=4000, end_ms=7000)
    assert [wait.length_ms for wait in waits_of([asked, later])] == [1500]
    assert [wait.length_ms for wait in waits_of([asked, during])] == [0]


def test_the_bots_first_reply_can_be_asked_for() -> None:
    (first, *_) = waits_of(turns((C, 0), (B, 2), (A, 90)), frozenset((Role.AGENT, Role.BOT)))
    assert (first.by, first.length_ms) == (B, 2000)


def test_the_longest_is_the_first_of_the_longest() -> None:
    waits = waits_of(turns((C, 0), (A, 30), (C, 100), (A, 130), (C, 200), (A, None)))
    found = longest_wait(waits)
    assert found is not None
    assert (found.asked, found.answered, found.length_ms) == (0, 1, 30_000)
    assert longest_wait(waits_of(turns((C, None), (A, 5)))) is None


def test_dates_alone_are_set_on_the_clock_of_the_others() -> None:
    one = Turn(position=0, role=C, text="x", start_ms=4000, sent_at=BEGIN)
    two = Turn(position=1, role=A, text="x", sent_at=BEGIN + timedelta(seconds=9))
    assert spans_of([one, two])[1] == Span(start_ms=13_000, end_ms=13_000)
    assert [wait.length_ms for wait in waits_of([one, two])] == [9000]
    late = Turn(position=0, role=C, text="x", sent_at=BEGIN)
    assert spans_of([late])[0] == Span(start_ms=0, end_ms=0)
