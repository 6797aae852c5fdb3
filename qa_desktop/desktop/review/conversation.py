"""A chat or a ticket as rows in the order of time, and what its times say of the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_desktop.interactions.model import InteractionDetail, Role, TicketEvent, Turn

SHORTEST_GAP_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """Nothing was said for so long. `waiting`: the customer had the last word.

    `longest`: no customer waited longer in this conversation.
    """

    length_ms: int
    waiting: bool
    longest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    event: TicketEvent


Row = TurnRow | GapRow | EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFacts:
    """Times in milliseconds; None where the source has no times or nothing of the kind happened."""

    first_response_ms: int | None
    longest_wait_ms: int | None
    agent_messages: int
    customer_messages: int
    duration_ms: int | None
    csat: float | None


def facts_of(detail: InteractionDetail) -> ConversationFacts:
    said = [turn for turn in detail.turns if not turn.internal]
    waits = [wait for _, wait in customer_waits(said)]
    starts = [turn.start_ms for turn in said if turn.start_ms is not None]
    ends = [turn.end_ms for turn in said if turn.end_ms is not None]
    return ConversationFacts(
        first_response_ms=waits[0] if waits else None,
        longest_wait_ms=max(waits, default=None),
        agent_messages=sum(turn.role is Role.AGENT for turn in said),
        customer_messages=sum(turn.role is Role.CUSTOMER for turn in said),
        duration_ms=max(starts + ends) - min(starts) if len(starts) > 1 else None,
        csat=detail.interaction.metadata.csat,
    )


def customer_waits(turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """(position of the agent's answer, milliseconds since the customer's first unanswered word)."""
    waits = []
    since: int | None = None
    for turn in turns:
        if turn.start_ms is None:
            continue
        if turn.role is Role.CUSTOMER and since is None:
            since = turn.start_ms
        elif turn.role is Role.AGENT and since is not None:
            waits.append((turn.position, max(turn.start_ms - since, 0)))
            since = None
    return waits


def rows_of(detail: InteractionDetail) -> tuple[Row, ...]:
    """Turns and ticket events by time, with the gaps between turns that are worth a line."""
    waits = dict(customer_waits([turn for turn in detail.turns if not turn.internal]))
    longest = max(waits.items(), key=lambda wait: wait[1], default=None)
    rows: list[Row] = []
    before: Turn | None = None
    for moment in _by_time(detail.turns, detail.events):
        if isinstance(moment, TicketEvent):
            rows.append(EventRow(event=moment))
            continue
        gap = _gap_ms(before, moment)
        if gap is not None and gap >= SHORTEST_GAP_MS:
            waiting = before is not None and before.role is Role.CUSTOMER
            rows.append(
                GapRow(
                    length_ms=gap,
                    waiting=waiting and moment.role is Role.AGENT,
                    longest=longest is not None and longest[0] == moment.position,
                )
            )
        rows.append(TurnRow(turn=moment))
        before = moment
    return tuple(rows)


def _gap_ms(before: Turn | None, turn: Turn) -> int | None:
    if before is None or before.start_ms is None or turn.start_ms is None:
        return None
    begin = before.end_ms if before.end_ms is not None else before.start_ms
    return max(turn.start_ms - begin, 0)


def _by_time(turns: Sequence[Turn], events: Sequence[TicketEvent]) -> list[Turn | TicketEvent]:
    """Turns keep their order; an event stands before the first turn that was sent after it."""
    merged: list[Turn | TicketEvent] = list(turns)
    for event in sorted(events, key=lambda e: (_moment(e.at), e.position)):
        place = len(merged)
        if event.at is not None:
            place = next(
                (at for at, known in enumerate(merged) if _time(known) > _moment(event.at)),
                len(merged),
            )
        merged.insert(place, event)
    return merged


def _time(moment: Turn | TicketEvent) -> float:
    at = moment.sent_at if isinstance(moment, Turn) else moment.at
    return at.timestamp() if at is not None else float("-inf")


def _moment(at: datetime | None) -> float:
    return at.timestamp() if at is not None else float("inf")
