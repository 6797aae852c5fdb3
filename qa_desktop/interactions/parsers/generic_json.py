"""JSON of no known maker: finds the lists of turns by their fields' names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa_desktop.interactions.model import Kind, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.field_names import find, level
from qa_desktop.interactions.parsers.json_values import mapping, objects, sequence, text
from qa_desktop.interactions.parsers.labelled_text import turns_of_text
from qa_desktop.interactions.parsers.records import (
    Record,
    facts_of,
    fields_of,
    first_moment,
    flat,
    read_turns,
)
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import role_of
from qa_desktop.interactions.parsers.turns import arrange

_DEPTH = 5
_SENTENCES = ("sentences", "segments", "phrases", "utterances")
_TICKET_NAMES = ("ticket", "priority", "subject", "ticketid", "satisfied", "complaint", "工单号")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A conversation's fields around its turns, and the turns as records or as written text."""

    head: Record
    records: tuple[Record, ...] = ()
    written: tuple[Turn, ...] = ()
    key: str | None = None


def read(source: Source, document: Any) -> ParsedFile:
    """NOTHING where the document holds no list of turns."""
    found = _conversations(document)
    if not found:
        keys = ", ".join(list(mapping(document))[:6]) or type(document).__name__
        return ParsedFile(
            kind_found=Found.NOTHING,
            format="json",
            problems=(source.problem("not_a_conversation", {"found": keys}),),
        )
    conversations: list[Conversation] = []
    relative = backwards = 0
    doubts: set[str] = set()
    for one in found:
        if one.written:
            conversations.append(_conversation(source, one, arrange(one.written)))
            continue
        fields = fields_of(_names(one.records))
        if fields is None:
            continue
        turns = read_turns(one.records, fields, source.agent_channel)
        relative += turns.relative
        backwards += turns.backwards
        doubts |= {turns.doubt.value} if turns.doubt else set()
        if turns.turns:
            conversations.append(_conversation(source, one, turns.turns))
    total = sum(len(c.turns) for c in conversations)
    if not total:
        raise source.refusal("no_words")
    if backwards * 2 >= total:
        raise source.refusal("segments_backwards", {"count": backwards, "total": total})
    problems = [source.problem("some_backwards", {"count": backwards})] if backwards else []
    problems += [source.problem("day_or_month", {"order": order}) for order in sorted(doubts)]
    if len(conversations) == 1 and relative:
        only = conversations[0]
        return ParsedFile(
            kind_found=Found.TRANSCRIPT,
            format="json",
            turns=only.turns,
            metadata=only.metadata,
            external_id=only.external_id,
            problems=tuple(problems),
        )
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="json",
        conversations=tuple(conversations),
        problems=tuple(problems),
    )


def _conversation(source: Source, found: _Found, turns: Sequence[Turn]) -> Conversation:
    head = found.head
    facts = facts_of(head)
    key = found.key or text(head.get(find("id", head.keys()) or ""))
    ticket = any(level(name) in _TICKET_NAMES for name in head)
    return Conversation(
        kind=Kind.TICKET if ticket else Kind.CHAT,
        title=text(head.get(find("title", head.keys()) or "")) or key or source.stem,
        external_id=key,
        turns=tuple(turns),
        metadata=replace(facts, started_at=facts.started_at or first_moment(turns)),
    )


def _conversations(document: Any) -> list[_Found]:
    if isinstance(document, list):
        records = _records(document)
        if records:
            return _grouped(records)
        each = [found for part in document if (found := _inside(part, _DEPTH)) is not None]
        return each if len(each) * 2 >= len(document) else []
    if not isinstance(document, dict):
        return []
    single = _inside(document, 0)
    if single is not None:
        return [single]
    values = list(document.values())
    by_key = [
        replace(found, key=str(key))
        for key, value in document.items()
        if isinstance(value, dict | list) and (found := _inside(value, 1)) is not None
    ]
    if len(by_key) >= 2 and len(by_key) * 2 >= len(values):
        return by_key
    for value in values:
        if isinstance(value, list) and (inner := _conversations(value)):
            return inner
    deep = _inside(document, _DEPTH)
    return [deep] if deep is not None else []


