"""Transactions, settings and what a person is told when the disk refuses."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlite_utils

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.database import engine
from qa_desktop.database.connection import (
    APPLICATION_ID,
    Database,
    NotSaved,
    connect,
    migrate,
    open_database,
)
from qa_desktop.database.migrations import migrations
from qa_desktop.database.schema_version import SCHEMA_VERSION


def insert(database: Database, batch: str) -> None:
    with database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES (?, '2026', 'tests', NULL)", (batch,))


def batches(database: Database) -> list[str]:
    with database.reading() as db:
        return [row[0] for row in db.execute("SELECT id FROM import_batches ORDER BY id")]


def test_the_settings_are_those_of_a_store_that_must_not_lose_anything(tmp_path: Path) -> None:
    database = open_database(tmp_path / "qa.sqlite3")
    expected = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }
    with database.alone() as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    database.close()
    assert found == expected


def test_the_schema_version_counts_the_steps(database: Database) -> None:
    with database.writing() as db:
        assert len(migrations.applied(db)) == SCHEMA_VERSION


def test_what_a_transaction_wrote_is_there_after_reopening(tmp_path: Path) -> None:
    database = open_database(tmp_path / "qa.sqlite3")
    insert(database, "kept")
    database.close()
    reopened = open_database(tmp_path / "qa.sqlite3")
    assert batches(reopened) == ["kept"]
    reopened.close()


def test_an_error_leaves_nothing_of_its_transaction(database: Database) -> None:
    def half() -> None:
        with database.writing():
            insert(database, "inner")
            raise LookupError

    with pytest.raises(LookupError):
        half()
    assert batches(database) == []


def test_an_inner_error_that_is_caught_takes_only_the_inner_changes_back(
    database: Database,
) -> None:
    def inner() -> None:
        with database.writing():
            insert(database, "inner")
            raise LookupError

    with database.writing():
        insert(database, "outer")
        with pytest.raises(LookupError):
            inner()
    assert batches(database) == ["outer"]


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(RuntimeError, match="not for writing"), database.reading() as db:
        db.execute("DELETE FROM import_batches")
    insert(database, "afterwards")
    assert batches(database) == ["afterwards"]


def test_threads_take_turns(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: insert(database, f"{number:03}"), range(200)))
    assert len(batches(database)) == 200


def test_a_broken_reference_is_a_bug_and_not_a_problem_of_the_disk(
    database: Database, add_interaction: Callable[..., None]
) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.writing() as db:
        add_interaction(db, "i", batch_id="nowhere")


def test_a_full_database_says_not_saved_and_takes_the_same_again_later(tmp_path: Path) -> None:
    database = open_database(tmp_path / "qa.sqlite3")
    insert(database, "before")
    with database.alone() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def big() -> None:
        with database.writing() as db:
            insert(database, "a part of the transaction")
            db.execute(
                "INSERT INTO import_batches VALUES ('big', '2026', ?, NULL)", ("x" * 500_000,)
            )

    with pytest.raises(NotSaved) as caught:
        big()
    assert caught.value.problems[0].code == "database.not_saved.disk_full"
    assert batches(database) == ["before"]
    with database.alone() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    big()
    assert batches(database) == ["a part of the transaction", "before", "big"]
    database.close()


def test_a_database_that_takes_no_writing_says_not_saved(database: Database) -> None:
    with database.alone() as connection:
        connection.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved) as caught:
        insert(database, "refused")
    assert caught.value.problems[0].code == "database.not_saved.read_only"
    with database.alone() as connection:
        connection.execute("PRAGMA query_only = OFF")
    insert(database, "again")
    assert batches(database) == ["again"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from qa_desktop.database.connection import NotSaved, open_database

# The kernel's own limit stands for the full disk: SQLite gets the error from write().
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = open_database(Path(sys.argv[1]))
saved = 0
soft = 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, resource.RLIM_INFINITY))
try:
    while True:
        with database.writing() as db:
            db.execute("INSERT INTO import_batches VALUES (?, 'x', ?, NULL)", (saved, "y" * 5000))
        saved += 1
except NotSaved as error:
    print(error.problems[0].code)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with database.writing() as db:
    db.execute("INSERT INTO import_batches VALUES (?, 'x', 'after', NULL)", (saved,))
print(saved + 1)
database.close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs the kernel's file size limit")
def test_a_write_that_the_system_refuses_is_not_saved_and_nothing_else_is_lost(
    tmp_path: Path,
) -> None:
    file = tmp_path / "qa.sqlite3"
    said = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(file)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout.split()
    assert said[0] in ("database.not_saved.disk_full", "database.not_saved.io_error")
    database = open_database(file)
    assert len(batches(database)) == int(said[1]) > 10
    with database.alone() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_a_file_that_is_no_database_is_called_damaged_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "qa.sqlite3"
    file.write_bytes(b"These are not the pages of a database. " * 300)
    before = file.read_bytes()
    with pytest.raises(ProblemError) as caught:
        open_database(file)
    assert caught.value.problems[0].code == "database.damaged"
    assert file.read_bytes() == before


def test_a_damaged_page_is_told_when_it_is_met(tmp_path: Path) -> None:
    file = tmp_path / "qa.sqlite3"
    database = open_database(file)
    for number in range(50):
        insert(database, f"{number:03}" + "x" * 2000)
    database.close()
    data = bytearray(file.read_bytes())
    with sqlite3.connect(file) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'import_batches'"
        ).fetchone()
    connection.close()
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    damaged = connect(file)
    with pytest.raises(ProblemError) as caught, damaged.reading() as db:
        db.execute("SELECT source FROM import_batches").fetchall()
    assert caught.value.problems[0].code == "database.damaged"
    damaged.close()


def test_a_second_connection_is_told_that_the_database_is_in_use(tmp_path: Path) -> None:
    first = open_database(tmp_path / "qa.sqlite3")
    with pytest.raises(ProblemError) as caught:
        open_database(tmp_path / "qa.sqlite3")
    assert caught.value.problems[0].code == "database.in_use"
    first.close()


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "qa.sqlite3"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(ProblemError) as caught:
        open_database(file)
    assert caught.value.problems[0].code == "database.not_ours"


def test_a_migration_that_breaks_a_reference_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "qa.sqlite3"
    open_database(file).close()

    def orphan(db: sqlite_utils.Database) -> None:
        db.execute(
            "INSERT INTO turns (interaction_id, position, role, text)"
            " VALUES ('nobody', 0, 'agent', 'x')"
        )

    database = connect(file)
    with database.alone() as connection:
        connection.execute("PRAGMA user_version = 0")
    monkeypatch.setattr(migrations, "apply", orphan)
    with pytest.raises(ProblemError) as caught:
        migrate(database)
    assert caught.value.problems[0].code == "database.migration_broke"
    with database.reading() as db:
        assert db.execute("SELECT count(*) FROM turns").fetchone() == (0,)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_the_disk_has_words(language: str) -> None:
    words = wording(language)
    for code in ("disk_full", "read_only", "io_error"):
        assert words(f"database.not_saved.{code}.what")
        assert words(f"database.not_saved.{code}.remedy")


def test_an_engine_without_what_we_need_is_told_and_the_folder_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "OLDEST", (99, 0))
    with pytest.raises(ProblemError) as error:
        open_database(tmp_path / "qa.sqlite3")
    (problem,) = error.value.problems
    assert problem.code == "database.engine"
    assert "99.0" in wording("en").line(problem)
    assert list(tmp_path.iterdir()) == []
