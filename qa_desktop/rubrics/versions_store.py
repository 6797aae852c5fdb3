"""Reads the published versions of the workspace, retired ones too, and who looked at them."""

import json

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.reminders import Checkup
from qa_desktop.rubrics.store import RubricStore, is_as_published
from qa_desktop.rubrics.versions import Version

_COLUMNS = "rubric_id, version, hash, published_at, published_by, note, retired_at, retired_by"


class VersionsStore:
    """`actor` is written to the audit trail with every check-up."""

    def __init__(
        self, database: Database, clock: Clock, actor: str, rubrics: RubricStore | None = None
    ) -> None:
        """`rubrics`: one that has read some already; None makes one."""
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)
        self._rubrics = rubrics or RubricStore(database, clock, actor)

    def of(self, rubric_id: str) -> tuple[Version, ...]:
        """All of one rubric, the newest first; none: nobody published it here."""
        return self._where("rubric_id = ?", rubric_id)

    def in_use(self) -> tuple[Version, ...]:
        """Those that nobody retired, by rubric's id, the newest of each first."""
        return self._where("retired_at IS NULL")

    def all(self) -> tuple[Version, ...]:
        """By rubric's id, the newest of each first."""
        return self._where("true")

    def _where(self, clause: str, *values: str) -> tuple[Version, ...]:
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM rubric_versions WHERE {clause}"  # noqa: S608 - constants
                " ORDER BY rubric_id, version DESC",
                values,
            ).fetchall()
        return tuple(
            Version(
                rubric_id=row[0],
                version=row[1],
                content_hash=row[2],
                rubric=self._rubric(row[0], row[1]),
                published_at=from_text(row[3]),
                published_by=row[4],
                note=row[5],
                retired_at=None if row[6] is None else from_text(row[6]),
                retired_by=row[7],
            )
            for row in rows
        )

    def _rubric(self, rubric_id: str, version: int) -> Rubric | None:
        try:
            return self._rubrics.get(rubric_id, version)
        except ProblemError:
            # Its state says so, wherever the version is listed.
            return None

    def checkups(self) -> dict[str, Checkup]:
        """The last one of each rubric."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT rubric_id, checked_at, checked_by, version FROM rubric_checkups"
                " ORDER BY checked_at"
            ).fetchall()
        return {
            row[0]: Checkup(checked_at=from_text(row[1]), checked_by=row[2], version=row[3])
            for row in rows
        }

    def still_fits(self, rubric_id: str, version: int) -> None:
        """Somebody looked at it today and found that it still fits.

        Raises ProblemError rubrics.no_such_version.
        """
        self._rubrics.get(rubric_id, version)
        with self._database.writing() as db:
            now = to_text(self._clock.now())
            db.execute(
                "INSERT INTO rubric_checkups VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (rubric_id, now, self._actor, version),
            )
            self._trail.append(db, "rubric.checked_up", f"{rubric_id}:{version}", {})


def changed_versions(database: Database) -> tuple[Problem, ...]:
    """Which published versions, retired ones too, are not what the audit trail says was published:
    for the check of a whole workspace."""
    with database.reading() as db:
        rows = db.execute(
            "SELECT rubric_id, version, hash, source FROM rubric_versions"
            " ORDER BY rubric_id, version"
        ).fetchall()
        told = db.execute(
            "SELECT subject, payload FROM audit JOIN audit_payloads USING (seq)"
            " WHERE action = 'rubric.published' ORDER BY seq DESC"
        ).fetchall()
    published = {subject: json.loads(payload).get("hash") for subject, payload in told}
    return tuple(
        Problem(code="rubrics.version_changed", values={"id": rubric_id, "version": version})
        for rubric_id, version, content_hash, source in rows
        if not is_as_published(source, content_hash, rubric_id, version)
        or published.get(f"{rubric_id}:{version}", content_hash) != content_hash
    )
