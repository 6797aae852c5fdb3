"""Seats: workspaces that share nothing but a folder, each with a reviewer and a desk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import wording
from qa_desktop.calibration.model import CalibrationSession, Mode, SessionInteraction
from qa_desktop.calibration.sessions.desk import CalibrationDesk, NewSession
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
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

START = datetime(2026, 11, 20, 9, tzinfo=UTC)

RUBRIC = """
schema: qa-rubric/1
id: {id}
version: {version}
title: {{zh-CN: 校准用, en: For calibrating}}
channels: [voice, chat, ticket]
languages: [zh-CN, en]
scoring: {{aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}}
sections:
  - id: all
    title: {{zh-CN: 全部, en: All}}
    weight: 1
    items:
{items}
"""
ITEM = (
    "      - {{id: item-{n}, text: {{zh-CN: 第{n}项, en: Item {n}}},"
    " answer: {{type: scale, min: {low}, max: {high}}}}}"
)


def rubric_source(
    items: int = 2, *, rubric_id: str = "calibrating", version: int = 1, low: int = 1, high: int = 5
) -> bytes:
    lines = "\n".join(ITEM.format(n=n, low=low, high=high) for n in range(1, items + 1))
    return RUBRIC.format(id=rubric_id, version=version, items=lines).encode()


@dataclass
class Seat:
    """One reviewer at one workspace."""

    name: str
    workspace: Workspace
    clock: SteppingClock
    desk: CalibrationDesk
    interactions: InteractionStore
    reviews: ReviewStore
    rubrics: RubricStore

    @property
    def fingerprint(self) -> str:
        return self.desk.identity().fingerprint

    def import_chats(self, count: int) -> tuple[str, ...]:
        batch = new_id()
        details = [_chat(batch, n, self.clock.now()) for n in range(1, count + 1)]
        self.interactions.add_batch(batch, "chats.json", details)
        return tuple(detail.interaction.id for detail in details)

    def grade(
        self,
        interaction: SessionInteraction | str,
        values: Sequence[int],
        *,
        comment: str = "",
        session: CalibrationSession | None = None,
        rubric: tuple[str, int] = ("calibrating", 1),
    ) -> str:
        """A submitted review of the interaction with these answers, item by item."""
        interaction_id = interaction if isinstance(interaction, str) else interaction.interaction_id
        if session is not None:
            rubric = (session.rubric_id, session.rubric_version)
        with_rubric = self.rubrics.get(*rubric)
        review = self.reviews.start(interaction_id, with_rubric)
        entries = {
            f"item-{n}": Entry(answer=Answer(value=Fraction(value)))
            for n, value in enumerate(values, 1)
        }
        remarks: tuple[Comment, ...] = ()
        if comment:
            now = self.clock.now()
            remarks = (
                Comment(id=new_id(), kind=CommentKind.PRAISE, text=comment, created_at=now, turn=0),
            )
        draft = Draft(entries=entries, comments=remarks, summary=comment)
        self.reviews.save(review.id, draft, StepLabel(code="answer"))
        self.reviews.submit(review.id, with_rubric)
        return review.id

    def grade_all(self, session_id: str, first: Sequence[int]) -> None:
        """Every interaction of the session, each a little differently."""
        session = self.desk.session(session_id)
        for position, one in enumerate(session.interactions):
            values = [1 + (value + position) % 5 for value in first]
            self.grade(one, values, session=session)

    def invite(
        self, *, mode: Mode, participants: tuple[str, ...], chats: int, folder: Path
    ) -> CalibrationSession:
        wanted = NewSession(
            title="November",
            mode=mode,
            rubric_id="calibrating",
            rubric_version=1,
            interaction_ids=self.import_chats(chats),
            participants=participants,
            folder=folder,
        )
        return self.desk.create(wanted)

    def restart(self) -> None:
        """As if the program was closed and started again."""
        folder = self.workspace.folder
        self.workspace.close()
        vars(self).update(vars(take_seat(folder, self.name, self.clock)))

    def wait(self, time: timedelta) -> None:
        self.clock._next += time

    def save(self, review_id: str, draft: Draft, entries: Mapping[str, Entry]) -> None:
        """Submits the draft with other entries."""
        rubric = self.rubrics.get("calibrating", 1)
        self.reviews.save(review_id, replace(draft, entries=entries), StepLabel(code="answer"))
        self.reviews.submit(review_id, rubric)

    def as_another(self, name: str) -> "Seat":
        """The same workspace, another reviewer."""
        return sit(self.workspace, name, self.clock)


def _chat(batch: str, number: int, now: datetime) -> InteractionDetail:
    interaction_id = new_id()
    interaction = Interaction(
        id=interaction_id,
        kind=Kind.CHAT,
        title=f"Chat {number} of Wang Fang",
        content_hash=new_id() + new_id(),
        source_name=f"wang-fang-{number}.json",
        imported_at=now,
        batch_id=batch,
        external_id=f"EXT-{number}",
        duration_ms=60_000,
        metadata=Metadata(
            agent_id="A-7788", agent_name="Wang Fang", customer_ref="C-1", started_at=now
        ),
    )
    turns = (
        Turn(position=0, role=Role.AGENT, author="Wang Fang", text="Hello, how can I help?"),
        Turn(position=1, role=Role.CUSTOMER, author="Kunde", text=f"My order {number} is late."),
        Turn(position=2, role=Role.AGENT, author="Wang Fang", text="I will look into it."),
    )
    return InteractionDetail(interaction=interaction, turns=turns)


def take_seat(folder: Path, name: str, clock: SteppingClock) -> Seat:
    return sit(open_workspace(folder, clock=clock), name, clock)


def sit(workspace: Workspace, name: str, clock: SteppingClock) -> Seat:
    database = workspace.database
    interactions = InteractionStore(database, clock, name)
    reviews = ReviewStore(database, clock, name)
    rubrics = RubricStore(database, clock, name)
    desk = CalibrationDesk(
        workspace, clock, name, interactions=interactions, reviews=reviews, rubrics=rubrics
    )
    return Seat(name, workspace, clock, desk, interactions, reviews, rubrics)


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Callable[[str], Seat]]:
    """Makes seats; each in a folder of its own."""
    seats: list[Seat] = []

    def make(name: str, place: str = "") -> Seat:
        clock = SteppingClock(START, timedelta(milliseconds=5))
        one = take_seat(tmp_path / "seats" / (place or f"{len(seats)}"), name, clock)
        seats.append(one)
        return one

    yield make
    for one in seats:
        one.workspace.close()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@dataclass
class Team:
    lead: Seat
    others: tuple[Seat, ...]
    share: Path

    @property
    def all(self) -> tuple[Seat, ...]:
        return (self.lead, *self.others)

    def invite(
        self, interactions: int = 2, mode: Mode = Mode.SEALED, rubric: bytes = b"", **more: Any
    ) -> CalibrationSession:
        """A session that lies in the share; nobody has looked yet."""
        self.lead.rubrics.publish(rubric or rubric_source())
        wanted = NewSession(
            title="November",
            mode=mode,
            rubric_id="calibrating",
            rubric_version=1,
            interaction_ids=more.pop("interaction_ids", None)
            or self.lead.import_chats(interactions),
            participants=more.pop("participants", None)
            if "participants" in more
            else tuple(one.fingerprint for one in self.others),
            folder=self.share,
        )
        session = self.lead.desk.create(replace(wanted, **more))
        self.lead.desk.deliver()
        return session

    def source(self) -> bytes:
        return rubric_source()

    def introduce(self, lead: Seat, others: Sequence[Seat]) -> None:
        introduce(lead, others, self.share)

    def restart(self) -> None:
        for one in self.all:
            one.restart()

    def join(self) -> None:
        for one in self.others:
            one.desk.look_in(self.share)

    def grade(self, session_id: str, *seats: Seat) -> None:
        """These, or all, grade, submit and deliver."""
        for number, one in enumerate(seats or self.all):
            one.grade_all(session_id, [number, number + 1])
            one.desk.submit(session_id)
            one.desk.deliver()


def introduce(lead: Seat, others: Sequence[Seat], share: Path) -> None:
    """Cards in the share, codes compared."""
    for one in (lead, *others):
        one.desk.hand_in_card(share)
    for one in (lead, *others):
        one.desk.look_for_cards(share)
    for one in others:
        one.desk.trust(lead.fingerprint)
        lead.desk.trust(one.fingerprint)


@pytest.fixture
def team(seat: Callable[[str], Seat], share: Path) -> Team:
    lead, others = seat("Lin"), (seat("Anna"), seat("Bo"))
    introduce(lead, others, share)
    return Team(lead, others, share)


@pytest.fixture
def source_of() -> Callable[..., bytes]:
    return rubric_source


@pytest.fixture
def seat_at() -> Callable[..., Seat]:
    return take_seat


@pytest.fixture
def acquaint() -> Callable[..., None]:
    return introduce


@pytest.fixture
def start() -> datetime:
    return START


def told_codes(call: Callable[..., Any], *arguments: Any, **named: Any) -> list[str]:
    """Of the problems that the call raises; each has its words."""
    with pytest.raises(ProblemError) as caught:
        call(*arguments, **named)
    for language in ("en", "zh-CN"):
        assert all(wording(language).line(problem) for problem in caught.value.problems)
    return [problem.code.removeprefix("calibration.") for problem in caught.value.problems]


def dumped(seat: Any) -> list[str]:
    """Everything in the database but who was seen."""
    with seat.workspace.database.alone() as connection:
        return [
            line
            for line in connection.iterdump()
            if "calibration_people" not in line and '"audit' not in line
        ]


@pytest.fixture
def codes_of() -> Callable[..., list[str]]:
    return told_codes


@pytest.fixture
def all_rows() -> Callable[[Seat], list[str]]:
    return dumped
