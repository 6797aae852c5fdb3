"""What a session is about, as its lead signed it."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.fields import Fields, Paper, label
from qa_desktop.calibration.files.identity import person_to_json, read_box_key, read_person
from qa_desktop.calibration.files.signing import is_signed, sha256
from qa_desktop.calibration.model import Mode, Person, SessionKind
from qa_desktop.interactions.model import AgentChannel, Kind

MOST_MANIFEST_BYTES = 2 * 1024**2
MOST_INTERACTIONS = 500
MOST_PEOPLE = 200
# Submissions that are expected, so that lists of them stay readable at once.
MOST_CELLS = 20_000
MOST_RECORDINGS = 40
TITLE_CHARS = 200
# An ordinary review's size says nothing then.
LEAST_PAD_BYTES = 16 * 1024
_MOST_PAD_BYTES = 1024**2
_MOST_MS = 7 * 24 * 3_600_000
_MOST_REVISION = 100_000
_FORMAT = "qa-calibration/1"
_SESSION = r"[0-9a-f]{32}"
PSEUDONYM = r"(?:call|chat|ticket)-[1-9][0-9]{0,3}"
_RUBRIC_ID = r"[a-z0-9-]{1,80}"
_RUBRIC_HASH = r"sha256:[0-9a-f]{64}"
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRecording:
    """A copy of one sound file; `blob` is the SHA-256 of its bytes, 16-bit FLAC without tags.

    `offset_ms` is where it begins on the interaction's clock.
    """

    blob: str
    duration_ms: int
    sample_rate_hz: int
    channels: int
    agent_channel: AgentChannel
    offset_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestInteraction:
    """`content` is the SHA-256 of the JSON of its turns and the like."""

    pseudonym: str
    kind: Kind
    duration_ms: int | None
    content: str
    recordings: tuple[ManifestRecording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRubric:
    """`hash` is the rubric's own, of what it means; `blob` the SHA-256 of its file."""

    id: str
    version: int
    hash: str
    blob: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One revision of a session. `previous`: the hash of the one before, None for revision 1.

    `session_key` (X25519) is what submissions, in strict mode released keys, are sealed for.
    `reference_commitment`: see `reference.commit`; None: there is no reference review.
    """

    session: str
    kind: SessionKind
    title: str
    mode: Mode
    revision: int
    previous: str | None
    lead: Person
    roster: tuple[Person, ...]
    session_key: bytes
    reference_commitment: str | None
    deadline: datetime | None
    rubric: ManifestRubric
    interactions: tuple[ManifestInteraction, ...]
    pad_bytes: int = LEAST_PAD_BYTES

    def person(self, fingerprint: str) -> Person | None:
        """Who on the roster has these keys."""
        return next((p for p in self.roster if p.fingerprint == fingerprint), None)

    def interaction(self, pseudonym: str) -> ManifestInteraction | None:
        return next((i for i in self.interactions if i.pseudonym == pseudonym), None)

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """What is expected: each (fingerprint, pseudonym)."""
        return tuple(
            (person.fingerprint, interaction.pseudonym)
            for person in self.roster
            for interaction in self.interactions
        )

    @property
    def blobs(self) -> tuple[str, ...]:
        """All that the package must hold, sorted, each once."""
        inside = {self.rubric.blob}
        for interaction in self.interactions:
            inside.add(interaction.content)
            inside.update(recording.blob for recording in interaction.recordings)
        return tuple(sorted(inside))


def manifest_hash(data: bytes) -> str:
    return sha256(data)


def manifest_is_signed(manifest: Manifest, data: bytes, signature: bytes) -> bool:
    return is_signed(manifest.lead.sign_key, "manifest", data, signature)


def manifest_bytes(manifest: Manifest) -> bytes:
    deadline = manifest.deadline
    return canonical(
        {
            "format": _FORMAT,
            "session": manifest.session,
            "kind": manifest.kind.value,
            "title": label(manifest.title, TITLE_CHARS),
            "mode": manifest.mode.value,
            "revision": manifest.revision,
            "previous": manifest.previous,
            "lead": person_to_json(manifest.lead),
            "roster": [person_to_json(person) for person in manifest.roster],
            "session_key": manifest.session_key.hex(),
            "reference_commitment": manifest.reference_commitment,
            "deadline": None if deadline is None else to_text(deadline),
            "pad_bytes": manifest.pad_bytes,
            "rubric": {
                "id": manifest.rubric.id,
                "version": manifest.rubric.version,
                "hash": manifest.rubric.hash,
                "blob": manifest.rubric.blob,
            },
            "interactions": [_interaction_to_json(one) for one in manifest.interactions],
        }
    )


def read_manifest(data: bytes, paper: Paper = Paper.PACKAGE) -> Manifest:
    """Checks all but the signature. Raises ProblemError calibration.<paper>_damaged, _newer."""
    said = Fields.of_bytes(paper, data, MOST_MANIFEST_BYTES)
    said.format(_FORMAT)
    manifest = Manifest(
        session=said.text("session", _SESSION),
        kind=said.choice("kind", SessionKind),
        title=said.label("title", TITLE_CHARS),
        mode=said.choice("mode", Mode),
        revision=said.whole("revision", 1, _MOST_REVISION),
        previous=_unless_none(said, "previous", said.hash),
        lead=read_person(said.table("lead")),
        roster=tuple(read_person(one) for one in said.tables("roster", MOST_PEOPLE)),
        session_key=read_box_key(said, "session_key"),
        reference_commitment=_unless_none(said, "reference_commitment", said.hash),
        deadline=_unless_none(said, "deadline", said.moment),
        rubric=_read_rubric(said.table("rubric")),
        interactions=tuple(
            _read_interaction(one) for one in said.tables("interactions", MOST_INTERACTIONS)
        ),
        pad_bytes=said.whole("pad_bytes", LEAST_PAD_BYTES, _MOST_PAD_BYTES),
    )
    said.end()
    _check_whole(said, manifest)
    return manifest


def check_size(people: int, interactions: int) -> None:
    """Raises ProblemError calibration.session_too_large."""
    if (
        people > MOST_PEOPLE
        or interactions > MOST_INTERACTIONS
        or people * interactions > MOST_CELLS
    ):
        values = {"people": MOST_PEOPLE, "interactions": MOST_INTERACTIONS, "reviews": MOST_CELLS}
        raise ProblemError(Problem(code="calibration.session_too_large", values=values))


def check_successor(older: Manifest, older_hash: str, newer: Manifest) -> None:
    """A revision may change title, deadline, roster, rubric and interactions, nothing that anybody
    is bound by. Raises ProblemError calibration.chain_broken.
    """
    bound = ("session", "kind", "mode", "lead", "session_key", "reference_commitment", "pad_bytes")
    if (
        newer.previous != older_hash
        or newer.revision != older.revision + 1
        or any(getattr(older, name) != getattr(newer, name) for name in bound)
    ):
        values = {"revision": newer.revision}
        raise ProblemError(Problem(code="calibration.chain_broken", values=values))


def _interaction_to_json(interaction: ManifestInteraction) -> dict[str, Any]:
    return {
        "pseudonym": interaction.pseudonym,
        "kind": interaction.kind.value,
        "duration_ms": interaction.duration_ms,
        "content": interaction.content,
        "recordings": [
            {
                "blob": recording.blob,
                "duration_ms": recording.duration_ms,
                "sample_rate_hz": recording.sample_rate_hz,
                "channels": recording.channels,
                "agent_channel": recording.agent_channel.value,
                "offset_ms": recording.offset_ms,
            }
            for recording in interaction.recordings
        ],
    }


def _read_rubric(said: Fields) -> ManifestRubric:
    rubric = ManifestRubric(
        id=said.text("id", _RUBRIC_ID),
        version=said.whole("version", 1),
        hash=said.text("hash", _RUBRIC_HASH),
        blob=said.hash("blob"),
    )
    said.end()
    return rubric


def _read_interaction(said: Fields) -> ManifestInteraction:
    interaction = ManifestInteraction(
        pseudonym=said.text("pseudonym", PSEUDONYM),
        kind=said.choice("kind", Kind),
        duration_ms=_unless_none(said, "duration_ms", functools.partial(said.whole, most=_MOST_MS)),
        content=said.hash("content"),
        recordings=tuple(
            _read_recording(one) for one in said.tables("recordings", MOST_RECORDINGS)
        ),
    )
    said.end()
    return interaction


def _read_recording(said: Fields) -> ManifestRecording:
    recording = ManifestRecording(
        blob=said.hash("blob"),
        duration_ms=said.whole("duration_ms", 0, _MOST_MS),
        sample_rate_hz=said.whole("sample_rate_hz", 1, 768_000),
        channels=said.whole("channels", 1, 64),
        agent_channel=said.choice("agent_channel", AgentChannel),
        offset_ms=said.whole("offset_ms", 0, _MOST_MS),
    )
    said.end()
    return recording


def _unless_none(said: Fields, name: str, read: Callable[[str], _Read]) -> _Read | None:
    return None if said.is_none(name) else read(name)


def _check_whole(said: Fields, manifest: Manifest) -> None:
    """What its parts say about each other."""
    people = [person.fingerprint for person in manifest.roster]
    pseudonyms = [interaction.pseudonym for interaction in manifest.interactions]
    if not people or len(set(people)) != len(people):
        said.fail("roster")
    if not pseudonyms or len(set(pseudonyms)) != len(pseudonyms):
        said.fail("interactions")
    if len(people) * len(pseudonyms) > MOST_CELLS:
        said.fail("roster")
    if (manifest.previous is None) != (manifest.revision == 1):
        said.fail("previous")
