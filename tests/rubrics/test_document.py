"""Edits of a rubric's file touch what is edited and not one byte besides."""

import difflib
from decimal import Decimal
from pathlib import Path

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.document import Document

SMALL = """\
# A form.
# 一份表。
schema: qa-rubric/1
id: small   # never changes
version: 1
title: {zh-CN: 表, en: Form}
channels: [voice]
languages: [zh-CN, en]

scoring: {aggregation: sectioned, pass_mark: 80}

sections:
  # About the beginning.
  - id: opening
    title: {zh-CN: 开场, en: Opening}
    weight: 60   # percent
    items:
      - id: greeting
        text: {zh-CN: 问候, en: 'Greeting: said'}
        help:
          zh-CN: >-
            接通后问候。
          en: >-
            Greets at once.
            Good: "Good morning".
            Bad: silence.
        answer: {type: scale, min: 1, max: 5}

      # Name and number.
      - id: name
        text: {zh-CN: 姓名, en: Name}
        answer:
          type: choice
          options:
            - {id: yes, title: {zh-CN: 有, en: There}, score: 1}   # fine
            # Half is not here.
            - {id: no, title: {zh-CN: 无, en: Missing}, score: 0}
        # weight: 3

  # ---- The rest ----

  - id: closing
    title: {zh-CN: 收尾, en: Closing}
    weight: 40
    items:
      - id: goodbye
        text: {zh-CN: 道别, en: Goodbye}
        answer: {type: points, max: 5}
bonus_cap: 5
# The end.
"""
GREETING = ("sections", 0, "items", 0)
NAME = ("sections", 0, "items", 1)


def changed(before: Document, after: Document) -> str:
    """The lines that went ("-") and came ("+")."""
    lines = difflib.unified_diff(before.text.splitlines(), after.text.splitlines(), n=0)
    return "\n".join(line for line in list(lines)[2:] if not line.startswith("@@"))


@pytest.fixture
def small() -> Document:
    document = Document.of(SMALL)
    assert document.problems == ()
    return document


def test_what_it_says(small: Document) -> None:
    assert small.rubric is not None
    assert small.rubric.id == "small"
    assert small.get(("sections", 0, "weight")) == Decimal(60)
    assert small.get((*NAME, "answer", "options", 1, "id")) == "no"
    assert small.get(("nowhere", 3)) is None


def test_a_number_keeps_the_comment_behind_it(small: Document) -> None:
    after = small.put(("sections", 0, "weight"), Decimal("62.5"))
    assert changed(small, after) == "-    weight: 60   # percent\n+    weight: 62.5   # percent"


def test_the_same_again_is_the_same_document(small: Document) -> None:
    assert small.put(("sections", 0, "weight"), 60) is small
    assert small.put((), small.data) is small


def test_of_a_text_in_two_languages_only_one_is_written(small: Document) -> None:
    after = small.put(("title",), {"zh-CN": "表", "en": "The form"})
    assert changed(small, after) == (
        "-title: {zh-CN: 表, en: Form}\n+title: {zh-CN: 表, en: The form}"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("yes", "yes"),
        ("Opening", "Opening"),
        ("您好：“请讲”", "您好：“请讲”"),
        ("12", "'12'"),
        ("true", "'true'"),
        ("~", "'~'"),
        ("0x1F", "'0x1F'"),
        ("a: b", "'a: b'"),
        ("a # b", "'a # b'"),
        ("a, b", "'a, b'"),
        ("[x]", "'[x]'"),
        ("- x", "'- x'"),
        ("@x", "'@x'"),
        ("it's", "it's"),
        ("'x'", "'''x'''"),
        (" x", "' x'"),
        ("\u3000x", "'\u3000x'"),
        ("a\tb", '"a\\tb"'),
        ("a\nb", '"a\\nb"'),
        ("\ufeff", '"\\ufeff"'),
        ("2026-10-01", "2026-10-01"),
    ],
)
def test_quotes_only_where_they_must_be(small: Document, text: str, written: str) -> None:
    after = small.put(("sections", 0, "title", "en"), text)
    assert f"    title: {{zh-CN: 开场, en: {written}}}\n" in after.text
    assert after.get(("sections", 0, "title", "en")) == text


def test_quotes_that_were_there_stay(small: Document) -> None:
    after = small.put((*GREETING, "text", "en"), "Greeting")
    assert "en: 'Greeting'}" in after.text


def test_a_folded_text_keeps_its_lines(small: Document) -> None:
    old = small.get((*GREETING, "help", "en"))
    assert isinstance(old, str)
    after = small.put((*GREETING, "help", "en"), old.replace("Greets at", "Greets them at"))
    assert changed(small, after) == (
        "-            Greets at once.\n+            Greets them at once."
    )


