"""Corrections and speakers on a real database: read back, found, audited, taken back."""

import json
from dataclasses import replace

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database import audit, search
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.model import Interaction, InteractionDetail, Kind, Role, Turn, Word
from qa_desktop.interactions.speakers import speaker_of, swapped, turns_of
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.interactions.transcript_store import TranscriptStore

CALL = "call"
TURNS = (
    Turn(
        position=0,
        role=Role.AGENT,
        author="spk_0",
        text="my cart is lost",
        start_ms=0,
        end_ms=400,
        words=(
            Word(text="my", start_ms=0, end_ms=100),
            Word(text="cart", start_ms=100, end_ms=200),
        ),
    ),
    Turn(position=1, role=Role.CUSTOMER, author="spk_1", text="how can i help", start_ms=500),
    Turn(position=2, role=Role.AGENT, author="spk_0", text="my cart please", start_ms=900),
)


@pytest.fixture
def transcripts(workspace: Workspace, store: InteractionStore, clock: Clock) -> TranscriptStore:
    interaction = Interaction(
        id=CALL,
        kind=Kind.RECORDING,
        title="0091",
        content_hash="x",
        source_name="x.json",
        imported_at=clock.now(),
        batch_id="batch",
    )
    store.add_batch("batch", "x", [InteractionDetail(interaction=interaction, turns=TURNS)])
    return TranscriptStore(workspace.database, clock, "Wang")


def found(workspace: Workspace, words: str) -> set[str]:
    return {hit.subject for hit in search.find(workspace.database, words)}


def test_a_correction_is_read_back_found_and_told_who_made_it(
    transcripts: TranscriptStore, store: InteractionStore, workspace: Workspace
) -> None:
    change = transcripts.correct(CALL, 0, "my card is lost")
    turn = store.detail(CALL).turns[0]
    assert (turn.text, [word.text for word in turn.words]) == ("my card is lost", ["my", "card"])
    (made,) = turn.corrections
    assert (made.was, made.text, made.corrected_by) == ("cart", "card", "Wang")
    assert found(workspace, "card") == {"call:0"}
    assert found(workspace, "cart") == {"call:2"}
    assert change.changed
    with workspace.database.reading() as db:
        row = db.execute(
            "SELECT actor, action, subject, payload FROM audit JOIN audit_payloads USING (seq)"
            " ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    assert row[:3] == ("Wang", "transcript.corrected", CALL)
    assert json.loads(row[3])["after"]["words"] == [[0, 3, "cart", "card"]]
    assert audit.verify(workspace.database) == ()


def test_undo_and_redo_bring_back_exactly_what_was(
    transcripts: TranscriptStore, store: InteractionStore, workspace: Workspace
) -> None:
    transcripts.correct(CALL, 0, "my card is lost")
    before = store.detail(CALL).turns
    change = transcripts.correct(CALL, 0, "her card was lost")
    after = store.detail(CALL).turns
    transcripts.put(CALL, change.before)
    assert store.detail(CALL).turns == before
    transcripts.put(CALL, change.after)
    assert store.detail(CALL).turns == after
    assert found(workspace, "her") == {"call:0"}


def test_a_second_correction_keeps_the_first_with_its_author(
    transcripts: TranscriptStore, store: InteractionStore, workspace: Workspace, clock: Clock
) -> None:
    transcripts.correct(CALL, 0, "my card is lost")
    other = TranscriptStore(workspace.database, clock, "Zhao")
    other.correct(CALL, 0, "my card is gone")
    made = store.detail(CALL).turns[0].corrections
    assert [(each.text, each.corrected_by) for each in made] == [("card", "Wang"), ("gone", "Zhao")]


def test_one_or_all_corrections_are_taken_back(
    transcripts: TranscriptStore, store: InteractionStore
) -> None:
    transcripts.correct(CALL, 0, "my card is gone")
    transcripts.correct(CALL, 2, "my card please")
    transcripts.revert(CALL, 0, 3)
    assert [turn.text for turn in store.detail(CALL).turns][::2] == [
        "my cart is gone",
        "my card please",
    ]
    transcripts.revert_all(CALL)
    assert store.detail(CALL).turns == TURNS


def test_writing_the_imported_words_again_is_no_correction(
    transcripts: TranscriptStore, store: InteractionStore
) -> None:
    assert not transcripts.correct(CALL, 0, TURNS[0].text).changed
    transcripts.correct(CALL, 0, "my card is lost")
    transcripts.correct(CALL, 0, TURNS[0].text)
    assert store.detail(CALL).turns == TURNS


def test_what_was_corrected_meanwhile_is_not_overwritten(transcripts: TranscriptStore) -> None:
    transcripts.correct(CALL, 0, "my card is lost")
    with pytest.raises(ProblemError) as told:
        transcripts.correct(CALL, 0, "my cat is lost", before=TURNS[0].text)
    assert told.value.problems[0].code == "interactions.turn_unknown"


def test_a_speaker_is_told_for_all_turns_and_as_imported_again(
    transcripts: TranscriptStore, store: InteractionStore
) -> None:
    speaker = replace(speaker_of(TURNS[0]), role=Role.CUSTOMER, name="Mrs Chen")
    change = transcripts.tell_speakers(CALL, [speaker])
    turns = store.detail(CALL).turns
    assert [(turn.role, turn.author) for turn in turns] == [
        (Role.CUSTOMER, "Mrs Chen"),
        (Role.CUSTOMER, "spk_1"),
        (Role.CUSTOMER, "Mrs Chen"),
    ]
    assert (turns[0].imported_role, turns[0].imported_author) == (Role.AGENT, "spk_0")
    assert turns_of(speaker_of(turns[0]), turns) == 2
    transcripts.put(CALL, change.before)
    assert store.detail(CALL).turns == TURNS


def test_swapping_twice_is_nothing_and_names_stay_with_the_voices(
    transcripts: TranscriptStore, store: InteractionStore, workspace: Workspace
) -> None:
    transcripts.tell_speakers(CALL, [replace(speaker_of(TURNS[1]), name="Jennifer")])
    transcripts.tell_speakers(CALL, swapped(store.detail(CALL).turns))
    turns = store.detail(CALL).turns
    assert [turn.role for turn in turns] == [Role.CUSTOMER, Role.AGENT, Role.CUSTOMER]
    assert turns[1].author == "Jennifer"
    transcripts.tell_speakers(CALL, swapped(turns))
    transcripts.tell_speakers(CALL, [replace(speaker_of(store.detail(CALL).turns[1]), name=None)])
    assert store.detail(CALL).turns == TURNS
    with workspace.database.reading() as db:
        assert db.execute("SELECT count(*) FROM speakers").fetchone() == (0,)


def test_words_that_are_replaced_take_their_corrections_along(
    transcripts: TranscriptStore, store: InteractionStore
) -> None:
    transcripts.correct(CALL, 0, "my card is lost")
    transcripts.tell_speakers(CALL, swapped(TURNS))
    store.attach_transcript(CALL, TURNS[:2])
    assert store.detail(CALL).turns == TURNS[:2]
    with pytest.raises(ProblemError):
        transcripts.correct(CALL, 2, "gone")


def test_what_somebody_corrected_outlives_the_undoing_of_its_import(
    transcripts: TranscriptStore, store: InteractionStore
) -> None:
    transcripts.correct(CALL, 0, "my card is lost")
    assert [known.id for known in store.undo_batch("batch").kept] == [CALL]
    assert store.detail(CALL).turns[0].text == "my card is lost"
    transcripts.revert_all(CALL)
    assert [known.id for known in store.undo_batch("batch").removed] == [CALL]
