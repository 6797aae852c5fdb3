"""In which order a conversation's rows stand, and what its times say."""

from datetime import UTC, datetime, timedelta

import pytest

from qa_desktop.desktop.review.conversation.conversation import (
    DayRow,
    EventRow,
    GapRow,
    Row,
    TurnRow,
    rows_of,
)
from qa_desktop.desktop.review.conversation.conversation_facts import ConversationFacts, facts_of
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Role,
    TicketEvent,
    Turn,
)

# At noon, so that the day is the same everywhere people work.
BEGIN = datetime(2026, 5, 30, 12, 2, 5, tzinfo=UTC)
A, B, C, S = Role.AGENT, Role.BOT, Role.CUSTOMER, Role.SYSTEM
DAY_S = 86_400


def turn(position: int, role: Role, at_s: float | None, *, internal: bool = False) -> Turn:
    return Turn(
        position=position,
        role=role,
        text=f"turn {position}",
        start_ms=None if at_s is None else round(at_s * 1000),
        sent_at=None if at_s is None else BEGIN + timedelta(seconds=at_s),
        internal=internal,
    )


def event(
    position: int, at_s: float | None, field: str, new: str = "x", **more: str
) -> TicketEvent:
    at = None if at_s is None else BEGIN + timedelta(seconds=at_s)
    actor = more.get("actor")
    return TicketEvent(position=position, at=at, actor=actor, field=field, old=None, new=new)


def detail(
    *turns: Turn,
    events: tuple[TicketEvent, ...] = (),
    kind: Kind = Kind.CHAT,
    handle_time_s: float | None = None,
) -> InteractionDetail:
    interaction = Interaction(
        id="chat",
        kind=kind,
        title="10223",
        content_hash="x",
        source_name="x",
        imported_at=BEGIN,
        batch_id="b",
        metadata=Metadata(csat=4, started_at=None, handle_time_s=handle_time_s),
    )
    return InteractionDetail(interaction=interaction, turns=turns, events=events)


CHAT = detail(
    turn(0, C, 0),
    turn(1, A, 26),
    turn(2, C, 65),
    turn(3, C, 90),
    turn(4, A, 167),
    turn(5, A, 170),
)


def first_s(facts: ConversationFacts) -> float | None:
    wait = facts.first_response
    return None if wait is None or wait.length_ms is None else wait.length_ms / 1000


def longest_s(facts: ConversationFacts) -> float | None:
    wait = facts.longest_wait
    return None if wait is None or wait.length_ms is None else wait.length_ms / 1000


class TestFacts:
    def test_a_chat_reckoned_by_hand(self) -> None:
        facts = facts_of(CHAT)
        assert (first_s(facts), longest_s(facts)) == (26, 102)
        assert (facts.agent_messages, facts.customer_messages) == (3, 3)
        assert (facts.duration_ms, facts.handling_ms, facts.csat) == (170_000, 144_000, 4)
        assert facts.longest_wait is not None
        assert (facts.longest_wait.asked, facts.longest_wait.answered) == (2, 4)
        assert facts.last_turn == 5

    def test_a_bot_hands_over_to_an_agent(self) -> None:
        facts = facts_of(
            detail(turn(0, C, 0), turn(1, B, 2), turn(2, C, 20), turn(3, S, 95), turn(4, A, 122))
        )
        assert (first_s(facts), longest_s(facts)) == (122, 122)
        assert facts.bot_reply is not None
        assert facts.bot_reply.length_ms == 2000
        assert (facts.agent_messages, facts.bot_messages, facts.messages) == (1, 1, 4)

    def test_internal_notes_answer_nobody_and_end_nothing(self) -> None:
        facts = facts_of(
            detail(
                turn(0, C, 0),
                turn(1, A, 5, internal=True),
                turn(2, A, 60),
                turn(3, A, 900, internal=True),
            )
        )
        assert first_s(facts) == 60
        assert (facts.agent_messages, facts.notes, facts.duration_ms) == (1, 2, 60_000)

    def test_without_times_nothing_is_made_up(self) -> None:
        facts = facts_of(detail(turn(0, C, None), turn(1, A, None)))
        assert (first_s(facts), longest_s(facts)) == (None, None)
        assert (facts.duration_ms, facts.handling_ms, facts.timeless) == (None, None, True)

    def test_the_first_response_is_that_to_the_first_message_or_unknown(self) -> None:
        facts = facts_of(detail(turn(0, C, 0), turn(1, A, None), turn(2, C, 100), turn(3, A, 130)))
        assert (first_s(facts), longest_s(facts)) == (None, 30)
        assert (facts.unmeasured, facts.untimed, facts.timeless) == (1, 1, False)

    def test_a_clock_that_goes_back_is_told(self) -> None:
        facts = facts_of(detail(turn(0, C, 100), turn(1, A, 40), turn(2, C, 120), turn(3, A, 150)))
        assert (first_s(facts), longest_s(facts)) == (None, 30)
        assert (facts.unmeasured, facts.backwards) == (1, 1)
        assert facts.duration_ms == 110_000

    def test_what_nobody_answered_is_counted_and_is_no_wait(self) -> None:
        facts = facts_of(detail(turn(0, C, 0), turn(1, A, 5), turn(2, C, 10), turn(3, C, 9000)))
        assert (longest_s(facts), facts.unanswered) == (5, 2)

    def test_the_exports_own_handling_time_goes_before_ours(self) -> None:
        facts = facts_of(detail(*CHAT.turns, handle_time_s=312.5))
        assert (facts.handling_ms, facts.handling_known) == (312_500, True)

    def test_a_ticket_over_weeks_is_reckoned_by_the_calendar(self) -> None:
        facts = facts_of(
            detail(
                turn(0, C, 0),
                turn(1, A, 3600),
                turn(2, C, 9 * DAY_S),
                turn(3, A, 12 * DAY_S),
                events=(
                    event(0, 7200, "status", "solved"),
                    event(1, 9 * DAY_S + 1, "status", "open"),
                    event(2, 19 * DAY_S, "status", "solved"),
                ),
                kind=Kind.TICKET,
            )
        )
        assert (first_s(facts), longest_s(facts)) == (3600, 3 * DAY_S)
        assert facts.resolution is not None
        assert (facts.resolution.full_ms, facts.resolution.first_ms) == (
            19 * DAY_S * 1000,
            7_200_000,
        )
        assert facts.reopened == (1,)


