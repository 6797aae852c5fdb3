"""A draft as JSON, for the steps of undo and the audit trail."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer

_ANCHORS = (
    *("start_ms", "end_ms", "channel", "turn", "start_char", "end_turn", "end_char", "item_id"),
)


def normalised(draft: Draft) -> Draft:
    """The same draft as it comes back from the database: empty entries gone, comments by time."""
    comments = (replace(c, created_at=from_text(to_text(c.created_at))) for c in draft.comments)
    return replace(
        draft,
        entries={item: e for item, e in sorted(draft.entries.items()) if e != Entry()},
        adjustments={a: times for a, times in sorted(draft.adjustments.items()) if times},
        comments=tuple(sorted(comments, key=_by_time)),
    )


def _by_time(comment: Comment) -> tuple[int | float, int | float, int | float, str, str]:
    """Remarks on the whole interaction come last."""
    last = float("inf")
    return (
        last if comment.start_ms is None else comment.start_ms,
        last if comment.turn is None else comment.turn,
        last if comment.start_char is None else comment.start_char,
        to_text(comment.created_at),
        comment.id,
    )


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """Exactly one of {"na": true}, {"values": [...]}, {"number": "5/2"}, {"value": "yes"}."""
    if answer.na:
        return {"na": True}
    if answer.values is not None:
        return {"values": list(answer.values)}
    if isinstance(answer.value, Fraction):
        return {"number": str(answer.value)}
    return {"value": answer.value}


def answer_from_json(said: Mapping[str, Any]) -> Answer:
    if said.get("na"):
        return Answer(na=True)
    if "values" in said:
        return Answer(values=tuple(said["values"]))
    if "number" in said:
        return Answer(value=Fraction(said["number"]))
    return Answer(value=said["value"])


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """Empty parts are left out."""
    return _without_empty(
        {
            "scenario": draft.scenario,
            "agent": draft.agent,
            "entries": {item: _entry_to_json(entry) for item, entry in draft.entries.items()},
            "adjustments": dict(draft.adjustments),
            "comments": [comment_to_json(comment) for comment in draft.comments],
            "summary": draft.summary,
        }
    )


def draft_from_json(said: Mapping[str, Any]) -> Draft:
    entries: Mapping[str, Any] = said.get("entries", {})
    return Draft(
        scenario=said.get("scenario"),
        agent=said.get("agent"),
        entries={item: _entry_from_json(entry) for item, entry in entries.items()},
        adjustments=dict(said.get("adjustments", {})),
        comments=tuple(_comment_from_json(comment) for comment in said.get("comments", ())),
        summary=said.get("summary", ""),
    )


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    return _without_empty(
        {
            "answer": None if entry.answer is None else answer_to_json(entry.answer),
            "comment": entry.comment,
            "reasons": list(entry.reasons),
            "marks_ms": None if entry.marks_ms is None else list(entry.marks_ms),
        }
    )


def _entry_from_json(said: Mapping[str, Any]) -> Entry:
    marks = said.get("marks_ms")
    return Entry(
        answer=answer_from_json(said["answer"]) if "answer" in said else None,
        comment=said.get("comment", ""),
        reasons=tuple(said.get("reasons", ())),
        marks_ms=None if marks is None else (marks[0], marks[1]),
    )


def comment_to_json(comment: Comment) -> dict[str, Any]:
    """Anchors that it has not are left out."""
    anchors = {name: getattr(comment, name) for name in _ANCHORS}
    return {
        "id": comment.id,
        "kind": comment.kind.value,
        "text": comment.text,
        "created_at": to_text(comment.created_at),
        **{name: value for name, value in anchors.items() if value is not None},
    }


def _comment_from_json(said: Mapping[str, Any]) -> Comment:
    return Comment(
        id=said["id"],
        kind=CommentKind(said["kind"]),
        text=said["text"],
        created_at=from_text(said["created_at"]),
        **{name: said[name] for name in _ANCHORS if name in said},
    )


def _without_empty(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value not in (None, "", [], {})}
