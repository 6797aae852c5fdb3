"""What WebVTT and SRT share: blocks with a line of times, and text that no cue may break."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.parsers.timecodes import cue_ms
from qa_desktop.reviews.markers.facts import escaped
from qa_desktop.reviews.markers.model import MarkerText
from qa_desktop.reviews.markers.times import believable_ms

TIMING = re.compile(r"^\s*(\S+)\s*-->\s*(\S+)(?:\s+.*)?$")
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """`name`: the lines above the times. `line` is where the times stand."""

    line: int
    name: str
    start_ms: int
    end_ms: int
    payload: str


def blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines without an empty one between them, with the number of the first."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def cue_of(source: MarkerText, first: int, lines: list[str]) -> Cue | None:
    """None, and a problem noted, where the block is no cue."""
    at = next((place for place, line in enumerate(lines[:2]) if TIMING.match(line)), None)
    if at is None:
        values = {"text": lines[0].strip()[:_SHOWN]}
        where = source.where(first)
        source.complain(Problem(code="reviews.cue_without_times", where=where, values=values))
        return None
    where = source.where(first + at)
    match = TIMING.match(lines[at])
    words = (match[1], match[2]) if match else ("", "")
    start_ms, end_ms = (cue_ms(word) for word in words)
    if start_ms is None or end_ms is None or not believable_ms(end_ms):
        values = {"text": words[0 if start_ms is None else 1][:_SHOWN]}
        source.complain(Problem(code="reviews.marker_time", where=where, values=values))
        return None
    if end_ms < start_ms:
        source.complain(Problem(code="reviews.marker_backwards", where=where))
        return None
    return Cue(
        line=first + at,
        name="\n".join(lines[:at]),
        start_ms=start_ms,
        end_ms=end_ms,
        payload="\n".join(lines[at + 1 :]),
    )


def payload_text(text: str) -> str:
    r"""Line breaks stay where they leave no empty line, which would end the cue; else "\n"."""
    lines = text.split("\n")
    said = escaped(lines[0])
    for before, line in pairwise(lines):
        kept = before.strip() and line.strip()
        said += ("\n" if kept else "\\n") + escaped(line)
    return said
