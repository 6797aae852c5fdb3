"""Zendesk's API and full JSON exports: tickets with comments and audits, and Zendesk Chat."""

from collections.abc import Mapping
from typing import Any

from qa_desktop.interactions.model import Kind, Metadata, Role, TicketEvent, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.files import files_of
from qa_desktop.interactions.parsers.json_values import first, mapping, objects, sequence, text
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.timecodes import moment
from qa_desktop.interactions.parsers.turns import arrange, plain_text
from qa_desktop.interactions.parsers.zendesk_roles import PEOPLE, SATISFACTION, role_of_user

_TICKET_KEYS = frozenset(("requester_id", "submitter_id", "requester", "submitter"))
_SENDERS = {"visitor": Role.CUSTOMER, "agent": Role.AGENT, "trigger": Role.SYSTEM}


def recognises(document: Any) -> bool:
    return bool(_tickets(document) or _chats(document) or _loose_comments(document))


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where no ticket or chat has a word in it."""
    users = {
        str(user["id"]): user
        for part in _parts(document)
        for user in objects(part.get("users"))
        if "id" in user
    }
    conversations = [_ticket(ticket, users) for ticket in _tickets(document)]
    conversations += [_chat(chat) for chat in _chats(document)]
    if not conversations:
        comments = _loose_comments(document)
        conversations = [_ticket({"id": comments[0].get("ticket_id"), "comments": comments}, users)]
    kept = tuple(c for c in conversations if c.turns)
    if not kept:
        raise source.refusal("no_words")
    silent = len(conversations) - len(kept)
    problems = [source.problem("conversations_empty", {"count": silent})] if silent else []
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="zendesk",
        conversations=kept,
        problems=tuple(problems),
    )


def _parts(document: Any) -> list[dict[str, Any]]:
    return [document] if isinstance(document, dict) else objects(document)


def _tickets(document: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in _parts(document):
        inner = [part, mapping(part.get("ticket")), *objects(part.get("tickets"))]
        for ticket in inner:
            # In a single ticket's answer the comments may stand beside it.
            more = (
                {} if ticket is part else {k: part[k] for k in ("comments", "audits") if k in part}
            )
            if _is_ticket(ticket):
                found.append(more | ticket)
    return found


def _is_ticket(tree: Mapping[str, Any]) -> bool:
    return (
        bool(_TICKET_KEYS & tree.keys())
        and "id" in tree
        and bool({"subject", "raw_subject", "description"} & tree.keys())
    )


def _loose_comments(document: Any) -> list[dict[str, Any]]:
    """The answer to /tickets/{id}/comments.json."""
    return [
        comment
        for part in _parts(document)
        for comment in objects(part.get("comments"))
        if "author_id" in comment and ("body" in comment or "plain_body" in comment)
    ]


def _chats(document: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in _parts(document):
        for chat in (part, *objects(part.get("chats"))):
            events = objects(chat.get("history"))
            if any(str(e.get("type", "")).startswith("chat.") for e in events):
                found.append(chat)
    return found


def _ticket(ticket: dict[str, Any], users: Mapping[str, dict[str, Any]]) -> Conversation:
    people = dict(users)
    for part in ("requester", "submitter", "assignee"):
        person = mapping(ticket.get(part))
        if "id" in person:
            people.setdefault(str(person["id"]), person)
    requester = text(first(ticket, "requester_id")) or text(
        mapping(ticket.get("requester")).get("id")
    )
    comments = objects(ticket.get("comments"))
    turns = [_comment(comment, people, requester) for comment in comments]
    if not comments and (description := text(ticket.get("description"))) is not None:
        turns.append(
            Turn(
                position=0,
                role=Role.CUSTOMER,
                author=_name(people, requester),
                text=description,
                sent_at=moment(ticket.get("created_at")),
            )
        )
    key = text(ticket.get("id"))
    return Conversation(
        kind=Kind.TICKET,
        title=text(first(ticket, "subject", "raw_subject")) or (f"#{key}" if key else ""),
        external_id=key,
        turns=arrange(turns),
        events=_events(ticket.get("audits"), people),
        metadata=_metadata(ticket, people, requester),
    )


def _name(people: Mapping[str, dict[str, Any]], identity: str | None) -> str | None:
    person = people.get(identity or "", {})
    return text(first(person, "name", "email"))


def _comment(
    comment: dict[str, Any], people: Mapping[str, dict[str, Any]], requester: str | None
) -> Turn:
    author = text(comment.get("author_id")) or text(mapping(comment.get("author")).get("id"))
    said = text(first(comment, "plain_body", "body")) or ""
    pictures: tuple[str, ...] = ()
    if not said:
        said, pictures = plain_text(text(comment.get("html_body")) or "")
    files = files_of(objects(comment.get("attachments")), "file_name", "content_url")
    files = files.with_unsized(pictures)
    role = text(people.get(author or "", {}).get("role"))
    return Turn(
        position=0,
        role=role_of_user(role, author, requester),
        author=_name(people, author) or author,
        text=said,
        sent_at=moment(first(comment, "created_at", "timestamp")),
        internal=comment.get("public") is False,
        attachments=files.names,
        attachment_bytes=files.sizes,
    )


def _events(audits: Any, people: Mapping[str, dict[str, Any]]) -> tuple[TicketEvent, ...]:
    events: list[TicketEvent] = []
    for audit in objects(audits):
        author = text(audit.get("author_id"))
        for event in objects(audit.get("events")):
            if event.get("type") not in ("Change", "Create"):
                continue
            field = text(event.get("field_name")) or ""
            old, new = _shown(event.get("previous_value")), _shown(event.get("value"))
            known = people if field in PEOPLE else {}
            events.append(
                TicketEvent(
                    position=len(events),
                    at=moment(audit.get("created_at")),
                    actor=_name(people, author) or author,
                    field=field,
                    old=old,
                    new=new,
                    old_name=_name(known, old),
                    new_name=_name(known, new),
                )
            )
    return tuple(events)


def _shown(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(shown for item in value if (shown := text(item))) or None
    return text(value)


def _metadata(
    ticket: dict[str, Any], people: Mapping[str, dict[str, Any]], requester: str | None
) -> Metadata:
    assignee = text(ticket.get("assignee_id")) or text(mapping(ticket.get("assignee")).get("id"))
    rating = mapping(ticket.get("satisfaction_rating"))
    submitter = text(ticket.get("submitter_id")) or text(mapping(ticket.get("submitter")).get("id"))
    direction = None
    if submitter and requester:
        direction = "inbound" if submitter == requester else "outbound"
    return Metadata(
        agent_id=assignee,
        agent_name=_name(people, assignee),
        team=text(mapping(ticket.get("group")).get("name")),
        customer_ref=requester,
        direction=direction,
        started_at=moment(ticket.get("created_at")),
        tags=_tags(ticket.get("tags")),
        csat=SATISFACTION.get(text(rating.get("score")) or ""),
    )


def _tags(value: Any) -> tuple[str, ...]:
    return tuple(tag for item in sequence(value) if (tag := text(item)))


def _chat(chat: dict[str, Any]) -> Conversation:
    turns: list[Turn] = []
    events: list[TicketEvent] = []
    for event in objects(chat.get("history")):
        at, kind = moment(event.get("timestamp")), str(event.get("type", ""))
        name = text(first(event, "name", "nick"))
        if kind in ("chat.msg", "chat.file"):
            turns.append(_chat_message(event, name))
        else:
            events.append(
                TicketEvent(
                    position=len(events),
                    at=at,
                    actor=name,
                    field=kind.removeprefix("chat."),
                    old=_shown(event.get("rating")),
                    new=text(first(event, "new_rating", "new_comment", "reason")),
                )
            )
    visitor = mapping(chat.get("visitor"))
    agents = objects(chat.get("agents")) or [{"name": n} for n in sequence(chat.get("agent_names"))]
    agent = agents[0] if agents else {}
    key = text(chat.get("id"))
    return Conversation(
        kind=Kind.CHAT,
        title=text(visitor.get("name")) or key or "",
        external_id=key,
        turns=arrange(turns),
        events=tuple(events),
        metadata=Metadata(
            agent_id=text(first(agent, "id"))
            or next(map(str, sequence(chat.get("agent_ids"))), None),
            agent_name=text(first(agent, "name", "display_name")),
            team=text(chat.get("department_name")),
            customer_ref=text(visitor.get("id")),
            direction={"visitor": "inbound", "agent": "outbound"}.get(str(chat.get("started_by"))),
            started_at=moment(first(chat, "timestamp", "started_at")),
            tags=_tags(chat.get("tags")),
            csat=SATISFACTION.get(text(chat.get("rating")) or ""),
        ),
    )


def _chat_message(event: dict[str, Any], name: str | None) -> Turn:
    nick = str(first(event, "sender_type", "nick") or "").partition(":")[0].casefold()
    files = files_of([mapping(event.get("attachment"))], "name", "url")
    return Turn(
        position=0,
        role=_SENDERS.get(nick, Role.OTHER),
        author=name,
        text=text(event.get("msg")) or "",
        sent_at=moment(event.get("timestamp")),
        attachments=files.names,
        attachment_bytes=files.sizes,
    )
