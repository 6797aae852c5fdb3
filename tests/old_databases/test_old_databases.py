"""Every database that a released version wrote still opens, with all that was in it."""

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.database import audit, search
from qa_desktop.database.schema_version import SCHEMA_VERSION
from qa_desktop.database.verify import verify_workspace
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.model import Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

FOLDER = Path(__file__).resolve().parent
OLD = sorted(FOLDER.glob("schema-*.sqlite3.gz"))
CLOCK = SteppingClock(datetime(2026, 12, 1, tzinfo=UTC))


@pytest.fixture(params=OLD, ids=lambda file: file.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with gzip.open(request.param) as packed, (tmp_path / "qa.sqlite3").open("wb") as file:
        shutil.copyfileobj(packed, file)
    with open_workspace(tmp_path, clock=CLOCK, create=False) as workspace:
        yield workspace


def schema(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()


def test_the_newest_schema_is_among_them() -> None:
    assert OLD[-1].name == f"schema-{SCHEMA_VERSION}.sqlite3.gz"


def test_it_has_the_schema_of_a_new_one(old: Workspace, tmp_path: Path) -> None:
    """Where this fails for the newest: a released migration was edited, which must not be."""
    with (
        open_workspace(tmp_path / "new", clock=CLOCK) as new,
        new.database.alone() as fresh,
        old.database.alone() as migrated,
    ):
        assert schema(migrated) == schema(fresh)


def test_nothing_is_wrong_with_it(old: Workspace) -> None:
    report = verify_workspace(old)
    # Its sound was not kept.
    assert [problem.code for problem in report.problems] == ["database.media_missing"]
    assert audit.verify(old.database) == ()


def test_its_interactions_are_there(old: Workspace) -> None:
    interactions = InteractionStore(old.database, CLOCK, "a")
    call = interactions.detail("call")
    assert call.interaction.metadata.tags == ("投诉", "vip")
    assert call.interaction.metadata.handle_time_s == 312.5
    assert call.recordings[0].sample_rate_hz == 8000
    assert call.turns[0].words[0].text == "您好"
    assert interactions.detail("ticket").events[0].new == "open"
    assert [hit.subject for hit in search.find(old.database, "退款")] == ["call", "call:1"]


def test_its_reviews_are_there_and_can_go_on(old: Workspace) -> None:
    reviews = ReviewStore(old.database, CLOCK, "a")
    rows = ListingStore(old.database).page(ListingFilter(), 10)
    states = {row.interaction.id: (row.review_state, row.revision, row.score) for row in rows}
    assert states == {"call": ("submitted", 2, "89.50"), "ticket": ("draft", 1, None)}

    corrected = reviews.latest_for("call")
    assert corrected is not None
    first, second = reviews.history(corrected.id)
    assert (first.correction_reason, second.correction_reason) == (None, "Appeal")
    assert first.draft == second.draft
    assert second.draft.entries["wait"] == Entry(
        answer=Answer(value=Fraction("12.5")), marks_ms=(0, 12_500)
    )
    assert second.draft.comments[0].text == "安抚得很好"

    draft = reviews.latest_for("ticket")
    assert draft is not None
    assert draft.draft.entries["greeting"].answer == Answer(value=Fraction(2))
    assert reviews.redo_label(draft.id) == StepLabel(code="answer", values={"item": "greeting"})
    redone = reviews.redo(draft.id)
    assert redone is not None
    assert redone.draft.entries["greeting"].answer == Answer(value=Fraction(3))
    rubric = RubricStore(old.database, CLOCK, "a").get(draft.rubric_id, draft.rubric_version)
    assert rubric.content_hash == draft.rubric_hash
    complete = {**redone.draft.entries, "wait": Entry(answer=Answer(value=Fraction(5)))}
    reviews.save(draft.id, type(redone.draft)(entries=complete), StepLabel(code="answer"))
    assert reviews.submit(draft.id, rubric).result is not None
