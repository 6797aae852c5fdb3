"""No door leads to another content of a published version; who goes round them is found out."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.versions_store import changed_versions

GOOD = (Path(__file__).parent / "good.yaml").read_bytes()
CHANGED = GOOD.replace(b"text: First", b"text: Other")


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


def store_on(database: Database, day: int = 1) -> RubricStore:
    clock = SteppingClock(datetime(2026, 10, day, 12, tzinfo=UTC), timedelta(seconds=1))
    return RubricStore(database, clock, "Lin")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE rubric_versions SET source = :source",
        "UPDATE rubric_versions SET hash = 'sha256:0'",
        "UPDATE rubric_versions SET version = 9",
        "UPDATE rubric_versions SET rubric_id = 'other'",
        "UPDATE rubric_versions SET published_at = '2020-01-01T00:00:00.000Z'",
        "UPDATE rubric_versions SET published_by = 'Wu'",
        "UPDATE rubric_versions SET note = 'never said'",
        "UPDATE OR REPLACE rubric_versions SET source = :source",
        "DELETE FROM rubric_versions",
        (
            "INSERT INTO rubric_versions (rubric_id, version, hash, source, published_at)"
            " VALUES ('good', 2, 'h', :source, 't')"
        ),
        (
            "INSERT OR REPLACE INTO rubric_versions"
            " (rubric_id, version, hash, source, published_at)"
            " VALUES ('good', 2, 'h', :source, 't')"
        ),
        (
            "INSERT INTO rubric_versions (rubric_id, version, hash, source, published_at)"
            " VALUES ('good', 2, 'h', :source, 't') ON CONFLICT DO UPDATE SET source = :source"
        ),
    ],
)
def test_the_database_itself_refuses(database: Database, sql: str) -> None:
    store = store_on(database)
    store.publish(GOOD, note="First")
    with (
        pytest.raises(sqlite3.IntegrityError, match="published rubric version cannot"),
        database.writing() as db,
    ):
        db.execute(sql, {"source": CHANGED.decode()} if ":source" in sql else {})
    assert store_on(database).source("good", 2).encode() == GOOD


def test_a_file_with_the_same_version_is_refused(database: Database) -> None:
    store = store_on(database)
    first = store.publish(GOOD)
    with pytest.raises(ProblemError) as caught:
        store.publish(CHANGED, "from a library.yaml")
    assert caught.value.problems[0].code == "rubrics.version_taken"
    store.retire("good", 2)
    with pytest.raises(ProblemError):
        store.publish(CHANGED, "from a library.yaml")
    assert store.get("good", 2) is first


def test_whoever_takes_the_locks_off_is_found_out(database: Database) -> None:
    store = store_on(database)
    store.publish(GOOD)
    store.publish(GOOD.replace(b"version: 2", b"version: 3"))
    with database.writing() as db:
        db.execute("DROP TRIGGER rubric_versions_fixed")
        db.execute("UPDATE rubric_versions SET source = ? WHERE version = 2", (CHANGED.decode(),))
        # Without a hash that fits either.
        db.execute("UPDATE rubric_versions SET source = 'nothing' WHERE version = 3")
    later = store_on(database)
    for version in (2, 3):
        with pytest.raises(ProblemError) as caught:
            later.get("good", version)
        assert [problem.code for problem in caught.value.problems] == ["rubrics.version_changed"]
    assert later.all() == ()
    assert [problem.values["version"] for problem in later.problems()] == [3, 2]
    later.retire("good", 3)
    assert [problem.values["version"] for problem in later.problems()] == [2]


def test_note_and_name_are_kept_with_the_version(database: Database) -> None:
    store_on(database).publish(GOOD, note="  Because.\n")
    with database.reading() as db:
        row = db.execute("SELECT published_by, note, retired_by FROM rubric_versions").fetchone()
        payload = db.execute("SELECT payload FROM audit_payloads").fetchone()[0]
    assert row == ("Lin", "Because.", None)
    assert '"note":"Because."' in payload


def test_only_what_is_in_force_is_offered(database: Database) -> None:
    effective = b"\neffective: {from: 2026-10-05, until: 2026-10-20}\n"
    store = store_on(database)
    store.publish(GOOD)
    later = GOOD.replace(b"version: 2", b"version: 3").replace(
        b"\nlanguages:", effective + b"languages:"
    )
    assert later != GOOD.replace(b"version: 2", b"version: 3")
    store.publish(later)

    def offered(day: int) -> list[int]:
        return [rubric.version for rubric in store_on(database, day).matching("voice")]

    assert (offered(3), offered(5), offered(20), offered(22)) == ([2], [3], [3], [2])


def test_the_check_of_the_workspace_tells_too(database: Database) -> None:
    store = store_on(database)
    store.publish(GOOD)
    store.publish(GOOD.replace(b"version: 2", b"version: 3"))
    store.retire("good", 2)
    assert changed_versions(database) == ()
    other = load_rubric(CHANGED, "changed.yaml")
    with database.writing() as db:
        db.execute("DROP TRIGGER rubric_versions_fixed")
        # Source and hash go together, but they are not what the audit trail knows.
        db.execute(
            "UPDATE rubric_versions SET source = ?, hash = ? WHERE version = 2",
            (CHANGED.decode(), other.content_hash),
        )
    assert [problem.values["version"] for problem in changed_versions(database)] == [2]
