"""Checks a whole workspace: the database, the audit trail, every recording, the backups."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.database import audit
from qa_desktop.database.backup import backups, check_backup, contents
from qa_desktop.database.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceReport:
    """No problems: everything is as it was written. `rows` counts each table's.

    `notes` name, one by one, the files among the media that no recording refers to: an import that
    was killed left them. They do no harm but take room.
    """

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    schema_version: int
    audit_head: str
    rows: Mapping[str, int]
    recordings_checked: int
    newest_backup: Path | None


def verify_workspace(workspace: Workspace, *, progress: Progress | None = None) -> WorkspaceReport:
    """Reads every byte that matters; changes nothing.

    Raises ProblemError database.damaged where the damage is such that nothing can be read.
    """
    with workspace.database.alone() as connection:
        holds = contents(connection)
    recordings = list(_media_problems(workspace, progress or NoProgress()))
    made = backups(workspace.backups_folder)
    return WorkspaceReport(
        problems=(
            *_database_problems(workspace),
            *audit.verify(workspace.database),
            *(problem for problem in recordings if problem is not None),
            *(_backup_problems(made[0][1]) if made else ()),
        ),
        notes=tuple(
            Problem(
                code="database.media_unused",
                where=Where(file=str(file)),
                values={"name": file.relative_to(workspace.media_folder).as_posix()},
            )
            for file in unused_media(workspace)
        ),
        schema_version=holds.schema_version,
        audit_head=holds.audit_head,
        rows=holds.rows,
        recordings_checked=len(recordings),
        newest_backup=made[0][1] if made else None,
    )


def unused_media(workspace: Workspace) -> tuple[Path, ...]:
    """The files in the media folder that no recording refers to."""
    with workspace.database.reading() as db:
        paths = db.execute("SELECT path FROM recordings").fetchall()
    used = {workspace.folder / path for (path,) in paths}
    found = (file for file in workspace.media_folder.rglob("*") if file.is_file())
    return tuple(sorted(file for file in found if file not in used))


def sweep_media(workspace: Workspace) -> tuple[Path, ...]:
    """Removes `unused_media`, in a workspace that has no problems; gives back what is gone.

    Never of one with problems: rows may be what is missing there, and not the need of a file. No
    import may be running. Raises ProblemError database.media_stuck for what can't be removed.
    """
    gone, stuck = [], []
    for file in unused_media(workspace):
        try:
            file.unlink()
        except OSError as error:
            values = {"name": file.name, "reason": reason_of(error)}
            where = Where(file=str(file))
            stuck.append(Problem(code="database.media_stuck", where=where, values=values))
            continue
        gone.append(file)
        if file.parent != workspace.media_folder and not any(file.parent.iterdir()):
            file.parent.rmdir()
    if stuck:
        raise ProblemError(stuck)
    return tuple(gone)


def _backup_problems(path: Path) -> tuple[Problem, ...]:
    try:
        check_backup(path)
    except ProblemError as error:
        return error.problems
    return ()


def _database_problems(workspace: Workspace) -> Iterator[Problem]:
    where = Where(file=str(workspace.database.path))
    with workspace.database.alone() as connection:
        findings = connection.execute("PRAGMA integrity_check(10)").fetchall()
        broken = connection.execute(
            'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
        ).fetchall()
    for (finding,) in findings:
        if finding != "ok":
            yield Problem(code="database.integrity", where=where, values={"finding": finding})
    for table, rows in broken:
        yield Problem(
            code="database.foreign_key", where=where, values={"table": table, "rows": rows}
        )


def _media_problems(workspace: Workspace, progress: Progress) -> Iterator[Problem | None]:
    """One for each recording; None: it is as it was imported."""
    with workspace.database.reading() as db:
        recordings = db.execute(
            "SELECT path, media_hash, max(file_name) FROM recordings"
            " GROUP BY path, media_hash ORDER BY path"
        ).fetchall()
    for position, (path, media_hash, name) in enumerate(recordings):
        progress.report(position, len(recordings), name)
        yield _media_problem(workspace.folder / path, media_hash, name)
    progress.report(len(recordings), len(recordings))


def _media_problem(file: Path, media_hash: str, name: str) -> Problem | None:
    where = Where(file=str(file))
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except FileNotFoundError:
        return Problem(code="database.media_missing", where=where, values={"name": name})
    except OSError as error:
        values = {"name": name, "reason": reason_of(error)}
        return Problem(code="database.media_unreadable", where=where, values=values)
    if found == media_hash.removeprefix("sha256:"):
        return None
    return Problem(code="database.media_changed", where=where, values={"name": name})
