"""`qa-desktop import`, as scripts and people use it."""

import argparse
import io
import json
import wave
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.cli import import_command
from qa_desktop.cli.context import Context
from qa_desktop.interactions.store import InteractionStore

CHAT = {
    "id": "c-1",
    "messages": [
        {"role": "customer", "text": "Where is my parcel?", "timestamp": "2026-02-01T10:00:00Z"},
        {"role": "agent", "text": "On its way.", "timestamp": "2026-02-01T10:01:00Z"},
    ],
}


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(
        workspace_folder=tmp_path / "workspace",
        language="en",
        reviewer="Lin",
        clock=SteppingClock(datetime(2026, 3, 2, tzinfo=UTC), timedelta(seconds=1)),
        out=io.StringIO(),
        err=io.StringIO(),
    )


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    with wave.open(str(folder / "17.wav"), "wb") as sink:
        sink.setnchannels(2)
        sink.setsampwidth(2)
        sink.setframerate(8000)
        sink.writeframes(bytes(4 * 16000))
    (folder / "chat.json").write_text(json.dumps(CHAT), encoding="utf-8")
    (folder / "copy.json").write_text(json.dumps(CHAT, indent=3), encoding="utf-8")
    (folder / "bad.wav").write_text("no sound", encoding="utf-8")
    (folder / "facts.csv").write_text("file,agent\n17.wav,Lin\n99.wav,Mo\n", encoding="utf-8")
    return folder


def run(context: Context, *arguments: object) -> tuple[int, str]:
    """The exit code and what was said."""
    parser = argparse.ArgumentParser()
    import_command.add_to(parser.add_subparsers())
    args = parser.parse_args(["import", *map(str, arguments)])
    assert isinstance(context.out, io.StringIO)
    context.out.seek(0)
    context.out.truncate()
    code = args.run(args, context)
    return code, context.out.getvalue()


def run_json(context: Context, *arguments: object) -> tuple[int, dict[str, Any]]:
    code, said = run(context, *arguments, "--json")
    return code, json.loads(said)


def test_the_answer_for_programs(context: Context, incoming: Path) -> None:
    code, answer = run_json(context, incoming, "--agent-channel", "right")
    assert code == 1
    taken = {Path(one["path"]).name: one for one in answer["taken"]}
    assert set(taken) == {"17.wav", "chat.json"}
    call = taken["17.wav"]
    assert (call["kind"], call["title"], call["agent"]) == ("recording", "17", "Lin")
    assert (call["duration_ms"], call["turns"], call["warnings"]) == (2000, 0, [])
    assert taken["chat.json"]["turns"] == 2
    (skipped,) = answer["skipped"]
    assert skipped["path"] == str(incoming / "copy.json")
    assert "chat.json" in skipped["why"]
    (failed,) = answer["failed"]
    assert failed["path"] == str(incoming / "bad.wav")
    (problem,) = failed["problems"]
    assert problem["code"] == "interactions.text_in_sound"
    assert problem["where"] == str(incoming / "bad.wav")
    assert problem["what"]
    assert problem["remedy"]
    (facts,) = answer["metadata"]
    assert (facts["rows"], facts["matched"]) == (2, 1)
    assert facts["problems"][0]["line"] == 3

    with context.open_workspace() as workspace:
        store = InteractionStore(workspace.database, context.clock, "Lin")
        (batch,) = store.batches()
        assert batch.id == answer["batch"]
        recording = store.detail(call["id"]).recordings[0]
        assert recording.agent_channel == "right"
        assert (workspace.folder / recording.path).is_file()


def test_the_second_time_everything_is_there(context: Context, incoming: Path) -> None:
    (incoming / "bad.wav").unlink()
    assert run_json(context, incoming)[0] == 0
    code, again = run_json(context, incoming)
    assert code == 0
    assert (again["batch"], again["taken"]) == (None, [])
    assert {Path(one["path"]).name for one in again["skipped"]} == {
        "17.wav",
        "chat.json",
        "copy.json",
    }
    assert all(one["same_as"] for one in again["skipped"])


def test_a_dry_run_makes_nothing(context: Context, incoming: Path) -> None:
    code, answer = run_json(context, incoming, "--dry-run")
    assert code == 1
    assert len(answer["taken"]) == 2
    assert answer["batch"] is None
    assert answer["dry_run"] is True
    assert not context.workspace_folder.exists()


