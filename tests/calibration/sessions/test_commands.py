"""Three workspaces that share only a folder, through the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.resources import resource_path
from qa_desktop.cli.app import Launchers
from qa_desktop.cli.app import run as run_command

PEOPLE = ("Lin", "Anna", "Bo")


def nothing(*_: Any, **__: Any) -> Any:
    raise AssertionError("no command of calibration needs a screen")


LAUNCHERS = Launchers(open_app=nothing, take_screens=nothing, has_display=nothing, engines=nothing)


class Office:
    """Runs commands, each in somebody's own workspace."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.share = folder / "share"
        self.share.mkdir()
        self._capsys = capsys

    def run(self, who: str, *arguments: object, code: int = 0) -> str:
        common = ["-w", str(self.folder / who), "--reviewer", who, "--language", "en"]
        ended = run_command([*common, *map(str, arguments)], LAUNCHERS)
        out, err = self._capsys.readouterr()
        assert ended == code, (out, err)
        return out if code == 0 else f"{out}{err}"

    def ask(self, who: str, *arguments: object, code: int = 0) -> Any:
        """The answer as JSON."""
        said = self.run(who, "calibration", *arguments, "--json", code=code)
        return json.JSONDecoder().raw_decode(said)[0]

    def do(self, who: str, *arguments: object, code: int = 0) -> str:
        return self.run(who, "calibration", *arguments, code=code)

    def answers(self, who: str, pseudonyms: list[str], start: int) -> Path:
        file = self.folder / f"{who}.json"
        said = {
            pseudonym: {
                "answers": {
                    "item-1": {"value": (start + place) % 5 + 1},
                    "item-2": {"value": 3},
                },
                "notes": {"item-1": {"comment": f"as {who} heard it"}},
                "comments": [{"text": "calm", "kind": "praise", "turn": 0, "item": "item-2"}],
                "summary": f"by {who}",
            }
            for place, pseudonym in enumerate(pseudonyms)
        }
        file.write_text(json.dumps(said), encoding="utf-8")
        return file

    def collect(self, session: str, *people: str) -> None:
        for who in people:
            self.do(who, "collect", session[:8])


