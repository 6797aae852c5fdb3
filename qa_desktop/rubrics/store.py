"""Published rubric versions in the workspace's database: each is frozen for ever."""

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric


class RubricStore:
    """Publishes, finds and retires versions; `actor` is written to the audit trail."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)
        # A published version never changes, so what was read once holds.
        self._read: dict[tuple[str, int], Rubric] = {}

    def publish(self, source: bytes, name: str = "") -> Rubric:
        """Freezes a version; publishing the same content again changes nothing.

        `name` is the file's, for problems. Raises ProblemError with what is wrong in the file, or
        rubrics.version_taken when that version already has other content.
        """
        rubric = load_rubric(source, name)
        with self._database.writing() as db:
            row = db.execute(
                "SELECT hash FROM rubric_versions WHERE rubric_id = ? AND version = ?",
                (rubric.id, rubric.version),
            ).fetchone()
            if row is None:
                self._insert(db, rubric, source.decode("utf-8-sig"))
            elif row[0] != rubric.content_hash:
                where = Where(file=name or None, path="version")
                raise ProblemError(_about("version_taken", rubric.id, rubric.version, where))
        return self.get(rubric.id, rubric.version)

    def _insert(self, db: Queries, rubric: Rubric, source: str) -> None:
        published_at = to_text(self._clock.now())
        db.execute(
            "INSERT INTO rubric_versions (rubric_id, version, hash, source, published_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (rubric.id, rubric.version, rubric.content_hash, source, published_at),
        )
        subject = f"{rubric.id}:{rubric.version}"
        self._trail.append(db, "rubric.published", subject, {"hash": rubric.content_hash})

    def get(self, rubric_id: str, version: int) -> Rubric:
        """Retired ones too: old reviews keep them. Raises ProblemError when it is not here."""
        key = (rubric_id, version)
        if key not in self._read:
            with self._database.reading() as db:
                row = db.execute(
                    "SELECT source FROM rubric_versions WHERE rubric_id = ? AND version = ?", key
                ).fetchone()
            if row is None:
                raise ProblemError(_about("no_such_version", rubric_id, version))
            self._read[key] = load_rubric(row[0], f"{rubric_id}:{version}")
        return self._read[key]

    def source(self, rubric_id: str, version: int) -> str:
        """The file as it was published. Raises ProblemError when it is not here."""
        self.get(rubric_id, version)
        with self._database.reading() as db:
            row = db.execute(
                "SELECT source FROM rubric_versions WHERE rubric_id = ? AND version = ?",
                (rubric_id, version),
            ).fetchone()
        return str(row[0])

    def all(self) -> tuple[Rubric, ...]:
        """Versions in use, by id, the newest of each first."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT rubric_id, version FROM rubric_versions WHERE retired_at IS NULL"
                " ORDER BY rubric_id, version DESC"
            ).fetchall()
        return tuple(self.get(rubric_id, version) for rubric_id, version in rows)

    def matching(self, kind: str) -> tuple[Rubric, ...]:
        """The newest version of each rubric for a kind of interaction: "recording" or "voice",
        "chat", "ticket"."""
        channel = "voice" if kind == "recording" else kind
        newest: dict[str, Rubric] = {}
        for rubric in self.all():
            newest.setdefault(rubric.id, rubric)
        return tuple(rubric for rubric in newest.values() if channel in rubric.channels)

    def retire(self, rubric_id: str, version: int) -> None:
        """No new review starts with it; retiring twice changes nothing."""
        self._set_retired(rubric_id, version, to_text(self._clock.now()), "rubric.retired")

    def bring_back(self, rubric_id: str, version: int) -> None:
        """Takes a retirement back; of one in use it changes nothing."""
        self._set_retired(rubric_id, version, None, "rubric.brought_back")

    def _set_retired(self, rubric_id: str, version: int, at: str | None, action: str) -> None:
        self.get(rubric_id, version)
        with self._database.writing() as db:
            changed = db.execute(
                "UPDATE rubric_versions SET retired_at = :at WHERE rubric_id = :id"
                " AND version = :version AND (retired_at IS NULL) <> (:at IS NULL)",
                {"at": at, "id": rubric_id, "version": version},
            )
            if changed.rowcount:
                self._trail.append(db, action, f"{rubric_id}:{version}", {})


def _about(code: str, rubric_id: str, version: int, where: Where | None = None) -> Problem:
    values: dict[str, str | int | float] = {"id": rubric_id, "version": version}
    return Problem(code=f"rubrics.{code}", where=where or Where(), values=values)
