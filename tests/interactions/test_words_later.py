"""Transcripts and facts that come without their recordings, or after them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qa_desktop.database import search
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
    State,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import Kind
from qa_desktop.interactions.store import InteractionStore

Bring = Callable[..., ImportReport]


@pytest.fixture
def bring(workspace: Workspace, store: InteractionStore, child: ChildReader) -> Bring:
    def imported(*paths: Path) -> ImportReport:
        known = store.known_hashes()
        plan = plan_import(paths, ImportOptions(), known_hashes=known, child=child)
        return commit_import(plan, store, workspace, child=child)

    return imported


def test_sound_first_and_words_later(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_vtt: Callable[..., Path],
    bring: Bring,
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    first = bring(make_wav(incoming / "17.wav", seconds=3))
    words = make_vtt(incoming / "17.vtt", ("00:00:00.000", "00:00:01.000", "Agent", "Good morning"))
    second = bring(words)
    (taken,) = second.taken
    assert taken.attached
    assert taken.id == first.taken[0].id
    assert [turn.text for turn in store.detail(taken.id).turns] == ["Good morning"]
    assert second.batch_id is not None
    undone = undo_import(second.batch_id, store, workspace)
    assert [one.id for one in undone.untranscribed] == [taken.id]
    # The same again, the recording named along with its words.
    third = bring(incoming)
    (taken,) = third.taken
    assert taken.attached
    assert [turn.text for turn in store.detail(taken.id).turns] == ["Good morning"]


def test_words_that_come_later_bring_their_facts(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_vtt: Callable[..., Path],
    bring: Bring,
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    (call,) = bring(make_wav(incoming / "17.wav")).taken
    table = incoming / "facts.csv"
    table.write_text("file,agent\n17.wav,Lin\n", encoding="utf-8")
    bring(table)
    before = store.detail(call.id).interaction.metadata
    table.write_text("file,agent,team\n17.vtt,Someone,Cards\n", encoding="utf-8")
    words = make_vtt(incoming / "17.vtt", ("00:00:00.100", "00:00:00.900", "Agent", "Hello"))
    later = bring(words, table)
    assert [(taken.id, taken.attached) for taken in later.taken] == [(call.id, True)]
    detail = store.detail(call.id)
    assert [turn.text for turn in detail.turns] == ["Hello"]
    assert detail.interaction.metadata == replace(before, team="Cards")
    assert later.batch_id is not None
    undo_import(later.batch_id, store, workspace)
    assert store.detail(call.id).interaction.metadata == before
    assert store.detail(call.id).turns == ()


def test_a_transcript_without_its_recording(
    incoming: Path, make_vtt: Callable[..., Path], bring: Bring, store: InteractionStore
) -> None:
    words = make_vtt(incoming / "17.vtt", ("00:00:01.000", "00:00:02.500", "Agent", "Hello"))
    (taken,) = bring(words).taken
    assert [problem.code for problem in taken.entry.warnings] == ["interactions.transcript_alone"]
    detail = store.detail(taken.id)
    assert detail.recordings == ()
    assert (detail.interaction.kind, detail.interaction.duration_ms) == (Kind.RECORDING, 2500)


def test_a_transcript_that_goes_on_after_the_sound_is_told(
    incoming: Path, make_wav: Callable[..., Path], make_vtt: Callable[..., Path], bring: Bring
) -> None:
    make_wav(incoming / "17.wav", seconds=2)
    make_vtt(incoming / "17.vtt", ("00:01:00.000", "00:01:02.000", "Agent", "Hello"))
    (taken,) = bring(incoming).taken
    assert [problem.code for problem in taken.entry.warnings] == ["interactions.transcript_longer"]


def test_facts_that_come_later(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Bring,
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    first = bring(make_wav(incoming / "17.wav"), make_wav(incoming / "18.wav", hz=600))
    ids = {taken.entry.title: taken.id for taken in first.taken}
    table = incoming / "facts.csv"
    table.write_text(
        "file,agent,team,tags\n17.wav,Lin,Cards,vip\n99.wav,Mo,Loans,\n", encoding="utf-8"
    )
    second = bring(table)
    (taken,) = second.taken
    assert (taken.id, taken.attached, taken.entry.path) == (ids["17"], True, str(table))
    metadata = store.detail(ids["17"]).interaction.metadata
    assert (metadata.agent_name, metadata.team, metadata.tags) == ("Lin", "Cards", ("vip",))
    (use,) = second.metadata
    assert (use.rows, use.matched) == (2, 1)
    assert [hit.subject for hit in search.find(workspace.database, "Cards")] == [ids["17"]]
    # Nothing new the second time, and the preview says so.
    again = plan_import([incoming], ImportOptions(), known_hashes=store.known_hashes())
    again.close()
    assert {entry.state for entry in again.entries} == {State.SKIP}
    assert again.metadata[0].matched == 1

    # The same folder with a fuller table.
    table.write_text("file,team\n17.wav,Loans\n18.wav,Loans\n", encoding="utf-8")
    third = bring(incoming)
    assert {taken.entry.title for taken in third.taken} == {"17", "18"}
    assert store.detail(ids["17"]).interaction.metadata.agent_name == "Lin"
    assert store.detail(ids["18"]).interaction.metadata.team == "Loans"
    assert third.batch_id is not None
    undone = undo_import(third.batch_id, store, workspace)
    assert {one.title for one in undone.restored} == {"17", "18"}
    assert store.detail(ids["17"]).interaction.metadata == metadata
    assert store.detail(ids["18"]).interaction.metadata.team is None
    assert [hit.subject for hit in search.find(workspace.database, "Loans")] == []


def test_undoing_facts_leaves_what_came_after_them(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Bring,
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    (call,) = bring(make_wav(incoming / "17.wav")).taken
    table = incoming / "facts.csv"
    table.write_text("file,agent,team\n17.wav,Lin,Cards\n", encoding="utf-8")
    first = bring(table)
    table.write_text("file,queue,csat\n17.wav,Chat,4\n", encoding="utf-8")
    second = bring(table)
    now = store.detail(call.id).interaction.metadata
    store.update_metadata(call.id, replace(now, team="Loans"))
    assert first.batch_id is not None
    undone = undo_import(first.batch_id, store, workspace)
    assert [one.id for one in undone.restored] == [call.id]
    after = store.detail(call.id).interaction.metadata
    assert after == replace(now, agent_name=None, team="Loans")
    assert second.batch_id is not None
    undo_import(second.batch_id, store, workspace)
    assert store.detail(call.id).interaction.metadata == replace(after, queue=None, csat=None)


def test_a_name_that_several_have_tells_none_of_them(
    incoming: Path, make_wav: Callable[..., Path], bring: Bring
) -> None:
    bring(make_wav(incoming / "mon" / "17.wav"), make_wav(incoming / "tue" / "17.wav", hz=600))
    table = incoming / "facts.csv"
    table.write_text("file,agent\n17.wav,Lin\n", encoding="utf-8")
    report = bring(table)
    assert report.taken == ()
    assert [problem.code for problem in report.metadata[0].problems] == [
        "interactions.metadata_row_unmatched"
    ]
