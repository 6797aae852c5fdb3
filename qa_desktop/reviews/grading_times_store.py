"""How long each review took: for its reviewer alone, in no audit trail and no export."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from qa_desktop.base.clock import to_text
from qa_desktop.database.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricTimes:
    """Of one rubric: how many submitted reviews were timed, and the time of the middle one."""

    rubric_id: str
    reviews: int
    median_ms: int


class GradingTimesStore:
    """Every call is about the reviews of one reviewer; blind ones are timed, and not counted."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._database = database
        self._reviewer = reviewer

    def add(self, review_id: str, revision: int, spent_ms: int) -> None:
        """On top of what is kept of that revision. Raises NotSaved."""
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO grading_times (review_id, revision, spent_ms) VALUES (?, ?, ?)"
                " ON CONFLICT (review_id, revision)"
                " DO UPDATE SET spent_ms = spent_ms + excluded.spent_ms",
                (review_id, revision, spent_ms),
            )

    def spent_ms(self, review_id: str, revision: int) -> int:
        """0 where nothing is kept."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT spent_ms FROM grading_times WHERE review_id = ? AND revision = ?",
                (review_id, revision),
            ).fetchone()
        return int(row[0]) if row else 0

    def submitted_since(self, since: datetime) -> tuple[int, int]:
        """How many timed reviews were submitted since then, and how long they took, in ms."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT count(*), coalesce(sum(spent_ms), 0) FROM grading_times"
                " JOIN review_revisions AS r USING (review_id, revision)"
                " JOIN reviews ON reviews.id = grading_times.review_id"
                " JOIN interactions ON interactions.id = interaction_id"
                " WHERE purpose = 'work' AND r.reviewer = ? AND submitted_at >= ?",
                (self._reviewer, to_text(since)),
            ).fetchone()
        return int(row[0]), int(row[1])

    def by_rubric(self) -> Sequence[RubricTimes]:
        """Over all submitted reviews that were timed, by the rubric's id."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT rubric_id, spent_ms FROM grading_times"
                " JOIN review_revisions USING (review_id, revision)"
                " JOIN reviews ON reviews.id = grading_times.review_id"
                " JOIN interactions ON interactions.id = interaction_id"
                " WHERE purpose = 'work'"
                " AND review_revisions.reviewer = ? AND submitted_at IS NOT NULL"
                " ORDER BY rubric_id",
                (self._reviewer,),
            ).fetchall()
        times: dict[str, list[int]] = {}
        for rubric_id, spent_ms in rows:
            times.setdefault(rubric_id, []).append(spent_ms)
        return tuple(
            RubricTimes(rubric_id=rubric_id, reviews=len(spent), median_ms=round(median(spent)))
            for rubric_id, spent in times.items()
        )

    def delete_all(self) -> int:
        """How many were deleted."""
        with self._database.writing() as db:
            return db.execute(
                "DELETE FROM grading_times WHERE EXISTS (SELECT 1 FROM review_revisions AS r"
                " WHERE r.review_id = grading_times.review_id"
                " AND r.revision = grading_times.revision AND r.reviewer = ?)",
                (self._reviewer,),
            ).rowcount
