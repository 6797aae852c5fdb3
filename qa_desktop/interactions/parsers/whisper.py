"""Whisper and its kin: openai-whisper, faster-whisper, whisperX, whisper.cpp."""

from typing import Any

from qa_desktop.interactions.model import Metadata, Word
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers.json_values import (
    first,
    mapping,
    number,
    objects,
    sequence,
    text,
)
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import channel_number
from qa_desktop.interactions.parsers.spoken import Segment, SpokenWord, segments_of, timed_word
from qa_desktop.interactions.parsers.spoken import transcript as transcript_of
from qa_desktop.interactions.parsers.timecodes import cue_ms, seconds_ms, whole_ms


def recognises(document: Any) -> bool:
    return bool(_segments(document))


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where it holds no words."""
    head = mapping(document)
    language = text(head.get("language")) or text(mapping(head.get("result")).get("language"))
    language = language or text(mapping(head.get("info")).get("language"))
    return transcript_of(
        source, "whisper", _segments(document), metadata=Metadata(language=language)
    )


def _segments(document: Any) -> list[Segment]:
    head = mapping(document)
    if isinstance(head.get("transcription"), list):
        return [s for part in objects(head["transcription"]) if (s := _cpp_segment(part))]
    parts = document if isinstance(document, list) else head.get("segments")
    if not any(isinstance(p.get("start"), float) for p in objects(parts)) and objects(parts):
        # Whole numbers may well be milliseconds: not for this parser to say.
        return []
    segments = [s for part in sequence(parts) if (s := _segment(part))]
    if segments and len(segments) * 2 >= len(sequence(parts)):
        return segments
    if isinstance(head.get("words"), list) and "text" in head:
        return segments_of(w for part in objects(head["words"]) if (w := _word(part)))
    return []


def _segment(part: Any) -> Segment | None:
    if isinstance(part, list):
        return _row(part)
    if not isinstance(part, dict) or not {"start", "end", "text"} <= part.keys():
        return None
    start, end = number(part["start"]), number(part["end"])
    said = part["text"]
    if start is None or end is None or not isinstance(said, str):
        return None
    return Segment(
        text=said,
        start_ms=seconds_ms(start),
        end_ms=seconds_ms(end),
        speaker=text(first(part, "speaker", "speaker_id", "speaker_label")),
        channel=channel_number(part.get("channel")),
        words=_words(part.get("words")),
    )


def _row(part: list[Any]) -> Segment | None:
    """faster-whisper's segments written as plain rows: id, seek, start, end, text, ..."""
    for start, end, said in zip(part, part[1:], part[2:], strict=False):
        if isinstance(start, float) and isinstance(end, float) and isinstance(said, str):
            return Segment(text=said, start_ms=seconds_ms(start), end_ms=seconds_ms(end))
    return None


def _words(parts: Any) -> tuple[Word, ...]:
    words: list[Word] = []
    for part in objects(parts):
        found = _word(part)
        # whisperX leaves numbers without times.
        if found is not None and found.start_ms is not None and found.end_ms is not None:
            words.append(timed_word(found.text, found.start_ms, found.end_ms))
    return tuple(words)


def _word(part: dict[str, Any]) -> SpokenWord | None:
    shown = text(first(part, "word", "text"))
    if shown is None:
        return None
    return SpokenWord(
        text=shown,
        start_ms=seconds_ms(number(part.get("start"))),
        end_ms=seconds_ms(number(part.get("end"))),
        speaker=text(part.get("speaker")),
    )


def _cpp_segment(part: dict[str, Any]) -> Segment | None:
    offsets, stamps = mapping(part.get("offsets")), mapping(part.get("timestamps"))
    if not offsets and not stamps:
        return None
    start, end = whole_ms(number(offsets.get("from"))), whole_ms(number(offsets.get("to")))
    return Segment(
        text=text(part.get("text")) or "",
        start_ms=cue_ms(str(stamps.get("from"))) if start is None else start,
        end_ms=cue_ms(str(stamps.get("to"))) if end is None else end,
        speaker=text(part.get("speaker")),
    )
