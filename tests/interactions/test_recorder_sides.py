"""Which side a recorder has the agent on: chosen once, used for later and earlier imports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.database.audit import verify
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportReport,
    commit_import,
    plan_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.media_store import MediaStore
from qa_desktop.interactions.model import AgentChannel, Recording
from qa_desktop.interactions.recorder import name_pattern, recorder_of
from qa_desktop.interactions.store import InteractionStore

LEFT, RIGHT = AgentChannel.LEFT, AgentChannel.RIGHT
Make = Callable[..., Path]
Bring = Callable[..., ImportReport]


@pytest.fixture
def media(workspace: Workspace, store: InteractionStore) -> MediaStore:
    return MediaStore(workspace.database, store.clock, "Lin")


@pytest.fixture
def bring(workspace: Workspace, store: InteractionStore, child: ChildReader) -> Bring:
    def imported(*paths: Path, options: ImportOptions | None = None) -> ImportReport:
        known = store.known_hashes()
        plan = plan_import(paths, options or ImportOptions(), known_hashes=known, child=child)
        return commit_import(plan, store, workspace, child=child)

    return imported


def sides(store: InteractionStore, report: ImportReport) -> dict[str, AgentChannel]:
    recordings = (store.detail(taken.id).recordings[0] for taken in report.taken)
    return {one.file_name: one.agent_channel for one in recordings}


def swapped(store: InteractionStore, report: ImportReport, number: int = 0) -> Recording:
    recording = store.detail(report.taken[number].id).recordings[0]
    store.set_agent_channel(recording.id, RIGHT)
    return store.detail(report.taken[number].id).recordings[0]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("call-20260531-0017.wav", "call-#-#.wav"),
        ("REC_5512.WAV", "rec_#.wav"),
        ("0091a706bc604188.flac", "*.flac"),
        ("6f1c8a52-8b1e-4a4b-9a43-10a4df0b2b4f.opus", "*.opus"),
        ("agent7-call12.wav", "agent#-call#.wav"),
        ("CA1b2c3d4e5f.mp3", "*.mp3"),
        ("通话20260531第2段.wav", "通话#第#段.wav"),
        ("greeting.wav", "greeting.wav"),
        ("noextension17", "noextension#"),
    ],
)
def test_what_differs_from_file_to_file_is_left_out(name: str, pattern: str) -> None:
    assert name_pattern(name) == pattern


def test_a_format_of_its_own_is_a_recorder_of_its_own() -> None:
    one, other = (recorder_of("call-1.wav", codec, 8000) for codec in ("pcm_mulaw", "pcm_s16le"))
    assert one != other
    assert recorder_of("call-1.wav", "pcm_mulaw", 8000) == recorder_of(
        "call-99.wav", "pcm_mulaw", 8000
    )


def test_later_imports_have_the_side_that_was_chosen(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore, media: MediaStore
) -> None:
    first = bring(make_wav(incoming / "call-1.wav", channels=2))
    recording = swapped(store, first)
    change = media.use_for_recorder(recording, imported=False)
    assert (change.before, change.after, change.recordings) == (None, RIGHT, ())
    make_wav(incoming / "later" / "call-2.wav", channels=2, hz=600)
    make_wav(incoming / "later" / "call-3.wav", channels=1, hz=700)
    make_wav(incoming / "later" / "other-4.wav", channels=2, hz=800)
    later = bring(incoming / "later")
    assert sides(store, later) == {
        "call-2.wav": RIGHT,
        "call-3.wav": AgentChannel.MONO,
        "other-4.wav": LEFT,
    }
    make_wav(incoming / "asked" / "call-5.wav", channels=2, hz=900)
    asked = bring(incoming / "asked", options=ImportOptions(agent_channel=LEFT))
    assert sides(store, asked) == {"call-5.wav": LEFT}, "what was chosen for the import wins"


def test_earlier_imports_change_on_request_but_not_what_was_graded_or_set_by_hand(
    incoming: Path,
    make_wav: Make,
    bring: Bring,
    store: InteractionStore,
    media: MediaStore,
    workspace: Workspace,
) -> None:
    for number in range(5):
        make_wav(incoming / f"call-{number}.wav", channels=2, hz=300 + 50 * number)
    make_wav(incoming / "pair-9.agent.wav")
    make_wav(incoming / "pair-9.customer.wav", hz=555)
    report = bring(incoming)
    recording = swapped(store, report)
    graded, drafted, by_hand = (report.taken[number].id for number in (1, 2, 3))
    with workspace.database.writing() as db:
        db.execute("UPDATE interactions SET review_state = 'submitted' WHERE id = ?", (graded,))
        db.execute("UPDATE interactions SET review_has_draft = 1 WHERE id = ?", (drafted,))
    hand = store.detail(by_hand).recordings[0]
    store.set_agent_channel(hand.id, LEFT)
    assert [one.file_name for one in media.others_of(recording)] == ["call-4.wav"]
    change = media.use_for_recorder(recording, imported=True)
    assert len(change.recordings) == 1
    now = sides(store, report)
    assert now["call-4.wav"] is RIGHT
    assert [now[f"call-{number}.wav"] for number in (1, 2, 3)] == [LEFT] * 3
    media.take_back(change)
    assert sides(store, report)["call-4.wav"] is LEFT
    assert media.sides() == {}
    assert verify(workspace.database) == ()


def test_taking_back_leaves_what_was_changed_since(
    incoming: Path, make_wav: Make, bring: Bring, store: InteractionStore, media: MediaStore
) -> None:
    for number in range(2):
        make_wav(incoming / f"call-{number}.wav", channels=2, hz=300 + 50 * number)
    report = bring(incoming)
    recording = swapped(store, report)
    first = media.use_for_recorder(recording, imported=False)
    other = store.detail(report.taken[1].id).recordings[0]
    second = media.use_for_recorder(other, imported=False)
    assert second.before is RIGHT
    media.take_back(first)
    assert list(media.sides().values()) == [LEFT], "a later choice stands"
    media.take_back(second)
    assert list(media.sides().values()) == [RIGHT]


def test_an_unknown_recording_is_refused(media: MediaStore) -> None:
    stranger = Recording(
        id="nobody",
        media_hash="0",
        file_name="call-1.wav",
        path="x",
        referenced=True,
        duration_ms=1,
        sample_rate_hz=8000,
        channels=2,
        codec="pcm",
        agent_channel=LEFT,
    )
    with pytest.raises(ProblemError, match=r"interactions\.unknown"):
        media.use_for_recorder(stranger, imported=True)
