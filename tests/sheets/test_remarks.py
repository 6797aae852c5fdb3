"""The words said at a comment's moment."""

from datetime import UTC, datetime

from qa_desktop.interactions.model import Role, Turn
from qa_desktop.reviews.model import Comment, CommentKind
from qa_desktop.sheets.remarks import LONGEST_QUOTE, quote, to_remark

SAID_AT = datetime(2026, 1, 1, tzinfo=UTC)
TURNS = (
    Turn(position=0, role=Role.AGENT, text="hello there", start_ms=1000, end_ms=3000),
    Turn(position=1, role=Role.CUSTOMER, text="my checking account", start_ms=4000, end_ms=6000),
    Turn(position=2, role=Role.AGENT, text="your balance is", start_ms=12300, end_ms=14000),
)


def comment(**anchor: int | None) -> Comment:
    return Comment(id="c", kind=CommentKind.DEDUCTION, text="", created_at=SAID_AT, **anchor)


def test_a_moment_quotes_the_turn_that_is_heard() -> None:
    assert quote(comment(start_ms=4500), TURNS) == "my checking account"


def test_a_moment_of_silence_quotes_the_turn_before() -> None:
    assert quote(comment(start_ms=9000), TURNS) == "my checking account"


def test_a_moment_just_before_a_turn_means_that_turn() -> None:
    assert quote(comment(start_ms=12_100), TURNS) == "your balance is"


def test_before_anybody_speaks_nothing_is_quoted() -> None:
    assert quote(comment(start_ms=0), TURNS[1:]) == ""


def test_a_span_quotes_its_turns_and_shows_the_pause() -> None:
    said = quote(comment(start_ms=5000, end_ms=13000), TURNS)
    assert said == "“my checking account” (6.3 s) “your balance is”"


def test_a_span_of_silence_quotes_what_stands_around_it() -> None:
    said = quote(comment(start_ms=7000, end_ms=11000), TURNS)
    assert said == "“my checking account” (6.3 s) “your balance is”"


def test_a_turn_quotes_itself_or_the_words_chosen_in_it() -> None:
    assert quote(comment(turn=1), TURNS) == "my checking account"
    assert quote(comment(turn=1, start_char=3, end_char=11), TURNS) == "checking"


def test_a_remark_on_everything_quotes_nothing() -> None:
    assert quote(comment(), TURNS) == ""


def test_long_quotes_are_cut_at_a_word() -> None:
    turns = (Turn(position=0, role=Role.AGENT, text="word " * 100, start_ms=0, end_ms=9000),)
    said = quote(comment(start_ms=10), turns)
    assert said.endswith("word…")
    assert len(said) <= LONGEST_QUOTE


def test_moments_on_paper() -> None:
    assert to_remark(1, comment(start_ms=24_300), TURNS).moment == "00:24.3"
    assert to_remark(1, comment(start_ms=1000, end_ms=2500), TURNS).moment == "00:01.0–00:02.5"
    assert to_remark(1, comment(turn=2), TURNS).moment == "#3"
    assert to_remark(1, comment(), TURNS).moment == ""
