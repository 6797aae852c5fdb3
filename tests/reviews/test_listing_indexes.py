"""Counts and facets are read from indexes alone, though they leave out what is graded blind."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore, Sort

DAY = datetime(2026, 3, 2, tzinfo=UTC)
Asked = Callable[[ListingStore], object]


def _plans(asked: Asked) -> list[str]:
    """Each step of each query's plan that touches the interactions."""
    database: Database = open_database(None)
    statements: list[str] = []
    with database.alone() as connection:
        connection.set_trace_callback(statements.append)
    asked(ListingStore(database))
    with database.alone() as connection:
        connection.set_trace_callback(None)
        steps = [
            row[3]
            for sql in statements
            if sql.startswith("SELECT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
    database.close()
    return [step for step in steps if " interactions" in step]


@pytest.mark.parametrize(
    "asked",
    [
        lambda listing: listing.facets(),
        lambda listing: listing.count(ListingFilter()),
        lambda listing: listing.count(ListingFilter(kinds=("chat",))),
        lambda listing: listing.count(ListingFilter(teams=("North",))),
        lambda listing: listing.count(ListingFilter(queues=("Gold",))),
        lambda listing: listing.count(ListingFilter(review_states=("draft",))),
        lambda listing: listing.count(ListingFilter(review_states=("ungraded",))),
    ],
)
def test_counts_are_read_from_an_index_that_has_no_copies(asked: Asked) -> None:
    plans = _plans(asked)
    assert plans
    # But for the few whose review names another agent than their own.
    others = [
        step for step in plans if "COVERING" not in step and "interactions_graded" not in step
    ]
    assert others == []


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (ListingFilter(), "interactions_newest"),
        (ListingFilter(review_states=("draft",)), "interactions_drafts"),
        (ListingFilter(review_states=("submitted",)), "interactions_state"),
        (ListingFilter(kinds=("chat",)), "interactions_kind"),
        (ListingFilter(started_from=DAY), "interactions_newest"),
        (ListingFilter(agents=("7",)), "interactions_whose"),
    ],
)
def test_a_page_is_found_by_its_index(wanted: ListingFilter, index: str) -> None:
    plans = _plans(lambda listing: listing.page(wanted, 200))
    assert any(f"USING INDEX {index}" in step for step in plans)


def test_what_is_sorted_without_an_index_is_read_as_it_lies() -> None:
    wanted = ListingFilter(sort=Sort.DURATION)
    assert "SCAN interactions" in _plans(lambda listing: listing.page(wanted, 200))
