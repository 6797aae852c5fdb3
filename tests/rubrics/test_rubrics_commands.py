"""`rubrics` and `score` on the command line, run as the program runs them."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.cli.app import Launchers, run
from qa_desktop.rubrics.loader import load_rubric

GOOD = Path(__file__).parent / "good.yaml"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.yaml"
    text = GOOD.read_text(encoding="utf-8")
    text = text.replace("version: 2", "version: two").replace("weight: 20", "wieght: 20")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    given = {"answers": {"first": {"value": "yes"}, "second": {"value": 4}, "third": {"na": True}}}
    file.write_text(json.dumps(given), encoding="utf-8")
    return file


class Answer:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Program:
    def __init__(self, launchers: Launchers, capsys: pytest.CaptureFixture[str]) -> None:
        self._launchers, self._capsys = launchers, capsys

    def __call__(self, *arguments: str | Path) -> Answer:
        code = run(["--language", "en", *map(str, arguments)], self._launchers)
        return Answer(code, *self._capsys.readouterr())


@pytest.fixture
def program(launchers: Launchers, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(launchers, capsys)


def test_check_tells_every_error_of_each_file(program: Program, bad: Path) -> None:
    told = program("rubrics", "check", GOOD, bad, "service-five-dimensions")
    assert told.code == 1
    lines = told.out.splitlines()
    assert any(
        line.startswith(f"{GOOD}: all right (good version 2, 3 items, sha256:") for line in lines
    )
    of_bad = [line for line in lines if line.startswith(str(bad))]
    assert of_bad[0].startswith(f'{bad}:3:10 version: Here stands "two"')
    assert f"{bad}:12:5 sections[0].wieght" in told.out
    assert lines[-1] == "2 of 3 files are all right."
    assert program("rubrics", "check", GOOD).code == 0


def test_check_as_json(program: Program, bad: Path, tmp_path: Path) -> None:
    told = program("rubrics", "check", bad, GOOD, tmp_path / "none.yaml", "--json")
    assert (told.code, told.json["ok"]) == (1, False)
    first, second, third = told.json["files"]
    assert [(p["code"], p["line"], p["column"], p["path"]) for p in first["problems"]] == [
        ("rubrics.expected_number", 3, 10, "version"),
        ("rubrics.missing_key", 10, 5, "sections[0].weight"),
        ("rubrics.misspelt_key", 12, 5, "sections[0].wieght"),
    ]
    assert (second["ok"], second["id"], second["problems"]) == (True, "good", [])
    assert third["problems"][0]["code"] == "rubrics.file_unreadable"


def test_check_a_folder(program: Program, rubrics_folder: Path) -> None:
    told = program("rubrics", "check", rubrics_folder)
    assert told.code == 0
    files = list(rubrics_folder.glob("*.yaml"))
    assert told.out.count(": all right (") == len(files)
    assert told.out.splitlines()[-1] == f"{len(files)} of {len(files)} files are all right."


def test_hash_is_stable_and_of_the_content(program: Program, tmp_path: Path) -> None:
    same = tmp_path / "same.yaml"
    same.write_bytes(b"# a comment\n" + GOOD.read_bytes())
    first, second = program("rubrics", "hash", GOOD), program("rubrics", "hash", same)
    assert first.out == second.out
    assert first.out.strip() == load_rubric(GOOD.read_bytes(), "x").content_hash
    assert program("rubrics", "hash", GOOD, "--json").json["hash"] == first.out.strip()


def test_hash_of_a_bad_file(program: Program, bad: Path) -> None:
    told = program("rubrics", "hash", bad)
    assert (told.code, told.out) == (1, "")
    assert len(told.err.splitlines()) == 3
    missing = program("rubrics", "hash", "no-such-rubric")
    assert missing.code == 1
    assert "service-five-dimensions" in missing.err


def test_list(program: Program) -> None:
    told = program("rubrics", "list", "--json").json["rubrics"]
    assert {"service-five-dimensions", "process-inspection"} <= {rubric["id"] for rubric in told}
    assert "Service process inspection" in program("rubrics", "list").out


def test_diff(program: Program, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    text = GOOD.read_text(encoding="utf-8").replace("version: 2", "version: 3")
    new.write_text(text.replace("weight: 0.65", "weight: 0.7"), encoding="utf-8")
    told = program("rubrics", "diff", GOOD, new)
    assert told.code == 0
    assert "Item “Second”, weight: 0.65 → 0.7 (24.5 % → 25.9 % of the form)" in told.out
    (change,) = program("rubrics", "diff", GOOD, new, "--json").json["changes"]
    assert (change["kind"], change["id"], change["old"]) == ("reweighted", "second", "0.65")


def test_score(program: Program, answers: Path) -> None:
    told = program("score", GOOD, answers, "--json")
    assert told.code == 0
    assert (told.json["score"], told.json["outcome"]) == ("90.15", "pass")
    assert told.json["rubric"]["hash"].startswith("sha256:")
    text = program("score", GOOD, answers)
    assert "90.15" in text.out
    assert text.out.rstrip().endswith("Pass")


def test_score_tells_every_bad_answer(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"answers": {"first": {"value": "si"}, "x": {"na": true}}}', encoding="utf-8")
    told = program("score", GOOD, file, "--json")
    assert told.code == 1
    assert [(p["code"], p["where"]) for p in told.json["problems"]] == [
        ("rubrics.off_scale", f"{file} answers.first.value"),
        ("rubrics.unknown_answer", f"{file} answers.x"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "bad_json"),
        (b"{", "bad_json"),
        (b'{"answers": {}, "answers": {}}', "json_duplicate"),
        (b"[" * 100_000, "bad_json"),
        (b"[]", "object_wanted"),
        (b'{"answers": []}', "table_wanted"),
        (b'{"scenario": 1}', "text_wanted"),
        (b'{"adjustments": {"more": 1.0}}', "count_wanted"),
        (b'{"answers": {"second": {"value": 1e999999999}}}', "bad_number"),
        (b'{"answers": {"second": {"value": NaN}}}', "bad_number"),
        (b"\xff", "not_utf8"),
    ],
)
def test_answers_that_cannot_be_read(
    program: Program, tmp_path: Path, content: bytes, code: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    told = program("score", GOOD, file, "--json")
    assert told.code == 1
    assert [p["code"] for p in told.json["problems"]] == [f"rubrics.{code}"]
    assert told.json["problems"][0]["file"] == str(file)


def test_a_bad_line_of_a_batch_stops_no_other(
    program: Program, tmp_path: Path, answers: Path, small: dict[str, Any]
) -> None:
    good = {"rubric": small, "given": {"answers": {"a": {"value": "yes"}}}}
    wrong = {"rubric": small, "given": {"answers": {"a": {"value": "maybe"}}}}
    lines = [
        json.dumps(good),
        "nonsense",
        json.dumps(wrong),
        '{"rubric": []}',
        "",
        json.dumps(good),
    ]
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    told = program("score", "--batch", file)
    assert told.code == 1
    found = [json.loads(line) for line in told.out.splitlines()]
    assert [line.get("outcome") for line in found] == ["incomplete", None, None, None, "incomplete"]
    codes = [[p["code"] for p in line["problems"]] for line in found if "problems" in line]
    assert codes == [["rubrics.bad_json"], ["rubrics.off_scale"], ["rubrics.case_form"]]
    assert [line["problems"][0]["line"] for line in found[1:4]] == [2, 3, 4]
    for problem in found[1]["problems"]:
        assert {"code", "what", "where", "remedy"} <= set(problem)


def test_no_standard_input_is_a_problem(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    told = program("score", "process-inspection", "-", "--json")
    assert told.code == 1
    (problem,) = json.loads(told.out)["problems"]
    assert problem["code"] == "rubrics.file_unreadable"


def test_each_case_of_a_batch_answers_on_one_line(
    program: Program, tmp_path: Path, small: dict[str, Any]
) -> None:
    """By whatever a reader takes for the end of a line; other keys are the writer's own."""
    answers = {"a": {"value": "odd\u2028\x85id"}, "b": {"value": 5}, "c": {"value": 9}}
    case = {"id": 7, "rubric": small, "given": {"answers": answers}}
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8")
    (line,) = program("score", "--batch", file).out.splitlines()
    (problem,) = json.loads(line)["problems"]
    assert problem["code"] == "rubrics.off_scale"
    assert "odd\u2028\x85id" in problem["what"]


def test_batch_from_standard_input(
    program: Program, monkeypatch: pytest.MonkeyPatch, small: dict[str, Any]
) -> None:
    given = {name: {"na": True} for name in "abc"}
    line = json.dumps({"rubric": small, "given": {"answers": given}}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line + b"\n" + line)))
    told = program("score", "--batch", "-")
    assert [json.loads(answer)["outcome"] for answer in told.out.splitlines()] == ["not_scored"] * 2


@pytest.mark.parametrize(
    "arguments",
    [["score"], ["score", "x"], ["score", "x", "y", "--batch", "z"], ["rubrics"], ["rubrics", "x"]],
)
def test_wrong_usage(program: Program, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        program(*arguments)
    assert caught.value.code == 2


def test_the_real_program_without_qt(answers: Path) -> None:
    """In a process of its own, with Qt made impossible to import."""
    script = (
        "import sys\nsys.modules['PySide6'] = None\nsys.modules['vlc'] = None\n"
        "sys.argv = ['qa-desktop', *sys.argv[1:]]\n"
        "from qa_desktop.__main__ import main\nsys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "score", str(GOOD), str(answers), "--json"],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["score"] == "90.15"
