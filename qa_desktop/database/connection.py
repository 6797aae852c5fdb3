"""Opens the one connection to a workspace's database and hands out its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from qa_desktop import __version__
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.engine import refuse_old_engine
from qa_desktop.database.queries import Queries
from qa_desktop.database.schema_version import SCHEMA_VERSION

if TYPE_CHECKING:
    import sqlite_utils

# "QAdt" in the file's header says whose database it is.
APPLICATION_ID = 0x51416474

_NOT_SAVED = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_IOERR: "io_error",
    sqlite3.SQLITE_CANTOPEN: "io_error",
    sqlite3.SQLITE_NOMEM: "io_error",
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class NotSaved(ProblemError):  # noqa: N818 - it is what the person is told
    """Nothing of the transaction was kept; the same call may simply be tried again.

    The problem's code is database.not_saved.disk_full, .read_only or .io_error.
    """


class Database:
    """One SQLite connection that any thread may use, one at a time.

    `path` None: it lives in memory.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.path = path
        self._connection = connection
        self._writer: sqlite_utils.Database | None = None
        self._lock = RLock()

    def prepare_writing(self) -> None:
        """Loads what the first transaction needs: a tenth of a second that nobody waits for here.

        Reading, which is all that a start does, goes without.
        """
        self._utils()

    def _utils(self) -> "sqlite_utils.Database":
        import sqlite_utils

        with self._lock:
            if self._writer is None:
                self._writer = sqlite_utils.Database(self._connection, execute_plugins=False)
            return self._writer

    @contextmanager
    def writing(self) -> Iterator["sqlite_utils.Database"]:
        """One transaction: all of it is on disk when the block ends, or nothing.

        Inside another `writing()` it joins that one. Raises NotSaved when the disk is full, can't
        be written or fails, and ProblemError database.damaged.
        """
        with self._lock, self._told():
            db = self._utils()
            if self._connection.in_transaction:
                with db.atomic():
                    yield db
                return
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Queries]:
        """For queries; fetch all rows inside the block. Attempts to write are refused there."""
        with self._lock, self._told():
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("PRAGMA query_only = ON")
            try:
                yield self._connection
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                    raise RuntimeError("reading() is not for writing") from error
                raise
            finally:
                self._connection.execute("PRAGMA query_only = OFF")

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The bare connection outside any transaction, for backups, checks and pragmas."""
        with self._lock, self._told():
            if self._connection.in_transaction:
                raise RuntimeError("a transaction is open")
            yield self._connection

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise told(error, self.path) from error


def told(error: sqlite3.Error, path: Path | None) -> Exception:
    """The error as a person is told of it, or itself when it is a bug of ours."""
    # Only errors that SQLite itself raised have a code; its low byte is the kind.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    where = _place(path)
    if code in _NOT_SAVED:
        return NotSaved(Problem(code=f"database.not_saved.{_NOT_SAVED[code]}", where=where))
    if code in _DAMAGED:
        return ProblemError(Problem(code="database.damaged", where=where))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProblemError(Problem(code="database.in_use", where=where))
    return error


def open_database(path: Path | None) -> Database:
    """Opens or makes a database and brings its schema up to date.

    Raises ProblemError: database.damaged, database.in_use, database.too_new, database.not_ours.
    """
    database = connect(path)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def connect(path: Path | None) -> Database:
    """The connection with its settings, its schema untouched."""
    refuse_old_engine()
    try:
        connection = sqlite3.connect(
            ":memory:" if path is None else path,
            timeout=0.2,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
    except sqlite3.Error as error:
        raise told(error, path) from error
    try:
        for pragma in (
            # Exclusive before WAL: then there is no shared memory file, and no second process.
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            "synchronous = FULL",
            # On macOS a plain sync ends at the drive's own cache; elsewhere this changes nothing.
            "fullfsync = ON",
            "checkpoint_fullfsync = ON",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "cache_size = -32768",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        # The exclusive lock is taken by the first access, which should be this one.
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return Database(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise told(error, path) from error


def pending(database: Database) -> bool:
    """Whether steps of the schema are still to run on a database that already holds something."""
    with database.alone() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(0 < version < SCHEMA_VERSION)


def migrate(database: Database) -> None:
    """Runs every step that is still to run, all or none."""
    with database.alone() as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != APPLICATION_ID and (application or tables):
            raise ProblemError(Problem(code="database.not_ours", where=_place(database.path)))
        if version > SCHEMA_VERSION:
            raise ProblemError(too_new(database.path, version, _made_by(connection)))
        if version == SCHEMA_VERSION:
            return
        from qa_desktop.database.migrations import migrations

        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            with database.writing() as db:
                migrations.apply(db)
                broken = db.execute("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise ProblemError(
                        Problem(
                            code="database.migration_broke",
                            where=_place(database.path),
                            values={"table": str(broken[0][0]), "rows": len(broken)},
                        )
                    )
                db.execute(
                    "INSERT OR REPLACE INTO workspace_facts VALUES ('program_version', ?)",
                    (__version__,),
                )
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        finally:
            connection.execute("PRAGMA foreign_keys = ON")
        # So that the header on disk, which is read before the file is opened, says the version.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def too_new(path: Path | None, version: int, made_by: str) -> Problem:
    values: dict[str, str | int | float] = {
        "found": version,
        "known": SCHEMA_VERSION,
        "program": made_by,
    }
    return Problem(code="database.too_new", where=_place(path), values=values)


def made_by(path: Path) -> str:
    """The version of the program that brought the database to its schema; "?" when not known.

    The file is not touched, not even its log.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
        try:
            return _made_by(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        # It only completes a message about a file that we can't read anyway.
        return "?"


def _made_by(connection: sqlite3.Connection) -> str:
    row = connection.execute(
        "SELECT value FROM workspace_facts WHERE name = 'program_version'"
    ).fetchone()
    return str(row[0]) if row else "?"


def _place(path: Path | None) -> Where:
    return Where(file=None if path is None else str(path))
