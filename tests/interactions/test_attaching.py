"""A transcript chosen for one call goes there, whatever its file is called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import ImportOptions, State, commit_import, plan_import
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import KnownInteraction
from qa_desktop.interactions.store import InteractionStore

VTT = """WEBVTT

00:00.000 --> 00:00.500
<v Agent>hello there

00:00.600 --> 00:00.900
<v Customer>hi
"""


@pytest.fixture
def call(
    workspace: Workspace,
    store: InteractionStore,
    incoming: Path,
    make_wav: Callable[..., Path],
    child: ChildReader,
) -> KnownInteraction:
    """In the workspace, without words."""
    wav = make_wav(incoming / "20260302-call-77.wav")
    plan = plan_import([wav], ImportOptions(), known_hashes=store.known_hashes(), child=child)
    report = commit_import(plan, store, workspace, child=child)
    return KnownInteraction(id=report.taken[0].id, title="call 77")


def test_a_file_of_another_name_gives_this_call_its_words(
    call: KnownInteraction,
    workspace: Workspace,
    store: InteractionStore,
    incoming: Path,
    child: ChildReader,
) -> None:
    file = incoming / "export (3).vtt"
    file.write_text(VTT, encoding="utf-8")
    options = ImportOptions(attach_to=call)
    plan = plan_import([file], options, known_hashes=store.known_hashes(), child=child)
    (entry,) = plan.of(State.TAKE)
    assert (entry.title, entry.turn_count) == ("call 77", 2)
    report = commit_import(plan, store, workspace, child=child)
    assert [(taken.id, taken.attached) for taken in report.taken] == [(call.id, True)]
    assert [turn.text for turn in store.detail(call.id).turns] == ["hello there", "hi"]
    assert report.batch_id is not None
    store.undo_batch(report.batch_id)
    assert store.detail(call.id).turns == ()


def test_words_that_came_in_by_themselves_before_can_still_be_chosen(
    call: KnownInteraction,
    workspace: Workspace,
    store: InteractionStore,
    incoming: Path,
    child: ChildReader,
) -> None:
    file = incoming / "export (3).vtt"
    file.write_text(VTT, encoding="utf-8")
    plan = plan_import([file], ImportOptions(), known_hashes=store.known_hashes(), child=child)
    commit_import(plan, store, workspace, child=child)
    options = ImportOptions(attach_to=call)
    plan = plan_import([file], options, known_hashes=store.known_hashes(), child=child)
    commit_import(plan, store, workspace, child=child)
    assert len(store.detail(call.id).turns) == 2


def test_files_without_words_and_a_second_one_are_told(
    call: KnownInteraction,
    store: InteractionStore,
    incoming: Path,
    make_wav: Callable[..., Path],
    child: ChildReader,
) -> None:
    files = [make_wav(incoming / "other.wav", hz=220.0)]
    for name in ("a.vtt", "b.vtt"):
        files.append(incoming / name)
        files[-1].write_text(VTT.replace("hi", f"hi {name}"), encoding="utf-8")
    options = ImportOptions(attach_to=call)
    plan = plan_import(files, options, known_hashes=store.known_hashes(), child=child)
    told = {Path(entry.path).name: entry.problems[0].code for entry in plan.of(State.SKIP)}
    assert told == {
        "other.wav": "interactions.no_words",
        "b.vtt": "interactions.second_transcript",
    }
    assert len(plan.of(State.TAKE)) == 1
    plan.close()