def told(rows: tuple[Row, ...]) -> list[object]:
    """Turns by position, changes by field, gaps as seconds."""
    said: list[object] = []
    for row in rows:
        match row:
            case TurnRow():
                said.append(row.turn.position)
            case EventRow():
                said.append(" ".join(each.field for each in row.events))
            case GapRow():
                said.append(f"{row.length_ms / 1000:g} s")
            case DayRow():
                said.append("day")
    return said


class TestRows:
    def test_gaps_stand_between_turns_and_say_how_long_one_waited(self) -> None:
        gaps = [row for row in rows_of(CHAT) if isinstance(row, GapRow)]
        assert [(gap.length_ms, gap.wait_ms, gap.longest) for gap in gaps] == [
            (26_000, 26_000, False),
            (39_000, None, False),
            (25_000, None, False),
            (77_000, 102_000, True),
        ]
        last = rows_of(CHAT)[-1]
        assert isinstance(last, TurnRow)
        assert last.after_ms == 3000

    def test_a_short_gap_that_ends_a_long_wait_has_a_row(self) -> None:
        rows = rows_of(detail(turn(0, C, 0), turn(1, C, 19), turn(2, A, 38)))
        assert told(rows) == [0, 1, "19 s", 2]

    def test_events_stand_where_they_happened_and_gaps_run_between_all_of_it(self) -> None:
        rows = rows_of(
            detail(
                turn(0, C, 0),
                turn(1, A, 100),
                events=(
                    event(1, 115, "closed"),
                    event(0, 40, "assigned"),
                    event(2, None, "undated"),
                ),
            )
        )
        assert told(rows) == [0, "40 s", "assigned", "60 s", 1, "closed", "undated"]
        gap = rows[3]
        assert isinstance(gap, GapRow)
        assert (gap.wait_ms, gap.longest) == (100_000, True)

    def test_what_one_person_changes_at_once_is_one_row(self) -> None:
        rows = rows_of(
            detail(
                turn(0, C, 0),
                events=(
                    event(0, 1, "status", "open", actor="Bo"),
                    event(1, 1.4, "priority", "high", actor="Bo"),
                    event(2, 1.5, "group_id", "7", actor="Ann"),
                ),
            )
        )
        assert told(rows) == [0, "status priority", "group_id"]

    def test_reopened_and_solved_are_marked(self) -> None:
        rows = rows_of(
            detail(
                turn(0, C, 0),
                events=(event(0, 1, "status", "solved"), event(1, 5, "status", "open")),
            )
        )
        marks = [(row.over, row.reopened) for row in rows if isinstance(row, EventRow)]
        assert marks == [(True, False), (False, True)]

    def test_days_are_told_where_there_are_several(self) -> None:
        assert not any(isinstance(row, DayRow) for row in rows_of(CHAT))
        rows = rows_of(detail(turn(0, C, 0), turn(1, A, 20 * DAY_S), turn(2, A, 20 * DAY_S + 1)))
        assert told(rows) == ["day", 0, f"{20 * DAY_S:g} s", "day", 1, 2]

    def test_left_out_notes_change_no_wait(self) -> None:
        noted = detail(turn(0, C, 0), turn(1, A, 50, internal=True), turn(2, A, 60))
        assert told(rows_of(noted)) == [0, "50 s", 1, "10 s", 2]
        rows = rows_of(noted, hidden=frozenset((1,)))
        assert told(rows) == [0, "60 s", 2]
        assert isinstance(rows[1], GapRow)
        assert rows[1].wait_ms == 60_000

    def test_a_clock_that_goes_back_has_a_row_of_its_own(self) -> None:
        rows = rows_of(detail(turn(0, C, 100), turn(1, A, 40), turn(2, C, 90)))
        assert told(rows) == [0, "60 s", 1, "50 s", 2]
        assert isinstance(rows[1], GapRow)
        assert rows[1].backwards
        assert rows[1].wait_ms is None

    def test_spoken_turns_that_overlap_are_no_clock_that_goes_back(self) -> None:
        one = Turn(position=0, role=C, text="x", start_ms=0, end_ms=9000)
        two = Turn(position=1, role=A, text="x", start_ms=8000, end_ms=50_000)
        three = Turn(position=2, role=C, text="x", start_ms=30_000, end_ms=31_000)
        four = Turn(position=3, role=A, text="x", start_ms=51_000, end_ms=52_000)
        # The customer's second words end at 31 s, and the agent answers 20 s later.
        assert told(rows_of(detail(one, two, three, four))) == [0, 1, 2, "1 s", 3]

    @pytest.mark.parametrize("count", [0, 1])
    def test_hardly_anything(self, count: int) -> None:
        assert told(rows_of(detail(*CHAT.turns[:count]))) == list(range(count))
