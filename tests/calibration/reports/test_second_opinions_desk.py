"""Double scoring from the queue to the comparison, in two real workspaces and a real folder."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress
from qa_desktop.calibration.model import SessionKind, SessionState
from qa_desktop.calibration.second.second_opinions import Cause, OpinionState
from qa_desktop.calibration.second.second_opinions_desk import SecondOpinionsDesk
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Role,
    Turn,
)
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
RUBRIC = """
schema: qa-rubric/1
id: service
version: {version}
title: Service
channels: [chat]
languages: [en]
scoring: {{aggregation: sectioned, pass_mark: 60}}
sections:
  - id: all
    title: All
    weight: 1
    items:
      - {{id: greeting, text: Greeting, answer: {{type: scale, min: 1, max: 5}}}}
      - {{id: help, text: Help, answer: {{type: scale, min: 1, max: 5}}}}
"""


@dataclass
class Place:
    """One reviewer's workspace."""

    name: str
    workspace: Workspace
    clock: SteppingClock
    desk: CalibrationDesk
    reviews: ReviewStore
    rubrics: RubricStore
    store: SecondOpinionStore
    seconds: SecondOpinionsDesk

    @property
    def fingerprint(self) -> str:
        return self.desk.identity().fingerprint

    def grade(self, interaction_id: str, values: tuple[int, int], version: int = 1) -> str:
        rubric = self.rubrics.get("service", version)
        review = self.reviews.start(interaction_id, rubric)
        entries = {
            name: Entry(answer=Answer(value=Fraction(value)))
            for name, value in zip(("greeting", "help"), values, strict=True)
        }
        draft = Draft(entries=entries, agent="Wang Fang" if version == 1 else None)
        self.reviews.save(review.id, draft, StepLabel(code="answer"))
        self.reviews.submit(review.id, rubric)
        return review.id


def place_at(folder: Path, name: str) -> Place:
    clock = SteppingClock(START, timedelta(milliseconds=5))
    workspace = open_workspace(folder, clock=clock)
    database = workspace.database
    reviews = ReviewStore(database, clock, name)
    rubrics = RubricStore(database, clock, name)
    interactions = InteractionStore(database, clock, name)
    desk = CalibrationDesk(
        workspace, clock, name, interactions=interactions, reviews=reviews, rubrics=rubrics
    )
    store = SecondOpinionStore(database, clock, name)
    seconds = SecondOpinionsDesk(store, desk)
    return Place(name, workspace, clock, desk, reviews, rubrics, store, seconds)


def chat(number: int) -> InteractionDetail:
    interaction = Interaction(
        id=f"chat{number}",
        kind=Kind.CHAT,
        title=f"Chat {number} of Wang Fang",
        content_hash=f"{number}" * 64,
        source_name="chats.json",
        imported_at=START,
        batch_id="batch",
        metadata=Metadata(agent_id="A-7788", agent_name="Wang Fang"),
    )
    turns = (
        Turn(position=0, role=Role.AGENT, author="Wang Fang", text="Hello, how can I help?"),
        Turn(position=1, role=Role.CUSTOMER, author="Kunde", text=f"Order {number} is late."),
    )
    return InteractionDetail(interaction=interaction, turns=turns)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def places(tmp_path: Path, share: Path) -> Iterator[tuple[Place, Place]]:
    """Lin with two chats, and Anna; they know each other."""
    lin, anna = place_at(tmp_path / "lin", "Lin"), place_at(tmp_path / "anna", "Anna")
    lin.rubrics.publish(RUBRIC.format(version=1).encode(), "service.yaml")
    interactions = InteractionStore(lin.workspace.database, lin.clock, "Lin")
    interactions.add_batch("batch", "chats.json", [chat(1), chat(2), chat(3)])
    for one in (lin, anna):
        one.desk.hand_in_card(share)
    for one in (lin, anna):
        one.desk.look_for_cards(share)
    lin.desk.trust(anna.fingerprint)
    anna.desk.trust(lin.fingerprint)
    yield lin, anna
    for one in (lin, anna):
        one.workspace.close()


def answer(anna: Place, share: Path, *values: tuple[int, int]) -> None:
    """Anna finds the session, grades as many of its interactions, and submits."""
    anna.desk.look_in(share)
    for summary in anna.desk.sessions():
        session = summary.session
        for one, given in zip(session.interactions, values, strict=False):
            anna.grade(one.interaction_id, given, version=session.rubric_version)
        anna.desk.submit(session.id)
    anna.desk.deliver()


def sent(lin: Place, anna: Place, share: Path) -> list[str]:
    reviews = [lin.grade("chat1", (4, 2)), lin.grade("chat2", (5, 5))]
    for review in reviews:
        lin.store.ask(review, Cause.DISPUTED, "Wang Fang objects")
    lin.seconds.send(reviews, anna.fingerprint, title="Second opinions", folder=share)
    lin.desk.deliver()
    return reviews


def test_both_opinions_are_compared_when_the_answer_arrives(
    places: tuple[Place, Place], share: Path
) -> None:
    lin, anna = places
    reviews = sent(lin, anna, share)
    assert [one.state for one in lin.store.all()] == [OpinionState.SENT] * 2
    assert lin.seconds.look().opened == ()
    answer(anna, share, (4, 4), (4, 4))
    looked = lin.seconds.look()
    assert len(looked.opened) == 1
    assert not looked.problems
    assert [one.state for one in lin.store.all()] == [OpinionState.OPENED] * 2
    both = lin.seconds.compared(reviews[0])
    assert both.first.result["score"] == "50.00"
    assert both.second is not None
    assert both.second.result["score"] == "75.00"
    assert both.second_name == "Anna"
    # The first opinion is the review that was there, untouched.
    assert lin.reviews.get(reviews[0]).revision == 1