def test_words_for_people(context: Context, incoming: Path) -> None:
    code, said = run(context, incoming)
    assert code == 1
    lines = said.splitlines()
    assert any(line.startswith("took") and "17.wav" in line and "0:02" in line for line in lines)
    assert any(line.startswith("failed") and "bad.wav" in line for line in lines)
    assert "2 taken, 1 skipped, 1 failed." in lines
    assert any("1 of 2 rows" in line for line in lines)


def test_what_holds_no_conversation_says_what_to_do(context: Context, tmp_path: Path) -> None:
    """In a folder it is left aside; pointed at, it was expected to come in."""
    folder = tmp_path / "foreign"
    folder.mkdir()
    foreign = folder / "foreign.json"
    foreign.write_text(
        json.dumps({"monologues": [{"who": 1, "elements": [{"v": "Hi"}]}]}), encoding="utf-8"
    )
    code, said = run(context, folder, "--dry-run")
    assert code == 0
    assert "import profile" in said
    code, said = run(context, folder, "--dry-run", "--json")
    (skipped,) = json.loads(said)["skipped"]
    assert "import profile" in skipped["remedy"]
    code, said = run(context, foreign, "--dry-run", "--json")
    assert code == 1
    (failed,) = json.loads(said)["failed"]
    (problem,) = failed["problems"]
    assert problem["code"] == "parsers.not_a_conversation"
    assert "import profile" in problem["remedy"]


def test_undo(context: Context, incoming: Path) -> None:
    _, answer = run_json(context, incoming)
    code, said = run(context, "--undo", answer["batch"][:8])
    assert code == 0
    assert "2 removed, 0 kept." in said
    with context.open_workspace() as workspace:
        store = InteractionStore(workspace.database, context.clock, "Lin")
        assert store.known_hashes().by_hash == {}
        assert [path for path in workspace.media_folder.rglob("*") if path.is_file()] == []
    run_json(context, incoming)
    code, undone = run_json(context, "--undo", "last")
    assert code == 0
    assert len(undone["removed"]) == 2


def test_an_unknown_batch(context: Context, incoming: Path) -> None:
    run(context, incoming / "chat.json")
    with pytest.raises(ProblemError) as error:
        run(context, "--undo", "nothing")
    assert error.value.problems[0].code == "interactions.batch_unknown"


def test_facts_by_option(context: Context, incoming: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("文件名,坐席姓名,团队\n17.wav,林伟,一组\n", encoding="gb18030")
    _, answer = run_json(context, incoming / "17.wav", "--metadata", table)
    assert answer["taken"][0]["agent"] == "林伟"


def test_references(context: Context, incoming: Path) -> None:
    _, answer = run_json(context, incoming / "17.wav", "--reference")
    with context.open_workspace() as workspace:
        store = InteractionStore(workspace.database, context.clock, "Lin")
        (recording,) = store.detail(answer["taken"][0]["id"]).recordings
    assert recording.path == str((incoming / "17.wav").resolve())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--undo", "x", "file.wav"),
        ("a.wav", "--pair-offset", "1e3"),
        ("a.wav", "--pair-offset=-86400001"),
        ("a.wav", "--pair-offset", "9" * 5000),
    ],
)
def test_wrong_usage(context: Context, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(context, *arguments)
    assert stopped.value.code == 2


def test_a_profile_of_ones_own(context: Context, tmp_path: Path) -> None:
    chat = tmp_path / "odd.json"
    chat.write_text(
        json.dumps({"log": [{"who": "us", "what": "Hi"}, {"who": "they", "what": "Yo"}]}),
        encoding="utf-8",
    )
    profile = tmp_path / "ours.yaml"
    profile.write_text(
        "name: ours\ntitle: Ours\ngives: conversations\nkind: chat\nmatch: {json: ['log[0].who']}\n"
        "turns: {each: log, speaker: who, roles: {us: agent, they: customer}, text: what}\n",
        encoding="utf-8",
    )
    code, _ = run(context, chat, "--dry-run", "--json")
    assert code == 1
    code, said = run(context, chat, "--profile", profile, "--dry-run", "--json")
    assert (code, json.loads(said)["taken"][0]["turns"]) == (0, 2)
    home = context.workspace_folder / "profiles"
    home.mkdir(parents=True)
    profile.rename(home / "ours.yaml")
    code, said = run(context, chat, "--json")
    assert (code, json.loads(said)["taken"][0]["turns"]) == (0, 2)
