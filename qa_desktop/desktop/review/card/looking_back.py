"""Finds the agent's last review and sets it beside the one under way."""

from qa_desktop.desktop.review.card.comparison import Comparison, Graded, compare
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.past_store import PastStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore


def agent_of(detail: InteractionDetail, draft: Draft) -> str:
    """Whom the review is of: an id or a name, "" where nobody knows."""
    known = detail.interaction.metadata
    return draft.agent or known.agent_id or known.agent_name or ""


def last_compared(
    detail: InteractionDetail,
    rubric: Rubric,
    draft: Draft,
    *,
    past: PastStore,
    reviews: ReviewStore,
    rubrics: RubricStore,
    language: str,
) -> Comparison | None:
    """None where there is no earlier review of this agent with this rubric."""
    agent = agent_of(detail, draft)
    if not agent:
        return None
    found = past.last_of(agent, rubric_id=rubric.id, but_not=detail.interaction.id)
    if found is None:
        return None
    review = reviews.get(found.review_id, found.revision)
    known = detail.interaction.metadata
    named = draft.agent in (None, known.agent_id, known.agent_name)
    return compare(
        (known.agent_name or agent) if named else agent,
        found,
        review,
        Graded.of(rubrics.get(review.rubric_id, review.rubric_version), review.draft),
        Graded.of(rubric, draft),
        language,
    )
