"""The audit trail verifies as it was written, and not after any change."""

import sqlite3

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit
from qa_desktop.database.connection import Database


@pytest.fixture
def trail(database: Database, clock: Clock) -> Database:
    """Five entries."""
    for number in range(1, 6):
        with database.writing() as db:
            audit.append(
                db,
                clock=clock,
                actor="李雷",
                action="review.submitted",
                subject=f"review-{number}",
                payload={"score": "83.75", "number": number},
            )
    return database


def tamper(database: Database, *statements: str) -> None:
    with database.writing() as db:
        db.execute("DROP TRIGGER audit_no_update")
        db.execute("DROP TRIGGER audit_no_delete")
        for statement in statements:
            db.execute(statement)


def test_an_empty_trail_verifies_and_its_head_is_zeros(database: Database) -> None:
    assert audit.verify(database) == ()
    assert audit.head(database) == "0" * 64


def test_a_trail_verifies_and_its_head_is_the_last_hash(trail: Database) -> None:
    assert audit.verify(trail) == ()
    with trail.reading() as db:
        rows = db.execute("SELECT previous_hash, hash FROM audit ORDER BY seq").fetchall()
    assert rows[0][0] == audit.GENESIS
    assert [previous for previous, _ in rows[1:]] == [entry for _, entry in rows[:-1]]
    assert audit.head(trail) == rows[-1][1]


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_entries_can_neither_change_nor_go(trail: Database, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError), trail.writing() as db:
        db.execute(statement)
    assert audit.verify(trail) == ()


@pytest.mark.parametrize(
    "column", ["at", "actor", "action", "subject", "payload_hash", "previous_hash", "hash"]
)
def test_the_first_changed_entry_is_named(trail: Database, column: str) -> None:
    tamper(
        trail,
        f"UPDATE audit SET {column} = 'x' WHERE seq = 3",
        f"UPDATE audit SET {column} = 'x' WHERE seq = 5",
    )
    (problem,) = audit.verify(trail)
    assert problem.code == "database.audit_changed"
    assert problem.values == {"seq": 3}


def test_a_changed_entry_with_a_recomputed_hash_breaks_at_the_next(trail: Database) -> None:
    with trail.reading() as db:
        row = db.execute("SELECT * FROM audit WHERE seq = 2").fetchone()
    forged = audit._entry_hash(row[0], row[1], "somebody else", *row[3:7])
    tamper(trail, f"UPDATE audit SET actor = 'somebody else', hash = '{forged}' WHERE seq = 2")
    (problem,) = audit.verify(trail)
    assert problem.values == {"seq": 3}


def test_a_missing_entry_is_named(trail: Database) -> None:
    tamper(trail, "DELETE FROM audit_payloads WHERE seq = 2", "DELETE FROM audit WHERE seq = 2")
    (problem,) = audit.verify(trail)
    assert (problem.code, problem.values) == ("database.audit_gap", {"seq": 2})


def test_changed_details_are_named(trail: Database) -> None:
    tamper(trail, "UPDATE audit_payloads SET payload = '{}' WHERE seq = 4")
    (problem,) = audit.verify(trail)
    assert (problem.code, problem.values) == ("database.audit_payload_changed", {"seq": 4})


def test_details_can_be_erased_and_the_chain_still_verifies(trail: Database) -> None:
    with trail.writing() as db:
        db.execute("DELETE FROM audit_payloads WHERE seq IN (1, 4)")
    assert audit.verify(trail) == ()


def test_equal_details_have_different_hashes(database: Database, clock: Clock) -> None:
    with database.writing() as db:
        for _ in range(2):
            audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={"x": "y"})
        hashes = db.execute("SELECT DISTINCT payload_hash FROM audit").fetchall()
    assert len(hashes) == 2


def test_an_entry_goes_with_its_transaction(database: Database, clock: Clock) -> None:
    def half() -> None:
        with database.writing() as db:
            audit.append(db, clock=clock, actor="a", action="b", subject="c", payload={})
            raise ProblemError(())

    with pytest.raises(ProblemError):
        half()
    assert audit.head(database) == audit.GENESIS
