"""Files on their way to a folder: kept until they were read back from it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.ids import new_id
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries

_FILES = (
    "SELECT id, session_id, folder, file_name, source, made_at, delivered_at, tries, last_error"
    " FROM calibration_outbox"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFile:
    """`folder` None: it goes by hand. `source` is below the workspace's folder; None: the content
    is kept in the database. `last_error` is a problem's code."""

    id: str
    session_id: str | None
    folder: Path | None
    file_name: str
    source: str | None
    made_at: datetime
    delivered_at: datetime | None
    tries: int
    last_error: str | None


class OutboxStore:
    """Files are added in the transaction that made them, whose audit entry tells of them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        session_id: str,
        folder: Path | None,
        file_name: str,
        content: bytes | None = None,
        *,
        source: str | None = None,
    ) -> None:
        """Once a session and name."""
        with self._database.writing() as db:
            found = db.execute(
                "SELECT 1 FROM calibration_outbox WHERE session_id = ? AND file_name = ?",
                (session_id, file_name),
            ).fetchone()
            if found is None:
                db.execute(
                    "INSERT INTO calibration_outbox"
                    " (id, session_id, folder, file_name, content, source, made_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        *(new_id(), session_id, None if folder is None else str(folder)),
                        *(file_name, content, source, to_text(self._clock.now())),
                    ),
                )

    def waiting(self) -> tuple[OutgoingFile, ...]:
        """Not delivered yet, in the order they were made."""
        return self._select("delivered_at IS NULL")

    def of_session(self, session_id: str) -> tuple[OutgoingFile, ...]:
        return self._select("session_id = ?", session_id)

    def content(self, file_id: str) -> bytes:
        with self._database.reading() as db:
            row = db.execute(
                "SELECT content FROM calibration_outbox WHERE id = ?", (file_id,)
            ).fetchone()
        return bytes(row[0])

    def move(self, session_id: str, folder: Path | None) -> None:
        """What waits goes there instead."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE calibration_outbox SET folder = ?, last_error = NULL"
                " WHERE session_id = ? AND delivered_at IS NULL",
                (None if folder is None else str(folder), session_id),
            )

    def delivered(self, file_ids: tuple[str, ...]) -> None:
        now = to_text(self._clock.now())
        with self._database.writing() as db:
            for file_id in file_ids:
                db.execute(
                    "UPDATE calibration_outbox SET delivered_at = ?, tries = tries + 1,"
                    " last_error = NULL WHERE id = ? AND delivered_at IS NULL",
                    (now, file_id),
                )

    def failed(self, file_ids: tuple[str, ...], error: str) -> None:
        with self._database.writing() as db:
            for file_id in file_ids:
                db.execute(
                    "UPDATE calibration_outbox SET tries = tries + 1, last_error = ?"
                    " WHERE id = ? AND delivered_at IS NULL",
                    (error, file_id),
                )

    def _select(self, where: str, *values: str) -> tuple[OutgoingFile, ...]:
        with self._database.reading() as db:
            rows = _rows(db, where, values)
        return tuple(_outgoing(*row) for row in rows)


def _rows(db: Queries, where: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return db.execute(f"{_FILES} WHERE {where} ORDER BY made_at, file_name", values).fetchall()


def _outgoing(
    file_id: str,
    session_id: str | None,
    folder: str | None,
    file_name: str,
    source: str | None,
    made_at: str,
    delivered_at: str | None,
    tries: int,
    last_error: str | None,
) -> OutgoingFile:
    return OutgoingFile(
        id=file_id,
        session_id=session_id,
        folder=None if folder is None else Path(folder),
        file_name=file_name,
        source=source,
        made_at=from_text(made_at),
        delivered_at=None if delivered_at is None else from_text(delivered_at),
        tries=tries,
        last_error=last_error,
    )
