"""The sheet names the agent whom the score goes to."""

from datetime import UTC, datetime

import pytest

from qa_desktop.base.wording import wording
from qa_desktop.interactions.model import Interaction, InteractionDetail, Kind, Metadata, Role, Turn
from qa_desktop.reviews.model import Draft, Review, ReviewState
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.sheets.collect import Reviewed, word_feedback

RUBRIC = """
schema: qa-rubric/1
id: short
version: 1
title: Short
channels: [chat]
languages: [en]
scoring: {aggregation: weighted, na: exclude, na_scope: form, floor: 0, cap: 100,
          pass_mark: 80, rounding: 0}
sections:
  - id: all
    title: All
    weight: 1
    items:
      - {id: fine, text: Fine, answer: {type: scale, min: 0, max: 4, map: linear}}
"""
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("chosen", "who", "facts"),
    [
        (None, "Ann", "7 · Ann · North"),
        ("Ann", "Ann", "7 · Ann · North"),
        ("7", "Ann", "7 · Ann · North"),
        ("Bo", "Bo", "Bo"),
    ],
)
def test_the_graded_agent_is_named_and_only_with_facts_of_his_own(
    chosen: str | None, who: str, facts: str
) -> None:
    rubric = load_rubric(RUBRIC, "short.yaml")
    interaction = Interaction(
        id="i",
        kind=Kind.CHAT,
        title="i",
        content_hash="i",
        source_name="i",
        imported_at=NOW,
        batch_id="b",
        metadata=Metadata(agent_id="7", agent_name="Ann", team="North", started_at=NOW),
    )
    turns = tuple(
        Turn(position=place, role=Role.AGENT, author=name, text="hello")
        for place, name in enumerate(("Ann", "Bo"))
    )
    review = Review(
        id="review-1",
        revision=1,
        interaction_id="i",
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        rubric_hash=rubric.content_hash,
        reviewer="Lin",
        state=ReviewState.DRAFT,
        draft=Draft(agent=chosen),
        started_at=NOW,
        saved_at=NOW,
    )
    told = word_feedback(
        Reviewed(
            review=review,
            rubric=rubric,
            detail=InteractionDetail(interaction=interaction, turns=turns),
            peaks=None,
            audit_head="0" * 64,
        ),
        wording("en"),
    )
    assert who in told.heading
    assert told.facts[0][1] == facts
