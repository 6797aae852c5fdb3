"""What must hold for every rubric and every set of answers."""

import random
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.explain import explain
from qa_desktop.rubrics.given import given_from_json, given_to_json
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Aggregation, Given, NaKind, Rubric, Scope
from qa_desktop.rubrics.result import Outcome, Result
from qa_desktop.rubrics.scoring import result_json, score

Cases = st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]

many = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def read(case: tuple[dict[str, Any], dict[str, Any]]) -> tuple[Rubric, Given, Result]:
    rubric = rubric_from_mapping(case[0], "case")
    answers = given_from_json(case[1], rubric)
    return rubric, answers, score(rubric, answers)


def without_vetoes(rubric: Rubric) -> Rubric:
    return replace(
        rubric,
        sections=tuple(
            replace(section, items=tuple(replace(item, veto=None) for item in section.items))
            for section in rubric.sections
        ),
    )


@many
@given(data=st.data())
def test_scores_stay_within_their_bounds(any_cases: Cases, data: st.DataObject) -> None:
    rubric, _, result = read(data.draw(any_cases))
    cap = rubric.scoring.cap
    for value in (result.score, result.score_before_veto):
        assert value is None or value >= 0
        assert value is None or cap is None or value <= cap
    for item in result.items:
        assert item.score is None or 0 <= item.score <= 1
        assert 0 <= item.weight <= 100
    for section in result.sections:
        assert section.score is None or 0 <= section.score <= 100
    scored = result.raw is not None
    assert sum(section.weight for section in result.sections) == (100 if scored else 0)
    assert sum(item.weight for item in result.items) == (100 if scored else 0)
    assert (result.outcome is Outcome.INCOMPLETE) == bool(result.missing)
    if result.missing:
        assert (result.score, result.grade) == (None, None)
    if result.outcome is Outcome.NOT_SCORED:
        assert (result.score, result.grade) == (None, None)


@many
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_order_does_not_matter(cases: Cases, data: st.DataObject, seed: int) -> None:
    case = data.draw(cases)
    shuffled = deepcopy(case)
    order = random.Random(seed)
    for section in shuffled[0]["sections"]:
        order.shuffle(section["items"])
    order.shuffle(shuffled[0]["sections"])
    order.shuffle(shuffled[0]["grades"])
    answers = list(shuffled[1]["answers"].items())
    order.shuffle(answers)
    shuffled[1]["answers"] = dict(answers)
    _, _, before = read(case)
    _, _, after = read(shuffled)
    for name in ("outcome", "score", "score_before_veto", "score_unclamped", "grade"):
        assert getattr(before, name) == getattr(after, name)
    assert set(before.items) == set(after.items)
    assert set(before.sections) == set(after.sections)
    assert set(before.vetoes) == set(after.vetoes)


@many
@given(data=st.data())
def test_na_under_exclude_is_as_if_the_item_were_not_there(
    cases: Cases, data: st.DataObject
) -> None:
    rubric, answers, _ = read(data.draw(cases))
    if rubric.scoring.aggregation is Aggregation.SECTIONED and rubric.scoring.na_by_form:
        # There the item's part leaves the form, while without the item its section keeps it.
        rubric = replace(rubric, scoring=replace(rubric.scoring, na_by_form=False))
    chosen = data.draw(st.sampled_from(rubric.items()))
    excluded = replace(chosen, na=replace(rubric.scoring.na, kind=NaKind.EXCLUDE, score=None))
    gone = {chosen.id} | behind(rubric, {chosen.id})
    with_na = with_items(rubric, {chosen.id: excluded}, frozenset())
    without = with_items(rubric, {}, frozenset(gone))
    na_answers = dict(given_to_json(answers)["answers"]) | {chosen.id: {"na": True}}
    kept = {name: answer for name, answer in na_answers.items() if name not in gone}
    left_out = score(
        with_na, given_from_json({**given_to_json(answers), "answers": na_answers}, with_na)
    )
    absent = score(without, given_from_json({**given_to_json(answers), "answers": kept}, without))
    for name in ("outcome", "score", "score_before_veto", "score_unclamped", "grade", "vetoes"):
        assert getattr(left_out, name) == getattr(absent, name), name
    assert left_out.sections == absent.sections


def behind(rubric: Rubric, gone: set[str]) -> set[str]:
    """The items that are shown only through one of `gone`."""
    found: set[str] = set()
    for item in rubric.items():
        if item.show_if is not None and item.show_if.item in gone | found:
            found.add(item.id)
    return found


def with_items(rubric: Rubric, changed: dict[str, Any], gone: frozenset[str]) -> Rubric:
    return replace(
        rubric,
        sections=tuple(
            replace(
                section,
                items=tuple(
                    changed.get(item.id, item) for item in section.items if item.id not in gone
                ),
            )
            for section in rubric.sections
        ),
    )


@many
@given(data=st.data())
def test_a_veto_never_raises_a_score(cases: Cases, data: st.DataObject) -> None:
    rubric, answers, result = read(data.draw(cases))
    free = score(without_vetoes(rubric), answers)
    assert result.score_before_veto == free.score
    if result.score is None or free.score is None:
        assert result.score is free.score
        return
    assert result.score <= free.score
    if any(veto.scope is Scope.FORM for veto in result.vetoes):
        assert result.outcome is Outcome.FAIL
        assert result.grade == rubric.grades[-1].id
    if not result.vetoes:
        assert result.score == free.score


@many
@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_the_explanation_adds_up_to_the_score(
    any_cases: Cases, data: st.DataObject, language: str
) -> None:
    rubric, _, result = read(data.draw(any_cases))
    rows = explain(rubric, result, language)
    total = sum((row.points for row in rows if row.points is not None), Fraction(0))
    assert total == (result.score_so_far or 0)
    if not result.missing:
        assert result.score == result.score_so_far
    for section in result.sections:
        items = [item for item in result.items if item.section_id == section.id]
        together = sum((item.contribution for item in items), Fraction(0))
        vetoed = any(v.section == section.id and v.scope is Scope.SECTION for v in result.vetoes)
        assert together == section.contribution or vetoed
        assert together >= section.contribution
    assert all(row.label and row.figure for row in rows)


@many
@given(data=st.data())
def test_json_of_what_was_given_and_of_the_result(any_cases: Cases, data: st.DataObject) -> None:
    rubric, answers, result = read(data.draw(any_cases))
    assert given_from_json(given_to_json(answers), rubric) == answers
    told = result_json(result, rubric)
    decimals = rubric.scoring.rounding
    for text in (told["score"], *(item["weight"] for item in told["items"])):
        if text is not None:
            whole, _, past = text.partition(".")
            assert len(past) == decimals
            assert whole.isdigit(), "no score is written as -0"
    # Each was rounded half-up, once.
    if result.score is not None:
        assert abs(Fraction(told["score"]) - result.score) <= Fraction(1, 2 * 10**decimals)


@pytest.mark.parametrize("scope", list(Scope))
@many
@given(data=st.data())
def test_more_fellows_never_release_a_veto(cases: Cases, data: st.DataObject, scope: Scope) -> None:
    """Lowering every count to one can only add vetoes."""
    rubric, answers, result = read(data.draw(cases))
    eager = with_items(
        rubric,
        {
            item.id: replace(item, veto=replace(item.veto, count=1))
            for item in rubric.items()
            if item.veto is not None
        },
        frozenset(),
    )
    before = {veto.item for veto in result.vetoes if veto.scope is scope}
    after = {veto.item for veto in score(eager, answers).vetoes if veto.scope is scope}
    assert before <= after
