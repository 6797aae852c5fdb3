"""Reviews as other programs read them."""

import csv
import io
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from qa_desktop.interactions.model import Interaction, Kind, Metadata
from qa_desktop.reviews.draft_json import draft_from_json
from qa_desktop.reviews.export import (
    CSV_COLUMNS,
    answer_text,
    review_json,
    reviews_csv,
)
from qa_desktop.reviews.model import Draft, Entry, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Rubric

INTERACTION = Interaction(
    id="call",
    kind=Kind.RECORDING,
    title="=HYPERLINK(1)",
    content_hash="h",
    source_name="call.wav",
    imported_at=datetime(2026, 11, 2, tzinfo=UTC),
    batch_id="batch",
    external_id="+8613812345678",
    metadata=Metadata(agent_name="李雷"),
)


@pytest.fixture
def submitted(reviews: ReviewStore, rubric: Rubric, complete: Draft) -> Review:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, StepLabel(code="answer"))
    return reviews.submit(review.id, rubric)


def test_json_holds_the_whole_review(submitted: Review) -> None:
    said = review_json(submitted, INTERACTION)
    assert draft_from_json(said["draft"]) == submitted.draft
    assert said["result"] == submitted.result
    assert said["interaction"]["agent_name"] == "李雷"
    assert said["submitted_at"] == "2026-11-02T09:00:03.000Z"


def test_csv_has_a_line_for_each_item_and_no_formula(submitted: Review) -> None:
    text = reviews_csv([(submitted, INTERACTION)])
    assert text.startswith("\ufeffreview,")
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [line["item"] for line in lines] == [
        *("greeting", "name", "empathy", "transferred", "wait")
    ]
    assert tuple(lines[0]) == CSV_COLUMNS
    by_item = {line["item"]: line for line in lines}
    assert by_item["greeting"]["answer"] == "4"
    assert by_item["greeting"]["item_score"] == "0.75"
    assert by_item["greeting"]["score"] == "95.00"
    assert by_item["empathy"]["answer"] == "named apologised"
    assert {line["title"] for line in lines} == {"'=HYPERLINK(1)"}
    assert {line["external_id"] for line in lines} == {"'+8613812345678"}


def test_a_draft_has_no_scores_in_csv(
    reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    saved = reviews.save(review.id, complete, StepLabel(code="answer"))
    (line, *_) = csv.DictReader(io.StringIO(reviews_csv([(saved, INTERACTION)])))
    assert (line["state"], line["score"], line["item_score"]) == ("draft", "", "")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, ""),
        (Answer(na=True), ""),
        (Answer(value="yes"), "yes"),
        (Answer(value=Fraction("12.30")), "12.3"),
        (Answer(value=Fraction(0)), "0"),
        (Answer(values=("a", "b")), "a b"),
        (Answer(), ""),
    ],
)
def test_answers_for_programs(answer: Answer | None, expected: str) -> None:
    assert answer_text(answer) == expected


def test_entries_without_an_answer_are_lines_too(reviews: ReviewStore, rubric: Rubric) -> None:
    review = reviews.start("call", rubric)
    draft = Draft(entries={"name": Entry(comment="@cmd", reasons=("forgot", "hurried"))})
    saved = reviews.save(review.id, draft, StepLabel(code="comment"))
    text = reviews_csv([(saved, INTERACTION)]).removeprefix("\ufeff")
    (line,) = csv.DictReader(io.StringIO(text))
    assert (line["answer"], line["comment"], line["reasons"]) == ("", "'@cmd", "forgot hurried")
