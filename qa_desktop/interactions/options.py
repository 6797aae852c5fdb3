"""What a person chooses for an import, and the limits that protect from hostile files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qa_desktop.interactions.model import AgentChannel, KnownInteraction
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers import parse_text_file
from qa_desktop.interactions.profiles import Profile

TextReader = Callable[..., ParsedFile]

_MIB = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLimits:
    """Past these a file is refused; the rest still comes in."""

    text_bytes: int = 256 * _MIB
    archive_members: int = 50_000
    archive_bytes: int = 16 * 1024 * _MIB
    archive_ratio: int = 250
    reader_memory_bytes: int = 3 * 1024 * _MIB
    text_s: float = 30.0
    sound_s: float = 60.0
    bytes_a_second: int = 2 * _MIB

    def text_limit_s(self, size: int) -> float:
        """How long a text file of `size` bytes may take to read."""
        return self.text_s + size / self.bytes_a_second

    def sound_limit_s(self, size: int) -> float:
        """How long a recording of `size` bytes may take to decode."""
        return self.sound_s + size / self.bytes_a_second


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`agent_channel` None: the left one of two, else the only one.

    `copy_media` False leaves recordings where they are and refers to them. `pair_offset_ms` is how
    much later the agent's one-sided file begins than the customer's (negative: earlier); None: as
    the transcript says, else 0. `join_legs`: files named as legs of one call, or told to be so by
    a table, come in as one interaction. `profiles` None: those that ship and the team's own in
    `profile_paths` (files and folders). `read_text` has the parameters of parsers.parse_text_file
    and runs in the child process, so it must be importable there. `attach_to`: the words go to
    this interaction, whatever their file is called, and nothing else comes in.
    """

    agent_channel: AgentChannel | None = None
    copy_media: bool = True
    metadata_file: Path | None = None
    pair_offset_ms: int | None = None
    join_legs: bool = True
    profiles: Sequence[Profile] | None = None
    profile_paths: Sequence[Path] = ()
    limits: ImportLimits = field(default_factory=ImportLimits)
    read_text: TextReader = parse_text_file
    attach_to: KnownInteraction | None = None
