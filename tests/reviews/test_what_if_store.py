"""Samples of submitted reviews out of a real database, and the items' averages by version."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from qa_desktop.base.clock import SteppingClock, to_text
from qa_desktop.base.progress import Cancelled, NoProgress
from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.reviews.trends import item_trends
from qa_desktop.reviews.what_if import Rescored, WhatIf
from qa_desktop.reviews.what_if_store import Graded, SampleFilter, WhatIfStore
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.store import RubricStore

YES_NO = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]
START = datetime(2026, 11, 2, 9, tzinfo=UTC)


def source(version: int, **of_b: Any) -> bytes:
    items = [
        {"id": "a", "text": "A", "answer": {"type": "choice", "options": YES_NO}},
        {"id": "b", "text": "B", "answer": {"type": "scale", "min": 1, "max": 5}, **of_b},
    ]
    if version == 2:
        items.append({"id": "n", "text": "N", "answer": {"type": "note"}})
    rubric = {
        "schema": "qa-rubric/1",
        "id": "small",
        "version": version,
        "title": "Small",
        "channels": ["voice"],
        "languages": ["en"],
        "scoring": {"aggregation": "sectioned", "pass_mark": 80},
        "grades": [{"id": "any", "min": 0, "title": "Any"}],
        "sections": [{"id": "all", "title": "All", "weight": 1, "items": items}],
        "adjustments": [{"id": "plus", "kind": "bonus", "points": 1, "times": 2, "title": "P"}],
        "scenarios": [{"id": "busy", "title": "Busy", "weights": {"all": 1}}],
    }
    return json.dumps(rubric).encode()


class Desk:
    """A workspace in which reviews are graded, one an hour."""

    def __init__(self, database: Database) -> None:
        self.database = database
        clock = SteppingClock(START, timedelta(minutes=10))
        self.rubrics = RubricStore(database, clock, "Lin")
        self.reviews = ReviewStore(database, clock, "Lin")
        self.store = WhatIfStore(database)
        with database.writing() as db:
            now = to_text(START)
            db["import_batches"].insert({"id": "batch", "imported_at": now, "source": "tests"})

    def contact(self, name: str, agent: str, team: str) -> None:
        with self.database.writing() as db:
            db["interactions"].insert(
                {
                    "id": name,
                    "kind": "recording",
                    "title": name.title(),
                    "content_hash": name,
                    "source_name": name,
                    "batch_id": "batch",
                    "imported_at": to_text(START),
                    "agent_name": agent,
                    "team": team,
                }
            )

    def grade(self, name: str, rubric: Rubric, a: str, b: int | None, **more: Any) -> str:
        entries = {
            "a": Entry(answer=Answer(value=a)),
            "b": Entry(answer=Answer(na=True) if b is None else Answer(value=Fraction(b))),
        }
        review = self.reviews.start(name, rubric)
        draft = Draft(entries=entries, **more)
        self.reviews.save(review.id, draft, StepLabel(code="answer"))
        self.reviews.submit(review.id, rubric)
        return review.id


@pytest.fixture
def desk() -> Iterator[Desk]:
    database = open_database(None)
    desk = Desk(database)
    for name, agent, team in (
        ("one", "Li", "North"),
        ("two", "Wu", "North"),
        ("three", "Li", "South"),
        ("four", "Wu", ""),
    ):
        desk.contact(name, agent, team)
    yield desk
    database.close()


def test_a_case_is_the_review_that_counts(desk: Desk) -> None:
    rubric = desk.rubrics.publish(source(1))
    review = desk.grade("one", rubric, "no", 5, adjustments={"plus": 2}, scenario="busy")
    desk.reviews.correct(review, "Heard again")
    entries = {"a": Entry(answer=Answer(value="yes")), "b": Entry(answer=Answer(na=True))}
    corrected = Draft(entries=entries, adjustments={"plus": 1}, agent="Han")
    desk.reviews.save(review, corrected, StepLabel(code="answer"))
    before = desk.store.read(desk.store.choose(SampleFilter(rubric_id="small")))
    assert [(one.revision, one.before.score, one.given.scenario) for one in before] == [
        (1, 52, "busy")
    ]
    desk.reviews.submit(review, rubric)
    (one,) = desk.store.read(desk.store.choose(SampleFilter(rubric_id="small")))
    assert (one.review_id, one.revision, one.interaction_id) == (review, 2, "one")
    assert (one.title, one.agent, one.team, one.version) == ("One", "Han", "North", 1)
    assert one.given.answers == {"a": Answer(value="yes"), "b": Answer(na=True)}
    assert (dict(one.given.adjustments), one.given.scenario) == ({"plus": 1}, None)
    assert (one.before.score, one.before.grade, one.before.outcome) == (100, "any", "pass")
    assert one.sections == {"all": 100}
    assert desk.store.graded("small") == {1: Graded(submitted=1, drafts=0)}


def test_which_reviews(desk: Desk) -> None:
    first = desk.rubrics.publish(source(1))
    second = desk.rubrics.publish(source(2))
    ids = {name: desk.grade(name, first, "yes", 5) for name in ("one", "two")}
    ids |= {name: desk.grade(name, second, "yes", 5) for name in ("three", "four")}
    desk.reviews.start("one", second)
    names = {review: name for name, review in ids.items()}

    def chosen(**wanted: Any) -> list[str]:
        return [
            names[review]
            for review, _ in desk.store.choose(SampleFilter(rubric_id="small", **wanted))
        ]

    assert chosen() == ["four", "three", "two", "one"]
    assert chosen(last=2) == ["four", "three"]
    assert chosen(agents=("Li",)) == ["three", "one"]
    assert chosen(teams=("North",)) == ["two", "one"]
    assert chosen(agents=("Wu",), teams=("North",)) == ["two"]
    moments = [
        one.submitted_at
        for one in desk.store.read(desk.store.choose(SampleFilter(rubric_id="small")))
    ]
    assert chosen(since=moments[1]) == ["four", "three"]
    assert chosen(until=moments[1]) == ["two", "one"]
    assert desk.store.choose(SampleFilter(rubric_id="other")) == []
    whose = desk.store.whose("small")
    assert (whose.count, whose.agents, whose.teams) == (
        4,
        {"Li": 2, "Wu": 2},
        {"North": 2, "South": 1},
    )
    assert desk.store.graded("small") == {1: Graded(submitted=2), 2: Graded(submitted=2, drafts=1)}


def test_many_are_read_in_order(desk: Desk) -> None:
    rubric = desk.rubrics.publish(source(1))
    ids = []
    for number in range(230):
        desk.contact(f"c{number}", "Li", "North")
        ids.append(desk.grade(f"c{number}", rubric, "yes", 1 + number % 5))
    reported: list[int] = []

    class Told:
        def report(self, done: int, total: int, what: str = "") -> None:
            reported.append(done)

    cases = desk.store.read(desk.store.choose(SampleFilter(rubric_id="small")), Told())
    assert [one.review_id for one in cases] == ids[::-1]
    assert reported == [0, 100, 200]
    assert [one.given.answers["b"].value for one in cases[:3]] == [5, 4, 3]

    class Stop:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.store.read([(ids[0], 1)], Stop())


def test_trying_a_draft_leaves_no_trace(desk: Desk) -> None:
    rubric = desk.rubrics.publish(source(1))
    desk.grade("one", rubric, "yes", 5)

    def everything() -> list[Any]:
        with desk.database.alone() as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return [
                connection.execute(f'SELECT * FROM "{table}"').fetchall()
                for (table,) in tables.fetchall()
            ]

    before = everything()
    draft = RubricStore(open_database(None), SteppingClock(START), "x").publish(source(2, weight=9))
    cases = desk.store.read(desk.store.choose(SampleFilter(rubric_id="small")))
    tried = WhatIf(draft, {1: rubric}).run(cases, NoProgress())
    assert [isinstance(one, Rescored) for one in tried.rescored] == [True]
    assert everything() == before


def test_items_from_version_to_version(desk: Desk) -> None:
    first = desk.rubrics.publish(source(1))
    second = desk.rubrics.publish(source(2, text="B, in other words", na="not-allowed"))
    desk.grade("one", first, "yes", 5)
    desk.grade("two", first, "no", None)
    desk.grade("three", second, "no", 2)
    told = {
        trend.item_id: [
            (a.version, a.mean, a.count, a.na, a.reworded, a.rescored) for a in trend.averages
        ]
        for trend in item_trends(desk.store, [second, first], NoProgress())
    }
    half, quarter = Fraction(1, 2), Fraction(1, 4)
    assert told == {
        "a": [(1, half, 2, 0, False, False), (2, Fraction(0), 1, 0, False, False)],
        "b": [(1, Fraction(1), 1, 1, False, False), (2, quarter, 1, 0, True, True)],
    }
    assert item_trends(desk.store, [], NoProgress()) == ()
