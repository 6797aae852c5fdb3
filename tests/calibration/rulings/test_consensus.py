"""The agreed answers: what was ruled, what all said, what the reference said, and no more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from qa_desktop.calibration.model import GradedSession, Ruling
from qa_desktop.calibration.rulings.consensus import (
    AgreedReference,
    agreed_answers,
    open_answers,
    with_agreed,
)
from qa_desktop.rubrics.model import Answer

MOMENT = datetime(2026, 11, 22, 9, tzinfo=UTC)
MakeGraded = Callable[..., GradedSession]
YES, NO = Answer(value="yes"), Answer(value="no")


def n(value: int) -> Answer:
    return Answer(value=Fraction(value))


def ruling(item_id: str, answer: dict[str, object] | None, pseudonym: str | None = None) -> Ruling:
    return Ruling(
        id="r",
        session_id="s1",
        rubric_id="service",
        rubric_version=1,
        item_id=item_id,
        text="",
        ruled_at=MOMENT,
        ruled_by="Lena",
        pseudonym=pseudonym,
        answer=answer,
    )


def test_rulings_come_before_unanimity_and_that_before_the_reference(graded_of: MakeGraded) -> None:
    graded = graded_of(
        {
            "call-1": {"greeting": [n(5), n(5)], "identity": [YES, YES], "tone": [n(1), n(2)]},
            "call-2": {"greeting": [n(1), n(2)], "identity": [YES, NO], "tone": [n(1), None]},
        },
        {"call-1": {"tone": n(4), "identity": NO}},
    )
    rulings = [ruling("greeting", {"value": 3}), ruling("greeting", {"value": 2}, "call-2")]
    agreed = agreed_answers(graded, rulings)
    assert agreed == {
        "call-1": {"greeting": {"value": 3}, "identity": {"value": "yes"}, "tone": {"value": 4}},
        "call-2": {"greeting": {"value": 2}},
    }
    # One person's answer alone is no agreement.
    assert open_answers(graded, agreed) == (("call-2", "identity"), ("call-2", "tone"))


def test_withdrawn_and_impossible_answers_agree_on_nothing(graded_of: MakeGraded) -> None:
    graded = graded_of({"call-1": {"greeting": [n(1), n(2)]}})
    gone = replace(ruling("greeting", {"value": 3}), withdrawn_at=MOMENT)
    off_scale = ruling("greeting", {"value": 9})
    other_item = ruling("nothing", {"value": 1})
    assert agreed_answers(graded, [gone, off_scale, other_item, ruling("tone", None)]) == {}


def test_the_agreed_reference_is_scored_and_the_first_kept(graded_of: MakeGraded) -> None:
    graded = graded_of(
        {"call-1": {"greeting": [n(5), n(1)], "identity": [YES, YES], "tone": [n(5), n(5)]}},
        {"call-1": {"greeting": n(1), "identity": YES, "tone": n(5)}},
    )
    said = agreed_answers(graded, [ruling("greeting", {"value": 5})])
    agreed = AgreedReference(answers=said, agreed_at=MOMENT, agreed_by="Lena")
    now = with_agreed(graded, agreed)
    assert now.reference["call-1"].result["score"] == "100.00"
    assert now.first_reference == graded.reference
    assert now.agreed_at == MOMENT
    # Agreeing again begins from the first reference, not from what was agreed on before.
    assert with_agreed(now, agreed) == now
    assert agreed_answers(now, [])["call-1"]["greeting"] == {"value": 1}
    assert with_agreed(graded, None) is graded


def test_without_a_first_reference_the_usual_adjustments_count(graded_of: MakeGraded) -> None:
    graded = graded_of({"call-1": {"greeting": [n(4), n(4), n(4)]}})
    drafts = [
        replace(one.draft, adjustments=times)
        for one, times in zip(graded.gradings, ({}, {"extra": 1}, {"extra": 1}), strict=True)
    ]
    gradings = [replace(o, draft=d) for o, d in zip(graded.gradings, drafts, strict=True)]
    agreed = AgreedReference(
        answers={"call-1": {"greeting": {"value": 4}}}, agreed_at=MOMENT, agreed_by="Lena"
    )
    now = with_agreed(replace(graded, gradings=tuple(gradings)), agreed)
    assert now.reference["call-1"].draft.adjustments == {"extra": 1}
    assert now.reference["call-1"].result["outcome"] == "incomplete"
