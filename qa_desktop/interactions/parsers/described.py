"""Reads files by an import profile."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.model import Metadata, Role, TicketEvent, Turn, Word
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.json_values import count, mapping, number, sequence, text
from qa_desktop.interactions.parsers.labelled_text import turns_of_text
from qa_desktop.interactions.parsers.records import first_moment
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import author_of, role_of
from qa_desktop.interactions.parsers.spoken import timed_word
from qa_desktop.interactions.parsers.tables import Table
from qa_desktop.interactions.parsers.timecodes import (
    cue_ms,
    moment,
    moment_by,
    seconds_ms,
    whole_ms,
)
from qa_desktop.interactions.parsers.turns import arrange
from qa_desktop.interactions.profile_model import (
    EventRule,
    FactRule,
    Profile,
    TimeRule,
    TurnRule,
    WordRule,
    expression,
)


def profile_for_json(source: Source, document: Any, profiles: Sequence[Profile]) -> Profile | None:
    """The first profile all of whose expressions find something in the document."""
    for profile in profiles:
        if profile.columns or not profile.match or not _extension_fits(profile, source):
            continue
        if all(_search(rule, document) for rule in profile.match):
            return profile
    return None


def profile_for_table(
    source: Source, columns: Sequence[str], profiles: Sequence[Profile]
) -> Profile | None:
    """The first profile all of whose columns the table has."""
    for profile in profiles:
        fits = bool(profile.columns) and set(profile.columns) <= set(columns)
        if fits and _extension_fits(profile, source):
            return profile
    return None


def read_document(source: Source, document: Any, profile: Profile) -> ParsedFile:
    """A JSON document by a profile; raises ProblemError where no turn is found."""
    return _Described(source, profile, table=False).read(document)


def read_rows(source: Source, table: Table, profile: Profile) -> ParsedFile:
    """A table by a profile, each row a turn; raises ProblemError where no turn is found."""
    groups: dict[str, list[dict[str, str]]] = {}
    for row in table.rows:
        groups.setdefault(row.get(profile.group_by) or "", []).append(row.cells)
    described = _Described(source, profile, table=True)
    described.problems += table.problems
    return described.read(list(groups.values()))


def _extension_fits(profile: Profile, source: Source) -> bool:
    return not profile.extensions or source.name.lower().endswith(profile.extensions)


def _search(rule: str, node: Any) -> Any:
    """What an expression finds; None where it asks for a type that is not there."""
    try:
        return expression(rule).search(node, options=_OPTIONS)
    except (JMESPathError, TypeError, ValueError, RecursionError):
        return None


_OPTIONS = jmespath.Options(dict_cls=dict)


class _Described:
    """One file's reading; collects what had to be left out."""

    def __init__(self, source: Source, profile: Profile, *, table: bool) -> None:
        self.source = source
        self.profile = profile
        self.table = table
        self.problems: list[Problem] = []

    def read(self, document: Any) -> ParsedFile:
        form = f"profile {self.profile.name}"
        if self.profile.gives is Found.METADATA:
            return ParsedFile(
                kind_found=Found.METADATA,
                format=form,
                metadata=self._facts(document),
                external_id=self._external_id(document, None),
            )
        found = [self._conversation(node, key) for key, node in self._nodes(document)]
        kept = tuple(c for c in found if c.turns)
        if not kept:
            raise self.source.refusal("no_words")
        if len(kept) < len(found):
            empty = {"count": len(found) - len(kept)}
            self.problems.append(self.source.problem("conversations_empty", empty))
        if self.profile.gives is Found.TRANSCRIPT and len(kept) == 1:
            return ParsedFile(
                kind_found=Found.TRANSCRIPT,
                format=form,
                turns=kept[0].turns,
                metadata=kept[0].metadata,
                external_id=kept[0].external_id,
                problems=tuple(self.problems),
            )
        return ParsedFile(
            kind_found=Found.CONVERSATIONS,
            format=form,
            conversations=kept,
            problems=tuple(self.problems),
        )

    def _nodes(self, document: Any) -> list[tuple[str | None, Any]]:
        if self.table:
            return [(None, rows) for rows in document]
        if self.profile.by_key is not None:
            keyed = mapping(_search(self.profile.by_key, document))
            nodes: list[tuple[str | None, Any]] = [
                (str(key), node) for key, node in keyed.items() if self._has_turns(node)
            ]
            if nodes:
                return nodes
        if self.profile.conversations is None:
            return [(None, document)]
        return [(None, node) for node in sequence(_search(self.profile.conversations, document))]

    def _has_turns(self, node: Any) -> bool:
        rule = self.profile.turns
        where = rule.each or rule.labelled if rule else None
        return where is None or bool(_search(where, node))

    def _value(self, rule: str | None, node: Any) -> Any:
        if rule is None:
            return None
        if not self.table:
            return _search(rule, node)
        # Facts of a table's conversation stand in its first row.
        cells = node[0] if isinstance(node, list) else node
        return (cells.get(rule) or "").strip() or None

    def _conversation(self, node: Any, key: str | None) -> Conversation:
        turns = self._turns(node)
        facts = self._facts(node)
        external_id = self._external_id(node, key)
        heading = text(self._value(self.profile.heading, node))
        return Conversation(
            kind=self.profile.kind,
            title=heading or external_id or self.source.stem,
            external_id=external_id,
            turns=turns,
            events=self._events(node),
            metadata=replace(facts, started_at=facts.started_at or first_moment(turns)),
        )

    def _external_id(self, node: Any, key: str | None) -> str | None:
        return text(self._value(self.profile.external_id, node)) or key

    def _turns(self, node: Any) -> tuple[Turn, ...]:
        rule = self.profile.turns or TurnRule()
        if rule.labelled is not None:
            return arrange(turns_of_text(text(self._value(rule.labelled, node)) or ""))
        parts = node if self.table or rule.each is None else _search(rule.each, node)
        names = {role: text(self._value(at, node)) for role, at in rule.authors.items()}
        turns: list[Turn] = []
        unclear = 0
        for part in sequence(parts):
            if rule.keep is not None and not self._value(rule.keep, part):
                continue
            said = text(self._value(rule.text, part)) or ""
            if rule.drop_text is not None and re.fullmatch(rule.drop_text, said):
                continue
            turn = self._turn(rule, part, said, names)
            unclear += rule.start is not None and turn.start_ms is None
            turns.append(turn)
        if unclear:
            self.problems.append(self.source.problem("times_missing", {"count": unclear}))
        return arrange(turns)

    def _turn(self, rule: TurnRule, part: Any, said: str, names: Mapping[Role, str | None]) -> Turn:
        label = text(self._value(rule.speaker, part))
        role = rule.roles.get(label or "") or role_of(label) or Role.OTHER
        author = text(self._value(rule.author, part)) or names.get(role)
        if author is None and label not in rule.roles:
            author = author_of(label)
        start = self._offset(rule.start, part)
        end = self._offset(rule.end, part)
        length = self._offset(rule.duration, part)
        if end is None and start is not None and length is not None:
            end = start + length
        return Turn(
            position=0,
            role=role,
            author=author,
            text=said,
            start_ms=start,
            end_ms=None if end is not None and start is not None and end < start else end,
            sent_at=self._moment(rule.sent_at, part),
            words=self._words(rule.words, part, said, start),
            internal=_truth(self._value(rule.internal, part)),
            attachments=tuple(
                name
                for item in _listed(self._value(rule.attachments, part))
                if (name := text(item))
            ),
        )

    def _offset(self, rule: TimeRule | None, part: Any) -> int | None:
        if rule is None:
            return None
        value = self._value(rule.at, part)
        if rule.unit == "clock":
            return cue_ms(str(value))
        found = number(value)
        return whole_ms(found) if rule.unit == "ms" else seconds_ms(found)

    def _moment(self, rule: TimeRule | None, part: Any) -> datetime | None:
        return None if rule is None else _moment(self._value(rule.at, part), rule.unit)

    def _words(
        self, rule: WordRule | None, part: Any, said: str, start: int | None
    ) -> tuple[Word, ...]:
        if rule is None:
            return ()
        if rule.each is not None:
            found = [
                (
                    text(self._value(rule.text, w)),
                    self._offset(rule.start, w),
                    self._offset(rule.end, w),
                )
                for w in sequence(_search(rule.each, part))
            ]
            return tuple(
                timed_word(shown, begin, end)
                for shown, begin, end in found
                if shown and begin is not None and end is not None
            )
        words = said.split()
        offsets = [number(o) for o in sequence(self._value(rule.offsets, part))]
        lengths = [number(d) for d in sequence(self._value(rule.durations, part))]
        if start is None or not len(words) == len(offsets) == len(lengths):
            return ()
        return tuple(
            timed_word(shown, start + round(offset), start + round(offset + length))
            for shown, offset, length in zip(words, offsets, lengths, strict=True)
            if offset is not None and length is not None
        )

    def _events(self, node: Any) -> tuple[TicketEvent, ...]:
        events: list[TicketEvent] = []
        for rule in self.profile.events:
            actor = text(self._value(rule.actor, node))
            for part in sequence(self._value(rule.each, node)):
                events.append(self._event(rule, part, actor, len(events)))
        return tuple(events)

    def _event(self, rule: EventRule, part: Any, actor: str | None, position: int) -> TicketEvent:
        return TicketEvent(
            position=position,
            at=self._moment(rule.time, part),
            actor=actor,
            field=_shown(self._value(rule.field, part)) or "",
            old=_shown(self._value(rule.old, part)),
            new=_shown(self._value(rule.new, part)),
        )

    def _facts(self, node: Any) -> Metadata:
        found = {name: self._fact(rule, node) for name, rule in self.profile.facts.items()}
        named = {name: _shown(value) for name, value in found.items()}
        started = self._moment_fact("started_at", found)
        ended = self._moment_fact("ended_at", found)
        handle_time = number(found.get("handle_time_s"))
        if handle_time is None and started is not None and ended is not None:
            handle_time = max(0.0, (ended - started).total_seconds())
        return Metadata(
            agent_id=named.get("agent_id"),
            agent_name=named.get("agent_name"),
            team=named.get("team"),
            queue=named.get("queue"),
            customer_ref=named.get("customer_ref"),
            direction=named.get("direction"),
            started_at=started,
            language=named.get("language"),
            tags=tuple(
                dict.fromkeys(tag for item in _listed(found.get("tags")) if (tag := _shown(item)))
            ),
            csat=number(found.get("csat")),
            nps=number(found.get("nps")),
            handle_time_s=handle_time,
            transfers=count(found.get("transfers")),
        )

    def _moment_fact(self, name: str, found: Mapping[str, Any]) -> datetime | None:
        rule = self.profile.facts.get(name)
        return _moment(found.get(name), (rule.unit if rule else None) or "iso")

    def _fact(self, rule: FactRule, node: Any) -> Any:
        if rule.at is None:
            return rule.value
        value = self._value(rule.at, node)
        return rule.values.get(_shown(value) or "") if rule.values else value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _truth(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() in ("true", "t", "1", "yes", "y", "是")
    return bool(value)


def _shown(value: Any) -> str | None:
    """A value as a person reads it; truth as yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return text(value)


def _moment(value: Any, unit: str) -> datetime | None:
    if value is None:
        return None
    if "%" in unit:
        return moment_by(str(value), unit)
    return moment(number(value) if unit in ("unix", "s", "ms") else value)