def _inside(node: Any, depth: int) -> _Found | None:
    """The longest list of turns in a node or a few levels below, with what stands around it."""
    if isinstance(node, list):
        records = _records(node)
        return _Found(head={}, records=tuple(records)) if records else None
    if not isinstance(node, dict):
        return None
    lists = [(records, value) for value in node.values() if (records := _records(value))]
    if lists:
        longest = max(lists, key=lambda pair: len(pair[0]))
        head = {key: value for key, value in node.items() if value is not longest[1]}
        return _Found(head=head, records=tuple(longest[0]))
    written = _written(node)
    if written is not None or depth == 0:
        return written
    for child in node.values():
        if isinstance(child, dict) and (found := _inside(child, depth - 1)) is not None:
            return replace(found, head={**node, **found.head})
    return None


def _written(node: dict[str, Any]) -> _Found | None:
    """A field that holds a whole conversation as text."""
    for key, value in node.items():
        if isinstance(value, str) and len(value) > 20 and (turns := turns_of_text(value)):
            head = {name: part for name, part in node.items() if name != key}
            return _Found(head=head, written=tuple(turns))
        lines = [line for line in sequence(value) if isinstance(line, str)]
        if len(lines) >= 2 and (turns := turns_of_text("\n".join(lines))):
            head = {name: part for name, part in node.items() if name != key}
            return _Found(head=head, written=tuple(turns))
    return None


def _records(value: Any) -> list[Record]:
    """The rows of a list that looks like turns, else an empty list."""
    pairs = list(_pairs(value))
    if pairs:
        return pairs
    rows: list[Record] = _opened(value) or [flat(row) for row in objects(value)]
    if not rows or len(rows) * 2 < len(sequence(value)):
        return []
    fields = fields_of(_names(rows))
    if fields is None or not (fields.speakers or fields.channel or fields.start):
        return []
    spoken = sum(1 for row in rows if isinstance(row.get(fields.text), str))
    return rows if spoken * 2 >= len(rows) else []


def _opened(value: Any) -> list[Record]:
    """Sentences with times inside of channels or speakers without, each with what is around it."""
    opened: list[Record] = []
    for row in objects(value):
        inner = next(
            (
                objects(part)
                for key, part in row.items()
                if level(key) in _SENTENCES and objects(part)
            ),
            [],
        )
        outer = {key: part for key, part in row.items() if isinstance(part, str | int)}
        own = fields_of(list(outer))
        if not inner or (own is not None and (own.start or own.time)):
            return []
        fields = fields_of(list(inner[0]))
        if fields is None or fields.start is None:
            return []
        opened += [{**outer, fields.text: None, **flat(sentence)} for sentence in inner]
    return opened


def _pairs(value: Any) -> Iterator[Record]:
    """[["agent", "Hello"], ["customer", "Hi"]]"""
    pairs = [p for p in sequence(value) if isinstance(p, list) and len(p) == 2]
    if len(pairs) < 2 or len(pairs) != len(sequence(value)):
        return
    if all(isinstance(part, str) for pair in pairs for part in pair) and any(
        role_of(pair[0]) for pair in pairs
    ):
        yield from ({"speaker": pair[0], "text": pair[1]} for pair in pairs)


def _names(rows: Sequence[Record]) -> list[str]:
    return list(dict.fromkeys(str(name) for row in rows[:200] for name in row))


def _grouped(records: Sequence[Record]) -> list[_Found]:
    """Rows of several conversations in one list, told apart by their conversation's id."""
    key = find("conversation", _names(records))
    groups: dict[str | None, list[Record]] = {}
    for record in records:
        groups.setdefault(text(record.get(key)) if key else None, []).append(record)
    if len(groups) > 1 and len(groups) == len(records):
        groups = {None: list(records)}
    return [_Found(head={}, records=tuple(rows), key=name) for name, rows in groups.items()]
