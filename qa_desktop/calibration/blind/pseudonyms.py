"""An interaction with nobody's name: what goes into a calibration package, as JSON.

The format "qa-calibration-content/1", in the canonical form of RFC 8785:

    {"format", "pseudonym", "kind", "language", "duration_ms", "began_ms", "turns", "events"}
    turn: {"role", "person", "text", "internal", "start_ms", "end_ms", "sent_ms", "files",
           "words": [[text, start_ms, end_ms], ...]}
    event: {"at_ms", "actor", "field", "old", "new"}

`person` counts the people of one role, 1 the first who speaks; `actor` and people among the values
are "agent:2". Moments are milliseconds after the first of the interaction, so that gaps are exact
and dates are gone. `files` are the extensions of what was attached, nothing else of it. The texts
are as the team corrected them, with the names of everybody known masked (see masking.py).
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import rfc8785

from qa_desktop.calibration.blind.masking import Masker, with_mask
from qa_desktop.interactions.model import InteractionDetail, Kind, Role, TicketEvent, Turn, Word

FORMAT = "qa-calibration-content/1"
EPOCH = datetime(1990, 1, 1, tzinfo=UTC)
LAST_MOMENT = datetime(1999, 12, 31, tzinfo=UTC)
"""Every copy begins at `EPOCH` and ends before this: long before any interaction was recorded, so
that what counts from it is known by that."""

_WORDS = {Kind.RECORDING: "call", Kind.CHAT: "chat", Kind.TICKET: "ticket"}
_PSEUDONYM = re.compile(r"(call|chat|ticket)-([1-9][0-9]{0,3})")
_PERSON = re.compile(r"(agent|customer|bot|system|other):([1-9][0-9]{0,3})")

# Fields of a ticket's history whose values are people, and those whose values say what happened.
# fmt: off
_PEOPLE = frozenset((
    "agent", "agent_id", "assign", "assignee", "assignee_id", "assignment", "cc", "ccs",
    "collaborator_ids", "email_cc_ids", "follower_ids", "memberjoin", "memberleave", "owner",
    "owner_id", "requester", "requester_id", "submitter", "submitter_id", "user_id",
))
_PLAIN = frozenset((
    "close", "note_and_reopen", "open", "priority", "rating", "satisfaction_score", "snoozed",
    "state", "status", "ticket_status", "type", "unsnoozed", "状态", "优先级",
))
# fmt: on
_LONGEST_VALUE = 60
_ADDRESS_OR_NUMBER = re.compile(r"@|://|\d(?:[\s.\-()/]*\d){4}")
_LONGEST_EXTENSION = 8


def pseudonym_of(kind: Kind, number: int) -> str:
    """ "call-1"; `number` counts the interactions of that kind in the session."""
    return f"{_WORDS[kind]}-{number}"


def parted(pseudonym: str) -> tuple[Kind, int] | None:
    """ "chat-2" as what it stands for; None for what is no pseudonym."""
    found = _PSEUDONYM.fullmatch(pseudonym)
    if found is None:
        return None
    kinds = {word: kind for kind, word in _WORDS.items()}
    return kinds[found[1]], int(found[2])


def is_pseudonym(text: str) -> bool:
    return parted(text) is not None


def person_of(text: str) -> tuple[Role, int] | None:
    """ "agent:2" as role and number; None for anything else."""
    found = _PERSON.fullmatch(text)
    return None if found is None else (Role(found[1]), int(found[2]))


def blank(detail: InteractionDetail, pseudonym: str, names: Iterable[str] = ()) -> bytes:
    """The content of a package's interaction.

    `names`: more names to mask than the interaction tells, as those of the team.
    """
    known = _People(detail)
    masker = Masker((*known.names, *names))
    begin = _beginning(detail)

    def since(moment: datetime | None) -> int | None:
        if moment is None or begin is None:
            return None
        return (moment - begin) // timedelta(milliseconds=1)

    interaction = detail.interaction
    content = {
        "format": FORMAT,
        "pseudonym": pseudonym,
        "kind": interaction.kind.value,
        "language": _language(interaction.metadata.language),
        "duration_ms": interaction.duration_ms,
        "began_ms": since(interaction.metadata.started_at),
        "turns": [
            _turn(turn, known, masker, since(turn.sent_at))
            for turn in sorted(detail.turns, key=lambda turn: turn.position)
        ],
        "events": [
            _event(event, known, masker, since(event.at))
            for event in sorted(detail.events, key=lambda event: event.position)
        ],
    }
    return rfc8785.dumps(content)


def _beginning(detail: InteractionDetail) -> datetime | None:
    moments = [turn.sent_at for turn in detail.turns]
    moments += [event.at for event in detail.events]
    if any(moments):
        moments.append(detail.interaction.metadata.started_at)
    return min((moment for moment in moments if moment is not None), default=None)


def _language(said: str | None) -> str | None:
    """As far as it is a code ("zh-CN"), and no remark of somebody."""
    return said if said and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", said) else None


class _People:
    """Who takes part, by role and number; two spellings of one person are told by the ids."""

    def __init__(self, detail: InteractionDetail) -> None:
        facts = detail.interaction.metadata
        self._agent = tuple(filter(None, (facts.agent_id, facts.agent_name)))
        self._customer = facts.customer_ref
        self._pairs = {
            key: name
            for event in detail.events
            for key, name in ((event.old, event.old_name), (event.new, event.new_name))
            if key and name and event.field.casefold() in _PEOPLE
        }
        self._numbers: dict[tuple[Role, str], int] = {}
        self._roles: dict[str, Role] = {}
        for turn in sorted(detail.turns, key=lambda turn: turn.position):
            self.number(turn)
        self.names = tuple(self._all_names(detail))

    def _all_names(self, detail: InteractionDetail) -> Iterable[str]:
        yield from self._agent
        if self._customer:
            yield self._customer
        for turn in detail.turns:
            speaker = turn.speaker.name if turn.speaker else None
            yield from filter(None, (turn.author, turn.imported_author, speaker))
        for event in detail.events:
            yield from filter(None, (event.actor,))
            if event.field.casefold() in _PEOPLE:
                yield from filter(None, (event.old, event.new, event.old_name, event.new_name))

    def number(self, turn: Turn) -> int:
        """Which of the people of its role says this turn."""
        who = self._who(turn.author or "", turn.role)
        if who:
            self._roles.setdefault(who, turn.role)
        return self._number(turn.role, who)

    def token(self, said: str | None) -> str | None:
        """ "agent:2" for an actor or another person that the history names by name or id."""
        if not said:
            return None
        if person_of(said) is not None:
            return said
        if said.casefold() in ("-1", "system"):
            return f"{Role.SYSTEM}:1"
        for role in (Role.AGENT, Role.CUSTOMER, Role.OTHER):
            who = self._who(said, role)
            known = self._roles.get(who)
            if known is not None:
                return f"{known}:{self._number(known, who)}"
        who = self._pairs.get(said, said)
        role = Role.AGENT if who in self._agent else Role.OTHER
        who = self._who(who, role)
        self._roles[who] = role
        return f"{role}:{self._number(role, who)}"

    def _who(self, said: str, role: Role) -> str:
        said = self._pairs.get(said, said)
        if role is Role.AGENT and (not said or said in self._agent):
            return self._agent[-1] if self._agent else ""
        return said

    def _number(self, role: Role, who: str) -> int:
        if (role, who) not in self._numbers:
            taken = sum(1 for other, _ in self._numbers if other is role)
            self._numbers[role, who] = taken + 1
        return self._numbers[role, who]


def _turn(turn: Turn, known: _People, masker: Masker, sent_ms: int | None) -> dict[str, Any]:
    spans = masker.spans(turn.text)
    return {
        "role": turn.role.value,
        "person": known.number(turn),
        "text": with_mask(turn.text, spans),
        "internal": turn.internal,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "sent_ms": sent_ms,
        "files": [_extension(name) for name in turn.attachments],
        "words": [
            [word.text, word.start_ms, word.end_ms] for word in _masked_words(turn, spans, masker)
        ],
    }


def _masked_words(turn: Turn, spans: list[tuple[int, int]], masker: Masker) -> list[Word]:
    """A name of several words is one masked word, said for as long as they are."""
    words: list[Word] = []
    held: tuple[int, int] | None = None
    at = 0
    for word in turn.words:
        found = turn.text.find(word.text, at)
        if found < 0:
            words.append(
                Word(text=masker.masked(word.text), start_ms=word.start_ms, end_ms=word.end_ms)
            )
            held = None
            continue
        start, at = found, found + len(word.text)
        touched = [span for span in spans if span[0] < at and span[1] > start]
        if held is not None and touched and start < held[1]:
            # It goes on with the name that the word before began.
            start = held[0]
            before = words.pop()
            word = Word(text=word.text, start_ms=before.start_ms, end_ms=word.end_ms)
        words.append(
            Word(
                text=with_mask(turn.text, spans, start, at),
                start_ms=word.start_ms,
                end_ms=word.end_ms,
            )
        )
        held = (start, touched[-1][1]) if touched else None
    return words


def _event(event: TicketEvent, known: _People, masker: Masker, at_ms: int | None) -> dict[str, Any]:
    field = event.field.casefold()

    def value(said: str | None, name: str | None) -> str | None:
        if field in _PEOPLE:
            return known.token(said or name)
        text = masker.masked(name or said or "")
        if field in _PLAIN:
            return text[:_LONGEST_VALUE] or None
        plain = len(text) <= _LONGEST_VALUE and not _ADDRESS_OR_NUMBER.search(text)
        return (text or None) if plain else None

    return {
        "at_ms": at_ms,
        "actor": known.token(event.actor),
        "field": masker.masked(event.field)[:_LONGEST_VALUE],
        "old": value(event.old, event.old_name),
        "new": value(event.new, event.new_name),
    }


def _extension(name: str) -> str:
    """ "pdf"; "" where there is none that says a kind."""
    path = urlsplit(name).path if "://" in name else name
    suffix = PurePosixPath(path.replace("\\", "/")).suffix[1:].lower()
    plain = suffix.isascii() and suffix.isalnum() and len(suffix) <= _LONGEST_EXTENSION
    return suffix if plain else ""


def file_names(extensions: Iterable[str]) -> tuple[str, ...]:
    """What attachments are called in a copy: by number, in the order of the turn."""
    return tuple(
        f"{number}.{extension}" if extension else str(number)
        for number, extension in enumerate(extensions, start=1)
    )


def numbered(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The pseudonyms of a session's interactions, in their order."""
    counts: dict[Kind, int] = {}
    names = []
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
        names.append(pseudonym_of(kind, counts[kind]))
    return tuple(names)
