"""Revealed sessions made from answers, scored by the real scorer."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

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
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Given, Rubric
from qa_desktop.rubrics.scoring import result_json, score

# By interaction, then by reviewer, then by item: an answer as in ANSWERS.json.
Sheet = Mapping[str, Mapping[str, Mapping[str, Any]]]
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def answer_json(value: Any) -> dict[str, Any]:
    if value == "n/a":
        return {"na": True}
    return {"values": value} if isinstance(value, list) else {"value": value}


def grading(rubric: Rubric, person: str, pseudonym: str, answers: Mapping[str, Any]) -> Grading:
    read = {item: answer_from_json(answer_json(value)) for item, value in answers.items()}
    result = score(rubric, Given(answers=read))
    return Grading(
        fingerprint=person,
        pseudonym=pseudonym,
        revision=1,
        draft=Draft(entries={item: Entry(answer=answer) for item, answer in read.items()}),
        result=result_json(result, rubric),
    )


def person(name: str) -> Person:
    return Person(fingerprint=name, name=name.upper(), sign_key=bytes(32), box_key=bytes(32))


def session_of(rubric: Rubric, sheet: Sheet, reference: Mapping[str, Any]) -> GradedSession:
    names = sorted({name for row in sheet.values() for name in row})
    session = CalibrationSession(
        id="s1",
        kind=SessionKind.CALIBRATION,
        title="November",
        mode=Mode.SEALED,
        role=SessionRole.LEAD,
        state=SessionState.REVEALED,
        lead=person("lead"),
        me="lead",
        participants=tuple(map(person, names)),
        interactions=tuple(
            SessionInteraction(
                pseudonym=pseudonym, kind=Kind.RECORDING, duration_ms=1, interaction_id=pseudonym
            )
            for pseudonym in sheet
        ),
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        rubric_hash=rubric.content_hash,
        has_reference=bool(reference),
        deadline=None,
        folder=None,
        revision=1,
        manifest_hash="",
        made_at=NOW,
    )
    return GradedSession(
        session=session,
        rubric=rubric,
        gradings=tuple(
            grading(rubric, name, pseudonym, answers)
            for pseudonym, row in sheet.items()
            for name, answers in row.items()
        ),
        reference={
            pseudonym: grading(rubric, "gold", pseudonym, answers)
            for pseudonym, answers in reference.items()
        },
    )


@pytest.fixture(scope="session")
def form() -> Rubric:
    """One item of every type, in two sections; a veto on identity."""
    yes_no = [
        {"id": "yes", "title": "Yes", "score": 1},
        {"id": "no", "title": "No", "score": 0},
    ]
    three = [
        {"id": "good", "title": "Good", "score": 1},
        {"id": "fair", "title": "Fair", "score": 0.5},
        {"id": "bad", "title": "Bad", "score": 0},
    ]
    bands = [{"up_to": 30, "score": 1}, {"up_to": 90, "score": 0.5}, {"score": 0}]
    veto = {"when": ["no"], "scope": "form", "effect": "zero"}
    first = [
        ("informed", {"type": "scale", "min": 1, "max": 5}, {}),
        ("identity", {"type": "choice", "options": yes_no}, {"veto": veto}),
        ("tone", {"type": "choice", "options": three}, {}),
    ]
    second = [
        ("reasons", {"type": "multi", "options": three}, {}),
        ("closing", {"type": "points", "max": 10, "step": 1}, {}),
        ("hold", {"type": "measure", "unit": "s", "bands": bands}, {}),
        ("remark", {"type": "note"}, {}),
    ]

    def item(name: str, answer: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
        return {"id": name, "text": name, "answer": answer, **more}

    return rubric_from_mapping(
        {
            "schema": "qa-rubric/1",
            "id": "form",
            "version": 1,
            "title": "Form",
            "channels": ["voice"],
            "languages": ["en"],
            "scoring": {"aggregation": "sectioned", "pass_mark": 60},
            "sections": [
                {"id": "s1", "title": "S1", "weight": 50, "items": [item(*i) for i in first]},
                {"id": "s2", "title": "S2", "weight": 50, "items": [item(*i) for i in second]},
            ],
        },
        "form.json",
    )


@pytest.fixture(scope="session")
def graded(form: Rubric) -> Callable[..., GradedSession]:
    """`graded({"call-1": {"ann": {"informed": 5}}}, reference={"call-1": {...}}, rubric=...)`."""

    def make(
        sheet: Sheet, reference: Mapping[str, Any] | None = None, rubric: Rubric = form
    ) -> GradedSession:
        return session_of(rubric, sheet, reference or {})

    return make
