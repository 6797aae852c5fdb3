"""A package's interactions become copies in a workspace, whole or not at all."""

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.decode import decode
from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.calibration.blind.gathering import Gathered
from qa_desktop.calibration.blind.taking_in import forget_copies, taking_in
from qa_desktop.calibration.files.package import Package, open_package
from qa_desktop.calibration.model import SessionInteraction
from qa_desktop.database.verify import verify_workspace
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import AgentChannel, InteractionDetail, Kind
from qa_desktop.interactions.store import InteractionStore

SESSION = "5" * 32
Take = Callable[..., tuple[SessionInteraction, ...]]


@pytest.fixture
def take(other: Workspace, clock: Clock, child: ChildReader) -> Take:
    def taken(package: Package, session: str = SESSION) -> tuple[SessionInteraction, ...]:
        with taking_in(package, session, other, clock, "Pat", child=child) as found:
            return found

    return taken


@pytest.fixture
def theirs(other: Workspace, clock: Clock) -> InteractionStore:
    return InteractionStore(other.database, clock, "Pat")


def _rows(workspace: Workspace) -> dict[str, int]:
    tables = ("interactions", "recordings", "turns", "ticket_events", "import_batches", "audit")
    with workspace.database.reading() as db:
        return {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}


def _media(workspace: Workspace) -> list[Path]:
    return sorted(file for file in workspace.media_folder.rglob("*") if file.is_file())


def test_what_was_gathered_is_what_is_graded(
    package: Package,
    take: Take,
    theirs: InteractionStore,
    at_work: tuple[InteractionDetail, ...],
    other: Workspace,
) -> None:
    taken = take(package)
    assert [(each.pseudonym, each.kind) for each in taken] == [
        ("call-1", Kind.RECORDING),
        ("chat-1", Kind.CHAT),
        ("ticket-1", Kind.TICKET),
    ]
    copies = [theirs.detail(each.interaction_id) for each in taken]
    for each, copy, real in zip(taken, copies, at_work, strict=True):
        assert copy.interaction.title == copy.interaction.source_name == each.pseudonym
        assert copy.interaction.is_copy
        assert copy.interaction.duration_ms == real.interaction.duration_ms
        assert [turn.role for turn in copy.turns] == [turn.role for turn in real.turns]
        assert [turn.start_ms for turn in copy.turns] == [turn.start_ms for turn in real.turns]
        assert len(copy.events) == len(real.events)
    call, real_call = copies[0], at_work[0]
    assert [one.offset_ms for one in call.recordings] == [0, 4000]
    assert {one.agent_channel for one in call.recordings} == {AgentChannel.RIGHT}
    assert {one.file_name for one in call.recordings} == {"call-1.flac"}
    for copied, source in zip(call.recordings, real_call.recordings, strict=True):
        file = other.folder / copied.path
        assert file.name == f"{copied.media_hash}.flac"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == copied.media_hash
        heard = np.concatenate(list(decode(file)), axis=1)
        assert np.array_equal(heard, np.concatenate(list(decode(Path(source.path))), axis=1))
    assert not verify_workspace(other).problems


def test_nothing_of_who_and_when_reaches_the_other_workspace(
    package: Package, take: Take, other: Workspace, secrets: tuple[str, ...]
) -> None:
    take(package)
    with other.database.alone() as connection:
        dump = "\n".join(connection.iterdump())
    # When it was taken in is that workspace's own.
    told = [secret for secret in secrets if secret != "2026" and secret in dump]
    assert told == []


def test_the_same_package_again_is_the_same_copies(
    package: Package, take: Take, other: Workspace
) -> None:
    first, rows, media = take(package), _rows(other), _media(other)
    assert take(package) == first
    assert (_rows(other), _media(other)) == (rows, media)


def test_the_same_interactions_in_another_session_are_other_copies(
    package: Package, take: Take, other: Workspace
) -> None:
    first, media = take(package), _media(other)
    second = take(package, "6" * 32)
    assert {each.interaction_id for each in first}.isdisjoint(
        each.interaction_id for each in second
    )
    assert _media(other) == media


def test_sound_that_was_lost_comes_back_with_the_package(
    package: Package, take: Take, other: Workspace
) -> None:
    first, media = take(package), _media(other)
    media[0].unlink()
    assert take(package) == first
    assert _media(other) == media
    assert not verify_workspace(other).problems


def test_the_lead_takes_in_copies_beside_the_originals(
    package: Package,
    workspace: Workspace,
    clock: Clock,
    child: ChildReader,
    store: InteractionStore,
    at_work: tuple[InteractionDetail, ...],
) -> None:
    with taking_in(package, SESSION, workspace, clock, "Lead", child=child) as taken:
        pass
    assert store.detail(taken[0].interaction_id).interaction.title == "call-1"
    assert store.detail(at_work[0].interaction.id) == at_work[0]


