"""Names of undo steps: kept without words, read back as what they were done to."""

from enum import StrEnum

from qa_desktop.desktop.review.state import StepState
from qa_desktop.reviews.model import StepLabel
from qa_desktop.rubrics.model import Rubric


class Step(StrEnum):
    ANSWER = "answer"
    CLEAR = "clear"
    NA = "na"
    REASON = "reason"
    ITEM_COMMENT = "item_comment"
    SCENARIO = "scenario"
    ADJUSTMENT = "adjustment"
    SUMMARY = "summary"
    COMMENT = "comment"
    COMMENT_KIND = "comment_kind"
    COMMENT_LINK = "comment_link"
    COMMENT_DELETED = "comment_deleted"


def item_label(step: Step, item_id: str, to: str = "") -> StepLabel:
    """`to`: the option's id or the number that was chosen."""
    values = {"item": item_id, "to": to} if to else {"item": item_id}
    return StepLabel(code=str(step), values=values)


def comment_label(step: Step, comment_id: str) -> StepLabel:
    return StepLabel(code=str(step), values={"comment": comment_id})


def form_label(step: Step, subject: str = "") -> StepLabel:
    return StepLabel(code=str(step), values={"subject": subject} if subject else {})


def step_state(label: StepLabel | None, rubric: Rubric | None, language: str) -> StepState | None:
    """None where there is no step."""
    if label is None:
        return None
    item_id = label.values.get("item", "")
    to = label.values.get("to", "")
    for number, item in enumerate(rubric.items() if rubric else (), start=1):
        if item.id == item_id:
            options = getattr(item.answer, "options", ())
            title = next((o.title.to(language) for o in options if o.id == to), to)
            return StepState(code=label.code, item_number=number, answer=title)
    return StepState(code=label.code)
