"""Reads the content of a package's interaction, which somebody else wrote."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from qa_desktop.calibration.blind.pseudonyms import EPOCH, FORMAT, LAST_MOMENT, file_names
from qa_desktop.calibration.files.fields import Fields, Paper
from qa_desktop.interactions.model import Kind, Role, TicketEvent, Turn, Word

MOST_CONTENT_BYTES = 64 * 1024**2
_MOST_TURNS = 100_000
_MOST_WORDS = 100_000
_MOST_EVENTS = 100_000
_MOST_FILES = 1_000
_MOST_TEXT = 4_000_000
_MOST_FIELD = 60
_MOST_PERSON = 9_999
_MOST_MS = (LAST_MOMENT - EPOCH) // timedelta(milliseconds=1)
_LANGUAGE = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_PERSON = r"(?:agent|customer|bot|system|other):[1-9][0-9]{0,3}"
_EXTENSION = r"[a-z0-9]{0,8}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is graded. Authors are None for the first of a role and "2", "3" for the others;
    `began_at` is None or the moment it began, moments count from `pseudonyms.EPOCH`.
    """

    pseudonym: str
    kind: Kind
    language: str | None
    duration_ms: int | None
    began_at: datetime | None
    turns: tuple[Turn, ...]
    events: tuple[TicketEvent, ...]


def read_content(data: bytes) -> Content:
    """Raises ProblemError calibration.package_damaged, .package_newer, .file_too_large."""
    said = Fields.of_bytes(Paper.PACKAGE, data, MOST_CONTENT_BYTES)
    said.format(FORMAT)
    content = Content(
        pseudonym=said.text("pseudonym", r"(?:call|chat|ticket)-[1-9][0-9]{0,3}"),
        kind=said.choice("kind", Kind),
        language=None if said.is_none("language") else said.text("language", _LANGUAGE),
        duration_ms=_ms(said, "duration_ms"),
        began_at=_moment(said, "began_ms"),
        turns=tuple(
            _turn(part, position) for position, part in enumerate(said.tables("turns", _MOST_TURNS))
        ),
        events=tuple(
            _event(part, position)
            for position, part in enumerate(said.tables("events", _MOST_EVENTS))
        ),
    )
    said.end()
    return content


def _turn(said: Fields, position: int) -> Turn:
    role = said.choice("role", Role)
    person = said.whole("person", 1, _MOST_PERSON)
    internal = said.raw("internal")
    if not isinstance(internal, bool):
        said.fail("internal")
    turn = Turn(
        position=position,
        role=role,
        author=None if person == 1 else str(person),
        text=_text(said, "text", _MOST_TEXT),
        internal=internal,
        start_ms=_ms(said, "start_ms"),
        end_ms=_ms(said, "end_ms"),
        sent_at=_moment(said, "sent_ms"),
        attachments=file_names(_extensions(said)),
        words=_words(said),
    )
    said.end()
    return turn


def _extensions(said: Fields) -> list[str]:
    files = _list(said, "files", _MOST_FILES)
    return [Fields(said.paper, {"file": file}).text("file", _EXTENSION) for file in files]


def _words(said: Fields) -> tuple[Word, ...]:
    words = []
    for part in _list(said, "words", _MOST_WORDS):
        if not isinstance(part, list) or len(part) != len(("text", "start_ms", "end_ms")):
            said.fail("words")
        one = Fields(said.paper, dict(zip(("text", "start_ms", "end_ms"), part, strict=True)))
        words.append(
            Word(
                text=_text(one, "text", _MOST_TEXT),
                start_ms=one.whole("start_ms", -_MOST_MS, _MOST_MS),
                end_ms=one.whole("end_ms", -_MOST_MS, _MOST_MS),
            )
        )
    return tuple(words)


def _event(said: Fields, position: int) -> TicketEvent:
    event = TicketEvent(
        position=position,
        at=_moment(said, "at_ms"),
        actor=None if said.is_none("actor") else said.text("actor", _PERSON),
        field=_text(said, "field", _MOST_FIELD),
        old=_value(said, "old"),
        new=_value(said, "new"),
    )
    said.end()
    return event


def _value(said: Fields, name: str) -> str | None:
    return None if said.is_none(name) else _text(said, name, _MOST_FIELD)


def _text(said: Fields, name: str, most: int) -> str:
    """Without the zero character, at which SQLite takes a text to end."""
    text = said.raw(name)
    if not isinstance(text, str) or len(text) > most or "\0" in text:
        said.fail(name)
    return text


def _list(said: Fields, name: str, most: int) -> list[Any]:
    value = said.raw(name)
    if not isinstance(value, list) or len(value) > most:
        said.fail(name)
    return value


def _ms(said: Fields, name: str) -> int | None:
    return None if said.is_none(name) else said.whole(name, -_MOST_MS, _MOST_MS)


def _moment(said: Fields, name: str) -> datetime | None:
    if said.is_none(name):
        return None
    at_ms = said.whole(name, 0, _MOST_MS)
    return EPOCH + timedelta(milliseconds=at_ms)
