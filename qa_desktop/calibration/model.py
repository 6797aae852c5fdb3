"""A calibration session: who grades what, blind, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import Draft
from qa_desktop.rubrics.model import Rubric


class SessionKind(StrEnum):
    """`SECOND`: one colleague's second opinion on reviews of daily work."""

    CALIBRATION = "calibration"
    SECOND = "second"


class Mode(StrEnum):
    """`SEALED`: the lead alone can open submissions, and the program lets nobody who has not
    submitted. `STRICT`: each stays under its writer's own key until the closing is signed.
    """

    SEALED = "sealed"
    STRICT = "strict"


class SessionRole(StrEnum):
    LEAD = "lead"
    PARTICIPANT = "participant"


class SessionState(StrEnum):
    """`CLOSED`: what counts is fixed; strict sessions then wait for keys. `REVEALED`: all open."""

    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Verdict(StrEnum):
    """What a file that arrived is. All but ACCEPTED, LATE and SUPERSEDED leave no trace in the
    count; LATE came after the deadline and before the closing, and counts.
    """

    ACCEPTED = "accepted"
    LATE = "late"
    # A newer revision of the same reviewer is there.
    SUPERSEDED = "superseded"
    # The very same file again.
    REPEATED = "repeated"
    # The signature does not fit the content.
    ALTERED = "altered"
    # Its writer is not on the roster.
    FOREIGN = "foreign"
    # It was made for another session, manifest or interaction.
    REPLAYED = "replayed"
    # Another content under the same revision.
    CONFLICT = "conflict"
    # It came when the session was closed already.
    TOO_LATE = "too_late"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody known by their keys; `name` is a label that two people may share.

    `fingerprint` is lower-case hex SHA-256, see `identity.fingerprint_of`; the keys are 32 bytes
    each: Ed25519 to verify with, X25519 to seal for.
    """

    fingerprint: str
    name: str
    sign_key: bytes
    box_key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A person on the team list; `trusted_at` None: nobody compared the code yet."""

    person: Person
    # What both see on their screens, in groups of four; the same for both.
    code: str
    first_seen_at: datetime
    trusted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInteraction:
    """What is graded. `pseudonym` ("call-1", "chat-2") is its name in every workspace;
    `interaction_id` the copy in this one.
    """

    pseudonym: str
    kind: Kind
    duration_ms: int | None
    interaction_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationSession:
    """One session as this workspace knows it.

    `me` is the fingerprint that takes part here; the lead may be among `participants` or not.
    `folder` None: files go by hand. `manifest_hash` is that of the newest `revision`.
    """

    id: str
    kind: SessionKind
    title: str
    mode: Mode
    role: SessionRole
    state: SessionState
    lead: Person
    me: str
    participants: tuple[Person, ...]
    interactions: tuple[SessionInteraction, ...]
    rubric_id: str
    rubric_version: int
    rubric_hash: str
    has_reference: bool
    deadline: datetime | None
    folder: Path | None
    revision: int
    manifest_hash: str
    made_at: datetime
    closed_at: datetime | None = None
    revealed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that was looked at. What can't be known of a bad one is None."""

    file_name: str
    verdict: Verdict
    seen_at: datetime
    fingerprint: str | None = None
    pseudonym: str | None = None
    revision: int | None = None
    # For the words of the verdict: {"other_session": ...}.
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """One person's opened review of one interaction.

    `result` is the score as JSON (see rubrics.scoring), worked out here from `draft`.
    """

    fingerprint: str
    pseudonym: str
    revision: int
    draft: Draft
    result: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """`pseudonym` None: the person's whole part."""

    fingerprint: str
    pseudonym: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedSession:
    """Everything that statistics, the meeting and the report need of a revealed session.

    `gradings` are those that count, at most one a person and interaction, without the reference.
    `reference` goes by pseudonym; empty where there is none. `agreed_at`: the meeting agreed on
    it then, and `first_reference` is the one that the session began with.
    """

    session: CalibrationSession
    rubric: Rubric
    gradings: tuple[Grading, ...]
    reference: Mapping[str, Grading] = field(default_factory=dict)
    exclusions: tuple[Exclusion, ...] = ()
    first_reference: Mapping[str, Grading] = field(default_factory=dict)
    agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What the meeting decided about an item, for all (`pseudonym` None) or one interaction.

    `answer` is the one that was agreed on, as in ANSWERS.json; None: only words. `proposed_draft`
    is the id of the rubric's draft whose guidance it went into.
    """

    id: str
    session_id: str | None
    rubric_id: str
    rubric_version: int
    item_id: str
    text: str
    ruled_at: datetime
    ruled_by: str
    pseudonym: str | None = None
    answer: Mapping[str, object] | None = None
    tags: tuple[str, ...] = ()
    proposed_draft: str | None = None
    withdrawn_at: datetime | None = None
