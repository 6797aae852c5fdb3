"""A real store with a rubric of every answer type and interactions to grade with it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.database.connection import Database, open_database
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import (
    AgentChannel,
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Recording,
    Role,
    Turn,
    Word,
)
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

RUBRIC = """
schema: qa-rubric/1
id: service
version: 1
title: {en: Service, zh-CN: 服务}
channels: [voice, chat, ticket]
languages: [en, zh-CN]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
grades:
  - {id: good, min: 80, title: {en: Good, zh-CN: 合格}}
  - {id: poor, min: 0, title: {en: Poor, zh-CN: 不合格}}
sections:
  - id: opening
    title: {en: Opening, zh-CN: 开场}
    weight: 40
    items:
      - id: greeting
        text: {en: Greeting, zh-CN: 问候}
        help: {en: Says company and name., zh-CN: 报出公司与姓名。}
        answer: {type: scale, min: 1, max: 5, map: linear,
                 anchors: {5: {en: warm, zh-CN: 亲切}, 1: {en: none, zh-CN: 无}}}
      - id: recorded
        text: {en: Request recorded, zh-CN: 诉求已记录}
        answer: {type: choice, options: [{id: yes, title: {en: "Yes", zh-CN: 是}, score: 1},
                                         {id: no, title: {en: "No", zh-CN: 否}, score: 0}]}
        na: not-allowed
        comment: {required_below: 0.5}
        reasons: [{id: forgot, title: {en: Forgot, zh-CN: 遗忘}},
                  {id: hurried, title: {en: Hurried, zh-CN: 匆忙}}]
        veto: {when: [no], scope: form, effect: zero}
  - id: help
    title: {en: Help, zh-CN: 帮助}
    weight: 60
    items:
      - id: empathy
        text: {en: Empathy, zh-CN: 同理心}
        answer:
          type: multi
          options:
            - {id: named, title: {en: Named it, zh-CN: 点明}, score: 0.5}
            - {id: sorry, title: {en: Apologised, zh-CN: 致歉}, score: 0.5}
      - id: transferred
        text: {en: Transferred, zh-CN: 转接}
        weight: 0
        answer: {type: choice, options: [{id: yes, title: {en: "Yes", zh-CN: 是}, score: 1},
                                         {id: no, title: {en: "No", zh-CN: 否}, score: 1}]}
      - id: warm
        text: {en: Warm transfer, zh-CN: 热转}
        answer: {type: points, max: 15, step: 0.5}
        show_if: {item: transferred, in: [yes]}
      - id: wait
        text: {en: First soothing reply, zh-CN: 首次安抚}
        answer: {type: measure, unit: s,
                 bands: [{up_to: 30, score: 1}, {up_to: 90, score: 0.5}, {score: 0}]}
      - id: remark
        text: {en: Remark, zh-CN: 备注}
        answer: {type: note}
adjustments:
  - {id: extra, kind: bonus, points: 2, times: 2, title: {en: Extra, zh-CN: 额外}}
bonus_cap: 4
scenarios:
  - {id: complaint, title: {en: Complaint, zh-CN: 投诉}, weights: {help: 80},
     match: {tags: [complaint]}}
"""

OTHER_RUBRIC = """
schema: qa-rubric/1
id: short
version: 2
title: Short
channels: [voice]
languages: [en]
scoring: {aggregation: weighted, na: exclude, na_scope: form, floor: 0, cap: 100,
          pass_mark: 80, rounding: 0}
grades: [{id: any, min: 0, title: Any}]
sections:
  - id: all
    title: All
    weight: 1
    items:
      - {id: fine, text: Fine, answer: {type: scale, min: 0, max: 4, map: linear}}
      - {id: percent, text: Percent, answer: {type: scale, min: 0, max: 100, map: linear}}