def test_they_feed_the_same_statistics(places: tuple[Place, Place], share: Path) -> None:
    lin, anna = places
    sent(lin, anna, share)
    answer(anna, share, (4, 4), (5, 5))
    session_id = lin.seconds.look().opened[0]
    said = session_statistics(lin.desk.graded(session_id))
    assert {one.fingerprint for one in said.reviewers} == {lin.fingerprint, anna.fingerprint}
    assert said.items[0].item_id == "help"


def test_the_second_reviewer_sees_an_ordinary_blind_session(
    places: tuple[Place, Place], share: Path
) -> None:
    lin, anna = places
    sent(lin, anna, share)
    anna.desk.look_in(share)
    session = anna.desk.sessions()[0].session
    assert session.kind is SessionKind.SECOND
    assert session.state is SessionState.OPEN
    with anna.workspace.database.reading() as db:
        texts = [
            str(row)
            for table in ("interactions", "turns")
            for row in db.execute(f"SELECT * FROM {table}")
        ]
    everything = json.dumps(texts)
    for hidden in ("Wang Fang", "A-7788", "objects", "Chat 1 of"):
        assert hidden not in everything
    for file in share.iterdir():
        content = file.read_bytes()
        assert b"objects" not in content
        assert b"A-7788" not in content


def test_nothing_is_sent_twice(places: tuple[Place, Place], share: Path) -> None:
    lin, anna = places
    reviews = sent(lin, anna, share)
    assert lin.seconds.send(reviews, anna.fingerprint, title="Again", folder=share) == ()
    # As if the program had ended between making the package and noting it.
    with lin.workspace.database.writing() as db:
        db.execute("UPDATE second_opinions SET session_id = NULL")
    assert lin.seconds.send(reviews, anna.fingerprint, title="Again", folder=share) == ()
    assert [one.state for one in lin.store.all()] == [OpinionState.SENT] * 2
    assert len(lin.desk.sessions()) == 1


def test_each_version_of_a_rubric_has_its_package(places: tuple[Place, Place], share: Path) -> None:
    lin, anna = places
    lin.rubrics.publish(RUBRIC.format(version=2).encode(), "service.yaml")
    reviews = [lin.grade("chat1", (4, 2)), lin.grade("chat2", (5, 5), version=2)]
    for review in reviews:
        lin.store.ask(review, Cause.ASKED)
    made = lin.seconds.send(reviews, anna.fingerprint, title="Second opinions", folder=share)
    assert sorted(session.rubric_version for session in made) == [1, 2]


def test_half_an_answer_is_not_opened_by_itself(places: tuple[Place, Place], share: Path) -> None:
    lin, anna = places
    reviews = sent(lin, anna, share)
    answer(anna, share, (4, 4))
    assert lin.seconds.look().opened == ()
    with pytest.raises(ProblemError) as problem:
        lin.seconds.compared(reviews[0])
    assert problem.value.problems[0].code == "calibration.not_revealed"
    # The lead may open what there is; the rest then has one opinion.
    session = lin.desk.sessions()[0].session.id
    lin.desk.close(session)
    lin.desk.reveal(session)
    assert [lin.seconds.compared(one).second is None for one in reviews].count(True) == 1


def test_nobody_and_strangers_are_refused(places: tuple[Place, Place], share: Path) -> None:
    lin, anna = places
    review = lin.grade("chat1", (4, 2))
    lin.store.ask(review, Cause.ASKED)
    for second, code in (("", "second.no_reviewer"), ("ab" * 32, "second.reviewer_unknown")):
        with pytest.raises(ProblemError) as problem:
            lin.seconds.send([review], second, title="Second opinions", folder=share)
        assert problem.value.problems[0].code == code
    lin.desk.untrust(anna.fingerprint)
    with pytest.raises(ProblemError) as problem:
        lin.seconds.send([review], anna.fingerprint, title="Second opinions", folder=share)
    assert problem.value.problems[0].code == "second.reviewer_unknown"
    assert lin.desk.sessions() == ()


def test_calibration_reviews_never_count_in_agents_scores(
    places: tuple[Place, Place], share: Path
) -> None:
    lin, anna = places
    sent(lin, anna, share)
    before = ListingStore(lin.workspace.database).facets()
    rows = ListingStore(lin.workspace.database).page(ListingFilter(), 100)
    sample = WhatIfStore(lin.workspace.database)
    chosen = sample.choose(SampleFilter(rubric_id="service"))
    averages = sample.item_scores(chosen, NoProgress())
    answer(anna, share, (1, 1), (1, 1))
    lin.seconds.look()
    assert sample.choose(SampleFilter(rubric_id="service")) == chosen
    assert sample.item_scores(chosen, NoProgress()) == averages
    assert ListingStore(lin.workspace.database).facets() == before
    assert ListingStore(lin.workspace.database).page(ListingFilter(), 100) == rows
    assert {row.score for row in rows} == {"50.00", "100.00", None}
    # In Anna's workspace nothing but the session knows of what she graded.
    listed = ListingStore(anna.workspace.database)
    assert listed.page(ListingFilter(), 100) == []
    assert listed.facets().agents == ()
    assert not WhatIfStore(anna.workspace.database).choose(SampleFilter(rubric_id="service"))
