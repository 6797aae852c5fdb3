"""Past reviews under a draft: what is taken over, what is not and why, and the honest bounds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.progress import Cancelled, NoProgress
from qa_desktop.reviews.extreme_answers import Extreme, extreme_answer
from qa_desktop.reviews.what_if import Case, Figures, NotScored, Rescored, WhatIf, Why
from qa_desktop.reviews.what_if_csv import what_if_csv
from qa_desktop.reviews.what_if_summary import summarise
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Answer, Given, Rubric
from qa_desktop.rubrics.scoring import score

YES_NO = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]
CHOICE = {"type": "choice", "options": YES_NO}
SCALE = {"type": "scale", "min": 1, "max": 5}
GIVEN = {"a": Answer(value="yes"), "b": Answer(value=Fraction(4))}


def data(**changes: Any) -> dict[str, Any]:
    """A yes/no and a scale, each half the form; 87.5 with GIVEN."""
    items = [
        {"id": "a", "text": "A", "answer": CHOICE},
        {"id": "b", "text": "B", "answer": SCALE},
    ]
    return {
        "schema": "qa-rubric/1",
        "id": "small",
        "version": 1,
        "title": "Small",
        "channels": ["voice"],
        "languages": ["en"],
        "scoring": {"aggregation": "weighted", "pass_mark": 80},
        "grades": [
            {"id": "top", "min": 85, "title": "Top"},
            {"id": "low", "min": 0, "title": "Low"},
        ],
        "sections": [{"id": "all", "title": "All", "weight": 1, "items": items}],
        **changes,
    }


def rubric(items: list[dict[str, Any]] | None = None, **changes: Any) -> Rubric:
    made = data(**changes)
    if items is not None:
        made["sections"][0]["items"] = items
    return rubric_from_mapping(made, "small")


OLD = rubric()


def case(
    answers: Mapping[str, Answer] = GIVEN, old: Rubric = OLD, name: str = "r1", **given: Any
) -> Case:
    said = Given(answers=dict(answers), **given)
    result = score(old, said)
    return Case(
        review_id=name,
        revision=1,
        interaction_id=f"i-{name}",
        title="=Call",
        agent="Li",
        team="North",
        version=old.version,
        submitted_at=datetime(2026, 11, 2, tzinfo=UTC),
        given=said,
        before=Figures(score=result.score, grade=result.grade, outcome=result.outcome),
        sections={s.id: s.score for s in result.sections if s.score is not None},
    )


def under(draft: Rubric, one: Case | None = None, old: Rubric = OLD) -> Rescored:
    done = WhatIf(draft, {old.version: old}).rescore(one or case(old=old))
    assert isinstance(done, Rescored)
    return done


def items(*more: dict[str, Any], **of_b: Any) -> list[dict[str, Any]]:
    a = {"id": "a", "text": "A", "answer": CHOICE}
    return [a, {"id": "b", "text": "B", "answer": SCALE, **of_b}, *more]


def test_weights_and_marks_of_the_draft_count() -> None:
    done = under(rubric(items(weight=3)))
    assert (done.case.before.score, done.after.score) == (Fraction("87.5"), Fraction("81.25"))
    assert (done.change, done.after.grade, done.unknown) == (Fraction("-6.25"), "low", {})
    assert done.low == done.after == done.high
    assert under(OLD).change == 0


def test_a_new_item_is_left_out_and_bounded() -> None:
    new = {"id": "c", "text": "C", "answer": CHOICE}
    done = under(rubric(items(new)))
    assert done.unknown == {"c": Why.NEW}
    assert done.after.score == Fraction("87.5")
    assert (done.low.score, done.high.score) == (Fraction("58.33"), Fraction("91.67"))
    assert (done.low.outcome, done.high.outcome) == ("fail", "pass")


def test_a_veto_on_a_new_item_is_its_worst() -> None:
    veto = {"when": ["no"], "scope": "form", "effect": "zero"}
    new = {"id": "c", "text": "C", "answer": CHOICE, "veto": veto}
    done = under(rubric(items(new)))
    assert (done.low.score, done.low.outcome, done.high.score) == (0, "fail", Fraction("91.67"))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"answer": CHOICE}, Why.OTHER_KIND),
        ({"answer": {"type": "scale", "min": 1, "max": 7}}, Why.OTHER_SCALE),
        ({"answer": {"type": "points", "max": 5, "step": 1}}, Why.OTHER_KIND),
    ],
)
def test_what_is_measured_otherwise_is_not_taken_over(changed: dict[str, Any], why: Why) -> None:
    done = under(rubric(items(**changed)))
    assert done.unknown == {"b": why}
    assert (done.low.score, done.after.score, done.high.score) == (50, 100, 100)


def test_answers_that_are_not_offered_any_more() -> None:
    options = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "half", "title": "H", "score": 0}]
    draft = rubric(
        [
            {"id": "a", "text": "A", "answer": {"type": "choice", "options": options}},
            {"id": "b", "text": "B", "answer": SCALE, "na": "not-allowed"},
        ]
    )
    gone = under(draft, case({"a": Answer(value="no"), "b": Answer(value=Fraction(5))}))
    assert gone.unknown == {"a": Why.OPTION_GONE}
    absent = under(draft, case({"a": Answer(value="yes"), "b": Answer(na=True)}))
    assert absent.unknown == {"b": Why.NA_NOT_ALLOWED}


def test_what_was_not_asked_then() -> None:
    old = rubric(items(show_if={"item": "a", "in": ["no"]}))
    done = under(OLD, case({"a": Answer(value="yes")}, old), old)
    assert done.unknown == {"b": Why.NOT_ASKED}
    assert (done.low.score, done.high.score) == (50, 100)


def test_an_unanswered_question_hides_what_depends_on_it() -> None:
    new = {"id": "c", "text": "C", "answer": CHOICE}
    then = {"id": "d", "text": "D", "answer": CHOICE, "show_if": {"item": "c", "in": ["no"]}}
    done = under(rubric(items(new, then)))
    assert done.unknown == {"c": Why.NEW}
    # c and d answered no: 1 + 0.75 of 4.
    assert done.low.score == Fraction("43.75")


def test_removed_items_and_adjustments_count_no_more() -> None:
    plus = {"id": "plus", "kind": "bonus", "points": 5, "times": 3, "title": "P"}
    minus = {"id": "minus", "kind": "deduction", "points": 10, "times": 1, "title": "M"}
    old = rubric(adjustments=[plus, minus])
    draft = rubric(items()[1:], adjustments=[{**plus, "times": 1}])
    done = under(draft, case(old=old, adjustments={"plus": 2, "minus": 1}), old)
    assert done.case.before.score == Fraction("87.5")
    assert done.after.score == 80
    tried = WhatIf(draft, {1: old}).run([done.case], NoProgress())
    assert [(note.id, note.count) for note in summarise(tried).removed] == [("a", 1)]


def test_a_scenario_that_is_gone_and_a_version_that_is_not_known() -> None:
    scenario = {"id": "busy", "title": "Busy", "weights": {"all": 1}}
    old = rubric(scenarios=[scenario])
    busy = case(old=old, scenario="busy")
    assert WhatIf(OLD, {1: old}).rescore(busy) is NotScored.SCENARIO_GONE
    assert isinstance(WhatIf(old, {1: old}).rescore(busy), Rescored)
    assert WhatIf(OLD, {}).rescore(case()) is NotScored.VERSION_CHANGED


def test_nothing_left_is_not_scored_rather_than_zero() -> None:
    done = under(rubric([{"id": "c", "text": "C", "answer": CHOICE}]))
    assert (done.after.score, done.after.outcome, done.change) == (None, "not_scored", None)
    assert (done.low.score, done.high.score) == (0, 100)


def sample() -> list[Case]:
    return [
        case(name="r1"),
        case({"a": Answer(value="no"), "b": Answer(value=Fraction(5))}, name="r2"),
        case({"a": Answer(value="yes"), "b": Answer(value=Fraction(5))}, name="r3"),
        case(name="r4", old=replace(OLD, version=9)),
    ]


def test_the_summary_adds_up() -> None:
    draft = rubric(items(weight=3, text="B!"))
    tried = WhatIf(draft, {1: OLD}).run(sample(), NoProgress())
    told = summarise(tried)
    assert (told.count, told.both, dict(told.left_out)) == (3, 3, {NotScored.VERSION_CHANGED: 1})
    assert told.before == Fraction("237.5") / 3
    assert told.after == (Fraction("81.25") + 75 + 100) / 3
    assert told.change == told.after - told.before
    assert (told.low, told.high, told.bounded) == (told.after, told.after, False)
    assert told.grades == {("top", "low"): 1, ("low", "low"): 1, ("top", "top"): 1}
    assert (told.grades_changed, told.outcomes_changed, told.unsure) == (1, 0, 0)
    assert [one.case.review_id for one in told.movers] == ["r2", "r1"]
    assert [(bar.start, bar.before, bar.after) for bar in told.bars if bar.before or bar.after] == [
        (50, 1, 0),
        (70, 0, 1),
        (80, 1, 1),
        (90, 1, 1),
    ]
    assert [(part.id, part.count) for part in told.sections] == [("all", 3)]
    assert [(part.id, part.count, part.before) for part in told.scenarios] == [("", 3, told.before)]
    assert [(note.id, note.count) for note in told.reworded] == [("b", 3)]
    assert (told.gaps, told.removed) == ((), ())


def test_nothing_to_sum_up() -> None:
    told = summarise(WhatIf(OLD, {1: OLD}).run([], NoProgress()))
    assert (told.count, told.before, told.change, told.movers) == (0, None, None, ())


def test_the_file_for_a_spreadsheet() -> None:
    new = {"id": "c", "text": "C", "answer": CHOICE}
    tried = WhatIf(rubric(items(new, weight=3)), {1: OLD}).run(sample(), NoProgress())
    lines = what_if_csv(tried).splitlines()
    assert lines[0].startswith("\ufeffreview,revision,interaction,title")
    assert lines[1] == (
        "r1,1,i-r1,'=Call,Li,North,2026-11-02T00:00:00.000Z,1,,87.5,81.25,-6.25,65,85,"
        "top,low,pass,pass,c:new,"
    )
    assert lines[4].endswith(",9,,87.5,,,,,top,,pass,,,version_changed")
    assert len(lines) == 5


def test_it_can_be_cancelled() -> None:
    class Stop:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        WhatIf(OLD, {1: OLD}).run(sample(), Stop())


@pytest.mark.parametrize(
    ("answer", "veto", "worst", "vetoed", "best"),
    [
        (SCALE, {"when": [5]}, "1", "5", "4"),
        (SCALE, None, "1", "1", "5"),
        ({"type": "points", "max": 10, "step": 2}, None, "0", "0", "10"),
        (
            {
                "type": "measure",
                "unit": "s",
                "bands": [{"up_to": 30, "score": 1}, {"up_to": 90, "score": 0.5}, {"score": 0}],
            },
            None,
            "91",
            "91",
            "30",
        ),
    ],
)
def test_extremes_of_numbers(
    answer: dict[str, Any], veto: dict[str, Any] | None, worst: str, vetoed: str, best: str
) -> None:
    item: dict[str, Any] = {"id": "x", "text": "X", "answer": answer}
    if veto:
        item["veto"] = {**veto, "scope": "item", "effect": "zero"}
    read: Callable[[Extreme], Answer] = lambda e: extreme_answer(rubric([item]).items()[0], e)  # noqa: E731
    found = [read(e).value for e in (Extreme.LOWEST, Extreme.VETOED, Extreme.HIGHEST)]
    assert found == [Fraction(worst), Fraction(vetoed), Fraction(best)]


def test_extremes_of_several_options() -> None:
    options = [
        {"id": "good", "title": "G", "score": 0.6},
        {"id": "fine", "title": "F", "score": 0.4},
        {"id": "rude", "title": "R", "score": -1},
    ]
    veto = {"when": ["rude"], "scope": "item", "effect": "zero"}
    item = {"id": "x", "text": "X", "answer": {"type": "multi", "options": options}, "veto": veto}
    read = rubric([item]).items()[0]
    assert extreme_answer(read, Extreme.HIGHEST).values == ("good", "fine")
    assert "rude" in (extreme_answer(read, Extreme.VETOED).values or ())
    assert extreme_answer(read, Extreme.LOWEST).values in ((), ("rude", "good", "fine"), ("rude",))