def test_a_text_of_several_lines(small: Document) -> None:
    after = small.put((*GREETING, "help", "zh-CN"), "第一行\n第二行")
    assert (
        "          zh-CN: >-\n            第一行\n\n            第二行\n          en:" in after.text
    )
    literal = small.put((*GREETING, "help", "zh-CN"), "第一行\n  - 缩进\n\n末行\n")
    assert (
        "zh-CN: |\n            第一行\n              - 缩进\n\n            末行\n" in literal.text
    )


def test_a_new_key_stands_where_it_usually_does(small: Document) -> None:
    after = small.put(("review_every",), "90d").put(("owner",), "王芳")
    assert changed(small, after) == "+review_every: 90d\n+owner: 王芳"
    assert "languages: [zh-CN, en]\nreview_every: 90d\nowner: 王芳\n\nscoring" in after.text
    weighed = small.put((*NAME, "weight"), 2)
    assert changed(small, weighed) == "+        weight: 2"
    assert "        text: {zh-CN: 姓名, en: Name}\n        weight: 2\n" in weighed.text
    rounded = small.put(("scoring", "rounding"), 1)
    assert "pass_mark: 80, rounding: 1}" in rounded.text
    floored = small.put(("scoring", "floor"), 0)
    assert "{aggregation: sectioned, floor: 0, pass_mark: 80}" in floored.text


def test_missing_tables_on_the_way_are_made(small: Document) -> None:
    after = small.put((*NAME, "veto", "scope"), "form").put((*NAME, "veto", "when"), ["no"])
    assert changed(small, after) == "+        veto: {when: [no], scope: form}"


def test_a_new_list_at_the_top_stands_apart(small: Document) -> None:
    after = small.put(("abilities",), [{"id": "calm", "title": {"zh-CN": "冷静", "en": "Calm"}}])
    assert (
        "\n\nabilities:\n  - {id: calm, title: {zh-CN: 冷静, en: Calm}}\n\nsections:" in after.text
    )


def test_an_item_comes_in_with_the_empty_line_of_its_neighbours(small: Document) -> None:
    item = {
        "id": "need",
        "text": {"zh-CN": "需求", "en": "Need"},
        "help": {"zh-CN": "短", "en": "Short"},
        "answer": {"type": "points", "max": 10},
    }
    after = small.insert(("sections", 0, "items"), 1, item)
    assert changed(small, after) == (
        "+      - id: need\n"
        "+        text: {zh-CN: 需求, en: Need}\n"
        "+        help:\n"
        "+          zh-CN: 短\n"
        "+          en: Short\n"
        "+        answer: {type: points, max: 10}\n"
        "+"
    )
    assert "answer: {type: points, max: 10}\n\n      # Name and number.\n      - id: name" in (
        after.text
    )


def test_an_element_goes_with_its_comments(small: Document) -> None:
    after = small.remove(NAME)
    gone = changed(small, after)
    assert "# Name and number." in gone
    assert "# weight: 3" in gone
    assert "# ---- The rest ----" not in gone
    assert all(line.startswith("-") for line in gone.splitlines())
    option = small.remove((*NAME, "answer", "options", 1))
    assert changed(small, option).count("\n") == 1
    assert "# Half" in changed(small, option)


def test_the_last_element_leaves_an_empty_list_that_can_be_filled(small: Document) -> None:
    empty = small.remove(("sections", 1, "items", 0))
    assert "    weight: 40\n    items: []\nbonus_cap: 5\n" in empty.text
    assert [problem.code for problem in empty.problems] == ["rubrics.empty_list"]
    item = small.get(("sections", 1, "items", 0))
    assert empty.insert(("sections", 1, "items"), 0, item).text == small.text


def test_a_list_that_is_not_there_is_begun(small: Document) -> None:
    after = small.insert((*NAME, "reasons"), 0, {"id": "hurry", "title": "In a hurry"})
    assert "        reasons:\n          - {id: hurry, title: In a hurry}\n" in after.text


def test_moving_within_a_list_takes_the_comments_along(small: Document) -> None:
    after = small.move(("sections", 0, "items"), 0, ("sections", 0, "items"), 1)
    assert sorted(after.text.splitlines()) == sorted(small.text.splitlines())
    assert "    items:\n      # Name and number.\n      - id: name\n" in after.text
    assert "        # weight: 3\n\n      - id: greeting\n" in after.text
    assert after.move(("sections", 0, "items"), 1, ("sections", 0, "items"), 0).text == small.text


