"""One-sided recordings of a call, joined at the right moment."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.decode import decode
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
    State,
    commit_import,
    plan_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import AgentChannel, InteractionDetail, Role
from qa_desktop.interactions.store import InteractionStore

AGENT_LATE_MS = 2051


@pytest.fixture
def bring(
    workspace: Workspace, store: InteractionStore, child: ChildReader
) -> Callable[..., ImportReport]:
    def imported(*paths: Path, options: ImportOptions | None = None) -> ImportReport:
        plan = plan_import(paths, options or ImportOptions(), child=child)
        return commit_import(plan, store, workspace, child=child)

    return imported


def two_clocks(path: Path, agent_late_ms: int, customer_late_ms: int = 0) -> None:
    """A transcript as the Harper Valley corpus writes it: the call's clock and each file's own."""
    segments = [
        {
            "index": number,
            "speaker_role": role,
            "human_transcript": text,
            "transcript": text,
            "offset_ms": start_ms + late_ms,
            "start_ms": start_ms,
            "duration_ms": 800,
            "word_offsets_ms": [0, 400],
            "word_durations_ms": [400, 400],
        }
        for number, (role, start_ms, text, late_ms) in enumerate(
            [
                ("agent", 500, "good morning", agent_late_ms),
                ("caller", 3600, "hello there", customer_late_ms),
                ("agent", 2500, "what now", agent_late_ms),
            ],
            start=1,
        )
    ]
    path.write_text(json.dumps(segments), encoding="utf-8")


def first_sound_ms(detail: InteractionDetail, folder: Path) -> list[int]:
    """When each channel is first heard."""
    samples = np.concatenate(list(decode(folder / detail.recordings[0].path)), axis=1)
    rate_hz = detail.recordings[0].sample_rate_hz
    return [int(np.argmax(np.abs(channel) > 500)) * 1000 // rate_hz for channel in samples]


@pytest.mark.parametrize(
    ("agent", "customer"),
    [
        ("17.agent.wav", "17.caller.wav"),
        ("17-agent.wav", "17-customer.wav"),
        ("17坐席.wav", "17客户.wav"),
        ("17-out.wav", "17-in.wav"),
        ("17.tx.wav", "17.rx.wav"),
        ("17_left.wav", "17_right.wav"),
        ("agent/17.wav", "caller/17.wav"),
        ("17/agent.wav", "17/customer.wav"),
        ("17/left.wav", "17/right.wav"),
    ],
)
def test_names_of_sides(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
    agent: str,
    customer: str,
) -> None:
    make_wav(incoming / agent, seconds=2, tone_from_ms=500)
    make_wav(incoming / customer, seconds=3, hz=700, tone_from_ms=1500)
    (taken,) = bring(incoming).taken
    detail = store.detail(taken.id)
    (recording,) = detail.recordings
    assert recording.agent_channel is AgentChannel.LEFT
    assert (recording.channels, recording.duration_ms) == (2, 3000)
    assert first_sound_ms(detail, workspace.folder) == pytest.approx([500, 1500], abs=2)
    assert "interactions.pair_offset_unknown" in [p.code for p in taken.entry.warnings]
    assert detail.interaction.title == "17"


@pytest.mark.parametrize(
    ("agent_late_ms", "customer_late_ms"), [(AGENT_LATE_MS, 0), (1, 0), (2012, -1), (0, 900)]
)
def test_the_transcript_tells_when_each_side_begins(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
    agent_late_ms: int,
    customer_late_ms: int,
) -> None:
    make_wav(incoming / "17.agent.wav", seconds=4, tone_from_ms=500)
    make_wav(incoming / "17.caller.wav", seconds=6, hz=700, tone_from_ms=3600)
    two_clocks(incoming / "17.transcript.json", agent_late_ms, customer_late_ms)
    (taken,) = bring(incoming).taken
    assert taken.entry.warnings == ()
    detail = store.detail(taken.id)
    heard = first_sound_ms(detail, workspace.folder)
    said = {
        role: min(turn.start_ms or 0 for turn in detail.turns if turn.role is role)
        for role in (Role.AGENT, Role.CUSTOMER)
    }
    # Whatever the clocks: the words stand where they are heard.
    assert heard == pytest.approx([said[Role.AGENT], said[Role.CUSTOMER]], abs=2)
    assert heard[0] - heard[1] == pytest.approx(
        500 + agent_late_ms - 3600 - customer_late_ms, abs=2
    )


def test_a_given_offset_wins(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    make_wav(incoming / "17.agent.wav", tone_from_ms=100)
    make_wav(incoming / "17.caller.wav", hz=700, tone_from_ms=200)
    later = bring(incoming, options=ImportOptions(pair_offset_ms=1500))
    detail = store.detail(later.taken[0].id)
    assert first_sound_ms(detail, workspace.folder) == pytest.approx([1600, 200], abs=2)
    assert detail.interaction.duration_ms == 2500


def test_a_negative_offset_delays_the_customer(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    make_wav(incoming / "17.agent.wav", tone_from_ms=100)
    make_wav(incoming / "17.caller.wav", hz=700, tone_from_ms=200)
    report = bring(incoming, options=ImportOptions(pair_offset_ms=-700))
    detail = store.detail(report.taken[0].id)
    assert first_sound_ms(detail, workspace.folder) == pytest.approx([100, 900], abs=2)


def test_sides_are_left_where_both_are_in_one_file(
    incoming: Path, make_wav: Callable[..., Path], bring: Callable[..., ImportReport]
) -> None:
    make_wav(incoming / "17.stereo.wav", channels=2)
    make_wav(incoming / "17.agent.wav", hz=500)
    make_wav(incoming / "17.caller.wav", hz=600)
    report = bring(incoming)
    assert [Path(taken.entry.path).name for taken in report.taken] == ["17.stereo.wav"]
    assert {Path(entry.path).name: entry.problems[0].code for entry in report.skipped} == {
        "17.agent.wav": "interactions.side_of_whole",
        "17.caller.wav": "interactions.side_of_whole",
    }


def test_a_lone_side_comes_in_with_its_words_on_its_own_clock(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    make_wav(incoming / "17.agent.wav", seconds=4, tone_from_ms=500)
    two_clocks(incoming / "17.transcript.json", AGENT_LATE_MS)
    (taken,) = bring(incoming).taken
    assert "interactions.agent_only" in [problem.code for problem in taken.entry.warnings]
    detail = store.detail(taken.id)
    assert detail.recordings[0].agent_channel is AgentChannel.MONO
    agent = [turn for turn in detail.turns if turn.role is Role.AGENT]
    assert agent[0].start_ms == 500
    assert agent[0].words[0].start_ms == 500
    assert first_sound_ms(detail, workspace.folder) == pytest.approx([500], abs=2)


def test_two_calls_with_in_and_out_in_their_names_are_no_pair(
    incoming: Path, make_wav: Callable[..., Path], bring: Callable[..., ImportReport]
) -> None:
    make_wav(incoming / "1-in.wav", hz=500)
    make_wav(incoming / "2-out.wav", hz=600)
    make_wav(incoming / "3-in.wav", hz=700, channels=2)
    make_wav(incoming / "3-out.wav", hz=800, channels=2)
    assert len(bring(incoming).taken) == 4


def test_real_sides_of_a_real_call(
    shared: Path,
    incoming: Path,
    bring: Callable[..., ImportReport],
    store: InteractionStore,
    workspace: Workspace,
) -> None:
    call = shared / "data" / "calls" / "hvb" / "0002f70f7386445b"
    for part in ("agent.wav", "caller.wav", "transcript.json"):
        shutil.copy(f"{call}.{part}", incoming)
    (taken,) = bring(incoming).taken
    merged = store.detail(taken.id)
    ours = np.concatenate(list(decode(workspace.folder / merged.recordings[0].path)), axis=1)
    # The corpus' own merge, made with the agent 2051 ms later.
    theirs = np.concatenate(list(decode(Path(f"{call}.stereo.wav"))), axis=1)
    frames = min(ours.shape[1], theirs.shape[1])
    for channel in (0, 1):
        ours_f, theirs_f = (
            np.fft.rfft(sound[channel, :frames].astype(float), 2 * frames)
            for sound in (ours, theirs)
        )
        lag = int(np.argmax(np.fft.irfft(ours_f * theirs_f.conj())))
        assert min(lag, 2 * frames - lag) <= 8 * 5


def test_the_parts_of_a_pair_are_known_again(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Callable[..., ImportReport],
    store: InteractionStore,
) -> None:
    make_wav(incoming / "17.agent.wav")
    make_wav(incoming / "17.caller.wav", hz=700)
    bring(incoming)
    plan = plan_import(
        [incoming], ImportOptions(pair_offset_ms=300), known_hashes=store.known_hashes()
    )
    plan.close()
    assert [entry.state for entry in plan.entries] == [State.SKIP]
    assert plan.entries[0].problems[0].code == "interactions.already_there"
