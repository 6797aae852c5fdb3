"""Rubrics in the making: drafts with their steps of undo, kept so that they outlive a crash."""

from dataclasses import dataclass
from datetime import datetime

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries

# Older steps can no longer be undone; each holds a whole file.
MOST_STEPS = 200

_COLUMNS = "id, source, based_on_id, based_on_version, author, created_at, saved_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricDraft:
    """`text` is the whole file, which may be full of errors; `based_on` the published version
    (id, version) that it was opened from."""

    id: str
    text: str
    based_on: tuple[str, int] | None
    author: str
    created_at: datetime
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStep:
    """`undone`: it was taken back and can be done again."""

    label: str
    undone: bool


class RubricDraftStore:
    """Every call that writes is one transaction; `actor` is the author of what is created."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)

    def create(self, text: str, based_on: tuple[str, int] | None = None) -> RubricDraft:
        draft_id, text = new_id(), _storable(text)
        with self._database.writing() as db:
            now = to_text(self._clock.now())
            base_id, base_version = based_on if based_on is not None else (None, None)
            db.execute(
                f"INSERT INTO rubric_drafts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant columns
                (draft_id, text, base_id, base_version, self._actor, now, now),
            )
            db.execute("INSERT INTO rubric_draft_steps VALUES (?, 1, '', 0, ?)", (draft_id, text))
            about = {} if based_on is None else {"id": based_on[0], "version": based_on[1]}
            self._trail.append(db, "rubric.draft_started", draft_id, about)
            return _open(db, draft_id)

    def all(self) -> tuple[RubricDraft, ...]:
        """The open ones: this person's first, and of each person the one saved last."""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM rubric_drafts WHERE closed_at IS NULL"  # noqa: S608 - constant columns
                " ORDER BY author != ?, saved_at DESC, id",
                (self._actor,),
            ).fetchall()
        return tuple(_draft(row) for row in rows)

    def get(self, draft_id: str) -> RubricDraft:
        """Raises ProblemError rubrics.draft_gone when it is not here or no longer open."""
        with self._database.reading() as db:
            return _open(db, draft_id)

    def save(self, draft_id: str, text: str, label: str, *, merge: bool = False) -> RubricDraft:
        """Writes the text and a step of undo; the same text again changes nothing.

        `label` says what the step was. `merge`: with the same label as the step before, it is one
        step with it (typing on). Raises ProblemError rubrics.draft_gone.
        """
        with self._database.writing() as db:
            draft, text = _open(db, draft_id), _storable(text)
            if text == draft.text:
                return draft
            _add_step(db, draft_id, text, label, merge=merge)
            return self._put(db, draft_id, text)

    def undo(self, draft_id: str) -> RubricDraft | None:
        """The draft one step back, or None when there is nothing to undo."""
        with self._database.writing() as db:
            _open(db, draft_id)
            rows = _newest_two(db, draft_id)
            if len(rows) < 2:
                return None
            _mark(db, draft_id, rows[0][0], undone=True)
            return self._put(db, draft_id, rows[1][2])

    def redo(self, draft_id: str) -> RubricDraft | None:
        """The draft with the step that was undone last, or None when there is none."""
        with self._database.writing() as db:
            _open(db, draft_id)
            row = _first_undone(db, draft_id)
            if row is None:
                return None
            _mark(db, draft_id, row[0], undone=False)
            return self._put(db, draft_id, row[2])

    def steps(self, draft_id: str) -> tuple[DraftStep, ...]:
        """What can be undone or was, in the order it was done; not the state it began with."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT label, undone FROM rubric_draft_steps WHERE draft_id = ? ORDER BY position",
                (draft_id,),
            ).fetchall()
        return tuple(DraftStep(label=label, undone=bool(undone)) for label, undone in rows[1:])

    def undo_label(self, draft_id: str) -> str | None:
        """What undo would take back; None when there is nothing."""
        with self._database.reading() as db:
            rows = _newest_two(db, draft_id)
        return rows[0][1] if len(rows) == 2 else None

    def redo_label(self, draft_id: str) -> str | None:
        """What redo would bring again; None when there is nothing."""
        with self._database.reading() as db:
            row = _first_undone(db, draft_id)
        return None if row is None else row[1]

    def discard(self, draft_id: str) -> None:
        """Puts it out of the way, whole. Raises ProblemError rubrics.draft_gone."""
        with self._database.writing() as db:
            _open(db, draft_id)
            self._close(db, draft_id)
            self._trail.append(db, "rubric.draft_discarded", draft_id, {})

    def close(self, draft_id: str) -> None:
        """Its text was published, which the audit trail says by itself; closing twice changes
        nothing."""
        with self._database.writing() as db:
            self._close(db, draft_id)

    def _close(self, db: Queries, draft_id: str) -> None:
        db.execute(
            "UPDATE rubric_drafts SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
            (to_text(self._clock.now()), draft_id),
        )

    def bring_back(self, draft_id: str) -> RubricDraft:
        """With all its steps of undo, as if it had never gone; of an open one it changes nothing.

        Raises ProblemError rubrics.draft_gone.
        """
        with self._database.writing() as db:
            changed = db.execute(
                "UPDATE rubric_drafts SET closed_at = NULL WHERE id = ? AND closed_at IS NOT NULL",
                (draft_id,),
            )
            if changed.rowcount:
                self._trail.append(db, "rubric.draft_brought_back", draft_id, {})
            return _open(db, draft_id)

    def _put(self, db: Queries, draft_id: str, text: str) -> RubricDraft:
        db.execute(
            "UPDATE rubric_drafts SET source = ?, saved_at = ? WHERE id = ?",
            (text, to_text(self._clock.now()), draft_id),
        )
        return _open(db, draft_id)


def _storable(text: str) -> str:
    """Half of a surrogate pair, which no file can hold, becomes the sign for what is unreadable."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _open(db: Queries, draft_id: str) -> RubricDraft:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM rubric_drafts WHERE id = ? AND closed_at IS NULL",  # noqa: S608 - constant columns
        (draft_id,),
    ).fetchone()
    if row is None:
        raise ProblemError(Problem(code="rubrics.draft_gone"))
    return _draft(row)


