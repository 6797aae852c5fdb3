"""A workspace with a call, a chat and a ticket that are full of names; packages made of them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.calibration.blind.gathering import Gathered, gather
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import Manifest, ManifestRubric
from qa_desktop.calibration.files.package import Package, open_package, write_package
from qa_desktop.calibration.model import Mode, SessionKind
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.importing import new_child
from qa_desktop.interactions.isolation import ChildReader
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

SESSION = "5" * 32
MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
RATE_HZ = 8000
# Every name and number that must stay with the lead.
SECRETS = (
    *("Ann", "Miller", "Quinn", "Okafor", "A-1023", "C-55512", "hotline-7", "Gold line"),
    *("王小明", "小明", "TCK-9921", "Refunds", "call_Ann_Miller_2026-03-02.wav", "vip-miller"),
    *("2026", "invoice of Okafor.pdf"),
)


@pytest.fixture(scope="session")
def child() -> Iterator[ChildReader]:
    with new_child() as reader:
        yield reader


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(MOMENT, timedelta(seconds=1))


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "lead", clock=clock) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A participant's, which shares nothing with the lead's."""
    with open_workspace(tmp_path / "participant", clock=clock) as opened:
        yield opened


def _interaction(number: str, kind: Kind, title: str, duration_ms: int | None) -> Interaction:
    return Interaction(
        id=number * 32,
        kind=kind,
        title=title,
        content_hash=number,
        source_name=f"{title}.json",
        imported_at=MOMENT,
        batch_id="b",
        external_id="TCK-9921",
        duration_ms=duration_ms,
        metadata=Metadata(
            agent_id="A-1023",
            agent_name="Ann Miller",
            team="Refunds",
            queue="Gold line",
            customer_ref="C-55512",
            started_at=MOMENT,
            language="en",
            tags=("vip-miller",),
            csat=2.0,
        ),
    )


def _words(text: str) -> tuple[Word, ...]:
    return tuple(
        Word(text=word, start_ms=at * 100, end_ms=at * 100 + 90)
        for at, word in enumerate(text.split())
    )


def _said(position: int, role: Role, author: str | None, text: str, at_s: float) -> Turn:
    return Turn(
        position=position,
        role=role,
        author=author,
        text=text,
        start_ms=round(at_s * 1000),
        end_ms=round(at_s * 1000) + 900,
        sent_at=MOMENT + timedelta(seconds=at_s),
    )


def _call(folder: Path) -> InteractionDetail:
    moments = np.arange(RATE_HZ * 3)
    sound = np.stack([np.sin(moments / 7) * 8000, np.sin(moments / 11) * 4000]).astype(np.int16)
    recordings = []
    for position, offset_ms in enumerate((0, 4000)):
        file = folder / f"call_Ann_Miller_2026-03-02_{position}.wav"
        with writing_wav(file, RATE_HZ, 2) as wav:
            wav.write(sound[:, : RATE_HZ * (3 - position)])
        data = file.read_bytes()
        recordings.append(
            Recording(
                id=f"r{position}",
                media_hash=hashlib.sha256(data).hexdigest(),
                file_name="call_Ann_Miller_2026-03-02.wav",
                path=str(file),
                referenced=True,
                duration_ms=3000 - position * 1000,
                sample_rate_hz=RATE_HZ,
                channels=2,
                codec="pcm_s16le",
                agent_channel=AgentChannel.RIGHT,
                offset_ms=offset_ms,
                position=position,
            )
        )
    text = "Gold service, this is Ann Miller speaking."
    return InteractionDetail(
        interaction=_interaction("1", Kind.RECORDING, "call_Ann_Miller_2026-03-02", 6000),
        recordings=tuple(recordings),
        turns=(
            Turn(
                position=0,
                role=Role.AGENT,
                author="Ann Miller",
                text=text,
                start_ms=0,
                end_ms=900,
                words=_words(text),
            ),
            Turn(position=1, role=Role.CUSTOMER, text="Hello Ann.", start_ms=1000, end_ms=1500),
        ),
    )


def _chat() -> InteractionDetail:
    turns = (
        _said(0, Role.CUSTOMER, "Okafor", "Hi, Okafor here, C-55512", 0),
        _said(1, Role.AGENT, "Ann Miller", "你好，我是王小明的同事 Ann。", 12.345),
        _said(2, Role.AGENT, "王小明", "小明在此，王先生马上来。", 90061.5),
    )
    interaction = _interaction("2", Kind.CHAT, "Chat of Okafor", None)
    return InteractionDetail(interaction=interaction, turns=turns)


