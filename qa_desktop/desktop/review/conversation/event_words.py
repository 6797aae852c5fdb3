"""A ticket's changes in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qa_desktop.calibration.blind.pseudonyms import person_of
from qa_desktop.desktop.review.conversation.conversation import EventRow
from qa_desktop.desktop.review.conversation.moments import clock_words, moment_words
from qa_desktop.desktop.review.words import is_machine_id, short_name, speaker_words
from qa_desktop.interactions.model import TicketEvent
from qa_desktop.interactions.ticket_history import Standing, standing_of

_PEOPLE = frozenset(
    ("assignee_id", "assignee", "requester_id", "submitter_id", "assignment", "assign", "owner")
)
_STATUS = frozenset(("status", "state", "ticket_status"))
_LEAST_ID, _LONGEST_VALUE = 3, 160


@dataclass(frozen=True, slots=True)
class EventLine:
    """`icon` and `tone` of the theme; `strong` for what a reviewer looks for."""

    text: str
    icon: str
    tone: str
    strong: bool = False


def event_line(row: EventRow, names: Mapping[str, str], *, dated: bool) -> EventLine:
    """`names` are people's by id; `dated`: with the day, where no row tells it."""
    parts = [change_words(event, names) for event in row.events]
    first = row.events[0]
    actor = person_words(first.actor or "", names)
    if actor:
        parts.append(actor)
    if first.at is not None:
        moment = moment_words if dated else clock_words
        parts.append(moment(first.at))
    if row.reopened:
        reopened = QCoreApplication.translate("Review", "Reopened")
        return EventLine(" · ".join([reopened, *parts]), "rotate-ccw", "caution", strong=True)
    if row.over:
        return EventLine(" · ".join(parts), "circle-check", "good")
    icon = "user" if any(e.field.casefold() in _PEOPLE for e in row.events) else "history"
    return EventLine(" · ".join(parts), icon, "muted")


def change_words(event: TicketEvent, names: Mapping[str, str]) -> str:
    """Status: Open → Solved; Assignee: Ann."""
    field = field_word(event.field)
    old = event.old_name or value_words(event.field, event.old, names)
    new = event.new_name or value_words(event.field, event.new, names)
    if old:
        text = QCoreApplication.translate("ConversationView", "{0}: {1} → {2}")
        return text.format(field, old, new or "–")
    if not new:
        return field
    return QCoreApplication.translate("ConversationView", "{0}: {1}").format(field, new)


def value_words(field: str, value: str | None, names: Mapping[str, str]) -> str:
    """What a field holds, as people say it; values of one's own stay as they are."""
    said = " ".join((value or "").split())
    if not said:
        return ""
    folded = field.casefold()
    if folded in _PEOPLE:
        return person_words(said, names)
    if folded in _STATUS:
        standing = standing_of(
            TicketEvent(position=0, at=None, actor=None, field=folded, old=None, new=said)
        )
        return standing_word(standing or Standing.OTHER, said)
    known = {
        "low": QCoreApplication.translate("Review", "Low"),
        "normal": QCoreApplication.translate("Review", "Normal"),
        "high": QCoreApplication.translate("Review", "High"),
        "urgent": QCoreApplication.translate("Review", "Urgent"),
    }
    if folded == "priority":
        return known.get(said.casefold(), said)
    return said if len(said) <= _LONGEST_VALUE else f"{said[:_LONGEST_VALUE]}…"


def standing_word(standing: Standing, said: str) -> str:
    """`said`: the help desk's own word, where it is none of the usual ones."""
    words = {
        Standing.NEW: QCoreApplication.translate("Review", "New"),
        Standing.OPEN: QCoreApplication.translate("Review", "Open"),
        Standing.PENDING: QCoreApplication.translate("Review", "Pending"),
        Standing.HOLD: QCoreApplication.translate("Review", "On hold"),
        Standing.SOLVED: QCoreApplication.translate("Review", "Solved"),
        Standing.CLOSED: QCoreApplication.translate("Review", "Closed"),
    }
    return words.get(standing, said)


def person_words(said: str, names: Mapping[str, str]) -> str:
    """A name; a number that the export explains nowhere is at least told to be somebody's."""
    if said in names:
        return names[said]
    counted = person_of(said)
    if counted is not None:
        role, number = counted
        return speaker_words(role, None if number == 1 else str(number))
    if said in ("-1", "system"):
        return QCoreApplication.translate("Review", "System")
    if _is_id(said):
        return QCoreApplication.translate("Review", "User {0}").format(short_name(said))
    return said


def people_names(pairs: Sequence[tuple[str | None, str | None]]) -> Mapping[str, str]:
    """Names by id, as far as both are known."""
    return {key: name for key, name in pairs if key and name and key != name}


def _is_id(said: str) -> bool:
    return is_machine_id(said) or (said.isdecimal() and len(said) >= _LEAST_ID)


def field_word(field: str) -> str:
    """A ticket's field as people call it; fields of one's own keep their names."""
    known = {
        "status": QCoreApplication.translate("Review", "Status"),
        "priority": QCoreApplication.translate("Review", "Priority"),
        "assignee_id": QCoreApplication.translate("Review", "Assignee"),
        "assignee": QCoreApplication.translate("Review", "Assignee"),
        "assignment": QCoreApplication.translate("Review", "Assignee"),
        "assign": QCoreApplication.translate("Review", "Assignee"),
        "requester_id": QCoreApplication.translate("Review", "Requester"),
        "submitter_id": QCoreApplication.translate("Review", "Submitter"),
        "group_id": QCoreApplication.translate("Review", "Group"),
        "type": QCoreApplication.translate("Review", "Type"),
        "subject": QCoreApplication.translate("Review", "Subject"),
        "tags": QCoreApplication.translate("Review", "Tags"),
        "close": QCoreApplication.translate("Review", "Closed"),
        "open": QCoreApplication.translate("Review", "Opened"),
        "note_and_reopen": QCoreApplication.translate("Review", "Opened again with a note"),
        "snoozed": QCoreApplication.translate("Review", "Snoozed"),
        "unsnoozed": QCoreApplication.translate("Review", "Woken"),
        "memberjoin": QCoreApplication.translate("Review", "Joined"),
        "memberleave": QCoreApplication.translate("Review", "Left"),
        "rating": QCoreApplication.translate("Review", "Rating"),
    }
    return known.get(field.casefold(), field)
