"""Grades an interaction from a written review, answer by answer, as a person would."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qa_desktop.base.clock import Clock
from qa_desktop.base.ids import new_id
from qa_desktop.database.workspace import Workspace
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.store import RubricStore


def grade(
    workspace: Workspace, clock: Clock, interaction_id: str, written: Mapping[str, Any]
) -> Review:
    """The review as saved, submitted where `written` says so.

    `written` has `rubric` and `version`, `reviewer`, `given` (as `qa-desktop score` takes it),
    `notes` (by item: comment, reasons, marks_ms), `comments` (kind, text, item, start_s, end_s,
    turn), `summary`, `submit`. Raises ProblemError where it does not fit the rubric.
    """
    rubric = RubricStore(workspace.database, clock, written["reviewer"]).get(
        written["rubric"], written["version"]
    )
    reviews = ReviewStore(workspace.database, clock, written["reviewer"])
    given = given_from_json(written["given"], rubric)
    review = reviews.start(interaction_id, rubric, scenario=given.scenario)
    draft = review.draft
    for item in rubric.items():
        note = written.get("notes", {}).get(item.id, {})
        answer = given.answers.get(item.id)
        if answer is None and not note:
            continue
        marks = note.get("marks_ms")
        entry = Entry(
            answer=answer,
            comment=note.get("comment", ""),
            reasons=tuple(note.get("reasons", ())),
            marks_ms=(marks[0], marks[1]) if marks else None,
        )
        draft = replace(draft, entries={**draft.entries, item.id: entry})
        review = reviews.save(review.id, draft, StepLabel(code="answer", values={"item": item.id}))
    for said in written.get("comments", ()):
        comment = _comment(said, clock)
        draft = replace(draft, comments=(*draft.comments, comment))
        review = reviews.save(review.id, draft, _comment_label(comment))
    draft = _finished(draft, given.adjustments, written.get("summary", ""))
    review = reviews.save(review.id, draft, StepLabel(code="summary"))
    return reviews.submit(review.id, rubric) if written["submit"] else review


def _finished(draft: Draft, adjustments: Mapping[str, int], summary: str) -> Draft:
    return replace(draft, adjustments=dict(adjustments), summary=summary)


def _comment_label(comment: Comment) -> StepLabel:
    return StepLabel(code="comment", values={"comment": comment.id})


def _comment(said: Mapping[str, Any], clock: Clock) -> Comment:
    def milliseconds(key: str) -> int | None:
        return None if said.get(key) is None else round(said[key] * 1000)

    return Comment(
        id=new_id(),
        kind=CommentKind(said["kind"]),
        text=said["text"],
        created_at=clock.now(),
        start_ms=milliseconds("start_s"),
        end_ms=milliseconds("end_s"),
        turn=said.get("turn"),
        item_id=said.get("item"),
    )