def test_what_the_block_writes_comes_and_goes_with_the_copies(
    package: Package, other: Workspace, clock: Clock, child: ChildReader
) -> None:
    rows = _rows(other)

    def fail_after_writing() -> None:
        with taking_in(package, SESSION, other, clock, "Pat", child=child):
            with other.database.writing() as db:
                db.execute("INSERT INTO workspace_facts VALUES ('mine', 'yes')")
            raise LookupError

    with pytest.raises(LookupError):
        fail_after_writing()
    with other.database.reading() as db:
        assert not db.execute("SELECT 1 FROM workspace_facts WHERE name = 'mine'").fetchall()
    assert _rows(other) == rows
    assert _media(other) == []
    assert not list(other.media_folder.iterdir())


def test_one_that_is_cancelled_leaves_nothing(
    package: Package, other: Workspace, clock: Clock, child: ChildReader
) -> None:
    rows = _rows(other)
    told = 0

    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            nonlocal told
            told += 1
            # After the first recording is in its place.
            if done == 2:
                raise Cancelled

    with (
        pytest.raises(Cancelled),
        taking_in(package, SESSION, other, clock, "Pat", Impatient(), child=child),
    ):
        pass
    assert told
    assert (_rows(other), _media(other)) == (rows, [])


def _recording(gathered: Gathered, **changes: object) -> dict[str, object]:
    """The call's recordings, the first with other bytes or other words about it."""
    first, second = gathered.interactions[0].recordings
    path = gathered.blobs[first.blob]
    data = path.read_bytes() if isinstance(path, Path) else path
    change = changes.pop("data", None)
    if callable(change):
        data = change(data)
    changed = replace(first, blob=hashlib.sha256(data).hexdigest(), **changes)  # type: ignore[arg-type]
    rest = gathered.blobs[second.blob]
    kept = rest.read_bytes() if isinstance(rest, Path) else rest
    return {"recordings": ((changed, data), (second, kept))}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sample_rate_hz": 16_000}, "calibration.recording_differs"),
        ({"channels": 1}, "calibration.recording_differs"),
        ({"duration_ms": 2_999}, "calibration.recording_differs"),
        ({"data": lambda data: b"RIFF" + data[4:]}, "calibration.recording_differs"),
        ({"data": lambda data: data[: len(data) // 2]}, "calibration.recording_differs"),
        # A block of comments behind the one that must be there.
        (
            {"data": lambda d: d[:4] + b"\0" + d[5:42] + b"\x84\0\0\x08" + bytes(8) + d[42:]},
            "calibration.recording_differs",
        ),
        ({"data": lambda data: data[:42]}, "audio."),
    ],
)
def test_a_recording_that_is_not_what_is_said_of_it_is_refused(
    gathered: Gathered,
    packed: Callable[..., Path],
    take: Take,
    other: Workspace,
    changes: dict[str, object],
    code: str,
) -> None:
    rows = _rows(other)
    file = packed("bad", change=_recording(gathered, **changes))
    with open_package(file) as package, pytest.raises(ProblemError) as raised:
        take(package)
    assert raised.value.problems[0].code.startswith(code)
    assert (_rows(other), _media(other)) == (rows, [])


def test_a_content_of_another_interaction_is_refused(
    gathered: Gathered, packed: Callable[..., Path], take: Take, other: Workspace
) -> None:
    chat = gathered.blobs[gathered.interactions[1].content]
    file = packed("bad", change={"content": chat})
    with open_package(file) as package, pytest.raises(ProblemError) as raised:
        take(package)
    assert raised.value.problems[0].code == "calibration.package_damaged"
    assert _media(other) == []


def test_a_new_content_in_a_later_revision_is_a_new_copy(
    gathered: Gathered, packed: Callable[..., Path], take: Take, package: Package
) -> None:
    first = take(package)
    content = gathered.blobs[gathered.interactions[0].content]
    assert isinstance(content, bytes)
    changed = content.replace(b"speaking", b"talking!")
    with open_package(packed("r2", change={"content": changed})) as later:
        second = take(later)
    assert second[1:] == first[1:]
    assert second[0].interaction_id != first[0].interaction_id


def test_copies_are_forgotten_with_their_sound(
    package: Package, take: Take, other: Workspace, clock: Clock
) -> None:
    taken = take(package)
    stuck = forget_copies(other, clock, "Pat", [each.interaction_id for each in taken])
    assert stuck == ()
    assert _rows(other)["interactions"] == _rows(other)["recordings"] == 0
    assert _media(other) == []
    assert not verify_workspace(other).problems


def test_the_purpose_of_a_row_never_changes(package: Package, take: Take, other: Workspace) -> None:
    take(package)
    with pytest.raises(sqlite3.IntegrityError), other.database.writing() as db:
        db.execute("UPDATE interactions SET purpose = 'work'")
