"""A real database and a real workspace for each test."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlite_utils

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.database.connection import Database, open_database
from qa_desktop.database.workspace import Workspace, open_workspace


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 2, 9, tzinfo=UTC), timedelta(seconds=1))


@pytest.fixture
def database() -> Iterator[Database]:
    database = open_database(None)
    yield database
    database.close()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace", clock=clock) as workspace:
        yield workspace


@pytest.fixture
def add_interaction() -> Callable[..., None]:
    """Adds one interaction's row (and its batch)."""

    def add(db: sqlite_utils.Database, interaction_id: str, **columns: object) -> None:
        db["import_batches"].insert(
            {"id": "batch", "imported_at": "2026-11-02T08:00:00.000Z", "source": "tests"},
            ignore=True,
        )
        row = {
            "id": interaction_id,
            "kind": "chat",
            "title": f"Chat {interaction_id}",
            "content_hash": f"hash of {interaction_id}",
            "source_name": "chats.json",
            "batch_id": "batch",
            "imported_at": "2026-11-02T08:00:00.000Z",
        }
        db["interactions"].insert({**row, **columns})

    return add
