"""The rubrics that ship are whole, in both languages, and score as their makers meant."""

from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.library import shipped_rubric, shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Choice, CommentRule, Measure, Multi, Note, Rubric, Scale
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import score

NAMES = ["process-inspection", "service-five-dimensions"]


def named(name: str) -> Rubric:
    found = shipped_rubric(name)
    assert found is not None
    return load_rubric(found[1], found[0])


def texts(rubric: Rubric) -> list[LocalText]:
    found = [rubric.title, *(part.title for part in (*rubric.grades, *rubric.sections))]
    found += [part.title for part in (*rubric.adjustments, *rubric.scenarios)]
    for item in rubric.items():
        found.append(item.text)
        if item.help is not None:
            found.append(item.help)
        found += [reason.title for reason in item.reasons]
        if isinstance(item.answer, Choice | Multi):
            found += [option.title for option in item.answer.options]
        if isinstance(item.answer, Scale):
            found += [text for _, text in item.answer.anchors]
    return found


def test_they_are_found() -> None:
    names = [name for name, _ in shipped_rubrics()]
    assert set(NAMES) <= {name.removesuffix(".yaml") for name in names}
    assert shipped_rubric("nothing") is None


@pytest.mark.parametrize("name", NAMES)
def test_each_is_whole_in_both_languages(name: str) -> None:
    rubric = named(name)
    assert rubric.id == name
    assert set(rubric.languages) == set(LANGUAGES)
    assert set(rubric.channels) == {"voice", "chat", "ticket"}
    for text in texts(rubric):
        by_language = dict(text.by_language)
        assert set(by_language) == set(LANGUAGES)
        assert any("\u4e00" <= c <= "\u9fff" for c in by_language["zh-CN"])
        assert not any("\u4e00" <= c <= "\u9fff" for c in by_language["en"])
    assert all(item.help is not None for item in rubric.items())
    assert [grade.title.to("zh-CN") for grade in rubric.grades] == ["优秀", "合格", "待改进"]


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
