"""The files of an import as calls: sound, words, facts, and the legs of a transferred call."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from qa_desktop.audio.probe import SoundInfo
from qa_desktop.interactions.gathering import Refusal, SourceFile
from qa_desktop.interactions.names import NameParts
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.reading import Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFile:
    file: SourceFile
    parts: NameParts
    info: SoundInfo
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """`offsets` of one-sided recordings, where the file tells them."""

    file: SourceFile
    parts: NameParts
    parsed: ParsedFile
    offsets: Offsets | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPlace:
    """What a table's row says of one recording: which call it is of, where it begins there, and
    when it began by the clock on the wall."""

    call: str | None
    offset_ms: int | None
    started_at: datetime | None


@dataclass(slots=True, kw_only=True)
class Whole:
    """A call of several recordings.

    `name` is what they share. `offsets_ms` of all of them, None where nothing tells; `words` is a
    transcript of the whole call. `numbers` are those of their names, where these tell them.
    """

    name: str
    keys: tuple[str, ...]
    offsets_ms: tuple[int, ...] | None
    numbers: tuple[int, ...] = ()
    told_by_table: bool = False
    words: TextFile | None = None


@dataclass(slots=True, kw_only=True)
class Call:
    """The files of one recording: a whole one, or the agent's and the customer's side.

    `assumed_sides` tells that left and right, or in and out, had to be taken for agent and
    customer. With `other_words` each transcript holds one side: the agent's, then the customer's.
    `legs` are the call's further recordings, in their order, with transcripts of their own;
    `whole` says how they belong together.
    """

    sound: SoundFile
    other_side: SoundFile | None = None
    assumed_sides: bool = False
    transcript: TextFile | None = None
    other_words: TextFile | None = None
    facts: list[TextFile] = field(default_factory=list)
    legs: list["Call"] = field(default_factory=list)
    whole: Whole | None = None

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """But for those of the further legs."""
        found = [self.sound.file]
        if self.other_side is not None:
            found.append(self.other_side.file)
        found += [text.file for text in (self.transcript, self.other_words) if text is not None]
        return (*found, *(fact.file for fact in self.facts))

    @property
    def all_files(self) -> tuple[SourceFile, ...]:
        """With the further legs and the words of the whole."""
        words = [self.whole.words.file] if self.whole is not None and self.whole.words else []
        return (*self.files, *(file for leg in self.legs for file in leg.files), *words)

    @property
    def call_key(self) -> str:
        if self.other_side is not None and self.sound.parts.side_key:
            return self.sound.parts.side_key
        return self.sound.parts.call_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """`loose` are transcripts without a recording, `conversations` chats, tickets and the like;
    `facts_of` are the facts found beside those, by the name shown."""

    calls: tuple[Call, ...]
    loose: tuple[TextFile, ...]
    conversations: tuple[TextFile, ...]
    facts_of: Mapping[str, tuple[TextFile, ...]]
    refusals: tuple[Refusal, ...]
