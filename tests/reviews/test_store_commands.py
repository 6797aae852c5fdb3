"""`qa-desktop review`, `backup` and `verify`, through the command line's own entrance."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.cli.app import Launchers, run
from qa_desktop.database.connection import Database
from qa_desktop.database.workspace import open_workspace
from qa_desktop.reviews.draft_json import draft_from_json
from qa_desktop.reviews.model import Draft, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

Run = Callable[..., tuple[int, str, str]]


def no_window(*_: object) -> int:
    raise AssertionError("no command of these opens a window")


@pytest.fixture
def graded(
    tmp_path: Path,
    prepare: Callable[[Database], None],
    clock: Clock,
    rubric: Rubric,
    complete: Draft,
) -> Review:
    """A workspace in tmp_path with one submitted review; "chat" is not graded."""
    with open_workspace(tmp_path, clock=clock) as workspace:
        prepare(workspace.database)
        reviews = ReviewStore(workspace.database, clock, "韩梅梅")
        review = reviews.start("call", rubric)
        reviews.save(review.id, complete, StepLabel(code="answer"))
        return reviews.submit(review.id, rubric)


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    launchers = Launchers(
        open_app=no_window,
        take_screens=lambda *_: (),
        has_display=lambda: False,
        engines=lambda: (),
    )

    def call(*arguments: str, language: str = "en") -> tuple[int, str, str]:
        code = run(["-w", str(tmp_path), "--language", language, *arguments], launchers)
        return (code, *capsys.readouterr())

    return call


def test_list_names_graded_and_ungraded(graded: Review, command: Run) -> None:
    code, out, _ = command("review", "list", "--json")
    assert code == 0
    said = json.loads(out)
    assert said["total"] == 1
    assert said["reviews"][0] == {
        "review": graded.id,
        "revision": 1,
        "state": "submitted",
        "has_draft": False,
        "score": "95.00",
        "grade": "good",
        "outcome": "pass",
        "interaction": "call",
        "kind": "recording",
        "title": "Call",
        "agent": None,
    }
    code, out, _ = command("review", "list", "--state", "ungraded", language="zh-CN")
    assert "未评分" in out
    assert "Chat" in out
    assert "Call" not in out


def test_show_says_what_was_graded(graded: Review, command: Run) -> None:
    code, out, _ = command("review", "show", graded.id[:8])
    assert code == 0
    for text in ("Pass, 95.00, Good", "Greeting: ", "Warm voice", "0:12.000-0:15.500", "#4"):
        assert text in out
    assert "总体良好" in out
    code, out, _ = command("review", "show", graded.id, "--json")
    assert draft_from_json(json.loads(out)["draft"]) == graded.draft


def test_an_unknown_review_is_a_problem_with_a_remedy(graded: Review, command: Run) -> None:
    code, out, err = command("review", "show", "nothing", "--json")
    assert code == 1
    assert json.loads(out)["problems"][0]["code"] == "reviews.unknown"
    assert "qa-desktop review list" in err


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("json", "["), ("csv", "\ufeffreview,"), ("labels", "12.000\t"), ("vtt", "WEBVTT"),
     ("srt", "1\n00:00:12,000")],
)  # fmt: skip
def test_export_writes_the_file_or_to_the_terminal(
    graded: Review, command: Run, tmp_path: Path, form: str, beginning: str
) -> None:
    code, out, _ = command("review", "export", graded.id, "--format", form)
    assert code == 0
    assert out.startswith(beginning)
    file = tmp_path / "exported"
    assert command("review", "export", graded.id, "--format", form, "--out", str(file))[0] == 0
    assert file.read_bytes().decode("utf-8") == out


def test_export_tells_why_a_file_cannot_be_written(
    graded: Review, command: Run, tmp_path: Path
) -> None:
    code, _, err = command("review", "export", graded.id, "--out", str(tmp_path))
    assert code == 1
    assert str(tmp_path) in err


def test_cues_of_several_reviews_are_wrong_usage(graded: Review, command: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        command("review", "export", graded.id, graded.id, "--format", "srt")
    assert ended.value.code == 2


def test_backup_makes_lists_and_checks(graded: Review, command: Run, tmp_path: Path) -> None:
    code, out, _ = command("backup", "--json")
    assert code == 0
    said = json.loads(out)
    assert said["rows"]["reviews"] == 1
    listed = json.loads(command("backup", "--list", "--json")[1])["backups"]
    assert said["backup"] in [entry["file"] for entry in listed]
    assert command("backup", "--check", said["backup"])[0] == 0
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(Path(said["backup"]).read_bytes()[:9000])
    code, _, err = command("backup", "--check", str(broken))
    assert code == 1
    assert "broken.sqlite3" in err


def test_a_backup_that_is_not_there_is_a_problem(command: Run, tmp_path: Path) -> None:
    code, _, err = command("backup", "--check", str(tmp_path / "nothing.sqlite3"))
    assert code == 1
    assert "nothing.sqlite3" in err


def test_verify_finds_nothing_wrong_and_then_something(
    graded: Review, command: Run, tmp_path: Path, clock: Clock
) -> None:
    code, out, _ = command("verify", "--json")
    assert code == 0
    assert json.loads(out)["ok"] is True
    with open_workspace(tmp_path, clock=clock) as workspace, workspace.database.writing() as db:
        db.execute("DROP TRIGGER audit_no_update")
        db.execute("UPDATE audit SET actor = 'x' WHERE seq = 2")
    code, out, _ = command("verify", "--json")
    assert code == 1
    assert [problem["code"] for problem in json.loads(out)["problems"]] == [
        "database.audit_changed"
    ]
    code, out, err = command("verify", language="zh-CN")
    assert code == 1
    assert "第 2 条" in err
    assert "发现 1 个问题" in out


def test_verify_reports_a_database_that_is_too_broken_to_back_up(
    graded: Review, command: Run, tmp_path: Path, clock: Clock
) -> None:
    workspace = open_workspace(tmp_path, clock=clock)
    with workspace.database.alone() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(
            "INSERT INTO turns (interaction_id, position, role, text)"
            " VALUES ('nobody', 0, 'agent', 'x')"
        )
    workspace.database.close()
    workspace._lock.release()
    code, out, _ = command("verify", "--json")
    assert code == 1
    assert [problem["code"] for problem in json.loads(out)["problems"]] == [
        "database.foreign_key",
        "database.backup_bad",
    ]


@pytest.mark.parametrize("arguments", [("review", "list"), ("backup",), ("verify",)])
def test_without_a_workspace_it_is_said(command: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = command(*arguments)
    assert code == 1
    assert "no workspace" in err
