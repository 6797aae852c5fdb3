"""WebVTT: cues with voices, nested tags and inline times."""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from qa_desktop.interactions.model import Turn, Word
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.parsers.cues import Cue, read_cues
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import author_of, role_or_other, split_labels
from qa_desktop.interactions.parsers.timecodes import cue_ms
from qa_desktop.interactions.parsers.turns import arrange

_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"^v(?:\.[^\s]*)?(?:\s+(.*))?$", re.DOTALL)
_HEADER = re.compile(r"^\s*WEBVTT(?:[ \t]|$)", re.MULTILINE)


@dataclass(slots=True)
class _Piece:
    """What one voice says in one cue."""

    voice: str | None
    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)


def recognises(source: Source) -> bool:
    head = source.text[:4000]
    return head.lstrip("\ufeff \n").startswith("WEBVTT") or (
        source.extension == ".vtt" and "-->" in source.text
    )


def read(source: Source) -> ParsedFile:
    """Raises ProblemError where no cue can be taken."""
    cues, problems = read_cues(
        source,
        blank_lines_inside=False,
        skip=("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP"),
    )
    spoken = [(cue, piece) for cue in cues for piece in _pieces(cue.payload)]
    turns = arrange(_turns(spoken))
    if not turns:
        raise source.refusal("no_words")
    return ParsedFile(
        kind_found=Found.TRANSCRIPT, format="webvtt", turns=turns, problems=tuple(problems)
    )


def _turns(spoken: list[tuple[Cue, _Piece]]) -> list[Turn]:
    labelled = split_labels([piece.text.strip() for _, piece in spoken])
    turns: list[Turn] = []
    for (cue, piece), (label, rest) in zip(spoken, labelled, strict=True):
        voice, text = (piece.voice, piece.text) if piece.voice else (label, rest)
        turns.append(
            Turn(
                position=0,
                role=role_or_other(voice),
                author=author_of(voice),
                text=" ".join(text.split()),
                start_ms=cue.start_ms,
                end_ms=cue.end_ms,
                words=_words(piece, cue),
            )
        )
    return turns


def _pieces(payload: str) -> list[_Piece]:
    """The payload apart by voices, tags removed and entities resolved."""
    pieces = [_Piece(None)]
    ruby_reading = False
    position = 0
    for match in _TAG.finditer(payload):
        if not ruby_reading:
            pieces[-1].text += unescape(payload[position : match.start()])
        position = match.end()
        tag = match[1].strip()
        voice = _VOICE.match(tag)
        if voice is not None:
            pieces.append(_Piece(unescape(voice[1] or "").strip() or None))
        elif tag == "/v":
            pieces.append(_Piece(None))
        elif tag in ("rt", "/rt"):
            ruby_reading = tag == "rt"
        elif tag[:1].isdigit() and (at := cue_ms(tag)) is not None:
            pieces[-1].marks.append((len(pieces[-1].text), at))
    pieces[-1].text += unescape(payload[position:])
    return [piece for piece in pieces if piece.text.strip()]


def _words(piece: _Piece, cue: Cue) -> tuple[Word, ...]:
    """Word times where the cue has times inside (`<00:00:01.200>`)."""
    if not piece.marks or cue.start_ms is None or cue.end_ms is None:
        return ()
    edges = [(0, cue.start_ms), *piece.marks, (len(piece.text), cue.end_ms)]
    words: list[Word] = []
    for (begin, start_ms), (end, end_ms) in pairwise(edges):
        text = piece.text[begin:end].strip()
        if text and start_ms <= end_ms:
            words.append(Word(text=text, start_ms=start_ms, end_ms=end_ms))
    return tuple(words)
