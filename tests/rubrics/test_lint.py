"""Advice: nothing on a clean rubric, and each piece on one that gives the reason for it."""

import ast
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.rubrics.advice import Advice
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import run_examples
from qa_desktop.rubrics.lint import lint
from qa_desktop.rubrics.tree import path_text

HERE = Path(__file__).parent
ROOM = HERE.parents[1] / "qa_desktop" / "rubrics"
CLEAN = Document.of((HERE / "clean.yaml").read_text(encoding="utf-8"))
FIRST: tuple[Any, ...] = ("sections", 0, "items")
SECOND: tuple[Any, ...] = ("sections", 1, "items")
TONE, MOVED, TOLD = (*FIRST, 0), (*FIRST, 1), (*FIRST, 2)
PARTS, WAIT, EXTRA, NOTE = (*SECOND, 0), (*SECOND, 1), (*SECOND, 2), (*SECOND, 3)
GONE = object()
BOTH = {"zh-CN": "甲", "en": "Anew"}


def edited(*changes: tuple[tuple[Any, ...], Any]) -> Document:
    document = CLEAN
    for path, value in changes:
        if value is GONE:
            document = document.remove(path)
        elif isinstance(path[-1], int) and document.get(path) is None:
            document = document.insert(path[:-1], path[-1], value)
        else:
            document = document.put(path, value)
    return document


def advice_on(document: Document) -> dict[str, Advice]:
    assert document.problems == ()
    assert document.rubric is not None
    return {f"{said.code} {path_text(said.path)}".strip(): said for said in lint(document.rubric)}


def item(name: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "text": {"zh-CN": f"新{name}", "en": f"New {name}"},
        "help": BOTH,
        "abilities": ["calm"],
        "answer": {"type": "points", "max": 1},
        **more,
    }


def test_nothing_to_say_of_a_clean_rubric() -> None:
    assert advice_on(CLEAN) == {}
    assert CLEAN.rubric is not None
    assert all(run.passed for run in run_examples(CLEAN.rubric))


