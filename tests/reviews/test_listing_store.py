"""The list of interactions: filters, sorting, pages, facets."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.database import search
from qa_desktop.database.connection import Database
from qa_desktop.reviews.agents_store import Facet
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore, Sort
from qa_desktop.reviews.model import Draft, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

DAY = datetime(2026, 10, 1, 10, tzinfo=UTC)


@pytest.fixture
def add(database: Database) -> Callable[..., None]:
    def add(interaction_id: str, *, days: int | None = None, turn: str = "", **row: Any) -> None:
        with database.writing() as db:
            db["interactions"].insert(
                {
                    "id": interaction_id,
                    "kind": "chat",
                    "title": interaction_id,
                    "content_hash": interaction_id,
                    "source_name": "x",
                    "batch_id": "batch",
                    "imported_at": to_text(DAY + timedelta(days=100)),
                    "started_at": None if days is None else to_text(DAY + timedelta(days=days)),
                    **row,
                }
            )
            search.index_text(
                db,
                kind="turn",
                subject=f"{interaction_id}:0",
                interaction_id=interaction_id,
                text=turn,
            )
            search.index_text(
                db,
                kind="interaction",
                subject=interaction_id,
                interaction_id=interaction_id,
                text=" ".join(str(value) for value in row.values()),
            )

    return add


@pytest.fixture
def listing(database: Database, add: Callable[..., None]) -> ListingStore:
    with database.writing() as db:
        db.execute("DELETE FROM interactions")
    add("a", days=1, agent_id="7", agent_name="李雷", team="North", queue="售后",
        tags='["投诉", "vip"]', duration_ms=9000, turn="我要退款")  # fmt: skip
    add("b", days=2, kind="recording", agent_id="7", agent_name="李雷", team="North",
        queue="Billing", tags='["vip"]', duration_ms=1000, turn="I want a refund")  # fmt: skip
    add("c", days=3, kind="ticket", agent_name="Ann", team="South", queue="售后", turn="退款 done")
    add("d", turn="hello")
    return ListingStore(database)


def ids(listing: ListingStore, wanted: ListingFilter) -> list[str]:
    found = [row.interaction.id for row in listing.page(wanted, 100)]
    assert listing.count(wanted) == len(found)
    return found


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ListingFilter(), ["d", "c", "b", "a"]),
        (ListingFilter(descending=False), ["a", "b", "c", "d"]),
        (ListingFilter(kinds=("chat",)), ["d", "a"]),
        (ListingFilter(kinds=("chat", "ticket")), ["d", "c", "a"]),
        (ListingFilter(agents=("7",)), ["b", "a"]),
        (ListingFilter(agents=("Ann",)), ["c"]),
        (ListingFilter(agents=("7", "Ann"), queues=("售后",)), ["c", "a"]),
        (ListingFilter(teams=("South", "North")), ["c", "b", "a"]),
        (ListingFilter(tags=("vip",)), ["b", "a"]),
        (ListingFilter(tags=("vip", "投诉")), ["a"]),
        (ListingFilter(started_from=DAY + timedelta(days=2)), ["d", "c", "b"]),
        (ListingFilter(started_until=DAY + timedelta(days=2)), ["a"]),
        (ListingFilter(text="退款"), ["c", "a"]),
        (ListingFilter(text="refu"), ["b"]),
        (ListingFilter(text="李雷"), ["b", "a"]),
        (ListingFilter(text="李雷 退款"), ["a"]),
        (ListingFilter(text="退款", kinds=("ticket",)), ["c"]),
        (ListingFilter(text="nowhere"), []),
        (ListingFilter(text="--"), ["d", "c", "b", "a"]),
        (ListingFilter(batch_id="batch", kinds=("ticket",)), ["c"]),
        (ListingFilter(batch_id="other"), []),
        (ListingFilter(sort=Sort.DURATION), ["a", "b", "c", "d"]),
        (ListingFilter(sort=Sort.DURATION, descending=False), ["b", "a", "d", "c"]),
        (ListingFilter(sort=Sort.TITLE, descending=False), ["a", "b", "c", "d"]),
        (ListingFilter(sort=Sort.AGENT, descending=False), ["c", "b", "a", "d"]),
        (ListingFilter(review_states=("ungraded",)), ["d", "c", "b", "a"]),
        (ListingFilter(review_states=("draft", "submitted")), []),
    ],
)
def test_what_is_listed(listing: ListingStore, wanted: ListingFilter, expected: list[str]) -> None:
    assert ids(listing, wanted) == expected


def test_pages_follow_each_other(listing: ListingStore) -> None:
    pages = [listing.page(ListingFilter(), 3, offset) for offset in (0, 3, 6)]
    assert [[row.interaction.id for row in page] for page in pages] == [["d", "c", "b"], ["a"], []]


def test_a_row_holds_the_whole_interaction(listing: ListingStore) -> None:
    (row,) = listing.page(ListingFilter(tags=("投诉",)), 10)
    assert row.interaction.metadata.agent_name == "李雷"
    assert row.interaction.metadata.tags == ("投诉", "vip")
    assert row.interaction.metadata.started_at == DAY + timedelta(days=1)
    assert (row.review_state, row.has_draft, row.review_id) == ("ungraded", False, None)


def test_facets_count_what_is_there(listing: ListingStore) -> None:
    facets = listing.facets()
    assert facets.agents == (
        Facet(value="Ann", label="Ann", count=1),
        Facet(value="7", label="李雷", count=2),
    )
    assert [(facet.value, facet.count) for facet in facets.kinds] == [
        ("chat", 2),
        ("recording", 1),
        ("ticket", 1),
    ]
    assert [(facet.value, facet.count) for facet in facets.teams] == [("North", 2), ("South", 1)]
    assert [(facet.value, facet.count) for facet in facets.queues] == [("Billing", 1), ("售后", 2)]
    assert [(facet.value, facet.count) for facet in facets.tags] == [("vip", 2), ("投诉", 1)]
    assert [facet.value for facet in facets.review_states] == ["ungraded"]


def test_tags_follow_the_interaction(listing: ListingStore, database: Database) -> None:
    with database.writing() as db:
        db.execute("""UPDATE interactions SET tags = '["new"]' WHERE id = 'a'""")
    assert ids(listing, ListingFilter(tags=("new",))) == ["a"]
    assert ids(listing, ListingFilter(tags=("投诉",))) == []


def test_states_follow_the_reviews(
    listing: ListingStore, database: Database, clock: Clock, rubric: Rubric, complete: Draft
) -> None:
    reviews = ReviewStore(database, clock, "a")
    draft = reviews.start("a", rubric)
    done = reviews.start("b", rubric)
    reviews.save(done.id, complete, StepLabel(code="answer"))
    reviews.submit(done.id, rubric)
    assert ids(listing, ListingFilter(review_states=("draft",))) == ["a"]
    assert ids(listing, ListingFilter(review_states=("submitted",))) == ["b"]
    assert ids(listing, ListingFilter(review_states=("ungraded",))) == ["d", "c"]
    assert ids(listing, ListingFilter(review_states=("draft", "submitted"))) == ["b", "a"]
    (row,) = listing.page(ListingFilter(review_states=("submitted",)), 10)
    assert (row.review_id, row.revision, row.score, row.grade, row.outcome) == (
        done.id,
        1,
        "95.00",
        "good",
        "pass",
    )
    assert ids(listing, ListingFilter(sort=Sort.SCORE))[0] == "b"
    assert ids(listing, ListingFilter(text="安抚")) == ["b"]
    reviews.discard_draft(draft.id)
    assert ids(listing, ListingFilter(review_states=("draft",))) == []


@pytest.mark.parametrize(
    "wanted",
    [
        ListingFilter(),
        ListingFilter(agents=("7",)),
        ListingFilter(teams=("North",)),
        ListingFilter(queues=("售后",)),
        ListingFilter(kinds=("chat",)),
        ListingFilter(review_states=("draft",)),
        ListingFilter(review_states=("ungraded",)),
        ListingFilter(started_from=DAY, started_until=DAY + timedelta(days=1)),
    ],
)
def test_filters_go_by_an_index(
    listing: ListingStore, database: Database, wanted: ListingFilter
) -> None:
    statements: list[str] = []
    with database.alone() as connection:
        connection.set_trace_callback(statements.append)
    listing.count(wanted)
    with database.alone() as connection:
        connection.set_trace_callback(None)
        asked = [sql for sql in statements if sql.startswith("SELECT")]
        plan = [row[3] for sql in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(plan) >= len(asked) > 0
    assert all("INDEX" in step for step in plan), plan
