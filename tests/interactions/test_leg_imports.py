"""The legs of a transferred call come in as one interaction, on one clock."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
    PlanEntry,
    State,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import AgentChannel, InteractionDetail
from qa_desktop.interactions.names import name_parts, whole_name
from qa_desktop.interactions.store import InteractionStore

Make = Callable[..., Path]
Bring = Callable[..., ImportReport]


@pytest.fixture
def bring(workspace: Workspace, store: InteractionStore, child: ChildReader) -> Bring:
    def imported(*paths: Path, options: ImportOptions | None = None) -> ImportReport:
        known = store.known_hashes()
        plan = plan_import(paths, options or ImportOptions(), known_hashes=known, child=child)
        return commit_import(plan, store, workspace, child=child)

    return imported


def places(detail: InteractionDetail) -> list[tuple[str, int, int]]:
    return [(one.file_name, one.offset_ms, one.position) for one in detail.recordings]


def codes(entry: PlanEntry) -> list[str]:
    return [problem.code.removeprefix("interactions.") for problem in entry.problems]


@pytest.mark.parametrize(
    ("name", "leg", "whole"),
    [
        ("call-7_leg1.wav", 1, "call 7"),
        ("call-7 (leg 02).flac", 2, "call 7"),
        ("C7.part3.mp3", 3, "c7"),
        ("leg2-call-7.wav", 2, "call 7"),
        ("通话7_第2段.wav", 2, "通话7"),
        ("通话7-转接1.wav", 1, "通话7"),
        ("call-7_leg2_agent.wav", 2, "call 7"),
        ("7/leg1.wav", 1, ""),
        ("leg1.wav", None, "leg1"),
        ("partner-12.wav", None, "partner 12"),
        ("leg-1-leg-2.wav", None, "leg 1 leg 2"),
        ("call-2026-05-31.wav", None, "call 2026 05 31"),
    ],
)
def test_names_of_legs(name: str, leg: int | None, whole: str) -> None:
    assert name_parts(name).leg == leg
    assert whole_name(name) == whole


def test_named_legs_follow_each_other_and_the_preview_says_so(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore
) -> None:
    make_wav(incoming / "call-7_leg2.wav", seconds=2, channels=2, hz=700)
    make_wav(incoming / "call-7_leg1.wav", seconds=3)
    make_wav(incoming / "call-8.wav", seconds=1)
    report = bring(incoming)
    assert [taken.entry.title for taken in report.taken] == ["call-7", "call-8"]
    entry = report.taken[0].entry
    assert [Path(file).name for file in entry.files] == ["call-7_leg1.wav", "call-7_leg2.wav"]
    assert codes(entry) == ["legs_joined", "legs_back_to_back"]
    assert entry.problems[0].values["places"] == "call-7_leg1.wav 0:00, call-7_leg2.wav 0:03"
    detail = store.detail(report.taken[0].id)
    assert places(detail) == [("call-7_leg1.wav", 0, 0), ("call-7_leg2.wav", 3000, 1)]
    assert [one.agent_channel for one in detail.recordings] == [
        AgentChannel.MONO,
        AgentChannel.LEFT,
    ]
    assert detail.interaction.duration_ms == 5000


def test_a_table_joins_files_of_any_name_at_their_offsets(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore
) -> None:
    make_wav(incoming / "b.wav", seconds=3)
    make_wav(incoming / "a.wav", seconds=2, hz=700)
    make_wav(incoming / "other.wav", seconds=1)
    (incoming / "calls.csv").write_text(
        "file,call id,offset ms,agent,team\n"
        "b.wav,C-7,0,Ana,Front\na.wav,c-7,4500,Bo,Back\nother.wav,C-8,,Cy,Front\n",
        encoding="utf-8",
    )
    report = bring(incoming)
    first, second = report.taken
    detail = store.detail(first.id)
    assert places(detail) == [("b.wav", 0, 0), ("a.wav", 4500, 1)]
    assert detail.interaction.external_id == "C-7"
    assert detail.interaction.metadata.agent_name == "Ana"
    assert detail.interaction.duration_ms == 6500
    assert codes(first.entry) == ["legs_joined"]
    assert [(use.rows, use.matched) for use in report.metadata] == [(3, 3)]
    assert second.entry.title == "other"


def test_the_beginnings_tell_the_time_between_named_legs(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore
) -> None:
    for number in (1, 2):
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
    (incoming / "calls.csv").write_text(
        "file,started at\ncall-7_leg1.wav,2026-05-31T10:00:00Z\n"
        "call-7_leg2.wav,2026-05-31T10:00:09Z\n",
        encoding="utf-8",
    )
    (taken,) = bring(incoming).taken
    assert [place[1] for place in places(store.detail(taken.id))] == [0, 9000]
    assert codes(taken.entry) == ["legs_joined"]


def test_words_of_each_leg_and_of_the_whole_stand_on_the_calls_clock(
    incoming: Path, make_wav: Make, make_vtt: Make, bring: Bring, store: InteractionStore
) -> None:
    for number in (1, 2):
        make_wav(incoming / f"a_leg{number}.wav", seconds=2, hz=300 * number)
        make_vtt(
            incoming / f"a_leg{number}.vtt",
            ("00:00:00.500", "00:00:00.900", "Agent", f"leg {number}"),
        )
        make_wav(incoming / f"b_leg{number}.wav", seconds=2, hz=200 + 300 * number)
    make_vtt(
        incoming / "b.vtt",
        ("00:00:00.100", "00:00:00.900", "Agent", "one"),
        ("00:00:03.000", "00:00:03.900", "Customer", "two"),
    )
    each, whole = (store.detail(taken.id) for taken in bring(incoming).taken)
    assert [(turn.position, turn.text, turn.start_ms) for turn in each.turns] == [
        (0, "leg 1", 500),
        (1, "leg 2", 2500),
    ]
    assert [(turn.text, turn.start_ms) for turn in whole.turns] == [("one", 100), ("two", 3000)]


def test_a_transcript_that_comes_later_is_of_the_whole_call(
    incoming: Path, make_wav: Make, make_vtt: Make, bring: Bring, store: InteractionStore
) -> None:
    for number in (1, 2):
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
    (taken,) = bring(incoming).taken
    words = make_vtt(
        incoming / "call-7.vtt", ("00:00:03.000", "00:00:03.900", "Agent", "in the second leg")
    )
    (later,) = bring(words).taken
    assert (later.id, later.attached) == (taken.id, True)
    assert store.detail(taken.id).turns[0].start_ms == 3000


def test_legs_can_be_kept_apart_and_are_not_taken_twice(
    incoming: Path, make_wav: Make, bring: Bring
) -> None:
    paths = [
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
        for number in (1, 2)
    ]
    apart = bring(incoming, options=ImportOptions(join_legs=False))
    assert len(apart.taken) == 2
    (joined,) = bring(incoming).taken
    assert codes(joined.entry)[-2:] == ["leg_there", "leg_there"]
    again = bring(incoming)
    assert again.taken == ()
    assert codes(again.skipped[0]) == ["already_there"]
    assert bring(paths[0]).taken == ()


def test_a_leg_of_a_joined_call_is_there_already(
    incoming: Path, make_wav: Make, make_vtt: Make, bring: Bring
) -> None:
    for number in (1, 2):
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
    bring(incoming)
    make_vtt(incoming / "call-7_leg2.vtt", ("00:00:00.000", "00:00:00.900", "Agent", "hi"))
    alone = bring(incoming / "call-7_leg2.wav", incoming / "call-7_leg2.vtt")
    assert alone.taken == (), "its words would stand on the clock of the leg"


def test_the_same_number_twice_is_no_transfer(incoming: Path, make_wav: Make, bring: Bring) -> None:
    make_wav(incoming / "call-7_leg1.wav", seconds=2)
    make_wav(incoming / "call-7-leg-1.wav", seconds=2, hz=600)
    make_wav(incoming / "call-7_leg2.wav", seconds=2, hz=900)
    assert len(bring(incoming).taken) == 3


def test_pairs_can_be_legs_and_missing_numbers_are_told(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore
) -> None:
    make_wav(incoming / "call-7_leg1_agent.wav", seconds=2)
    make_wav(incoming / "call-7_leg1_customer.wav", seconds=2, hz=600)
    make_wav(incoming / "call-7_leg3.wav", seconds=2, channels=2, hz=900)
    (taken,) = bring(incoming).taken
    assert "legs_missing" in codes(taken.entry)
    detail = store.detail(taken.id)
    assert [(one.channels, one.offset_ms) for one in detail.recordings] == [(2, 0), (2, 2000)]


def test_undoing_takes_every_leg(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore, workspace: Workspace
) -> None:
    for number in (1, 2):
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
    report = bring(incoming)
    assert report.batch_id is not None
    joined = workspace.peaks_folder / "joined" / f"{report.taken[0].id}-0.wav"
    joined.parent.mkdir(parents=True)
    joined.write_bytes(b"what was joined of them")
    undo_import(report.batch_id, store, workspace)
    assert [path for path in workspace.media_folder.rglob("*") if path.is_file()] == []
    assert not joined.exists()


def test_a_leg_that_changed_meanwhile_leaves_nothing_of_the_others(
    incoming: Path,
    make_wav: Make,
    store: InteractionStore,
    workspace: Workspace,
    child: ChildReader,
) -> None:
    paths = [
        make_wav(incoming / f"call-7_leg{number}.wav", seconds=2, hz=300 * number)
        for number in (1, 2)
    ]
    plan = plan_import([incoming], ImportOptions(), child=child)
    make_wav(paths[1], seconds=2, hz=999)
    report = commit_import(plan, store, workspace, child=child)
    assert report.taken == ()
    assert [entry.state for entry in report.failed] == [State.FAIL]
    assert [path for path in workspace.media_folder.rglob("*") if path.is_file()] == []


def test_a_bad_offset_is_told_with_its_cell(incoming: Path, make_wav: Make, bring: Bring) -> None:
    make_wav(incoming / "a.wav", seconds=1)
    (incoming / "calls.csv").write_text("file,id,offset\na.wav,C-7,soon\n", encoding="utf-8")
    report = bring(incoming)
    (problem,) = report.metadata[0].problems
    assert problem.code == "interactions.metadata_bad_offset"
    assert (problem.where.line, problem.where.column) == (2, 3)
    assert json.dumps(problem.values["value"]) == '"soon"'
