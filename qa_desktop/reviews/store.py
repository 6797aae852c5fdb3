"""The reviews of a workspace: graded, submitted, corrected; each call is one transaction."""

import json
from dataclasses import replace
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.reviews import steps_store
from qa_desktop.reviews.draft_json import draft_to_json, normalised
from qa_desktop.reviews.draft_store import index_changes, read_draft, write_changes
from qa_desktop.reviews.grading import given_of, lacking
from qa_desktop.reviews.listing_store import refresh_listing
from qa_desktop.reviews.model import Draft, Review, ReviewState, StepLabel
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.scoring import result_json, score

_REVISIONS = (
    "SELECT reviews.id, revision, interaction_id, rubric_id, rubric_version, rubric_hash,"
    " review_revisions.reviewer, state, scenario, graded_agent, summary, started_at,"
    " saved_at, submitted_at, correction_reason, result"
    " FROM reviews JOIN review_revisions ON review_revisions.review_id = reviews.id"
)
_IS_NEWEST = "revision = (SELECT max(revision) FROM review_revisions WHERE review_id = reviews.id)"


class ReviewStore:
    """Every writing call returns the review as it then is, and is on disk when it returns.

    All raise NotSaved when the disk did not take it (nothing is half-written), and ProblemError
    reviews.unknown for an id that is not there.
    """

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)

    @property
    def actor(self) -> str:
        """In whose name this store acts."""
        return self._actor

    def start(self, interaction_id: str, rubric: Rubric, *, scenario: str | None = None) -> Review:
        """A new draft; or the open one, where this reviewer already has one with this rubric.

        The rubric must have been published in this workspace.
        """
        with self._database.writing() as db:
            row = db.execute(
                "SELECT reviews.id FROM reviews JOIN review_revisions ON review_id = reviews.id"
                " WHERE interaction_id = ? AND rubric_id = ? AND rubric_version = ?"
                " AND review_revisions.reviewer = ? AND state = 'draft'",
                (interaction_id, rubric.id, rubric.version, self._actor),
            ).fetchone()
            if row is not None:
                return _get(db, row[0])
            review_id, now = new_id(), to_text(self._clock.now())
            db.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    review_id,
                    interaction_id,
                    rubric.id,
                    rubric.version,
                    rubric.content_hash,
                    self._actor,
                    now,
                ),
            )
            draft = Draft(scenario=scenario)
            self._add_revision(db, review_id, 1, draft, now, None)
            steps_store.add_step(db, review_id, 1, draft, StepLabel(code="start"))
            self._trail.append(
                db,
                "review.started",
                review_id,
                {
                    "interaction": interaction_id,
                    "rubric": rubric.id,
                    "version": rubric.version,
                    "hash": rubric.content_hash,
                },
            )
            refresh_listing(db, interaction_id)
            return _get(db, review_id)

    def get(self, review_id: str, revision: int | None = None) -> Review:
        """One revision; None: the newest, draft or submitted."""
        with self._database.reading() as db:
            return _get(db, review_id, revision)

    def full_id(self, beginning: str) -> str:
        """The one id that begins so, not of a blind session.

        Raises ProblemError reviews.unknown, reviews.ambiguous.
        """
        with self._database.reading() as db:
            found = db.execute(
                "SELECT reviews.id FROM reviews JOIN interactions"
                " ON interactions.id = interaction_id WHERE purpose = 'work'"
                " AND substr(reviews.id, 1, length(?)) = ? LIMIT 2",
                (beginning, beginning),
            ).fetchall()
        if len(found) != 1 or not beginning:
            code = "reviews.ambiguous" if len(found) > 1 else "reviews.unknown"
            raise ProblemError(Problem(code=code, values={"review": beginning}))
        return str(found[0][0])

    def latest_for(self, interaction_id: str) -> Review | None:
        """The review of this interaction to go on with, in its newest revision.

        This reviewer's own comes before others', an open draft before what is submitted, what was
        saved last before what is older.
        """
        with self._database.reading() as db:
            row = db.execute(
                f"{_REVISIONS} WHERE interaction_id = ? AND {_IS_NEWEST}"
                " ORDER BY review_revisions.reviewer != ?, state, saved_at DESC LIMIT 1",
                (interaction_id, self._actor),
            ).fetchone()
            return None if row is None else _review(db, row)

    def valid(self, review_id: str) -> Review | None:
        """The submitted revision that counts, while a correction of it may be open; None: none."""
        with self._database.reading() as db:
            row = db.execute(
                f"{_REVISIONS} WHERE reviews.id = ? AND state = 'submitted'"
                " ORDER BY revision DESC LIMIT 1",
                (review_id,),
            ).fetchone()
            return None if row is None else _review(db, row)

    def history(self, review_id: str) -> tuple[Review, ...]:
        """Every revision, the first first."""
        with self._database.reading() as db:
            rows = db.execute(
                f"{_REVISIONS} WHERE reviews.id = ? ORDER BY revision", (review_id,)
            ).fetchall()
            return tuple(_review(db, row) for row in rows)

    def save(
        self, review_id: str, draft: Draft, label: StepLabel, *, merge: bool = False
    ) -> Review:
        """Writes what changed, and a step of undo; without a change, nothing.

        `merge`: with the same label as the step before, it is one step with it (typing on).
        Raises ProblemError reviews.not_open once it is submitted.
        """
        with self._database.writing() as db:
            review = _open(db, review_id)
            after = normalised(draft)
            if after == review.draft:
                return review
            steps_store.add_step(db, review_id, review.revision, after, label, merge=merge)
            return self._put(db, review, after)

    def undo(self, review_id: str) -> Review | None:
        """The review one step back, or None when there is nothing to undo."""
        return self.step(review_id, -1)

    def redo(self, review_id: str) -> Review | None:
        """The review with the step that was undone last, or None when there is none."""
        return self.step(review_id, 1)

    def step(self, review_id: str, by: int) -> Review | None:
        """So many steps back (below 0) or forward, as far as there are; None when there is none."""
        move = steps_store.step_back if by < 0 else steps_store.step_forward
        reached: Draft | None = None
        with self._database.writing() as db:
            review = _open(db, review_id)
            for _ in range(abs(by)):
                draft = move(db, review_id, review.revision)
                if draft is None:
                    break
                reached = draft
            return None if reached is None else self._put(db, review, reached)

    def steps(self, review_id: str) -> tuple[steps_store.Step, ...]:
        """The open draft's steps of undo, the oldest first; a submitted one has none."""
        with self._database.reading() as db:
            return steps_store.all_steps(db, review_id, _get(db, review_id).revision)

    def undo_label(self, review_id: str) -> StepLabel | None:
        """What undo would take back; None when there is nothing."""
        with self._database.reading() as db:
            return steps_store.undo_label(db, review_id, _get(db, review_id).revision)

    def redo_label(self, review_id: str) -> StepLabel | None:
        """What redo would bring again; None when there is nothing."""
        with self._database.reading() as db:
            return steps_store.redo_label(db, review_id, _get(db, review_id).revision)

    def submit(self, review_id: str, rubric: Rubric) -> Review:
        """Scores the draft and fixes it for ever.

        Raises ProblemError with all that is lacking (reviews.lacking_answer, .lacking_comment,
        .lacking_reason), and reviews.not_open. ValueError: not the rubric it was graded with.
        """
        with self._database.writing() as db:
            review = _open(db, review_id)
            if (rubric.id, rubric.version, rubric.content_hash) != (
                review.rubric_id,
                review.rubric_version,
                review.rubric_hash,
            ):
                raise ValueError(f"review {review_id} was not graded with {rubric.id}")
            result = score(rubric, given_of(review.draft))
            lacks = lacking(rubric, review.draft, result)
            if lacks:
                raise ProblemError(
                    Problem(
                        code=f"reviews.lacking_{lack.what}",
                        where=Where(path=lack.item_id),
                        values={"item": lack.item_id},
                    )
                    for lack in lacks
                )
            said = result_json(result, rubric)
            now = to_text(self._clock.now())
            steps_store.clear_steps(db, review_id, review.revision)
            db.execute(
                "UPDATE review_revisions SET state = 'submitted', submitted_at = :now,"
                " saved_at = :now, outcome = :outcome, score = :score, grade = :grade,"
                " result = :result WHERE review_id = :review AND revision = :revision",
                {
                    "now": now,
                    "outcome": said["outcome"],
                    "score": said["score"],
                    "grade": said["grade"],
                    "result": json.dumps(said, ensure_ascii=False),
                    "review": review_id,
                    "revision": review.revision,
                },
            )
            self._trail.append(
                db,
                "review.submitted",
                review_id,
                {
                    "revision": review.revision,
                    "interaction": review.interaction_id,
                    "draft": draft_to_json(review.draft),
                    "result": said,
                },
            )
            refresh_listing(db, review.interaction_id)
            return _get(db, review_id)

    def correct(self, review_id: str, reason: str) -> Review:
        """A new draft revision that begins as a copy; the submitted one counts until it is
        submitted too.

        Raises ProblemError reviews.reason_needed, and reviews.still_open when there is a draft.
        """
        if not reason.strip():
            raise ProblemError(Problem(code="reviews.reason_needed"))
        with self._database.writing() as db:
            review = _get(db, review_id)
            if review.state is ReviewState.DRAFT:
                raise ProblemError(Problem(code="reviews.still_open"))
            revision, now = review.revision + 1, to_text(self._clock.now())
            self._add_revision(db, review_id, revision, Draft(), now, reason.strip())
            # What was said before is already in the search index.
            write_changes(db, review_id, revision, Draft(), review.draft)
            steps_store.add_step(db, review_id, revision, review.draft, StepLabel(code="correct"))
            self._trail.append(
                db,
                "review.correction_started",
                review_id,
                {"revision": revision, "reason": reason.strip()},
            )
            refresh_listing(db, review.interaction_id)
            return _get(db, review_id)

    def take_over(self, review_id: str) -> Review:
        """Another reviewer's open draft goes on in this one's name, with what was done so far.

        Raises ProblemError reviews.not_open.
        """
        with self._database.writing() as db:
            review = _open(db, review_id)
            if review.reviewer == self._actor:
                return review
            db.execute(
                "UPDATE review_revisions SET reviewer = ? WHERE review_id = ? AND revision = ?",
                (self._actor, review_id, review.revision),
            )
            payload = {"revision": review.revision, "from": review.reviewer}
            self._trail.append(db, "review.taken_over", review_id, payload)
            refresh_listing(db, review.interaction_id)
            return _get(db, review_id)

    def discard_draft(self, review_id: str) -> Review | None:
        """Deletes the open draft; the submitted revision before it, or None when there is none.

        Raises ProblemError reviews.not_open.
        """
        with self._database.writing() as db:
            review = _open(db, review_id)
            db.execute(
                "DELETE FROM review_revisions WHERE review_id = ? AND revision = ?",
                (review_id, review.revision),
            )
            earlier = None
            if review.revision > 1:
                earlier = _get(db, review_id)
            else:
                db.execute("DELETE FROM reviews WHERE id = ?", (review_id,))
            index_changes(
                db,
                review_id,
                review.interaction_id,
                review.draft,
                earlier.draft if earlier else Draft(),
            )
            self._trail.append(
                db,
                "review.draft_discarded",
                review_id,
                {"revision": review.revision, "draft": draft_to_json(review.draft)},
            )
            refresh_listing(db, review.interaction_id)
            return earlier

    def _add_revision(
        self,
        db: Queries,
        review_id: str,
        revision: int,
        draft: Draft,
        now: str,
        reason: str | None,
    ) -> None:
        db.execute(
            "INSERT INTO review_revisions"
            " (review_id, revision, state, reviewer, correction_reason, scenario, started_at,"
            " saved_at) VALUES (?, ?, 'draft', ?, ?, ?, ?, ?)",
            (review_id, revision, self._actor, reason, draft.scenario, now, now),
        )

    def _put(self, db: Queries, review: Review, after: Draft) -> Review:
        write_changes(db, review.id, review.revision, review.draft, after)
        index_changes(db, review.id, review.interaction_id, review.draft, after)
        now = to_text(self._clock.now())
        db.execute(
            "UPDATE review_revisions SET saved_at = ? WHERE review_id = ? AND revision = ?",
            (now, review.id, review.revision),
        )
        if after.agent != review.draft.agent:
            refresh_listing(db, review.interaction_id)
        return replace(review, draft=after, saved_at=from_text(now))


