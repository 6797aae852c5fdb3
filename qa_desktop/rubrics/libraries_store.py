"""The shared folders of this workspace, and which of their files somebody has looked at."""

from collections.abc import Iterable
from pathlib import Path

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.rubrics.libraries import FoundFile, Known, Library


class LibrariesStore:
    """`actor` is written to the audit trail."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._trail = Trail(clock, actor)

    def all(self) -> tuple[Library, ...]:
        """By name."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT folder, name, read_only FROM rubric_libraries ORDER BY name, folder"
            ).fetchall()
        return tuple(
            Library(folder=Path(folder), name=name, read_only=bool(read_only))
            for folder, name, read_only in rows
        )

    def add(self, folder: Path, *, read_only: bool, name: str = "") -> Library:
        """`name` "": the folder's. Raises ProblemError rubrics.library_known, library_no_folder."""
        place = folder.expanduser().absolute()
        where = Where(file=str(place))
        if not place.is_dir():
            raise ProblemError(Problem(code="rubrics.library_no_folder", where=where))
        if any(_same(library.folder, place) for library in self.all()):
            raise ProblemError(Problem(code="rubrics.library_known", where=where))
        library = Library(folder=place, name=name or place.name or str(place), read_only=read_only)
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO rubric_libraries (folder, name, read_only, added_at)"
                " VALUES (?, ?, ?, ?)",
                (str(place), library.name, int(read_only), to_text(self._clock.now())),
            )
            self._trail.append(db, "rubric_library.added", str(place), {"read_only": read_only})
        return library

    def remove(self, folder: Path) -> None:
        """The folder itself and what was taken from it stay as they are; removing twice changes
        nothing."""
        with self._database.writing() as db:
            gone = db.execute("DELETE FROM rubric_libraries WHERE folder = ?", (str(folder),))
            if gone.rowcount:
                self._trail.append(db, "rubric_library.removed", str(folder), {})

    def set_read_only(self, folder: Path, *, read_only: bool) -> None:
        with self._database.writing() as db:
            changed = db.execute(
                "UPDATE rubric_libraries SET read_only = ? WHERE folder = ? AND read_only <> ?",
                (int(read_only), str(folder), int(read_only)),
            )
            if changed.rowcount:
                about = {"read_only": read_only}
                self._trail.append(db, "rubric_library.changed", str(folder), about)

    def known(self, folder: Path) -> Known:
        """All that a scan of the folder is compared with; retired versions count too."""
        with self._database.reading() as db:
            hashes = db.execute("SELECT rubric_id, version, hash FROM rubric_versions").fetchall()
            seen = db.execute(
                "SELECT file_name, hash FROM rubric_library_files WHERE folder = ?", (str(folder),)
            ).fetchall()
        return Known(
            hashes={(name, version): digest for name, version, digest in hashes}, seen=dict(seen)
        )

    def note_seen(self, folder: Path, files: Iterable[FoundFile]) -> None:
        """Somebody has looked at these, as they are; others of the folder are forgotten."""
        now = to_text(self._clock.now())
        with self._database.writing() as db:
            db.execute("DELETE FROM rubric_library_files WHERE folder = ?", (str(folder),))
            for file in files:
                rubric = file.rubric
                db.execute(
                    "INSERT INTO rubric_library_files"
                    " (folder, file_name, hash, rubric_id, version, seen_at)"
                    " SELECT ?, ?, ?, ?, ?, ?"
                    " WHERE EXISTS (SELECT 1 FROM rubric_libraries WHERE folder = ?)",
                    (
                        str(folder),
                        file.name,
                        file.digest,
                        None if rubric is None else rubric.id,
                        None if rubric is None else rubric.version,
                        now,
                        str(folder),
                    ),
                )


def _same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        # One of them can't be reached now.
        return first == second
