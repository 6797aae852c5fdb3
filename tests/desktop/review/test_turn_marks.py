"""Which turns comments, searches and the playhead light up."""

from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.review.turns.turn_marks import Timeline, marks_of, matches_of, word_spans
from qa_desktop.interactions.model import Role, Turn, Word
from qa_desktop.reviews.model import CommentKind


def turn(position: int, text: str, start_ms: int | None, end_ms: int | None = None) -> Turn:
    return Turn(position=position, role=Role.AGENT, text=text, start_ms=start_ms, end_ms=end_ms)


TURNS = (
    turn(0, "hello this is the bank", 1_000, 3_000),
    turn(1, "我的卡丢了，卡号是", 5_000, 7_000),
    turn(2, "One moment, one MOMENT", 30_000, 32_000),
)


def comment(start_ms: int | None = None, end_ms: int | None = None, **more: int) -> CommentState:
    return CommentState(
        id="c", number=1, kind=CommentKind.PRAISE, text="", start_ms=start_ms, end_ms=end_ms, **more
    )


def test_the_turn_at_a_moment_is_the_one_begun_last() -> None:
    timeline = Timeline(TURNS)
    assert [timeline.turn_at(ms) for ms in (0, 1_000, 4_000, 5_000, 99_000)] == [None, 0, 0, 1, 2]


def test_a_comment_marks_the_turn_it_is_about() -> None:
    timeline = Timeline(TURNS)
    assert timeline.turn_about(2_000, None) == 0
    assert timeline.turn_about(4_500, None) == 1
    assert timeline.turn_about(10_000, None) == 1
    assert timeline.turn_about(10_000, 31_000) == 2
    assert timeline.turn_about(500, None) == 0
    assert Timeline(()).turn_about(500, None) is None


def test_marks_span_the_words_or_the_whole_turn() -> None:
    (words,) = marks_of([comment(turn=1, start_char=2, end_char=3)], TURNS)
    assert (words.turn, words.start_char, words.end_char) == (1, 2, 3)
    (whole,) = marks_of([comment(2_000)], TURNS)
    assert (whole.turn, whole.start_char, whole.end_char) == (0, 0, 22)
    assert marks_of([comment()], TURNS) == ()
    assert marks_of([comment(turn=9)], TURNS) == ()


def test_search_finds_every_place_in_both_languages_whatever_the_case() -> None:
    assert [(m.turn, m.start_char, m.end_char) for m in matches_of("one moment", TURNS)] == [
        (2, 0, 10),
        (2, 12, 22),
    ]
    assert [(m.turn, m.start_char) for m in matches_of("卡", TURNS)] == [(1, 2), (1, 6)]
    assert matches_of("  ", TURNS) == ()
    assert matches_of("nowhere", TURNS) == ()


def test_a_letter_that_folds_to_two_is_found_where_it_stands() -> None:
    (match,) = matches_of("strasse", [turn(0, "Die Straße", None)])
    assert (match.start_char, match.end_char) == (4, 10)


def test_timed_words_are_found_in_the_text_one_after_the_other() -> None:
    said = Turn(
        position=0,
        role=Role.AGENT,
        text="no, no way",
        words=tuple(Word(text=w, start_ms=0, end_ms=1) for w in ("no", "no", "gone", "way")),
    )
    assert word_spans(said) == ((0, 2), (4, 6), (6, 6), (7, 10))


def test_the_word_being_said() -> None:
    said = Turn(
        position=0,
        role=Role.AGENT,
        text="a b",
        words=(Word(text="a", start_ms=0, end_ms=10), Word(text="b", start_ms=20, end_ms=30)),
    )
    timeline = Timeline([said])
    assert [timeline.word_at(said, ms) for ms in (0, 9, 10, 20, 30)] == [0, 0, None, 1, None]
