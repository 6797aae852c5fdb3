"""SRT: numbered cues, with speakers as prefixes if at all."""

import re

from qa_desktop.interactions.model import Turn
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.parsers.cues import read_cues
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import author_of, role_or_other, split_labels
from qa_desktop.interactions.parsers.turns import arrange, plain_text

_FIRST_CUE = re.compile(
    r"^\s*(?:\d+\s*\n)?\s*\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*-{1,2}>", re.MULTILINE
)
_DRAWING = re.compile(r"\{\\[^{}]*\}")
_DASHED = re.compile(r"^\s*[-–—]\s+(?=\S)")


def recognises(source: Source) -> bool:
    if source.extension == ".srt" and "->" in source.text:
        return True
    match = _FIRST_CUE.search(source.text[:2000])
    return match is not None and source.text[: match.start()].strip() in ("", "1", "0")


def read(source: Source) -> ParsedFile:
    """Raises ProblemError where no cue can be taken."""
    cues, problems = read_cues(source, blank_lines_inside=True)
    said: list[tuple[int, str]] = []
    for index, cue in enumerate(cues):
        text, _ = plain_text(_DRAWING.sub("", cue.payload))
        said += [(index, line) for line in _speakers_apart(text)]
    turns = []
    for (index, _), (label, rest) in zip(said, split_labels([t for _, t in said]), strict=True):
        cue = cues[index]
        turns.append(
            Turn(
                position=0,
                role=role_or_other(label),
                author=author_of(label),
                text=" ".join(rest.split()),
                start_ms=cue.start_ms,
                end_ms=cue.end_ms,
            )
        )
    arranged = arrange(turns)
    if not arranged:
        raise source.refusal("no_words")
    return ParsedFile(
        kind_found=Found.TRANSCRIPT, format="srt", turns=arranged, problems=tuple(problems)
    )


def _speakers_apart(text: str) -> list[str]:
    """Lines that each begin with a dash are two people in one cue."""
    lines = text.split("\n")
    if len(lines) > 1 and all(_DASHED.match(line) for line in lines):
        return [_DASHED.sub("", line) for line in lines]
    labelled = split_labels(lines)
    if len(lines) > 1 and all(label for label, _ in labelled):
        return lines
    return [text]
