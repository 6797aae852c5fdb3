"""The steps of undo and redo, kept in the database so that they outlive the program."""

import json
from dataclasses import dataclass

from qa_desktop.database.queries import Queries
from qa_desktop.reviews.draft_json import draft_from_json, draft_to_json
from qa_desktop.reviews.model import Draft, StepLabel

# Older steps can no longer be undone.
MOST_STEPS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`undone`: it was taken back and can be done again."""

    label: StepLabel
    undone: bool


def add_step(
    db: Queries,
    review_id: str,
    revision: int,
    draft: Draft,
    label: StepLabel,
    *,
    merge: bool = False,
) -> None:
    """Adds the state that was just written; what had been undone before can't be redone any more.

    `merge` replaces the newest step when it has the same label: typing on is one step.
    """
    dropped = db.execute(
        "DELETE FROM review_steps WHERE review_id = ? AND revision = ? AND undone = 1",
        (review_id, revision),
    ).rowcount
    text, said = _label_text(label), json.dumps(draft_to_json(draft), ensure_ascii=False)
    rows = _newest_two(db, review_id, revision)
    if merge and not dropped and len(rows) == 2 and rows[0][1] == text:
        db.execute(
            "UPDATE review_steps SET draft = ?"
            " WHERE review_id = ? AND revision = ? AND position = ?",
            (said, review_id, revision, rows[0][0]),
        )
        return
    position = rows[0][0] + 1 if rows else 1
    db.execute(
        "INSERT INTO review_steps VALUES (?, ?, ?, ?, 0, ?)",
        (review_id, revision, position, text, said),
    )
    db.execute(
        "DELETE FROM review_steps WHERE review_id = ? AND revision = ? AND position <= ?",
        (review_id, revision, position - MOST_STEPS),
    )


def step_back(db: Queries, review_id: str, revision: int) -> Draft | None:
    """The draft before the newest step, which becomes undone; None at the beginning."""
    rows = _newest_two(db, review_id, revision)
    if len(rows) < 2:
        return None
    (position, _, _), (_, _, earlier) = rows
    _mark(db, review_id, revision, position, undone=True)
    return draft_from_json(json.loads(earlier))


def step_forward(db: Queries, review_id: str, revision: int) -> Draft | None:
    """The draft of the step that was undone last; None when there is none."""
    row = _first_undone(db, review_id, revision)
    if row is None:
        return None
    _mark(db, review_id, revision, row[0], undone=False)
    return draft_from_json(json.loads(row[2]))


def undo_label(db: Queries, review_id: str, revision: int) -> StepLabel | None:
    rows = _newest_two(db, review_id, revision)
    return _label(rows[0][1]) if len(rows) == 2 else None


def redo_label(db: Queries, review_id: str, revision: int) -> StepLabel | None:
    row = _first_undone(db, review_id, revision)
    return None if row is None else _label(row[1])


def all_steps(db: Queries, review_id: str, revision: int) -> tuple[Step, ...]:
    """What can be undone or was, in the order it was done; not the state it began with."""
    rows = db.execute(
        "SELECT label, undone FROM review_steps WHERE review_id = ? AND revision = ?"
        " ORDER BY position",
        (review_id, revision),
    ).fetchall()
    return tuple(Step(label=_label(label), undone=bool(undone)) for label, undone in rows[1:])


def clear_steps(db: Queries, review_id: str, revision: int) -> None:
    db.execute(
        "DELETE FROM review_steps WHERE review_id = ? AND revision = ?", (review_id, revision)
    )


# The draft is in the state of its newest step that is not undone; the first is where it began.
def _newest_two(db: Queries, review_id: str, revision: int) -> list[tuple[int, str, str]]:
    return db.execute(
        "SELECT position, label, draft FROM review_steps"
        " WHERE review_id = ? AND revision = ? AND undone = 0 ORDER BY position DESC LIMIT 2",
        (review_id, revision),
    ).fetchall()


def _first_undone(db: Queries, review_id: str, revision: int) -> tuple[int, str, str] | None:
    row: tuple[int, str, str] | None = db.execute(
        "SELECT position, label, draft FROM review_steps"
        " WHERE review_id = ? AND revision = ? AND undone = 1 ORDER BY position LIMIT 1",
        (review_id, revision),
    ).fetchone()
    return row


def _mark(db: Queries, review_id: str, revision: int, position: int, *, undone: bool) -> None:
    db.execute(
        "UPDATE review_steps SET undone = ? WHERE review_id = ? AND revision = ? AND position = ?",
        (int(undone), review_id, revision, position),
    )


def _label_text(label: StepLabel) -> str:
    return json.dumps({"code": label.code, **label.values}, ensure_ascii=False, sort_keys=True)


def _label(text: str) -> StepLabel:
    values = json.loads(text)
    return StepLabel(code=values.pop("code"), values=values)
