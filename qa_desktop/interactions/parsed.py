"""What was read from a file, before any of it is kept."""

from dataclasses import dataclass, field
from enum import StrEnum

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.model import Kind, Metadata, TicketEvent, Turn


class Found(StrEnum):
    """What a text file holds.

    TRANSCRIPT: the words of one recording. CONVERSATIONS: chats, tickets or whole calls.
    METADATA: facts about the recording of the same stem. NOTHING: no conversation; the problems
    say why, and the file is skipped rather than failed.
    """

    TRANSCRIPT = "transcript"
    CONVERSATIONS = "conversations"
    METADATA = "metadata"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One chat or ticket as its source tells it; `external_id` is its id there."""

    kind: Kind
    title: str
    turns: tuple[Turn, ...]
    external_id: str | None = None
    events: tuple[TicketEvent, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """One text file, read.

    `turns` hold a transcript, `conversations` everything else. `metadata` and `external_id`
    belong to a transcript or a METADATA file. `problems` are what was left out or had to be
    guessed: the rest may still be taken. `format` names what was recognised ("webvtt", "profile
    star"); `encoding` is None where the text was plain UTF-8. `read_also` are the names of files
    beside it that were read as parts of the same export.
    """

    kind_found: Found
    format: str
    turns: tuple[Turn, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    external_id: str | None = None
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    read_also: tuple[str, ...] = ()