def _draft(row: tuple[str, str, str | None, int | None, str, str, str]) -> RubricDraft:
    draft_id, text, base_id, base_version, author, created_at, saved_at = row
    based_on = None if base_id is None or base_version is None else (base_id, base_version)
    return RubricDraft(
        id=draft_id,
        text=text,
        based_on=based_on,
        author=author,
        created_at=from_text(created_at),
        saved_at=from_text(saved_at),
    )


def _add_step(db: Queries, draft_id: str, text: str, label: str, *, merge: bool) -> None:
    """What had been undone before can't be redone any more."""
    dropped = db.execute(
        "DELETE FROM rubric_draft_steps WHERE draft_id = ? AND undone = 1", (draft_id,)
    ).rowcount
    rows = _newest_two(db, draft_id)
    if merge and not dropped and len(rows) == 2 and rows[0][1] == label:
        db.execute(
            "UPDATE rubric_draft_steps SET source = ? WHERE draft_id = ? AND position = ?",
            (text, draft_id, rows[0][0]),
        )
        return
    position = rows[0][0] + 1
    db.execute(
        "INSERT INTO rubric_draft_steps VALUES (?, ?, ?, 0, ?)", (draft_id, position, label, text)
    )
    db.execute(
        "DELETE FROM rubric_draft_steps WHERE draft_id = ? AND position < ?",
        (draft_id, position - MOST_STEPS),
    )


# The draft is in the state of its newest step that is not undone; the first is where it began.
def _newest_two(db: Queries, draft_id: str) -> list[tuple[int, str, str]]:
    return db.execute(
        "SELECT position, label, source FROM rubric_draft_steps"
        " WHERE draft_id = ? AND undone = 0 ORDER BY position DESC LIMIT 2",
        (draft_id,),
    ).fetchall()


def _first_undone(db: Queries, draft_id: str) -> tuple[int, str, str] | None:
    row: tuple[int, str, str] | None = db.execute(
        "SELECT position, label, source FROM rubric_draft_steps"
        " WHERE draft_id = ? AND undone = 1 ORDER BY position LIMIT 1",
        (draft_id,),
    ).fetchone()
    return row


def _mark(db: Queries, draft_id: str, position: int, *, undone: bool) -> None:
    db.execute(
        "UPDATE rubric_draft_steps SET undone = ? WHERE draft_id = ? AND position = ?",
        (int(undone), draft_id, position),
    )
