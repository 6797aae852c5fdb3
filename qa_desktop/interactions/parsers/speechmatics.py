"""Speechmatics' json-v2: timed words with speakers and channels."""

from typing import Any

from qa_desktop.interactions.model import Metadata
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers.json_values import mapping, number, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import channel_number, role_of
from qa_desktop.interactions.parsers.spoken import SpokenWord, segments_of, transcript
from qa_desktop.interactions.parsers.timecodes import seconds_ms


def recognises(document: Any) -> bool:
    results = objects(mapping(document).get("results"))
    return any(
        r.get("type") in ("word", "punctuation") and "start_time" in r and "alternatives" in r
        for r in results[:20]
    )


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where it holds no words."""
    labels = sorted({c for r in objects(document["results"]) if (c := text(r.get("channel")))})
    words: list[SpokenWord] = []
    for result in objects(document["results"]):
        best = next(iter(objects(result.get("alternatives"))), {})
        content = text(best.get("content"))
        if content is None or result.get("type") not in ("word", "punctuation", "entity"):
            continue
        channel = text(result.get("channel"))
        speaker = text(best.get("speaker")) or text(result.get("speaker"))
        named = channel if role_of(channel) else None
        words.append(
            SpokenWord(
                text=content,
                start_ms=seconds_ms(number(result.get("start_time"))),
                end_ms=seconds_ms(number(result.get("end_time"))),
                # "UU" is Speechmatics' word for an unknown speaker.
                speaker=named or (None if speaker == "UU" else speaker),
                channel=_channel(channel, labels),
                attached=result.get("type") == "punctuation",
            )
        )
    metadata = mapping(document.get("metadata"))
    settings = mapping(metadata.get("transcription_config"))
    return transcript(
        source,
        "speechmatics",
        segments_of(words),
        metadata=Metadata(language=text(settings.get("language"))),
        external_id=text(mapping(document.get("job")).get("id")),
    )


def _channel(label: str | None, labels: list[str]) -> int | None:
    """Channels count from one here: "channel_1" is the left."""
    if label is None or len(labels) > 2:
        return None
    if {"channel_1", "channel_2"} >= set(labels):
        return int(label[-1]) - 1
    number_found = channel_number(label)
    return labels.index(label) if number_found is None else number_found
