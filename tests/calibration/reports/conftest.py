"""A workspace with two submitted reviews and a blind grading; results of a revealed session."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.clock import Clock, SteppingClock, to_text
from qa_desktop.calibration.exporting import Anchors, Results
from qa_desktop.calibration.model import (
    CalibrationSession,
    Exclusion,
    GradedSession,
    Grading,
    Mode,
    Person,
    Ruling,
    SessionInteraction,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.naming import called
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.database.connection import Database, open_database
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.model import Answer, Given, Rubric
from qa_desktop.rubrics.scoring import result_json, score

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


NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
# By interaction and reviewer: informed, identity, tone, reasons, closing, hold.
SHEET: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "call-1": {
        "ann": (5, "yes", "good", ["named"], 8, 20),
        "bob": (3, "yes", "fair", ["named", "asked"], 7, 25),
        "=eve": (1, "no", "bad", [], 3, 95),
        "dan": (3, "yes", "good", ["named"], 8, "n/a"),
    },
    "call-2": {
        "ann": (4, "yes", "good", ["asked"], 9, 40),
        "bob": (4, "yes", "good", ["asked"], 10, 45),
        "=eve": (2, "yes", "fair", ["asked"], 6, 60),
        "dan": (4, "yes", "n/a", ["asked"], 9, 41),
    },
    "chat-1": {
        "ann": (2, "no", "bad", "n/a", 2, 10),
        "bob": (2, "yes", "fair", ["named"], 4, 12),
        "=eve": (1, "no", "bad", ["named"], 1, 91),
    },
}
REFERENCE = {
    "call-1": (3, "yes", "good", ["named"], 7, 22),
    "call-2": (4, "yes", "good", ["asked"], 9, 44),
    "chat-1": (2, "no", "bad", ["named"], 3, 11),
}
ITEMS = ("informed", "identity", "tone", "reasons", "closing", "hold")


@pytest.fixture(scope="session")
def form() -> Rubric:
    """One item of every type, in two sections; a veto on identity; names that look like code."""

    def options(**scores: float) -> list[dict[str, Any]]:
        return [{"id": name, "title": name.title(), "score": s} for name, s in scores.items()]

    bands = [{"up_to": 30, "score": 1}, {"up_to": 90, "score": 0.5}, {"score": 0}]
    answers: dict[str, dict[str, Any]] = {
        "informed": {"type": "scale", "min": 1, "max": 5},
        "identity": {"type": "choice", "options": options(yes=1, no=0)},
        "tone": {"type": "choice", "options": options(good=1, fair=0.5, bad=0)},
        "reasons": {"type": "multi", "options": options(named=0.5, asked=0.5)},
        "closing": {"type": "points", "max": 10, "step": 1},
        "hold": {"type": "measure", "unit": "s", "bands": bands},
    }
    items = [{"id": name, "text": name.title(), "answer": answers[name]} for name in ITEMS]
    items[1]["veto"] = {"when": ["no"], "scope": "form", "effect": "zero"}
    items[0]["text"] = "<b>Informed</b> =1+1"
    return rubric_from_mapping(
        {
            "schema": "qa-rubric/1",
            "id": "form",
            "version": 1,
            "title": "Form",
            "channels": ["voice", "chat"],
            "languages": ["en"],
            "scoring": {"aggregation": "sectioned", "pass_mark": 60},
            "sections": [
                {"id": "care", "title": "Care", "weight": 50, "items": items[:3]},
                {"id": "work", "title": "Work", "weight": 50, "items": items[3:]},
            ],
        },
        "form.json",
    )


def grading_of(form: Rubric, person: str, unit: str, said: tuple[Any, ...]) -> Grading:
    read = {}
    for name, value in zip(ITEMS, said, strict=True):
        plain: dict[str, Any] = {"values": value} if isinstance(value, list) else {"value": value}
        read[name] = answer_from_json({"na": True} if value == "n/a" else plain)
    return Grading(
        fingerprint=person,
        pseudonym=unit,
        revision=1,
        draft=Draft(entries={name: Entry(answer=answer) for name, answer in read.items()}),
        result=result_json(score(form, Given(answers=read)), form),
    )


def person_of(name: str) -> Person:
    return Person(fingerprint=name * 8, name=name, sign_key=bytes(32), box_key=bytes(32))


@pytest.fixture(scope="session")
def graded(form: Rubric) -> GradedSession:
    """Four reviewers, one of whom has a name like a formula and one left a chat out."""
    people = {name: person_of(name) for name in ("ann", "bob", "=eve", "dan")}
    session = CalibrationSession(
        id="5e55" * 8,
        kind=SessionKind.CALIBRATION,
        title="November: first/second",
        mode=Mode.SEALED,
        role=SessionRole.LEAD,
        state=SessionState.REVEALED,
        lead=person_of("lea"),
        me="lea" * 8,
        participants=tuple(people.values()),
        interactions=tuple(
            SessionInteraction(
                pseudonym=unit,
                kind=Kind.CHAT if unit.startswith("chat") else Kind.RECORDING,
                duration_ms=60_000,
                interaction_id=unit,
            )
            for unit in SHEET
        ),
        rubric_id=form.id,
        rubric_version=form.version,
        rubric_hash=form.content_hash,
        has_reference=True,
        deadline=None,
        folder=None,
        revision=1,
        manifest_hash="ab" * 32,
        made_at=NOW,
        closed_at=NOW,
        revealed_at=NOW,
    )
    return GradedSession(
        session=session,
        rubric=form,
        gradings=tuple(
            grading_of(form, people[name].fingerprint, unit, said)
            for unit, row in SHEET.items()
            for name, said in row.items()
        ),
        reference={
            unit: grading_of(form, "reference", unit, said) for unit, said in REFERENCE.items()
        },
        exclusions=(
            Exclusion(fingerprint=people["dan"].fingerprint, pseudonym="chat-1", reason="missing"),
        ),
    )


@pytest.fixture(scope="session")
def results(graded: GradedSession) -> Callable[..., Results]:
    """`results(anonymous=False)`."""
    statistics = session_statistics(graded)
    ruling = Ruling(
        id="r1",
        session_id=graded.session.id,
        rubric_id="form",
        rubric_version=1,
        item_id="informed",
        text="=HYPERLINK(1)",
        ruled_at=NOW,
        ruled_by="lea",
        pseudonym="call-1",
        answer={"value": 3},
    )

    def make(*, anonymous: bool = True) -> Results:
        return Results(
            graded=graded,
            statistics=statistics,
            called=called(graded.session, anonymous=anonymous),
            anonymous=anonymous,
            made_at=NOW,
            checked=len(graded.gradings),
            rulings=(ruling,),
            anchors=Anchors(manifests=("ab" * 32,), closing="cd" * 32, reveal="ef" * 32),
        )

    return make
