"""Transcripts that come without their recordings, or after them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
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
