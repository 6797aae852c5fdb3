"""What a ticket's history says: its standing over time, reopenings, how long it took to solve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qa_desktop.interactions.model import InteractionDetail, TicketEvent


class Standing(StrEnum):
    """A status as all help desks have it, whatever they call it."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    HOLD = "hold"
    SOLVED = "solved"
    CLOSED = "closed"
    OTHER = "other"


OVER = frozenset((Standing.SOLVED, Standing.CLOSED))
_STATUS_FIELDS = frozenset(("status", "state", "ticket_status", "状态"))
_STANDINGS = {
    Standing.NEW: "new created 新建 未受理",
    Standing.OPEN: "open reopened active in-progress processing 打开 处理中 待处理 重新打开",
    Standing.PENDING: "pending waiting waiting-on-customer awaiting-reply 待回复 等待客户",
    Standing.HOLD: "hold on-hold onhold snoozed paused 挂起 暂停",
    Standing.SOLVED: "solved resolved done completed 已解决 已完成",
    Standing.CLOSED: "closed close archived 已关闭 关闭",
}
_BY_WORD = {word: standing for standing, words in _STANDINGS.items() for word in words.split()}
# Intercom's changes of state are kinds of events of their own.
_BY_KIND = {
    "close": Standing.CLOSED,
    "open": Standing.OPEN,
    "note_and_reopen": Standing.OPEN,
    "snoozed": Standing.HOLD,
    "unsnoozed": Standing.OPEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingSpan:
    """From one change of status to the next; `until` None: it holds still. `said`: its own word."""

    standing: Standing
    said: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Calendar time from the ticket's beginning to when it was solved for good.

    `event` is the position of that change. `first_ms`: until it was solved for the first time.
    """

    event: int
    full_ms: int
    first_ms: int


def standing_of(event: TicketEvent) -> Standing | None:
    """The status that an event sets; None where it is about something else."""
    field = event.field.casefold()
    if field in _STATUS_FIELDS:
        word = (event.new or "").strip().casefold().replace(" ", "-").replace("_", "-")
        return _BY_WORD.get(word, Standing.OTHER)
    return _BY_KIND.get(field)


def in_time(events: Sequence[TicketEvent]) -> list[TicketEvent]:
    """By time, then as they came; those without one last."""
    last = float("inf")
    return sorted(events, key=lambda e: (e.at.timestamp() if e.at else last, e.position))


def reopenings(events: Sequence[TicketEvent]) -> tuple[TicketEvent, ...]:
    """The changes from solved or closed back to work."""
    over = False
    found = []
    for event in in_time(events):
        standing = standing_of(event)
        if standing is None:
            continue
        if over and standing not in OVER:
            found.append(event)
        over = standing in OVER
    return tuple(found)


def standing_spans(events: Sequence[TicketEvent]) -> tuple[StandingSpan, ...]:
    """The status over time, as far as its changes have times."""
    changes = [
        (event.at, standing, event.new or event.field)
        for event in in_time(events)
        if event.at is not None and (standing := standing_of(event)) is not None
    ]
    ends = [*(at for at, _, _ in changes), None][1:]
    return tuple(
        StandingSpan(standing=standing, said=said, since=at, until=until)
        for (at, standing, said), until in zip(changes, ends, strict=True)
    )


def resolution_of(detail: InteractionDetail) -> Resolution | None:
    """None while it is not solved, and where its times are not known."""
    begun = _beginning(detail)
    solved: list[TicketEvent] = []
    first: TicketEvent | None = None
    for event in in_time(detail.events):
        standing = standing_of(event)
        if standing in OVER:
            # Closing what is solved already is no second solution.
            solved = solved or [event]
            first = first or event
        elif standing is not None:
            solved = []
    if begun is None or not solved or first is None:
        return None
    if solved[0].at is None or first.at is None or solved[0].at < begun:
        return None
    return Resolution(
        event=solved[0].position,
        full_ms=round((solved[0].at - begun).total_seconds() * 1000),
        first_ms=round((first.at - begun).total_seconds() * 1000),
    )


def _beginning(detail: InteractionDetail) -> datetime | None:
    """When it was opened, or its first message came in, whichever was first."""
    known = [
        *(
            [detail.interaction.metadata.started_at]
            if detail.interaction.metadata.started_at
            else []
        ),
        *(turn.sent_at for turn in detail.turns if turn.sent_at is not None),
    ]
    return min(known, default=None)
