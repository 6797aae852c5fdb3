"""Azure Speech: batch transcription (recognizedPhrases) and fast transcription (phrases)."""

from typing import Any

from qa_desktop.interactions.model import Metadata, Word
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers.json_values import first, mapping, number, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import channel_number
from qa_desktop.interactions.parsers.spoken import Segment, timed_word, transcript
from qa_desktop.interactions.parsers.timecodes import iso_duration_ms, whole_ms

_TICKS_PER_MS = 10_000


def recognises(document: Any) -> bool:
    head = mapping(document)
    if isinstance(head.get("recognizedPhrases"), list):
        return True
    phrases = objects(head.get("phrases"))
    return any("offsetMilliseconds" in p or "offsetInTicks" in p for p in phrases)


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where it holds no words."""
    phrases = objects(first(document, "recognizedPhrases", "phrases"))
    locales = {locale for phrase in phrases if (locale := text(phrase.get("locale")))}
    return transcript(
        source,
        "azure speech",
        [_segment(phrase) for phrase in phrases],
        metadata=Metadata(language=locales.pop() if len(locales) == 1 else None),
    )


def _segment(phrase: dict[str, Any]) -> Segment:
    best = next(iter(objects(phrase.get("nBest"))), phrase)
    speaker = phrase.get("speaker")
    start, length = _span(phrase)
    return Segment(
        text=text(first(best, "display", "text", "itn", "lexical")) or "",
        start_ms=start,
        end_ms=None if start is None or length is None else start + length,
        speaker=f"Speaker {speaker}" if isinstance(speaker, int) else text(speaker),
        channel=channel_number(phrase.get("channel")),
        words=_words(best),
    )


def _words(best: dict[str, Any]) -> tuple[Word, ...]:
    words: list[Word] = []
    for word in objects(first(best, "displayWords", "words")):
        shown = text(first(word, "displayText", "text", "word"))
        start, length = _span(word)
        if shown and start is not None and length is not None:
            words.append(timed_word(shown, start, start + length))
    return tuple(words)


def _span(part: dict[str, Any]) -> tuple[int | None, int | None]:
    return _time(part, "offset"), _time(part, "duration")


def _time(part: dict[str, Any], name: str) -> int | None:
    """Milliseconds, 100 ns ticks or an ISO duration, as the API's version has it."""
    milliseconds = number(part.get(f"{name}Milliseconds"))
    if milliseconds is not None:
        return whole_ms(milliseconds)
    ticks = number(first(part, f"{name}InTicks"))
    if ticks is not None:
        return whole_ms(ticks / _TICKS_PER_MS)
    value = part.get(name)
    if isinstance(value, str) and value.startswith("P"):
        return iso_duration_ms(value)
    plain = number(value)
    return None if plain is None else whole_ms(plain / _TICKS_PER_MS)
