"""Sealed submissions, one's own and those that arrived; refused files; who is left out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.calibration.model import Arrival, Exclusion, Verdict
from qa_desktop.database.connection import Database

_HEADS = (
    "SELECT hash, file_name, fingerprint, pseudonym, revision, seen_at, review_id, review_revision,"
    " own_key IS NOT NULL, released_key IS NOT NULL FROM calibration_submissions"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionHead:
    """A submission from outside; `hash` is that of the file."""

    hash: str
    file_name: str
    fingerprint: str
    pseudonym: str
    revision: int
    seen_at: datetime
    review_id: str | None
    review_revision: int | None
    has_own_key: bool
    has_released_key: bool

    @property
    def cell(self) -> tuple[str, str]:
        return self.fingerprint, self.pseudonym


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the reveal opened: a draft as JSON, and its score as JSON."""

    hash: str
    fingerprint: str
    pseudonym: str
    revision: int
    opening: str
    result: str


class SubmissionsStore:
    """The callers put calls together in one transaction and audit it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        session_id: str,
        content_hash: str,
        content: bytes,
        *,
        file_name: str,
        fingerprint: str,
        pseudonym: str,
        revision: int,
        review: tuple[str, int] | None = None,
        own_key: bytes | None = None,
    ) -> bool:
        """Whether it was not there yet. `review`: the id and revision it was made of."""
        with self._database.writing() as db:
            added = db.execute(
                "INSERT OR IGNORE INTO calibration_submissions (hash, session_id, fingerprint,"
                " pseudonym, revision, file_name, content, seen_at, review_id, review_revision,"
                " own_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(content_hash, session_id, fingerprint, pseudonym, revision),
                    *(file_name, content),
                    *(to_text(self._clock.now()), *(review or (None, None)), own_key),
                ),
            )
        return bool(added.rowcount)

    def heads(self, session_id: str) -> tuple[SubmissionHead, ...]:
        """In the order they were first seen here."""
        with self._database.reading() as db:
            rows = db.execute(
                f"{_HEADS} WHERE session_id = ? ORDER BY seen_at, hash", (session_id,)
            ).fetchall()
        return tuple(_head(row) for row in rows)

    def contents(self, session_id: str) -> tuple[bytes, ...]:
        """Every file as it was written."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT content FROM calibration_submissions WHERE session_id = ?"
                " ORDER BY seen_at, hash",
                (session_id,),
            ).fetchall()
        return tuple(bytes(row[0]) for row in rows)

    def own_keys(self, session_id: str, fingerprint: str) -> dict[str, bytes]:
        """By the submission's hash: secret until the closing."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT hash, own_key FROM calibration_submissions"
                " WHERE session_id = ? AND fingerprint = ? AND own_key IS NOT NULL",
                (session_id, fingerprint),
            ).fetchall()
        return {content_hash: bytes(key) for content_hash, key in rows}

    def released_keys(self, session_id: str) -> dict[str, bytes]:
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT hash, released_key FROM calibration_submissions"
                " WHERE session_id = ? AND released_key IS NOT NULL",
                (session_id,),
            ).fetchall()
        return {content_hash: bytes(key) for content_hash, key in rows}

    def set_released(self, keys: dict[str, bytes]) -> int:
        """By the submission's hash; how many were new."""
        new = 0
        with self._database.writing() as db:
            for content_hash, key in keys.items():
                new += db.execute(
                    "UPDATE calibration_submissions SET released_key = ?"
                    " WHERE hash = ? AND released_key IS NULL",
                    (key, content_hash),
                ).rowcount
        return new

    def add_release(
        self, session_id: str, content_hash: str, fingerprint: str, content: bytes
    ) -> bool:
        """Keeps a file of released keys; whether it was not there yet."""
        with self._database.writing() as db:
            added = db.execute(
                "INSERT OR IGNORE INTO calibration_releases VALUES (?, ?, ?, ?, ?)",
                (
                    *(content_hash, session_id, fingerprint, content),
                    to_text(self._clock.now()),
                ),
            )
        return bool(added.rowcount)

    def release_of(self, session_id: str, fingerprint: str) -> bytes | None:
        """The file of keys that this person released first."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT content FROM calibration_releases WHERE session_id = ?"
                " AND fingerprint = ? ORDER BY seen_at, hash LIMIT 1",
                (session_id, fingerprint),
            ).fetchone()
        return None if row is None else bytes(row[0])

    def releases(self, session_id: str) -> dict[str, bytes]:
        """Every file of keys by its hash."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT hash, content FROM calibration_releases WHERE session_id = ?"
                " ORDER BY fingerprint, hash",
                (session_id,),
            ).fetchall()
        return {content_hash: bytes(content) for content_hash, content in rows}

    def set_opened(self, content_hash: str, opening: str, result: str) -> None:
        with self._database.writing() as db:
            db.execute(
                "UPDATE calibration_submissions SET opening = ?, result = ? WHERE hash = ?",
                (opening.encode("utf-8"), result, content_hash),
            )

    def opened(self, session_id: str) -> tuple[Opened, ...]:
        """Those that the reveal opened."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT hash, fingerprint, pseudonym, revision, opening, result"
                " FROM calibration_submissions WHERE session_id = ? AND opening IS NOT NULL"
                " ORDER BY fingerprint, pseudonym, revision",
                (session_id,),
            ).fetchall()
        return tuple(
            Opened(
                hash=content_hash,
                fingerprint=fingerprint,
                pseudonym=pseudonym,
                revision=revision,
                opening=bytes(opening).decode("utf-8"),
                result=result,
            )
            for content_hash, fingerprint, pseudonym, revision, opening, result in rows
        )

    def refuse(self, session_id: str, content_hash: str, arrival: Arrival) -> bool:
        """Keeps why a file was not taken; whether that was new."""
        with self._database.writing() as db:
            detail = {
                "detail": dict(arrival.detail),
                "fingerprint": arrival.fingerprint,
                "pseudonym": arrival.pseudonym,
                "revision": arrival.revision,
            }
            added = db.execute(
                "INSERT OR IGNORE INTO calibration_refusals VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(content_hash, session_id, arrival.file_name, arrival.verdict.value),
                    *(json.dumps(detail, ensure_ascii=False), to_text(arrival.seen_at)),
                ),
            )
        return bool(added.rowcount)

    def refused(self, session_id: str) -> dict[str, Arrival]:
        """By the file's hash."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT hash, file_name, verdict, detail, seen_at FROM calibration_refusals"
                " WHERE session_id = ? ORDER BY seen_at, hash",
                (session_id,),
            ).fetchall()
        return {row[0]: _refusal(*row[1:]) for row in rows}

    def exclude(self, session_id: str, exclusions: Sequence[Exclusion]) -> None:
        """A reason that is there already stays."""
        now = to_text(self._clock.now())
        with self._database.writing() as db:
            for one in exclusions:
                db.execute(
                    "INSERT OR IGNORE INTO calibration_exclusions VALUES (?, ?, ?, ?, ?)",
                    (session_id, one.fingerprint, one.pseudonym or "", one.reason, now),
                )

    def include(self, session_id: str, fingerprint: str) -> int:
        """How many exclusions were taken back."""
        with self._database.writing() as db:
            gone = db.execute(
                "DELETE FROM calibration_exclusions WHERE session_id = ? AND fingerprint = ?",
                (session_id, fingerprint),
            )
        return gone.rowcount

    def exclusions(self, session_id: str) -> tuple[Exclusion, ...]:
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT fingerprint, pseudonym, reason FROM calibration_exclusions"
                " WHERE session_id = ? ORDER BY excluded_at, fingerprint, pseudonym",
                (session_id,),
            ).fetchall()
        return tuple(
            Exclusion(fingerprint=fingerprint, pseudonym=pseudonym or None, reason=reason)
            for fingerprint, pseudonym, reason in rows
        )


def _head(row: tuple[Any, ...]) -> SubmissionHead:
    content_hash, file_name, fingerprint, pseudonym, revision, seen_at, review_id, *rest = row
    review_revision, has_own_key, has_released_key = rest
    return SubmissionHead(
        hash=content_hash,
        file_name=file_name,
        fingerprint=fingerprint,
        pseudonym=pseudonym,
        revision=revision,
        seen_at=from_text(seen_at),
        review_id=review_id,
        review_revision=review_revision,
        has_own_key=bool(has_own_key),
        has_released_key=bool(has_released_key),
    )


def _refusal(file_name: str, verdict: str, detail: str, seen_at: str) -> Arrival:
    said = json.loads(detail)
    return Arrival(
        file_name=file_name,
        verdict=Verdict(verdict),
        seen_at=from_text(seen_at),
        fingerprint=said.get("fingerprint"),
        pseudonym=said.get("pseudonym"),
        revision=said.get("revision"),
        detail=said.get("detail", {}),
    )
