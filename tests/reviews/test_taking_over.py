"""Whose draft it is: another reviewer takes it over, or finds his own first."""

import json

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database.connection import Database
from qa_desktop.reviews.model import Draft, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

LABEL = StepLabel(code="answer", values={"item": "greeting"})


def test_a_draft_is_taken_over_with_all_of_it_and_the_trail_says_so(
    database: Database, reviews: ReviewStore, clock: Clock, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    kept = reviews.save(review.id, complete, LABEL)
    other = ReviewStore(database, clock, "李雷")
    taken = other.take_over(review.id)
    assert (taken.reviewer, taken.draft, taken.revision) == ("李雷", kept.draft, 1)
    assert other.take_over(review.id) == taken
    with database.reading() as db:
        trail = db.execute(
            "SELECT actor, payload FROM audit JOIN audit_payloads USING (seq)"
            " WHERE action = 'review.taken_over'"
        ).fetchall()
    assert [(actor, json.loads(payload)["from"]) for actor, payload in trail] == [
        ("李雷", "韩梅梅")
    ]
    submitted = other.submit(review.id, rubric)
    with pytest.raises(ProblemError) as raised:
        reviews.take_over(submitted.id)
    assert raised.value.problems[0].code == "reviews.not_open"


def test_ones_own_review_is_found_before_anothers(
    database: Database, reviews: ReviewStore, clock: Clock, rubric: Rubric
) -> None:
    mine = reviews.start("call", rubric)
    other = ReviewStore(database, clock, "李雷")
    theirs = other.start("call", rubric)
    assert theirs.id != mine.id
    for store, own in ((reviews, mine), (other, theirs)):
        found = store.latest_for("call")
        assert found is not None
        assert found.id == own.id
    stranger = ReviewStore(database, clock, "Ann").latest_for("call")
    assert stranger is not None
    assert stranger.id == theirs.id
