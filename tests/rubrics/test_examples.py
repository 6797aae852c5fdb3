"""Worked examples run with the real scoring, and say what differs."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import Compared, ExampleResult, example_problems, run_examples
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Rubric

RubricOf = Callable[..., Rubric]
# 60 % of (1 + 0.25) / 2 and 40 % of 0.3: 49.5
ANSWERS = {"a": {"value": "yes"}, "b": {"value": 2}, "c": {"value": 3}}


def run(rubric_of: RubricOf, expect: dict[str, Any], **given: Any) -> ExampleResult:
    example = {"id": "e", "title": "E", "given": {"answers": ANSWERS, **given}, "expect": expect}
    (result,) = run_examples(rubric_of(examples=[example]))
    return result


@pytest.mark.parametrize("score", [49.5, "49.50", "49.5"])
def test_the_score_as_number_or_text(rubric_of: RubricOf, score: object) -> None:
    result = run(rubric_of, {"score": score})
    assert result.passed
    assert result.compared == (
        Compared(part="score", expected="49.50", actual="49.50", agrees=True),
    )
    assert result.failures == ()


def test_all_that_is_expected_is_compared(rubric_of: RubricOf) -> None:
    expect = {
        "score": 49.5,
        "grade": "low",
        "outcome": "fail",
        "sections": {"one": 62.5, "two": 30},
    }
    result = run(rubric_of, expect)
    assert [part.part for part in result.compared] == [
        *("score", "grade", "outcome", "sections.one", "sections.two"),
    ]
    assert result.passed
    assert result.result is not None
    assert result.result.score is not None


def test_what_differs_is_said_where_it_stands(rubric_of: RubricOf) -> None:
    result = run(rubric_of, {"score": 50, "grade": "low", "sections": {"two": "30.01"}})
    assert not result.passed
    differing = [part for part in result.compared if not part.agrees]
    assert [(part.part, part.expected, part.actual) for part in differing] == [
        ("score", "50.00", "49.50"),
        ("sections.two", "30.01", "30.00"),
    ]
    assert [(p.code, p.where.path) for p in result.failures] == [
        ("rubrics.example_differs", "examples[0].expect.score"),
        ("rubrics.example_differs", "examples[0].expect.sections.two"),
    ]


def test_as_it_is_rounded_and_not_nearly(rubric_of: RubricOf) -> None:
    thirds = {"scoring": {"aggregation": "sectioned", "pass_mark": 80, "rounding": 1}}
    example = {
        "id": "e",
        "title": "E",
        "given": {"answers": {**ANSWERS, "c": {"value": 3.33}}},
        "expect": {"score": 50.8},
    }
    (exact,) = run_examples(rubric_of(examples=[example], **thirds))
    assert exact.passed
    (past,) = run_examples(rubric_of(examples=[{**example, "expect": {"score": 50.82}}], **thirds))
    assert [(part.expected, part.actual) for part in past.compared] == [("50.82", "50.8")]
    assert not past.passed


def test_nothing_where_a_score_is_expected(rubric_of: RubricOf) -> None:
    example = {
        "id": "e",
        "title": "E",
        "given": {"answers": {"a": {"value": "yes"}}},
        "expect": {"score": 100, "outcome": "incomplete", "sections": {"none": 1}},
    }
    (result,) = run_examples(rubric_of(examples=[example]))
    assert [(part.part, part.actual, part.agrees) for part in result.compared] == [
        ("score", "", False),
        ("outcome", "incomplete", True),
        ("sections.none", "", False),
    ]
    assert {p.code for p in result.failures} == {"rubrics.example_has_none"}


def test_answers_that_do_not_fit_fail_the_example_alone(rubric_of: RubricOf) -> None:
    given = {"answers": {"a": {"value": "maybe"}, "gone": {"na": True}}, "scenario": "none"}
    example = {"id": "e", "title": "E", "given": given, "expect": {"score": 1}}
    fine = {"id": "f", "title": "F", "given": {"answers": ANSWERS}, "expect": {"score": 49.5}}
    rubric = rubric_of(examples=[example, fine])
    bad, good = run_examples(rubric)
    assert good.passed
    assert (bad.passed, bad.result, bad.compared) == (False, None, ())
    assert {p.where.path for p in bad.problems} == {
        "examples[0].given.scenario",
        "examples[0].given.answers.a.value",
        "examples[0].given.answers.gone",
    }
    assert example_problems(rubric) == bad.problems


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"expect": {}}, "expects_nothing", "examples[0].expect"),
        ({"expect": {"score": "much"}}, "expected_number", "examples[0].expect.score"),
        ({"expect": {"outcome": "won"}}, "expected_one_of", "examples[0].expect.outcome"),
        ({"expect": {"score": 49.5, "points": 3}}, "unknown_key", "examples[0].expect.points"),
        ({"given": {}}, "missing_key", "examples[0].given.answers"),
        ({"given": {"answers": {"a": 3}}}, "expected_table", "examples[0].given.answers.a"),
        (
            {"given": {"answers": {"a": {"value": 1, "na": True}}}},
            "answer_form",
            "examples[0].given.answers.a",
        ),
        (
            {"given": {"answers": {"a": {"na": "yes"}}}},
            "expected_truth",
            "examples[0].given.answers.a.na",
        ),
        (
            {"given": {"answers": {}, "adjustments": {"x": 1.5}}},
            "expected_whole",
            "examples[0].given.adjustments.x",
        ),
    ],
)
def test_what_is_no_example_at_all(
    small: dict[str, Any], change: dict[str, Any], code: str, path: str
) -> None:
    example = {
        "id": "e",
        "title": "E",
        "given": {"answers": ANSWERS},
        "expect": {"score": 1},
        **change,
    }
    with pytest.raises(ProblemError) as caught:
        rubric_from_mapping({**small, "examples": [example]}, "x")
    assert [(p.code, p.where.path) for p in caught.value.problems] == [(f"rubrics.{code}", path)]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"abilities": [{"id": "calm", "title": "Calm"}], "named": ["calm"]}, []),
        ({"abilities": [{"id": "calm", "title": "Calm"}], "named": ["clam"]}, ["unknown_ability"]),
        ({"abilities": [{"id": "calm", "title": "Calm"}] * 2, "named": []}, ["duplicate_id"]),
        ({"named": ["calm"]}, ["no_abilities"]),
        ({"abilities": [{"id": "c", "title": "C"}], "named": ["c", "c"]}, ["repeated_word"]),
    ],
)
def test_abilities(small: dict[str, Any], changes: dict[str, Any], codes: list[str]) -> None:
    small["sections"][0]["items"][0]["abilities"] = changes.pop("named")
    document = Document.of(json.dumps({**small, **changes}))
    assert [p.code for p in document.problems] == [f"rubrics.{code}" for code in codes]
