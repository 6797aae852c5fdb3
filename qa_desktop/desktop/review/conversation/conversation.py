"""A chat or a ticket as rows in the order of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qa_desktop.desktop.review.conversation.moments import day_of
from qa_desktop.interactions.model import InteractionDetail, TicketEvent, Turn
from qa_desktop.interactions.ticket_history import OVER, in_time, reopenings, standing_of
from qa_desktop.interactions.waits import Span, Wait, longest_wait, spans_of, waits_of

SHORTEST_GAP_MS = 20_000
_TOGETHER_S = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A day begins: `day` on this machine's calendar."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """Nothing happened for so long. `wait_ms`: how long the customer had waited when it ended.

    `longest`: no customer waited longer in this conversation. `backwards`: what follows is dated
    so much before what stands above it.
    """

    length_ms: int
    wait_ms: int | None = None
    longest: bool = False
    backwards: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """`after_ms`: since what stands above it, where that is too short for a row of its own."""

    turn: Turn
    after_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """Changes that one person made at one time. `reopened`: work on it began again; `over`: it
    was solved or closed."""

    events: tuple[TicketEvent, ...]
    reopened: bool = False
    over: bool = False


Row = TurnRow | GapRow | EventRow | DayRow


def rows_of(detail: InteractionDetail, *, hidden: frozenset[int] = frozenset()) -> tuple[Row, ...]:
    """Turns, changes, the days they were on, and the gaps between them.

    `hidden` are positions of turns to leave out; what customers waited does not change by that.
    """
    turns = [turn for turn in detail.turns if turn.position not in hidden]
    return _Rows(detail, turns).made()


class _Rows:
    def __init__(self, detail: InteractionDetail, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._events = detail.events
        self._spans = spans_of(detail.turns)
        waits = waits_of(detail.turns)
        self._waits: Mapping[int | None, Wait] = {wait.answered: wait for wait in waits}
        longest = longest_wait(waits)
        self._longest = longest.answered if longest is not None else None
        self._reopened = frozenset(event.position for event in reopenings(detail.events))
        self._begin_s = _begin_s(detail.turns, self._spans)
        moments: list[Turn | TicketEvent] = [*turns, *detail.events]
        self._days = len({day for each in moments if (day := _day(each))}) > 1
        self._rows: list[Row] = []
        self._end_ms: int | None = None
        self._day: date | None = None

    def made(self) -> tuple[Row, ...]:
        for moment in _by_time(self._turns, self._events):
            if isinstance(moment, Turn):
                self._add_turn(moment)
            else:
                self._add_event(moment)
        return tuple(self._rows)

    def _begin_day(self, moment: Turn | TicketEvent) -> None:
        day = _day(moment)
        if self._days and day is not None and day != self._day:
            self._day = day
            self._rows.append(DayRow(day=day))

    def _add_turn(self, turn: Turn) -> None:
        span = self._spans.get(turn.position)
        gap_ms = self._gap_ms(span)
        wait = self._waits.get(turn.position)
        waited_ms = wait.length_ms if wait is not None else None
        worth_a_row = gap_ms >= SHORTEST_GAP_MS or (waited_ms or 0) >= SHORTEST_GAP_MS
        if worth_a_row or gap_ms < 0:
            self._rows.append(
                GapRow(
                    length_ms=abs(gap_ms),
                    wait_ms=waited_ms,
                    longest=wait is not None and self._longest == turn.position,
                    backwards=gap_ms < 0,
                )
            )
        self._begin_day(turn)
        self._rows.append(TurnRow(turn=turn, after_ms=0 if worth_a_row else max(gap_ms, 0)))
        if span is not None:
            same_clock = gap_ms >= 0 and self._end_ms is not None
            self._end_ms = max(span.end_ms, self._end_ms or 0) if same_clock else span.end_ms

    def _gap_ms(self, span: Span | None) -> int:
        """Negative where the clock goes back; what begins before the other ends is no gap."""
        if span is None or self._end_ms is None:
            return 0
        gap_ms = span.start_ms - self._end_ms
        overlaps = gap_ms < 0 and span.end_ms > span.start_ms
        return 0 if overlaps else gap_ms

    def _add_event(self, event: TicketEvent) -> None:
        reopened = event.position in self._reopened
        over = standing_of(event) in OVER
        last = self._rows[-1] if self._rows else None
        if isinstance(last, EventRow) and _together(last.events[-1], event):
            self._rows[-1] = EventRow(
                events=(*last.events, event),
                reopened=last.reopened or reopened,
                over=last.over or over,
            )
            return
        if event.at is not None and self._begin_s is not None:
            at_ms = round((event.at.timestamp() - self._begin_s) * 1000)
            gap_ms = 0 if self._end_ms is None else at_ms - self._end_ms
            if gap_ms >= SHORTEST_GAP_MS:
                self._rows.append(GapRow(length_ms=gap_ms))
            self._end_ms = max(at_ms, self._end_ms or 0)
        self._begin_day(event)
        self._rows.append(EventRow(events=(event,), reopened=reopened, over=over))


def _begin_s(turns: Sequence[Turn], spans: Mapping[int, Span]) -> float | None:
    """When the interaction's clock stood at 0; None where no turn is dated."""
    for turn in turns:
        if turn.sent_at is not None and turn.position in spans:
            return turn.sent_at.timestamp() - spans[turn.position].start_ms / 1000
    return None


def _day(moment: Turn | TicketEvent) -> date | None:
    at = moment.sent_at if isinstance(moment, Turn) else moment.at
    return None if at is None else day_of(at)


def _together(one: TicketEvent, other: TicketEvent) -> bool:
    if one.at is None or other.at is None or one.actor != other.actor:
        return False
    return abs((other.at - one.at).total_seconds()) <= _TOGETHER_S


def _by_time(turns: Sequence[Turn], events: Sequence[TicketEvent]) -> list[Turn | TicketEvent]:
    """Turns keep their order; an event stands before the first turn that was sent after it."""
    merged: list[Turn | TicketEvent] = []
    waiting = in_time(events)
    for turn in turns:
        while waiting and _before(waiting[0].at, turn.sent_at):
            merged.append(waiting.pop(0))
        merged.append(turn)
    return merged + waiting


def _before(event_at: datetime | None, sent_at: datetime | None) -> bool:
    return event_at is not None and sent_at is not None and event_at < sent_at
