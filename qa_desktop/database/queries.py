"""What a query needs of a database, be it the bare connection or sqlite-utils around it."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Protocol


class Queries(Protocol):
    def execute(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ..., /
    ) -> sqlite3.Cursor:
        """The cursor; rows are tuples."""
        ...


def as_dicts(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    """Every row by its columns' names."""
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
