"""The drafts that are open: listed with how far they are, discarded, brought back whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qa_desktop.base.clock import Clock, from_text
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries, as_dicts
from qa_desktop.reviews.draft_store import index_changes
from qa_desktop.reviews.listing_store import refresh_listing
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Note, Rubric
from qa_desktop.rubrics.store import RubricStore

# All that a revision has, the revision itself first.
_TABLES = (
    "review_revisions",
    "answers",
    "review_adjustments",
    "comments",
    "review_steps",
    "grading_times",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """`answered` of the `items` that are to be answered now; `agent` "" where nobody is named.

    `session`: the title of the blind session that it belongs to, whose `title` is a pseudonym; ""
    for daily work.
    """

    review_id: str
    revision: int
    interaction_id: str
    title: str
    kind: str
    agent: str
    reviewer: str
    saved_at: datetime
    answered: int
    items: int
    session: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """What a discarded draft was, row by row, to bring it back."""

    review_id: str
    interaction_id: str
    revision: int
    draft: Draft
    earlier: Draft
    review: Mapping[str, Any]
    rows: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...]


class OpenDraftStore:
    def __init__(
        self, database: Database, clock: Clock, reviews: ReviewStore, rubrics: RubricStore
    ) -> None:
        self._database = database
        self._trail = Trail(clock, reviews.actor)
        self._reviews = reviews
        self._rubrics = rubrics

    def all(self) -> tuple[OpenDraft, ...]:
        """This reviewer's first, and of each the one that was saved last.

        Of blind sessions only this reviewer's own, while they are open.
        """
        with self._database.reading() as db:
            rows = as_dicts(
                db.execute(
                    "SELECT reviews.id AS review_id, revision, interactions.id AS interaction_id,"
                    " interactions.title AS title, interactions.kind AS kind,"
                    " coalesce(graded_agent, agent_name, agent_id, '') AS agent,"
                    " review_revisions.reviewer AS reviewer, saved_at,"
                    " coalesce(calibration_sessions.title, '') AS session"
                    " FROM review_revisions JOIN reviews ON reviews.id = review_revisions.review_id"
                    " JOIN interactions ON interactions.id = reviews.interaction_id"
                    " LEFT JOIN calibration_interactions AS copies"
                    " ON copies.interaction_id = interactions.id"
                    " LEFT JOIN calibration_sessions ON calibration_sessions.id = session_id"
                    " WHERE state = 'draft' AND (purpose = 'work' OR"
                    " calibration_sessions.reviewer = :me AND closed_at IS NULL)"
                    " ORDER BY review_revisions.reviewer != :me, saved_at DESC, reviews.id",
                    {"me": self._reviews.actor},
                )
            )
        return tuple(self._draft(row) for row in rows)

    def _draft(self, row: Mapping[str, Any]) -> OpenDraft:
        review = self._reviews.get(row["review_id"], row["revision"])
        rubric = self._rubrics.get(review.rubric_id, review.rubric_version)
        answered, items = progress(rubric, review.draft)
        known = {**row, "saved_at": from_text(row["saved_at"])}
        return OpenDraft(**known, answered=answered, items=items)

    def discard(self, review_id: str) -> Discarded:
        """Deletes the open draft and gives what it was. Raises ProblemError reviews.not_open."""
        review = self._reviews.get(review_id)
        key = (review_id, review.revision)
        with self._database.reading() as db:
            (head,) = as_dicts(db.execute("SELECT * FROM reviews WHERE id = ?", (review_id,)))
            rows = tuple((table, _rows(db, table, key)) for table in _TABLES)
        earlier = self._reviews.discard_draft(review_id)
        return Discarded(
            review_id=review_id,
            interaction_id=review.interaction_id,
            revision=review.revision,
            draft=review.draft,
            earlier=earlier.draft if earlier is not None else Draft(),
            review=head,
            rows=rows,
        )

    def bring_back(self, discarded: Discarded) -> None:
        """With all its steps of undo, as if it had never gone."""
        review_id, revision = discarded.review_id, discarded.revision
        with self._database.writing() as db:
            if revision == 1:
                _insert(db, "reviews", discarded.review)
            for table, rows in discarded.rows:
                for row in rows:
                    _insert(db, table, row)
            interaction_id = discarded.interaction_id
            index_changes(db, review_id, interaction_id, discarded.earlier, discarded.draft)
            payload = {"revision": revision}
            self._trail.append(db, "review.draft_brought_back", review_id, payload)
            refresh_listing(db, interaction_id)


def progress(rubric: Rubric, draft: Draft) -> tuple[int, int]:
    """How many items are answered, and how many there are to answer with these answers."""
    # Here: scoring is not needed to show the list.
    from qa_desktop.reviews.grading import given_of
    from qa_desktop.rubrics.scoring import score

    result = score(rubric, given_of(draft))
    hidden, missing = frozenset(result.hidden), frozenset(result.missing)
    asked = [
        item.id
        for item in rubric.items()
        if item.id not in hidden and not isinstance(item.answer, Note)
    ]
    return len([item for item in asked if item not in missing]), len(asked)


def _rows(db: Queries, table: str, key: tuple[str, int]) -> tuple[Mapping[str, Any], ...]:
    sql = f"SELECT * FROM {table} WHERE review_id = ? AND revision = ?"  # noqa: S608 - constants
    return tuple(as_dicts(db.execute(sql, key)))


def _insert(db: Queries, table: str, row: Mapping[str, Any]) -> None:
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))  # noqa: S608 - the table's own columns
