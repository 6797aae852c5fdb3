"""Rubrics for the tests of this room: a small one, and any number of random ones."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from qa_desktop.cli.app import Launchers
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Rubric

YES_NO = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]


def small_data() -> dict[str, Any]:
    """Two sections of weight 60 and 40; a choice and a scale; a scale of 0 to 10."""
    return {
        "schema": "qa-rubric/1",
        "id": "small",
        "version": 1,
        "title": "Small",
        "channels": ["voice"],
        "languages": ["en"],
        "scoring": {"aggregation": "sectioned", "pass_mark": 80},
        "grades": [
            {"id": "top", "min": 90, "title": "Top"},
            {"id": "good", "min": 75, "title": "Good"},
            {"id": "low", "min": 0, "title": "Low"},
        ],
        "sections": [
            {
                "id": "one",
                "title": "One",
                "weight": 60,
                "items": [
                    {"id": "a", "text": "A", "answer": {"type": "choice", "options": YES_NO}},
                    {"id": "b", "text": "B", "answer": {"type": "scale", "min": 1, "max": 5}},
                ],
            },
            {
                "id": "two",
                "title": "Two",
                "weight": 40,
                "items": [
                    {"id": "c", "text": "C", "answer": {"type": "scale", "min": 0, "max": 10}}
                ],
            },
        ],
    }


@pytest.fixture
def small() -> dict[str, Any]:
    return small_data()


@pytest.fixture(scope="session")
def rubric_of() -> Callable[..., Rubric]:
    """The small rubric with keys of its file replaced: rubric_of(scoring={...}), or a mapping."""

    def build(data: dict[str, Any] | None = None, **changes: object) -> Rubric:
        return rubric_from_mapping({**(data or small_data()), **changes}, "small.json")

    return build


@pytest.fixture(scope="session")
def rubrics_folder() -> Path:
    return Path(__file__).resolve().parents[2] / "rubrics"


def _decimal(low: int, high: int) -> st.SearchStrategy[Decimal]:
    """Hundredths, as people write weights and scores."""
    return st.integers(low * 100, high * 100).map(lambda n: Decimal(n) / 100)


def _options(draw: st.DrawFn, low: int) -> list[dict[str, Any]]:
    scores = draw(st.lists(_decimal(low, 1), min_size=1, max_size=3))
    return [
        *YES_NO,
        *({"id": f"o{n}", "title": "O", "score": score} for n, score in enumerate(scores)),
    ]


@st.composite
def _answer(draw: st.DrawFn) -> tuple[dict[str, Any], st.SearchStrategy[dict[str, Any]]]:
    """An answer type, and what can be answered to it."""
    kind = draw(st.sampled_from(["scale", "choice", "multi", "points", "measure", "note"]))
    match kind:
        case "scale":
            low = draw(st.integers(0, 1))
            high = draw(st.integers(2, 10))
            map_ = draw(st.sampled_from(["linear", "ratio"]))
            values = st.integers(low, high)
            return {"type": kind, "min": low, "max": high, "map": map_}, _values(values)
        case "choice":
            options = _options(draw, 0)
            ids = st.sampled_from([option["id"] for option in options])
            return {"type": kind, "options": options}, _values(ids)
        case "multi":
            options = _options(draw, -1)
            ids = st.sampled_from([option["id"] for option in options])
            several = st.lists(ids, unique=True, max_size=4)
            return {"type": kind, "options": options}, several.map(lambda v: {"values": v})
        case "points":
            high = draw(st.integers(1, 20))
            return {"type": kind, "max": high, "step": 1}, _values(st.integers(0, high))
        case "measure":
            bands = [{"up_to": 30, "score": 1}, {"up_to": 90, "score": Decimal("0.65")}]
            answer = {"type": kind, "unit": "s", "bands": [*bands, {"score": 0}]}
            return answer, _values(_decimal(0, 120))
    return {"type": kind}, _values(st.just("text"))


def _values(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return values.map(lambda value: {"value": value})


@st.composite
def _item(
    draw: st.DrawFn, name: str, earlier: list[str]
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    answer, answers = draw(_answer())
    item: dict[str, Any] = {"id": name, "text": name, "answer": answer}
    item["weight"] = draw(st.one_of(st.just(Decimal(1)), _decimal(0, 7)))
    rules = [None, "allowed", "exclude", "as_full", {"as_score": Decimal("0.5")}]
    na = draw(st.sampled_from(rules))
    if na is not None:
        item["na"] = na
    if answer["type"] in ("choice", "multi") and draw(st.booleans()):
        item["veto"] = {
            "when": ["no"],
            "scope": draw(st.sampled_from(["item", "section", "form"])),
            "effect": draw(st.sampled_from(["zero", {"cap": 40}, "fail_keep_score"])),
            "count": draw(st.integers(1, 2)),
        }
    if earlier and draw(st.integers(0, 3)) == 0:
        item["show_if"] = {"item": draw(st.sampled_from(earlier)), "in": ["yes"]}
    chance = draw(st.integers(0, 9))
    given = {"na": True} if chance == 0 else draw(answers)
    return item, None if chance == 1 else given


@st.composite
def _case(draw: st.DrawFn, complete: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    data = small_data()
    scoring: dict[str, Any] = {"pass_mark": 60, "rounding": draw(st.integers(0, 3))}
    modes = ["weighted", "sectioned", "pooled_points", "points"]
    scoring["aggregation"] = draw(st.sampled_from(modes))
    scoring["na"] = draw(st.sampled_from(["exclude", "as_full", {"as_score": Decimal("0.25")}]))
    scoring["na_scope"] = draw(st.sampled_from(["section", "form"]))
    scoring["cap"] = draw(st.sampled_from([100, 110, None]))
    data["scoring"] = scoring
    data["sections"], answers, choices = [], {}, []
    for s in range(draw(st.integers(1, 4))):
        items = []
        for i in range(draw(st.integers(1, 4))):
            item, given = draw(_item(f"i{s}-{i}", list(choices)))
            if item["answer"]["type"] in ("choice", "multi"):
                choices.append(item["id"])
            if given is None and complete and item["answer"]["type"] != "note":
                given = {"na": True}
            if given is not None:
                answers[item["id"]] = given
            items.append(item)
        # The first always weighs something, so that the rubric can be scored at all.
        items[0]["weight"] = max(items[0]["weight"], Decimal(1))
        weight = draw(st.integers(1, 40))
        data["sections"].append({"id": f"s{s}", "title": "S", "weight": weight, "items": items})
    data["adjustments"] = [
        {"id": "plus", "kind": "bonus", "points": Decimal("1.5"), "times": 3, "title": "P"},
        {"id": "minus", "kind": "deduction", "points": 4, "times": 5, "title": "M"},
        {"id": "lift", "kind": "grade_lift", "steps": 1, "title": "L"},
    ]
    data["bonus_cap"] = draw(st.sampled_from([None, 2, 5]))
    data["scenarios"] = [{"id": "sc", "title": "Sc", "weights": {"s0": draw(st.integers(0, 1))}}]
    counts = st.fixed_dictionaries(
        {}, optional={"plus": st.integers(0, 3), "minus": st.integers(0, 5), "lift": st.just(1)}
    )
    given = {
        "scenario": draw(st.sampled_from([None, "sc"])),
        "answers": answers,
        "adjustments": draw(counts),
    }
    return data, given


@pytest.fixture(scope="session")
def cases() -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    """(rubric data, given data), wholly answered."""
    return _case(complete=True)


@pytest.fixture(scope="session")
def any_cases() -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    """The same, perhaps with answers missing."""
    return _case(complete=False)


@pytest.fixture
def launchers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Launchers:
    """For commands that open no window; settings are those of a fresh machine."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def no_window(*_: object, **__: object) -> Any:
        raise AssertionError("these commands need no window")

    return Launchers(
        open_app=no_window, take_screens=no_window, has_display=lambda: False, engines=list
    )
