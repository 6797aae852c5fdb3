"""Opening, owning and closing a workspace."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlite_utils

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.database import audit, backup, connection
from qa_desktop.database.connection import open_database
from qa_desktop.database.migrations import migrations
from qa_desktop.database.schema_version import SCHEMA_VERSION
from qa_desktop.database.workspace import Workspace, open_workspace

HOLDER = """
import sys
from pathlib import Path
from qa_desktop.base.clock import SystemClock
from qa_desktop.database import audit
from qa_desktop.database.workspace import open_workspace

clock = SystemClock()
workspace = open_workspace(Path(sys.argv[1]), clock=clock)
with workspace.database.writing() as db:
    audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={})
print("open", flush=True)
sys.stdin.read()
"""


def hold(folder: Path) -> "subprocess.Popen[str]":
    """Another process that has the workspace open and has written something."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def end(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def write(workspace: Workspace, clock: Clock) -> None:
    with workspace.database.writing() as db:
        audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={"d": 1})


def test_a_new_workspace_has_its_folders(workspace: Workspace) -> None:
    assert workspace.name == "workspace"
    for folder in (workspace.media_folder, workspace.peaks_folder, workspace.backups_folder):
        assert folder.is_dir()


def test_without_create_an_empty_folder_is_not_a_workspace(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock, create=False)
    assert codes(error) == ["database.not_a_workspace"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path / "file" / "workspace", clock=clock)
    assert codes(error) == ["database.folder_unusable"]


def test_another_process_is_named_at_once(tmp_path: Path, clock: Clock) -> None:
    child = hold(tmp_path)
    began = time.perf_counter()
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    took_s = time.perf_counter() - began
    end(child)
    assert codes(error) == ["database.locked"]
    assert error.value.problems[0].values["pid"] == str(child.pid)
    assert took_s < 1
    for language in LANGUAGES:
        assert str(child.pid) in wording(language).what(error.value.problems[0])


def test_a_lock_left_by_a_kill_is_taken_over(tmp_path: Path, clock: Clock) -> None:
    end(hold(tmp_path))
    assert (tmp_path / "lock.json").exists()
    with open_workspace(tmp_path, clock=clock) as workspace:
        holder = json.loads((tmp_path / "lock.json").read_text(encoding="utf-8"))
        assert holder["since"] == "2026-11-02T09:00:00.000Z"
        assert audit.head(workspace.database) != audit.GENESIS
    assert not (tmp_path / "lock.json").exists()


def test_the_same_process_is_told_too(workspace: Workspace, clock: Clock) -> None:
    with pytest.raises(ProblemError) as error:
        open_workspace(workspace.folder, clock=clock)
    assert codes(error) == ["database.locked"]


