"""The transcript's words reach the waveform's lanes on its clock."""

from qa_desktop.desktop.review.turns.said_words import said_words
from qa_desktop.desktop.waveform.state import LaneRole
from qa_desktop.interactions.model import Role, Turn, Word


def test_words_are_sorted_by_time_and_sided_by_role() -> None:
    agent = Turn(
        position=0,
        role=Role.AGENT,
        text="hello there",
        words=(
            Word(text="hello", start_ms=5000, end_ms=5400),
            Word(text="there", start_ms=6000, end_ms=6300),
        ),
    )
    customer = Turn(
        position=1,
        role=Role.CUSTOMER,
        text="hi",
        words=(Word(text="hi", start_ms=5500, end_ms=5700),),
    )
    said = said_words([agent, customer], 2000)
    assert [(word.text, word.start_ms, word.end_ms) for word in said] == [
        ("hello", 3000, 3400),
        ("hi", 3500, 3700),
        ("there", 4000, 4300),
    ]
    assert [word.role for word in said] == [LaneRole.AGENT, LaneRole.CUSTOMER, LaneRole.AGENT]


def test_a_turn_without_word_times_is_one_and_without_any_times_none() -> None:
    timed = Turn(position=0, role=Role.BOT, text="press\n one", start_ms=1000, end_ms=2500)
    untimed = Turn(position=1, role=Role.CUSTOMER, text="what?")
    blank = Turn(
        position=2, role=Role.AGENT, text="", words=(Word(text=" ", start_ms=1, end_ms=2),)
    )
    [only] = said_words([timed, untimed, blank], 0)
    assert (only.text, only.start_ms, only.end_ms) == ("press one", 1000, 2500)
    assert only.role is LaneRole.AGENT
