"""`rubrics check` runs the examples and gives advice, each with its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.cli.app import Launchers, run

GOOD = Path(__file__).parent / "good.yaml"
EXAMPLES = """
examples:
  - id: fine
    title: Fine
    given: {answers: {first: {value: yes}, second: {value: 5}, third: {value: 30}}}
    expect: {score: "100.00", grade: top, outcome: pass, sections: {one: 100}}
  - id: poor
    title: Poor
    given: {answers: {first: {value: yes}, second: {value: 1}, third: {value: 30}}}
    expect: {score: 90, outcome: pass}
  - id: outdated
    title: Outdated
    given: {answers: {gone: {value: yes}}}
    expect: {outcome: fail}
"""


@pytest.fixture
def check(launchers: Launchers, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str | Path) -> tuple[int, str]:
        code = run(["--language", "en", "rubrics", "check", *map(str, arguments)], launchers)
        return code, capsys.readouterr().out

    return call


@pytest.fixture
def with_examples(tmp_path: Path) -> Path:
    file = tmp_path / "with-examples.yaml"
    file.write_text(GOOD.read_text(encoding="utf-8") + EXAMPLES.lstrip("\n"), encoding="utf-8")
    return file


def test_failing_examples_are_errors_with_places(check: Any, with_examples: Path) -> None:
    code, out = check(with_examples)
    assert code == 1
    lines = out.splitlines()
    assert lines[0].startswith(
        f"{with_examples}:36:21 examples[1].expect.score: Example “poor”: score should be 90.00"
    )
    assert " and is 75.47." in lines[0]
    assert lines[1].startswith(f"{with_examples}:36:34 examples[1].expect.outcome: ")
    assert f"{with_examples}:39:29 examples[2].given.answers.gone: " in out
    assert f"{with_examples}: 1 of 3 examples give what they should." in lines
    assert "all right" not in out


def test_as_json(check: Any, with_examples: Path) -> None:
    code, out = check(with_examples, "--json")
    (file,) = json.loads(out)["files"]
    assert (code, file["ok"], file["id"]) == (1, False, "good")
    fine, poor, outdated = file["examples"]
    assert (fine["passed"], fine["problems"]) == (True, [])
    assert fine["compared"][0] == {
        "part": "score",
        "expected": "100.00",
        "actual": "100.00",
        "agrees": True,
    }
    assert poor["compared"][0]["actual"] == "75.47"
    assert [part["agrees"] for part in poor["compared"]] == [False, False]
    assert outdated["problems"][0]["code"] == "rubrics.unknown_answer"
    codes = {said["code"] for said in file["problems"]}
    assert codes == {"rubrics.example_differs", "rubrics.unknown_answer"}
    advice = {said["code"]: said for said in file["advice"]}
    veto = advice["rubrics.lint.veto_allows_na"]
    assert (veto["severity"], veto["path"]) == ("advice", "sections[0].items[0].na")
    assert (veto["line"], veto["column"]) == (14, 9)


def test_advice_alone_is_no_failure(check: Any) -> None:
    code, out = check(GOOD)
    assert code == 0
    assert ": advice: " in out
    assert ": warning: " in out


def test_strict_makes_warnings_fail_but_not_advice(check: Any, rubrics_folder: Path) -> None:
    assert check(GOOD, "--strict")[0] == 1
    code, out = check(rubrics_folder / "service-five-dimensions.yaml", "--strict")
    assert ": advice: " in out
    assert code == 0
    assert json.loads(check(GOOD, "--strict", "--json")[1])["ok"] is False


def test_words_in_chinese(launchers: Launchers, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "zh-CN", "rubrics", "check", str(GOOD)], launchers) == 0
    out = capsys.readouterr().out
    assert "建议：" in out or "建议:" in out
    assert "没有设置定期复审" in out
