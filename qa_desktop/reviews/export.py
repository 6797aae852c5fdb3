"""Reviews for other programs: JSON and CSV of what was graded."""

import csv
import io
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.interactions.model import Interaction
from qa_desktop.reviews.draft_json import draft_to_json
from qa_desktop.reviews.model import Review
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.numbers import number_text

CSV_COLUMNS = (
    *("review", "revision", "state", "interaction", "external_id", "title", "agent", "reviewer"),
    *("submitted_at", "rubric", "version", "outcome", "score", "grade"),
    *("item", "answer", "item_score", "item_weight", "na", "comment", "reasons"),
)
# A spreadsheet would take text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def review_json(review: Review, interaction: Interaction) -> dict[str, Any]:
    """Everything of one revision; keys that hold nothing are null or left out of "draft"."""
    return {
        "id": review.id,
        "revision": review.revision,
        "state": review.state.value,
        "interaction": {
            "id": interaction.id,
            "external_id": interaction.external_id,
            "kind": interaction.kind.value,
            "title": interaction.title,
            "agent_id": interaction.metadata.agent_id,
            "agent_name": interaction.metadata.agent_name,
        },
        "rubric": {
            "id": review.rubric_id,
            "version": review.rubric_version,
            "hash": review.rubric_hash,
        },
        "graded_agent": graded_agent_of(review, interaction),
        "reviewer": review.reviewer,
        "started_at": to_text(review.started_at),
        "saved_at": to_text(review.saved_at),
        "submitted_at": None if review.submitted_at is None else to_text(review.submitted_at),
        "correction_reason": review.correction_reason,
        "draft": draft_to_json(review.draft),
        "result": review.result,
    }


def graded_agent_of(review: Review, interaction: Interaction) -> str | None:
    """Whom the score goes to: the agent that was chosen, else the interaction's own."""
    known = interaction.metadata
    return review.draft.agent or known.agent_name or known.agent_id


def reviews_csv(reviews: Iterable[tuple[Review, Interaction]]) -> str:
    """One line for each item answered or commented, for Excel with a BOM.

    A submitted review's items stand in the order of the form, what was not scored at their end; a
    draft's by id. `na` is 1 or 0.
    """
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(CSV_COLUMNS)
    for review, interaction in reviews:
        result: Mapping[str, Any] = review.result or {}
        scores = {item["id"]: item for item in result.get("items", ())}
        head = (
            *(review.id, review.revision, review.state.value, interaction.id),
            *(interaction.external_id, interaction.title),
            *(graded_agent_of(review, interaction), review.reviewer),
            None if review.submitted_at is None else to_text(review.submitted_at),
            *(review.rubric_id, review.rubric_version),
            *(result.get("outcome"), result.get("score"), result.get("grade")),
        )
        order = {item: place for place, item in enumerate(scores)}
        entries = review.draft.entries.items()
        for item, entry in sorted(entries, key=lambda pair: order.get(pair[0], len(order))):
            score = scores.get(item, {})
            cells = (
                *(*head, item, answer_text(entry.answer), score.get("score"), score.get("weight")),
                *(
                    int(bool(entry.answer and entry.answer.na)),
                    entry.comment,
                    " ".join(entry.reasons),
                ),
            )
            writer.writerow([plain_cell(value) for value in cells])
    return "\ufeff" + lines.getvalue()


def answer_text(answer: Answer | None) -> str:
    """For programs: an option's id, several with spaces between, a decimal; N/A and none: ""."""
    if answer is None or answer.na:
        return ""
    if answer.values is not None:
        return " ".join(answer.values)
    return number_text(answer.value) if isinstance(answer.value, Fraction) else answer.value or ""


def plain_cell(value: object) -> object:
    """Text that a spreadsheet takes for text."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
