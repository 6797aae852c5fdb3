"""What an import would do, file by file, before it does it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from qa_desktop.audio.probe import SoundInfo
from qa_desktop.base.problems import Problem
from qa_desktop.interactions.content_hash import hash_of_pair
from qa_desktop.interactions.model import (
    AgentChannel,
    Kind,
    KnownInteraction,
    Metadata,
    TicketEvent,
    Turn,
)
from qa_desktop.interactions.options import ImportOptions
from qa_desktop.interactions.reading import Offsets
from qa_desktop.interactions.scratch import Scratch


class State(StrEnum):
    TAKE = "take"
    SKIP = "skip"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSound:
    """A recording to copy or refer to; with `other_side`, two one-sided files to merge.

    `offset_ms`: where it begins in its call.
    """

    path: Path
    file_name: str
    sha256: str
    info: SoundInfo
    agent_channel: AgentChannel
    referenced: bool
    other_side: Path | None = None
    other_sha256: str | None = None
    offsets: Offsets | None = None
    offset_ms: int = 0

    @property
    def content_hash(self) -> str:
        if self.other_sha256 is None:
            return self.sha256
        return hash_of_pair(self.sha256, self.other_sha256)

    @property
    def end_ms(self) -> int:
        """On the call's clock."""
        return self.offset_ms + self.info.duration_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedContent:
    """All of an interaction but its id.

    `attach_to`: the interaction is there, and only `turns` are new, or, where there are none,
    `metadata`. `kind` None: it is that one's. `more_sounds` are the further legs of a call.
    """

    kind: Kind | None
    title: str
    content_hash: str
    source_name: str
    external_id: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    duration_ms: int | None = None
    turns: tuple[Turn, ...] = ()
    events: tuple[TicketEvent, ...] = ()
    sound: PlannedSound | None = None
    more_sounds: tuple[PlannedSound, ...] = ()
    attach_to: KnownInteraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """One line of the preview: an interaction to take, or a file that isn't taken and why.

    `path` is the main file (in an archive "archive.zip/name inside"), `files` are all of it.
    `problems` say why a file is skipped or fails; of a taken one they are warnings. `same_as` is
    the interaction of the workspace that a skipped file equals.
    """

    path: str
    state: State
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    content: PlannedContent | None = None
    same_as: KnownInteraction | None = None

    @property
    def kind(self) -> Kind | None:
        return self.content.kind if self.content else None

    @property
    def title(self) -> str:
        return self.content.title if self.content else Path(self.path).name

    @property
    def agent(self) -> str | None:
        """The agent's name, else their id."""
        metadata = self.content.metadata if self.content else Metadata()
        return metadata.agent_name or metadata.agent_id

    @property
    def started_at(self) -> datetime | None:
        return self.content.metadata.started_at if self.content else None

    @property
    def duration_ms(self) -> int | None:
        return self.content.duration_ms if self.content else None

    @property
    def turn_count(self) -> int:
        return len(self.content.turns) if self.content else 0

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return self.problems if self.state is State.TAKE else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataUse:
    """What became of a metadata table: `problems` are cells and rows that served nothing."""

    path: str
    rows: int
    matched: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """Give it to commit_import, or `close` it: unpacked files stay on the disk until then."""

    entries: tuple[PlanEntry, ...]
    metadata: tuple[MetadataUse, ...]
    options: ImportOptions
    source: str
    scratch: Scratch

    def of(self, state: State) -> tuple[PlanEntry, ...]:
        return tuple(entry for entry in self.entries if entry.state is state)

    def close(self) -> None:
        """Remove what was unpacked for the preview."""
        self.scratch.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An interaction that came in; `attached`: it was there, its words or its facts are new."""

    id: str
    entry: PlanEntry
    attached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """`batch_id` is None when nothing came in."""

    batch_id: str | None
    taken: tuple[Taken, ...]
    skipped: tuple[PlanEntry, ...]
    failed: tuple[PlanEntry, ...]
    metadata: tuple[MetadataUse, ...]
