"""What an agent's earlier reviews said, beside the one under way."""

from dataclasses import dataclass
from datetime import datetime

from qa_desktop.base.clock import from_text
from qa_desktop.database.connection import Database
from qa_desktop.reviews.agents_store import agents_clause


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReview:
    """Where an earlier review is to be found: a submitted revision that counts."""

    review_id: str
    revision: int
    interaction_id: str
    interaction_title: str
    submitted_at: datetime


class PastStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def last_of(self, agent: str, *, rubric_id: str, but_not: str) -> PastReview | None:
        """The agent's review submitted last with any version of that rubric; None: there is none.

        `agent`: his id, or his name where he has none, as in the list's filter. `but_not` is the
        interaction that is being graded.
        """
        with self._database.reading() as db:
            whose, agents = agents_clause(db, [agent])
            row = db.execute(
                "SELECT review_revisions.review_id, review_revisions.revision, interactions.id,"  # noqa: S608 - constants and marks
                " interactions.title, review_revisions.submitted_at"
                " FROM interactions JOIN reviews ON reviews.id = interactions.review_id"
                " JOIN review_revisions ON review_revisions.review_id = interactions.review_id"
                " AND review_revisions.revision = interactions.review_revision"
                " WHERE purpose = 'work'"
                " AND interactions.review_state = 'submitted' AND reviews.rubric_id = ?"
                f" AND interactions.id != ? AND {whose}"
                " ORDER BY review_revisions.submitted_at DESC LIMIT 1",
                (rubric_id, but_not, *agents),
            ).fetchone()
        if row is None:
            return None
        return PastReview(
            review_id=row[0],
            revision=row[1],
            interaction_id=row[2],
            interaction_title=row[3],
            submitted_at=from_text(row[4]),
        )
