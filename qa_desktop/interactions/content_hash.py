"""Fingerprints of what an interaction says, by which duplicates are recognised."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence

from qa_desktop.base.clock import to_text
from qa_desktop.interactions.model import Kind, TicketEvent, Turn


def hash_of_words(
    kind: Kind, external_id: str | None, turns: Sequence[Turn], events: Sequence[TicketEvent] = ()
) -> str:
    """64 hexadecimal digits; equal where id, speakers, words and times are.

    White space, Unicode form and the file's layout make no difference, nor do fractions of a
    second, which exports of one system round differently.
    """
    said = {
        "kind": kind.value,
        "id": external_id or "",
        "turns": [
            (turn.role.value, _plain(turn.text), turn.internal, _moment(turn)) for turn in turns
        ],
        "events": [
            (event.field, event.old, event.new, to_text(event.at)[:19] if event.at else None)
            for event in events
        ],
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of_pair(agent_sha256: str, customer_sha256: str) -> str:
    """Of two one-sided files, wherever one is shifted against the other."""
    return hashlib.sha256(f"pair:{agent_sha256}:{customer_sha256}".encode()).hexdigest()


def hash_of_legs(sha256s: Sequence[str]) -> str:
    """Of the recordings of one call, in their order, wherever each begins."""
    return hashlib.sha256(f"legs:{':'.join(sha256s)}".encode()).hexdigest()


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _moment(turn: Turn) -> str | int | None:
    if turn.sent_at is not None:
        return to_text(turn.sent_at)[:19]
    return None if turn.start_ms is None else turn.start_ms // 1000
