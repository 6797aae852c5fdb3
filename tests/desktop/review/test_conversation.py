"""What the times of a chat or ticket say, and in which order its rows stand."""

from datetime import UTC, datetime, timedelta

from qa_desktop.desktop.review.conversation import (
    EventRow,
    GapRow,
    TurnRow,
    facts_of,
    rows_of,
)
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Role,
    TicketEvent,
    Turn,
)

BEGIN = datetime(2026, 5, 30, 10, 2, 5, tzinfo=UTC)


def turn(position: int, role: Role, at_s: int | None, *, internal: bool = False) -> Turn:
    return Turn(
        position=position,
        role=role,
        text=f"turn {position}",
        start_ms=None if at_s is None else at_s * 1000,
        sent_at=None if at_s is None else BEGIN + timedelta(seconds=at_s),
        internal=internal,
    )


def detail(*turns: Turn, events: tuple[TicketEvent, ...] = ()) -> InteractionDetail:
    interaction = Interaction(
        id="chat",
        kind=Kind.CHAT,
        title="10223",
        content_hash="x",
        source_name="x",
        imported_at=BEGIN,
        batch_id="b",
        metadata=Metadata(csat=4),
    )
    return InteractionDetail(interaction=interaction, turns=turns, events=events)


CHAT = detail(
    turn(0, Role.CUSTOMER, 0),
    turn(1, Role.AGENT, 26),
    turn(2, Role.CUSTOMER, 65),
    turn(3, Role.CUSTOMER, 90),
    turn(4, Role.AGENT, 167),
    turn(5, Role.AGENT, 170),
)


def test_first_response_and_longest_wait_count_from_the_first_unanswered_word() -> None:
    facts = facts_of(CHAT)
    assert (facts.first_response_ms, facts.longest_wait_ms) == (26_000, 102_000)
    assert (facts.agent_messages, facts.customer_messages) == (3, 3)
    assert (facts.duration_ms, facts.csat) == (170_000, 4)


def test_internal_notes_answer_nobody() -> None:
    facts = facts_of(
        detail(
            turn(0, Role.CUSTOMER, 0),
            turn(1, Role.AGENT, 5, internal=True),
            turn(2, Role.AGENT, 60),
        )
    )
    assert facts.first_response_ms == 60_000
    assert facts.agent_messages == 1


def test_without_times_nothing_is_made_up() -> None:
    facts = facts_of(detail(turn(0, Role.CUSTOMER, None), turn(1, Role.AGENT, None)))
    assert (facts.first_response_ms, facts.longest_wait_ms, facts.duration_ms) == (None, None, None)


def test_gaps_stand_between_turns_and_the_longest_wait_is_marked() -> None:
    gaps = [row for row in rows_of(CHAT) if isinstance(row, GapRow)]
    assert [(gap.length_ms, gap.longest) for gap in gaps] == [
        (26_000, False),
        (39_000, False),
        (25_000, False),
        (77_000, True),
    ]
    assert [gap.waiting for gap in gaps] == [True, False, False, True]


def test_events_stand_where_they_happened() -> None:
    def event(position: int, at_s: int | None, field: str) -> TicketEvent:
        at = None if at_s is None else BEGIN + timedelta(seconds=at_s)
        return TicketEvent(position=position, at=at, actor=None, field=field, old=None, new="x")

    rows = rows_of(
        detail(
            turn(0, Role.CUSTOMER, 0),
            turn(1, Role.AGENT, 10),
            events=(event(1, 15, "closed"), event(0, 5, "assigned"), event(2, None, "undated")),
        )
    )
    told = [
        row.event.field if isinstance(row, EventRow) else row.turn.position
        for row in rows
        if not isinstance(row, GapRow)
    ]
    assert told == [0, "assigned", 1, "closed", "undated"]
    assert all(isinstance(row, EventRow | TurnRow | GapRow) for row in rows)
