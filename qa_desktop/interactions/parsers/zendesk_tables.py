"""A Zendesk export as CSV tables: tickets joined with comments, chats, users and history."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from qa_desktop.interactions.model import Kind, Metadata, Role, TicketEvent, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.exported_tables import Export, by_id, grouped, is_true
from qa_desktop.interactions.parsers.json_values import mapping, objects, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.tables import Row, Table
from qa_desktop.interactions.parsers.timecodes import moment
from qa_desktop.interactions.parsers.turns import arrange
from qa_desktop.interactions.parsers.zendesk_roles import PEOPLE, SATISFACTION, role_of_user

MAIN = "ticket"
_TICKET_COLUMNS = frozenset(("id", "requester_id", "subject", "status", "created_at"))
_SIDE_TABLES = {
    "ticket_comment": frozenset(("body", "ticket_id", "user_id", "public")),
    "ticket_field_history": frozenset(("field_name", "ticket_id", "value", "updated")),
    "ticket_chat_event": frozenset(("chat_id", "actor_id", "message")),
    "ticket_chat": frozenset(("chat_id", "ticket_id", "visitor_id")),
    "ticket_tag": frozenset(("tag", "ticket_id")),
    "satisfaction_rating": frozenset(("ticket_id", "score", "assignee_id")),
    "user": frozenset(("id", "email", "role", "time_zone", "restricted_agent")),
    "group": frozenset(("id", "name", "url", "_fivetran_deleted")),
}


def recognises(columns: Sequence[str]) -> bool:
    return set(columns) >= _TICKET_COLUMNS


def side_table(columns: Sequence[str]) -> str | None:
    """The table of the same export that these columns belong to."""
    have = set(columns)
    return next((name for name, needed in _SIDE_TABLES.items() if needed <= have), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    users: Mapping[str, Row]
    groups: Mapping[str, Row]
    comments: Mapping[str, list[Row]]
    history: Mapping[str, list[Row]]
    tags: Mapping[str, list[Row]]
    chats: Mapping[str, list[Row]]
    chat_events: Mapping[str, list[Row]]
    ratings: Mapping[str, list[Row]]

    def user_name(self, identity: str | None) -> str | None:
        row = self.users.get(identity or "")
        return row.get("name") if row else None

    def name_of(self, field: str, value: str | None) -> str | None:
        """Of the person or group that a field's id stands for."""
        if field in PEOPLE:
            return self.user_name(value)
        row = self.groups.get(value or "") if field == "group_id" else None
        return row.get("name") if row else None


def read(source: Source, table: Table) -> ParsedFile:
    """Every ticket, and conversations whose ticket is missing from the export."""
    export = Export(source, MAIN)
    tables = _Tables(
        users=by_id(export.rows("user")),
        groups=by_id(export.rows("group")),
        comments=grouped(export.rows("ticket_comment"), "ticket_id"),
        history=grouped(export.rows("ticket_field_history"), "ticket_id"),
        tags=grouped(export.rows("ticket_tag"), "ticket_id"),
        chats=grouped(export.rows("ticket_chat"), "ticket_id"),
        chat_events=grouped(export.rows("ticket_chat_event"), "chat_id"),
        ratings=grouped(export.rows("satisfaction_rating"), "ticket_id"),
    )
    tickets = {key: row for row in table.rows if (key := row.get("id")) is not None}
    chat_tickets = _tickets_of_chats(tables, tickets)
    conversations: list[Conversation] = []
    for key, row in tickets.items():
        conversations += _conversation(key, row, tables, chat_tickets)
    orphans = [key for key in tables.comments if key not in tickets]
    for key in orphans:
        conversations += _conversation(key, None, tables, chat_tickets)
    conversations += _chats_without_ticket(tables, chat_tickets)
    if orphans:
        export.problems.append(source.problem("tickets_missing", {"count": len(orphans)}))
    if not conversations:
        raise source.refusal("no_words")
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="zendesk tables",
        conversations=tuple(conversations),
        problems=(*table.problems, *export.problems),
        read_also=tuple(export.read_also),
    )


def _moment(value: str | None) -> datetime | None:
    """The export's times are UTC without saying so."""
    return moment(value, UTC)


def _tickets_of_chats(tables: _Tables, tickets: Mapping[str, Row]) -> dict[str, str]:
    """The ticket that shows a chat: one that is in the export where there are several."""
    owners: dict[str, str] = {}
    for ticket, rows in tables.chats.items():
        for row in rows:
            chat = row.get("chat_id")
            if chat and ticket in tickets and chat not in owners:
                owners[chat] = ticket
    return owners


def _conversation(
    key: str, row: Row | None, tables: _Tables, chat_tickets: Mapping[str, str]
) -> list[Conversation]:
    requester = row.get("requester_id") if row else None
    comments = tables.comments.get(key, [])
    turns = [_comment(c, tables, requester) for c in comments]
    if row is not None and not _has_description(row, comments):
        turns.append(_description(row, tables))
    for chat, owner in chat_tickets.items():
        if owner == key:
            turns += [_chat_event(e, tables) for e in tables.chat_events.get(chat, [])]
    arranged = arrange(turns)
    if not arranged:
        return []
    return [
        Conversation(
            kind=Kind.TICKET,
            title=(row.get("subject") if row else None) or f"#{key}",
            external_id=key,
            turns=arranged,
            events=_events(tables.history.get(key, []), tables),
            metadata=_metadata(key, row, tables, arranged),
        )
    ]


