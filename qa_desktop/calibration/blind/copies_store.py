"""Keeps the copies that a session's participants grade: rows of interactions for that alone."""

from collections.abc import Sequence

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.interactions.model import CALIBRATION_BATCH, InteractionDetail
from qa_desktop.interactions.rows import event_row, interaction_row, recording_row
from qa_desktop.interactions.tables_store import delete, insert_rows, insert_turns


class CopyStore:
    """All writing is one transaction a call, audited in `actor`'s name."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)

    def known(self, content_hash: str) -> str | None:
        """The copy's id."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT id FROM interactions WHERE content_hash = ? AND purpose = 'calibration'",
                (content_hash,),
            ).fetchone()
        return None if row is None else str(row[0])

    def add(self, session_id: str, details: Sequence[InteractionDetail]) -> None:
        """`details` belong to the batch CALIBRATION_BATCH, which no list of imports shows."""
        with self._database.writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO import_batches (id, imported_at, source) VALUES (?, ?, '')",
                (CALIBRATION_BATCH, to_text(self._clock.now())),
            )
            for detail in details:
                interaction = detail.interaction
                row = {**interaction_row(interaction), "purpose": "calibration"}
                insert_rows(db, "interactions", [row])
                recordings = [recording_row(interaction.id, one) for one in detail.recordings]
                insert_rows(db, "recordings", recordings)
                events = [event_row(interaction.id, event) for event in detail.events]
                insert_rows(db, "ticket_events", events)
                insert_turns(db, interaction.id, detail.turns)
            payload = {each.interaction.title: each.interaction.content_hash for each in details}
            self._trail.append(db, "calibration.copies_taken_in", session_id, payload)

    def remove(self, interaction_ids: Sequence[str], *, with_reviews: bool) -> tuple[str, ...]:
        """Their rows; the sound files in the workspace that nothing needs after that.

        Their session, which names them and their reviews, is deleted before. Raises ProblemError
        calibration.copies_graded where there are reviews of them and `with_reviews` does not say
        that they go too.
        """
        paths: set[str] = set()
        with self._database.writing() as db:
            for interaction_id in interaction_ids:
                copy = (interaction_id,)
                found = db.execute(
                    "SELECT 1 FROM interactions WHERE id = ? AND purpose = 'calibration'", copy
                ).fetchone()
                if found is None:
                    continue
                graded = db.execute(
                    "SELECT count(*) FROM reviews WHERE interaction_id = ?", copy
                ).fetchone()[0]
                if graded and not with_reviews:
                    raise ProblemError(Problem(code="calibration.copies_graded"))
                # First the revisions: what they are of, a trigger asks their review.
                db.execute(
                    "DELETE FROM review_revisions WHERE review_id IN"
                    " (SELECT id FROM reviews WHERE interaction_id = ?)",
                    copy,
                )
                db.execute("DELETE FROM reviews WHERE interaction_id = ?", copy)
                paths |= delete(db, interaction_id)
                payload = {"reviews": graded}
                self._trail.append(db, "calibration.copy_removed", interaction_id, payload)
            return tuple(
                sorted(
                    path
                    for path in paths
                    if not db.execute(
                        "SELECT 1 FROM recordings WHERE path = ? LIMIT 1", (path,)
                    ).fetchone()
                )
            )
