"""Comments of several people about the same moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.moments import moments, played_span, said_at
from qa_desktop.interactions.model import Role, Turn, Word
from qa_desktop.reviews.model import Comment, CommentKind, Entry
from qa_desktop.rubrics.model import Answer

MakeGraded = Callable[..., GradedSession]
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def comment(text: str, start_ms: int | None, item: str | None = "tone", **other: object) -> Comment:
    made = Comment(
        id=text, kind=CommentKind.DEDUCTION, text=text, created_at=NOW, start_ms=start_ms
    )
    return replace(made, item_id=item, **other)  # type: ignore[arg-type]  # named fields


@pytest.fixture
def commented(graded_of: MakeGraded) -> Callable[..., GradedSession]:
    """Each argument holds one person's comments on call-1."""

    def make(*each: list[Comment], entered: str = "") -> GradedSession:
        answers = [Answer(value=Fraction(3))] * len(each)
        graded = graded_of({"call-1": {"tone": answers}})
        gradings = []
        for place, (one, comments) in enumerate(zip(graded.gradings, each, strict=True)):
            entry = Entry(answer=Answer(value=Fraction(3)), comment=entered if place == 0 else "")
            draft = replace(one.draft, comments=tuple(comments), entries={"tone": entry})
            gradings.append(replace(one, draft=draft))
        return replace(graded, gradings=tuple(gradings))

    return make


def test_comments_near_each_other_are_about_one_moment(
    commented: Callable[..., GradedSession],
) -> None:
    graded = commented(
        [comment("early", 2_000), comment("silence", 23_900, end_ms=29_900)],
        [comment("searching", 33_000)],
        [comment("a word", 24_000, None), comment("other item", 25_000, "greeting")],
        entered="At the item itself",
    )
    first, second, last = moments(graded, "tone", "call-1")
    assert [one.text for one in first.remarks] == ["silence", "a word", "searching"]
    assert (first.people, first.start_ms, first.end_ms) == (3, 23_900, 33_000)
    assert [one.text for one in second.remarks] == ["early"]
    assert ([one.text for one in last.remarks], last.start_ms) == (["At the item itself"], None)
    assert played_span(first, 34_000) == (21_900, 34_000)
    assert played_span(second, None) == (0, 4_000)
    assert played_span(last, 34_000) is None
    assert moments(graded, "tone", "call-2") == ()


def test_the_words_that_were_said_then(commented: Callable[..., GradedSession]) -> None:
    words = [Word(text=f"w{n}", start_ms=n * 1000, end_ms=n * 1000 + 900) for n in range(20)]
    turns = (
        Turn(position=0, role=Role.AGENT, text="all of it", words=tuple(words), start_ms=0),
        Turn(position=1, role=Role.CUSTOMER, text="later", start_ms=30_000, end_ms=31_000),
        Turn(position=2, role=Role.CUSTOMER, text="then", start_ms=10_500, end_ms=12_000),
        Turn(position=3, role=Role.AGENT, text="no time"),
    )
    (moment,) = moments(commented([comment("here", 10_000)]), "tone", "call-1", turns)
    assert [(one.role, one.text) for one in said_at(moment, turns)] == [
        (Role.AGENT, "w8 w9 w10 w11"),
        (Role.CUSTOMER, "then"),
    ]


def test_a_comment_on_a_message_shows_that_message(commented: Callable[..., GradedSession]) -> None:
    turns = (
        Turn(position=0, role=Role.CUSTOMER, text="Where is it?"),
        Turn(position=1, role=Role.AGENT, text="您好，我查一下。"),
    )
    graded = commented([comment("late", None, turn=1)], [comment("fine", None, turn=1)])
    (moment,) = moments(graded, "tone", "call-1", turns)
    assert moment.people == 2
    assert [one.text for one in said_at(moment, turns)] == ["您好，我查一下。"]


def test_chinese_words_are_joined_without_spaces(commented: Callable[..., GradedSession]) -> None:
    words = tuple(
        Word(text=t, start_ms=n * 1000, end_ms=n * 1000 + 900)
        for n, t in enumerate(("您", "好", "hello", "world", "再", "见", "呀", "啊"))
    )
    turn = Turn(position=0, role=Role.AGENT, text="whole", words=words, start_ms=0, end_ms=8_000)
    (moment,) = moments(commented([comment("x", 2_000)]), "tone", "call-1", (turn,))
    assert said_at(moment, (turn,))[0].text == "您好hello world"
