"""Which reviews of which interactions there are, for one's own part and for the reference."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_desktop.database.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReview:
    """`submitted`: (review id, revision) of what was submitted last; None: nothing was."""

    review_id: str
    has_draft: bool
    submitted: tuple[str, int] | None


class WorkStore:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(
        self, interaction_ids: Iterable[str], rubric: tuple[str, int], reviewer: str
    ) -> dict[str, OwnReview]:
        """What this reviewer made of each with that rubric version (id, version)."""
        found: dict[str, OwnReview] = {}
        with self._database.reading() as db:
            for interaction_id in interaction_ids:
                rows = db.execute(
                    "SELECT reviews.id, revision, state FROM reviews"
                    " JOIN review_revisions ON review_revisions.review_id = reviews.id"
                    " WHERE interaction_id = ? AND rubric_id = ? AND rubric_version = ?"
                    " AND review_revisions.reviewer = ?"
                    " ORDER BY state = 'draft' DESC, submitted_at DESC, saved_at DESC,"
                    " revision DESC",
                    (interaction_id, *rubric, reviewer),
                ).fetchall()
                if not rows:
                    continue
                submitted = next(((i, r) for i, r, state in rows if state == "submitted"), None)
                found[interaction_id] = OwnReview(
                    review_id=rows[0][0],
                    has_draft=rows[0][2] == "draft",
                    submitted=submitted,
                )
        return found

    def submitted(
        self, interaction_id: str, rubric: tuple[str, int], reviewer: str | None
    ) -> str | None:
        """The review that was submitted last, `reviewer` None: by anybody."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT reviews.id FROM reviews"
                " JOIN review_revisions ON review_revisions.review_id = reviews.id"
                " WHERE interaction_id = ? AND rubric_id = ? AND rubric_version = ?"
                " AND state = 'submitted' AND review_revisions.reviewer = coalesce(?,"
                " review_revisions.reviewer) ORDER BY submitted_at DESC, revision DESC LIMIT 1",
                (interaction_id, *rubric, reviewer),
            ).fetchone()
        return None if row is None else str(row[0])

    def beginning_with(self, beginning: str) -> tuple[str, ...]:
        """Ids of ordinary interactions; of several, two."""
        if not beginning:
            return ()
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM interactions WHERE substr(id, 1, length(?)) = ?"
                " AND purpose = 'work' LIMIT 2",
                (beginning, beginning),
            ).fetchall()
        return tuple(str(row[0]) for row in rows)

    def titles(self, interaction_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Title and purpose ("work", "calibration") of those that are here."""
        found: dict[str, tuple[str, str]] = {}
        with self._database.reading() as db:
            for interaction_id in interaction_ids:
                row = db.execute(
                    "SELECT title, purpose FROM interactions WHERE id = ?", (interaction_id,)
                ).fetchone()
                if row is not None:
                    found[interaction_id] = (row[0], row[1])
        return found
