"""Ids for new parts, and other ids for old ones everywhere where they are named."""

from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import run_examples
from qa_desktop.rubrics.ids import ids_in, new_id, new_item_id, rename_id, slug_of

TEXT = """\
schema: qa-rubric/1
id: form
version: 1
title: Form
channels: [voice]
languages: [en]
scoring: {aggregation: sectioned, pass_mark: 50}
grades:
  - {id: good, min: 50, title: Good}   # good
  - {id: bad, min: 0, title: Bad}
abilities: [{id: calm, title: Calm}]
sections:
  - id: good
    title: One
    weight: 60
    items:
      - id: asked
        text: Asked
        abilities: [calm]
        answer:
          type: choice
          options: [{id: yes, title: Y, score: 1}, {id: no, title: N, score: 0}]
        veto: {when: [no], scope: item, effect: zero}
      - id: how
        text: How
        answer: {type: multi, options: [{id: yes, title: Y, score: 1}]}
        show_if: {item: asked, in: [yes]}   # only then
  - id: two
    title: Two
    weight: 40
    items:
      - {id: last, text: Last, answer: {type: points, max: 5}, show_if: {item: asked, in: [yes]}}
adjustments: [{id: plus, kind: bonus, points: 2, title: Plus}]
scenarios:
  - {id: calm, title: Calm, weights: {good: 50}}
examples:
  - id: fine
    title: Fine
    given:
      scenario: calm
      answers: {asked: {value: yes}, how: {values: [yes]}, last: {value: 5}}
      adjustments: {plus: 1}
    expect: {score: 100, grade: good, sections: {good: 100}}
"""


@pytest.fixture
def form() -> Document:
    document = Document.of(TEXT)
    assert document.problems == ()
    return document


def said(document: Document, *path: str | int) -> Any:
    return document.get(path)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Correct greeting!", "correct-greeting"),
        ("Don't guess", "dont-guess"),
        ("Café für alle", "cafe-fur-alle"),
        ("问候", ""),
        ("问候 greeting", ""),
        ({"zh-CN": "问候", "en": "Greeting"}, "greeting"),
        ({"zh-CN": "问候"}, ""),
        ("100 %", ""),
        ("", ""),
        (None, ""),
        (
            "A very long title that would go on and on for ever",
            "a-very-long-title-that-would-go-on-and",
        ),
    ],
)
def test_slugs(title: object, slug: str) -> None:
    assert slug_of(title) == slug


def test_new_ids_are_unlike_all_others(form: Document) -> None:
    assert new_item_id(form, "Asked") == "asked-2"
    assert new_item_id(form, {"en": "Last"}, taken=["last-2"]) == "last-3"
    assert new_item_id(form, "问候") == "item-4"
    assert new_item_id(form, "问候", taken=["item-5"]) == "item-6"
    assert new_id(form, ("sections",), "") == "section-3"
    assert new_id(form, ("sections", 0, "items", 0, "answer", "options"), "是") == "option-3"
    assert new_id(form, ("examples",), "Fine") == "fine-2"
    assert new_id(Document.of("a: 1"), ("scenarios",)) == "scenario-1"
    assert ids_in(form, ("sections", 1, "items")) == ["asked", "how", "last"]


def test_an_item_is_renamed_wherever_it_is_named(form: Document) -> None:
    after = rename_id(form, ("sections", 0, "items", 0), "question")
    assert after.problems == ()
    assert said(after, "sections", 0, "items", 1, "show_if", "item") == "question"
    assert said(after, "sections", 1, "items", 0, "show_if", "item") == "question"
    assert list(said(after, "examples", 0, "given", "answers")) == ["question", "how", "last"]
    assert "show_if: {item: question, in: [yes]}   # only then\n" in after.text
    assert after.text.count("asked") == 0
    assert rename_id(after, ("sections", 0, "items", 0, "id"), "asked").text == form.text


def test_an_option_only_where_it_is_this_one(form: Document) -> None:
    options = ("sections", 0, "items", 0, "answer", "options")
    after = rename_id(rename_id(form, (*options, 0), "done"), (*options, 1), "undone")
    assert after.problems == ()
    assert said(after, "sections", 0, "items", 0, "veto", "when") == ["undone"]
    assert said(after, "sections", 0, "items", 1, "show_if", "in") == ["done"]
    assert said(after, "examples", 0, "given", "answers", "asked", "value") == "done"
    assert said(after, "examples", 0, "given", "answers", "how", "values") == ["yes"]
    assert said(after, "sections", 0, "items", 1, "answer", "options", 0, "id") == "yes"


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("sections", 0), ("scenarios", 0, "weights", "new")),
        (("sections", 0), ("examples", 0, "expect", "sections", "new")),
        (("adjustments", 0), ("examples", 0, "given", "adjustments", "new")),
    ],
)
def test_keys_are_renamed(form: Document, path: tuple[str | int, ...], named: Any) -> None:
    assert rename_id(form, path, "new").get(named) is not None


def test_grades_abilities_and_scenarios(form: Document) -> None:
    after = rename_id(form, ("grades", 0), "top")
    after = rename_id(after, ("abilities", 0), "patience")
    after = rename_id(after, ("scenarios", 0), "quiet")
    assert said(after, "examples", 0, "expect", "grade") == "top"
    assert said(after, "sections", 0, "id") == "good"
    assert said(after, "sections", 0, "items", 0, "abilities") == ["patience"]
    assert said(after, "examples", 0, "given", "scenario") == "quiet"
    rubric = after.rubric
    assert rubric is not None
    assert [run.passed for run in run_examples(rubric)] == [True]


@pytest.mark.parametrize(
    ("path", "new", "code"),
    [
        (("sections", 0, "items", 0), "how", "rubrics.id_taken"),
        (("sections", 0, "items", 0), "last", "rubrics.id_taken"),
        (("sections", 0, "items", 0), "a b", "rubrics.bad_id"),
        (("sections", 0, "items", 0), "", "rubrics.bad_id"),
        ((), "Form", "rubrics.bad_rubric_id"),
    ],
)
def test_ids_that_can_not_be(form: Document, path: Any, new: str, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        rename_id(form, path, new)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_rubric_itself(form: Document) -> None:
    after = rename_id(form, (), "other-form")
    assert after.text == TEXT.replace("id: form", "id: other-form")
    assert rename_id(form, (), "form") is form


def test_of_two_with_one_id_only_the_one_is_renamed(form: Document) -> None:
    twice = form.put(("sections", 1, "items", 0, "id"), "asked")
    after = rename_id(twice, ("sections", 1, "items", 0), "new")
    assert said(after, "sections", 0, "items", 1, "show_if", "item") == "asked"


def test_shipped_rubrics_keep_their_examples_whatever_is_renamed(rubrics_folder: Path) -> None:
    for file in sorted(rubrics_folder.glob("*.yaml"))[:3]:
        document = Document.of(file.read_text(encoding="utf-8"))
        for index, section in enumerate(said(document, "sections")):
            document = rename_id(document, ("sections", index), f"renamed-{index}")
            for number in range(0, len(section["items"]), 3):
                path = ("sections", index, "items", number)
                document = rename_id(document, path, f"item-{index}-{number}")
        rubric = document.rubric
        assert rubric is not None
        assert all(run.passed for run in run_examples(rubric))
