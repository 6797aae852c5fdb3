"""What keeps a draft from being published, and that no draft, file or edit changes a version."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.database.connection import Database, open_database
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.ids import rename_id
from qa_desktop.rubrics.publishing import check_publishable
from qa_desktop.rubrics.store import RubricStore

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
EXAMPLE = {
    "id": "fine",
    "title": "Fine",
    "given": {
        "answers": {"first": {"value": "yes"}, "second": {"value": 5}, "third": {"na": True}}
    },
    "expect": {"score": 100},
}
CLOCK = SteppingClock(datetime(2026, 10, 1, tzinfo=UTC))


@pytest.fixture
def database() -> Iterator[Database]:
    opened = open_database(None)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> RubricStore:
    return RubricStore(database, CLOCK, "Lin")


@pytest.fixture
def good() -> Document:
    return Document.of(GOOD, "good.yaml")


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str | None]]:
    for problem in problems:
        for language in LANGUAGES:
            assert wording(language).line(problem)
    return [(p.code.removeprefix("rubrics."), p.where.line, p.where.path) for p in problems]


def test_nothing_stands_in_the_way(store: RubricStore, good: Document) -> None:
    assert check_publishable(good, store) == ()
    assert check_publishable(good, store, is_new=True) == ()


def test_errors_and_missing_translations(store: RubricStore, good: Document) -> None:
    broken = good.put(("sections", 0, "title"), {"en": "One"}).put(("version",), 0)
    assert told(check_publishable(broken, store)) == [
        ("too_small", 3, "version"),
        ("missing_language", 11, "sections[0].title"),
    ]
    assert told(check_publishable(Document.of("{"), store))[0][0] == "syntax"


def test_versions_in_the_way(store: RubricStore, good: Document) -> None:
    store.publish(GOOD.encode())
    assert told(check_publishable(good, store)) == [("already_published", 3, "version")]
    other = good.put(("owner",), "Wu")
    assert told(check_publishable(other, store)) == [("version_taken", 3, "version")]
    older = other.put(("version",), 1)
    assert told(check_publishable(older, store)) == [("version_not_newer", 3, "version")]
    assert check_publishable(other.put(("version",), 3), store) == ()
    store.retire("good", 2)
    assert told(check_publishable(other, store)) == [("version_taken", 3, "version")]


def test_a_new_rubric_needs_a_new_id(store: RubricStore, good: Document) -> None:
    store.publish(GOOD.encode())
    newer = good.put(("version",), 3)
    assert told(check_publishable(newer, store, is_new=True)) == [("id_published", 2, "id")]
    assert check_publishable(rename_id(newer, (), "better"), store, is_new=True) == ()


def test_failing_examples_stand_in_the_way_and_at_the_door(
    store: RubricStore, good: Document
) -> None:
    failing = good.put(("examples",), [EXAMPLE, {**EXAMPLE, "id": "off", "expect": {"score": 99}}])
    (problem,) = check_publishable(failing, store)
    assert told((problem,))[0][::2] == ("example_differs", "examples[1].expect.score")
    line = failing.text.splitlines()[(problem.where.line or 0) - 1]
    assert "score: 99" in line
    with pytest.raises(ProblemError) as caught:
        store.publish(failing.text.encode(), "f.yaml")
    assert [p.code for p in caught.value.problems] == ["rubrics.example_differs"]
    assert caught.value.problems[0].where.file == "f.yaml"
    assert store.hashes("good") == ()
    mended = failing.put(("examples", 1, "expect", "score"), 100)
    assert check_publishable(mended, store) == ()
    store.publish(mended.text.encode())


def _by_draft(store: RubricStore, database: Database) -> None:
    """A draft opened from it, saved, undone, discarded, brought back."""
    drafts = RubricDraftStore(database, CLOCK, "Wu")
    draft = drafts.create(store.source("good", 2), ("good", 2))
    changed = Document.of(draft.text).put(("sections", 0, "weight"), 30)
    drafts.save(draft.id, changed.text, "weight")
    drafts.undo(draft.id)
    drafts.redo(draft.id)
    drafts.discard(draft.id)
    drafts.bring_back(draft.id)


def _by_publishing(store: RubricStore, database: Database) -> None:
    """The draft with the same number, through the only door."""
    changed = Document.of(GOOD).put(("sections", 0, "weight"), 30)
    for text in (changed.text, "\ufeff" + changed.text, changed.text.replace("\n", "\r\n")):
        with pytest.raises(ProblemError, match="version_taken"):
            store.publish(text.encode(), note="again")


def _by_the_same_words_otherwise_written(store: RubricStore, database: Database) -> None:
    """What says the same is the same version; the text that was published stays."""
    store.publish(b"# other comments\n" + GOOD.encode(), note="another note")


def _by_retiring(store: RubricStore, database: Database) -> None:
    store.retire("good", 2)
    with pytest.raises(ProblemError, match="version_taken"):
        store.publish(GOOD.replace("text: First", "text: Other").encode())
    store.bring_back("good", 2)


def _by_what_was_read(store: RubricStore, database: Database) -> None:
    """Nobody holds a version that can be written to."""
    rubric = store.get("good", 2)
    for part in (rubric, rubric.scoring, rubric.sections[0], rubric.sections[0].items[0]):
        with pytest.raises((AttributeError, TypeError)):
            part.id = "other"  # type: ignore[union-attr,misc]  # that it can't is what is tested


@pytest.mark.parametrize(
    "way",
    [
        _by_draft,
        _by_publishing,
        _by_the_same_words_otherwise_written,
        _by_retiring,
        _by_what_was_read,
    ],
)
def test_no_way_changes_a_published_version(
    database: Database, store: RubricStore, way: Callable[[RubricStore, Database], None]
) -> None:
    first = store.publish(GOOD.encode(), note="first")
    way(store, database)
    later = RubricStore(database, CLOCK, "Zhao")
    assert later.source("good", 2) == GOOD
    assert later.get("good", 2) == first
    assert later.hashes("good") == ((2, first.content_hash),)
    with database.reading() as db:
        kept = db.execute("SELECT note, published_by FROM rubric_versions").fetchall()
    assert kept == [("first", "Lin")]
