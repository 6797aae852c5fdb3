"""A draft becomes a version and goes away, both or neither; reviews under way keep theirs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics.draft_publishing import publish_draft
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.store import RubricStore

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
NEWER = GOOD.replace("version: 2", "version: 3")


class Room:
    def __init__(self, database: Database) -> None:
        clock = SteppingClock(datetime(2026, 10, 1, 12, tzinfo=UTC), timedelta(seconds=1))
        self.database = database
        self.rubrics = RubricStore(database, clock, "Lin")
        self.drafts = RubricDraftStore(database, clock, "Lin")
        self.rubrics.publish(GOOD.encode())

    def publish(self, draft_id: str, note: str = "") -> int:
        return publish_draft(self.drafts, self.rubrics, draft_id, note).version


@pytest.fixture
def room() -> Iterator[Room]:
    database = open_database(None)
    yield Room(database)
    database.close()


def test_it_is_frozen_and_closed(room: Room) -> None:
    draft = room.drafts.create(NEWER, ("good", 2))
    other = room.drafts.create(NEWER, ("good", 2))
    assert room.publish(draft.id, "Why not") == 3
    assert [one.id for one in room.drafts.all()] == [other.id]
    assert room.rubrics.source("good", 3) == NEWER
    assert room.rubrics.get("good", 2).version == 2
    with pytest.raises(ProblemError) as caught:
        room.publish(draft.id)
    assert caught.value.problems[0].code == "rubrics.draft_gone"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD, "rubrics.already_published"),
        (GOOD.replace("text: First", "text: Other"), "rubrics.version_taken"),
        (GOOD.replace("version: 2", "version: 1"), "rubrics.version_not_newer"),
        (NEWER.replace("version: 3", "version: three"), "rubrics.expected_number"),
    ],
)
def test_what_stands_against_it(room: Room, text: str, code: str) -> None:
    draft = room.drafts.create(text, ("good", 2))
    with pytest.raises(ProblemError) as caught:
        room.publish(draft.id)
    assert code in [problem.code for problem in caught.value.problems]
    assert [one.id for one in room.drafts.all()] == [draft.id]
    assert [version for version, _ in room.rubrics.hashes("good")] == [2]


def test_where_closing_fails_nothing_is_published(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = room.drafts.create(NEWER, ("good", 2))

    def broken(_: str) -> None:
        raise RuntimeError("disk")

    monkeypatch.setattr(room.drafts, "close", broken)
    with pytest.raises(RuntimeError):
        room.publish(draft.id)
    assert [version for version, _ in room.rubrics.hashes("good")] == [2]
    assert [one.id for one in room.drafts.all()] == [draft.id]
