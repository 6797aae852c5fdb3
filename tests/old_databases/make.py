"""Makes the database that later versions must still be able to read.

Run once when a schema is released, and never again for that schema:
python tests/old_databases/make.py
"""

import gzip
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from qa_desktop.base.clock import SteppingClock
from qa_desktop.database.backup import back_up
from qa_desktop.database.schema_version import SCHEMA_VERSION
from qa_desktop.database.workspace import open_workspace
from qa_desktop.interactions.model import (
    AgentChannel,
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Recording,
    Role,
    TicketEvent,
    Turn,
    Word,
)
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

FOLDER = Path(__file__).resolve().parent
MOMENT = datetime(2026, 11, 2, 9, tzinfo=UTC)
RUBRIC = """
schema: qa-rubric/1
id: old
version: 1
title: {zh-CN: 旧评分表, en: Old rubric}
channels: [voice, chat, ticket]
languages: [zh-CN, en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
sections:
  - id: all
    title: {zh-CN: 全部, en: All}
    weight: 1
    items:
      - {id: greeting, text: {zh-CN: 开场, en: Greeting}, answer: {type: scale, min: 1, max: 5}}
      - {id: wait, text: {zh-CN: 等待, en: Wait},
         answer: {type: measure, unit: s, bands: [{up_to: 30, score: 1}, {score: 0}]}}
adjustments:
  - {id: extra, kind: bonus, points: 2, times: 2, title: {zh-CN: 加分, en: Extra}}
bonus_cap: 4
"""


def details() -> list[InteractionDetail]:
    metadata = Metadata(
        agent_id="7",
        agent_name="李雷",
        team="华东",
        queue="售后",
        customer_ref="C-1",
        direction="inbound",
        started_at=MOMENT,
        language="zh-CN",
        tags=("投诉", "vip"),
        csat=4.5,
        nps=-10,
        handle_time_s=312.5,
        transfers=1,
    )
    call = Interaction(
        id="call",
        kind=Kind.RECORDING,
        title="退款电话",
        content_hash="hash of the call",
        source_name="call.wav",
        imported_at=MOMENT,
        batch_id="batch",
        external_id="ext-1",
        duration_ms=60_000,
        metadata=metadata,
    )
    recording = Recording(
        id="recording",
        media_hash="0" * 64,
        file_name="call.wav",
        path="media/00/0.wav",
        referenced=False,
        duration_ms=60_000,
        sample_rate_hz=8000,
        channels=2,
        codec="pcm_mulaw",
        agent_channel=AgentChannel.LEFT,
    )
    turns = (
        Turn(
            position=0,
            role=Role.AGENT,
            text="您好，请问有什么可以帮您？",
            start_ms=0,
            end_ms=2500,
            words=(Word(text="您好", start_ms=0, end_ms=400),),
        ),
        Turn(position=1, role=Role.CUSTOMER, text="我要退款 please", start_ms=2600, end_ms=4000),
    )
    ticket = Interaction(
        id="ticket",
        kind=Kind.TICKET,
        title="Ticket 17",
        content_hash="hash of the ticket",
        source_name="tickets.json",
        imported_at=MOMENT,
        batch_id="batch",
    )
    events = (
        TicketEvent(position=0, at=MOMENT, actor="Ann", field="status", old="new", new="open"),
    )
    note = Turn(
        position=0,
        role=Role.AGENT,
        text="Ask the warehouse",
        author="Ann",
        sent_at=MOMENT,
        internal=True,
        attachments=("photo.jpg",),
    )
    return [
        InteractionDetail(interaction=call, recordings=(recording,), turns=turns),
        InteractionDetail(interaction=ticket, turns=(note,), events=events),
    ]


def grade(reviews: ReviewStore, rubrics: RubricStore) -> None:
    """A corrected review, and a draft with steps to undo and redo."""
    rubric = rubrics.publish(RUBRIC.encode(), "old.yaml")
    comment = Comment(
        id="c1",
        kind=CommentKind.PRAISE,
        text="安抚得很好",
        created_at=MOMENT,
        start_ms=1000,
        end_ms=2000,
        channel=0,
        item_id="greeting",
    )
    draft = Draft(
        entries={
            "greeting": Entry(answer=Answer(value=Fraction(4)), comment="Warm"),
            "wait": Entry(answer=Answer(value=Fraction("12.5")), marks_ms=(0, 12_500)),
        },
        adjustments={"extra": 1},
        comments=(comment,),
        summary="总体良好",
    )
    review = reviews.start("call", rubric)
    reviews.save(review.id, draft, StepLabel(code="answer"))
    reviews.submit(review.id, rubric)
    reviews.correct(review.id, "Appeal")
    reviews.submit(review.id, rubric)
    open_one = reviews.start("ticket", rubric)
    for value in (2, 3):
        entry = Entry(answer=Answer(value=Fraction(value)))
        label = StepLabel(code="answer", values={"item": "greeting"})
        reviews.save(open_one.id, Draft(entries={"greeting": entry}), label)
    reviews.undo(open_one.id)


def main() -> None:
    clock = SteppingClock(MOMENT, timedelta(seconds=1))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_workspace(Path(folder), clock=clock) as workspace,
    ):
        database = workspace.database
        interactions = InteractionStore(database, clock, "韩梅梅")
        interactions.add_batch("batch", "export", details())
        grade(ReviewStore(database, clock, "韩梅梅"), RubricStore(database, clock, "韩梅梅"))
        made = back_up(workspace, clock).read_bytes()
    file = FOLDER / f"schema-{SCHEMA_VERSION}.sqlite3.gz"
    file.write_bytes(gzip.compress(made, mtime=0))
    print(file, file.stat().st_size)


if __name__ == "__main__":
    main()
