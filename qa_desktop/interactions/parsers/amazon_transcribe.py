"""Amazon Transcribe's standard output: items with speaker labels or channels."""

from typing import Any

from qa_desktop.interactions.model import Metadata
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers.json_values import mapping, number, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import channel_number
from qa_desktop.interactions.parsers.spoken import Segment, SpokenWord, segments_of, transcript
from qa_desktop.interactions.parsers.timecodes import seconds_ms


def recognises(document: Any) -> bool:
    results = mapping(mapping(document).get("results"))
    return isinstance(results.get("transcripts"), list) and isinstance(results.get("items"), list)


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where it holds no words."""
    results = mapping(document["results"])
    channels = objects(mapping(results.get("channel_labels")).get("channels"))
    if channels:
        words = [
            word
            for channel in channels
            for word in _words(channel.get("items"), {}, text(channel.get("channel_label")))
        ]
    else:
        words = _words(results["items"], _speakers(results), None)
    segments = segments_of(words)
    if not segments:
        whole = " ".join(
            part
            for item in objects(results["transcripts"])
            if (part := text(item.get("transcript")))
        )
        segments = [Segment(text=whole, start_ms=None, end_ms=None)]
    return transcript(
        source,
        "amazon transcribe",
        segments,
        metadata=Metadata(language=text(results.get("language_code"))),
        external_id=text(document.get("jobName")),
    )


def _speakers(results: dict[str, Any]) -> dict[str, str]:
    """The speaker's label by a word's start time, as older output keeps it apart from the items."""
    labels: dict[str, str] = {}
    for segment in objects(mapping(results.get("speaker_labels")).get("segments")):
        for item in objects(segment.get("items")):
            start, label = text(item.get("start_time")), text(item.get("speaker_label"))
            if start and label:
                labels[start] = label
    return labels


def _words(items: Any, speakers: dict[str, str], channel: str | None) -> list[SpokenWord]:
    words: list[SpokenWord] = []
    speaker: str | None = None
    for item in objects(items):
        alternatives = objects(item.get("alternatives"))
        content = text(alternatives[0].get("content")) if alternatives else None
        if content is None:
            continue
        attached = item.get("type") == "punctuation"
        if not attached:
            start = text(item.get("start_time"))
            speaker = text(item.get("speaker_label")) or speakers.get(start or "")
        label = text(item.get("channel_label")) or channel
        words.append(
            SpokenWord(
                text=content,
                start_ms=seconds_ms(number(item.get("start_time"))),
                end_ms=seconds_ms(number(item.get("end_time"))),
                speaker=speaker,
                channel=channel_number(label),
                attached=attached,
            )
        )
    return words
