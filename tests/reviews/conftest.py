"""A real store with a published rubric and an interaction to grade."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from qa_desktop.base.clock import Clock, SteppingClock, to_text
from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer, Rubric

RUBRIC = """
schema: qa-rubric/1
id: service
version: 1
title: Service
channels: [voice, chat, ticket]
languages: [en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
grades:
  - {id: good, min: 80, title: Good}
  - {id: poor, min: 0, title: Poor}
sections:
  - id: opening
    title: Opening
    weight: 40
    items:
      - {id: greeting, text: Greeting, answer: {type: scale, min: 1, max: 5, map: linear}}
      - id: name
        text: Said the name
        answer: {type: choice, options: [{id: yes, title: Yes, score: 1},
                                         {id: no, title: No, score: 0}]}
        comment: {required_below: 0.5}
        reasons: [{id: forgot, title: Forgot}, {id: hurried, title: Hurried}]
  - id: help
    title: Help
    weight: 60
    items:
      - id: empathy
        text: Empathy
        answer: {type: multi, options: [{id: named, title: Named it, score: 0.5},
                                        {id: apologised, title: Apologised, score: 0.5}]}
      - id: transferred
        text: Transferred
        answer: {type: choice, options: [{id: yes, title: Yes, score: 1},
                                         {id: no, title: No, score: 1}]}
      - id: warm
        text: Warm transfer
        answer: {type: choice, options: [{id: yes, title: Yes, score: 1},
                                         {id: no, title: No, score: 0}]}
        comment: always
        show_if: {item: transferred, in: [yes]}
      - id: wait
        text: First answer after
        answer: {type: measure, unit: s, bands: [{up_to: 30, score: 1}, {score: 0}]}
adjustments:
  - {id: extra, kind: bonus, points: 2, times: 2, title: Extra}
bonus_cap: 4
scenarios:
  - {id: complaint, title: Complaint, weights: {help: 80}}
"""


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 2, 9, tzinfo=UTC), timedelta(seconds=1))


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(RUBRIC, "service.yaml")


@pytest.fixture
def database(prepare: Callable[[Database], None]) -> Iterator[Database]:
    database = open_database(None)
    prepare(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def prepare(rubric: Rubric) -> Callable[[Database], None]:
    """Publishes the rubric and adds the interactions "call" and "chat"."""

    def fill(database: Database) -> None:
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
            for name, kind in (("call", "recording"), ("chat", "chat")):
                db["interactions"].insert(
                    {
                        "id": name,
                        "kind": kind,
                        "title": name.title(),
                        "content_hash": name,
                        "source_name": name,
                        "batch_id": "batch",
                        "imported_at": now,
                    }
                )

    return fill


@pytest.fixture
def reviews(database: Database, clock: Clock) -> ReviewStore:
    return ReviewStore(database, clock, "韩梅梅")


@pytest.fixture
def complete() -> Draft:
    """Every answer type, comments on a moment, a span and a turn; nothing lacks. 93.33 points."""
    moment = datetime(2026, 11, 2, 9, 0, 0, 123000, tzinfo=UTC)
    return Draft(
        entries={
            "greeting": Entry(answer=Answer(value=Fraction(4)), comment="Warm voice"),
            "name": Entry(answer=Answer(value="yes")),
            "empathy": Entry(answer=Answer(values=("named", "apologised"))),
            "transferred": Entry(answer=Answer(value="no")),
            "wait": Entry(answer=Answer(value=Fraction("12.3")), marks_ms=(1000, 13300)),
        },
        comments=(
            Comment(
                id="c1",
                kind=CommentKind.PRAISE,
                text="很好地安抚了客户",
                created_at=moment,
                start_ms=12000,
                end_ms=15500,
                channel=1,
                item_id="empathy",
            ),
            Comment(
                id="c2",
                kind=CommentKind.COACHING,
                text="Name the next step",
                created_at=moment,
                start_ms=20000,
            ),
            Comment(
                id="c3",
                kind=CommentKind.QUESTION,
                text="Why this turn?",
                created_at=moment,
                turn=3,
                start_char=2,
                end_char=9,
            ),
        ),
        summary="总体良好",
    )
