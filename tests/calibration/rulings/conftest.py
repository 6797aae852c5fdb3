"""A real database with a published rubric, and revealed sessions built on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from qa_desktop.base.clock import Clock, SteppingClock, to_text
from qa_desktop.calibration.model import (
    CalibrationSession,
    GradedSession,
    Grading,
    Mode,
    Person,
    SessionInteraction,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.database.connection import Database, open_database
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.result import result_json
from qa_desktop.rubrics.scoring import score
from qa_desktop.rubrics.store import RubricStore

MOMENT = datetime(2026, 11, 22, 9, tzinfo=UTC)
RUBRIC = """\
# The team's own remarks stay where they are.
schema: qa-rubric/1
id: service
version: 1
title: {zh-CN: 客服通话质检表, en: Service call review}
channels: [voice, chat, ticket]
languages: [zh-CN, en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
adjustments:
  - {id: extra, kind: bonus, points: 2, title: {zh-CN: 加分, en: Extra}}
sections:
  - id: opening
    title: {zh-CN: 开场, en: Opening}
    weight: 1
    items:
      - id: greeting   # asked of every call
        text: {zh-CN: 问候, en: Greeting}
        help: {zh-CN: 报出公司与姓名。, en: Says company and name.}
        answer: {type: scale, min: 1, max: 5}
      - id: identity
        text: {zh-CN: 身份核验, en: Identity verified}
        answer: {type: choice, options: [{id: yes, title: {zh-CN: 是, en: Yes}, score: 1},
                                         {id: no, title: {zh-CN: 否, en: No}, score: 0}]}
      - id: tone
        text: {zh-CN: 语气, en: Tone}
        help: One text for all.
        answer: {type: scale, min: 1, max: 5}
"""


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(MOMENT, timedelta(minutes=1))


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(":memory:")
    yield opened
    opened.close()


@pytest.fixture
def rubrics(database: Database, clock: Clock) -> RubricStore:
    store = RubricStore(database, clock, "Lena")
    store.publish(RUBRIC.encode(), "service.yaml")
    return store


@pytest.fixture
def drafts(database: Database, clock: Clock) -> RubricDraftStore:
    return RubricDraftStore(database, clock, "Lena")


@pytest.fixture
def rulings(database: Database, clock: Clock, rubrics: RubricStore) -> RulingStore:
    return RulingStore(database, clock, "Lena", rubrics)


@pytest.fixture
def rubric() -> Rubric:
    return load_rubric(RUBRIC.encode(), "service.yaml")


Answers = Mapping[str, Mapping[str, Sequence[Answer | None]]]
MakeGraded = Callable[..., GradedSession]


@pytest.fixture
def graded_of(rubric: Rubric) -> MakeGraded:
    """By interaction and item, everybody's answers in the order of the people P0, P1...;
    `reference` by interaction and item."""

    def grading(person: str, pseudonym: str, entries: Mapping[str, Answer]) -> Grading:
        draft = Draft(entries={item: Entry(answer=answer) for item, answer in entries.items()})
        result = result_json(score(rubric, given_of(draft)), rubric)
        return Grading(
            fingerprint=person, pseudonym=pseudonym, revision=1, draft=draft, result=result
        )

    def make(
        answers: Answers,
        reference: Mapping[str, Mapping[str, Answer]] | None = None,
        session_id: str = "s1",
    ) -> GradedSession:
        count = max(len(given) for items in answers.values() for given in items.values())
        people = tuple(
            Person(fingerprint=f"{n:064x}", name=f"P{n}", sign_key=b"", box_key=b"")
            for n in range(count)
        )
        gradings = []
        for name, items in answers.items():
            for place, person in enumerate(people):
                given = {
                    item: said
                    for item, every in items.items()
                    if place < len(every) and (said := every[place]) is not None
                }
                if given:
                    gradings.append(grading(person.fingerprint, name, given))
        session = CalibrationSession(
            id=session_id,
            kind=SessionKind.CALIBRATION,
            title="November, week 3",
            mode=Mode.SEALED,
            role=SessionRole.LEAD,
            state=SessionState.REVEALED,
            lead=people[0],
            me=people[0].fingerprint,
            participants=people,
            interactions=tuple(
                SessionInteraction(
                    pseudonym=name, kind=Kind.RECORDING, duration_ms=60_000, interaction_id=name
                )
                for name in answers
            ),
            rubric_id=rubric.id,
            rubric_version=rubric.version,
            rubric_hash=rubric.content_hash,
            has_reference=reference is not None,
            deadline=None,
            folder=None,
            revision=1,
            manifest_hash="",
            made_at=MOMENT,
        )
        return GradedSession(
            session=session,
            rubric=rubric,
            gradings=tuple(gradings),
            reference={
                name: grading(people[0].fingerprint, name, said)
                for name, said in (reference or {}).items()
            },
        )

    return make


@pytest.fixture
def session_row(database: Database, rubric: Rubric, rubrics: RubricStore) -> str:
    """A session's row in the database; its id."""
    with database.writing() as db:
        db.execute(
            "INSERT INTO calibration_sessions (id, kind, title, mode, role, reviewer, lead,"
            " rubric_id, rubric_version, rubric_hash, made_at)"
            " VALUES ('s1', 'calibration', 'November', 'sealed', 'lead', 'Lena', 'f', ?, ?, ?, ?)",
            (rubric.id, rubric.version, rubric.content_hash, to_text(MOMENT)),
        )
    return "s1"
