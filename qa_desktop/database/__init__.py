"""Opens, locks, migrates, backs up and audits the workspace's one SQLite file."""

from qa_desktop.database.lean_import import load_sqlite_utils

load_sqlite_utils()