"""

TURNS = (
    Turn(
        position=0,
        role=Role.AGENT,
        text="hello this is the bank",
        start_ms=1000,
        end_ms=3000,
        words=(
            Word(text="hello", start_ms=1000, end_ms=1400),
            Word(text="this", start_ms=1400, end_ms=1600),
            Word(text="is", start_ms=1600, end_ms=1700),
            Word(text="the", start_ms=1700, end_ms=1900),
            Word(text="bank", start_ms=1900, end_ms=3000),
        ),
    ),
    Turn(position=1, role=Role.CUSTOMER, text="my card is lost", start_ms=5000, end_ms=7000),
    Turn(position=2, role=Role.AGENT, text="one moment", start_ms=50_000, end_ms=52_000),
)

CALL, CHAT = "call", "chat"


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 2, 9, tzinfo=UTC), timedelta(seconds=1))


@pytest.fixture
def database() -> Iterator[Database]:
    database = open_database(None)
    yield database
    database.close()


@pytest.fixture
def rubrics(database: Database, clock: Clock) -> RubricStore:
    store = RubricStore(database, clock, "Lin")
    store.publish(RUBRIC.encode())
    return store


@pytest.fixture
def other_rubric() -> bytes:
    """For calls too, with a short and a long scale from 0."""
    return OTHER_RUBRIC.encode()


@pytest.fixture
def reviews(database: Database, clock: Clock) -> ReviewStore:
    return ReviewStore(database, clock, "Lin")


@pytest.fixture
def interactions(database: Database, clock: Clock) -> InteractionStore:
    store = InteractionStore(database, clock, "Lin")
    store.add_batch("batch", "test", [_call(clock.now()), _chat(clock.now())])
    return store


def _call(now: datetime) -> InteractionDetail:
    recording = Recording(
        id="recording",
        media_hash="0" * 64,
        file_name="call.wav",
        path="media/00/call.wav",
        referenced=False,
        duration_ms=60_000,
        sample_rate_hz=8000,
        channels=2,
        codec="pcm_s16le",
        agent_channel=AgentChannel.LEFT,
    )
    interaction = Interaction(
        id=CALL,
        kind=Kind.RECORDING,
        title="0091a7",
        content_hash="call",
        source_name="call.wav",
        imported_at=now,
        batch_id="batch",
        duration_ms=60_000,
        metadata=Metadata(agent_id="3", agent_name="Jennifer", queue="Accounts"),
    )
    return InteractionDetail(interaction=interaction, recordings=(recording,), turns=TURNS)


def _chat(now: datetime) -> InteractionDetail:
    interaction = Interaction(
        id=CHAT,
        kind=Kind.CHAT,
        title="10223",
        content_hash="chat",
        source_name="chat.json",
        imported_at=now,
        batch_id="batch",
        metadata=Metadata(tags=("complaint",)),
    )
    return InteractionDetail(interaction=interaction, turns=TURNS)


Open = Callable[..., ReviewPresenter]
OpenPage = Callable[..., ReviewPage]


@pytest.fixture
def opened(
    interactions: InteractionStore, reviews: ReviewStore, rubrics: RubricStore, clock: Clock
) -> Open:
    """A presenter over the real stores; each call is like opening the page anew."""

    def open_page(interaction_id: str = CALL, language: str = "en") -> ReviewPresenter:
        detail = interactions.detail(interaction_id)
        return ReviewPresenter(detail, reviews, rubrics, clock, language)

    return open_page


@pytest.fixture
def presenter(opened: Open) -> ReviewPresenter:
    return opened()


@pytest.fixture
def answer_all(presenter: ReviewPresenter) -> Callable[[], PageState]:
    """Gives every item its best answer."""

    def answer() -> PageState:
        presenter.choose("greeting", "5")
        presenter.choose("recorded", "yes")
        presenter.choose("empathy", "named")
        presenter.choose("empathy", "sorry")
        presenter.choose("transferred", "no")
        return presenter.set_number("wait", "20")

    return answer


@pytest.fixture
def open_page(qtbot: QtBot, demo_services: Services) -> OpenPage:
    """The first ungraded interaction of a kind, with the five dimensions."""

    def open_it(kind: Kind = Kind.CHAT, rubric: str = "service-five-dimensions") -> ReviewPage:
        rows = demo_services.listing.page(ListingFilter(kinds=(kind,)), 20)
        row = next(row for row in rows if row.review_state == "ungraded")
        page = ReviewPage(demo_services, row.interaction.id)
        qtbot.addWidget(page)
        page.resize(1204, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        for choice in page.state.rubrics:
            if choice.id == rubric and page.state.phase is Phase.CHOOSE_RUBRIC:
                page.choose_rubric(choice.id, choice.version)
        assert page.state.phase is Phase.GRADING
        return page

    return open_it
