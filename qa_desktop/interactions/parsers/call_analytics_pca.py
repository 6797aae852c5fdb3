"""The segments that AWS's post-call analytics sample writes."""

from typing import Any

from qa_desktop.interactions.model import Metadata, Word
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers.json_values import first, mapping, number, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import role_of
from qa_desktop.interactions.parsers.spoken import Segment, timed_word, transcript
from qa_desktop.interactions.parsers.timecodes import moment, seconds_ms


def recognises(document: Any) -> bool:
    segments = objects(mapping(document).get("SpeechSegments"))
    return any("SegmentStartTime" in segment for segment in segments)


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where it holds no words."""
    head = mapping(document.get("ConversationAnalytics"))
    names = {
        str(label.get("Speaker")): text(label.get("DisplayText"))
        for label in objects(head.get("SpeakerLabels"))
    }
    segments = []
    for part in objects(document["SpeechSegments"]):
        label = text(part.get("SegmentSpeaker"))
        shown = names.get(label or "") or label
        segments.append(
            Segment(
                text=text(first(part, "DisplayText", "OriginalText")) or "",
                start_ms=seconds_ms(number(part.get("SegmentStartTime"))),
                end_ms=seconds_ms(number(part.get("SegmentEndTime"))),
                speaker=shown,
                role=role_of(shown),
                words=_words(part),
            )
        )
    metadata = Metadata(
        agent_name=text(head.get("Agent")),
        started_at=moment(head.get("ConversationTime")),
        language=text(head.get("LanguageCode")),
    )
    guid = text(head.get("GUID"))
    return transcript(
        source, "aws post-call analytics", segments, metadata=metadata, external_id=guid
    )


def _words(part: dict[str, Any]) -> tuple[Word, ...]:
    words: list[Word] = []
    for word in objects(part.get("WordConfidence")):
        start, end = (
            seconds_ms(number(word.get("StartTime"))),
            seconds_ms(number(word.get("EndTime"))),
        )
        shown = text(word.get("Text"))
        if shown and start is not None and end is not None:
            words.append(timed_word(shown, start, end))
    return tuple(words)
