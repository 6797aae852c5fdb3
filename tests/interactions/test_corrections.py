"""Words corrected over the import: texts, characters and times map both ways."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.interactions.corrections import (
    changes_of,
    corrected,
    imported_text,
    shown_spans,
    to_imported,
    to_shown,
)
from qa_desktop.interactions.model import Correction, Role, Turn, Word

AT = datetime(2026, 11, 2, tzinfo=UTC)


def turn(text: str, words: tuple[Word, ...] = ()) -> Turn:
    return Turn(position=0, role=Role.AGENT, text=text, start_ms=0, end_ms=9000, words=words)


def as_corrected(said: Turn, wanted: str) -> Turn:
    return corrected(
        said,
        [
            Correction(
                start_char=change.start_char,
                end_char=change.end_char,
                text=change.text,
                was=said.text[change.start_char : change.end_char],
                corrected_at=AT,
                corrected_by="Lin",
            )
            for change in changes_of(said.text, wanted)
        ],
    )


def timed(*texts: str, each_ms: int = 100) -> tuple[Word, ...]:
    return tuple(
        Word(text=text, start_ms=at * each_ms, end_ms=(at + 1) * each_ms)
        for at, text in enumerate(texts)
    )


def times(said: Turn) -> list[tuple[str, int, int]]:
    return [(word.text, word.start_ms, word.end_ms) for word in said.words]


LETTERS = st.text(alphabet="ab 您好，。😀é'", max_size=24)


@given(LETTERS, LETTERS)
def test_any_text_becomes_any_other_and_the_import_is_never_lost(was: str, wanted: str) -> None:
    shown = as_corrected(turn(was), wanted)
    assert shown.text == wanted
    assert imported_text(shown) == was


@given(LETTERS, LETTERS, st.data())
def test_spans_map_there_and_back_and_stay_in_order(
    was: str, wanted: str, data: st.DataObject
) -> None:
    shown = as_corrected(turn(was), wanted)
    start = data.draw(st.integers(0, len(was)))
    end = data.draw(st.integers(start, len(was)))
    first, last = to_shown(shown, start, end)
    assert 0 <= first <= last <= len(wanted)
    back = to_imported(shown, first, last)
    # What touches a correction takes all of it, and never less than it was.
    assert back[0] <= start or start == end
    assert back[1] >= end or start == end
    assert to_shown(shown, 0, len(was)) == (0, len(wanted))


@given(LETTERS, LETTERS)
def test_what_was_not_corrected_reads_as_it_did(was: str, wanted: str) -> None:
    shown = as_corrected(turn(was), wanted)
    at = 0
    for each in shown.corrections:
        assert each.start_char >= at, "in order, none overlapping"
        assert each.was != each.text
        at = each.end_char
    for (start, end), each in zip(shown_spans(shown), shown.corrections, strict=True):
        assert wanted[start:end] == each.text


def test_only_the_words_that_differ_are_corrected() -> None:
    shown = as_corrected(turn("i lost my visa cart yesterday"), "i lost my visa card yesterday")
    assert [(each.was, each.text) for each in shown.corrections] == [("cart", "card")]
    chinese = as_corrected(turn("我要推款谢谢"), "我要退款谢谢")
    assert [(each.was, each.text) for each in chinese.corrections] == [("推", "退")]


def test_a_comment_on_a_corrected_word_and_on_those_after_it_stays_on_them() -> None:
    shown = as_corrected(turn("my cart is lost"), "my credit card is lost")
    assert shown.text[slice(*to_shown(shown, 3, 7))] == "credit card"
    assert shown.text[slice(*to_shown(shown, 11, 15))] == "lost"
    assert to_imported(shown, 18, 22) == (11, 15)
    assert to_imported(shown, 10, 14) == (3, 7), "a part of the correction is all of it"


def test_one_word_replaced_by_two_shares_its_time() -> None:
    said = turn("my cart is lost", timed("my", "cart", "is", "lost"))
    assert times(as_corrected(said, "my card's gone is lost")) == [
        ("my", 0, 100),
        ("card's", 100, 160),
        ("gone", 160, 200),
        ("is", 200, 300),
        ("lost", 300, 400),
    ]


def test_two_words_replaced_by_one_span_both_and_two_by_two_keep_their_own() -> None:
    said = turn("a new port is gone", timed("a", "new", "port", "is", "gone"))
    assert times(as_corrected(said, "a newport is gone"))[1] == ("newport", 100, 300)
    assert times(as_corrected(said, "a old sort is gone"))[1:3] == [
        ("old", 100, 200),
        ("sort", 200, 300),
    ]


def test_a_word_put_in_or_taken_out_leaves_the_others_their_times() -> None:
    said = turn("thank very much", timed("thank", "very", "much"))
    more = times(as_corrected(said, "thank you very much"))
    assert [text for text, _, _ in more] == ["thank", "you", "very", "much"]
    assert more[2:] == [("very", 100, 200), ("much", 200, 300)]
    assert (more[0][1], more[1][2]) == (0, 100)
    less = times(as_corrected(said, "thank much"))
    assert [text for text, _, _ in less] == ["thank", "much"]
    assert less[-1] == ("much", 200, 300)


def test_chinese_words_by_the_character_keep_their_times() -> None:
    said = turn("我要推款", timed("我", "要", "推", "款"))
    assert times(as_corrected(said, "我要退款")) == times(turn("", timed("我", "要", "退", "款")))


def test_an_empty_turn_can_be_filled_and_emptied_again() -> None:
    filled = as_corrected(turn(""), "hello")
    assert (filled.text, to_shown(filled, 0, 0)) == ("hello", (0, 5))
    emptied = as_corrected(turn("[noise]"), "")
    assert (emptied.text, imported_text(emptied)) == ("", "[noise]")
    assert to_imported(emptied, 0, 0) == (0, 7)
