"""Open drafts: listed with how far they are, discarded, brought back whole."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database.connection import Database
from qa_desktop.reviews.grading_times_store import GradingTimesStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.open_drafts_store import OpenDraftStore, progress
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.store import RubricStore

STEP = StepLabel(code="answer", values={"item": "greeting"})
TABLES = (
    *("reviews", "review_revisions", "answers", "review_adjustments", "comments"),
    *("review_steps", "grading_times", "search_rows"),
)


@pytest.fixture
def store(database: Database, clock: Clock, reviews: ReviewStore) -> OpenDraftStore:
    return OpenDraftStore(database, clock, reviews, RubricStore(database, clock, reviews.actor))


def rows(database: Database, table: str) -> list[tuple[Any, ...]]:
    with database.reading() as db:
        return sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def found(database: Database, text: str) -> list[str]:
    wanted = ListingFilter(text=text)
    return [row.interaction.id for row in ListingStore(database).page(wanted, 9)]


def test_ones_own_come_first_and_the_one_saved_last_before_the_others(
    database: Database, clock: Clock, reviews: ReviewStore, rubric: Rubric, store: OpenDraftStore
) -> None:
    other = ReviewStore(database, clock, "Lin")
    theirs = other.start("call", rubric)
    mine = [reviews.start(name, rubric) for name in ("call", "chat")]
    reviews.save(
        mine[0].id, Draft(entries={"greeting": Entry(answer=Answer(value=Fraction(4)))}), STEP
    )
    listed = store.all()
    assert [draft.review_id for draft in listed] == [mine[0].id, mine[1].id, theirs.id]
    assert [draft.reviewer for draft in listed] == ["韩梅梅", "韩梅梅", "Lin"]
    assert (listed[0].answered, listed[1].answered) == (1, 0)
    assert (listed[0].title, listed[0].kind) == ("Call", "recording")


def test_progress_counts_what_is_to_be_answered_now(rubric: Rubric, complete: Draft) -> None:
    done, asked = progress(rubric, complete)
    assert done == asked > 3
    transferred = replace(
        complete,
        entries={**complete.entries, "transferred": Entry(answer=Answer(value="yes"))},
    )
    # An item appears that was hidden.
    assert progress(rubric, transferred) == (done, asked + 1)
    assert progress(rubric, Draft())[0] == 0


def test_a_submitted_review_is_no_draft_and_its_correction_is_one(
    reviews: ReviewStore, rubric: Rubric, complete: Draft, store: OpenDraftStore
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, STEP)
    reviews.submit(review.id, rubric)
    assert store.all() == ()
    reviews.correct(review.id, "wrong")
    (draft,) = store.all()
    assert draft.revision == 2


@pytest.mark.parametrize("corrects", [False, True])
def test_a_discarded_draft_is_brought_back_row_by_row(
    database: Database,
    reviews: ReviewStore,
    rubric: Rubric,
    complete: Draft,
    store: OpenDraftStore,
    corrects: bool,
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, STEP)
    if corrects:
        reviews.submit(review.id, rubric)
        reviews.correct(review.id, "wrong")
    changed = replace(complete, summary="另一个总结", adjustments={"extra": 1})
    reviews.save(review.id, changed, STEP)
    now = reviews.save(review.id, replace(changed, summary="Zebra"), STEP)
    GradingTimesStore(database, reviews.actor).add(review.id, now.revision, 90_000)
    before = {table: rows(database, table) for table in TABLES}
    listed = ListingStore(database).page(ListingFilter(), 9)
    gone = store.discard(review.id)
    assert store.all() == ()
    assert before != {table: rows(database, table) for table in TABLES}
    store.bring_back(gone)
    after = {table: rows(database, table) for table in TABLES}
    # Rows of the index are numbered anew.
    texts = [[row[1:] for row in each.pop("search_rows")] for each in (before, after)]
    assert texts[0] == texts[1]
    assert after == before
    assert ListingStore(database).page(ListingFilter(), 9) == listed
    earlier = reviews.undo(review.id)
    assert earlier is not None
    assert earlier.draft.summary == "另一个总结"


def test_a_submitted_review_is_not_discarded(
    reviews: ReviewStore, rubric: Rubric, complete: Draft, store: OpenDraftStore
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, STEP)
    reviews.submit(review.id, rubric)
    with pytest.raises(ProblemError) as raised:
        store.discard(review.id)
    assert [problem.code for problem in raised.value.problems] == ["reviews.not_open"]