# What is changed, and all that is then said.
CASES: list[tuple[list[tuple[tuple[Any, ...], Any]], set[str]]] = [
    ([(("review_every",), GONE), (("owner",), GONE)], {"review_every_missing"}),
    ([(("review_every",), GONE)], {"review_every_missing", "owner_never_reminded owner"}),
    ([(("examples",), [])], {"examples_missing"}),
    (
        [
            (("abilities",), GONE),
            *(((*i, "abilities"), []) for i in (TONE, TOLD, PARTS, WAIT, EXTRA)),
        ],
        {"abilities_missing"},
    ),
    ([(("abilities", 1), {"id": "wit", "title": BOTH})], {"ability_unused abilities[1]"}),
    ([((*TONE, "abilities"), [])], {"item_without_ability sections[0].items[0]"}),
    (
        [(("scoring", "pass_mark"), 0)],
        {"pass_mark_zero scoring.pass_mark"},
    ),
    (
        [(("scoring", "pass_mark"), 100), (("grades", 0, "min"), 100)],
        {"pass_mark_perfect scoring.pass_mark"},
    ),
    (
        [(("scoring", "pass_mark"), 70), (("grades", 0, "min"), 70)],
        {"pass_mark_one_item scoring.pass_mark"},
    ),
    (
        [(("scenarios", 0, "weights", "first"), 65)],
        {"pass_mark_one_item_scenario scenarios[0].weights"},
    ),
    ([(("scoring", "pass_mark"), 50)], {"pass_mark_inside_grade scoring.pass_mark"}),
    (
        [(("grades",), GONE), (("examples", 0, "expect", "grade"), GONE)],
        {"grades_missing", "grade_lift_without_grades adjustments[2]"},
    ),
    ([(("grades", 2), {"id": "top", "min": 101, "title": BOTH})], {"grade_unreachable grades"}),
    (
        [(("grades", 2), {"id": "half", "min": 59.999, "title": BOTH})],
        {"grade_unreachable grades"},
    ),
    ([(("adjustments", 0), GONE)], {"bonus_cap_unused bonus_cap"}),
    ([(("adjustments", 1, "points"), 0)], {"adjustment_of_nothing adjustments[1].points"}),
    ([(("bonus_cap",), 1)], {"bonus_over_cap adjustments[0].points"}),
    ([(("bonus_cap",), 3)], {"bonus_times_over_cap adjustments[0].times"}),
    ([(("adjustments", 1, "times"), 21)], {"deductions_past_floor adjustments"}),
    (
        [(("scoring", "aggregation"), "pooled_points"), ((*EXTRA, "weight"), 3)],
        {"item_weight_unused sections[1].items[2].weight"},
    ),
    ([((*WAIT, "weight"), 0)], {"item_weighs_nothing sections[1].items[1].weight"}),
    (
        [(("sections", 1, "weight"), 0), (("scenarios",), GONE)],
        {
            "section_weighs_nothing sections[1].weight",
            "pass_mark_one_item scoring.pass_mark",
        },
    ),
    (
        [((*i, "answer"), {"type": "note"}) for i in (PARTS, WAIT, EXTRA)]
        + [(("examples", 0, "given", "answers"), {})],
        {"section_never_counts sections[1].weight", "pass_mark_one_item scoring.pass_mark"},
    ),
    (
        [(("scenarios", 0, "weights", "first"), 100)],
        {
            "scenario_leaves_nothing scenarios[0].weights",
            "pass_mark_one_item_scenario scenarios[0].weights",
        },
    ),
    (
        [(("scoring", "aggregation"), "weighted")],
        {
            "section_weights_unused scoring.aggregation",
            "scenario_weights_unused scenarios[0].weights",
        },
    ),
    (
        [((*SECOND, 4), item("late", show_if={"item": "extra", "in": [0.25]}))],
        {"item_unreachable sections[1].items[4].show_if"},
    ),
    (
        [((*MOVED, "show_if"), {"item": "extra", "in": [1]})],
        {"condition_below sections[0].items[1].show_if.item"},
    ),
    (
        [((*EXTRA, "show_if"), {"item": "wait", "in": [30]})],
        {"condition_on_measure sections[1].items[2].show_if.in"},
    ),
    (
        [((*TOLD, "show_if", "in"), ["yes", "maybe"])],
        {"condition_partly_never sections[0].items[2].show_if.in[1]"},
    ),
    (
        [((*MOVED, "na"), "not-allowed"), ((*TOLD, "show_if", "in"), ["yes", "no"])],
        {"condition_always sections[0].items[2].show_if.in"},
    ),
    (
        [((*EXTRA, "veto"), {"when": [0.25], "scope": "item", "effect": "zero"})],
        {"veto_unreachable sections[1].items[2].veto"},
    ),
    ([((*TOLD, "na"), "allowed")], {"veto_allows_na sections[0].items[2].na"}),
    ([((*TOLD, "veto", "count"), 2)], {"veto_count sections[0].items[2].veto.count"}),
    (
        [((*TOLD, "veto", "scope"), "item"), ((*TOLD, "veto", "count"), 2)],
        {"veto_count_of_item sections[0].items[2].veto.count"},
    ),
    (
        [((*TOLD, "veto", "when"), ["yes", "partly", "no"])],
        {"veto_always sections[0].items[2].veto.when"},
    ),
    ([((*TONE, "answer", "anchors"), GONE)], {"anchors_missing sections[0].items[0].answer"}),
    (
        [((*TONE, "answer", "anchors", "1"), GONE)],
        {"anchor_ends_missing sections[0].items[0].answer.anchors"},
    ),
    (
        [((*MOVED, "answer", "options", 1), GONE)],
        {"one_option sections[0].items[1].answer.options"},
    ),
    (
        [((*TOLD, "answer", "options", n, "score"), 1) for n in range(3)],
        {"options_same_score sections[0].items[2].answer.options"},
    ),
    (
        [((*TOLD, "answer", "options", 1, "score"), 0)],
        {"options_share_score sections[0].items[2].answer.options[2].score"},
    ),
    (
        [((*PARTS, "answer", "options", 3), {"id": "none", "title": BOTH, "score": 0})],
        {"option_changes_nothing sections[1].items[0].answer.options[3].score"},
    ),
    (
        [((*PARTS, "answer", "options", 0, "score"), 0.25)],
        {"never_full sections[1].items[0].answer.options"},
    ),
    (
        [((*TOLD, "answer", "options", 0, "score"), 0.75)],
        {"never_full sections[0].items[2].answer.options"},
    ),
    (
        [((*WAIT, "answer", "bands", 0, "score"), 0.75)],
        {"never_full sections[1].items[1].answer.bands"},
    ),
    (
        [((*WAIT, "answer", "bands", 0), GONE)],
        {"measure_one_band sections[1].items[1].answer.bands"},
    ),
    (
        [((*WAIT, "answer", "bands", 0, "score"), 0)],
        {"measure_same_scores sections[1].items[1].answer.bands"},
    ),
    ([((*TONE, "comment"), "never")], {"reasons_without_comment sections[0].items[0].comment"}),
    (
        [((*NOTE, "reasons"), [{"id": n, "title": {"zh-CN": n * 2, "en": n}} for n in "xy"])],
        {"reasons_on_note sections[1].items[3].reasons"},
    ),
    (
        [((*TONE, "comment", "required_below"), 0)],
        {"comment_never_due sections[0].items[0].comment"},
    ),
    ([((*TONE, "reasons", 1), GONE)], {"one_reason sections[0].items[0].reasons"}),
    ([((*TONE, "critical"), "customer")], {"critical_without_veto sections[0].items[0].critical"}),
    (
        [((*SECOND, n), item(f"n{n}")) for n in range(4, 14)],
        {"too_many_items sections"},
    ),
    ([((*WAIT, "help"), GONE)], {"help_missing sections[1].items[1]"}),
    (
        [((*EXTRA, "text"), {"zh-CN": "详情", "en": "TONE?"})],
        {"items_same_words sections[1].items[2].text"},
    ),
    (
        [(("sections", 1, "title"), {"zh-CN": "第 一", "en": "first."})],
        {"sections_same_words sections[1].title"},
    ),
    (
        [((*MOVED, "answer", "options", 1, "title", "zh-CN"), "是！")],
        {"options_same_words sections[0].items[1].answer.options[1].title"},
    ),
    ([(("title",), "Form")], {"not_translated title"}),
    ([(("title", "zh-CN"), "A clean form")], {"same_in_all_languages title"}),
    ([((*TONE, "text", "en"), "Tone " * 40)], {"text_long sections[0].items[0].text.en"}),
    ([((*TONE, "help", "zh-CN"), "语气平和" * 160)], {"text_long sections[0].items[0].help.zh-CN"}),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_piece_of_advice(
    changes: list[tuple[tuple[Any, ...], Any]], expected: set[str]
) -> None:
    assert set(advice_on(edited(*changes))) == expected


# No reason to say anything.
@pytest.mark.parametrize(
    "changes",
    [
        [(("title",), "SLA 2")],
        [(("title",), {"zh-CN": "VIP", "en": "VIP"})],
        [((*TONE, "critical"), "compliance")],
        [((*TONE, "weight"), 3), (("scoring", "rounding"), 0)],
        [((*TONE, "answer", "map"), "ratio")],
        [(("sections", 1, "weight"), 0), (("scenarios", 0, "weights"), {"second": 40})],
        [((*WAIT, "weight"), 0), ((*WAIT, "critical"), "compliance")],
        [(("bonus_cap",), GONE)],
        [((*TOLD, "veto", "count"), 2), ((*EXTRA, "na"), "not-allowed"),
         ((*EXTRA, "veto"), {"when": [0], "scope": "form", "effect": "zero"})],
        [((*SECOND, n), item(f"n{n}")) for n in range(4, 12)],
        [(("channels",), ["ticket"]), *(((*SECOND, n), item(f"n{n}")) for n in range(4, 16))],
        [((*PARTS, "weight"), 0), ((*PARTS, "answer", "options", 0, "score"), 0.25),
         ((*PARTS, "critical"), "compliance")],
    ],
)  # fmt: skip
def test_nothing_is_said_without_a_reason(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    told = advice_on(edited(*changes))
    # A section that only a scenario weighs makes the other one decide alone.
    told.pop("pass_mark_one_item scoring.pass_mark", None)
    assert told == {}


def test_values_tell_what_is_meant() -> None:
    told = advice_on(edited((("scoring", "pass_mark"), 70), (("grades", 0, "min"), 70)))
    assert told["pass_mark_one_item scoring.pass_mark"].values == {"items": "tone", "mark": "70"}
    told = advice_on(edited(((*TOLD, "answer", "options", 1, "score"), 0)))
    (said,) = told.values()
    assert said.values == {"id": "no", "other": "partly", "score": "0"}
    assert said.severity == "advice"
    words = wording("en")(f"rubrics.lint.{said.code}.what", **said.values)
    assert words == "“no” scores 0 like “partly”."


def test_an_item_behind_one_that_never_comes() -> None:
    chain = [
        ((*SECOND, 4), item("late", show_if={"item": "extra", "in": [0.25]})),
        ((*SECOND, 5), item("later", show_if={"item": "late", "in": [1]})),
    ]
    told = advice_on(edited(*chain))
    assert [said.path[3] for said in told.values()] == [4, 5]
    assert all(said.code == "item_unreachable" for said in told.values())


def test_warnings_come_first() -> None:
    document = edited(((*WAIT, "help"), GONE), (("bonus_cap",), 1), (("review_every",), GONE))
    assert document.rubric is not None
    severities = [said.severity for said in lint(document.rubric)]
    assert severities == sorted(severities, reverse=True)
    assert set(severities) == {"warning", "advice"}


def codes_in_the_sources() -> set[str]:
    found = set()
    for module in ROOM.glob("lint*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name in ("advice", "warning", "_same_words"):
                found |= {a.value for a in node.args[:2] if isinstance(a, ast.Constant)}
    return {str(code) for code in found}


def test_each_code_has_a_case_and_words_in_both_languages() -> None:
    codes = codes_in_the_sources()
    assert {said.split()[0] for _, expected in CASES for said in expected} == codes
    for language in LANGUAGES:
        texts = wording(language).texts
        named = {key.split(".")[2] for key in texts if key.startswith("rubrics.lint.")}
        assert named == codes
    for changes, _ in CASES:
        for said in advice_on(edited(*changes)).values():
            for language in LANGUAGES:
                for part in ("what", "remedy"):
                    assert wording(language)(f"rubrics.lint.{said.code}.{part}", **said.values)


def test_the_shipped_rubrics_have_no_warnings(rubrics_folder: Path) -> None:
    for file in sorted(rubrics_folder.glob("*.yaml")):
        rubric = Document.of(file.read_text(encoding="utf-8")).rubric
        assert rubric is not None
        assert [said for said in lint(rubric) if said.severity == "warning"] == []


def test_every_place_is_one_of_the_file() -> None:
    documents = [edited(*changes) for changes, _ in CASES]
    for document in documents:
        for said in advice_on(document).values():
            missing = said.code in ("veto_allows_na",) or said.path[-1:] in (
                ("weight",),
                ("times",),
            )
            assert missing or document.span(said.path) is not None
