"""Grading, submitting and correcting, on a real database."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit, search
from qa_desktop.database.connection import Database, NotSaved, open_database
from qa_desktop.reviews import steps_store
from qa_desktop.reviews.draft_json import normalised
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.model import Draft, Entry, Review, ReviewState, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Rubric

LABEL = StepLabel(code="answer", values={"item": "greeting"})


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


@pytest.fixture
def submitted(reviews: ReviewStore, rubric: Rubric, complete: Draft) -> Review:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    return reviews.submit(review.id, rubric)


def test_a_new_review_is_an_empty_draft(reviews: ReviewStore, rubric: Rubric) -> None:
    review = reviews.start("call", rubric, scenario="complaint")
    assert review.state is ReviewState.DRAFT
    assert review.revision == 1
    assert review.draft == Draft(scenario="complaint")
    assert review.reviewer == "韩梅梅"
    assert (review.rubric_id, review.rubric_version) == ("service", 1)
    assert review.rubric_hash == rubric.content_hash
    assert reviews.undo_label(review.id) is None


def test_starting_again_goes_on_with_the_open_draft(reviews: ReviewStore, rubric: Rubric) -> None:
    first = reviews.start("call", rubric)
    assert reviews.start("call", rubric) == first
    assert reviews.start("chat", rubric).id != first.id


def test_everything_entered_comes_back(
    tmp_path: Path,
    prepare: Callable[[Database], None],
    clock: Clock,
    rubric: Rubric,
    complete: Draft,
) -> None:
    draft = replace(complete, scenario="complaint", adjustments={"extra": 2})
    database = open_database(tmp_path / "qa.sqlite3")
    prepare(database)
    reviews = ReviewStore(database, clock, "a")
    review = reviews.start("call", rubric)
    saved = reviews.save(review.id, draft, LABEL)
    assert saved.draft == normalised(draft)
    assert saved == reviews.get(review.id)
    assert saved.saved_at > review.saved_at
    database.close()

    reopened = open_database(tmp_path / "qa.sqlite3")
    again = ReviewStore(reopened, clock, "b").latest_for("call")
    assert again == saved
    reopened.close()


def test_saving_writes_only_what_changed(
    reviews: ReviewStore, database: Database, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    with database.writing() as db:
        for table in ("answers", "comments", "review_adjustments"):
            for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                key = {"answers": "item_id", "comments": "id"}.get(table, "adjustment_id")
                db.execute(
                    f"CREATE TEMP TRIGGER seen_{table}_{verb} AFTER {verb} ON main.{table}"
                    f" BEGIN INSERT INTO seen VALUES ('{table}', {row}.{key}); END"
                )
        db.execute("CREATE TEMP TABLE seen (tbl, key)")
    entries = {**complete.entries, "name": Entry(answer=Answer(value="no"))}
    reviews.save(review.id, replace(complete, entries=entries), LABEL)
    with database.reading() as db:
        assert db.execute("SELECT DISTINCT tbl, key FROM seen").fetchall() == [("answers", "name")]


def test_saving_the_same_again_is_no_step(
    reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    saved = reviews.save(review.id, complete, LABEL)
    again = reviews.save(review.id, complete, StepLabel(code="other"))
    assert again == saved
    assert reviews.undo_label(review.id) == LABEL


def test_comments_can_be_found_as_they_are_now(
    reviews: ReviewStore, database: Database, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    assert [hit.subject for hit in search.find(database, "安抚")] == [f"{review.id}:c1"]
    assert [hit.subject for hit in search.find(database, "warm voi")] == [
        f"{review.id}:item:greeting"
    ]
    assert [hit.subject for hit in search.find(database, "良好")] == [f"{review.id}:summary"]
    reviews.save(review.id, replace(complete, comments=(), summary=""), LABEL)
    assert search.find(database, "安抚") == []
    reviews.undo(review.id)
    assert len(search.find(database, "安抚")) == 1


def test_undo_and_redo_go_through_every_step(reviews: ReviewStore, rubric: Rubric) -> None:
    review = reviews.start("call", rubric)
    drafts = [
        Draft(entries={"greeting": Entry(answer=Answer(value=Fraction(value)))})
        for value in range(1, 5)
    ]
    for number, draft in enumerate(drafts):
        reviews.save(review.id, draft, StepLabel(code="answer", values={"step": str(number)}))
    for number in (3, 2, 1):
        label = reviews.undo_label(review.id)
        assert label == StepLabel(code="answer", values={"step": str(number)})
        undone = reviews.undo(review.id)
        assert undone is not None
        assert undone.draft == drafts[number - 1]
        assert reviews.redo_label(review.id) == label
    first = reviews.undo(review.id)
    assert first is not None
    assert first.draft == Draft()
    assert reviews.undo(review.id) is None
    for draft in drafts:
        redone = reviews.redo(review.id)
        assert redone is not None
        assert redone.draft == draft == reviews.get(review.id).draft
    assert reviews.redo(review.id) is None


def test_a_new_step_drops_what_was_undone(
    reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    reviews.undo(review.id)
    reviews.save(review.id, Draft(summary="other"), StepLabel(code="summary"))
    assert reviews.redo_label(review.id) is None
    assert reviews.redo(review.id) is None
    undone = reviews.undo(review.id)
    assert undone is not None
    assert undone.draft == Draft()


def test_the_oldest_steps_go_when_there_are_too_many(
    reviews: ReviewStore, rubric: Rubric, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps_store, "MOST_STEPS", 5)
    review = reviews.start("call", rubric)
    for number in range(12):
        reviews.save(review.id, Draft(summary=str(number)), StepLabel(code="summary"))
    with database.reading() as db:
        assert db.execute("SELECT count(*) FROM review_steps").fetchone() == (5,)
    undone = [reviews.undo(review.id) for _ in range(5)]
    assert [step and step.draft.summary for step in undone] == ["10", "9", "8", "7", None]


def test_typing_on_is_one_step(reviews: ReviewStore, rubric: Rubric) -> None:
    review, label = reviews.start("call", rubric), StepLabel(code="summary")
    for text in ("G", "Go", "Good"):
        reviews.save(review.id, Draft(summary=text), label, merge=True)
    reviews.save(review.id, Draft(summary="Good."), StepLabel(code="other"), merge=True)
    for expected in ("Good", ""):
        undone = reviews.undo(review.id)
        assert undone is not None
        assert undone.draft.summary == expected


def test_submitting_fixes_score_and_audit(
    submitted: Review, database: Database, reviews: ReviewStore
) -> None:
    assert submitted.state is ReviewState.SUBMITTED
    assert submitted.result is not None
    # Opening 40 % x (0.75 + 1) / 2, help 60 % x 1.
    assert submitted.result["score"] == "95.00"
    assert submitted.result["outcome"] == "pass"
    assert submitted.result["grade"] == "good"
    assert submitted.submitted_at is not None
    with database.reading() as db:
        action, payload = db.execute(
            "SELECT action, payload FROM audit JOIN audit_payloads USING (seq)"
            " ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        assert db.execute("SELECT count(*) FROM review_steps").fetchone() == (0,)
    assert action == "review.submitted"
    assert json.loads(payload)["result"] == submitted.result
    assert audit.verify(database) == ()
    assert reviews.latest_for("call") == submitted == reviews.valid(submitted.id)


def test_a_draft_that_lacks_something_is_not_submitted(
    reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    entries = {**complete.entries, "name": Entry(answer=Answer(value="no")), "greeting": Entry()}
    saved = reviews.save(review.id, replace(complete, entries=entries), LABEL)
    with pytest.raises(ProblemError) as error:
        reviews.submit(review.id, rubric)
    assert [(problem.code, problem.where.path) for problem in error.value.problems] == [
        ("reviews.lacking_answer", "greeting"),
        ("reviews.lacking_comment", "name"),
        ("reviews.lacking_reason", "name"),
    ]
    assert reviews.get(review.id) == saved


def test_another_rubric_is_our_own_mistake(
    reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    with pytest.raises(ValueError, match="was not graded with"):
        reviews.submit(review.id, replace(rubric, content_hash="sha256:other"))


def test_a_submitted_review_takes_no_change(
    submitted: Review, reviews: ReviewStore, rubric: Rubric
) -> None:
    for call in (
        lambda: reviews.save(submitted.id, Draft(), LABEL),
        lambda: reviews.undo(submitted.id),
        lambda: reviews.redo(submitted.id),
        lambda: reviews.submit(submitted.id, rubric),
        lambda: reviews.discard_draft(submitted.id),
    ):
        with pytest.raises(ProblemError) as error:
            call()
        assert codes(error) == ["reviews.not_open"]
    assert reviews.get(submitted.id) == submitted


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review_revisions SET score = '100.00'",
        "UPDATE review_revisions SET state = 'draft', submitted_at = NULL",
        "DELETE FROM review_revisions",
        "DELETE FROM reviews",
        "UPDATE reviews SET reviewer = 'x'",
        "UPDATE answers SET answer = '{}'",
        "DELETE FROM answers",
        "INSERT INTO answers (review_id, revision, item_id) SELECT id, 1, 'x' FROM reviews",
        "INSERT OR REPLACE INTO answers SELECT * FROM answers",
        "UPDATE comments SET text = 'x'",
        "DELETE FROM comments",
        "INSERT INTO review_adjustments VALUES ((SELECT id FROM reviews), 1, 'extra', 1)",
        "DELETE FROM interactions WHERE id = 'call'",
    ],
)
def test_the_database_itself_refuses_to_change_a_submitted_review(
    submitted: Review, reviews: ReviewStore, database: Database, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.writing() as db:
        db.execute(statement)
    assert reviews.get(submitted.id) == submitted


def test_a_correction_begins_as_a_copy_and_the_old_one_counts_meanwhile(
    submitted: Review, reviews: ReviewStore, rubric: Rubric, database: Database
) -> None:
    correction = reviews.correct(submitted.id, " The name was said. ")
    assert correction.revision == 2
    assert correction.state is ReviewState.DRAFT
    assert correction.draft == submitted.draft
    assert correction.correction_reason == "The name was said."
    assert reviews.latest_for("call") == correction
    assert reviews.valid(submitted.id) == submitted
    assert reviews.get(submitted.id, 1) == submitted
    (row,) = ListingStore(database).page(ListingFilter(review_states=("draft",)), 10)
    assert (row.review_state, row.has_draft, row.score, row.revision) == (
        "submitted",
        True,
        "95.00",
        1,
    )

    entries = {**correction.draft.entries, "greeting": Entry(answer=Answer(value=Fraction(5)))}
    reviews.save(submitted.id, replace(correction.draft, entries=entries), LABEL)
    undone = reviews.undo(submitted.id)
    assert undone is not None
    assert undone.draft == submitted.draft
    assert reviews.undo(submitted.id) is None
    reviews.redo(submitted.id)
    second = reviews.submit(submitted.id, rubric)
    assert second.result is not None
    assert second.result["score"] == "100.00"
    assert reviews.history(submitted.id) == (submitted, second)
    assert reviews.valid(submitted.id) == second
    (row,) = ListingStore(database).page(ListingFilter(review_states=("submitted",)), 10)
    assert (row.has_draft, row.score, row.revision) == (False, "100.00", 2)
    assert audit.verify(database) == ()


def test_a_correction_needs_a_reason_and_no_open_draft(
    submitted: Review, reviews: ReviewStore
) -> None:
    with pytest.raises(ProblemError) as error:
        reviews.correct(submitted.id, "  ")
    assert codes(error) == ["reviews.reason_needed"]
    reviews.correct(submitted.id, "Because")
    with pytest.raises(ProblemError) as error:
        reviews.correct(submitted.id, "Again")
    assert codes(error) == ["reviews.still_open"]


def test_who_corrects_is_kept_apart_from_who_graded(
    submitted: Review, database: Database, clock: Clock
) -> None:
    lead = ReviewStore(database, clock, "lead")
    assert lead.correct(submitted.id, "Appeal").reviewer == "lead"
    assert lead.get(submitted.id, 1).reviewer == "韩梅梅"


def test_a_discarded_correction_leaves_the_submitted_review(
    submitted: Review, reviews: ReviewStore, database: Database
) -> None:
    correction = reviews.correct(submitted.id, "Because")
    reviews.save(submitted.id, replace(correction.draft, summary="全部重写"), LABEL)
    assert reviews.discard_draft(submitted.id) == submitted
    assert reviews.latest_for("call") == submitted
    assert search.find(database, "重写") == []
    assert len(search.find(database, "良好")) == 1
    with database.reading() as db:
        assert db.execute("SELECT count(*) FROM answers WHERE revision = 2").fetchone() == (0,)


def test_a_discarded_first_draft_leaves_nothing_but_its_audit(
    reviews: ReviewStore, rubric: Rubric, complete: Draft, database: Database
) -> None:
    review = reviews.start("call", rubric)
    reviews.save(review.id, complete, LABEL)
    assert reviews.discard_draft(review.id) is None
    assert reviews.latest_for("call") is None
    with pytest.raises(ProblemError) as error:
        reviews.get(review.id)
    assert codes(error) == ["reviews.unknown"]
    with database.reading() as db:
        for table in ("reviews", "review_revisions", "answers", "comments", "review_steps"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert db.execute("SELECT count(*) FROM search").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM audit").fetchone() == (2,)


def test_an_unpublished_rubric_cannot_be_used(reviews: ReviewStore, rubric: Rubric) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        reviews.start("call", replace(rubric, version=9))


def test_a_full_disk_leaves_the_draft_as_it_was_and_saving_works_again(
    tmp_path: Path,
    prepare: Callable[[Database], None],
    clock: Clock,
    rubric: Rubric,
    complete: Draft,
) -> None:
    database = open_database(tmp_path / "qa.sqlite3")
    prepare(database)
    reviews = ReviewStore(database, clock, "a")
    review = reviews.start("call", rubric)
    before = reviews.save(review.id, complete, LABEL)
    with database.alone() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    long = replace(complete, summary="很长的总结" * 20_000)
    with pytest.raises(NotSaved) as error:
        reviews.save(review.id, long, LABEL)
    assert codes(error) == ["database.not_saved.disk_full"]
    assert reviews.get(review.id) == before
    assert reviews.undo_label(review.id) == LABEL
    with database.alone() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 5000}")
    assert reviews.save(review.id, long, LABEL).draft.summary == long.summary
    database.close()
