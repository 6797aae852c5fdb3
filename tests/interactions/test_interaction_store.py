"""Interactions in the database: added, read back, found, changed, taken away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit, search
from qa_desktop.database.connection import Database, open_database
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

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FACTS = Metadata(
    agent_id="A7",
    agent_name="林伟",
    team="Cards",
    queue="Complaints",
    customer_ref="C-88",
    direction="inbound",
    started_at=WHEN,
    language="zh-CN",
    tags=("退款", "vip"),
    csat=4.5,
    nps=9,
    handle_time_s=312.5,
    transfers=1,
)
TURNS = (
    Turn(
        position=0,
        role=Role.CUSTOMER,
        text="我要投诉退款太慢",
        author="王女士",
        start_ms=0,
        end_ms=1800,
        words=(Word(text="我要", start_ms=0, end_ms=400),),
    ),
    Turn(
        position=1,
        role=Role.AGENT,
        text="I am terribly sorry",
        sent_at=WHEN,
        internal=True,
        attachments=("receipt.png",),
    ),
)


@pytest.fixture
def database() -> Database:
    opened = open_database(None)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database, clock: Clock) -> InteractionStore:
    return InteractionStore(database, clock, "Lin")


def call(
    number: int, batch: str = "batch-1", *, turns: tuple[Turn, ...] = TURNS
) -> InteractionDetail:
    interaction = Interaction(
        id=f"call-{number}",
        kind=Kind.RECORDING,
        title=f"Call {number}",
        content_hash=f"hash-{number}",
        source_name=f"{number}.wav",
        imported_at=WHEN,
        batch_id=batch,
        external_id=f"X-{number}",
        duration_ms=61_250,
        metadata=FACTS,
    )
    recording = Recording(
        id=f"recording-{number}",
        media_hash=f"media-{number}",
        file_name=f"{number}.wav",
        path=f"media/me/media-{number}.wav",
        referenced=False,
        duration_ms=61_250,
        sample_rate_hz=8000,
        channels=2,
        codec="pcm_s16le",
        agent_channel=AgentChannel.RIGHT,
    )
    event = TicketEvent(position=0, at=WHEN, actor="Lin", field="status", old="open", new="solved")
    return InteractionDetail(
        interaction=interaction, recordings=(recording,), turns=turns, events=(event,)
    )


@pytest.fixture
def review(database: Database) -> Callable[[str], None]:
    """Gives an interaction a review, as the rooms above do."""

    def add(interaction_id: str) -> None:
        with database.writing() as db:
            db.execute(
                "INSERT INTO rubric_versions (rubric_id, version, hash, source, published_at)"
                " SELECT 'r', 1, 'h', 's', 't' WHERE NOT EXISTS (SELECT 1 FROM rubric_versions)"
            )
            db.execute(
                "INSERT INTO reviews VALUES (?, ?, 'r', 1, 'h', 'Lin', 't')",
                (f"review of {interaction_id}", interaction_id),
            )

    return add


def found(database: Database, words: str) -> set[tuple[str, str]]:
    return {(hit.kind, hit.subject) for hit in search.find(database, words)}


def code_of(error: pytest.ExceptionInfo[ProblemError]) -> str:
    return error.value.problems[0].code


def test_what_was_added_comes_back_whole(store: InteractionStore) -> None:
    batch = store.add_batch("batch-1", "calls", [call(1), call(2)])
    assert store.detail("call-1") == call(1)
    assert store.detail("call-2") == call(2)
    assert store.batches() == (batch,)
    assert (batch.interactions, batch.source, batch.undone_at) == (2, "calls", None)


def test_everything_can_be_found(store: InteractionStore, database: Database) -> None:
    store.add_batch("batch-1", "calls", [call(1)])
    for words in ("退款太慢", "诉", "王女士 投诉"):
        expected = {("turn", "call-1:0")} if "王" not in words else set()
        assert found(database, words) == expected
    assert found(database, "terrib") == {("turn", "call-1:1")}
    for words in ("林伟", "Complaints", "C-88", "X-1", "Cards", "A7", "vip", "Call 1"):
        assert found(database, words) == {("interaction", "call-1")}, words


def test_nothing_of_a_batch_is_kept_when_one_of_it_fails(
    store: InteractionStore, database: Database
) -> None:
    twin = replace(call(2), interaction=replace(call(2).interaction, content_hash="hash-1"))
    with pytest.raises(Exception, match="UNIQUE"):
        store.add_batch("batch-1", "calls", [call(1), twin])
    assert store.batches() == ()
    assert store.known_hashes().by_hash == {}
    assert found(database, "Call") == set()
    assert audit.verify(database) == ()


def test_writing_is_audited(store: InteractionStore, database: Database) -> None:
    store.add_batch("batch-1", "calls", [call(1)])
    store.set_agent_channel("recording-1", AgentChannel.LEFT)
    store.update_metadata("call-1", Metadata(team="Loans"))
    store.undo_batch("batch-1")
    with database.reading() as db:
        actions = db.execute("SELECT actor, action, subject FROM audit ORDER BY seq").fetchall()
    assert actions == [
        ("Lin", "batch.imported", "batch-1"),
        ("Lin", "agent_channel.set", "call-1"),
        ("Lin", "metadata.changed", "call-1"),
        ("Lin", "batch.undone", "batch-1"),
    ]
    assert audit.verify(database) == ()


def test_the_agents_channel_can_be_swapped(store: InteractionStore) -> None:
    store.add_batch("batch-1", "calls", [call(1)])
    store.set_agent_channel("recording-1", AgentChannel.LEFT)
    assert store.detail("call-1").recordings[0].agent_channel is AgentChannel.LEFT
    with pytest.raises(ProblemError) as error:
        store.set_agent_channel("nothing", AgentChannel.LEFT)
    assert code_of(error) == "interactions.unknown"


def test_new_facts_replace_the_old_and_are_found(
    store: InteractionStore, database: Database
) -> None:
    store.add_batch("batch-1", "calls", [call(1)])
    changed = store.update_metadata("call-1", Metadata(team="Loans", tags=("urgent",)))
    assert changed.metadata == Metadata(team="Loans", tags=("urgent",))
    assert store.detail("call-1").interaction == changed
    assert found(database, "Loans") == {("interaction", "call-1")}
    assert found(database, "Complaints") == set()


def test_unknown_interactions_are_told(store: InteractionStore) -> None:
    for act in (
        lambda: store.detail("nothing"),
        lambda: store.update_metadata("nothing", Metadata()),
        lambda: store.attach_transcript("nothing", TURNS),
    ):
        with pytest.raises(ProblemError) as error:
            act()
        assert code_of(error) == "interactions.unknown"


def test_known_content_names_recordings_that_wait_for_words(store: InteractionStore) -> None:
    silent = [call(number, turns=()) for number in (2, 3)]
    twin = replace(silent[1].interaction, id="call-4", content_hash="hash-4", title="Call 4")
    store.add_batch("batch-1", "calls", [call(1), *silent, InteractionDetail(interaction=twin)])
    known = store.known_hashes()
    assert {key: one.id for key, one in known.by_hash.items()} == {
        f"hash-{number}": f"call-{number}" for number in (1, 2, 3, 4)
    }
    assert known.by_hash["hash-1"].has_turns
    assert not known.by_hash["hash-2"].has_turns
    # Two recordings are called 3: neither can be told from the other.
    assert {name: one.id for name, one in known.waiting.items()} == {"2": "call-2"}


def test_a_transcript_that_comes_later(store: InteractionStore, database: Database) -> None:
    store.add_batch("batch-1", "calls", [call(1, turns=())])
    store.attach_transcript("call-1", TURNS)
    assert store.detail("call-1").turns == TURNS
    assert found(database, "投诉") == {("turn", "call-1:0")}
    store.attach_transcript("call-1", TURNS[1:])
    assert store.detail("call-1").turns == TURNS[1:]
    assert found(database, "投诉") == set()


def test_a_reviewed_transcript_is_not_replaced(
    store: InteractionStore, review: Callable[[str], None]
) -> None:
    store.add_batch("batch-1", "calls", [call(1)])
    review("call-1")
    with pytest.raises(ProblemError) as error:
        store.attach_transcript("call-1", TURNS)
    assert code_of(error) == "interactions.reviewed"


def test_undoing_a_batch_leaves_nothing(store: InteractionStore, database: Database) -> None:
    store.add_batch("batch-1", "calls", [call(1), call(2)])
    store.add_batch("batch-2", "more", [call(3, "batch-2")])
    undone = store.undo_batch("batch-1")
    assert [one.title for one in undone.removed] == ["Call 1", "Call 2"]
    assert undone.kept == ()
    assert undone.media == ("media/me/media-1.wav", "media/me/media-2.wav")
    assert set(store.known_hashes().by_hash) == {"hash-3"}
    assert found(database, "投诉") == {("turn", "call-3:0")}
    with database.reading() as db:
        for table in ("recordings", "turns", "ticket_events", "search_rows"):
            owners = db.execute(f"SELECT DISTINCT interaction_id FROM {table}").fetchall()
            assert owners == [("call-3",)], table
    batches = {batch.id: batch.undone_at for batch in store.batches()}
    assert batches["batch-1"] is not None
    assert batches["batch-2"] is None
    with pytest.raises(ProblemError) as error:
        store.undo_batch("batch-1")
    assert code_of(error) == "interactions.batch_undone"
    with pytest.raises(ProblemError) as error:
        store.undo_batch("batch-9")
    assert code_of(error) == "interactions.batch_unknown"


def test_reviewed_interactions_outlive_their_batch(
    store: InteractionStore, review: Callable[[str], None]
) -> None:
    store.add_batch("batch-1", "calls", [call(1), call(2)])
    review("call-2")
    undone = store.undo_batch("batch-1")
    assert [one.id for one in undone.removed] == ["call-1"]
    assert [one.title for one in undone.kept] == ["Call 2"]
    assert undone.media == ("media/me/media-1.wav",)
    assert store.detail("call-2") == call(2)
    (batch,) = store.batches()
    assert (batch.undone_at, batch.interactions) == (None, 1)


def test_sound_that_another_interaction_uses_stays(store: InteractionStore) -> None:
    shared = replace(call(2).recordings[0], path=call(1).recordings[0].path)
    store.add_batch("batch-1", "calls", [call(1)])
    other = replace(call(2, "batch-2"), recordings=(shared,))
    store.add_batch("batch-2", "more", [other])
    assert store.undo_batch("batch-1").media == ()
    assert store.undo_batch("batch-2").media == (shared.path,)


def test_undoing_takes_back_words_that_came_later(
    store: InteractionStore, database: Database
) -> None:
    store.add_batch("batch-1", "calls", [call(1, turns=())])
    store.add_batch("batch-2", "words", [], [("call-1", TURNS)])
    assert store.detail("call-1").turns == TURNS
    undone = store.undo_batch("batch-2")
    assert [one.id for one in undone.untranscribed] == ["call-1"]
    assert undone.removed == ()
    assert store.detail("call-1").turns == ()
    assert found(database, "投诉") == set()
