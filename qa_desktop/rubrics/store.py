"""Published rubric versions in the workspace's database: each is frozen for ever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.rubrics.examples import example_problems
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

    def publish(
        self,
        source: bytes,
        name: str = "",
        *,
        note: str = "",
        also: Callable[[], None] | None = None,
    ) -> Rubric:
        """Freezes a version; publishing the same content again changes nothing.

        `name` is the file's, for problems; `note` says what changed and why, and is frozen with the
        version; `also` is done in the same transaction. Raises ProblemError with what is wrong in
        the file, its examples that fail, or rubrics.version_taken when that version already has
        other content.
        """
        rubric = load_rubric(source, name)
        with self._database.writing() as db:
            row = db.execute(
                "SELECT hash FROM rubric_versions WHERE rubric_id = ? AND version = ?",
                (rubric.id, rubric.version),
            ).fetchone()
            if row is None:
                failing = example_problems(rubric)
                if failing:
                    raise ProblemError(
                        replace(p, where=replace(p.where, file=name or None)) for p in failing
                    )
                self._insert(db, rubric, source.decode("utf-8-sig"), note.strip())
            elif row[0] != rubric.content_hash:
                where = Where(file=name or None, path="version")
                raise ProblemError(_about("version_taken", rubric.id, rubric.version, where))
            if also is not None:
                also()
        return self.get(rubric.id, rubric.version)

    def _insert(self, db: Queries, rubric: Rubric, source: str, note: str) -> None:
        published_at = to_text(self._clock.now())
        db.execute(
            "INSERT INTO rubric_versions (rubric_id, version, hash, source, published_at,"
            " published_by, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(rubric.id, rubric.version, rubric.content_hash, source, published_at),
                *(self._trail.actor, note),
            ),
        )
        subject = f"{rubric.id}:{rubric.version}"
        about = {"hash": rubric.content_hash, **({"note": note} if note else {})}
        self._trail.append(db, "rubric.published", subject, about)

    def get(self, rubric_id: str, version: int) -> Rubric:
        """Retired ones too: old reviews keep them.

        Raises ProblemError rubrics.no_such_version, and rubrics.version_changed when it is not what
        was published: nothing may be graded or read by it then.
        """
        key = (rubric_id, version)
        if key not in self._read:
            with self._database.reading() as db:
                row = db.execute(
                    "SELECT source, hash FROM rubric_versions WHERE rubric_id = ? AND version = ?",
                    key,
                ).fetchone()
            if row is None:
                raise ProblemError(_about("no_such_version", rubric_id, version))
            self._read[key] = _as_published(row[0], row[1], rubric_id, version)
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

    def hashes(self, rubric_id: str) -> tuple[tuple[int, str], ...]:
        """(version, content hash) of all that were published, retired ones too, newest first."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT version, hash FROM rubric_versions WHERE rubric_id = ?"
                " ORDER BY version DESC",
                (rubric_id,),
            ).fetchall()
        return tuple(rows)

    def all(self) -> tuple[Rubric, ...]:
        """Versions in use, by id, the newest of each first.

        One that is not what was published is not in use: `problems` tells of it.
        """
        return self._in_use()[0]

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with versions that nobody retired."""
        return self._in_use()[1]

    def _in_use(self) -> tuple[tuple[Rubric, ...], tuple[Problem, ...]]:
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT rubric_id, version FROM rubric_versions WHERE retired_at IS NULL"
                " ORDER BY rubric_id, version DESC"
            ).fetchall()
        good: list[Rubric] = []
        problems: list[Problem] = []
        for key in rows:
            try:
                good.append(self.get(*key))
            except ProblemError as error:
                problems += error.problems
        return tuple(good), tuple(problems)

    def matching(self, kind: str) -> tuple[Rubric, ...]:
        """For a kind of interaction ("recording" or "voice", "chat", "ticket"), the newest version
        of each rubric that is in force today."""
        channel = "voice" if kind == "recording" else kind
        today = self._clock.now().astimezone().date()
        newest: dict[str, Rubric] = {}
        for rubric in self.all():
            if is_in_force(rubric, today):
                newest.setdefault(rubric.id, rubric)
        return tuple(rubric for rubric in newest.values() if channel in rubric.channels)

    def retire(self, rubric_id: str, version: int) -> None:
        """No new review starts with it; retiring twice changes nothing."""
        now = to_text(self._clock.now())
        self._set_retired(rubric_id, version, (now, self._trail.actor), "rubric.retired")

    def bring_back(self, rubric_id: str, version: int) -> None:
        """Takes a retirement back; of one in use it changes nothing."""
        self._set_retired(rubric_id, version, (None, None), "rubric.brought_back")

    def _set_retired(
        self, rubric_id: str, version: int, how: tuple[str | None, str | None], action: str
    ) -> None:
        key = {"id": rubric_id, "version": version}
        with self._database.writing() as db:
            known = db.execute(
                "SELECT 1 FROM rubric_versions WHERE rubric_id = :id AND version = :version", key
            ).fetchone()
            if known is None:
                raise ProblemError(_about("no_such_version", rubric_id, version))
            changed = db.execute(
                "UPDATE rubric_versions SET retired_at = :at, retired_by = :by"
                " WHERE rubric_id = :id"
                " AND version = :version AND (retired_at IS NULL) <> (:at IS NULL)",
                {"at": how[0], "by": how[1], **key},
            )
            if changed.rowcount:
                self._trail.append(db, action, f"{rubric_id}:{version}", {})


def is_in_force(rubric: Rubric, day: date) -> bool:
    """Both ends of its time belong to it."""
    begun = rubric.effective_from is None or rubric.effective_from <= day
    return begun and (rubric.effective_until is None or day <= rubric.effective_until)


def is_as_published(source: str, content_hash: str, rubric_id: str, version: int) -> bool:
    """Whether a source is what its hash, id and version say."""
    try:
        _as_published(source, content_hash, rubric_id, version)
    except ProblemError:
        return False
    return True


def _as_published(source: str, content_hash: str, rubric_id: str, version: int) -> Rubric:
    try:
        rubric = load_rubric(source, f"{rubric_id}:{version}")
    except ProblemError:
        rubric = None
    if rubric is None or (rubric.id, rubric.version, rubric.content_hash) != (
        *(rubric_id, version, content_hash),
    ):
        raise ProblemError(_about("version_changed", rubric_id, version))
    return rubric


def _about(code: str, rubric_id: str, version: int, where: Where | None = None) -> Problem:
    values: dict[str, str | int | float] = {"id": rubric_id, "version": version}
    return Problem(code=f"rubrics.{code}", where=where or Where(), values=values)
