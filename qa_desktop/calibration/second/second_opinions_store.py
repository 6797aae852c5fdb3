"""The queue of reviews that are to be graded once more; each call is one transaction."""

from collections.abc import Mapping
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.second.second_opinions import (
    Cause,
    OpinionState,
    SecondOpinion,
    is_drawn,
)
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries, as_dicts

_ROWS = (
    "SELECT second_opinions.review_id, cause, drawn_at, asked_by, note, session_id, dropped_at,"
    " drop_reason, calibration_sessions.revealed_at AS revealed_at, interaction_id,"
    " interactions.title AS title, interactions.kind AS kind,"
    " coalesce(graded_agent, agent_name, agent_id, '') AS agent, reviews.rubric_id AS rubric_id,"
    " reviews.rubric_version AS rubric_version, newest.reviewer AS reviewer, submitted_at,"
    " score, outcome"
    " FROM second_opinions JOIN reviews ON reviews.id = second_opinions.review_id"
    " JOIN interactions ON interactions.id = interaction_id"
    " JOIN review_revisions AS newest ON newest.review_id = reviews.id AND newest.revision ="
    " (SELECT max(revision) FROM review_revisions WHERE review_id = reviews.id"
    " AND state = 'submitted')"
    " LEFT JOIN calibration_sessions ON calibration_sessions.id = session_id"
)


class SecondOpinionStore:
    """Of the reviews that `actor` made: the first opinion goes out under its writer's own key.

    Writing calls raise NotSaved when the disk did not take it; then nothing is changed.
    """

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)

    def draw(self, review_id: str, share_pct: int) -> SecondOpinion | None:
        """Call it when a review was submitted. None: it is not drawn, or stands there already.

        A correction draws nothing: it is the first submission that decides, once.
        """
        with self._database.writing() as db:
            found = db.execute(
                "SELECT hash FROM audit WHERE action = 'review.submitted' AND subject = ?"
                " ORDER BY seq LIMIT 1",
                (review_id,),
            ).fetchone()
            if found is None or _purpose(db, review_id) != "work" or _row(db, review_id):
                return None
            if _submissions(db, review_id) != [self._actor]:
                return None
            if not is_drawn(review_id, found[0], share_pct):
                return None
            self._add(db, review_id, Cause.DRAWN, "")
            return _get(db, review_id)

    def ask(self, review_id: str, cause: Cause, note: str = "") -> SecondOpinion:
        """Puts a submitted review into the queue; one that was dropped comes back.

        Raises ProblemError second.not_submitted (a draft, a blind grading, no such review),
        second.not_yours and second.asked_already.
        """
        with self._database.writing() as db:
            made = _submissions(db, review_id)
            if _purpose(db, review_id) != "work" or not made:
                raise ProblemError(Problem(code="second.not_submitted"))
            if made[-1] != self._actor:
                raise ProblemError(Problem(code="second.not_yours", values={"reviewer": made[-1]}))
            before = _row(db, review_id)
            if before is not None and before["dropped_at"] is None:
                raise ProblemError(Problem(code="second.asked_already"))
            self._add(db, review_id, cause, note.strip())
            return _get(db, review_id)

    def drop(self, review_id: str, reason: str) -> SecondOpinion:
        """Raises ProblemError second.reason_needed, second.sent_already, second.unknown."""
        if not reason.strip():
            raise ProblemError(Problem(code="second.reason_needed"))
        with self._database.writing() as db:
            opinion = _get(db, review_id)
            if opinion.session_id is not None:
                raise ProblemError(Problem(code="second.sent_already"))
            if opinion.state is OpinionState.DROPPED:
                return opinion
            db.execute(
                "UPDATE second_opinions SET dropped_at = ?, drop_reason = ? WHERE review_id = ?",
                (to_text(self._clock.now()), reason.strip(), review_id),
            )
            payload = {"cause": opinion.cause.value, "reason": reason.strip()}
            self._trail.append(db, "second_opinion.dropped", review_id, payload)
            return _get(db, review_id)

    def take_back(self, review_id: str) -> SecondOpinion:
        """Undoes dropping it. Raises ProblemError second.unknown."""
        with self._database.writing() as db:
            opinion = _get(db, review_id)
            if opinion.state is not OpinionState.DROPPED:
                return opinion
            db.execute(
                "UPDATE second_opinions SET dropped_at = NULL, drop_reason = NULL"
                " WHERE review_id = ?",
                (review_id,),
            )
            self._trail.append(db, "second_opinion.taken_back", review_id, {})
            return _get(db, review_id)

    def adopt_sent(self) -> tuple[str, ...]:
        """Notes for which reviews a package was made; the ids of those that were not noted yet.

        It goes by the packages themselves: whatever ended between the two, nothing is sent twice.
        """
        with self._database.writing() as db:
            found = db.execute(
                "SELECT review_id, min(calibration_sessions.id) FROM second_opinions"
                " JOIN calibration_interactions ON origin_review_id = review_id"
                " JOIN calibration_sessions"
                " ON calibration_sessions.id = calibration_interactions.session_id"
                " WHERE kind = 'second' AND role = 'lead' AND second_opinions.session_id IS NULL"
                " AND dropped_at IS NULL GROUP BY review_id"
            ).fetchall()
            for review_id, session_id in found:
                db.execute(
                    "UPDATE second_opinions SET session_id = ? WHERE review_id = ?",
                    (session_id, review_id),
                )
                payload = {"session": session_id}
                self._trail.append(db, "second_opinion.sent", review_id, payload)
        return tuple(review_id for review_id, _ in found)

    def get(self, review_id: str) -> SecondOpinion | None:
        """None: nobody asked for one."""
        with self._database.reading() as db:
            row = _row(db, review_id)
            return None if row is None else _opinion(row)

    def all(self) -> tuple[SecondOpinion, ...]:
        """Those that wait first, then what is out, what is opened, what was dropped; in each the
        newest first."""
        with self._database.reading() as db:
            rows = as_dicts(
                db.execute(
                    f"{_ROWS} WHERE newest.reviewer = ?"
                    " ORDER BY drawn_at DESC, second_opinions.review_id",
                    (self._actor,),
                )
            )
        order = list(OpinionState)
        return tuple(sorted(map(_opinion, rows), key=lambda opinion: order.index(opinion.state)))

    def _add(self, db: Queries, review_id: str, cause: Cause, note: str) -> None:
        values = (review_id, cause.value, to_text(self._clock.now()), self._actor, note)
        db.execute(
            "INSERT INTO second_opinions (review_id, cause, drawn_at, asked_by, note)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (review_id) DO UPDATE SET cause = excluded.cause,"
            " drawn_at = excluded.drawn_at, asked_by = excluded.asked_by, note = excluded.note,"
            " dropped_at = NULL, drop_reason = NULL",
            values,
        )
        payload = {"cause": cause.value, "note": note}
        self._trail.append(db, "second_opinion.asked", review_id, payload)


