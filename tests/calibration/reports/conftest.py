"""A workspace with two submitted reviews and a blind grading."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from qa_desktop.base.clock import Clock, SteppingClock, to_text
from qa_desktop.calibration.second_opinions_store import SecondOpinionStore
from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer, Rubric

RUBRIC = """
schema: qa-rubric/1
id: service
version: 1
title: {en: Service, zh-CN: 服务}
channels: [voice]
languages: [en, zh-CN]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 60, rounding: 2}
sections:
  - id: opening
    title: {en: Opening, zh-CN: 开场}
    weight: 40
    items:
      - {id: greeting, text: {en: Greeting, zh-CN: 问候}, answer: {type: scale, min: 1, max: 5}}
  - id: help
    title: {en: Help, zh-CN: 协助}
    weight: 60
    items:
      - id: identity
        text: {en: Identity verified, zh-CN: 核实身份}
        answer: {type: choice, options: [{id: yes, title: {en: Yes, zh-CN: 是}, score: 1},
                                         {id: no, title: {en: No, zh-CN: 否}, score: 0}]}
"""


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 2, 9, tzinfo=UTC), timedelta(seconds=1))


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(RUBRIC, "service.yaml")


@pytest.fixture
def database(rubric: Rubric) -> Iterator[Database]:
    """With the interactions "call", "chat" and the blind copy "copy"."""
    database = open_database(None)
    now = to_text(datetime(2026, 11, 2, 8, tzinfo=UTC))
    with database.writing() as db:
        db["rubric_versions"].insert(
            {
                "rubric_id": rubric.id,
                "version": rubric.version,
                "hash": rubric.content_hash,
                "source": RUBRIC,
                "published_at": now,
            }
        )
        db["import_batches"].insert({"id": "batch", "imported_at": now, "source": "tests"})
        for name in ("call", "chat", "copy"):
            db["interactions"].insert(
                {
                    "id": name,
                    "kind": "chat",
                    "title": name.title(),
                    "content_hash": name,
                    "source_name": name,
                    "batch_id": "batch",
                    "imported_at": now,
                    "agent_name": "Jennifer",
                    "purpose": "calibration" if name == "copy" else "work",
                }
            )
    yield database
    database.close()


@pytest.fixture
def reviews(database: Database, clock: Clock) -> ReviewStore:
    return ReviewStore(database, clock, "Lin")


@pytest.fixture
def seconds(database: Database, clock: Clock) -> SecondOpinionStore:
    return SecondOpinionStore(database, clock, "Lin")


@pytest.fixture
def draft() -> Draft:
    return Draft(
        entries={
            "greeting": Entry(answer=Answer(value=Fraction(4))),
            "identity": Entry(answer=Answer(value="yes")),
        }
    )


@pytest.fixture
def submitted(reviews: ReviewStore, rubric: Rubric, draft: Draft) -> dict[str, str]:
    """The id of each interaction's submitted review."""
    made = {}
    for name in ("call", "chat", "copy"):
        review = reviews.start(name, rubric)
        reviews.save(review.id, draft, StepLabel(code="answer"))
        reviews.submit(review.id, rubric)
        made[name] = review.id
    return made
