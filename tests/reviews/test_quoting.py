"""The words that a comment is on, as corrected, on the sheet and in other programs' files."""

from dataclasses import replace
from datetime import UTC, datetime

from qa_desktop.interactions.corrections import corrected
from qa_desktop.interactions.model import Correction, Role, Turn
from qa_desktop.reviews.markers.merging import Fate, Target, compare
from qa_desktop.reviews.markers.model import markers_of
from qa_desktop.reviews.model import Comment, CommentKind
from qa_desktop.reviews.quoting import quoted_words, spans_of
from qa_desktop.sheets.remarks import to_remark

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
FIRST = corrected(
    Turn(position=0, role=Role.AGENT, text="we loose your cart", start_ms=0, end_ms=2000),
    [
        Correction(
            start_char=3, end_char=8, text="lost", was="loose", corrected_at=AT, corrected_by="Lin"
        )
    ],
)
SECOND = Turn(position=1, role=Role.CUSTOMER, text="again", start_ms=2100, end_ms=2600)
TURNS = {0: FIRST, 1: SECOND}
QUOTE = Comment(
    id="q",
    kind=CommentKind.DEDUCTION,
    text="",
    created_at=AT,
    item_id="greeting",
    start_ms=300,
    end_ms=900,
    turn=0,
    start_char=3,
    end_char=13,
)
ACROSS = replace(QUOTE, end_turn=1, end_char=5, end_ms=2600)


def test_a_quotation_reads_as_corrected() -> None:
    assert quoted_words(QUOTE, TURNS) == "lost your"
    assert QUOTE.is_evidence


def test_words_of_several_turns_stand_on_lines_of_their_own() -> None:
    assert quoted_words(ACROSS, TURNS) == "lost your cart\nagain"
    assert [(turn.position, start, end) for turn, start, end in spans_of(ACROSS, TURNS)] == [
        (0, 3, 17),
        (1, 0, 5),
    ]


def test_a_turn_that_is_gone_quotes_nothing() -> None:
    assert quoted_words(replace(QUOTE, turn=7), TURNS) == ""
    assert quoted_words(replace(QUOTE, start_char=None, end_char=None), TURNS) == ""


def test_the_sheet_says_when_and_what() -> None:
    remark = to_remark(1, QUOTE, [FIRST, SECOND])
    assert (remark.text, remark.quote, remark.start_ms) == ("", "lost your", 300)
    assert remark.moment.startswith("00:00.3")
    assert to_remark(2, ACROSS, [FIRST, SECOND]).quote == "“lost your cart” “again”"
    chat = replace(QUOTE, start_ms=None, end_ms=None)
    assert to_remark(3, chat, [FIRST, SECOND]).moment == "#1"


def test_other_programs_see_the_words_and_bring_back_the_same_quotation() -> None:
    (marker,) = markers_of([QUOTE], TURNS)
    assert marker.text == "“lost your”"
    target = Target(comments=[QUOTE], item_ids=frozenset({"greeting"}), duration_ms=9000)
    (same,) = compare([marker], target, kind=CommentKind.COACHING, now=AT, fresh_id=lambda: "fresh")
    assert same.fate is Fate.SAME
    assert same.comment == QUOTE
    (written,) = compare(
        [replace(marker, text="rude")],
        target,
        kind=CommentKind.COACHING,
        now=AT,
        fresh_id=lambda: "fresh",
    )
    assert (written.fate, written.comment.text) == (Fate.CHANGED, "rude")
