"""Amazon Connect and Transcribe Call Analytics: calls and chats with participant roles."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from qa_desktop.interactions.model import Kind, Metadata, Role, Turn, Word
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.files import files_of
from qa_desktop.interactions.parsers.json_values import first, mapping, number, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import role_of
from qa_desktop.interactions.parsers.spoken import Segment, timed_word, transcript
from qa_desktop.interactions.parsers.timecodes import moment, whole_ms
from qa_desktop.interactions.parsers.turns import arrange

_EVENT = "application/vnd.amazonaws.connect.event."


def recognises(document: Any) -> bool:
    return bool(_items(document))


def read(source: Source, document: Any) -> ParsedFile:
    """A transcript where items have offsets, a chat where they have moments."""
    items = _items(document)
    head = mapping(document)
    roles = _participants(head)
    if any("BeginOffsetMillis" in item for item in items):
        return transcript(
            source,
            "contact lens",
            [_segment(item, roles) for item in items],
            metadata=Metadata(language=text(head.get("LanguageCode"))),
            external_id=_contact_id(head) or text(head.get("JobName")),
        )
    turns = arrange(_message(item, roles) for item in items)
    if not turns:
        raise source.refusal("no_words")
    agents = [turn.author for turn in turns if turn.role is Role.AGENT and turn.author]
    conversation = Conversation(
        kind=Kind.CHAT,
        title=_contact_id(head) or source.stem,
        external_id=_contact_id(head),
        turns=turns,
        metadata=Metadata(
            agent_name=agents[0] if agents else None,
            started_at=next((t.sent_at for t in turns if t.sent_at), None),
            language=text(head.get("LanguageCode")),
        ),
    )
    return ParsedFile(
        kind_found=Found.CONVERSATIONS, format="amazon connect chat", conversations=(conversation,)
    )


def _items(document: Any) -> list[dict[str, Any]]:
    """The turns of a finished transcript, or of real-time segments in one or many records."""
    if isinstance(document, list):
        return [item for part in document for item in _items(part)]
    head = mapping(document)
    if isinstance(head.get("UtteranceEvent"), dict):
        head = head["UtteranceEvent"]
    items = [item for item in objects(head.get("Transcript")) if _is_item(item)]
    for segment in objects(head.get("Segments")):
        part = first(segment, "Transcript", "Event", "Attachments")
        if isinstance(part, dict) and _is_item(part):
            items.append(part)
    utterance = isinstance(head.get("Transcript"), str) and "ParticipantRole" in head
    # One utterance of a streamed call; those that are still growing are left out.
    if utterance and not head.get("IsPartial"):
        items.append(head | {"Content": head["Transcript"]})
    return items


def _is_item(item: dict[str, Any]) -> bool:
    who = "ParticipantRole" in item or "ParticipantId" in item
    when = any(key in item for key in ("BeginOffsetMillis", "AbsoluteTime", "Time", "CreatedAt"))
    # Transcripts that are made for Lex and Contact Lens have no times.
    timeless = "ParticipantId" in item and "Content" in item
    return timeless or (when and (who or "ContentType" in item))


def _participants(head: dict[str, Any]) -> dict[str, tuple[str | None, str | None]]:
    """Role and name by participant id."""
    known: dict[str, tuple[str | None, str | None]] = {}
    for participant in objects(head.get("Participants")):
        identity = text(participant.get("ParticipantId"))
        if identity:
            information = mapping(participant.get("DisplayInformation"))
            name = text(first(participant, "DisplayName")) or text(information.get("DisplayName"))
            known[identity] = (text(participant.get("ParticipantRole")), name)
    return known


def _who(
    item: dict[str, Any], participants: dict[str, tuple[str | None, str | None]]
) -> tuple[Role, str | None]:
    identity = text(item.get("ParticipantId"))
    role, name = participants.get(identity or "", (None, None))
    label = text(item.get("ParticipantRole")) or role or identity
    shown = text(item.get("DisplayName")) or name
    found = role_of(label)
    if found is None and label and label.upper() == "SUPERVISOR":
        found = Role.OTHER
    return found or Role.OTHER, shown or (label if found is None else None)


def _segment(
    item: dict[str, Any], participants: dict[str, tuple[str | None, str | None]]
) -> Segment:
    role, name = _who(item, participants)
    return Segment(
        text=text(item.get("Content")) or "",
        start_ms=whole_ms(number(item.get("BeginOffsetMillis"))),
        end_ms=whole_ms(number(item.get("EndOffsetMillis"))),
        speaker=name,
        role=role,
        words=_words(item),
    )


def _words(item: dict[str, Any]) -> tuple[Word, ...]:
    words: list[Word] = []
    for part in objects(item.get("Items")):
        content = text(part.get("Content"))
        if content is None:
            continue
        start = whole_ms(number(part.get("BeginOffsetMillis")))
        end = whole_ms(number(part.get("EndOffsetMillis")))
        if text(part.get("Type")) in ("punctuation", "PUNCTUATION"):
            if words:
                words[-1] = replace(words[-1], text=words[-1].text + content)
        elif start is not None and end is not None:
            words.append(timed_word(content, start, end))
    return tuple(words)


def _message(item: dict[str, Any], participants: dict[str, tuple[str | None, str | None]]) -> Turn:
    role, name = _who(item, participants)
    kind = text(item.get("ContentType")) or ""
    said = text(item.get("Content")) or ""
    files = files_of(objects(item.get("Attachments")), "AttachmentName", "AttachmentId")
    if kind.startswith(_EVENT) or item.get("Type") == "EVENT":
        event = kind.removeprefix(_EVENT).replace(".", " ").strip()
        who = name or text(item.get("ParticipantRole"))
        return Turn(
            position=0,
            role=Role.SYSTEM,
            text=said or (f"{event}: {who}" if who else event),
            sent_at=_moment(item),
        )
    return Turn(
        position=0,
        role=role,
        author=name,
        text=_readable(said, kind),
        sent_at=_moment(item),
        attachments=files.names,
        attachment_bytes=files.sizes,
    )


def _moment(item: dict[str, Any]) -> datetime | None:
    time = item.get("Time")
    value = mapping(time).get("AbsoluteTime") if isinstance(time, dict) else time
    return moment(first(item, "AbsoluteTime", "CreatedAt") or value)


def _readable(said: str, kind: str) -> str:
    """An interactive message is JSON; people saw its title and its choices."""
    if not kind.endswith(("json", "interactive", "interactive.response")):
        return said
    try:
        body = mapping(json.loads(said))
    except (ValueError, RecursionError):
        return said
    content = mapping(mapping(body.get("data")).get("content"))
    lines = [text(content.get("title")), text(content.get("subtitle"))]
    lines += [text(element.get("title")) for element in objects(content.get("elements"))]
    shown = "\n".join(line for line in lines if line)
    return shown or said


def _contact_id(head: dict[str, Any]) -> str | None:
    customer = mapping(head.get("CustomerMetadata"))
    return text(first(head, "ContactId", "InitialContactId")) or text(customer.get("ContactId"))
