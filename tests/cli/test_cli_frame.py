"""The command line as a whole: exit codes, help, languages, and that it never needs Qt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qa_desktop.cli.app import COMMAND_MODULES

CHECKOUT = Path(__file__).resolve().parents[2]
WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "vlc"):
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
from qa_desktop.__main__ import main
sys.exit(main())
"""


def qa(*arguments: str, input_text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command where importing Qt or VLC fails."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=CHECKOUT,
        input=input_text,
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that the import command filled."""
    folder = tmp_path_factory.mktemp("cli") / "workspace"
    demo = CHECKOUT / "resources" / "demo"
    arguments = [str(demo / name) for name in ("calls", "chats", "tickets")]
    metadata = ["--metadata", str(demo / "metadata.csv")]
    done = qa("-w", str(folder), "import", *arguments, *metadata, "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert len(said["taken"]) == 8
    assert said["failed"] == []
    return folder


@pytest.mark.parametrize("module", COMMAND_MODULES)
def test_every_command_explains_itself_with_an_example(module: str) -> None:
    name = module.removesuffix("_command")
    done = qa(name, "--help")
    assert done.returncode == 0
    assert "example" in done.stdout
    assert f"qa-desktop {name}" in done.stdout


def test_wrong_usage_is_2() -> None:
    assert qa("no-such-command").returncode == 2
    assert qa("score").returncode == 2


def test_a_problem_is_1_and_says_what_to_do_in_the_language_asked_for(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("schema: [", encoding="utf-8")
    english = qa("--language", "en", "rubrics", "check", str(broken))
    chinese = qa("--language", "zh-CN", "rubrics", "check", str(broken))
    assert english.returncode == chinese.returncode == 1
    assert "broken.yaml:1" in english.stdout + english.stderr
    assert any("\u4e00" <= c <= "\u9fff" for c in chinese.stdout + chinese.stderr)
    assert "Traceback" not in english.stderr + chinese.stderr


def test_a_missing_workspace_is_a_problem(tmp_path: Path) -> None:
    done = qa("-w", str(tmp_path / "nowhere"), "review", "list")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_what_was_imported_can_be_verified_and_backed_up(workspace: Path) -> None:
    assert qa("-w", str(workspace), "verify").returncode == 0
    assert qa("-w", str(workspace), "backup").returncode == 0
    assert list((workspace / "backups").iterdir())


def test_unused_media_are_named_and_swept_only_when_asked(workspace: Path) -> None:
    left = workspace / "media" / "zz" / "left.wav"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"left by a kill")
    done = qa("-w", str(workspace), "--language", "en", "verify")
    assert done.returncode == 0
    assert "zz/left.wav" in done.stderr
    assert "verify --sweep" in done.stderr
    assert left.exists()
    swept = json.loads(qa("-w", str(workspace), "verify", "--sweep", "--json").stdout)
    assert (swept["ok"], swept["notes"], swept["swept"]) == (True, [], [str(left)])
    assert not left.exists()


def test_nothing_is_swept_where_something_is_wrong(workspace: Path) -> None:
    left = workspace / "media" / "zz" / "left.wav"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"left by a kill")
    backup = max((workspace / "backups").glob("*.sqlite3"))
    whole = backup.read_bytes()
    backup.write_bytes(whole[:5000])
    done = qa("-w", str(workspace), "--language", "zh-CN", "verify", "--sweep")
    # The workspace is the whole module's.
    backup.write_bytes(whole)
    assert done.returncode == 1
    assert "未删除" in done.stderr
    assert left.exists()
    left.unlink()


def test_general_options_stand_anywhere(workspace: Path) -> None:
    done = qa("verify", "-w", str(workspace), "--json")
    assert json.loads(done.stdout)["ok"]
    done = qa("review", "list", "--workspace", str(workspace), "--language", "zh-CN", "--json")
    assert json.loads(done.stdout)["total"] == 0
    done = qa("-w", "/nowhere", "--language", "en", "review", "--language", "zh-CN", "list")
    assert done.returncode == 1
    assert "工作区" in done.stderr


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.GB18030"}, "zh-CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_what_the_environment_asks_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    # Whatever the user of this machine has set.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    done = qa("-w", "nowhere", "verify")
    assert ("工作区" in done.stderr) == (language == "zh-CN")


@pytest.mark.parametrize("action", ["list", "show", "export"])
def test_every_action_of_review_has_an_example(action: str) -> None:
    assert f"example: qa-desktop review {action}" in qa("review", action, "--help").stdout


def test_a_folder_that_cannot_be_made_is_a_problem(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    out = str(tmp_path / "file" / "out")
    done = qa("-w", str(workspace), "screens", "--out", out)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "file") in done.stderr
    done = qa("-w", str(workspace), "sheet", "ffff", "--out", out, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_an_answer_that_finds_no_room_is_a_problem(workspace: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "qa_desktop", "-w", str(workspace), "verify", "--json"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_importing_again_takes_nothing_twice(workspace: Path) -> None:
    calls = CHECKOUT / "resources" / "demo" / "calls"
    done = qa("-w", str(workspace), "import", str(calls), "--json")
    said = json.loads(done.stdout)
    assert said["taken"] == []
    assert said["skipped"]


def test_the_doctor_answers_without_qt_or_vlc() -> None:
    done = qa("doctor", "--json")
    findings = {f["name"]: f for f in json.loads(done.stdout)["findings"]}
    assert findings["database"]["state"] == "ok"
    assert findings["fonts"]["state"] == "ok"
    assert "pcm_mulaw" in findings["codecs"]["found"]


def test_the_demo_is_graded_and_printed_without_qt(tmp_path: Path) -> None:
    """Everything but the pictures, which are Qt's."""
    made = tmp_path / "demo"
    code = (
        "import sys; from pathlib import Path; from qa_desktop.base.clock import SystemClock;"
        "from qa_desktop.demo.workspace import make_demo_workspace as make;"
        "make(Path(sys.argv[1]), SystemClock()).close()"
    )
    subprocess.run([sys.executable, "-c", code, str(made)], check=True, cwd=CHECKOUT)
    listed = json.loads(qa("-w", str(made), "review", "list", "--json").stdout)
    submitted = [r for r in listed["reviews"] if r["state"] == "submitted"]
    assert len(submitted) == 3
    review = submitted[0]["review"][:12]
    done = qa("-w", str(made), "sheet", review, "--out", str(tmp_path), "--in", "zh-CN", "--json")
    assert done.returncode == 0, done.stderr
    sheet = Path(json.loads(done.stdout)["sheets"][0]["file"])
    assert sheet.read_bytes().startswith(b"%PDF-")


def test_a_sheet_of_no_review_is_a_problem(workspace: Path, tmp_path: Path) -> None:
    done = qa("-w", str(workspace), "sheet", "ffff", "--out", str(tmp_path))
    assert done.returncode == 1
    assert "ffff" in done.stderr
