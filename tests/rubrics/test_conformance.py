"""The worked cases of the contract, through the library and through the command line."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.cli.app import Launchers, run
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.scoring import result_json, score


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[dict[str, Any]]:
    text = (shared / "conformance" / "scoring.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text, parse_float=Decimal)["cases"]
    assert len(found) >= 113
    return found


def comparable(vetoes: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(veto, sort_keys=True) for veto in vetoes)


def assert_agrees(name: str, result: dict[str, Any], expected: dict[str, Any]) -> None:
    for key, value in expected.items():
        if key == "vetoes":
            assert comparable(result[key]) == comparable(value), name
        else:
            assert result[key] == value, f"{name}: {key}"


def test_library(cases: list[dict[str, Any]]) -> None:
    for case in cases:
        rubric = rubric_from_mapping(case["rubric"], case["name"])
        result = score(rubric, given_from_json(case["given"], rubric))
        assert_agrees(case["name"], result_json(result, rubric), case["expected"])


def test_the_file_reader_agrees_with_the_mapping_reader(cases: list[dict[str, Any]]) -> None:
    for case in cases[::4]:
        text = json.dumps(case["rubric"], default=float)
        assert load_rubric(text, "x") == rubric_from_mapping(case["rubric"], "x")


def test_batch(
    cases: list[dict[str, Any]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    launchers: Launchers,
) -> None:
    lines = tmp_path / "cases.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for case in cases:
            asked = {"rubric": case["rubric"], "given": case["given"]}
            file.write(json.dumps(asked, default=float) + "\n")
    assert run(["score", "--batch", str(lines)], launchers) == 0
    answers = capsys.readouterr().out.splitlines()
    assert len(answers) == len(cases)
    for case, answer in zip(cases, answers, strict=True):
        assert_agrees(case["name"], json.loads(answer), case["expected"])
