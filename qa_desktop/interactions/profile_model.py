"""What an import profile can say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import jmespath
from jmespath.parser import ParsedResult

from qa_desktop.base.local_text import LocalText
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found

UNITS = ("ms", "s", "unix", "iso", "clock")
FACTS = (
    "agent_id", "agent_name", "team", "queue", "customer_ref", "direction", "started_at",
    "ended_at", "language", "tags", "csat", "nps", "handle_time_s", "transfers",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule:
    """Where a time stands and how it is written.

    `unit`: "ms" or "s" from the start of the recording, "unix" time, "iso" text, "clock" text
    such as 00:01:02.5, or a strptime form with a % in it.
    """

    at: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """Word times: objects (`each`, with `text`, `start`, `end`), or parallel lists.

    Parallel lists (`offsets`, `durations`, in ms from the turn's start) belong to the text's words
    in order, and are used where there are as many as words.
    """

    each: str | None = None
    text: str | None = None
    start: TimeRule | None = None
    end: TimeRule | None = None
    offsets: str | None = None
    durations: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRule:
    """Where the turns are and what is in each; expressions count from the turn.

    `labelled` instead of `each`: one text in which "Agent: ..." and "Customer: ..." alternate.
    `authors` (by role) count from the conversation.
    """

    each: str | None = None
    labelled: str | None = None
    keep: str | None = None
    drop_text: str | None = None
    text: str | None = None
    speaker: str | None = None
    author: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    authors: Mapping[Role, str] = field(default_factory=dict)
    start: TimeRule | None = None
    end: TimeRule | None = None
    duration: TimeRule | None = None
    sent_at: TimeRule | None = None
    internal: str | None = None
    attachments: str | None = None
    words: WordRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule:
    """One fact about a conversation: an expression or a constant; `values` translate it."""

    at: str | None = None
    value: str | float | None = None
    unit: str | None = None
    values: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """What happened besides the turns; `field`, `old`, `new` and `time` count from each event."""

    each: str
    field: str
    new: str | None = None
    old: str | None = None
    actor: str | None = None
    time: TimeRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one format is recognised and where its conversations, turns and facts are.

    Expressions are JMESPath for JSON; for CSV (`columns` given) they are column names, each row
    is a turn, and `group_by` names the column that tells conversations apart.
    """

    name: str
    title: LocalText
    gives: Found
    kind: Kind
    match: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    conversations: str | None = None
    by_key: str | None = None
    group_by: str | None = None
    external_id: str | None = None
    heading: str | None = None
    turns: TurnRule | None = None
    facts: Mapping[str, FactRule] = field(default_factory=dict)
    events: tuple[EventRule, ...] = ()


@lru_cache(maxsize=1000)
def expression(text: str) -> ParsedResult:
    """A compiled JMESPath expression; raises JMESPathError."""
    return jmespath.compile(text)
