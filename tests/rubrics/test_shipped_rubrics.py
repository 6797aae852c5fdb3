"""The rubrics that ship are whole, in both languages, and score as their makers meant."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.consistency import possible
from qa_desktop.rubrics.diff import ChangeKind, diff_rubrics
from qa_desktop.rubrics.examples import example_problems
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.library import earlier_rubrics, shipped_rubric, shipped_rubrics
from qa_desktop.rubrics.lint import lint
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import (
    Aggregation,
    Answer,
    Choice,
    CommentRule,
    Measure,
    Note,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scenarios import matching_scenario, section_weights
from qa_desktop.rubrics.scoring import score
from qa_desktop.rubrics.visibility import visible_items

NAMES = {
    "after-sales": ("voice chat ticket", 1),
    "chat-service": ("chat", 1),
    "compliance-critical": ("voice chat ticket", 1),
    "mystery-shopper": ("voice chat", 1),
    "process-inspection": ("voice chat ticket", 2),
    "service-five-dimensions": ("voice chat ticket", 2),
    "ticket-handling": ("ticket", 1),
}


def named(name: str) -> Rubric:
    found = shipped_rubric(name)
    assert found is not None
    return load_rubric(found[1], found[0])


def test_they_are_found() -> None:
    assert sorted(NAMES) == [name.removesuffix(".yaml") for name, _ in shipped_rubrics()]
    assert shipped_rubric("nothing") is None
    assert named("process-inspection-1").version == 1


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_worked_with_tomorrow(name: str) -> None:
    rubric = named(name)
    channels, version = NAMES[name]
    assert (rubric.id, rubric.version) == (name, version)
    assert set(rubric.languages) == set(LANGUAGES)
    assert rubric.channels == tuple(channels.split())
    assert rubric.review_every
    assert [grade.title.to("zh-CN") for grade in rubric.grades][1:] == ["合格", "待改进"]
    if rubric.scoring.aggregation is Aggregation.SECTIONED:
        assert sum(section.weight for section in rubric.sections) == 100
    for item in rubric.items():
        assert item.help is not None, item.id
        if isinstance(item.answer, Note) or not item.weight:
            continue
        assert item.abilities, item.id
        assert item.comment in (CommentRule.BELOW, CommentRule.ALWAYS), item.id
        if isinstance(item.answer, Scale):
            assert [value for value, _ in item.answer.anchors] == [5, 3, 1], item.id
        if item.veto is not None:
            assert not item.na_allowed, item.id
            assert item.critical, item.id


@pytest.mark.parametrize("name", NAMES)
def test_its_examples_hold(name: str) -> None:
    """A very good one, a typical one, and one that goes wrong; by hand in the file's comments."""
    rubric = named(name)
    assert example_problems(rubric) == ()
    results = [score(rubric, example.given) for example in rubric.examples]
    assert len(results) >= 3
    assert all(not result.missing for result in results)
    assert (results[0].score, results[0].outcome) == (100, "pass")
    assert results[1].outcome == "pass"
    assert any(result.outcome == "fail" for result in results)
    has_vetoes = any(item.veto for item in rubric.items())
    assert any(result.vetoes for result in results) == has_vetoes
    for example in rubric.examples:
        assert example.expect.score is not None
        assert example.expect.grade
        assert example.expect.outcome