def _purpose(db: Queries, review_id: str) -> str | None:
    row = db.execute(
        "SELECT purpose FROM reviews JOIN interactions ON interactions.id = interaction_id"
        " WHERE reviews.id = ?",
        (review_id,),
    ).fetchone()
    return None if row is None else str(row[0])


def _submissions(db: Queries, review_id: str) -> list[str]:
    """Who submitted each revision, the first first."""
    rows = db.execute(
        "SELECT reviewer FROM review_revisions WHERE review_id = ? AND state = 'submitted'"
        " ORDER BY revision",
        (review_id,),
    )
    return [row[0] for row in rows.fetchall()]


def _row(db: Queries, review_id: str) -> Mapping[str, Any] | None:
    rows = as_dicts(db.execute(f"{_ROWS} WHERE second_opinions.review_id = ?", (review_id,)))
    return next(iter(rows), None)


def _get(db: Queries, review_id: str) -> SecondOpinion:
    row = _row(db, review_id)
    if row is None:
        raise ProblemError(Problem(code="second.unknown"))
    return _opinion(row)


def _opinion(row: Mapping[str, Any]) -> SecondOpinion:
    dropped = row["dropped_at"]
    return SecondOpinion(
        review_id=row["review_id"],
        cause=Cause(row["cause"]),
        asked_at=from_text(row["drawn_at"]),
        asked_by=row["asked_by"],
        note=row["note"],
        state=_state(row),
        interaction_id=row["interaction_id"],
        title=row["title"],
        kind=row["kind"],
        agent=row["agent"],
        rubric_id=row["rubric_id"],
        rubric_version=row["rubric_version"],
        reviewer=row["reviewer"],
        submitted_at=from_text(row["submitted_at"]),
        score=row["score"],
        outcome=row["outcome"],
        session_id=row["session_id"],
        dropped_at=None if dropped is None else from_text(dropped),
        drop_reason=row["drop_reason"],
    )


def _state(row: Mapping[str, Any]) -> OpinionState:
    if row["dropped_at"] is not None:
        return OpinionState.DROPPED
    if row["session_id"] is None:
        return OpinionState.WAITING
    return OpinionState.OPENED if row["revealed_at"] is not None else OpinionState.SENT
