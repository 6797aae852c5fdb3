"""From a draft to what scoring takes, and what the draft still lacks."""

from collections.abc import Collection
from fractions import Fraction

from qa_desktop.reviews.model import Draft, Entry, Lack, LackOf
from qa_desktop.rubrics.model import CommentRule, Given, Item, Rubric
from qa_desktop.rubrics.result import Result


def given_of(draft: Draft) -> Given:
    """Comments, reasons and the summary don't score."""
    return Given(
        scenario=draft.scenario,
        answers={
            item: entry.answer for item, entry in draft.entries.items() if entry.answer is not None
        },
        adjustments=dict(draft.adjustments),
    )


def lacking(rubric: Rubric, draft: Draft, result: Result) -> tuple[Lack, ...]:
    """What must still be entered before the review can be submitted, in the order of the form.

    `result` is the score of this very draft. A comment pinned to a moment of the interaction and
    tied to the item counts as the item's comment.
    """
    missing, hidden = frozenset(result.missing), frozenset(result.hidden)
    scores = {item.id: item.score for item in result.items if not item.na}
    commented = {comment.item_id for comment in draft.comments if comment.text.strip()}
    lacks: list[Lack] = []
    for item in rubric.items():
        if item.id in hidden:
            continue
        entry = draft.entries.get(item.id, Entry())
        if item.id in missing:
            lacks.append(Lack(item_id=item.id, what=LackOf.ANSWER))
        if _needs_comment(item, scores.get(item.id)) and not _has_comment(item, entry, commented):
            lacks.append(Lack(item_id=item.id, what=LackOf.COMMENT))
        if _needs_reason(item, scores.get(item.id)) and not entry.reasons:
            lacks.append(Lack(item_id=item.id, what=LackOf.REASON))
    return tuple(lacks)


def _needs_comment(item: Item, score: Fraction | None) -> bool:
    if item.comment is CommentRule.ALWAYS:
        return True
    return (
        item.comment is CommentRule.BELOW
        and score is not None
        and item.comment_below is not None
        and score < item.comment_below
    )


def _needs_reason(item: Item, score: Fraction | None) -> bool:
    """Where points are lost; an item with a threshold for its comment has it for the reason too."""
    if not item.reasons or score is None or score >= 1:
        return False
    return item.comment is not CommentRule.BELOW or _needs_comment(item, score)


def _has_comment(item: Item, entry: Entry, commented: Collection[str | None]) -> bool:
    return bool(entry.comment.strip()) or item.id in commented
