"""Conversations written out as text: "Agent: ... Customer: ...", with or without times."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.model import Kind, Metadata, Role, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.moments import read_times
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import (
    author_of,
    names_speaker,
    role_of,
    role_or_other,
    split_labels,
)
from qa_desktop.interactions.parsers.turns import arrange

_BOLD_LABEL = re.compile(
    r"\*\*\s*([^*:：\n]{1,40}?)\s*[:：]\s*\*\*|\*\*([^*:：\n]{1,40}?)\*\*\s*[:：]"
)
_HEADING = re.compile(r"^\s*\*\*[^*\n]{1,80}\*\*\s*")
_RULE = re.compile(r"^\s*(?:[-=*_#]{3,}.*)?$")
_TIME = (
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
    r"|(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
)
_TIME_FIRST = re.compile(rf"^\s*[\[(（【]?({_TIME})[\])）】]?\s*[-–—|]?\s*(.*)$")
_NAME_THEN_TIME = re.compile(
    rf"^\s*([^\s:：\[\]()（）][^:：\n\[\]()（）]{{0,39}}?)\s*[\[(（]?({_TIME})[\])）]?\s*[:：]?\s*(.*)$"
)


@dataclass(slots=True)
class _Line:
    label: str | None
    time: str | None
    text: str


def split_conversation(text: str) -> list[tuple[str, str]]:
    """Labels and what each said, of a text that alternates between at least two roles.

    Empty when the text is not one.
    """
    marks = [m for m in _BOLD_LABEL.finditer(text) if role_of(m[1] or m[2]) is not None]
    if len(marks) >= 2:
        ends = [m.start() for m in marks[1:]] + [len(text)]
        return [
            (m[1] or m[2], text[m.end() : end].strip()) for m, end in zip(marks, ends, strict=True)
        ]
    lines = [(line.label, line.text) for line in _lines(_HEADING.sub("", text)) if line.label]
    roles = {role_of(label) for label, _ in lines}
    known = {Role.AGENT, Role.CUSTOMER} & roles
    return [(label or "", said) for label, said in lines] if len(known) == 2 else []


def turns_of_text(text: str) -> list[Turn]:
    """The same as turns; empty when the text is no conversation."""
    return [
        Turn(position=0, role=role_or_other(label), author=author_of(label), text=said)
        for label, said in split_conversation(text)
    ]


def recognises(source: Source) -> bool:
    lines = _lines(source.text[:200_000])
    labels = [line.label for line in lines if line.label]
    if any(role_of(label) for label in labels) and len(labels) >= 2:
        return True
    timed = [line for line in lines if line.time and line.label]
    return len(timed) >= 2 and len(timed) * 2 >= len(lines)


def read(source: Source) -> ParsedFile:
    """A transcript where times count from the start, a chat otherwise."""
    bold = turns_of_text(source.text) if "**" in source.text else []
    lines = [] if bold else _lines(source.text)
    if bold:
        return _chat(source, bold, [])
    times = read_times("time", [line.time for line in lines], sum(len(line.text) for line in lines))
    turns = [
        Turn(
            position=0,
            role=role_or_other(line.label),
            author=author_of(line.label),
            text=line.text,
            start_ms=offset,
            sent_at=at,
        )
        for line, offset, at in zip(lines, times.offsets, times.moments, strict=True)
    ]
    if times.has_offsets:
        return ParsedFile(kind_found=Found.TRANSCRIPT, format="labelled text", turns=arrange(turns))
    problems = []
    if times.doubt is not None:
        problems.append(source.problem("day_or_month", {"order": times.doubt.value}))
    return _chat(source, turns, problems)


def read_plain(source: Source) -> ParsedFile:
    """Running text without speakers: the words of a recording, a paragraph a turn."""
    paragraphs = [p for p in re.split(r"\n\s*\n|\n", source.text) if p.strip()]
    turns = arrange(Turn(position=0, role=Role.OTHER, text=p) for p in paragraphs)
    if not turns:
        raise source.refusal("no_words")
    return ParsedFile(
        kind_found=Found.TRANSCRIPT,
        format="plain text",
        turns=turns,
        problems=(source.problem("no_speakers"),),
    )


def _chat(source: Source, turns: Sequence[Turn], problems: Sequence[Problem]) -> ParsedFile:
    arranged = arrange(turns)
    if not arranged:
        raise source.refusal("no_words")
    conversation = Conversation(
        kind=Kind.CHAT,
        title=source.stem,
        turns=arranged,
        metadata=Metadata(started_at=next((t.sent_at for t in arranged if t.sent_at), None)),
    )
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="labelled text",
        conversations=(conversation,),
        problems=tuple(problems),
    )


def _lines(text: str) -> list[_Line]:
    """Every line with a speaker begins a turn; those after it without one go on with it."""
    raw = [line for line in text.split("\n") if not _RULE.match(line)]
    split = [_timed(line) for line in raw]
    labelled = split_labels([rest for _, _, rest in split])
    lines: list[_Line] = []
    for (name, time, rest), (label, said) in zip(split, labelled, strict=True):
        who = name or label
        if who is None and time is None and lines:
            lines[-1].text = f"{lines[-1].text}\n{said}".strip()
        else:
            lines.append(_Line(who, time, rest if name else said))
    return lines


def _timed(line: str) -> tuple[str | None, str | None, str]:
    """Name, time and rest of a line; the name only where it stands before the time."""
    first = _TIME_FIRST.match(line)
    if first is not None:
        return None, first[1], first[2]
    then = _NAME_THEN_TIME.match(line)
    if then is not None and (not then[3] or names_speaker(then[1])):
        return then[1].strip(), then[2], then[3]
    return None, None, line
