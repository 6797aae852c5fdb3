"""The rows of a draft: read whole, written only where something changed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.database import search
from qa_desktop.database.queries import Queries
from qa_desktop.reviews.draft_json import answer_from_json, answer_to_json, normalised
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry

_COMMENT_COLUMNS = (
    "id, kind, text, created_at, start_ms, end_ms, channel, turn, start_char, end_char, item_id,"
    " end_turn"
)


def read_draft(db: Queries, review_id: str, revision: int, head: Draft) -> Draft:
    """The draft of one revision, normalised; `head` has what the revision's own row says."""
    key = (review_id, revision)
    entries = db.execute(
        "SELECT item_id, answer, comment, reasons, mark_start_ms, mark_end_ms FROM answers"
        " WHERE review_id = ? AND revision = ?",
        key,
    )
    adjustments = db.execute(
        "SELECT adjustment_id, times FROM review_adjustments WHERE review_id = ? AND revision = ?",
        key,
    )
    comments = db.execute(
        f"SELECT {_COMMENT_COLUMNS} FROM comments WHERE review_id = ? AND revision = ?",  # noqa: S608 - constant columns
        key,
    )
    return normalised(
        replace(
            head,
            entries={row[0]: _entry(row) for row in entries},
            adjustments=dict(adjustments),
            comments=tuple(_comment(row) for row in comments),
        )
    )


def _entry(row: tuple[Any, ...]) -> Entry:
    _, answer, comment, reasons, start_ms, end_ms = row
    return Entry(
        answer=None if answer is None else answer_from_json(json.loads(answer)),
        comment=comment,
        reasons=tuple(json.loads(reasons)),
        marks_ms=None if start_ms is None else (start_ms, end_ms),
    )


def _comment(row: tuple[Any, ...]) -> Comment:
    return Comment(
        id=row[0],
        kind=CommentKind(row[1]),
        text=row[2],
        created_at=from_text(row[3]),
        start_ms=row[4],
        end_ms=row[5],
        channel=row[6],
        turn=row[7],
        start_char=row[8],
        end_char=row[9],
        item_id=row[10],
        end_turn=row[11],
    )


def write_changes(
    db: Queries,
    review_id: str,
    revision: int,
    before: Draft,
    after: Draft,
) -> None:
    """Brings the rows of `before` to `after`; both are normalised."""
    _write_entries(db, review_id, revision, before.entries, after.entries)
    _write_adjustments(db, review_id, revision, before.adjustments, after.adjustments)
    _write_comments(db, review_id, revision, before.comments, after.comments)
    head = (after.scenario, after.agent, after.summary)
    if (before.scenario, before.agent, before.summary) != head:
        db.execute(
            "UPDATE review_revisions SET scenario = ?, graded_agent = ?, summary = ?"
            " WHERE review_id = ? AND revision = ?",
            (*head, review_id, revision),
        )


def index_changes(
    db: Queries, review_id: str, interaction_id: str, before: Draft, after: Draft
) -> None:
    """Keeps what can be found the same as what the newest revision says."""
    old, new = _texts(review_id, before), _texts(review_id, after)
    for subject in _changed(old, new):
        search.index_text(
            db,
            kind="comment",
            subject=subject,
            interaction_id=interaction_id,
            text=new.get(subject, ""),
        )


def _texts(review_id: str, draft: Draft) -> dict[str, str]:
    """What is findable, by subject: comments, comments on items, the summary."""
    texts = {f"{review_id}:{comment.id}": comment.text for comment in draft.comments}
    for item, entry in draft.entries.items():
        texts[f"{review_id}:item:{item}"] = entry.comment
    texts[f"{review_id}:summary"] = draft.summary
    return {subject: text for subject, text in texts.items() if text}


def _write_entries(
    db: Queries,
    review_id: str,
    revision: int,
    before: Mapping[str, Entry],
    after: Mapping[str, Entry],
) -> None:
    for item in _changed(before, after):
        entry = after.get(item)
        if entry is None:
            db.execute(
                "DELETE FROM answers WHERE review_id = ? AND revision = ? AND item_id = ?",
                (review_id, revision, item),
            )
            continue
        answer = None if entry.answer is None else _compact(answer_to_json(entry.answer))
        start_ms, end_ms = entry.marks_ms or (None, None)
        reasons = _compact(list(entry.reasons))
        db.execute(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET answer = excluded.answer, comment = excluded.comment,"
            " reasons = excluded.reasons, mark_start_ms = excluded.mark_start_ms,"
            " mark_end_ms = excluded.mark_end_ms",
            (review_id, revision, item, answer, entry.comment, reasons, start_ms, end_ms),
        )


def _write_adjustments(
    db: Queries,
    review_id: str,
    revision: int,
    before: Mapping[str, int],
    after: Mapping[str, int],
) -> None:
    for adjustment in _changed(before, after):
        if adjustment in after:
            db.execute(
                "INSERT INTO review_adjustments VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET times = excluded.times",
                (review_id, revision, adjustment, after[adjustment]),
            )
        else:
            db.execute(
                "DELETE FROM review_adjustments"
                " WHERE review_id = ? AND revision = ? AND adjustment_id = ?",
                (review_id, revision, adjustment),
            )


def _write_comments(
    db: Queries,
    review_id: str,
    revision: int,
    before: Iterable[Comment],
    after: Iterable[Comment],
) -> None:
    old = {comment.id: comment for comment in before}
    new = {comment.id: comment for comment in after}
    for comment_id in _changed(old, new):
        db.execute(
            "DELETE FROM comments WHERE review_id = ? AND revision = ? AND id = ?",
            (review_id, revision, comment_id),
        )
        comment = new.get(comment_id)
        if comment is not None:
            db.execute(
                f"INSERT INTO comments (review_id, revision, {_COMMENT_COLUMNS})"  # noqa: S608 - constant columns
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    review_id,
                    revision,
                    comment.id,
                    comment.kind.value,
                    comment.text,
                    to_text(comment.created_at),
                    comment.start_ms,
                    comment.end_ms,
                    comment.channel,
                    comment.turn,
                    comment.start_char,
                    comment.end_char,
                    comment.item_id,
                    comment.end_turn,
                ),
            )


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The keys whose value differs, or that only one of the two has."""
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]


def _compact(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
