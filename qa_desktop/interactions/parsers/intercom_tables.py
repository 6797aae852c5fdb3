"""An Intercom export as CSV tables: conversations joined with parts, contacts, admins and tags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from qa_desktop.interactions.model import Kind, Metadata, Role, TicketEvent, Turn
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.exported_tables import Export, by_id, grouped, is_true
from qa_desktop.interactions.parsers.intercom import ROLES
from qa_desktop.interactions.parsers.json_values import number
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.tables import Row, Table
from qa_desktop.interactions.parsers.timecodes import moment
from qa_desktop.interactions.parsers.turns import arrange, plain_text

MAINS = ("conversation_history", "conversation")
_CONVERSATION_COLUMNS = frozenset(("id", "source_body", "source_author_id", "created_at"))
_SIDE_TABLES = {
    "conversation_part": frozenset(("conversation_id", "part_type", "body")),
    "conversation_tag": frozenset(("conversation_id", "tag_id")),
    "conversation_contact": frozenset(("conversation_id", "contact_id")),
    "contact": frozenset(("id", "email", "signed_up_at")),
    "admin": frozenset(("id", "email", "job_title")),
}


def recognises(columns: Sequence[str]) -> bool:
    return set(columns) >= _CONVERSATION_COLUMNS


def side_table(columns: Sequence[str]) -> str | None:
    """The table of the same export that these columns belong to."""
    have = set(columns)
    return next((name for name, needed in _SIDE_TABLES.items() if needed <= have), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    parts: Mapping[str, list[Row]]
    contacts: Mapping[str, Row]
    admins: Mapping[str, Row]
    teams: Mapping[str, Row]
    tags: Mapping[str, Row]
    tag_links: Mapping[str, list[Row]]
    contact_links: Mapping[str, list[Row]]

    def name(self, identity: str | None) -> str | None:
        row = self.admins.get(identity or "") or self.contacts.get(identity or "")
        return (row.get("name") or row.get("email")) if row else None


def read(source: Source, table: Table) -> ParsedFile:
    """Every conversation's newest version with its parts."""
    main = next((name for name in MAINS if name in source.name), MAINS[-1])
    export = Export(source, main)
    tables = _Tables(
        parts=grouped(
            _newest(export.rows("conversation_part_history", "conversation_part")),
            "conversation_id",
        ),
        contacts=by_id(_newest(export.rows("contact_history", "contact"))),
        admins=by_id(export.rows("admin")),
        teams=by_id(export.rows("team")),
        tags=by_id(export.rows("tag")),
        tag_links=grouped(
            export.rows("conversation_tag_history", "conversation_tag"), "conversation_id"
        ),
        contact_links=grouped(
            export.rows("conversation_contact_history", "conversation_contact"), "conversation_id"
        ),
    )
    rows = by_id(_newest(table.rows))
    found = [_conversation(key, row, tables) for key, row in rows.items()]
    orphans = [key for key in tables.parts if key not in rows]
    found += [_conversation(key, None, tables) for key in orphans]
    kept = tuple(c for c in found if c.turns)
    if not kept:
        raise source.refusal("no_words")
    if orphans:
        export.problems.append(source.problem("tickets_missing", {"count": len(orphans)}))
    if len(kept) < len(found):
        empty = {"count": len(found) - len(kept)}
        export.problems.append(source.problem("conversations_empty", empty))
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="intercom tables",
        conversations=kept,
        problems=(*table.problems, *export.problems),
        read_also=tuple(dict.fromkeys(export.read_also)),
    )


def _newest(rows: Sequence[Row]) -> list[Row]:
    """History tables hold each record as often as it changed: the active or last one counts."""
    best: dict[str, Row] = {}
    for row in rows:
        key = row.get("id")
        if key is not None and (key not in best or _rank(row) >= _rank(best[key])):
            best[key] = row
    return list(best.values())


def _rank(row: Row) -> tuple[bool, str]:
    return bool(is_true(row.get("_fivetran_active"))), row.get("updated_at") or ""


def _moment(value: str | None) -> datetime | None:
    return moment(value, UTC)


def _turn(row: Row, prefix: str, tables: _Tables, at: datetime | None) -> Turn:
    author = row.get(f"{prefix}author_id")
    said, pictures = plain_text(row.get(f"{prefix}body") or "")
    return Turn(
        position=0,
        role=ROLES.get(row.get(f"{prefix}author_type") or "", Role.OTHER),
        author=tables.name(author) or author,
        text=said,
        sent_at=at,
        internal=(row.get("part_type") or "").startswith("note"),
        attachments=pictures,
    )


def _conversation(key: str, row: Row | None, tables: _Tables) -> Conversation:
    turns: list[Turn] = []
    events: list[TicketEvent] = []
    if row is not None:
        turns.append(_turn(row, "source_", tables, _moment(row.get("created_at"))))
    for part in sorted(tables.parts.get(key, []), key=lambda r: r.get("created_at") or ""):
        at = _moment(part.get("created_at"))
        turns.append(_turn(part, "", tables, at))
        kind = part.get("part_type") or ""
        if kind and kind not in ("comment", "note"):
            author, target = part.get("author_id"), part.get("assigned_to_id")
            events.append(
                TicketEvent(
                    position=len(events),
                    at=at,
                    actor=tables.name(author) or author,
                    field=kind,
                    old=None,
                    new=tables.name(target) or target,
                )
            )
    subject, _ = plain_text((row.get("source_subject") or row.get("title") or "") if row else "")
    email = row is not None and row.get("source_type") == "email"
    return Conversation(
        kind=Kind.TICKET if email else Kind.CHAT,
        title=subject or f"#{key}",
        external_id=key,
        turns=arrange(turns),
        events=tuple(events),
        metadata=_metadata(key, row, tables),
    )


def _metadata(key: str, row: Row | None, tables: _Tables) -> Metadata:
    tag_rows = (tables.tags.get(r.get("tag_id") or "") for r in tables.tag_links.get(key, []))
    tags = tuple(dict.fromkeys(name for r in tag_rows if r and (name := r.get("name"))))
    contacts = (r.get("contact_id") for r in tables.contact_links.get(key, []))
    contact = next((c for c in contacts if c), None)
    if row is None:
        return Metadata(tags=tags, customer_ref=contact)
    assignee, kind = row.get("assignee_id"), row.get("assignee_type")
    team = tables.teams.get((assignee if kind == "team" else row.get("team_assignee_id")) or "")
    agent = assignee if kind != "team" else None
    directions = {"customer_initiated": "inbound", "admin_initiated": "outbound"}
    return Metadata(
        agent_id=agent,
        agent_name=tables.name(agent),
        team=team.get("name") if team else None,
        customer_ref=contact,
        direction=directions.get(row.get("source_delivered_as") or ""),
        started_at=_moment(row.get("created_at")),
        tags=tags,
        csat=number(row.get("conversation_rating_value")),
    )
