"""The explanation reads as a person would work the score out."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.explain import Row, RowKind, explain
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.scoring import score

RubricOf = Callable[..., Rubric]


def rows_of(rubric: Rubric, given: dict[str, Any], language: str = "en") -> tuple[Row, ...]:
    return explain(rubric, score(rubric, given_from_json(given, rubric)), language)


def lines(rows: tuple[Row, ...]) -> list[str]:
    return [" | ".join((row.label, row.detail, row.figure)) for row in rows]


def everything(small: dict[str, Any]) -> dict[str, Any]:
    small["sections"][0]["items"][0]["veto"] = {"when": ["no"], "scope": "form", "effect": "zero"}
    small["sections"][0]["items"][1]["veto"] = {
        "when": [4],
        "scope": "item",
        "effect": {"cap": 50},
    }
    small["sections"][1]["items"][0]["veto"] = {
        "when": [7],
        "scope": "section",
        "effect": {"cap": 40},
    }
    small["adjustments"] = [
        {"id": "plus", "kind": "bonus", "points": 2, "times": 3, "title": "Plus"},
        {"id": "minus", "kind": "deduction", "points": 1.5, "times": 3, "title": "Minus"},
        {"id": "lift", "kind": "grade_lift", "steps": 1, "title": "Lift"},
    ]
    small["bonus_cap"] = 5
    small["scenarios"] = [{"id": "sc", "title": "Busy", "weights": {"two": 50}}]
    return small


GIVEN = {
    "scenario": "sc",
    "answers": {"a": {"value": "no"}, "b": {"value": 4}, "c": {"value": 7}},
    "adjustments": {"plus": 3, "minus": 2, "lift": 1},
}


def test_every_row(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    rows = rows_of(rubric_of(everything(small)), GIVEN)
    assert lines(rows) == [
        "Scenario |  | Busy",
        "One | 50.00 % of the form | 25.00",
        "A | 0.00 × 25.00 % | 0.00",
        "B | 0.50 instead of 0.75 by veto × 25.00 % | 12.50",
        "Two | 50.00 % of the form | 40.00",
        "C | 0.70 × 50.00 % | 35.00",
        "Veto: C | limits the section to 40.00 | −15.00",
        "Sections together |  | 32.50",
        "Plus | 2.00 × 3, up to the limit for bonuses | +5.00",
        "Minus | 1.50 × 2 | −3.00",
        "Lift | grade up by 1 | –",
        "Veto: A | sets the evaluation to 0 | −34.50",
        "Score |  | 0.00",
        "Grade |  | Low",
        "Outcome | failed by veto | Fail",
    ]
    assert sum(row.points for row in rows if row.points is not None) == 0


def test_in_chinese(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    rows = rows_of(rubric_of(everything(small)), GIVEN, "zh-CN")
    assert "一票否决：C | 该维度最高 40.00 分 | −15.00" in lines(rows)
    assert lines(rows)[-1] == "结论 | 一票否决 | 不合格"


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_the_same_in_every_language(
    rubric_of: RubricOf, small: dict[str, Any], language: str
) -> None:
    rubric = rubric_of(everything(small))
    here, there = rows_of(rubric, GIVEN, language), rows_of(rubric, GIVEN, "en")
    assert [(row.kind, row.points, row.id) for row in here] == [
        (row.kind, row.points, row.id) for row in there
    ]


def test_na_and_missing(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    small["sections"][0]["items"][1]["na"] = {"as_score": 0.5}
    given = {"answers": {"a": {"na": True}, "b": {"na": True}}}
    shown = lines(rows_of(rubric_of(small), given))
    assert "A | N/A, left out | –" in shown
    assert "B | N/A, counts as 0.50 × 100.00 % | 50.00" in shown
    assert "C | not answered yet | –" in shown
    assert "Two | nothing here counts; its weight goes to the others | –" in shown
    assert shown[-3:] == [
        "Score so far |  | 50.00",
        "Grade |  | Low",
        "Outcome | 1 left to answer | Incomplete",
    ]


def test_not_scored(rubric_of: RubricOf) -> None:
    rows = rows_of(rubric_of(), {"answers": {name: {"na": True} for name in "abc"}})
    assert lines(rows)[-1] == "Outcome |  | Not scored"
    assert not any(row.kind is RowKind.TOTAL for row in rows)


def test_what_rounding_hides_is_shown(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    small["scoring"] |= {"rounding": 0, "pass_mark": 90}
    small["sections"][1]["items"][0]["answer"] = {"type": "points", "max": 1000, "step": 1}
    given = {"answers": {"a": {"value": "yes"}, "b": {"value": 5}, "c": {"value": 740}}}
    shown = lines(rows_of(rubric_of(small), given))
    assert "Score | 89.6, rounded | 90" in shown
    assert shown[-1] == "Outcome | 89.6 < 90 | Fail"


def test_floor_and_cap(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    data = everything(small)
    del data["sections"][0]["items"][0]["veto"]
    low = {"answers": {"a": {"value": "no"}, "b": {"value": 1}, "c": {"value": 0}}}
    high = {"answers": {"a": {"value": "yes"}, "b": {"value": 5}, "c": {"value": 10}}}
    rubric = rubric_of(data)
    shown = lines(rows_of(rubric, low | {"adjustments": {"minus": 2}}))
    assert "Lowest score | 0.00 | +3.00" in shown
    shown = lines(rows_of(rubric, high | {"adjustments": {"plus": 1}}))
    assert "Highest score | 100.00 | −2.00" in shown