def _has_description(row: Row, comments: Sequence[Row]) -> bool:
    """Zendesk repeats a ticket's description as its first comment."""
    description = row.get("description")
    created = row.get("created_at") or ""
    return description is None or any(
        c.get("body") == description or (c.get("created") or "~")[:16] <= created[:16]
        for c in comments
    )


def _description(row: Row, tables: _Tables) -> Turn:
    submitter = row.get("submitter_id") or row.get("requester_id")
    return Turn(
        position=0,
        role=role_of_user(_role(tables, submitter), submitter, row.get("requester_id")),
        author=tables.user_name(submitter),
        text=row.get("description") or "",
        sent_at=_moment(row.get("created_at")),
    )


def _comment(row: Row, tables: _Tables, requester: str | None) -> Turn:
    user = row.get("user_id")
    return Turn(
        position=0,
        role=role_of_user(_role(tables, user), user, requester),
        author=tables.user_name(user) or user,
        text=row.get("body") or "",
        sent_at=_moment(row.get("created") or row.get("created_at")),
        internal=is_true(row.get("public")) is False,
    )


def _role(tables: _Tables, user: str | None) -> str | None:
    row = tables.users.get(user or "")
    return row.get("role") if row else None


def _chat_event(row: Row, tables: _Tables) -> Turn:
    actor = row.get("actor_id") or ""
    original = _original(row.get("original_message"))
    said = row.get("message") or original[0]
    kind, _, identity = actor.rpartition(":")
    if actor.startswith("__"):
        role = Role.SYSTEM
    elif kind == "agent" and identity:
        role = Role.AGENT
    elif identity in tables.users:
        role = role_of_user(_role(tables, identity), identity, None)
    else:
        role = original[1]
    file = row.get("filename") or row.get("url")
    return Turn(
        position=0,
        role=role,
        author=tables.user_name(identity) or identity.strip("_") or None,
        text=said or "",
        sent_at=_moment(row.get("created_at")),
        attachments=(file,) if file else (),
    )


def _original(message: str | None) -> tuple[str | None, Role]:
    """Text and role out of the messaging platform's own record of a message."""
    try:
        tree = mapping(json.loads(message)) if message else {}
    except (ValueError, RecursionError):
        return None, Role.OTHER
    content = mapping(tree.get("content"))
    said = text(mapping(content.get("text")).get("text"))
    labels = [text(f.get("label")) for f in objects(mapping(content.get("form")).get("fields"))]
    if said is None and any(labels):
        said = ", ".join(label for label in labels if label)
    author = text(mapping(tree.get("author")).get("type"))
    bot = text(mapping(tree.get("source")).get("type")) == "zd:answerBot"
    role = Role.BOT if bot else {"BUSINESS": Role.AGENT, "USER": Role.CUSTOMER}.get(author or "")
    return said, role or Role.OTHER


def _chats_without_ticket(tables: _Tables, chat_tickets: Mapping[str, str]) -> list[Conversation]:
    found: list[Conversation] = []
    for chat, rows in tables.chat_events.items():
        turns = (
            arrange(_chat_event(row, tables) for row in rows) if chat not in chat_tickets else ()
        )
        if turns:
            started = turns[0].sent_at
            found.append(
                Conversation(
                    kind=Kind.CHAT,
                    title=chat,
                    external_id=chat,
                    turns=turns,
                    metadata=Metadata(started_at=started),
                )
            )
    return found


def _events(rows: Sequence[Row], tables: _Tables) -> tuple[TicketEvent, ...]:
    """The history in time's order, each change with the value it replaced."""
    last: dict[str, str | None] = {}
    events: list[TicketEvent] = []
    for row in sorted(rows, key=lambda r: r.get("updated") or ""):
        name = row.get("field_name") or ""
        value = row.get("value")
        user = row.get("user_id")
        events.append(
            TicketEvent(
                position=len(events),
                at=_moment(row.get("updated")),
                actor=tables.user_name(user) or user,
                field=name,
                old=last.get(name),
                new=value,
                old_name=tables.name_of(name, last.get(name)),
                new_name=tables.name_of(name, value),
            )
        )
        last[name] = value
    return tuple(events)


def _metadata(key: str, row: Row | None, tables: _Tables, turns: Sequence[Turn]) -> Metadata:
    score = next((r.get("score") for r in tables.ratings.get(key, []) if r.get("score")), None)
    tags = dict.fromkeys(tag for r in tables.tags.get(key, []) if (tag := r.get("tag")))
    if row is None:
        return Metadata(tags=tuple(tags), started_at=turns[0].sent_at)
    assignee, group = row.get("assignee_id"), tables.groups.get(row.get("group_id") or "")
    submitted_by = _role(tables, row.get("submitter_id"))
    outbound = submitted_by in ("agent", "admin") and row.get("submitter_id") != row.get(
        "requester_id"
    )
    return Metadata(
        agent_id=assignee,
        agent_name=tables.user_name(assignee),
        team=group.get("name") if group else None,
        customer_ref=row.get("requester_id"),
        direction="outbound" if outbound else "inbound",
        started_at=_moment(row.get("created_at")),
        tags=tuple(tags),
        csat=SATISFACTION.get(score or ""),
    )
