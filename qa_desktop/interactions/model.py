"""The interactions that reviewers grade."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

CALIBRATION_BATCH = "calibration"
"""What copies for blind sessions belong to: they were not imported, and no undo removes them."""


class Kind(StrEnum):
    RECORDING = "recording"
    CHAT = "chat"
    TICKET = "ticket"


class Role(StrEnum):
    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"
    OTHER = "other"


class AgentChannel(StrEnum):
    """Where the agent is heard; MONO: both speakers share one channel."""

    LEFT = "left"
    RIGHT = "right"
    MONO = "mono"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    text: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Words heard otherwise than imported: `was`, from `start_char` up to `end_char` of the
    imported text, reads `text`."""

    start_char: int
    end_char: int
    text: str
    was: str
    corrected_at: datetime
    corrected_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whom an imported speaker really is; `name` None: as the import calls them."""

    imported_role: Role
    imported_author: str | None
    role: Role
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One utterance or message.

    `start_ms`/`end_ms` count from the interaction's start (for chats: from its first message) and
    are None where the source has no times. `internal`: a note the customer never saw. `attachments`
    are names or addresses; `attachment_bytes` their sizes in the same order, () where not known.

    `text` and `words` are as corrected, `role` and `author` as told of the speaker; `corrections`
    (in order, none overlapping) and `speaker` (None: as imported) say what that changed. Comments'
    characters count in the imported text: see interactions.corrections.
    """

    position: int
    role: Role
    text: str
    author: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    sent_at: datetime | None = None
    words: tuple[Word, ...] = ()
    internal: bool = False
    attachments: tuple[str, ...] = ()
    attachment_bytes: tuple[int | None, ...] = ()
    corrections: tuple[Correction, ...] = ()
    speaker: Speaker | None = None

    @property
    def imported_role(self) -> Role:
        return self.role if self.speaker is None else self.speaker.imported_role

    @property
    def imported_author(self) -> str | None:
        return self.author if self.speaker is None else self.speaker.imported_author


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEvent:
    """A change in a ticket's history: status, assignee, any field.

    `old_name`/`new_name`: whom or what an id stands for, where the export says so.
    """

    position: int
    at: datetime | None
    actor: str | None
    field: str
    old: str | None
    new: str | None
    old_name: str | None = None
    new_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One sound file of an interaction.

    `path` is relative to the workspace's folder, or absolute when `referenced` in place.
    `offset_ms` is where it begins on the interaction's clock.
    """

    id: str
    media_hash: str
    file_name: str
    path: str
    referenced: bool
    duration_ms: int
    sample_rate_hz: int
    channels: int
    codec: str
    agent_channel: AgentChannel
    offset_ms: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the contact centre knows of an interaction; None: not known."""

    agent_id: str | None = None
    agent_name: str | None = None
    team: str | None = None
    queue: str | None = None
    customer_ref: str | None = None
    direction: str | None = None
    started_at: datetime | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    csat: float | None = None
    nps: float | None = None
    handle_time_s: float | None = None
    transfers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """`external_id` is its id in the system it came from; `content_hash` finds duplicates."""

    id: str
    kind: Kind
    title: str
    content_hash: str
    source_name: str
    imported_at: datetime
    batch_id: str
    external_id: str | None = None
    duration_ms: int | None = None
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def is_copy(self) -> bool:
        """Whether it is here to be graded blind, and is called by its pseudonym."""
        return self.batch_id == CALIBRATION_BATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionDetail:
    """Everything the review page shows of one interaction.

    A call of which only the transcript came in has no recordings.
    """

    interaction: Interaction
    recordings: tuple[Recording, ...] = ()
    turns: tuple[Turn, ...] = ()
    events: tuple[TicketEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """What came in at once. `source` names the files; `undone_at` None: it is still there."""

    id: str
    imported_at: datetime
    source: str
    undone_at: datetime | None
    interactions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInteraction:
    """An interaction of the workspace, as far as an import needs to know it."""

    id: str
    title: str
    has_turns: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownContent:
    """What the workspace already holds.

    `by_hash` goes by content hash. `waiting` are recordings without a transcript by the key of
    their file's name (names.call_name); names that two of them share are left out. `sources` are
    all interactions with the name of the file they came from and their id in the system there.
    `metadata_of` looks up what is known of one by its id, None: nothing is. `agent_channels` are
    the sides that reviewers chose for their recorders (recorder.recorder_of).
    """

    by_hash: Mapping[str, KnownInteraction] = field(default_factory=dict)
    waiting: Mapping[str, KnownInteraction] = field(default_factory=dict)
    sources: tuple[tuple[str, str | None, KnownInteraction], ...] = ()
    metadata_of: Callable[[str], Metadata] | None = None
    agent_channels: Mapping[str, AgentChannel] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneBatch:
    """What undoing a batch did.

    `kept` already have reviews or corrections and stay. `untranscribed` only lost the words that
    the batch had brought them, `restored` have the facts again that they had before it. `media`
    are the sound files, relative to the workspace, that nothing needs any more.
    """

    batch_id: str
    removed: tuple[KnownInteraction, ...]
    kept: tuple[KnownInteraction, ...]
    untranscribed: tuple[KnownInteraction, ...]
    media: tuple[str, ...]
    restored: tuple[KnownInteraction, ...] = ()
