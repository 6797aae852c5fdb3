"""Which files belong to one call."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.interactions.importing import ImportOptions, PlanEntry, State, plan_import
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import Kind, Role

Make = Callable[..., Path]
Entries = Callable[..., dict[str, PlanEntry]]
AGENT = ("00:00:00.100", "00:00:00.900", "Agent", "Good morning")
CUSTOMER = ("00:00:01.000", "00:00:01.900", "Customer", "Hello")


@pytest.fixture
def entries(child: ChildReader) -> Entries:
    def planned(folder: Path, options: ImportOptions | None = None) -> dict[str, PlanEntry]:
        made = plan_import([folder], options or ImportOptions(), child=child)
        made.close()
        return {
            str(Path(entry.path).relative_to(folder)).replace("\\", "/"): entry
            for entry in made.entries
        }

    return planned


def files(entry: PlanEntry, folder: Path) -> list[str]:
    return [str(Path(file).relative_to(folder)).replace("\\", "/") for file in entry.files]


def whisper(path: Path, *texts: str) -> Path:
    segments = [
        {
            "id": number,
            "start": float(number),
            "end": number + 0.9,
            "text": text,
            "words": [{"word": text, "start": float(number), "end": number + 0.9}],
        }
        for number, text in enumerate(texts)
    ]
    path.write_text(
        json.dumps({"text": " ".join(texts), "segments": segments, "language": "en"}),
        encoding="utf-8",
    )
    return path


def test_the_richest_transcript_is_taken_and_the_others_told(
    incoming: Path, make_wav: Make, make_vtt: Make, entries: Entries
) -> None:
    make_wav(incoming / "17.stereo.wav", seconds=3, channels=2)
    make_vtt(incoming / "17.vtt", AGENT, CUSTOMER)
    (incoming / "17.txt").write_text("Good morning\nHello\n", encoding="utf-8")
    whisper(incoming / "17.machine.json", "Good", "warning", "yellow", "no")
    found = entries(incoming)
    # Who speaks counts for more than when each word was said; a machine's words count least.
    assert files(found["17.stereo.wav"], incoming) == ["17.stereo.wav", "17.vtt"]
    for name in ("17.txt", "17.machine.json"):
        assert found[name].state is State.SKIP
        assert found[name].problems[0].code == "interactions.poorer_transcript"
        assert found[name].problems[0].values == {"other": "17.vtt"}


def test_a_machines_words_are_better_than_none(
    incoming: Path, make_wav: Make, entries: Entries
) -> None:
    make_wav(incoming / "17.stereo.ulaw.wav", seconds=3)
    whisper(incoming / "17.machine.json", "Good", "morning")
    found = entries(incoming)
    assert found["17.stereo.ulaw.wav"].turn_count == 2


def test_a_call_in_several_codecs_shares_its_words(
    incoming: Path, make_wav: Make, make_vtt: Make, entries: Entries
) -> None:
    make_wav(incoming / "17.wav", seconds=3)
    make_wav(incoming / "17.gsm.wav", seconds=3, hz=500)
    make_vtt(incoming / "17.vtt", AGENT)
    found = entries(incoming)
    assert set(found) == {"17.wav", "17.gsm.wav"}
    assert [entry.turn_count for entry in found.values()] == [1, 1]


def test_each_side_may_have_its_own_words(incoming: Path, make_wav: Make, entries: Entries) -> None:
    make_wav(incoming / "17.agent.wav", seconds=3)
    make_wav(incoming / "17.customer.wav", seconds=3, hz=500)
    whisper(incoming / "17.agent.json", "Good", "morning")
    whisper(incoming / "17.customer.json", "Hello")
    (entry,) = entries(incoming, ImportOptions(pair_offset_ms=500)).values()
    assert len(entry.files) == 4
    assert entry.content is not None
    assert [
        (turn.position, turn.role, turn.text, turn.start_ms) for turn in entry.content.turns
    ] == [
        (0, Role.CUSTOMER, "Hello", 0),
        (1, Role.AGENT, "Good", 500),
        (2, Role.AGENT, "morning", 1500),
    ]


def test_names_carried_on(incoming: Path, make_wav: Make, make_vtt: Make, entries: Entries) -> None:
    make_wav(incoming / "call-17.wav", seconds=3)
    make_wav(incoming / "call-17-b.wav", seconds=3, hz=500)
    make_vtt(incoming / "call-17-b draft 2.vtt", AGENT)
    make_vtt(incoming / "call-18 draft.vtt", CUSTOMER)
    found = entries(incoming)
    assert files(found["call-17-b.wav"], incoming) == ["call-17-b.wav", "call-17-b draft 2.vtt"]
    assert found["call-17.wav"].turn_count == 0
    assert found["call-18 draft.vtt"].problems[0].code == "interactions.transcript_alone"


def test_folders_for_kinds_of_files(
    incoming: Path, make_wav: Make, make_vtt: Make, entries: Entries
) -> None:
    make_wav(incoming / "audio" / "agent" / "17.wav", seconds=2)
    make_wav(incoming / "audio" / "caller" / "17.wav", seconds=2, hz=600)
    (incoming / "transcript").mkdir()
    make_vtt(incoming / "transcript" / "17.vtt", AGENT, CUSTOMER)
    make_wav(incoming / "monday" / "17.wav", seconds=2, hz=700)
    found = entries(incoming)
    assert files(found["audio/agent/17.wav"], incoming) == [
        "audio/agent/17.wav",
        "audio/caller/17.wav",
        "transcript/17.vtt",
    ]
    assert found["monday/17.wav"].turn_count == 0
    assert len(found) == 2


def test_facts_beside_a_recording(shared: Path, incoming: Path, entries: Entries) -> None:
    call = shared / "data" / "calls" / "hvb" / "0091a706bc604188"
    for part in ("stereo.wav", "transcript.json", "metadata.json", "vtt"):
        shutil.copy(f"{call}.{part}", incoming)
    found = entries(incoming)
    taken = found["0091a706bc604188.stereo.wav"]
    assert files(taken, incoming) == [
        "0091a706bc604188.stereo.wav",
        "0091a706bc604188.transcript.json",
        "0091a706bc604188.metadata.json",
    ]
    assert (taken.kind, taken.agent) == (Kind.RECORDING, "Jennifer")
    assert taken.content is not None
    assert {turn.role for turn in taken.content.turns} == {Role.AGENT, Role.CUSTOMER}
    assert all(turn.words for turn in taken.content.turns)
    aside = found["0091a706bc604188.vtt"]
    assert aside.problems[0].values == {"other": "0091a706bc604188.transcript.json"}


def test_facts_that_belong_to_nothing_are_told(
    shared: Path, incoming: Path, entries: Entries
) -> None:
    call = shared / "data" / "calls" / "hvb" / "0091a706bc604188"
    shutil.copy(f"{call}.metadata.json", incoming)
    (entry,) = entries(incoming).values()
    assert entry.state is State.SKIP
    assert entry.problems[0].code == "interactions.facts_of_nothing"


def test_tables_of_one_export_come_in_together(
    shared: Path, incoming: Path, entries: Entries
) -> None:
    shutil.copytree(shared / "data" / "tickets" / "zendesk", incoming / "zendesk")
    found = entries(incoming)
    assert found["zendesk/ticket_data.csv"].state is State.TAKE
    read_with = [
        name
        for name, entry in found.items()
        if [problem.code for problem in entry.problems] == ["interactions.read_with"]
    ]
    assert len(read_with) == 7