# What is meant: the design gives resolution 40 in a complaint and a veto to the record alone.
MEANT = {
    "service-five-dimensions": ["pass_mark_one_item_scenario", *["critical_without_veto"] * 2],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_quality_lead_has_nothing_to_say(name: str) -> None:
    assert [advice.code for advice in lint(named(name))] == MEANT.get(name, [])


def test_a_shipped_version_never_changes() -> None:
    """Those who published it have the same content. To change one, raise its version, keep the
    old file in rubrics/earlier and add a line to the table."""
    files = (*shipped_rubrics(), *earlier_rubrics())
    rubrics = [load_rubric(source, name) for name, source in files]
    shipped = {(r.id, str(r.version), r.content_hash.removeprefix("sha256:")) for r in rubrics}
    rows = (Path(__file__).parent / "shipped_versions.tsv").read_text("utf-8").splitlines()
    assert shipped == {tuple(row.split("\t")) for row in rows}


@pytest.mark.parametrize("name", ["service-five-dimensions", "process-inspection"])
def test_version_2_scores_as_version_1(name: str) -> None:
    old, new = named(f"{name}-1"), named(name)
    for example in new.examples:
        before, after = score(old, example.given), score(new, example.given)
        assert (before.score, before.grade) == (after.score, after.grade)


def test_version_2_of_the_five_dimensions_reads_as_what_it_adds() -> None:
    """Guidance that was only broken into lines is counted, and hides nothing."""
    changes = diff_rubrics(named("service-five-dimensions-1"), named("service-five-dimensions"))
    assert {change.kind for change in changes} == {ChangeKind.ADDED, ChangeKind.SETTINGS}
    assert {change.what for change in changes if change.kind is ChangeKind.ADDED} == {
        "ability",
        "example",
    }
    spaced = [change for change in changes if change.field == "spacing"]
    assert [(change.what, change.old) for change in spaced] == [("rubric", "0")]
    assert {c.field for c in changes if c.kind is ChangeKind.SETTINGS} == {"abilities", "spacing"}


def test_after_sales_has_dated_weights() -> None:
    rubric = named("after-sales")
    dated = {s.id: (s.active_from, s.active_until) for s in rubric.scenarios if s.active_from}
    assert set(dated) == {"launch", "after-promotion"}
    day = date(2026, 11, 20)
    chosen = matching_scenario(rubric, ["大促"], day)
    assert chosen is not None
    assert chosen.id == "after-promotion"
    assert section_weights(rubric, "after-promotion")["processing"] == 40
    assert matching_scenario(rubric, ["大促"], date(2027, 1, 1)) is None


def test_critical_errors_are_told_apart_by_class() -> None:
    rubric = named("compliance-critical")
    items = [item for item in rubric.items() if item.critical]
    assert {item.critical for item in items} == {"customer", "business", "compliance"}
    for item in items:
        assert isinstance(item.answer, Choice)
        assert [option.id for option in item.answer.options] == ["yes", "no"]
        assert item.veto is not None
        assert item.veto.when == ("no",)


@pytest.mark.parametrize(("name", "source"), [("chat-service", 30), ("ticket-handling", 4)])
def test_the_first_response_is_measured(name: str, source: int) -> None:
    measures = [i.answer for i in named(name).items() if isinstance(i.answer, Measure)]
    first = next(measure for measure in measures if measure.source == "first-response")
    assert first.bands[0].up_to == source


def test_every_script_of_the_mystery_shopper_comes_to_100() -> None:
    rubric = named("mystery-shopper")
    for script in ("buy", "problem", "leave"):
        shown = visible_items(
            rubric,
            {"script": Answer(value=script), "challenge-posed": Answer(value="yes")},
        )
        asked = [item for item in rubric.items() if item.id in shown]
        assert sum(possible(item, pooled=True) for item in asked) == 100


def test_five_dimensions_has_what_was_asked_for() -> None:
    rubric = named("service-five-dimensions")
    assert len(rubric.sections) == 5
    assert 12 <= len(rubric.items()) <= 15
    items = {item.id: item for item in rubric.items()}
    veto = items["record"].veto
    assert veto is not None
    assert (veto.when, veto.scope, veto.effect) == (("missing",), "form", "zero")
    measure = items["soothing-time"].answer
    assert isinstance(measure, Measure)
    assert [band.up_to for band in measure.bands] == [30, 90, None]
    assert measure.source == "first-soothing-reply"
    assert {item.critical for item in rubric.items()} >= {"customer", "business", "compliance"}
    assert [(s.id, dict(s.weights)) for s in rubric.scenarios] == [
        ("complaint", {"resolution": 40})
    ]
    assert [a.id for a in rubric.adjustments if a.steps] == ["alternative"]
    for item in rubric.items():
        if isinstance(item.answer, Scale):
            assert [value for value, _ in item.answer.anchors] == [5, 3, 1]
            assert item.comment is CommentRule.BELOW


def test_process_inspection_has_what_was_asked_for() -> None:
    rubric = named("process-inspection")
    assert len(rubric.sections) == 4
    scored = [item for item in rubric.items() if not isinstance(item.answer, Note)]
    assert len(scored) == 8
    notes = {item.id: item for item in rubric.items() if isinstance(item.answer, Note)}
    for item in scored:
        assert isinstance(item.answer, Scale)
        assert (item.answer.min, item.answer.max) == (1, 5)
        assert [value for value, _ in item.answer.anchors] == [5, 3, 1]
        note = notes[f"{item.id}-improvement"]
        assert note.show_if is not None
        assert (note.show_if.item, note.show_if.values) == (item.id, (1, 2, 3))


def graded(rubric: Rubric, answers: dict[str, Any], **more: Any) -> Result:
    return score(rubric, given_from_json({"answers": answers, **more}, rubric))


BEST = {
    "opening": {"value": "complete"},
    "identity": {"na": True},
    "record": {"value": "complete"},
    "correct-answer": {"value": 5},
    "completeness": {"values": ["conditions", "timeframe", "customer-steps"]},
    "system-entry": {"value": "correct"},
    "expression": {"value": 5},
    "listening": {"value": 5},
    "displeasure": {"value": "yes"},
    "soothing-time": {"value": 30},
    "first-contact": {"value": "yes"},
    "efficiency": {"value": 5},
    "anticipate": {"value": 5},
    "closing": {"value": "complete"},
}


def test_five_dimensions_by_hand() -> None:
    rubric = named("service-five-dimensions")
    best = graded(rubric, BEST)
    assert (best.score, best.grade, best.outcome) == (100, "excellent", "pass")
    late = graded(rubric, BEST | {"soothing-time": {"value": 44.5}})
    # One of five parts of a section of 20 at half: 20 / 5 / 2.
    assert late.score == 98
    calm = {name: answer for name, answer in BEST.items() if name != "soothing-time"}
    calm["displeasure"] = {"value": "no"}
    assert graded(rubric, calm).hidden == ("soothing-time",)
    assert graded(rubric, calm).score == 100
    unrecorded = graded(rubric, BEST | {"record": {"value": "missing"}})
    assert (unrecorded.score, unrecorded.grade, unrecorded.outcome) == (0, "improve", "fail")
    assert unrecorded.score_before_veto == 75 + 25 * Fraction(1, 3)
    complaint = graded(rubric, BEST | {"first-contact": {"value": "no"}}, scenario="complaint")
    assert complaint.score == 60 + Fraction(40, 3)
    lifted = graded(rubric, BEST | {"correct-answer": {"value": 1}}, adjustments={"alternative": 1})
    assert (lifted.score, lifted.grade) == (Fraction("87.5"), "excellent")


def test_process_inspection_by_hand() -> None:
    rubric = named("process-inspection")
    scored = [item.id for item in rubric.items() if not isinstance(item.answer, Note)]
    for value, expected, grade in ((5, 100, "excellent"), (4, 80, "qualified"), (3, 60, "improve")):
        result = graded(rubric, {name: {"value": value} for name in scored})
        assert (result.score, result.grade) == (expected, grade)
