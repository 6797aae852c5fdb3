"""The content hash is of what a rubric says, not of how its file is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.tree import canonical_json
from qa_desktop.rubrics.yaml_tree import tree_from_yaml

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
HASH = load_rubric(GOOD, "good.yaml").content_hash


def canonical(text: str) -> bytes:
    node, problems = tree_from_yaml(text, "x")
    assert node is not None
    assert problems == []
    return canonical_json(node)


def test_its_form() -> None:
    assert HASH.startswith("sha256:")
    assert len(HASH) == 7 + 64
    assert set(HASH[7:]) <= set("0123456789abcdef")


def test_the_canonical_form_is_that_of_rfc_8785() -> None:
    text = "b: 1.50\na: {€: x, z: [1e2, -0.0, true, null, 2026-10-01, '0.1', 0.00001]}\n5: é"
    expected = '{"5":"é","a":{"z":[100,0,true,null,"2026-10-01","0.1",0.00001],"€":"x"},"b":1.5}'
    assert canonical(text).decode() == expected


def test_comments_quotes_and_layout_do_not_count() -> None:
    changed = (
        GOOD.replace("id: good", "\"id\":   'good'   # whose")
        .replace("version: 2", "version: 2.0")
        .replace("weight: 0.65", "weight: 65e-2")
        .replace("\n", "\r\n")
    )
    assert load_rubric("# a comment\n---\n" + changed, "x").content_hash == HASH


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: First", "text: first"),
        ("weight: 0.65", "weight: 0.66"),
        ("score: 0}]}\n        veto", "score: 0.5}]}\n        veto"),
        ("version: 2", "version: 3"),
        ("[voice, chat]", "[chat, voice]"),
    ],
)
def test_what_it_says_counts(old: str, new: str) -> None:
    assert old in GOOD
    assert load_rubric(GOOD.replace(old, new, 1), "x").content_hash != HASH


@settings(max_examples=12, deadline=None, derandomize=True)
@given(data=st.data())
def test_the_order_of_keys_does_not_count(data: st.DataObject) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            keys = data.draw(st.permutations(list(value)))
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(child) for child in value] if isinstance(value, list) else value

    node = json.loads(canonical(GOOD))
    assert load_rubric(json.dumps(shuffled(node)), "x").content_hash == HASH
    assert rubric_from_mapping(shuffled(node), "x").content_hash == HASH


@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data())
def test_reading_the_canonical_form_again_changes_nothing(
    any_cases: st.SearchStrategy[tuple[dict[str, Any], Any]], data: st.DataObject
) -> None:
    rubric = rubric_from_mapping(data.draw(any_cases)[0], "x")
    text = json.dumps(data.draw(any_cases)[0], default=float)
    once = load_rubric(text, "x")
    again = load_rubric(canonical(text), "x")
    assert again == once
    assert once.content_hash == again.content_hash
    assert rubric.content_hash.startswith("sha256:")


@pytest.mark.parametrize("shipped", ["service-five-dimensions", "process-inspection"])
def test_an_independent_reader_finds_the_same_content(rubrics_folder: Path, shipped: str) -> None:
    """ruamel's own YAML 1.2 loader reads the same."""
    source = (rubrics_folder / f"{shipped}.yaml").read_text(encoding="utf-8")

    def texts(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): texts(child) for key, child in value.items()}
        if isinstance(value, list):
            return [texts(child) for child in value]
        return value if isinstance(value, str | int | float | None) else value.isoformat()

    loaded = texts(YAML(typ="safe", pure=True).load(source))
    assert json.loads(canonical(source)) == loaded
    assert rubric_from_mapping(loaded, "x").content_hash == load_rubric(source, "x").content_hash


def test_joined_escapes_of_json() -> None:
    emoji = "\U0001f600"
    written = json.dumps({"a": emoji})
    assert "\\ud83d" in written
    assert (
        canonical(written) == json.dumps({"a": emoji}, ensure_ascii=False).replace(" ", "").encode()
    )
