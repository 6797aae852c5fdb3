"""What the machine's SQLite can do."""

import sqlite3
from contextlib import closing

from qa_desktop.base.problems import Problem, ProblemError

# STRICT tables; 3.35 brought RETURNING.
OLDEST = (3, 37)


def describe_engine() -> tuple[str, bool]:
    """Its name and version, and whether it has full-text search (FTS5)."""
    with closing(sqlite3.connect(":memory:")) as connection:
        modules = connection.execute("PRAGMA module_list").fetchall()
    return f"SQLite {sqlite3.sqlite_version}", ("fts5",) in modules


def refuse_old_engine() -> None:
    """Raises ProblemError database.engine.

    Python from python.org brings its own SQLite; what a system or a compiler brings may be older.
    """
    _, has_search = describe_engine()
    if sqlite3.sqlite_version_info < OLDEST or not has_search:
        oldest = ".".join(map(str, OLDEST))
        values = {"found": sqlite3.sqlite_version, "oldest": oldest}
        raise ProblemError(Problem(code="database.engine", values=values))