@pytest.mark.parametrize("note", ["{", "[]", "{}", '{"pid": 1, "host": "h", "since": "soon"}'])
def test_a_note_that_says_nothing_does_not_hide_the_lock(
    workspace: Workspace, clock: Clock, note: str
) -> None:
    (workspace.folder / "lock.json").write_text(note, encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        open_workspace(workspace.folder, clock=clock)
    assert error.value.problems[0].values["pid"] == "?"


def test_a_newer_schema_is_refused_and_the_file_is_byte_for_byte_the_same(
    tmp_path: Path, clock: Clock
) -> None:
    open_workspace(tmp_path, clock=clock).close()
    file = tmp_path / "qa.sqlite3"
    with sqlite3.connect(file) as bare:
        bare.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        bare.execute("UPDATE workspace_facts SET value = '9.8.7'")
    bare.close()
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.too_new"]
    assert error.value.problems[0].values == {
        "found": SCHEMA_VERSION + 1,
        "known": SCHEMA_VERSION,
        "program": "9.8.7",
    }
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert not (tmp_path / "qa.sqlite3-wal").exists()


NEWER_IN_LOG = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL").fetchall()
connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
connection.execute("BEGIN")
connection.execute("CREATE TABLE newer (x)")
connection.execute("PRAGMA user_version = 99")
connection.execute("COMMIT")
os._exit(0)
"""


def test_a_newer_schema_that_stands_in_the_log_alone_is_refused_too(
    tmp_path: Path, clock: Clock
) -> None:
    open_workspace(tmp_path, clock=clock).close()
    file = tmp_path / "qa.sqlite3"
    subprocess.run([sys.executable, "-c", NEWER_IN_LOG, str(file)], check=True, timeout=60)
    log = tmp_path / "qa.sqlite3-wal"
    before = (file.read_bytes(), log.read_bytes())
    assert before[1]
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.too_new"]
    assert (file.read_bytes(), log.read_bytes()) == before


def test_what_a_newer_program_did_not_commit_does_not_count(tmp_path: Path, clock: Clock) -> None:
    with open_workspace(tmp_path, clock=clock) as workspace:
        write(workspace, clock)
    file, log = tmp_path / "qa.sqlite3", tmp_path / "qa.sqlite3-wal"
    subprocess.run([sys.executable, "-c", NEWER_IN_LOG, str(file)], check=True, timeout=60)
    # Without the last frame, which is the one that commits.
    log.write_bytes(log.read_bytes()[: -(4096 + 24)])
    assert log.stat().st_size > 4096
    with open_workspace(tmp_path, clock=clock) as workspace:
        assert audit.head(workspace.database) != audit.GENESIS


def test_a_foreign_database_is_refused_untouched(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "qa.sqlite3"
    with sqlite3.connect(file) as bare:
        bare.execute("CREATE TABLE theirs (x)")
    bare.close()
    before = file.read_bytes()
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.not_ours"]
    assert file.read_bytes() == before


def test_a_database_that_lost_all_it_held_is_no_new_one(tmp_path: Path, clock: Clock) -> None:
    with open_workspace(tmp_path, clock=clock) as workspace:
        backup.back_up(workspace, clock)
    (tmp_path / "qa.sqlite3").write_bytes(b"")
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.damaged"]
    assert (tmp_path / "qa.sqlite3").read_bytes() == b""


@pytest.mark.parametrize("content", [b"not a database at all " * 20, b"SQLite format 3\x00"])
def test_a_damaged_file_is_refused_and_kept(tmp_path: Path, clock: Clock, content: bytes) -> None:
    file = tmp_path / "qa.sqlite3"
    file.write_bytes(content)
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.damaged"]
    assert file.read_bytes() == content
    # The lock is free again.
    file.unlink()
    open_workspace(tmp_path, clock=clock).close()


def test_an_empty_file_is_a_new_database(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "qa.sqlite3").touch()
    open_workspace(tmp_path, clock=clock).close()


def test_after_a_kill_the_pages_are_checked(tmp_path: Path, clock: Clock) -> None:
    end(hold(tmp_path))
    file = tmp_path / "qa.sqlite3"
    assert (tmp_path / "qa.sqlite3-wal").stat().st_size > 0
    data = bytearray(file.read_bytes())
    # The root page of a table that the log holds no newer copy of.
    data[5 * 4096 : 6 * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    with pytest.raises(ProblemError) as error:
        open_workspace(tmp_path, clock=clock)
    assert codes(error) == ["database.damaged"]


def test_after_a_kill_the_audit_trail_is_checked(tmp_path: Path, clock: Clock) -> None:
    with open_workspace(tmp_path, clock=clock) as workspace:
        write(workspace, clock)
        with workspace.database.writing() as db:
            db.execute("DROP TRIGGER audit_no_update")
            db.execute("UPDATE audit SET actor = 'x'")
    with open_workspace(tmp_path, clock=clock) as workspace:
        assert workspace.warnings == ()
    end(hold(tmp_path))
    with open_workspace(tmp_path, clock=clock) as workspace:
        assert [problem.code for problem in workspace.warnings] == ["database.audit_changed"]


def test_closing_backs_up_only_what_is_new(tmp_path: Path, clock: Clock) -> None:
    assert open_workspace(tmp_path, clock=clock).close() is None
    workspace = open_workspace(tmp_path, clock=clock)
    write(workspace, clock)
    made = workspace.close()
    assert made is not None
    assert backup.check_backup(made).rows["audit"] == 1
    assert workspace.close() is None
    assert open_workspace(tmp_path, clock=clock).close() is None
    workspace = open_workspace(tmp_path, clock=clock)
    write(workspace, clock)
    assert workspace.close() is not None


def test_what_a_killed_process_wrote_is_in_the_next_backup(tmp_path: Path, clock: Clock) -> None:
    open_workspace(tmp_path, clock=clock).close()
    end(hold(tmp_path))
    made = open_workspace(tmp_path, clock=clock).close()
    assert made is not None
    assert backup.check_backup(made).rows["audit"] == 1


def test_a_failed_backup_on_close_is_told_and_the_workspace_is_closed(
    tmp_path: Path, clock: Clock
) -> None:
    workspace = open_workspace(tmp_path, clock=clock)
    write(workspace, clock)
    workspace.backups_folder.rmdir()
    workspace.backups_folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        workspace.close()
    assert codes(error) == ["database.backup_failed"]
    workspace.backups_folder.unlink()
    with open_workspace(tmp_path, clock=clock) as reopened:
        assert audit.head(reopened.database) != audit.GENESIS


@pytest.fixture
def older(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose schema is one step behind this program's."""
    with open_workspace(tmp_path, clock=clock) as workspace:
        write(workspace, clock)

    steps = list(migrations._migrations)
    monkeypatch.setattr(migrations, "_migrations", steps)

    @migrations()
    def m9999_a_later_step(db: sqlite_utils.Database) -> None:
        assert list((tmp_path / "backups").glob("qa-*.sqlite3"))
        db.execute("CREATE TABLE later (x)")

    monkeypatch.setattr(connection, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    for made in (tmp_path / "backups").iterdir():
        made.unlink()
    return tmp_path


def test_a_migration_comes_after_a_backup(older: Path, clock: Clock) -> None:
    with open_workspace(older, clock=clock) as workspace:
        (made,) = workspace.backups_folder.glob("qa-*.sqlite3")
        assert backup.check_backup(made).schema_version == SCHEMA_VERSION
        with workspace.database.reading() as db:
            assert db.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_a_backup_that_does_not_verify_blocks_the_migration(older: Path, clock: Clock) -> None:
    file = older / "qa.sqlite3"
    with sqlite3.connect(file) as bare:
        bare.execute(
            "INSERT INTO turns (interaction_id, position, role, text)"
            " VALUES ('nobody', 0, 'agent', 'x')"
        )
    bare.close()
    before = file.read_bytes()
    with pytest.raises(ProblemError) as error:
        open_workspace(older, clock=clock)
    assert codes(error) == ["database.backup_bad"]
    assert file.read_bytes() == before
    assert list((older / "backups").iterdir()) == []


SAVES = """
import sys
from pathlib import Path
from qa_desktop.database.connection import open_database

database = open_database(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    with database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES (?, '2026', ?, NULL)", (number, "x" * 300))
        db.execute("UPDATE import_batches SET undone_at = ? WHERE id = '0'", (str(number),))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
    number += 1
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that asks nobody")
def test_nothing_that_was_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    file, last = tmp_path / "qa.sqlite3", -1
    for round_number in range(24):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVES, str(file), str(last + 1)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        for _ in range(3 + 7 * round_number):
            last = int(child.stdout.readline())
        child.kill()
        # What it acknowledged between our last look and the kill counts as well.
        last = max([last, *map(int, child.communicate()[0].split())])
        database = open_database(file)
        with database.reading() as db:
            (count, newest) = db.execute(
                "SELECT count(*), (SELECT undone_at FROM import_batches WHERE id = '0')"
                " FROM import_batches"
            ).fetchone()
        database.close()
        # Written but not yet acknowledged may be one more, whole.
        assert count - 1 == int(newest)
        assert last <= count - 1 <= last + 1
        last = count - 1
