"""Quick scoring comes to what scoring comes to, whatever the rubric and the answers."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Answer, Given, NaKind, NaRule, Note, Rubric
from qa_desktop.rubrics.numbers import round_half_up
from qa_desktop.rubrics.quick_scoring import QuickScorer
from qa_desktop.rubrics.scoring import score

Cases = st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]

many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def assert_same(rubric: Rubric, answers: Given, scorer: QuickScorer) -> None:
    wanted, found = score(rubric, answers), scorer.score(answers)
    rounded = None if wanted.score is None else round_half_up(wanted.score, wanted.rounding)
    assert (found.score, found.grade, found.outcome) == (rounded, wanted.grade, wanted.outcome)
    assert found.sections == {s.id: s.score for s in wanted.sections if s.score is not None}


@many
@given(data=st.data())
def test_any_rubric_and_answers(any_cases: Cases, data: st.DataObject) -> None:
    case = data.draw(any_cases)
    rubric = rubric_from_mapping(case[0], "case")
    scorer = QuickScorer(rubric)
    answers = given_from_json(case[1], rubric)
    assert_same(rubric, answers, scorer)
    assert_same(rubric, replace(answers, adjustments={}), scorer)
    assert_same(rubric, replace(answers, adjustments={}, scenario=None), scorer)


@many
@given(data=st.data())
def test_what_is_left_out_is_as_an_n_a_that_counts_nothing(
    cases: Cases, data: st.DataObject
) -> None:
    case = data.draw(cases)
    rubric = rubric_from_mapping(case[0], "case")
    answers = replace(given_from_json(case[1], rubric), adjustments={})
    names = [item.id for item in rubric.items() if not isinstance(item.answer, Note)]
    left_out = data.draw(st.sets(st.sampled_from(names), max_size=3)) if names else set()
    rule = NaRule(kind=NaKind.EXCLUDE)
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, na_allowed=True, na=rule) if item.id in left_out else item
                for item in section.items
            ),
        )
        for section in rubric.sections
    )
    lenient = replace(rubric, sections=sections)
    with_na = {**answers.answers, **dict.fromkeys(left_out, Answer(na=True))}
    wanted = score(lenient, replace(answers, answers=with_na))
    found = QuickScorer(rubric).score(
        replace(answers, answers={k: v for k, v in with_na.items() if k not in left_out}), left_out
    )
    rounded = None if wanted.score is None else round_half_up(wanted.score, wanted.rounding)
    assert (found.score, found.grade, found.outcome) == (rounded, wanted.grade, wanted.outcome)


def test_the_worked_cases(shared: Path) -> None:
    text = (shared / "conformance" / "scoring.json").read_text(encoding="utf-8")
    for case in json.loads(text, parse_float=Decimal)["cases"]:
        rubric = rubric_from_mapping(case["rubric"], case["name"])
        assert_same(rubric, given_from_json(case["given"], rubric), QuickScorer(rubric))


@pytest.mark.parametrize("value", ["1.3333333", "2.5", "4"])
def test_answers_between_the_steps(rubric_of: Any, value: str) -> None:
    rubric = rubric_of()
    said = {"a": {"value": "yes"}, "b": {"value": Decimal(value)}, "c": {"value": Decimal("7.77")}}
    assert_same(rubric, given_from_json({"answers": said}, rubric), QuickScorer(rubric))


def test_what_fits(rubric_of: Any) -> None:
    scorer = QuickScorer(rubric_of())
    assert scorer.fits("a", Answer(value="yes"))
    assert not scorer.fits("a", Answer(value="maybe"))
    assert scorer.fits("a", Answer(na=True))