def _open(db: Queries, review_id: str) -> Review:
    """The newest revision, which must be a draft."""
    review = _get(db, review_id)
    if review.state is not ReviewState.DRAFT:
        raise ProblemError(Problem(code="reviews.not_open"))
    return review


def _get(db: Queries, review_id: str, revision: int | None = None) -> Review:
    row = db.execute(
        f"{_REVISIONS} WHERE reviews.id = :id AND (revision = :revision OR :revision IS NULL)"
        " ORDER BY revision DESC LIMIT 1",
        {"id": review_id, "revision": revision},
    ).fetchone()
    if row is None:
        raise ProblemError(Problem(code="reviews.unknown", values={"review": review_id}))
    return _review(db, row)


def _review(db: Queries, row: tuple[Any, ...]) -> Review:
    (review_id, revision, interaction, rubric, version, rubric_hash, reviewer, state, *rest) = row
    scenario, agent, summary, *rest = rest
    started_at, saved_at, submitted_at, correction_reason, result = rest
    head = Draft(scenario=scenario, agent=agent, summary=summary)
    return Review(
        id=review_id,
        revision=revision,
        interaction_id=interaction,
        rubric_id=rubric,
        rubric_version=version,
        rubric_hash=rubric_hash,
        reviewer=reviewer,
        state=ReviewState(state),
        draft=read_draft(db, review_id, revision, head),
        started_at=from_text(started_at),
        saved_at=from_text(saved_at),
        submitted_at=None if submitted_at is None else from_text(submitted_at),
        correction_reason=correction_reason,
        result=None if result is None else json.loads(result),
    )
