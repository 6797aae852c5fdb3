"""What a new version changes is told item by item."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from qa_desktop.rubrics.diff import diff_rubrics, longest_rising, share_changes
from qa_desktop.rubrics.diff_words import DiffWords, diff_lines
from qa_desktop.rubrics.model import Rubric

RubricOf = Callable[..., Rubric]


def changes(old: Rubric, new: Rubric) -> set[tuple[str, str, str, str, str | None, str | None]]:
    found = diff_rubrics(old, new)
    return {(c.kind.value, c.what, c.id, c.field, c.old, c.new) for c in found}


def test_nothing_changed(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    spelt = {key: deepcopy(small[key]) for key in reversed(small)}
    assert changes(rubric_of(small), rubric_of(spelt)) == set()
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
    assert "  Item “A, but better”, weight: 1 → 3 (30 % → 55.6 % of the form)" in english
    assert "  Item “A, but better”, words: A{+, but better+}" in english
    assert "  Item “B”, veto: nothing → 1: the item gets 40 at most" in english
    assert "  Item “C”: 40 % → –" in english
    assert "  评分项“B”，一票否决：无 → 1：该项最高 40 分" in chinese
    assert "  评分项“B”，维度：One → Two" in chinese
    assert len(english) == len(chinese)


def test_what_stands_elsewhere(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    old = rubric_of(small)
    items = [{"id": f"n{n}", "text": f"N{n}", "answer": {"type": "note"}} for n in range(4)]
    small["sections"][0]["items"] += items
    before = rubric_of(small)
    small["sections"].reverse()
    small["sections"][1]["items"].append(small["sections"][1]["items"].pop(0))
    assert [c for c in diff_rubrics(old, before) if c.kind.value == "moved"] == []
    moved = {(c.what, c.id, c.old, c.new) for c in diff_rubrics(before, rubric_of(small))}
    assert moved == {("section", "two", "2", "1"), ("item", "a", "1", "6")}
    assert longest_rising([3, 1, 2, 5, 4]) == {1, 2, 4}
    assert longest_rising([]) == frozenset()


def test_shares_move_with_other_weights(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    old = rubric_of(small)
    small["sections"][1]["weight"] = 60
    told = [
        (c.what, c.id, None if c.old is None else str(c.old), None if c.new is None else str(c.new))
        for c in share_changes(old, rubric_of(small))
    ]
    assert told == [
        ("section", "one", "60", "50"),
        ("item", "a", "30", "25"),
        ("item", "b", "30", "25"),
        ("section", "two", "40", "50"),
        ("item", "c", "40", "50"),
    ]


def test_what_whoever_grades_reads(rubric_of: RubricOf, small: dict[str, Any]) -> None:
    old = rubric_of(small)
    options = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0.5}]
    small["abilities"] = [{"id": "tact", "title": "Tact"}]
    small["owner"] = "Lin"
    small["scoring"]["na"] = {"as_score": 0.5}
    a, b = small["sections"][0]["items"]
    a |= {"answer": {"type": "choice", "options": options}, "abilities": ["tact"]}
    a |= {"comment": {"required_below": 0.5}, "critical": "customer"}
    b |= {"show_if": {"item": "a", "in": ["no"]}, "na": "not-allowed"}
    new = rubric_of(small)
    say = DiffWords(old, new, "en")
    told = {
        (words.subject, words.field, words.old, words.new)
        for words in map(say.words, diff_rubrics(old, new))
    }
    assert told == {
        ("Ability “Tact”", "", None, None),
        ("Rubric “Small”", "owner", None, "Lin"),
        ("Rubric “Small”", "N/A", "left out", "counts as 0.5"),
        ("Item “A”", "answer", "one of: Yes 100 %, No 0 %", "one of: Yes 100 %, No 50 %"),
        ("Item “A”", "abilities", None, "Tact"),
        ("Item “A”", "comment", None, "required below 50 %"),
        ("Item “A”", "critical", None, "for the customer"),
        ("Item “B”", "asked when", None, "“A” is No"),
        ("Item “B”", "N/A", None, "not allowed"),
    }
