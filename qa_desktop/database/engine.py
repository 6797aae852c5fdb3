"""What the machine's SQLite can do."""

import sqlite3
from contextlib import closing


def describe_engine() -> tuple[str, bool]:
    """Its name and version, and whether it has full-text search (FTS5)."""
    with closing(sqlite3.connect(":memory:")) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return f"SQLite {sqlite3.sqlite_version}", "ENABLE_FTS5" in options
