"""A workspace: one folder with a database, its recordings, their peaks and the backups."""

from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.database.connection import Database, connect, migrate, pending
from qa_desktop.database.header import check_header
from qa_desktop.database.location import cloud_warning, refuse_network_drive
from qa_desktop.database.lock import WorkspaceLock

DATABASE_NAME = "qa.sqlite3"


class Workspace:
    """An open workspace; nobody else can open it until it is closed.

    `warnings` are for the person to know, though work can go on: a folder that is synchronised, an
    audit trail that does not verify after a crash. Who adds or removes sound files holds
    `media_lock` from his first file to his last row: a file that an import found there already must
    not go with the import that is being undone.
    """

    def __init__(
        self,
        folder: Path,
        database: Database,
        lock: WorkspaceLock,
        clock: Clock,
        warnings: tuple[Problem, ...] = (),
    ) -> None:
        self.folder = folder
        self.database = database
        self.warnings = warnings
        self.media_lock = Lock()
        self._lock = lock
        self._clock = clock
        self._open = True

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def media_folder(self) -> Path:
        return self.folder / "media"

    @property
    def peaks_folder(self) -> Path:
        return self.folder / "peaks"

    @property
    def backups_folder(self) -> Path:
        return self.folder / "backups"

    def close(self) -> Path | None:
        """The backup that was made, None where nothing had changed since the last one.

        Raises ProblemError database.backup_failed or .backup_bad; the workspace is closed all the
        same. Closing twice does nothing.
        """
        if not self._open:
            return None
        self._open = False
        from qa_desktop.database import backup

        with ExitStack() as ends:
            ends.callback(self._lock.release)
            ends.callback(self.database.close)
            return backup.back_up(self, self._clock) if backup.needed(self) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_workspace(folder: Path, *, clock: Clock, create: bool = True) -> Workspace:
    """Opens the workspace in `folder`, or makes one there.

    Raises ProblemError: database.locked (by whom), .too_new, .not_ours, .damaged, .network_drive,
    .not_a_workspace (only without `create`), .folder_unusable, .backup_failed (before a migration).
    In none of these cases is the database changed.
    """
    folder = folder.absolute()
    refuse_network_drive(folder)
    if not create and not (folder / DATABASE_NAME).is_file():
        raise ProblemError(Problem(code="database.not_a_workspace", where=Where(file=str(folder))))
    try:
        for part in (folder, folder / "media", folder / "peaks", folder / "backups"):
            part.mkdir(parents=True, exist_ok=True)
        lock = WorkspaceLock(folder, clock)
        try:
            return _open(folder, lock, clock)
        except BaseException:
            lock.release()
            raise
    except OSError as error:
        raise ProblemError(
            Problem(
                code="database.folder_unusable",
                where=Where(file=str(folder)),
                values={"reason": reason_of(error)},
            )
        ) from error


def _open(folder: Path, lock: WorkspaceLock, clock: Clock) -> Workspace:
    file = folder / DATABASE_NAME
    check_header(file)
    _refuse_emptied(file)
    log = file.with_name(f"{file.name}-wal")
    was_killed = log.is_file() and log.stat().st_size > 0
    database = connect(file)
    try:
        workspace = Workspace(folder, database, lock, clock)
        _bring_up(workspace, clock, was_killed=was_killed)
    except BaseException:
        database.close()
        raise
    return workspace


def _refuse_emptied(file: Path) -> None:
    """An empty file is what a first start leaves that was killed; beside backups it has lost all
    it held, and an empty workspace in its place would hide that."""
    emptied = file.is_file() and file.stat().st_size == 0
    if emptied and any((file.parent / "backups").glob("*.sqlite3")):
        raise ProblemError(Problem(code="database.damaged", where=Where(file=str(file))))


def _bring_up(workspace: Workspace, clock: Clock, *, was_killed: bool) -> None:
    # Few starts need either, and with their hashes they take 6 ms to load.
    database = workspace.database
    if was_killed:
        _check_integrity(database)
    if pending(database):
        from qa_desktop.database import backup

        # One that fails ends here: no migration without a good backup.
        backup.back_up(workspace, clock)
    migrate(database)
    warning = cloud_warning(workspace.folder)
    workspace.warnings = (
        *(() if warning is None else (warning,)),
        *(_verify_trail(database) if was_killed else ()),
    )


def _verify_trail(database: Database) -> tuple[Problem, ...]:
    from qa_desktop.database import audit

    return audit.verify(database)


def _check_integrity(database: Database) -> None:
    with database.alone() as connection:
        (finding,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if finding != "ok":
        raise ProblemError(Problem(code="database.damaged", where=Where(file=str(database.path))))
