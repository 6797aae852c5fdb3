"""Drafts of rubrics on a real database: undo outlives a restart, and a save is all or nothing."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics import draft_store
from qa_desktop.rubrics.draft_store import RubricDraftStore


def store_on(database: Database, actor: str = "Lin") -> RubricDraftStore:
    clock = SteppingClock(datetime(2026, 10, 1, tzinfo=UTC), timedelta(seconds=1))
    return RubricDraftStore(database, clock, actor)


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


@pytest.fixture
def drafts(database: Database) -> RubricDraftStore:
    return store_on(database)


def actions(database: Database) -> list[str]:
    with database.reading() as db:
        return [row[0] for row in db.execute("SELECT action FROM audit ORDER BY seq")]


def code_of(error: pytest.ExceptionInfo[ProblemError]) -> str:
    return error.value.problems[0].code


def test_a_draft_is_kept_as_it_is_written(drafts: RubricDraftStore) -> None:
    text = "\ufeffid: x # 好\r\n\r\n  broken: [yaml\n"
    draft = drafts.create(text, ("service", 3))
    assert (draft.text, draft.based_on, draft.author) == (text, ("service", 3), "Lin")
    assert drafts.get(draft.id) == draft
    assert drafts.create("", None).based_on is None


def test_half_a_character_loses_no_other(drafts: RubricDraftStore) -> None:
    draft = drafts.create("title: 😀\ud83d!")
    assert draft.text == "title: 😀\ufffd!"
    assert drafts.save(draft.id, "\ude00 \ud83d\ude00", "text").text == "\ufffd 😀"


def test_undo_and_redo(drafts: RubricDraftStore) -> None:
    draft = drafts.create("a")
    assert drafts.undo(draft.id) is None
    assert drafts.redo(draft.id) is None
    drafts.save(draft.id, "ab", "title")
    saved = drafts.save(draft.id, "abc", "weight")
    assert saved.saved_at > draft.saved_at
    assert (drafts.undo_label(draft.id), drafts.redo_label(draft.id)) == ("weight", None)
    undone = drafts.undo(draft.id)
    assert undone is not None
    assert undone.text == "ab"
    assert (drafts.undo_label(draft.id), drafts.redo_label(draft.id)) == ("title", "weight")
    assert [(step.label, step.undone) for step in drafts.steps(draft.id)] == [
        ("title", False),
        ("weight", True),
    ]
    again = drafts.redo(draft.id)
    assert again is not None
    assert again.text == "abc"
    assert drafts.get(draft.id).text == "abc"


def test_a_new_step_ends_what_could_be_redone(drafts: RubricDraftStore) -> None:
    draft = drafts.create("a")
    drafts.save(draft.id, "ab", "one")
    drafts.undo(draft.id)
    drafts.save(draft.id, "ac", "two")
    assert drafts.redo(draft.id) is None
    assert [step.label for step in drafts.steps(draft.id)] == ["two"]


def test_typing_on_is_one_step(drafts: RubricDraftStore) -> None:
    draft = drafts.create("")
    for text in ("h", "he", "hel"):
        drafts.save(draft.id, text, "title", merge=True)
    drafts.save(draft.id, "hel!", "weight", merge=True)
    assert [step.label for step in drafts.steps(draft.id)] == ["title", "weight"]
    drafts.undo(draft.id)
    # What was undone is not typed on.
    drafts.save(draft.id, "hello", "title", merge=True)
    assert [step.label for step in drafts.steps(draft.id)] == ["title", "title"]
    back = drafts.undo(draft.id)
    assert back is not None
    assert back.text == "hel"


def test_the_same_text_is_no_step(drafts: RubricDraftStore) -> None:
    draft = drafts.create("a")
    assert drafts.save(draft.id, "a", "nothing") == draft
    assert drafts.steps(draft.id) == ()


def test_old_steps_go_and_the_newest_stay(
    drafts: RubricDraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_store, "MOST_STEPS", 5)
    draft = drafts.create("0")
    for number in range(1, 12):
        drafts.save(draft.id, str(number), f"step {number}")
    assert len(drafts.steps(draft.id)) == 5
    for _ in range(5):
        drafts.undo(draft.id)
    assert drafts.undo(draft.id) is None
    assert drafts.get(draft.id).text == "6"


def test_undo_outlives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "workspace.sqlite3"
    database = open_database(file)
    draft = store_on(database).create("a", ("x", 1))
    store_on(database).save(draft.id, "ab", "one")
    store_on(database).save(draft.id, "abc", "two")
    store_on(database).undo(draft.id)
    database.close()
    reopened = open_database(file)
    drafts = store_on(reopened)
    assert [found.id for found in drafts.all()] == [draft.id]
    assert drafts.get(draft.id).text == "ab"
    again = drafts.redo(draft.id)
    assert again is not None
    assert again.text == "abc"
    reopened.close()


def test_a_save_that_fails_half_way_changes_nothing(
    database: Database, drafts: RubricDraftStore
) -> None:
    draft = drafts.create("a")
    drafts.save(draft.id, "ab", "one")
    with database.writing() as db:
        db.execute(
            "CREATE TRIGGER refused BEFORE UPDATE OF source ON rubric_drafts"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    with pytest.raises(sqlite3.IntegrityError, match="refused"):
        drafts.save(draft.id, "abc", "two")
    with pytest.raises(sqlite3.IntegrityError, match="refused"):
        drafts.undo(draft.id)
    with database.writing() as db:
        db.execute("DROP TRIGGER refused")
    assert drafts.get(draft.id).text == "ab"
    assert [(step.label, step.undone) for step in drafts.steps(draft.id)] == [("one", False)]


def test_discarded_and_brought_back_whole(database: Database, drafts: RubricDraftStore) -> None:
    draft = drafts.create("a")
    drafts.save(draft.id, "ab", "one")
    drafts.discard(draft.id)
    assert drafts.all() == ()
    for call in (
        lambda: drafts.get(draft.id),
        lambda: drafts.save(draft.id, "abc", "two"),
        lambda: drafts.undo(draft.id),
        lambda: drafts.discard(draft.id),
    ):
        with pytest.raises(ProblemError) as caught:
            call()
        assert code_of(caught) == "rubrics.draft_gone"
    assert drafts.bring_back(draft.id).text == "ab"
    assert drafts.bring_back(draft.id).text == "ab"
    undone = drafts.undo(draft.id)
    assert undone is not None
    assert undone.text == "a"
    assert actions(database) == [
        "rubric.draft_started",
        "rubric.draft_discarded",
        "rubric.draft_brought_back",
    ]
    assert audit.verify(database) == ()


def test_a_published_draft_is_out_of_the_way(drafts: RubricDraftStore) -> None:
    draft = drafts.create("a")
    drafts.close(draft.id)
    drafts.close(draft.id)
    assert drafts.all() == ()


def test_own_drafts_come_first_and_the_newest_of_them(database: Database) -> None:
    lin, wu = store_on(database), store_on(database, "Wu")
    first, second = lin.create("1").id, lin.create("2").id
    other = wu.create("3").id
    assert [draft.id for draft in lin.all()] == [second, first, other]
    assert [draft.id for draft in wu.all()] == [other, second, first]
    lin.save(first, "1b", "x")
    lin.save(first, "1c", "y")
    assert [draft.id for draft in lin.all()] == [first, second, other]


def test_an_unknown_draft(drafts: RubricDraftStore) -> None:
    for call in (drafts.get, drafts.undo, drafts.redo, drafts.discard, drafts.bring_back):
        with pytest.raises(ProblemError):
            call("none")
