"""What the desk is asked for and what it tells: new sessions, work, who is in, what came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from qa_desktop.base.problems import Problem
from qa_desktop.calibration.model import (
    Acquaintance,
    Arrival,
    CalibrationSession,
    Exclusion,
    Mode,
    SessionInteraction,
    SessionKind,
)


class ReferenceFrom(StrEnum):
    """`REVIEWS`: each interaction's newest submitted review with that rubric version, whoever
    made it. `MINE`: the lead's own.
    """

    REVIEWS = "reviews"
    MINE = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What a lead asks for.

    `participants` are fingerprints of trusted people, without the lead's own: `lead_grades` says
    whether he grades too. `folder` None: files go by hand. `reviews` names for an interaction's id
    the review that is its reference, where it is not the newest.
    """

    title: str
    mode: Mode
    rubric_id: str
    rubric_version: int
    interaction_ids: tuple[str, ...]
    participants: tuple[str, ...]
    lead_grades: bool = True
    deadline: datetime | None = None
    reference: ReferenceFrom | None = None
    folder: Path | None = None
    kind: SessionKind = SessionKind.CALIBRATION
    reviews: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """A session in the list.

    `done` of `total` interactions are sealed by the person here (0 of 0: only leads). `arrived` of
    `expected` submissions are in, for the lead; None for others. `waiting` files are not
    delivered yet.
    """

    session: CalibrationSession
    done: int
    total: int
    arrived: int | None = None
    expected: int | None = None
    waiting: int = 0
    overdue: bool = False


class WorkState(StrEnum):
    """`SUBMITTED`: graded, not yet sealed. `CORRECTED`: sealed, and a newer revision since."""

    UNGRADED = "ungraded"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTED = "corrected"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One's own part: an interaction, its review here, and what went out of it.

    `submitted_revision` is the newest that was sealed. `delivered`: it lies in the folder; always
    False where files go by hand.
    """

    interaction: SessionInteraction
    state: WorkState
    review_id: str | None = None
    submitted_revision: int | None = None
    sealed_at: datetime | None = None
    delivered: bool = False

    @property
    def to_grade(self) -> bool:
        """Whether nothing of it was submitted yet."""
        return self.state in (WorkState.UNGRADED, WorkState.DRAFT)

    @property
    def sealed(self) -> bool:
        return self.submitted_revision is not None


class CellState(StrEnum):
    """`KEYLESS`: strict and closed, its writer has not released the key yet."""

    MISSING = "missing"
    ARRIVED = "arrived"
    LATE = "late"
    CONFLICT = "conflict"
    EXCLUDED = "excluded"
    KEYLESS = "keyless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A participant's interaction, as the lead sees it: that something came, never what it says."""

    fingerprint: str
    pseudonym: str
    state: CellState
    revision: int | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who is in. `hinders_closing` and `hinders_reveal`: why it can't be done yet; empty: it can.

    `arrivals` are all files that were looked at, the newest first.
    """

    session: CalibrationSession
    cells: tuple[Cell, ...]
    arrivals: tuple[Arrival, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    hinders_closing: tuple[Problem, ...] = ()
    hinders_reveal: tuple[Problem, ...] = ()

    def cell(self, fingerprint: str, pseudonym: str) -> Cell | None:
        wanted = (fingerprint, pseudonym)
        return next((c for c in self.cells if (c.fingerprint, c.pseudonym) == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFile:
    """`folder` None: it goes by hand. `problem` is why the last try failed."""

    session_id: str | None
    file_name: str
    folder: Path | None
    made_at: datetime
    tries: int = 0
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a round of the outbox did; `problems` says each cause once."""

    sent: tuple[str, ...] = ()
    waiting: tuple[WaitingFile, ...] = ()
    problems: tuple[Problem, ...] = ()


class FileKind(StrEnum):
    CARD = "card"
    INVITATION = "invitation"
    SUBMISSION = "submission"
    CLOSING = "closing"
    KEYS = "keys"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a file was. `is_new` False: it was here already, and nothing changed. `problems`: what
    of one's own a reveal leaves out.
    """

    kind: FileKind
    is_new: bool = True
    session: CalibrationSession | None = None
    person: Acquaintance | None = None
    arrival: Arrival | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a look into a folder brought. `problems`: files that were not taken, each with why,
    which are told each time; and once, what of one's own a reveal leaves out.
    """

    cards: tuple[Acquaintance, ...] = ()
    invitations: tuple[CalibrationSession, ...] = ()
    closings: tuple[CalibrationSession, ...] = ()
    reveals: tuple[CalibrationSession, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self == News()


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCheck:
    """A reveal package that held: what was counted and checked.

    `own` of the person's submissions are in there unchanged. `not_counted` are one's own newest
    submissions that the lead's closing leaves out, by pseudonym.
    """

    session_id: str
    title: str
    lead: str
    fingerprint: str
    submissions: int
    participants: int
    own: int = 0
    not_counted: tuple[str, ...] = ()
    has_reference: bool = False
    exclusions: tuple[Exclusion, ...] = ()
