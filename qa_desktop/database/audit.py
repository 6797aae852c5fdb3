"""The audit trail: a chain of hashes that shows any later change to anyone who holds its head."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.base.problems import Problem, Where
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries

GENESIS = "0" * 64


def append(
    db: Queries,
    *,
    clock: Clock,
    actor: str,
    action: str,
    subject: str,
    payload: Mapping[str, Any],
) -> str:
    """Adds an entry inside the caller's transaction; returns its hash, the new head.

    The payload (JSON) lies in a table of its own and can be erased while the chain still verifies;
    its hash is salted so that what was erased can't be guessed from it.
    """
    last = db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    at = to_text(clock.now())
    salt = secrets.token_hex(16)
    text = rfc8785.dumps(dict(payload)).decode()
    payload_hash = _payload_hash(salt, text)
    entry_hash = _entry_hash(seq, at, actor, action, subject, payload_hash, previous)
    db.execute(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, at, actor, action, subject, payload_hash, previous, entry_hash),
    )
    db.execute("INSERT INTO audit_payloads VALUES (?, ?, ?)", (seq, salt, text))
    return entry_hash


@dataclass(frozen=True, slots=True)
class Trail:
    """The audit trail as a store writes to it, in one person's name."""

    clock: Clock
    actor: str

    def append(self, db: Queries, action: str, subject: str, payload: Mapping[str, Any]) -> str:
        """As `append` of this module."""
        return append(
            db,
            clock=self.clock,
            actor=self.actor,
            action=action,
            subject=subject,
            payload=payload,
        )


def head(database: Database) -> str:
    """The hash of the newest entry, 64 hexadecimal digits; zeros before the first."""
    with database.reading() as db:
        row = db.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return row[0] if row else GENESIS


def verify(database: Database) -> tuple[Problem, ...]:
    """Recomputes the whole chain; names the first entry that is not what was written."""
    with database.reading() as db:
        rows = db.execute(
            "SELECT seq, at, actor, action, subject, payload_hash, previous_hash, hash,"
            " salt, payload FROM audit LEFT JOIN audit_payloads USING (seq) ORDER BY seq"
        )
        previous = GENESIS
        for expected, row in enumerate(rows, start=1):
            seq, *told, payload_hash, previous_hash, entry_hash, salt, payload = row
            if seq != expected:
                return (_broken("database.audit_gap", expected),)
            computed = _entry_hash(seq, *told, payload_hash, previous)
            if previous_hash != previous or entry_hash != computed:
                return (_broken("database.audit_changed", seq),)
            if payload is not None and _payload_hash(salt, payload) != payload_hash:
                return (_broken("database.audit_payload_changed", seq),)
            previous = entry_hash
    return ()


def _broken(code: str, seq: int) -> Problem:
    return Problem(code=code, where=Where(path=f"audit[{seq}]"), values={"seq": seq})


def _payload_hash(salt: str, payload: str) -> str:
    return hashlib.sha256(f"{salt}\n{payload}".encode()).hexdigest()


def _entry_hash(*fields: str | int) -> str:
    return hashlib.sha256(rfc8785.dumps(list(fields))).hexdigest()
