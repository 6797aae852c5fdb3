"""The score goes to the chosen agent: kept, undone, corrected, told, and found in the list."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.database.connection import Database
from qa_desktop.interactions.model import Interaction, InteractionDetail, Kind, Metadata, Role, Turn
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.agents_store import Facet
from qa_desktop.reviews.export import review_json, reviews_csv
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore, Sort
from qa_desktop.reviews.model import Draft, Review, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

CHOSEN = StepLabel(code="agent", values={"agent": "Bo"})


def detail(name: str, clock: Clock, metadata: Metadata) -> InteractionDetail:
    turns = (
        Turn(position=0, role=Role.CUSTOMER, author="Cleo", text="hello"),
        Turn(position=1, role=Role.AGENT, author="Ann", text="one moment, I connect you"),
        Turn(position=2, role=Role.AGENT, author="Bo", text="this is Bo"),
    )
    return InteractionDetail(
        interaction=Interaction(
            id=name,
            kind=Kind.CHAT,
            title=name,
            content_hash=name,
            source_name=name,
            imported_at=clock.now(),
            batch_id="batch",
            metadata=metadata,
        ),
        turns=turns,
    )


@pytest.fixture
def listing(database: Database, clock: Clock) -> ListingStore:
    with database.writing() as db:
        db.execute("DELETE FROM interactions")
    InteractionStore(database, clock, "Lin").add_batch(
        "batch-2",
        "test",
        [
            detail("handed", clock, Metadata(agent_id="1", agent_name="Ann")),
            detail("anns", clock, Metadata(agent_id="1", agent_name="Ann")),
            detail("bos", clock, Metadata(agent_id="2", agent_name="Bo")),
        ],
    )
    return ListingStore(database)


@pytest.fixture
def choose(
    listing: ListingStore, reviews: ReviewStore, rubric: Rubric
) -> Callable[[str | None], Review]:
    def choose(agent: str | None) -> Review:
        review = reviews.start("handed", rubric)
        return reviews.save(review.id, Draft(agent=agent), CHOSEN)

    return choose


Choose = Callable[[str | None], Review]


def ids(listing: ListingStore, *agents: str) -> list[str]:
    wanted = ListingFilter(agents=agents)
    found = sorted(row.interaction.id for row in listing.page(wanted, 9))
    assert listing.count(wanted) == len(found)
    return found


def agents(listing: ListingStore) -> list[tuple[str, str, int]]:
    return [(facet.value, facet.label, facet.count) for facet in listing.facets().agents]


def test_it_is_kept_undone_and_done_again(choose: Choose, reviews: ReviewStore) -> None:
    review = choose("Bo")
    assert reviews.get(review.id).draft.agent == "Bo"
    assert reviews.undo_label(review.id) == CHOSEN
    undone = reviews.undo(review.id)
    assert undone is not None
    assert undone.draft.agent is None
    assert reviews.get(review.id).draft.agent is None
    again = reviews.redo(review.id)
    assert again is not None
    assert reviews.get(review.id).draft.agent == "Bo"


def test_the_list_finds_it_under_the_graded_agent_alone(
    choose: Choose, listing: ListingStore, reviews: ReviewStore
) -> None:
    assert ids(listing, "1") == ["anns", "handed"]
    review = choose("Bo")
    assert (ids(listing, "1"), ids(listing, "2")) == (["anns"], ["bos", "handed"])
    assert agents(listing) == [("1", "Ann", 1), ("2", "Bo", 2)]
    # As the list says it: "only this agent".
    assert listing.agent_facet("Bo") == "2"
    assert ids(listing, "Bo") == ["bos", "handed"]
    row = next(row for row in listing.page(ListingFilter(), 9) if row.interaction.id == "handed")
    assert (row.agent, row.graded_agent) == ("Bo", "Bo")
    by_agent = listing.page(ListingFilter(sort=Sort.AGENT, descending=False), 9)
    assert [row.agent for row in by_agent] == ["Ann", "Bo", "Bo"]
    reviews.undo(review.id)
    assert (ids(listing, "1"), ids(listing, "2")) == (["anns", "handed"], ["bos"])


@pytest.mark.parametrize("own", ["1", "Ann"])
def test_the_interactions_own_agent_by_name_or_id_changes_nothing(
    choose: Choose, listing: ListingStore, own: str
) -> None:
    choose(own)
    assert ids(listing, "1") == ["anns", "handed"]
    assert agents(listing) == [("1", "Ann", 2), ("2", "Bo", 1)]
    assert all(row.graded_agent is None for row in listing.page(ListingFilter(), 9))


def test_an_agent_of_whom_nothing_else_is_known_has_a_facet(
    choose: Choose, listing: ListingStore
) -> None:
    choose("Dee")
    assert agents(listing) == [("1", "Ann", 1), ("2", "Bo", 1), ("Dee", "Dee", 1)]
    assert ids(listing, "Dee") == ["handed"]
    assert ids(listing, "Dee", "2") == ["bos", "handed"]


def test_a_name_that_two_agents_have_stays_a_name(
    choose: Choose, listing: ListingStore, database: Database
) -> None:
    with database.writing() as db:
        db.execute("UPDATE interactions SET agent_name = 'Bo' WHERE id = 'anns'")
        db.execute("UPDATE interactions SET agent_id = '3' WHERE id = 'anns'")
    choose("Bo")
    assert Facet(value="Bo", label="Bo", count=1) in listing.facets().agents
    assert (ids(listing, "2"), ids(listing, "3"), ids(listing, "Bo")) == (
        ["bos"],
        ["anns"],
        ["handed"],
    )


def test_submitted_corrected_and_discarded(
    choose: Choose, listing: ListingStore, reviews: ReviewStore, rubric: Rubric, complete: Draft
) -> None:
    review = choose("Bo")
    reviews.save(review.id, replace(complete, agent="Bo"), StepLabel(code="answer"))
    submitted = reviews.submit(review.id, rubric)
    assert submitted.draft.agent == "Bo"
    correction = reviews.correct(review.id, "the other agent")
    assert correction.draft.agent == "Bo"
    reviews.save(review.id, replace(correction.draft, agent="Ann"), CHOSEN)
    # The submitted revision counts until the correction is submitted.
    assert ids(listing, "2") == ["bos", "handed"]
    reviews.submit(review.id, rubric)
    assert ids(listing, "1") == ["anns", "handed"]
    assert [each.draft.agent for each in reviews.history(review.id)] == ["Bo", "Ann"]


def test_exports_name_whom_the_score_goes_to(choose: Choose, complete: Draft, clock: Clock) -> None:
    about = detail("handed", clock, Metadata(agent_id="1", agent_name="Ann")).interaction
    told = review_json(choose("Bo"), about)
    assert (told["graded_agent"], told["draft"]["agent"]) == ("Bo", "Bo")
    assert told["interaction"]["agent_name"] == "Ann"
    assert review_json(choose(None), about)["graded_agent"] == "Ann"
    answered = replace(choose("Bo"), draft=replace(complete, agent="Bo"))
    agents_told = {
        row["agent"] for row in csv.DictReader(io.StringIO(reviews_csv([(answered, about)])))
    }
    assert agents_told == {"Bo"}
