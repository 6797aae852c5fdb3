"""Reads transcripts, chats and tickets, one module a format."""

from collections.abc import Callable, Sequence
from pathlib import Path

from qa_desktop.interactions.model import AgentChannel
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.profiles import Profile

Sibling = Callable[[str], bytes | None]


def parse_text_file(
    path: Path,
    data: bytes,
    profiles: Sequence[Profile],
    *,
    agent_channel: AgentChannel = AgentChannel.LEFT,
    sibling: Sibling | None = None,
) -> ParsedFile:
    """Read one text file, whatever its extension says.

    `sibling` gives the bytes of another file of the same export by its name, or None; without it
    the folder of `path` is looked into. Raises ProblemError (codes "parsers.*") with every reason
    why nothing of the file can be taken.
    """
    raise NotImplementedError
