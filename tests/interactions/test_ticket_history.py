"""What a ticket's history says of its standing, its reopenings and its solution."""

from datetime import UTC, datetime, timedelta

import pytest

from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Role,
    TicketEvent,
    Turn,
)
from qa_desktop.interactions.ticket_history import (
    Standing,
    reopenings,
    resolution_of,
    standing_of,
    standing_spans,
)

BEGIN = datetime(2026, 3, 1, 9, tzinfo=UTC)
HOUR_MS = 3_600_000


def event(position: int, hours: float | None, new: str, field: str = "status") -> TicketEvent:
    at = None if hours is None else BEGIN + timedelta(hours=hours)
    return TicketEvent(position=position, at=at, actor=None, field=field, old=None, new=new)


def ticket(*events: TicketEvent, opened: datetime | None = BEGIN) -> InteractionDetail:
    interaction = Interaction(
        id="t",
        kind=Kind.TICKET,
        title="t",
        content_hash="t",
        source_name="t",
        imported_at=BEGIN,
        batch_id="b",
        metadata=Metadata(started_at=opened),
    )
    turn = Turn(position=0, role=Role.CUSTOMER, text="x", sent_at=opened)
    return InteractionDetail(interaction=interaction, turns=(turn,), events=events)


@pytest.mark.parametrize(
    ("field", "new", "expected"),
    [
        ("status", "open", Standing.OPEN),
        ("Status", "On-hold", Standing.HOLD),
        ("status", "on_hold", Standing.HOLD),
        ("status", "已解决", Standing.SOLVED),
        ("status", "escalated to tier 3", Standing.OTHER),
        ("status", "", Standing.OTHER),
        ("priority", "open", None),
        ("close", "", Standing.CLOSED),
        ("note_and_reopen", "", Standing.OPEN),
        ("assignment", "Bo", None),
    ],
)
def test_statuses_of_many_help_desks(field: str, new: str, expected: Standing | None) -> None:
    assert standing_of(event(0, 0, new, field)) is expected


def test_solved_for_good_counts_from_the_beginning() -> None:
    solved = resolution_of(
        ticket(event(0, 0, "open"), event(1, 30, "solved"), event(2, 126, "closed"))
    )
    assert solved is not None
    assert (solved.event, solved.full_ms, solved.first_ms) == (1, 30 * HOUR_MS, 30 * HOUR_MS)


def test_a_reopened_ticket_is_solved_when_it_is_solved_again() -> None:
    events = (
        event(0, 0, "new"),
        event(1, 10, "solved"),
        event(2, 20, "open"),
        event(3, 24 * 21, "solved"),
        event(4, 24 * 25, "closed"),
    )
    assert [e.position for e in reopenings(events)] == [2]
    solved = resolution_of(ticket(*events))
    assert solved is not None
    assert (solved.event, solved.full_ms, solved.first_ms) == (3, 24 * 21 * HOUR_MS, 10 * HOUR_MS)


def test_not_solved_reopened_and_undated_have_no_resolution_time() -> None:
    assert resolution_of(ticket(event(0, 0, "open"))) is None
    assert resolution_of(ticket(event(0, 1, "solved"), event(1, 2, "open"))) is None
    assert resolution_of(ticket(event(0, None, "solved"))) is None
    assert resolution_of(ticket(event(0, 1, "solved"), opened=None)) is None
    # A clock that is wrong tells nothing.
    assert resolution_of(ticket(event(0, -5, "solved"))) is None


def test_order_is_times_and_not_the_exports() -> None:
    events = (event(0, 20, "open"), event(1, 10, "solved"))
    assert [e.position for e in reopenings(events)] == [0]


def test_spans_follow_each_other_and_the_last_holds_on() -> None:
    spans = standing_spans(
        (event(0, 0, "new"), event(1, 2, "3", "priority"), event(2, 5, "open"), event(3, 9, "hold"))
    )
    assert [(s.standing, s.said) for s in spans] == [
        (Standing.NEW, "new"),
        (Standing.OPEN, "open"),
        (Standing.HOLD, "hold"),
    ]
    assert [s.until for s in spans] == [
        BEGIN + timedelta(hours=5),
        BEGIN + timedelta(hours=9),
        None,
    ]
    assert standing_spans((event(0, None, "open"),)) == ()
