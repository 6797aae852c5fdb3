"""Every kind of mistake in a rubric file is told, with its place."""

import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.rubrics.loader import MAX_PROBLEMS, load_rubric, rubric_from_mapping
from qa_desktop.rubrics.model import Choice, CommentRule, NaKind, Scale

HERE = Path(__file__).parent
GOOD = (HERE / "good.yaml").read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The rows of a tab-separated file; \\n stands for a line's end."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if not line.startswith("#")]


def problems_of(source: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemError) as caught:
        load_rubric(source, "file.yaml")
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert wording(language).line(problem)
    return caught.value.problems


def told(source: bytes | str) -> list[str]:
    """Each problem as "code line:column path"."""
    return [
        f"{p.code.removeprefix('rubrics.')} {p.where.line}:{p.where.column} {p.where.path}"
        for p in problems_of(source)
    ]


def test_a_good_file() -> None:
    rubric = load_rubric(GOOD, "good.yaml")
    first, second, third = rubric.items()
    assert isinstance(first.answer, Choice)
    assert [option.id for option in first.answer.options] == ["yes", "no"]
    assert isinstance(second.answer, Scale)
    assert [value for value, _ in second.answer.anchors] == [5, 1]
    assert second.weight == Fraction(13, 20)
    assert (third.comment, third.na_allowed) == (CommentRule.OPTIONAL, True)
    assert rubric.title.to("zh-CN") == "好"
    assert rubric.scoring.na.kind is NaKind.EXCLUDE
    assert load_rubric(b"\xef\xbb\xbf" + GOOD.encode(), "bom.yaml") == rubric


@pytest.mark.parametrize(("old", "new", "expected"), table("mistakes.tsv"))
def test_one_mistake(old: str, new: str, expected: str) -> None:
    assert GOOD.count(old) >= 1
    assert expected in told(GOOD.replace(old, new, 1))
    assert len(told(GOOD.replace(old, new, 1))) == 1


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("effective: {from: 2026-10-02, until: 2026-10-01}", "days_order 28:38 effective.until"),
        ("effective: {from: 2026-02-30}", "expected_day 28:19 effective.from"),
        ("review_every: soon", "bad_duration 28:15 review_every"),
        ("bonus_cap: -1", "too_small 28:12 bonus_cap"),
        ("--- {}", "several_documents 28:1 None"),
        ("a: b: c", "syntax 28:5 a"),
        ("\ta: b", "tab 28:1 None"),
        ("? [a]\n: b", "key_not_text 28:3 None"),
        ('x: "\\UFFFFFFFF"', "syntax 28:1 x"),
    ],
)
def test_one_line_too_many(added: str, expected: str) -> None:
    found = told(GOOD + added)
    assert any(line.startswith(expected.rsplit(" ", 2)[0]) for line in found), found
    if not expected.startswith(("tab", "syntax")):
        assert expected in found


@pytest.mark.parametrize(("item", "expected"), table("item_mistakes.tsv"))
def test_one_item(item: str, expected: str) -> None:
    note = "      - {id: note, text: Note, answer: {type: note}}\n"
    added = f"{note}      - {{id: last, text: Last, {item}}}\nadjustments"
    found = problems_of(GOOD.replace("adjustments", added, 1))
    assert [problem.code for problem in found] == [f"rubrics.{expected}"]
    assert str(found[0].where.path).startswith("sections[0].items[4]")
    assert found[0].where.line == 27


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    bad = (
        GOOD.replace("version: 2", "version: two")
        .replace("weight: 0.65", "weight: .inf")
        .replace("score: 0}]}\n        veto", "score: zero}]}\n        veto")
        .replace("in: [yes]", "in: [*x]")
        .replace("times: 2", "tiems: 2")
    )
    assert told(bad) == [
        "expected_number 3:10 version",
        "expected_number 16:99 sections[0].items[0].answer.options[1].score",
        "not_finite 20:17 sections[0].items[1].weight",
        "alias 22:37 sections[0].items[1].show_if.in[0]",
        "misspelt_key 26:50 adjustments[0].tiems",
    ]


def test_not_utf8_says_where() -> None:
    (problem,) = problems_of(GOOD.encode("gb18030"))
    assert problem.code == "rubrics.not_utf8"
    assert (problem.where.line, problem.where.column) == (4, 16)


def test_empty_and_large() -> None:
    assert told("") == ["empty_file 1:1 None"]
    assert told("# nothing\n") == ["empty_file 1:1 None"]
    assert told(b" " * 1_000_001) == ["file_too_large None:None None"]
    assert told("- a")[0].startswith("expected_table 1:1")


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[", "[\n", "- ", "? ", "a: ", "&a ", "!!python/object/apply:os.system "),
        *('"', '"a": ', "- a\n", "- [a]\n", "a: 1\n", "\0", "---\n", "a: [", "9", "'"),
        *("\ud800", "|\n", "*a "),
    ],
)
def test_hostile_files_are_refused_quickly(text: str) -> None:
    source = (text * (200_000 // len(text))).encode("utf-8", "surrogatepass")
    begun = time.process_time()
    found = problems_of(source)
    assert time.process_time() - begun < 2
    assert 1 <= len(found) <= MAX_PROBLEMS + 1


@pytest.mark.parametrize("version", ["1.1", "1.3", "1.0", "1.25"])
def test_other_versions_of_yaml_are_refused(version: str) -> None:
    found = problems_of(f"%YAML {version}\n---\n{GOOD}")
    assert [(p.code, p.values["version"]) for p in found] == [("rubrics.yaml_version", version)]


def test_laughs_are_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert any(line.startswith("alias 9:") for line in told("\n".join(lines)))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.65", "0.65"), ("1e1", "10"), ("0x10", "16"), ("0o17", "15"), ("+7", "7"), (".5", "0.5")],
)
def test_numbers_of_yaml_1_2(text: str, value: str) -> None:
    rubric = load_rubric(GOOD.replace("weight: 0.65", f"weight: {text}"), "x")
    assert rubric.items()[1].weight == Fraction(value)


def test_mappings_hold_any_number(small: dict[str, Any]) -> None:
    hashes = set()
    for weight in (Decimal("0.10"), 0.1, Decimal("1E-1")):
        small["sections"][0]["weight"] = weight
        rubric = rubric_from_mapping(small, "x")
        assert rubric.sections[0].weight == Fraction(1, 10)
        hashes.add(rubric.content_hash)
    assert len(hashes) == 1
    deep: Any = 1
    for _ in range(30):
        deep = [deep]
    for wrong in (float("inf"), Decimal("NaN"), 10**50, Decimal("0.1234567890123456"), deep):
        small["sections"][0]["weight"] = wrong
        with pytest.raises(ProblemError) as caught:
            rubric_from_mapping(small, "x")
        assert str(caught.value.problems[0].where.path).startswith("sections[0].weight")
