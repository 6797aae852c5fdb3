"""Intercom conversations as its API and exports give them."""

from typing import Any

from qa_desktop.interactions.model import Kind, Metadata, Role, TicketEvent, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.files import files_of
from qa_desktop.interactions.parsers.json_values import (
    first,
    mapping,
    number,
    objects,
    sequence,
    text,
)
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.timecodes import moment
from qa_desktop.interactions.parsers.turns import arrange, plain_text

ROLES = {
    "user": Role.CUSTOMER,
    "lead": Role.CUSTOMER,
    "contact": Role.CUSTOMER,
    "visitor": Role.CUSTOMER,
    "admin": Role.AGENT,
    "teammate": Role.AGENT,
    "team": Role.AGENT,
    "bot": Role.BOT,
    "fin": Role.BOT,
}


def recognises(document: Any) -> bool:
    return bool(_conversations(document))


def read(source: Source, document: Any) -> ParsedFile:
    """Raises ProblemError where no conversation has a word in it."""
    found = [_conversation(tree) for tree in _conversations(document)]
    kept = tuple(c for c in found if c.turns)
    if not kept:
        raise source.refusal("no_words")
    silent = len(found) - len(kept)
    problems = [source.problem("conversations_empty", {"count": silent})] if silent else []
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="intercom",
        conversations=kept,
        problems=tuple(problems),
    )


def _conversations(document: Any) -> list[dict[str, Any]]:
    parts = [document] if isinstance(document, dict) else objects(document)
    found: list[dict[str, Any]] = []
    for part in parts:
        for tree in (part, *objects(part.get("conversations")), *objects(part.get("data"))):
            source = mapping(first(tree, "source", "conversation_message"))
            if "conversation_parts" in tree or (
                tree.get("type") == "conversation" and "author" in source
            ):
                found.append(tree)
    return found


def _parts(tree: dict[str, Any]) -> list[dict[str, Any]]:
    value = tree.get("conversation_parts")
    return objects(mapping(value).get("conversation_parts") if isinstance(value, dict) else value)


def _conversation(tree: dict[str, Any]) -> Conversation:
    opening = mapping(first(tree, "source", "conversation_message"))
    turns: list[Turn] = []
    events: list[TicketEvent] = []
    if opening:
        turns.append(_turn(opening, created_at=tree.get("created_at"), internal=False))
    for part in _parts(tree):
        kind = str(part.get("part_type") or "")
        turn = _turn(part, created_at=part.get("created_at"), internal=kind.startswith("note"))
        if turn.text or turn.attachments:
            turns.append(turn)
        if kind and kind not in ("comment", "note"):
            events.append(_event(part, kind, len(events)))
    subject, _ = plain_text(text(opening.get("subject")) or "")
    key = text(tree.get("id"))
    return Conversation(
        kind=Kind.TICKET if opening.get("type") == "email" or tree.get("ticket") else Kind.CHAT,
        title=text(tree.get("title")) or subject or f"#{key}",
        external_id=key,
        turns=arrange(turns),
        events=tuple(events),
        metadata=_metadata(tree, opening),
    )


def _turn(part: dict[str, Any], *, created_at: Any, internal: bool) -> Turn:
    author = mapping(part.get("author"))
    said, pictures = plain_text(text(part.get("body")) or "")
    files = files_of(objects(part.get("attachments")), "name", "url").with_unsized(pictures)
    return Turn(
        position=0,
        role=ROLES.get(str(author.get("type")), Role.OTHER),
        author=text(first(author, "name", "email", "id")),
        text=said,
        sent_at=moment(created_at),
        internal=internal,
        attachments=files.names,
        attachment_bytes=files.sizes,
    )


def _event(part: dict[str, Any], kind: str, position: int) -> TicketEvent:
    author = mapping(part.get("author"))
    target = mapping(part.get("assigned_to"))
    return TicketEvent(
        position=position,
        at=moment(part.get("created_at")),
        actor=text(first(author, "name", "email", "id")),
        field=kind,
        old=None,
        new=text(first(target, "name", "id")),
    )


def _metadata(tree: dict[str, Any], opening: dict[str, Any]) -> Metadata:
    assignee = mapping(tree.get("assignee"))
    agent_id = text(first(tree, "admin_assignee_id")) or text(assignee.get("id"))
    # Zero is Intercom's word for nobody.
    agent_id = None if agent_id == "0" else agent_id
    names = {
        str(author.get("id")): text(author.get("name"))
        for part in (opening, *_parts(tree))
        if (author := mapping(part.get("author"))).get("type") == "admin"
    }
    rating = mapping(tree.get("conversation_rating"))
    contacts = mapping(tree.get("contacts"))
    contact: dict[str, Any] = next(
        iter(objects(contacts.get("contacts"))), mapping(tree.get("user"))
    )
    started_by = str(opening.get("delivered_as") or "")
    tags = tree.get("tags")
    return Metadata(
        agent_id=agent_id or next((key for key in names if key != "None"), None),
        agent_name=text(assignee.get("name")) or _agent_name(agent_id, names),
        team=text(mapping(tree.get("team")).get("name")),
        customer_ref=text(first(contact, "external_id", "id", "user_id")),
        direction=_direction(started_by),
        started_at=moment(tree.get("created_at")),
        language=text(mapping(tree.get("custom_attributes")).get("Language")),
        tags=tuple(
            name
            for tag in sequence(mapping(tags).get("tags") if isinstance(tags, dict) else tags)
            if (name := text(mapping(tag).get("name")) or text(tag))
        ),
        csat=number(rating.get("rating")),
    )


def _agent_name(agent_id: str | None, names: dict[str, str | None]) -> str | None:
    if agent_id is not None:
        return names.get(agent_id)
    return next((name for name in names.values() if name), None)


def _direction(delivered_as: str) -> str | None:
    if delivered_as == "customer_initiated":
        return "inbound"
    started_by_us = ("admin_initiated", "operator_initiated", "campaigns_initiated", "automated")
    return "outbound" if delivered_as in started_by_us else None
