"""A dated scenario goes by the reviewer's calendar, not by Greenwich's."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.desktop.review.session import GradingSession
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

DATED = """
schema: qa-rubric/1
id: dated
version: 1
title: Dated
channels: [chat]
languages: [en]
scoring: {aggregation: sectioned, pass_mark: 80}
sections:
  - id: one
    title: One
    weight: 1
    items:
      - {id: a, text: A, answer: {type: scale, min: 1, max: 5}}
scenarios:
  - id: launch
    title: Launch
    weights: {one: 1}
    match: {tags: [complaint]}
    active: {from: 2026-10-01, until: 2026-10-31}
"""


@pytest.fixture
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_shanghai")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone can't be set for a test")
@pytest.mark.parametrize(
    ("started_at", "scenario"),
    [
        (datetime(2026, 9, 30, 15, 59, tzinfo=UTC), None),
        (datetime(2026, 9, 30, 16, 0, tzinfo=UTC), "launch"),
        (datetime(2026, 10, 31, 15, 59, tzinfo=UTC), "launch"),
        (datetime(2026, 10, 31, 16, 0, tzinfo=UTC), None),
    ],
)
def test_the_day_is_the_one_on_the_wall(
    interactions: InteractionStore,
    reviews: ReviewStore,
    rubrics: RubricStore,
    clock: Clock,
    started_at: datetime,
    scenario: str | None,
) -> None:
    chat = interactions.detail("chat").interaction
    chat = replace(chat, metadata=replace(chat.metadata, started_at=started_at))
    rubric = rubrics.publish(DATED.encode())
    session = GradingSession(chat, reviews, rubrics, clock)
    session.choose(rubric)
    assert session.draft.scenario == scenario