def _ticket() -> InteractionDetail:
    first = _said(0, Role.CUSTOMER, "Okafor", "My invoice, please. Okafor", 0)
    turns = (
        Turn(
            position=0,
            role=Role.CUSTOMER,
            author="Okafor",
            text=first.text,
            sent_at=first.sent_at,
            attachments=("https://x.example/invoice of Okafor.pdf?who=Okafor", "scan"),
            attachment_bytes=(55512, None),
        ),
        _said(1, Role.AGENT, "Quinn", "Ask Ann Miller.", 3600),
    )
    at = MOMENT + timedelta(seconds=7200)
    events = (
        TicketEvent(position=0, at=at, actor="Quinn", field="status", old="open", new="solved"),
        TicketEvent(
            position=1,
            at=at,
            actor="Quinn",
            field="assignee_id",
            old=None,
            new="A-1023",
            new_name="Ann Miller",
        ),
        TicketEvent(
            position=2, at=at, actor="hotline-7", field="phone", old=None, new="+1 415 555 0100"
        ),
    )
    return InteractionDetail(
        interaction=_interaction("3", Kind.TICKET, "TCK-9921 invoice of Okafor", None),
        turns=turns,
        events=events,
    )


@pytest.fixture
def details(tmp_path: Path) -> tuple[InteractionDetail, ...]:
    """A call of two recordings, a chat and a ticket."""
    return _call(tmp_path), _chat(), _ticket()


@pytest.fixture
def store(workspace: Workspace, clock: Clock) -> InteractionStore:
    return InteractionStore(workspace.database, clock, "lead")


@pytest.fixture
def at_work(
    store: InteractionStore, details: tuple[InteractionDetail, ...]
) -> tuple[InteractionDetail, ...]:
    """The lead's interactions, in the lead's workspace."""
    store.add_batch("b", "files", details)
    return tuple(store.detail(each.interaction.id) for each in details)


@pytest.fixture
def gathered(
    at_work: tuple[InteractionDetail, ...], workspace: Workspace, tmp_path: Path
) -> Gathered:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    return gather(at_work, workspace.folder, scratch)


@pytest.fixture
def secrets() -> tuple[str, ...]:
    return SECRETS


@pytest.fixture
def packed(gathered: Gathered, tmp_path: Path) -> Callable[..., Path]:
    """Writes a package of what was gathered; `content` replaces the first interaction's."""
    lead = Identity.make("Lead")
    rubric = b"id: service"

    def write(name: str = "r1", *, change: Mapping[str, object] | None = None) -> Path:
        blobs = dict(gathered.blobs)
        blobs[hashlib.sha256(rubric).hexdigest()] = rubric
        interactions = list(gathered.interactions)
        for field, value in (change or {}).items():
            if field == "content" and isinstance(value, bytes):
                blobs[hashlib.sha256(value).hexdigest()] = value
                value = hashlib.sha256(value).hexdigest()
            if field == "recordings" and isinstance(value, tuple):
                for each, data in value:
                    blobs[each.blob] = data
                value = tuple(each for each, _ in value)
            interactions[0] = _replaced(interactions[0], field, value)
        manifest = Manifest(
            session=SESSION,
            kind=SessionKind.CALIBRATION,
            title="March",
            mode=Mode.SEALED,
            revision=1,
            previous=None,
            lead=lead.person,
            roster=(lead.person,),
            session_key=lead.person.box_key,
            reference_commitment=None,
            deadline=None,
            rubric=ManifestRubric(
                id="service",
                version=1,
                hash=f"sha256:{'0' * 64}",
                blob=hashlib.sha256(rubric).hexdigest(),
            ),
            interactions=tuple(interactions),
        )
        file = tmp_path / f"{name}.qacal"
        used = {sha: blobs[sha] for sha in manifest.blobs}
        write_package(file, manifest, used, lead)
        return file

    return write


def _replaced(one: object, field: str, value: object) -> object:
    from dataclasses import replace

    return replace(one, **{field: value})  # type: ignore[type-var]


@pytest.fixture
def package(packed: Callable[..., Path]) -> Iterator[Package]:
    with open_package(packed()) as opened:
        yield opened
