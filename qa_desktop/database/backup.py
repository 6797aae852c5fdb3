"""Backups: copied page by page from the open connection, checked, only then given their name."""

import json
import re
import sqlite3
import time
from collections.abc import Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import TEMPORARY, written_beside
from qa_desktop.database import audit
from qa_desktop.database.connection import Database

_NAME = re.compile(r"qa-(\d{8}T\d{6}\.\d{3})Z\.sqlite3")
_TIME = "%Y%m%dT%H%M%S.%f"
# What the database's file looked like when the newest backup was made of it.
_STATE = "newest.json"

_STALE_S = 24 * 3600
# So that the one made before an import or a new format outlives the one made at closing.
_KEPT_ALWAYS = 3
_KEPT_DAYS, _KEPT_WEEKS, _KEPT_MONTHS = 12, 10, 9


class BackedUp(Protocol):
    """A workspace, as far as a backup needs it."""

    @property
    def database(self) -> Database: ...
    @property
    def backups_folder(self) -> Path: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What two copies of a database must agree on; `rows` counts each table's."""

    schema_version: int
    audit_head: str
    rows: Mapping[str, int]


def back_up(workspace: BackedUp, clock: Clock) -> Path:
    """The new backup, verified; older ones are thinned out.

    Raises ProblemError database.backup_failed or .backup_bad.
    """
    folder = workspace.backups_folder
    name = f"qa-{clock.now().astimezone(UTC).strftime(_TIME)[:-3]}Z.sqlite3"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with written_beside(folder / name) as beside:
            state = _write_checked(workspace.database, beside)
        _note(folder, {**state, "backup": name})
    except OSError as error:
        raise _failed(folder, error) from error
    with suppress(OSError):
        # The backup is there; what could not be thinned out now is the next time.
        thin(folder)
    return folder / name


def _write_checked(database: Database, path: Path) -> dict[str, object]:
    """The state of the database's file that was copied."""
    with database.alone() as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        state = _state(database)
        _copy(source, path)
        expected = contents(source)
    if check_backup(path) != expected:
        raise _bad(path, "content")
    return state


def needed(workspace: BackedUp) -> bool:
    """Whether anything was written since the newest backup; nothing at all needs none."""
    if audit.head(workspace.database) == audit.GENESIS:
        return False
    with workspace.database.alone() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    try:
        noted = json.loads((workspace.backups_folder / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return True
    made = backups(workspace.backups_folder)
    newest = made[0][1].name if made else None
    return bool(noted != {**_state(workspace.database), "backup": newest})


def check_backup(path: Path) -> Contents:
    """What the backup holds. Raises ProblemError database.backup_bad with the first thing wrong."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (finding,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if finding != "ok":
                raise _bad(path, finding)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise _bad(path, "foreign keys")
            return contents(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise _bad(path, str(error)) from error


def contents(connection: sqlite3.Connection) -> Contents:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    head = connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return Contents(
        schema_version=version,
        audit_head=head[0] if head else audit.GENESIS,
        rows={
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - from the schema
            for (name,) in tables
        },
    )


def backups(folder: Path) -> list[tuple[datetime, Path]]:
    """Every backup with when it was made, the newest first; other files are not looked at."""
    found = []
    for path in folder.glob("qa-*.sqlite3"):
        name = _NAME.fullmatch(path.name)
        if name:
            found.append((datetime.strptime(f"{name[1]}+0000", f"{_TIME}%z"), path))
    return sorted(found, reverse=True)


def thin(folder: Path) -> None:
    """Deletes the backups that `kept` does not name."""
    made = backups(folder)
    keep = kept(moment for moment, _ in made)
    for moment, path in made:
        if moment not in keep:
            path.unlink(missing_ok=True)


def kept(moments: Iterable[datetime]) -> frozenset[datetime]:
    """The newest of each of the last 12 days, 10 weeks and 9 months that have a backup, and the
    newest three whatever their day."""
    newest_first = sorted(moments, reverse=True)
    keep = set(newest_first[:_KEPT_ALWAYS])
    for period, most in ((_day, _KEPT_DAYS), (_week, _KEPT_WEEKS), (_month, _KEPT_MONTHS)):
        seen: set[Hashable] = set()
        for moment in newest_first:
            if period(moment) not in seen and len(seen) < most:
                seen.add(period(moment))
                keep.add(moment)
    return frozenset(keep)


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return (moment.year, moment.month)


def _copy(source: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    try:
        target = sqlite3.connect(path, isolation_level=None)
        try:
            source.backup(target)
            # One file that can be copied by itself, without a log beside it.
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            target.close()
    except sqlite3.Error as error:
        raise _failed(path.parent, error) from error


def _note(folder: Path, state: Mapping[str, object]) -> None:
    with written_beside(folder / _STATE) as beside:
        beside.write_text(json.dumps(state), encoding="utf-8")


def _sweep(folder: Path) -> None:
    """Removes what backups that were killed left, long ago: each is as large as the database."""
    for path in folder.glob(f"*{TEMPORARY}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE_S:
                path.unlink()


def _state(database: Database) -> dict[str, object]:
    """What tells whether the file, with its log written back, was written since."""
    if database.path is None:
        raise ValueError("a database in memory has no backups")
    status = database.path.stat()
    return {"size": status.st_size, "mtime_ns": status.st_mtime_ns}


def _bad(path: Path, reason: str) -> ProblemError:
    where = Where(file=str(path))
    return ProblemError(Problem(code="database.backup_bad", where=where, values={"reason": reason}))


def _failed(folder: Path, error: Exception) -> ProblemError:
    reason = reason_of(error) if isinstance(error, OSError) else str(error)
    return ProblemError(
        Problem(
            code="database.backup_failed",
            where=Where(file=str(folder)),
            values={"reason": reason},
        )
    )
