"""How long grading took: kept for its reviewer, seen nowhere else, deleted when asked."""

from datetime import UTC, datetime, timedelta

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.database.connection import Database
from qa_desktop.reviews.grading_times_store import GradingTimesStore
from qa_desktop.reviews.model import Draft, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

STEP = StepLabel(code="answer")
SPENT_MS = 314_159


@pytest.fixture
def times(database: Database, reviews: ReviewStore) -> GradingTimesStore:
    return GradingTimesStore(database, reviews.actor)


def submitted(reviews: ReviewStore, rubric: Rubric, complete: Draft, where: str = "call") -> Review:
    review = reviews.start(where, rubric)
    reviews.save(review.id, complete, STEP)
    return reviews.submit(review.id, rubric)


def test_time_adds_up_by_revision(
    reviews: ReviewStore, rubric: Rubric, times: GradingTimesStore, complete: Draft
) -> None:
    review = submitted(reviews, rubric, complete)
    assert times.spent_ms(review.id, 1) == 0
    times.add(review.id, 1, 60_000)
    times.add(review.id, 1, 1_500)
    reviews.correct(review.id, "wrong")
    times.add(review.id, 2, 7_000)
    assert (times.spent_ms(review.id, 1), times.spent_ms(review.id, 2)) == (61_500, 7_000)


def test_the_middle_by_rubric_and_the_day_are_of_what_was_submitted(
    reviews: ReviewStore,
    rubric: Rubric,
    times: GradingTimesStore,
    complete: Draft,
    clock: Clock,
    database: Database,
) -> None:
    morning = clock.now()
    for spent_ms in (60_000, 300_000, 90_000):
        times.add(submitted(reviews, rubric, complete).id, 1, spent_ms)
    times.add(reviews.start("chat", rubric).id, 1, 999_000)
    (middle,) = times.by_rubric()
    assert (middle.rubric_id, middle.reviews, middle.median_ms) == (rubric.id, 3, 90_000)
    assert times.submitted_since(morning) == (3, 450_000)
    assert times.submitted_since(datetime.now(UTC) + timedelta(days=9999)) == (0, 0)
    # Another reviewer sees and deletes nothing of it.
    other = GradingTimesStore(database, "Lin")
    assert (other.by_rubric(), other.submitted_since(morning)) == ((), (0, 0))
    assert other.delete_all() == 0
    assert times.delete_all() == 4
    assert times.by_rubric() == ()


def test_a_discarded_draft_takes_its_time_along(
    reviews: ReviewStore, rubric: Rubric, times: GradingTimesStore
) -> None:
    review = reviews.start("call", rubric)
    times.add(review.id, 1, 1000)
    reviews.discard_draft(review.id)
    assert times.spent_ms(review.id, 1) == 0


def test_it_stands_in_no_other_table(
    reviews: ReviewStore,
    rubric: Rubric,
    times: GradingTimesStore,
    complete: Draft,
    database: Database,
) -> None:
    review = submitted(reviews, rubric, complete)
    times.add(review.id, 1, SPENT_MS)
    with database.reading() as db:
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if name != "grading_times" and not name.startswith("search")
        ]
        said = {name: str(db.execute(f"SELECT * FROM {name}").fetchall()) for name in tables}
    assert "audit_payloads" in said
    assert [name for name, text in said.items() if str(SPENT_MS) in text] == []
