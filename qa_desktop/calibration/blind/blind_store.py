"""What the screen that grades a copy must know of its session."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qa_desktop.base.clock import from_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import SessionState
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries, as_dicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """The submission sealed last: which revision of the review it holds, and where it is.

    `waiting`: it is not in the folder yet; `by_hand`: there is no folder, and nobody was told that
    it was handed on.
    """

    review_id: str
    revision: int
    sealed_at: datetime
    waiting: bool
    by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindWork:
    """A copy as part of its session: `place` of `count`, counted from 1, and its neighbours' ids.

    `reviewer` is who takes part in the session in this workspace.
    """

    session_id: str
    title: str
    reviewer: str
    state: SessionState
    closed_at: datetime | None
    rubric_id: str
    rubric_version: int
    pseudonym: str
    place: int
    count: int
    before: str | None
    after: str | None
    sealing: Sealing | None = None


class BlindStore:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_copy(self, interaction_id: str) -> bool:
        """Whether it is here to be graded blind; its session may be gone."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT 1 FROM interactions WHERE id = ? AND purpose = 'calibration'",
                (interaction_id,),
            ).fetchone()
        return row is not None

    def of(self, interaction_id: str) -> BlindWork | None:
        """None: it is here for daily work. Raises ProblemError calibration.session_gone."""
        if not self.is_copy(interaction_id):
            return None
        with self._database.reading() as db:
            found = as_dicts(
                db.execute(
                    "SELECT calibration_sessions.*, pseudonym FROM calibration_interactions"
                    " JOIN calibration_sessions ON calibration_sessions.id = session_id"
                    " WHERE interaction_id = ?",
                    (interaction_id,),
                )
            )
            if not found:
                raise ProblemError(Problem(code="calibration.session_gone"))
            row = found[0]
            order = [
                copy
                for (copy,) in db.execute(
                    "SELECT interaction_id FROM calibration_interactions WHERE session_id = ?"
                    " ORDER BY position, pseudonym",
                    (row["id"],),
                )
            ]
            sealing = _sealing(db, row)
        at = order.index(interaction_id)
        return BlindWork(
            session_id=row["id"],
            title=row["title"],
            reviewer=row["reviewer"],
            state=_state(row),
            closed_at=from_text(row["closed_at"]) if row["closed_at"] else None,
            rubric_id=row["rubric_id"],
            rubric_version=row["rubric_version"],
            pseudonym=row["pseudonym"],
            place=at + 1,
            count=len(order),
            before=order[at - 1] if at else None,
            after=order[at + 1] if at + 1 < len(order) else None,
            sealing=sealing,
        )


def _state(row: dict[str, Any]) -> SessionState:
    if row["revealed_at"]:
        return SessionState.REVEALED
    return SessionState.CLOSED if row["closed_at"] else SessionState.OPEN


def _sealing(db: Queries, row: dict[str, Any]) -> Sealing | None:
    """Of one's own: only those name a review of this workspace."""
    found = db.execute(
        "SELECT review_id, review_revision, seen_at, (SELECT count(*) FROM calibration_outbox"
        " AS sent WHERE sent.session_id = made.session_id AND sent.content = made.content"
        " AND delivered_at IS NULL) FROM calibration_submissions AS made"
        " WHERE session_id = ? AND pseudonym = ? AND review_id IS NOT NULL"
        " ORDER BY revision DESC LIMIT 1",
        (row["id"], row["pseudonym"]),
    ).fetchone()
    if found is None:
        return None
    return Sealing(
        review_id=found[0],
        revision=found[1],
        sealed_at=from_text(found[2]),
        waiting=bool(found[3]),
        by_hand=row["folder"] is None,
    )
