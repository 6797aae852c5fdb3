"""Names of undo steps: kept without words, read back as what they were done to."""

from collections.abc import Sequence
from enum import StrEnum

from qa_desktop.desktop.review.state import CommentState, StepState
from qa_desktop.reviews.model import StepLabel
from qa_desktop.rubrics.model import Rubric


class Step(StrEnum):
    ANSWER = "answer"
    CLEAR = "clear"
    NA = "na"
    REASON = "reason"
    ITEM_COMMENT = "item_comment"
    SCENARIO = "scenario"
    AGENT = "agent"
    ADJUSTMENT = "adjustment"
    SUMMARY = "summary"
    COMMENT = "comment"
    QUOTE = "quote"
    COMMENT_KIND = "comment_kind"
    COMMENT_LINK = "comment_link"
    COMMENT_DELETED = "comment_deleted"
    COMMENT_MOVED = "comment_moved"
    COMMENTS_IMPORTED = "comments_imported"


def item_label(step: Step, item_id: str, to: str = "") -> StepLabel:
    """`to`: the option's id or the number that was chosen."""
    values = {"item": item_id, "to": to} if to else {"item": item_id}
    return StepLabel(code=str(step), values=values)


def comment_label(step: Step, comment_id: str) -> StepLabel:
    return StepLabel(code=str(step), values={"comment": comment_id})


def imported_label(count: int) -> StepLabel:
    return StepLabel(code=str(Step.COMMENTS_IMPORTED), values={"count": str(count)})


def form_label(step: Step, subject: str = "") -> StepLabel:
    return StepLabel(code=str(step), values={"subject": subject} if subject else {})


def step_state(
    label: StepLabel | None,
    rubric: Rubric | None,
    comments: Sequence[CommentState],
    language: str,
) -> StepState | None:
    """None where there is no step."""
    if label is None:
        return None
    if label.code == Step.AGENT:
        return StepState(code=label.code, answer=label.values.get("agent", ""))
    item_id = label.values.get("item", "")
    to = label.values.get("to", "")
    for item in rubric.items() if rubric else ():
        if item.id == item_id:
            options = getattr(item.answer, "options", ())
            title = next((o.title.to(language) for o in options if o.id == to), to)
            return StepState(code=label.code, item_text=item.text.to(language), answer=title)
    comment_id = label.values.get("comment", "")
    number = next((comment.number for comment in comments if comment.id == comment_id), None)
    return StepState(code=label.code, comment_number=number)
