"""Turns out of rows with well-known field names, whether they came as CSV or JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qa_desktop.interactions.model import AgentChannel, Metadata, Role, Turn, Word
from qa_desktop.interactions.parsers.dates import DateOrder
from qa_desktop.interactions.parsers.exported_tables import is_true
from qa_desktop.interactions.parsers.field_names import FACTS, NAMES, find, level
from qa_desktop.interactions.parsers.files import Files, files_of
from qa_desktop.interactions.parsers.json_values import count, first, mapping, number, objects, text
from qa_desktop.interactions.parsers.moments import Times, read_times
from qa_desktop.interactions.parsers.speakers import (
    author_of,
    channel_number,
    channel_role,
    role_of,
)
from qa_desktop.interactions.parsers.spoken import timed_word
from qa_desktop.interactions.parsers.timecodes import moment
from qa_desktop.interactions.parsers.turns import arrange, plain_text

Record = Mapping[str, Any]
_DIRECTIONS = {
    "inbound": Role.CUSTOMER,
    "incoming": Role.CUSTOMER,
    "in": Role.CUSTOMER,
    "outbound": Role.AGENT,
    "outgoing": Role.AGENT,
    "out": Role.AGENT,
}
_SATISFACTION = {
    "yes": 5.0, "true": 5.0, "good": 5.0, "satisfied": 5.0, "满意": 5.0, "非常满意": 5.0, "是": 5.0,
    "no": 1.0, "false": 1.0, "bad": 1.0, "dissatisfied": 1.0, "unsatisfied": 1.0, "不满意": 1.0,
    "非常不满意": 1.0, "否": 1.0, "neutral": 3.0, "一般": 3.0, "比较满意": 4.0, "不太满意": 2.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Which field holds what; None where there is none."""

    text: str
    speakers: tuple[str, ...]
    channel: str | None
    time: str | None
    start: str | None
    end: str | None
    duration: str | None
    internal: str | None
    public: str | None
    attachments: str | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTurns:
    """`relative`: the times count from a recording's start. `doubt`: see Times."""

    turns: tuple[Turn, ...]
    relative: bool
    backwards: int = 0
    doubt: DateOrder | None = None


def fields_of(names: Sequence[str]) -> Fields | None:
    """None without a text, or with neither a speaker nor a time."""
    said = find("text", names)
    if said is None:
        return None
    speakers = tuple(
        name
        for meaning in ("role", "author")
        for wanted in NAMES[meaning]
        for name in names
        if level(name) == level(wanted) and name != said
    )
    channel = find("channel", names)
    time, start = find("time", names), find("start", names)
    if not speakers and channel is None and time is None and start is None:
        return None
    return Fields(
        text=said,
        speakers=tuple(dict.fromkeys(speakers)),
        channel=channel,
        time=time,
        start=start,
        end=find("end", names),
        duration=find("duration", names),
        internal=find("internal", names),
        public=find("public", names),
        attachments=find("attachments", names),
        words=find("words", names),
    )


def flat(record: Record) -> dict[str, Any]:
    """A JSON object with people and texts that are objects themselves laid open."""
    opened: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            name = first(value, "name", "display_name", "displayName", "username", "id")
            role = first(value, "role", "type", "kind")
            inner = first(value, "text", "body", "content", "value", "plain")
            if name is not None or role is not None:
                opened[f"{key}_name"], opened[f"{key}_role"] = name, role
                opened[key] = inner if isinstance(inner, str) else text(name) or text(role)
            else:
                opened[key] = inner if isinstance(inner, str) else value
        elif isinstance(value, list) and value and level(key) in ("content", "text", "parts"):
            opened[key] = _texts(value)
        else:
            opened[key] = value
    return opened


def _texts(parts: Sequence[Any]) -> str:
    found = [p if isinstance(p, str) else text(mapping(p).get("text")) for p in parts]
    return "\n".join(part for part in found if part)


def read_turns(records: Sequence[Record], fields: Fields, agent_channel: AgentChannel) -> ReadTurns:
    """The records as turns, in time's order where they have times."""
    said = [_said(record.get(fields.text)) for record in records]
    characters = sum(len(s) for s in said)
    starts = _times(records, fields.start or fields.time, characters)
    if fields.start and fields.time and not starts.has_offsets and not starts.has_moments:
        starts = _times(records, fields.time, characters)
    ends = _ends(records, fields, starts, characters)
    backwards = sum(
        1
        for start, end in zip(starts.offsets, ends, strict=True)
        if start is not None and end is not None and end < start
    )
    who = _speakers(records, fields, agent_channel)
    files = [_files(record.get(fields.attachments or "")) for record in records]
    turns = [
        Turn(
            position=0,
            role=role,
            author=author,
            text=said[index],
            start_ms=starts.offsets[index],
            end_ms=_not_before(ends[index], starts.offsets[index]),
            sent_at=starts.moments[index],
            words=_words(record.get(fields.words or ""), starts.offsets[index]),
            internal=_internal(record, fields),
            attachments=files[index].names,
            attachment_bytes=files[index].sizes,
        )
        for index, (record, (role, author)) in enumerate(zip(records, who, strict=True))
    ]
    return ReadTurns(
        turns=arrange(turns),
        relative=starts.has_offsets,
        backwards=backwards,
        doubt=starts.doubt,
    )


