"""What a new version changes is told item by item."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from qa_desktop.rubrics.diff import diff_lines, diff_rubrics
from qa_desktop.rubrics.model import Rubric

RubricOf = Callable[..., Rubric]


def changes(old: Rubric, new: Rubric) -> set[tuple[str, str, str, str, str | None, str | None]]:
    found = diff_rubrics(old, new)
    return {(c.kind.value, c.what, c.id, c.field, c.old, c.new) for c in found}


def test_nothing_changed(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    turned = deepcopy(small)
    turned["sections"].reverse()
    assert changes(rubric_of(small), rubric_of(turned)) == set()
    assert "say the same" in diff_lines(rubric_of(), rubric_of(), "en")[-1]


def test_every_kind_of_change(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    old = rubric_of(small)
    small["version"] = 2
    small["scoring"]["pass_mark"] = 85
    one, two = small["sections"]
    one["weight"] = 50
    a, b = one["items"]
    a["text"] = "A, but better"
    a["weight"] = 3
    b["answer"]["max"] = 7
    b["veto"] = {"when": [1], "scope": "item", "effect": {"cap": 40}}
    two["items"].append(b)
    one["items"] = [a, {"id": "new", "text": "New", "answer": {"type": "note"}}]
    two["items"].remove(two["items"][0])
    small["grades"][0]["min"] = 95
    small["adjustments"] = [
        {"id": "plus", "kind": "bonus", "points": 1, "times": 2, "title": "P"},
    ]
    new = rubric_of(small)
    assert changes(old, new) == {
        ("added", "item", "new", "", None, None),
        ("added", "adjustment", "plus", "", None, None),
        ("removed", "item", "c", "", None, None),
        ("reworded", "item", "a", "text", "A", "A, but better"),
        ("reweighted", "item", "a", "weight", "1", "3"),
        ("reweighted", "section", "one", "weight", "60", "50"),
        ("rescored", "item", "b", "answer", "scale 1 – 5", "scale 1 – 7"),
        ("rescored", "item", "b", "veto", None, "1: item cap 40"),
        ("rescored", "grade", "top", "min", "90", "95"),
        ("moved", "item", "b", "section", "one", "two"),
        ("settings", "rubric", "small", "pass_mark", "80", "85"),
    }
    english, chinese = diff_lines(old, new, "en"), diff_lines(old, new, "zh-CN")
    assert english[0] == "small: version 1 → 2"
    assert "  Item a (A, but better): weight: 1 → 3" in english
    assert "  评分项 b (B): veto: 无 → 1: item cap 40" in chinese
    assert len(english) == len(chinese)
