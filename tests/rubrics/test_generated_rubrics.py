"""Thousands of generated rubrics: read, printed and read again they are the same."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.lint import lint
from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.printing import print_data, print_rubric

# All 2,000 by hand: QA_MORE_EXAMPLES=20 pytest tests/rubrics/test_generated_rubrics.py
COUNT = 100 * int(os.environ.get("QA_MORE_EXAMPLES", "1"))
TEXTS = [
    *("Greeting", "yes", "12", "a: b", "# no", "- dash", "it's", '"quoted"', "x, y", "[z]", "null"),
    *(
        "问候语",
        "您好：“请讲”（一）",
        "100 %",
        "Line one\nline two",
        "  led",
        "trailing ",
        "tab\tbed",
    ),
    *("😀", "\u3000wide", "...", "one\n\n  two\n", "very long words " * 12, "~", "0x1F", "@at"),
]
Dice = random.Random


def text(dice: Dice, languages: list[str]) -> Any:
    if dice.random() < 0.4:
        return dice.choice(TEXTS)
    return {language: dice.choice(TEXTS) for language in languages}


def number(dice: Dice, low: int, high: int) -> Any:
    """Whole or with decimals, as a number may come from anywhere."""
    if dice.random() < 0.5:
        return dice.randint(low, high)
    return min(
        Decimal(high), max(Decimal(low), Decimal(dice.randint(low * 1000, high * 1000)) / 1000)
    )


def options(dice: Dice, languages: list[str], low: int) -> list[dict[str, Any]]:
    names = dice.sample(
        ["yes", "no", "partly", "on", "off", "n-a", "是", "option.5"], dice.randint(1, 5)
    )
    return [
        {"id": name, "title": text(dice, languages), "score": number(dice, low, 1)}
        for name in names
    ]


def answer(dice: Dice, languages: list[str]) -> dict[str, Any]:
    match dice.choice(["scale", "choice", "multi", "points", "measure", "note"]):
        case "scale":
            low, high = dice.randint(-2, 1), dice.randint(2, 10)
            made: dict[str, Any] = {"type": "scale", "min": low, "max": high}
            if low >= 0 and dice.random() < 0.3:
                made["map"] = dice.choice(["ratio", "linear"])
            if dice.random() < 0.5:
                keys = dice.sample([str(key) for key in range(low, high + 1)], 2)
                made["anchors"] = {key: text(dice, languages) for key in keys}
            return made
        case "choice":
            return {"type": "choice", "options": options(dice, languages, 0)}
        case "multi":
            return {"type": "multi", "options": options(dice, languages, -1)}
        case "points":
            points = {"type": "points", "max": dice.randint(1, 20)}
            return {**points, "step": Decimal("0.5")} if dice.random() < 0.5 else points
        case "measure":
            limits = sorted(dice.sample(range(1, 500), dice.randint(0, 3)))
            bands = [{"up_to": limit, "score": number(dice, 0, 1)} for limit in limits]
            made = {"type": "measure", "unit": dice.choice(["s", "秒", "%"])}
            made["bands"] = [*bands, {"score": number(dice, 0, 1)}]
            return {**made, "from": "first-reply"} if dice.random() < 0.3 else made
    return {"type": "note"}


def item(
    dice: Dice, languages: list[str], name: str, gates: list[dict[str, Any]]
) -> dict[str, Any]:
    made: dict[str, Any] = {"id": name, "text": text(dice, languages)}
    made["answer"] = answer(dice, languages)
    maybe: dict[str, Callable[[], Any]] = {
        "help": lambda: text(dice, languages),
        "weight": lambda: number(dice, 0, 9),
        "na": lambda: dice.choice(
            ["allowed", "not-allowed", "as_full", "exclude", {"as_score": number(dice, 0, 1)}]
        ),
        "comment": lambda: dice.choice(["always", "never", {"required_below": number(dice, 0, 1)}]),
        "critical": lambda: dice.choice([None, "customer", "business", "compliance"]),
        "reasons": lambda: [{"id": f"r{n}", "title": text(dice, languages)} for n in range(2)],
        "abilities": lambda: ["calm"],
    }
    for key, make in maybe.items():
        if dice.random() < 0.4:
            made[key] = make()
    if "options" in made["answer"]:
        if dice.random() < 0.4:
            made["veto"] = {
                "when": [made["answer"]["options"][0]["id"]],
                "scope": dice.choice(["item", "section", "form"]),
                "effect": dice.choice(["zero", "fail_keep_score", {"cap": number(dice, 0, 100)}]),
                **({"count": dice.randint(1, 3)} if dice.random() < 0.5 else {}),
            }
        gates.append(made)
    elif gates and dice.random() < 0.5:
        gate = dice.choice(gates)
        made["show_if"] = {"item": gate["id"], "in": [gate["answer"]["options"][-1]["id"]]}
    return made


def generated(seed: int) -> dict[str, Any]:
    dice = random.Random(seed)
    languages = dice.choice([["en"], ["zh-CN", "en"], ["zh-CN", "en", "fr"]])
    gates: list[dict[str, Any]] = []
    sections = []
    for s in range(dice.randint(1, 4)):
        names = [f"i{s}-{i}" for i in range(dice.randint(1, 5))]
        items = [item(dice, languages, name, gates) for name in names]
        weight = number(dice, 1, 50)
        title = text(dice, languages)
        sections.append({"id": f"s{s}", "title": title, "weight": weight, "items": items})
    sure = {"id": "sure", "text": "Sure", "answer": {"type": "points", "max": 10}, "weight": 1}
    sections[0]["items"].append(sure)
    made: dict[str, Any] = {
        "schema": "qa-rubric/1",
        "id": f"generated-{seed}",
        "version": dice.randint(1, 99),
        "title": text(dice, languages),
        "channels": dice.sample(["voice", "chat", "ticket"], dice.randint(1, 3)),
        "languages": languages,
        "scoring": {
            "aggregation": dice.choice(["weighted", "sectioned", "pooled_points", "points"]),
            "pass_mark": number(dice, 0, 100),
            **dice.choice([{}, {"na": "as_full", "cap": None}, {"rounding": 0, "floor": -20}]),
        },
        "abilities": [{"id": "calm", "title": text(dice, languages)}],
        "sections": sections,
    }
    maybe: dict[str, Callable[[], Any]] = {
        "effective": lambda: {"from": "2026-01-01", "until": None},
        "review_every": lambda: "6m",
        "owner": lambda: dice.choice(["Wu", "质检组: 王芳"]),
        "grades": lambda: [
            {"id": "low", "min": -20, "title": text(dice, languages)},
            {"id": "top", "min": Decimal("89.5"), "title": text(dice, languages)},
        ],
        "adjustments": lambda: [
            {"id": "plus", "kind": "bonus", "points": number(dice, 0, 5), "title": "P"},
            {"id": "lift", "kind": "grade_lift", "steps": 1, "times": 2, "title": "L"},
        ],
        "bonus_cap": lambda: number(dice, 0, 9),
        "scenarios": lambda: [
            {"id": "sc", "title": text(dice, languages), "weights": {"s0": 1}, "active": {}}
        ],
        "examples": lambda: [
            {
                "id": "e",
                "title": text(dice, languages),
                "given": {"answers": {"sure": {"value": Decimal("2.5")}}},
                "expect": {"score": "25.00", "sections": {"s0": 25}},
            }
        ],
    }
    for key, make in maybe.items():
        if dice.random() < 0.5:
            made[key] = make()
    return made


@pytest.mark.parametrize("part", range(4))
def test_printed_and_read_again(part: int) -> None:
    for seed in range(part, COUNT, 4):
        data = generated(seed)
        first = rubric_from_mapping(data, "made")
        printed = print_data(data)
        again = load_rubric(printed, "printed")
        assert again.content_hash == first.content_hash, seed
        assert again == first, seed
        # From the rubric alone, where nobody knows which defaults were written.
        short = print_rubric(first)
        reread = load_rubric(short, "short")
        assert replace(reread, content_hash="") == replace(first, content_hash=""), seed
        assert print_rubric(reread) == short, seed
        assert all(line == line.rstrip() for line in printed.splitlines() if '"' not in line), seed
        lint(first)


@pytest.mark.parametrize("seed", range(0, COUNT, 25))
def test_edited_where_it_was_printed(seed: int) -> None:
    """A printed file is one that can be edited like any other."""
    data = generated(seed)
    printed = Document.of(print_data(data))
    assert printed.rubric is not None
    document = printed
    for index, section in enumerate(data["sections"]):
        for number_, made in enumerate(section["items"]):
            place = ("sections", index, "items", number_)
            document = document.put((*place, "text"), "Reworded").put(
                (*place, "text"), made["text"]
            )
    assert document.rubric == printed.rubric


def test_shipped_rubrics_say_the_same_when_printed(rubrics_folder: Path) -> None:
    for file in sorted(rubrics_folder.glob("*.yaml")):
        source = file.read_text(encoding="utf-8")
        data = Document.of(source).data
        assert isinstance(data, dict)
        first = load_rubric(source, file.name)
        printed = print_data(data, ["A note.", "", "Another:\n# kept"])
        assert printed.startswith("# A note.\n#\n# Another:\n# # kept\nschema:")
        assert load_rubric(printed, "x").content_hash == first.content_hash
        short = load_rubric(print_rubric(first), "x")
        assert replace(short, content_hash="") == replace(first, content_hash="")