def _said(value: Any) -> str:
    if isinstance(value, str):
        if "</" in value or "<br" in value or "<p>" in value:
            return plain_text(value)[0]
        return value
    return text(value) or ""


def _times(records: Sequence[Record], name: str | None, characters: int) -> Times:
    if name is None:
        nothing = (None,) * len(records)
        return Times(offsets=nothing, moments=nothing)
    return read_times(name, [record.get(name) for record in records], characters)


def _ends(
    records: Sequence[Record], fields: Fields, starts: Times, characters: int
) -> tuple[int | None, ...]:
    if not starts.has_offsets:
        return (None,) * len(records)
    if fields.end is not None:
        return _times(records, fields.end, characters).offsets
    if fields.duration is None:
        return (None,) * len(records)
    lengths = _times(records, fields.duration, characters).offsets
    return tuple(
        None if start is None or length is None else start + length
        for start, length in zip(starts.offsets, lengths, strict=True)
    )


def _not_before(end: int | None, start: int | None) -> int | None:
    return None if end is not None and start is not None and end < start else end


def _speakers(
    records: Sequence[Record], fields: Fields, agent_channel: AgentChannel
) -> list[tuple[Role, str | None]]:
    """The field that names roles most often tells who speaks; another one gives the name."""
    columns = {name: [text(record.get(name)) for record in records] for name in fields.speakers}
    known = {
        name: sum(1 for value in values if _role(value) is not None)
        for name, values in columns.items()
    }
    best = max(columns, key=lambda name: known[name], default=None)
    others = [
        name
        for name in columns
        if name != best
        and any(level(name) == level(wanted) for wanted in NAMES["author"])
        and any(columns[name])
    ]
    channels = [
        channel_number(record.get(fields.channel)) if fields.channel else None for record in records
    ]
    stereo = len({c for c in channels if c is not None}) > 1
    result: list[tuple[Role, str | None]] = []
    for index, channel in enumerate(channels):
        label = columns[best][index] if best else None
        role = _role(label)
        if role is None and stereo:
            role = channel_role(channel, agent_channel)
        name = columns[others[0]][index] if others else label
        result.append((role or Role.OTHER, author_of(name)))
    return result


def _role(label: str | None) -> Role | None:
    return role_of(label) or _DIRECTIONS.get((label or "").casefold())


def _words(value: Any, turn_start: int | None) -> tuple[Word, ...]:
    parts = objects(value)
    if not parts or turn_start is None:
        return ()
    names = list(parts[0])
    shown, start, end = find("text", [*names]), find("start", names), find("end", names)
    shown = next((n for n in names if level(n) == "word"), shown)
    if shown is None or start is None or end is None:
        return ()
    written = " ".join(str(part.get(shown) or "") for part in parts)
    starts = read_times(start, [p.get(start) for p in parts], len(written)).offsets
    ends = read_times(end, [p.get(end) for p in parts], len(written)).offsets
    return tuple(
        timed_word(str(part.get(shown) or ""), begin, finish)
        for part, begin, finish in zip(parts, starts, ends, strict=True)
        if begin is not None and finish is not None and part.get(shown)
    )


def _internal(record: Record, fields: Fields) -> bool:
    if fields.internal is not None and _truth(record.get(fields.internal)) is True:
        return True
    return fields.public is not None and _truth(record.get(fields.public)) is False


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else is_true(text(value))


def _files(value: Any) -> Files:
    if isinstance(value, str):
        return Files(names=tuple(part.strip() for part in value.split(";") if part.strip()))
    parts = value if isinstance(value, list) else []
    named = [part if isinstance(part, dict) else {"name": part} for part in parts]
    return files_of(named, "file_name", "filename", "name", "url")


def facts_of(record: Record, taken: Sequence[str] = ()) -> Metadata:
    """What a conversation's own fields say about it, by their well-known names."""
    found = {fact: record.get(find(fact, record.keys(), taken) or "") for fact in FACTS}
    started = moment(found["started_at"])
    ended = moment(record.get(find("ended_at", record.keys(), taken) or ""))
    handle_time = number(found["handle_time_s"])
    if handle_time is None and started is not None and ended is not None and ended > started:
        handle_time = (ended - started).total_seconds()
    return Metadata(
        agent_id=_named(found["agent_id"]),
        agent_name=_named(found["agent_name"]),
        team=_named(found["team"]),
        queue=_named(found["queue"]),
        customer_ref=_named(found["customer_ref"]),
        direction=_named(found["direction"]),
        started_at=started,
        language=_named(found["language"]),
        tags=_tags(found["tags"]),
        csat=rating(found["csat"]),
        nps=number(found["nps"]),
        handle_time_s=handle_time,
        transfers=count(found["transfers"]),
    )


def _named(value: Any) -> str | None:
    return text(first(value, "name", "id")) if isinstance(value, dict) else text(value)


def _tags(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").replace("；", ";").split(";")
    return tuple(dict.fromkeys(tag for part in parts if (tag := _named(part))))


def rating(value: Any) -> float | None:
    """A number, or a word for satisfied (5) and dissatisfied (1)."""
    if isinstance(value, bool):
        return 5.0 if value else 1.0
    if isinstance(value, dict):
        value = first(value, "score", "rating", "value")
    found = number(value)
    return _SATISFACTION.get(str(value).strip().casefold()) if found is None else found


def first_moment(turns: Sequence[Turn]) -> datetime | None:
    return next((turn.sent_at for turn in turns if turn.sent_at is not None), None)