@pytest.fixture
def office(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    source_of: Callable[..., bytes],
) -> Office:
    """Everybody knows everybody, Lin has chats and a published rubric."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    office = Office(tmp_path, capsys)
    (tmp_path / "rubric.yaml").write_bytes(source_of(2))
    office.run("Lin", "import", resource_path("demo") / "chats")
    office.run("Lin", "rubrics", "publish", tmp_path / "rubric.yaml")
    for who in (*PEOPLE, "Lin"):
        office.do(who, "join", office.share)
    for who in ("Anna", "Bo"):
        known = office.ask(who, "people", "--trust", "Lin")
        assert [p["name"] for p in known["people"] if p["trusted_at"]] == ["Lin"]
        mine = known["me"]["fingerprint"]
        told = office.ask("Lin", "people", "--trust", mine[:12])["people"]
        (his,) = [person for person in told if person["fingerprint"] == mine]
        (hers,) = [person for person in known["people"] if person["name"] == "Lin"]
        assert his["code"] == hers["code"]
    return office


def invited(office: Office, *more: object) -> Mapping[str, Any]:
    listed = json.loads(office.run("Lin", "review", "list", "--state", "ungraded", "--json"))
    chosen = [row["interaction"] for row in listed["reviews"]][:2]
    wanted = [part for one in chosen for part in ("--interaction", one[:12])]
    people = ("--participant", "Anna", "--participant", "Bo")
    about = ("--title", "November", "--rubric", "calibrating:1", "--folder", office.share)
    said = office.ask("Lin", "new", *about, *wanted, *people, *more)
    assert said["delivery"]["waiting"] == []
    return dict(said)


@pytest.mark.parametrize("mode", ["sealed", "strict"])
def test_a_session_from_the_invitation_to_the_results(office: Office, mode: str) -> None:
    session = invited(office, "--mode", mode)
    name = session["session"]
    pseudonyms = [one["pseudonym"] for one in session["interactions"]]
    for who in ("Anna", "Bo"):
        office.do(who, "join", office.share)
        (listed,) = office.ask(who, "list")["sessions"]
        assert (listed["role"], listed["total"], listed["done"]) == ("participant", 2, 0)
    for start, who in enumerate(PEOPLE):
        said = office.ask(
            who, "submit", name[:6], "--answers", office.answers(who, pseudonyms, start)
        )
        assert said["sealed"] == pseudonyms
        assert len(said["delivery"]["sent"]) == 2
        assert {work["state"] for work in said["work"]} == {"sealed"}
    office.collect(name, "Lin")
    shown = office.ask("Lin", "show", name)
    assert {cell["state"] for cell in shown["cells"]} == {"arrived"}
    assert "not_revealed" in office.ask("Anna", "results", name, code=1)["problems"][0]["code"]
    office.do("Lin", "close", name)
    if mode == "strict":
        waits = office.ask("Lin", "reveal", name, code=1)["problems"]
        assert {problem["code"] for problem in waits} == {"calibration.keys_missing"}
    office.collect(name, "Anna", "Bo", "Lin")
    office.do("Lin", "reveal", name)
    office.collect(name, "Anna", "Bo")
    tables = []
    for who in PEOPLE:
        check = office.ask(who, "verify", name)
        assert (check["submissions"], check["own"], check["not_counted"]) == (6, 2, [])
        tables.append(office.ask(who, "results", name)["tables"])
    assert tables[0] == tables[1] == tables[2]
    assert "alpha" in office.do("Bo", "results", name)
    out = office.folder / "results.csv"
    office.do("Bo", "results", name, "--out", out)
    assert "Anna" not in out.read_text(encoding="utf-8-sig")
    (reveal,) = office.share.glob("*.qareveal")
    assert office.ask("Anna", "verify", reveal)["lead"]["name"] == "Lin"


def test_a_session_whose_files_go_by_hand(office: Office) -> None:
    listed = json.loads(office.run("Lin", "review", "list", "--state", "ungraded", "--json"))
    about = ("--title", "By hand", "--rubric", "calibrating:1", "--only-lead")
    chosen = ("--interaction", listed["reviews"][0]["interaction"], "--participant", "Anna")
    session = office.ask("Lin", "new", *about, *chosen)
    name = session["session"]
    assert len(session["delivery"]["waiting"]) == 1
    stick = office.folder / "stick"
    stick.mkdir()

    def carry(giver: str, taker: str, kind: str) -> Any:
        files = office.ask(giver, "save", name, "--out", stick)["files"]
        (file,) = [file for file in files if file.endswith(kind)]
        return office.ask(taker, "join", file)

    assert carry("Lin", "Anna", ".qacal")["new"]
    pseudonyms = [one["pseudonym"] for one in session["interactions"]]
    answers = office.answers("Anna", pseudonyms, 1)
    office.do("Anna", "submit", name, "--answers", answers)
    assert carry("Anna", "Lin", ".qasub")["arrival"]["verdict"] == "accepted"
    assert not carry("Anna", "Lin", ".qasub")["new"]
    # A correction is the next revision.
    office.do("Anna", "submit", name, "--answers", office.answers("Anna", pseudonyms, 2))
    files = office.ask("Anna", "save", name, "--out", stick)["files"]
    assert len(files) == 2
    for file in files:
        office.ask("Lin", "join", file)
    (cell,) = office.ask("Lin", "show", name)["cells"]
    assert cell["revision"] == 2
    office.do("Lin", "close", name)
    office.do("Lin", "reveal", name)
    assert carry("Lin", "Anna", ".qareveal")["session"]["state"] == "revealed"
    assert office.ask("Anna", "verify", name)["own"] == 1


def test_wrong_answers_are_all_told_and_nothing_is_graded(office: Office) -> None:
    session = invited(office)
    name = session["session"]
    first = session["interactions"][0]["pseudonym"]
    file = office.folder / "wrong.json"
    wrong = {
        "chat-99": {"answers": {}},
        first: {"answers": {"item-1": {"value": 77}, "item-9": {"value": 1}}},
    }
    file.write_text(json.dumps(wrong), encoding="utf-8")
    told = office.ask("Lin", "submit", name, "--answers", file, code=1)["problems"]
    assert [problem["path"].split(".")[0] for problem in told] == ["chat-99", first, first]
    file.write_text(json.dumps({first: {"answers": {"item-1": {"value": 1}}}}), encoding="utf-8")
    told = office.ask("Lin", "submit", name, "--answers", file, code=1)["problems"]
    assert [problem["code"] for problem in told] == ["reviews.lacking_answer"]
    for text in ("[]", "{", '{"chat-1": 3}', f'{{"{first}": {{"comments": [{{"text": 1}}]}}}}'):
        file.write_text(text, encoding="utf-8")
        assert office.ask("Lin", "submit", name, "--answers", file, code=1)["problems"]
    assert {work["state"] for work in office.ask("Lin", "show", name)["work"]} <= {
        *("ungraded", "draft"),
    }


WRONG: tuple[tuple[tuple[str, ...], str], ...] = (
    (("show", "77"), "calibration.session_unknown"),
    (("people", "--trust", "Nobody"), "calibration_cli.no_such_person"),
    (("join", "no-such-file.qacal"), "calibration.file_unreadable"),
    (("join", "no-such-file.txt"), "calibration.no_such_kind"),
    (("verify", "no-such.qareveal"), "calibration.file_unreadable"),
    (
        (
            *("new", "--title", "T", "--rubric", "calibrating:1", "--participant", "Anna"),
            *("--interaction", "77"),
        ),
        "calibration_cli.no_such_interaction",
    ),
)


def test_what_is_wrong_is_told(office: Office) -> None:
    for arguments, code in WRONG:
        told = office.ask("Lin", *arguments, code=1)["problems"]
        assert [problem["code"] for problem in told] == [code]


def test_wrong_usage_ends_with_2() -> None:
    for arguments in (["calibration"], ["calibration", "new"], ["calibration", "submit"]):
        with pytest.raises(SystemExit) as ended:
            run_command(arguments, LAUNCHERS)
        assert ended.value.code == 2


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_no_list_of_processes_shows_an_answer_and_no_screen_is_needed(office: Office) -> None:
    session = invited(office)
    office.do("Anna", "join", office.share)
    first = session["interactions"][0]["pseudonym"]
    file = office.folder / "secret.json"
    canary = "canary-of-the-process-list"
    answers = {"item-1": {"value": 4}, "item-2": {"value": 2}}
    said = {first: {"answers": answers, "summary": canary}}
    file.write_text(json.dumps(said), encoding="utf-8")
    program = (
        "import sys\n"
        "class NoScreen:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6', 'vlc'):\n"
        "            raise ImportError('libEGL.so.1: cannot open shared object file')\n"
        "sys.meta_path.insert(0, NoScreen())\n"
        "from qa_desktop.cli.app import run\n"
        "sys.exit(run(sys.argv[1:], None))\n"
    )
    command = [sys.executable, "-c", program, "-w", str(office.folder / "Anna")]
    command += ["--reviewer", "Anna", "calibration", "submit", session["session"]]
    command += ["--answers", str(file), "--json"]
    seen = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        while process.poll() is None:
            for entry in Path("/proc").iterdir():
                if not entry.name.isdecimal() or entry.name == str(os.getpid()):
                    continue
                try:
                    for name in ("cmdline", "environ", "comm"):
                        seen.add((entry / name).read_bytes())
                except OSError:
                    # Of others, or over by now.
                    continue
        assert process.stdout is not None
        said = json.loads(process.stdout.read())
    assert process.returncode == 0
    assert said["sealed"] == [first]
    assert any(b"calibration" in text for text in seen)
    assert not any(canary.encode() in text for text in seen)
