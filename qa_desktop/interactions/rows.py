"""Turns interactions into the rows of their tables and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.interactions.model import (
    AgentChannel,
    Interaction,
    Kind,
    Metadata,
    Recording,
    Role,
    TicketEvent,
    Turn,
    Word,
)

Row = dict[str, Any]


def interaction_row(interaction: Interaction) -> Row:
    return {
        "id": interaction.id,
        "kind": interaction.kind.value,
        "title": interaction.title,
        "external_id": interaction.external_id,
        "content_hash": interaction.content_hash,
        "source_name": interaction.source_name,
        "batch_id": interaction.batch_id,
        "imported_at": to_text(interaction.imported_at),
        "duration_ms": interaction.duration_ms,
        **metadata_row(interaction.metadata),
    }


def metadata_row(metadata: Metadata) -> Row:
    return {
        "agent_id": metadata.agent_id,
        "agent_name": metadata.agent_name,
        "team": metadata.team,
        "queue": metadata.queue,
        "customer_ref": metadata.customer_ref,
        "direction": metadata.direction,
        "started_at": _moment_text(metadata.started_at),
        "language": metadata.language,
        "tags": json.dumps(metadata.tags, ensure_ascii=False),
        "csat": metadata.csat,
        "nps": metadata.nps,
        "handle_time_s": metadata.handle_time_s,
        "transfers": metadata.transfers,
    }


def interaction_of(row: Mapping[str, Any]) -> Interaction:
    return Interaction(
        id=row["id"],
        kind=Kind(row["kind"]),
        title=row["title"],
        external_id=row["external_id"],
        content_hash=row["content_hash"],
        source_name=row["source_name"],
        batch_id=row["batch_id"],
        imported_at=from_text(row["imported_at"]),
        duration_ms=row["duration_ms"],
        metadata=Metadata(
            agent_id=row["agent_id"],
            agent_name=row["agent_name"],
            team=row["team"],
            queue=row["queue"],
            customer_ref=row["customer_ref"],
            direction=row["direction"],
            started_at=_moment(row["started_at"]),
            language=row["language"],
            tags=tuple(json.loads(row["tags"])),
            csat=row["csat"],
            nps=row["nps"],
            handle_time_s=row["handle_time_s"],
            transfers=row["transfers"],
        ),
    )


def recording_row(interaction_id: str, recording: Recording) -> Row:
    return {
        "id": recording.id,
        "interaction_id": interaction_id,
        "position": recording.position,
        "media_hash": recording.media_hash,
        "file_name": recording.file_name,
        "path": recording.path,
        "referenced": int(recording.referenced),
        "duration_ms": recording.duration_ms,
        "sample_rate_hz": recording.sample_rate_hz,
        "channels": recording.channels,
        "codec": recording.codec,
        "agent_channel": recording.agent_channel.value,
        "offset_ms": recording.offset_ms,
    }


def recording_of(row: Mapping[str, Any]) -> Recording:
    return Recording(
        id=row["id"],
        position=row["position"],
        media_hash=row["media_hash"],
        file_name=row["file_name"],
        path=row["path"],
        referenced=bool(row["referenced"]),
        duration_ms=row["duration_ms"],
        sample_rate_hz=row["sample_rate_hz"],
        channels=row["channels"],
        codec=row["codec"],
        agent_channel=AgentChannel(row["agent_channel"]),
        offset_ms=row["offset_ms"],
    )


def turn_row(interaction_id: str, turn: Turn) -> Row:
    words = [(word.text, word.start_ms, word.end_ms) for word in turn.words]
    return {
        "interaction_id": interaction_id,
        "position": turn.position,
        "role": turn.role.value,
        "author": turn.author,
        "text": turn.text,
        "start_ms": turn.start_ms,
        "end_ms": turn.end_ms,
        "sent_at": _moment_text(turn.sent_at),
        "words": json.dumps(words, ensure_ascii=False) if words else None,
        "internal": int(turn.internal),
        "attachments": _attachments_text(turn),
    }


def _attachments_text(turn: Turn) -> str | None:
    """A list of names; with sizes, of [name, bytes]."""
    if not turn.attachments:
        return None
    files: list[Any] = list(turn.attachments)
    if any(size is not None for size in turn.attachment_bytes):
        files = list(zip(turn.attachments, turn.attachment_bytes, strict=True))
    return json.dumps(files, ensure_ascii=False)


def turn_of(row: Mapping[str, Any]) -> Turn:
    files = json.loads(row["attachments"] or "[]")
    sized = any(isinstance(file, list) for file in files)
    return Turn(
        position=row["position"],
        role=Role(row["role"]),
        author=row["author"],
        text=row["text"],
        start_ms=row["start_ms"],
        end_ms=row["end_ms"],
        sent_at=_moment(row["sent_at"]),
        words=tuple(
            Word(text=text, start_ms=start_ms, end_ms=end_ms)
            for text, start_ms, end_ms in json.loads(row["words"] or "[]")
        ),
        internal=bool(row["internal"]),
        attachments=tuple(file[0] if sized else file for file in files),
        attachment_bytes=tuple(file[1] for file in files) if sized else (),
    )


def event_row(interaction_id: str, event: TicketEvent) -> Row:
    return {
        "interaction_id": interaction_id,
        "position": event.position,
        "at": _moment_text(event.at),
        "actor": event.actor,
        "field": event.field,
        "old": event.old,
        "new": event.new,
        "old_name": event.old_name,
        "new_name": event.new_name,
    }


def event_of(row: Mapping[str, Any]) -> TicketEvent:
    return TicketEvent(
        position=row["position"],
        at=_moment(row["at"]),
        actor=row["actor"],
        field=row["field"],
        old=row["old"],
        new=row["new"],
        old_name=row["old_name"],
        new_name=row["new_name"],
    )


def _moment_text(moment: datetime | None) -> str | None:
    return None if moment is None else to_text(moment)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else from_text(text)
