"""Answers that count for nothing, and sessions of every kind of gap."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.wording import wording
from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.readings import say
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Rubric

MakeGraded = Callable[..., GradedSession]


@pytest.fixture(scope="module")
def conditional() -> Rubric:
    """Whether there was a transfer; why is asked only then."""
    options = [
        {"id": "yes", "title": "Yes", "score": 1},
        {"id": "no", "title": "No", "score": 0},
    ]
    choice = {"type": "choice", "options": options}
    items = [
        {"id": "transfer", "text": "Transfer", "answer": choice},
        {
            "id": "why",
            "text": "Why",
            "answer": choice,
            "show_if": {"item": "transfer", "in": ["yes"]},
        },
    ]
    return rubric_from_mapping(
        {
            "schema": "qa-rubric/1",
            "id": "conditional",
            "version": 1,
            "title": "Conditional",
            "channels": ["voice"],
            "languages": ["en"],
            "scoring": {"aggregation": "weighted", "pass_mark": 60},
            "sections": [{"id": "s", "title": "S", "weight": 1, "items": items}],
        },
        "conditional.json",
    )


def test_what_was_not_asked_was_not_answered(graded: MakeGraded, conditional: Rubric) -> None:
    """The draft keeps what was chosen before the question went away."""
    found = session_statistics(
        graded(
            {
                "call-1": {
                    "ann": {"transfer": "yes", "why": "yes"},
                    "ben": {"transfer": "yes", "why": "yes"},
                    "cat": {"transfer": "no", "why": "no"},
                },
            },
            rubric=conditional,
        )
    )
    why = found.item("why")
    assert why.answers["call-1"]["cat"] is None
    assert why.percent.value == 1.0
    assert why.divided == ()
    assert found.item("transfer").divided == ("call-1",)


@pytest.mark.parametrize("seed", range(25))
def test_no_session_is_too_odd(seed: int, graded: MakeGraded) -> None:
    dice = random.Random(seed)

    def review() -> dict[str, Any]:
        given = {
            "informed": dice.choice([1, 3, 5, "n/a"]),
            "identity": dice.choice(["yes", "no", "n/a"]),
            "tone": dice.choice(["good", "fair", "bad", "n/a"]),
            "reasons": dice.choice([[], ["good"], ["good", "bad"], "n/a"]),
            "closing": dice.choice([0, 10, "n/a"]),
            "hold": dice.choice([5, 60, 300, "n/a"]),
            "remark": "words",
        }
        kept = dice.choice([0.2, 0.9, 1.0])
        return {item: value for item, value in given.items() if dice.random() < kept}

    people = ["ann", "ben", "cat", "dee", "eve"][: dice.randint(1, 5)]
    calls = [f"call-{n}" for n in range(dice.randint(1, 6))]
    there = dice.choice([0.3, 1.0])
    sheet = {c: {p: review() for p in people if dice.random() < there} for c in calls}
    reference = {c: review() for c in calls if dice.random() < dice.choice([0.0, 0.5, 1.0])}
    found = session_statistics(graded(sheet, reference), resamples=50)
    assert sum(item.share for item in found.items) in (0, pytest.approx(1))
    shares = [item.share for item in found.items]
    assert shares == sorted(shares, reverse=True)
    for item in found.items:
        assert item.disagreement is None or 0 <= item.disagreement <= 1
        assert not item.to_settle or item.divided
        assert item.unanimous is None or not item.divided
    readings = [
        *found.readings,
        *(reading for item in found.items for reading in item.readings),
        *(reading for reviewer in found.reviewers for reading in reviewer.readings),
        *(reading for part in (found.form, *found.sections) for reading in part.readings),
        *(reading for part in (found.outcome, found.veto) for reading in part.readings),
    ]
    assert all(say(reading, wording("en")) for reading in readings)
    assert found == session_statistics(graded(sheet, reference), resamples=50)
