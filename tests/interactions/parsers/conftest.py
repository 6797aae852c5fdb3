"""Parses small files without a disk."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import AgentChannel
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers import parse_text_file
from qa_desktop.interactions.profiles import Profile, shipped_profiles

Parse = Callable[..., ParsedFile]
Refuse = Callable[..., list[str]]


def as_bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    return json.dumps(content, ensure_ascii=False).encode()


@pytest.fixture(scope="session")
def profiles() -> tuple[Profile, ...]:
    return shipped_profiles()


@pytest.fixture(scope="session")
def parse(profiles: tuple[Profile, ...]) -> Parse:
    """parse(name, bytes | text | JSON value, beside={name: ...})"""

    def run(
        name: str,
        content: Any,
        *,
        beside: Mapping[str, Any] | None = None,
        agent_channel: AgentChannel = AgentChannel.LEFT,
        profiles: tuple[Profile, ...] = profiles,
    ) -> ParsedFile:
        files = {other: as_bytes(value) for other, value in (beside or {}).items()}
        return parse_text_file(
            Path(name),
            as_bytes(content),
            profiles,
            agent_channel=agent_channel,
            sibling=files.get,
        )

    return run


@pytest.fixture(scope="session")
def refused(parse: Parse) -> Callable[..., ProblemError]:
    """The same for a file that must be refused; gives the error."""

    def run(name: str, content: Any, **options: Any) -> ProblemError:
        with pytest.raises(ProblemError) as caught:
            parse(name, content, **options)
        return caught.value

    return run
