"""What a draft lacks before it can be submitted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from qa_desktop.reviews.grading import given_of, lacking
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.scoring import score


def lacks(rubric: Rubric, draft: Draft) -> list[tuple[str, str]]:
    found = lacking(rubric, draft, score(rubric, given_of(draft)))
    return [(lack.item_id, lack.what.value) for lack in found]


def changed(draft: Draft, entries: Mapping[str, Entry]) -> Draft:
    return replace(draft, entries={**draft.entries, **entries})


def test_an_empty_draft_lacks_every_visible_answer(rubric: Rubric) -> None:
    assert lacks(rubric, Draft()) == [
        ("greeting", "answer"),
        ("name", "answer"),
        ("empathy", "answer"),
        ("transferred", "answer"),
        ("wait", "answer"),
    ]


def test_a_complete_draft_lacks_nothing(rubric: Rubric, complete: Draft) -> None:
    assert lacks(rubric, complete) == []


def test_a_low_answer_asks_for_comment_and_reason(rubric: Rubric, complete: Draft) -> None:
    low = Entry(answer=Answer(value="no"))
    assert lacks(rubric, changed(complete, {"name": low})) == [
        ("name", "comment"),
        ("name", "reason"),
    ]
    explained = replace(low, comment="Rushed in", reasons=("hurried",))
    assert lacks(rubric, changed(complete, {"name": explained})) == []
    blank = replace(low, comment="  ", reasons=("hurried",))
    assert lacks(rubric, changed(complete, {"name": blank})) == [("name", "comment")]


def test_comment_and_reason_are_asked_for_while_other_answers_are_missing(rubric: Rubric) -> None:
    draft = Draft(entries={"name": Entry(answer=Answer(value="no"))})
    assert ("name", "comment") in lacks(rubric, draft)
    assert ("name", "reason") in lacks(rubric, draft)


def test_a_comment_pinned_to_a_moment_counts_for_its_item(rubric: Rubric, complete: Draft) -> None:
    low = changed(complete, {"name": Entry(answer=Answer(value="no"), reasons=("forgot",))})
    pinned = Comment(
        id="c9",
        kind=CommentKind.DEDUCTION,
        text="Here",
        created_at=datetime(2026, 11, 2, tzinfo=UTC),
        start_ms=100,
        item_id="name",
    )
    assert lacks(rubric, replace(low, comments=(*low.comments, pinned))) == []


@pytest.mark.parametrize("answer", [Answer(na=True), None])
def test_what_is_not_scored_needs_no_reason(
    rubric: Rubric, complete: Draft, answer: Answer | None
) -> None:
    found = lacks(rubric, changed(complete, {"name": Entry(answer=answer)}))
    assert found == ([] if answer else [("name", "answer")])


def test_an_item_that_appears_is_asked_for_with_its_comment(
    rubric: Rubric, complete: Draft
) -> None:
    shown = changed(complete, {"transferred": Entry(answer=Answer(value="yes"))})
    assert lacks(rubric, shown) == [("warm", "answer"), ("warm", "comment")]


def test_only_what_scores_is_given_to_scoring(complete: Draft) -> None:
    given = given_of(replace(complete, scenario="complaint", adjustments={"extra": 1}))
    assert given.scenario == "complaint"
    assert given.adjustments == {"extra": 1}
    assert given.answers["wait"] == Answer(value=Fraction("12.3"))
    assert set(given.answers) == set(complete.entries)
