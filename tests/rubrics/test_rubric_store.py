"""Published versions in a real database: frozen, found again, retired, audited."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.store import RubricStore

GOOD = (Path(__file__).parent / "good.yaml").read_bytes()


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> RubricStore:
    return RubricStore(database, SteppingClock(datetime(2026, 10, 1, tzinfo=UTC)), "Lin")


def code_of(error: ProblemError) -> str:
    return error.problems[0].code


def entries(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as db:
        return list(db.execute("SELECT actor, action, subject FROM audit ORDER BY seq"))


def test_published_is_found_again(store: RubricStore, database: Database) -> None:
    rubric = store.publish(GOOD, "good.yaml")
    assert store.get("good", 2) is rubric
    assert store.source("good", 2).encode() == GOOD
    other = RubricStore(database, SteppingClock(datetime(2026, 10, 2, tzinfo=UTC)), "Wu")
    assert other.get("good", 2) == rubric
    assert entries(database) == [("Lin", "rubric.published", "good:2")]
    assert audit.verify(database) == ()


def test_publishing_again(store: RubricStore, database: Database) -> None:
    first = store.publish(GOOD)
    assert store.publish(b"# only a comment\n" + GOOD) is first
    assert len(entries(database)) == 1
    with pytest.raises(ProblemError) as caught:
        store.publish(GOOD.replace(b"text: First", b"text: Other"), "changed.yaml")
    assert code_of(caught.value) == "rubrics.version_taken"
    assert caught.value.problems[0].where.file == "changed.yaml"
    assert store.get("good", 2) is first


def test_a_bad_file_is_not_published(store: RubricStore, database: Database) -> None:
    with pytest.raises(ProblemError):
        store.publish(GOOD.replace(b"version: 2", b"version: two"))
    assert (store.all(), entries(database)) == ((), [])


def test_what_is_not_here(store: RubricStore) -> None:
    for missing in (store.get, store.source, store.retire):
        method: Callable[[str, int], object] = missing
        with pytest.raises(ProblemError) as caught:
            method("good", 9)
        assert code_of(caught.value) == "rubrics.no_such_version"


def test_newest_first_and_by_channel(store: RubricStore) -> None:
    for version in (1, 3, 2):
        store.publish(GOOD.replace(b"version: 2", f"version: {version}".encode()))
    store.publish(GOOD.replace(b"id: good", b"id: tickets").replace(b"[voice, chat]", b"[ticket]"))
    assert [(r.id, r.version) for r in store.all()] == [
        ("good", 3),
        ("good", 2),
        ("good", 1),
        ("tickets", 2),
    ]
    for kind in ("recording", "voice", "chat"):
        assert [(r.id, r.version) for r in store.matching(kind)] == [("good", 3)]
    assert [r.id for r in store.matching("ticket")] == ["tickets"]


def test_retired_versions_stay_readable(store: RubricStore, database: Database) -> None:
    rubric = store.publish(GOOD)
    store.retire("good", 2)
    store.retire("good", 2)
    assert store.all() == ()
    assert store.matching("voice") == ()
    assert store.get("good", 2) is rubric
    assert entries(database)[1:] == [("Lin", "rubric.retired", "good:2")]


def test_the_shipped_ones_are_published(store: RubricStore) -> None:
    published = [store.publish(source, name) for name, source in shipped_rubrics()]
    assert len(published) >= 2
    for_calls = {rubric.id for rubric in published if "voice" in rubric.channels}
    assert {rubric.id for rubric in store.matching("recording")} == for_calls
