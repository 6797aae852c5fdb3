"""Single rules of the arithmetic that deserve a case of their own."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.critical import CriticalAccuracy, critical_accuracy
from qa_desktop.rubrics.given import given_from_json, given_to_json
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.numbers import format_score, round_half_up
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import result_json, score

RubricOf = Callable[..., Rubric]


def scored(rubric: Rubric, answers: dict[str, Any], **more: Any) -> Result:
    return score(rubric, given_from_json({"answers": answers, **more}, rubric))


FULL = {"a": {"value": "yes"}, "b": {"value": 5}, "c": {"value": 10}}


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("-0.004", 2, "0.00"),
        ("-0.005", 2, "-0.01"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.4", 0, "0"),
        ("99.995", 2, "100.00"),
        ("7", 3, "7.000"),
        ("0.05", 1, "0.1"),
    ],
)
def test_rounding_is_half_up_and_never_minus_zero(value: str, decimals: int, text: str) -> None:
    assert format_score(Fraction(value), decimals) == text
    assert round_half_up(Fraction(value), decimals) == Fraction(text)


def test_a_third_is_not_lost(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    small["sections"][1]["items"][0]["answer"] = {"type": "scale", "min": 0, "max": 3}
    result = scored(rubric_of(small), {**FULL, "c": {"value": 1}})
    assert result.score == 60 + Fraction(40, 3)


def test_a_missing_answer_leaves_the_score_open(rubric_of: RubricOf) -> None:
    rubric = rubric_of()
    result = scored(rubric, {"a": {"value": "yes"}, "b": {}})
    assert result.outcome == "incomplete"
    assert (result.score, result.score_before_veto, result.grade) == (None, None, None)
    assert result.missing == ("b", "c")
    # What is answered so far is told all the same: one full item of the first section.
    assert (result.score_so_far, result.grade_so_far) == (100, "top")
    told = result_json(result, rubric)
    assert (told["score"], told["missing"]) == (None, ["b", "c"])


def test_a_hidden_answer_is_neither_scored_nor_missing(
    rubric_of: RubricOf, small: dict[str, Any]
) -> None:
    items = small["sections"][0]["items"]
    items[1]["show_if"] = {"item": "a", "in": ["no"]}
    small["sections"][1]["items"][0]["show_if"] = {"item": "b", "in": [1]}
    rubric = rubric_of(small)
    shown = scored(rubric, {"a": {"value": "no"}, "b": {"value": 1}, "c": {"value": 10}})
    assert (shown.hidden, shown.score) == ((), 40)
    # With the first link gone the whole chain is.
    hidden = scored(rubric, {"a": {"value": "yes"}, "b": {"value": 1}, "c": {"value": 0}})
    assert (hidden.hidden, hidden.score, hidden.missing) == (("b", "c"), 100, ())
    gone = scored(rubric, {"a": {"na": True}, "b": {"value": 1}})
    assert (gone.hidden, gone.outcome) == (("b", "c"), "not_scored")


def test_nothing_left_is_not_scored(rubric_of: RubricOf) -> None:
    rubric = rubric_of()
    result = scored(rubric, {name: {"na": True} for name in "abc"})
    told = result_json(result, rubric)
    assert (told["outcome"], told["score"], told["grade"]) == ("not_scored", None, None)
    assert [section["score"] for section in told["sections"]] == [None, None]


def test_a_form_veto_counts_even_when_nothing_else_does(
    rubric_of: RubricOf, small: dict[str, Any]
) -> None:
    """An item of weight 0 that only guards: what it finds must not vanish as "not scored"."""
    small["sections"][0]["items"][0] |= {
        "weight": 0,
        "veto": {"when": ["no"], "scope": "form", "effect": "zero"},
    }
    answers = {"a": {"value": "no"}, "b": {"na": True}, "c": {"na": True}}
    result = scored(rubric_of(small), answers)
    assert (result.outcome, result.score, result.grade) == ("fail", None, None)


def test_deductions_come_first_then_bonuses_within_their_cap(rubric_of: RubricOf) -> None:
    rubric = rubric_of(
        adjustments=[
            {"id": "x", "kind": "bonus", "points": 2, "times": 2, "title": "X"},
            {"id": "y", "kind": "bonus", "points": 3, "times": 1, "title": "Y"},
            {"id": "minus", "kind": "deduction", "points": 1.5, "times": 5, "title": "M"},
        ],
        bonus_cap=5,
    )
    result = scored(rubric, FULL, adjustments={"x": 2, "y": 1, "minus": 2})
    assert {a.id: a.points for a in result.adjustments} == {"x": 4, "y": 1, "minus": -3}
    assert (result.score_unclamped, result.score) == (102, 100)
    told = result_json(result, rubric)
    assert told["adjustments"] == [
        {"id": "x", "points": "4.00"},
        {"id": "y", "points": "1.00"},
        {"id": "minus", "points": "-3.00"},
    ]


def test_without_a_cap_a_bonus_passes_100(rubric_of: RubricOf) -> None:
    rubric = rubric_of(
        scoring={"aggregation": "sectioned", "pass_mark": 80, "cap": None},
        adjustments=[{"id": "x", "kind": "bonus", "points": 2, "times": 9, "title": "X"}],
    )
    assert scored(rubric, FULL, adjustments={"x": 9}).score == 118


def test_a_lift_raises_the_grade_but_not_past_a_veto(
    rubric_of: RubricOf, small: dict[str, Any]
) -> None:
    small["adjustments"] = [{"id": "up", "kind": "grade_lift", "steps": 5, "title": "Up"}]
    item = small["sections"][0]["items"][0]
    item["veto"] = {"when": ["no"], "scope": "form", "effect": "fail_keep_score"}
    rubric = rubric_of(small)
    low = {**FULL, "c": {"value": 1}}
    assert scored(rubric, low).grade == "low"
    lifted = scored(rubric, low, adjustments={"up": 1})
    assert (lifted.grade, lifted.outcome, lifted.score) == ("top", "fail", 64)
    vetoed = scored(rubric, {**FULL, "a": {"value": "no"}}, adjustments={"up": 1})
    assert (vetoed.grade, vetoed.outcome, vetoed.score) == ("low", "fail", 70)


def test_the_grade_is_of_the_rounded_score_the_pass_of_the_exact_one(
    rubric_of: RubricOf, small: dict[str, Any]
) -> None:
    small["scoring"] = {"aggregation": "sectioned", "pass_mark": 90, "rounding": 0}
    small["sections"][1]["items"][0]["answer"] = {"type": "points", "max": 1000, "step": 1}
    result = scored(rubric_of(small), {**FULL, "c": {"value": 740}})
    assert result.score == Fraction("89.6")
    assert (result.grade, result.outcome) == ("top", "fail")


def test_vetoes_of_a_section_need_their_count_there(
    rubric_of: RubricOf, small: dict[str, Any]
) -> None:
    veto = {"when": ["no"], "scope": "section", "effect": {"cap": 40}, "count": 2}
    choice = small["sections"][0]["items"][0]
    choice["veto"] = veto
    small["sections"][0]["items"][1] = {**choice, "id": "b"}
    small["sections"][0]["items"].append({**choice, "id": "d", "weight": 8, "veto": None})
    small["sections"][1]["items"][0] = {**choice, "id": "c"}
    rubric = rubric_of(small)
    yes, no = {"value": "yes"}, {"value": "no"}
    alone = scored(rubric, {"a": no, "b": yes, "c": no, "d": yes})
    assert alone.vetoes == ()
    both = scored(rubric, {"a": no, "b": no, "c": yes, "d": yes})
    assert [veto.item for veto in both.vetoes] == ["a", "b"]
    assert (both.score_before_veto, both.score_unclamped, both.score) == (88, 64, 64)
    assert both.outcome == "fail"
    assert result_json(both, rubric)["vetoes"][0]["effect"] == {"cap": 40}


def test_an_item_veto_takes_the_item_alone(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    item = small["sections"][0]["items"][1]
    item["veto"] = {"when": [3, 4], "scope": "item", "effect": {"cap": 25}, "count": 9}
    result = scored(rubric_of(small), {**FULL, "b": {"value": 4}})
    assert (result.score_before_veto, result.score) == (Fraction("92.5"), Fraction("77.5"))
    assert result.items[1].score == Fraction(1, 4)
    assert result.items[1].score_before_veto == Fraction(3, 4)


def test_a_scenario_scales_the_other_sections(rubric_of: RubricOf) -> None:
    rubric = rubric_of(scenarios=[{"id": "sc", "title": "S", "weights": {"two": 70}}])
    result = scored(rubric, {**FULL, "c": {"value": 0}}, scenario="sc")
    assert [section.weight for section in result.sections] == [30, 70]
    assert (result.score, result.scenario) == (30, "sc")


def test_all_that_is_wrong_is_told_at_once(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    small["sections"][0]["items"][0]["na"] = "not-allowed"
    small["sections"][1]["items"] += [
        {"id": "p", "text": "P", "answer": {"type": "points", "max": 5, "step": 0.5}},
        {
            "id": "m",
            "text": "M",
            "answer": {"type": "multi", "options": [{"id": "x", "title": "X", "score": 1}]},
        },
        {"id": "n", "text": "N", "answer": {"type": "note"}},
        {
            "id": "s",
            "text": "S",
            "answer": {"type": "measure", "unit": "s", "bands": [{"score": 1}]},
        },
    ]
    small["adjustments"] = [
        {"id": "plus", "kind": "bonus", "points": 1, "times": 2, "title": "P"},
    ]
    rubric = rubric_of(small)
    given = {
        "scenario": "none",
        "extra": 1,
        "answers": {
            "a": {"na": True},
            "b": {"value": 6},
            "c": {"value": "ten"},
            "p": {"value": 1.25},
            "m": {"values": ["x", "y"]},
            "n": {"value": 3},
            "s": {"value": -1},
            "zz": {"value": 1},
        },
        "adjustments": {"plus": 3, "other": 1},
    }
    with pytest.raises(ProblemError) as caught:
        given_from_json(given, rubric)
    found = {(p.code.removeprefix("rubrics."), p.where.path) for p in caught.value.problems}
    assert found == {
        ("no_scenarios", "scenario"),
        ("given_unknown_key", "extra"),
        ("na_not_allowed", "answers.a"),
        ("off_scale", "answers.b.value"),
        ("number_wanted", "answers.c.value"),
        ("off_scale", "answers.p.value"),
        ("off_scale", "answers.m.values"),
        ("note_wants_text", "answers.n.value"),
        ("off_scale", "answers.s.value"),
        ("unknown_answer", "answers.zz"),
        ("too_many_times", "adjustments.plus"),
        ("unknown_adjustment", "adjustments.other"),
    }


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ([], "answer_form"),
        ("yes", "answer_form"),
        ({"value": "yes", "na": True}, "answer_form"),
        ({"value": True}, "answer_form"),
        ({"valeu": "yes"}, "answer_form"),
        ({"na": 1}, "answer_form"),
        ({"value": 0, "na": True}, "answer_form"),
        ({"values": "yes"}, "list_of_ids_wanted"),
        ({"values": ["yes"]}, "one_value_wanted"),
        ({"value": {"a": 1}}, "bad_number"),
        ({"value": float("nan")}, "bad_number"),
        ({"value": 1e300}, "bad_number"),
        ({"value": 10**400}, "bad_number"),
        ({"value": "maybe"}, "off_scale"),
    ],
)
def test_answers_in_a_wrong_form(rubric_of: RubricOf, answer: object, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        given_from_json({"answers": {"a": answer}}, rubric_of())
    assert [problem.code for problem in caught.value.problems] == [f"rubrics.{code}"]


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, Decimal("0.30000000000000004"), 30.1 * 3])
def test_computed_numbers_are_answers(
    rubric_of: RubricOf, small: dict[str, Any], value: float | Decimal
) -> None:
    bands = [{"up_to": 30, "score": 1}, {"score": 0}]
    small["sections"][1]["items"][0]["answer"] = {"type": "measure", "unit": "s", "bands": bands}
    rubric = rubric_of(small)
    given = given_from_json({"answers": {"c": {"value": value}}}, rubric)
    assert given.answers["c"].value == Fraction(str(value))
    assert given_from_json(given_to_json(given), rubric) == given


@pytest.mark.parametrize(
    "value", [Decimal("0.30000000000000000001"), 1e16, 1e-30, Decimal("1e999999999")]
)
def test_numbers_past_all_reason_are_not(rubric_of: RubricOf, value: float | Decimal) -> None:
    with pytest.raises(ProblemError) as caught:
        given_from_json({"answers": {"c": {"value": value}}}, rubric_of())
    assert [problem.code for problem in caught.value.problems] == ["rubrics.bad_number"]


def test_critical_accuracy_counts_contacts(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    first, second = small["sections"][0]["items"]
    first["critical"] = "customer"
    second["critical"] = "customer"
    small["sections"][1]["items"][0]["critical"] = "compliance"
    rubric = rubric_of(small)
    results = [
        scored(rubric, FULL),
        scored(rubric, {**FULL, "a": {"value": "no"}, "b": {"value": 1}}),
        scored(rubric, {**FULL, "a": {"na": True}, "b": {"na": True}}),
        scored(rubric, {**FULL, "b": {"value": 4}, "c": {"na": True}}),
        scored(rubric, {"a": {"value": "no"}}),
    ]
    found = critical_accuracy((rubric, result) for result in results)
    assert found == {
        "customer": CriticalAccuracy(asked=3, with_error=2),
        "compliance": CriticalAccuracy(asked=3, with_error=0),
    }
    assert found["customer"].accuracy == Fraction(1, 3)
    assert CriticalAccuracy(asked=0, with_error=0).accuracy is None