def test_moving_to_another_section(small: Document) -> None:
    after = small.move(("sections", 0, "items"), 1, ("sections", 1, "items"), 0)
    assert "    items:\n      # Name and number.\n      - id: name\n" in after.text
    assert after.get(("sections", 1, "items", 0, "id")) == "name"
    assert after.text.count("# Name and number.") == 1
    assert "# ---- The rest ----" in after.text


def test_sections_move_past_a_heading_that_stays(small: Document) -> None:
    after = small.move(("sections",), 1, ("sections",), 0)
    assert after.text.index("- id: closing") < after.text.index("# ---- The rest ----")
    assert "# About the beginning.\n  - id: opening" in after.text


def test_a_key_is_renamed_in_its_place(small: Document) -> None:
    scenario = {"id": "s", "title": "S", "weights": {"opening": 50, "closing": 50}}
    before = small.insert(("scenarios",), 0, scenario)
    after = before.rename_key(("scenarios", 0, "weights", "opening"), "5")
    assert list(after.data["scenarios"][0]["weights"]) == ["5", "closing"]  # type: ignore[index,call-overload]  # it is a rubric
    with pytest.raises(ValueError, match="closing"):
        after.rename_key(("scenarios", 0, "weights", "5"), "closing")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(newline: str, mark: str) -> None:
    before = Document.of(mark + SMALL.replace("\n", newline).rstrip())
    after = before.put(("owner",), "Wu").put(("version",), 2).insert(("sections",), 2, {"id": "x"})
    assert after.text.startswith(mark + "# A form.")
    assert after.text.count("\n") == after.text.count(newline)
    assert after.get(("sections", 2, "id")) == "x"
    assert not after.text.endswith("\n")


def test_edits_go_on_while_there_are_errors(small: Document) -> None:
    broken = small.put(("version",), "two").put((*NAME, "answer", "type"), "guess")
    assert broken.rubric is None
    assert {p.code for p in broken.problems} == {
        "rubrics.expected_number",
        "rubrics.expected_one_of",
    }
    assert broken.problems[0].where.line == 5
    mended = broken.put(("version",), 1).put((*NAME, "answer", "type"), "choice")
    assert mended.text == small.text


def test_what_yaml_has_and_a_rubric_has_not_is_left_alone() -> None:
    before = Document.of(SMALL.replace("weight: 40", "weight: &w 40\n    again: *w"))
    assert {p.code for p in before.problems} >= {"rubrics.anchor", "rubrics.alias"}
    after = before.put(("version",), 2)
    assert changed(before, after) == "-version: 1\n+version: 2"
    assert "weight: &w 40\n    again: *w" in after.text


def test_a_text_that_is_no_yaml_can_only_be_edited_as_text(small: Document) -> None:
    broken = small.with_text(SMALL.replace("{aggregation", "{{aggregation"))
    assert broken.data is None
    assert broken.problems[0].where.line is not None
    with pytest.raises(ProblemError, match="edit_as_text"):
        broken.put(("version",), 2)
    assert broken.span(()) is None
    assert broken.with_text(SMALL).problems == ()


def test_paths_that_lead_nowhere(small: Document) -> None:
    for bad in (
        lambda: small.put(("sections", 7), {}),
        lambda: small.put(("version", "x"), 1),
        lambda: small.remove(("sections", 0, "veto")),
        lambda: small.insert(("title",), 0, 1),
        lambda: small.move(("sections",), 0, ("sections",), 5),
    ):
        with pytest.raises(KeyError):
            bad()


def test_places_in_the_text(small: Document) -> None:
    span = small.span((*NAME, "answer", "options", 0, "title"))
    assert span is not None
    assert small.text[span[0] : span[1]] == "title: {zh-CN: 有, en: There}"
    item = small.span(NAME)
    assert item is not None
    assert small.text[item[0] :].startswith("- id: name")
    assert small.path_at(small.text.index("# percent")) == ("sections", 0, "weight")
    assert small.path_at(small.text.index("Missing")) == (
        *(*NAME, "answer", "options", 1, "title", "en"),
    )
    assert small.path_at(0) == ()
    assert small.span(("nothing",)) is None


@pytest.mark.parametrize("name", ["service-five-dimensions", "process-inspection"])
def test_every_value_of_a_shipped_rubric_can_be_changed_and_back(
    rubrics_folder: Path, name: str
) -> None:
    before = Document.of((rubrics_folder / f"{name}.yaml").read_text(encoding="utf-8"))
    for item in range(3):
        for path in (("text", "en"), ("help", "zh-CN"), ("weight",), ("answer", "type")):
            at = ("sections", 0, "items", item, *path)
            old = before.get(at)
            if old is None:
                continue
            new = f"{old} und" if isinstance(old, str) else 7
            after = before.put(at, new)
            assert after.get(at) == new
            assert after.put(at, old).text == before.text
