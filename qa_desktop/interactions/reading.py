"""What the child process does with one file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from qa_desktop.audio.decode import merge_pair
from qa_desktop.audio.probe import SoundInfo, probe
from qa_desktop.interactions.metadata_csv import MetadataTable, read_metadata
from qa_desktop.interactions.model import AgentChannel
from qa_desktop.interactions.options import TextReader
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.profiles import Profile

_TABLES = ("csv", "tsv", "txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """How much later than the call each one-sided file begins, in milliseconds."""

    agent_ms: int
    customer_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextJob:
    """A text file to read; `beside` are the files of its folder by name, where they are not
    simply there (in an archive)."""

    path: Path
    name: str
    profiles: Sequence[Profile]
    agent_channel: AgentChannel
    beside: dict[str, Path] | None
    read_text: TextReader


def read_text(job: TextJob) -> tuple[ParsedFile | MetadataTable, Offsets | None]:
    """Raises ProblemError."""
    data = job.path.read_bytes()
    if job.name.lower().endswith(_TABLES):
        table = read_metadata(data, job.name, asked_for=False)
        if table is not None:
            return table, None
    beside = job.beside

    def sibling(name: str) -> bytes | None:
        path = beside.get(name) if beside is not None else None
        return path.read_bytes() if path is not None else None

    parsed = job.read_text(
        Path(job.name) if beside is not None else job.path,
        data,
        job.profiles,
        agent_channel=job.agent_channel,
        sibling=sibling if beside is not None else None,
    )
    return parsed, pair_offsets(data) if job.name.lower().endswith("json") else None


def read_table(path: Path, name: str) -> MetadataTable | None:
    """A file that the person says holds metadata; raises ProblemError."""
    return read_metadata(path.read_bytes(), name, asked_for=True)


def read_sound(path: Path) -> SoundInfo:
    """Raises ProblemError."""
    return probe(path)


def merge_sounds(agent: Path, customer: Path, target: Path, offsets: Offsets) -> SoundInfo:
    """The agent goes to the left; raises ProblemError."""
    merge_pair(
        agent,
        customer,
        target,
        left_offset_ms=offsets.agent_ms,
        right_offset_ms=offsets.customer_ms,
    )
    return probe(target)


def pair_offsets(data: bytes) -> Offsets | None:
    """From a transcript that tells both clocks, as the Harper Valley corpus does.

    Each segment's `offset_ms` counts from the start of the call, its `start_ms` from the start of
    that speaker's own file; what lies between is when that file begins.
    """
    if b'"offset_ms"' not in data or b'"start_ms"' not in data:
        return None
    try:
        segments = json.loads(data)
    except (ValueError, RecursionError):
        return None
    gaps: dict[str, list[int]] = {"agent": [], "customer": []}
    for segment in segments if isinstance(segments, list) else []:
        if not isinstance(segment, dict):
            continue
        offset, start = segment.get("offset_ms"), segment.get("start_ms")
        role = str(segment.get("speaker_role", "")).lower()
        side = {"agent": "agent", "caller": "customer", "customer": "customer"}.get(role)
        if side and type(offset) is int and type(start) is int:
            gaps[side].append(offset - start)
    if not gaps["agent"] or not gaps["customer"]:
        return None
    return Offsets(
        agent_ms=round(median(gaps["agent"])), customer_ms=round(median(gaps["customer"]))
    )
