"""Cues of WebVTT and SRT: the part that both formats share, and what can be wrong with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.timecodes import cue_ms

_TIMING = re.compile(r"^\s*(\S+)\s*-{1,2}>\s*(\S+)(?:\s+(.*))?$")
# The last line of a file that was cut off.
_CUT_TIMING = re.compile(r"^\s*\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?(?:\s*-{1,2}>?)?\s*$")
_NEVER = float("inf")
_NUMBER = re.compile(r"^\s*\d+\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """`line` is where its times stand; a time is None where it could not be trusted."""

    line: int
    start_ms: int | None
    end_ms: int | None
    payload: str


@dataclass(frozen=True, slots=True)
class _Block:
    line: int
    lines: tuple[str, ...]


def read_cues(
    source: Source, *, blank_lines_inside: bool, skip: tuple[str, ...] = ()
) -> tuple[list[Cue], list[Problem]]:
    """All cues with what is wrong with single ones.

    Blocks that begin with a word of `skip` are not cues. Raises ProblemError when there are no
    cues, when most of them end before they start, or when most times can't be read.
    """
    cues: list[Cue] = []
    unreadable: list[Problem] = []
    cut_off: list[Problem] = []
    for block in _blocks(source.text):
        timing = _timing_line(block)
        if timing is None:
            stray = not (skip and block.lines[0].startswith(skip))
            if _CUT_TIMING.match(block.lines[-1]):
                cut_off.append(_unreadable(source, block, len(block.lines) - 1))
            elif stray and cues and blank_lines_inside and not _NUMBER.match(block.lines[-1]):
                more = "\n".join(block.lines)
                cues[-1] = replace(cues[-1], payload=f"{cues[-1].payload}\n{more}")
            continue
        index, match = timing
        start, end = cue_ms(match[1]), cue_ms(match[2])
        line = block.line + index
        if start is None or end is None:
            unreadable.append(_unreadable(source, block, index))
        payload = "\n".join(block.lines[index + 1 :])
        cues.append(Cue(line=line, start_ms=start, end_ms=end, payload=payload))
    if not cues:
        raise source.refusal("no_cues")
    if len(unreadable) * 2 >= len(cues):
        raise ProblemError(unreadable[:50])
    mended, backwards = _mend_backwards(source, cues)
    return mended, unreadable + backwards + cut_off


def _unreadable(source: Source, block: _Block, index: int) -> Problem:
    text = {"text": block.lines[index].strip()[:80]}
    return source.problem("cue_time_unreadable", text, line=block.line + index)


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        starts_cue = _TIMING.match(line) is not None and any(_TIMING.match(x) for x in lines)
        if line.strip() and not starts_cue:
            lines.append(line)
            continue
        if lines:
            kept = lines[:-1] if starts_cue and _NUMBER.match(lines[-1]) else lines
            blocks.append(_Block(number - len(lines), tuple(kept)))
        lines = [line] if starts_cue else []
    if lines:
        blocks.append(_Block(text.count("\n") + 2 - len(lines), tuple(lines)))
    return blocks


def _timing_line(block: _Block) -> tuple[int, re.Match[str]] | None:
    for index, line in enumerate(block.lines[:3]):
        match = _TIMING.match(line)
        if match is not None:
            return index, match
    return None


def _mend_backwards(source: Source, cues: Sequence[Cue]) -> tuple[list[Cue], list[Problem]]:
    """Keep the words of a cue that ends before it starts, without the times that can't be true."""
    wrong = [c for c in cues if _is_backwards(c)]
    if len(wrong) * 2 >= len(cues) and wrong:
        raise source.refusal(
            "cues_backwards", {"count": len(wrong), "total": len(cues)}, line=wrong[0].line
        )
    before = accumulate((c.start_ms or 0 for c in cues), max, initial=0)
    behind = accumulate((_start_or_never(c) for c in reversed(cues)), min, initial=_NEVER)
    after = list(behind)[-2::-1]
    mended = [
        _without_false_times(cue, earliest, latest) if _is_backwards(cue) else cue
        for cue, earliest, latest in zip(cues, before, after, strict=False)
    ]
    return mended, [source.problem("cue_backwards", line=cue.line) for cue in wrong]


def _start_or_never(cue: Cue) -> float:
    return _NEVER if cue.start_ms is None else cue.start_ms


def _without_false_times(cue: Cue, earliest: int, latest: float) -> Cue:
    """The start stays where it fits between those of the other cues."""
    fits = cue.start_ms is not None and earliest <= cue.start_ms <= latest
    return replace(cue, start_ms=cue.start_ms if fits else None, end_ms=None)


def _is_backwards(cue: Cue) -> bool:
    return cue.start_ms is not None and cue.end_ms is not None and cue.end_ms < cue.start_ms
