"""What a chat's or ticket's times say of the service, and where each of it can be seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa_desktop.interactions.model import InteractionDetail, Kind, Role, Turn
from qa_desktop.interactions.ticket_history import Resolution, reopenings, resolution_of
from qa_desktop.interactions.waits import Span, Wait, longest_wait, spans_of, waits_of

_ANYBODY = frozenset((Role.AGENT, Role.BOT))
_SPEAKING = frozenset((Role.AGENT, Role.BOT, Role.CUSTOMER))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFacts:
    """All times are calendar time, in milliseconds.

    `first_response` and `longest_wait` None: nobody waited, or it can't be told. `bot_reply`: where
    a bot answered first. `unmeasured`: waits whose messages lack a time or are dated backwards;
    `unanswered`: how many messages of the customer nobody answered at the end. `handling_ms`: from
    the first agent's message to the last, or as the export says (`handling_known`). `untimed`:
    messages without a time; `timeless`: none has one. `backwards`: how often the clock goes back.
    `reopened`: positions of the events. `last_turn` None: there is none.
    """

    first_response: Wait | None = None
    longest_wait: Wait | None = None
    bot_reply: Wait | None = None
    unmeasured: int = 0
    unanswered: int = 0
    agent_messages: int = 0
    customer_messages: int = 0
    bot_messages: int = 0
    notes: int = 0
    duration_ms: int | None = None
    handling_ms: int | None = None
    handling_known: bool = False
    resolution: Resolution | None = None
    reopened: tuple[int, ...] = ()
    csat: float | None = None
    messages: int = 0
    untimed: int = 0
    backwards: int = 0
    last_turn: int | None = None

    @property
    def timeless(self) -> bool:
        return self.untimed == self.messages


def facts_of(detail: InteractionDetail) -> ConversationFacts:
    said = [turn for turn in detail.turns if not turn.internal and turn.role in _SPEAKING]
    public = [turn for turn in detail.turns if not turn.internal]
    counted = said or public
    spans = spans_of(detail.turns)
    waits = waits_of(detail.turns)
    answered = [wait for wait in waits if wait.answered is not None]
    known = detail.interaction.metadata
    handling_ms = _handling_ms(public, spans)
    if known.handle_time_s is not None:
        handling_ms = round(known.handle_time_s * 1000)
    return ConversationFacts(
        first_response=_measured(waits[0]) if waits else None,
        longest_wait=longest_wait(waits),
        bot_reply=_bot_reply(public),
        unmeasured=sum(wait.length_ms is None for wait in answered),
        unanswered=_unanswered(public, waits),
        agent_messages=_count(public, Role.AGENT),
        customer_messages=_count(public, Role.CUSTOMER),
        bot_messages=_count(public, Role.BOT),
        notes=len(detail.turns) - len(public),
        duration_ms=_length_ms(counted, spans),
        handling_ms=handling_ms,
        handling_known=known.handle_time_s is not None,
        resolution=resolution_of(detail) if detail.interaction.kind is Kind.TICKET else None,
        reopened=tuple(event.position for event in reopenings(detail.events)),
        csat=known.csat,
        messages=len(counted),
        untimed=sum(turn.position not in spans for turn in counted),
        backwards=_backwards(counted, spans),
        last_turn=counted[-1].position if counted else None,
    )


def _measured(wait: Wait) -> Wait | None:
    return wait if wait.length_ms is not None else None


def _bot_reply(turns: Sequence[Turn]) -> Wait | None:
    first = next(iter(waits_of(turns, _ANYBODY)), None)
    return first if first is not None and first.by is Role.BOT else None


def _unanswered(turns: Sequence[Turn], waits: Sequence[Wait]) -> int:
    if not waits or waits[-1].answered is not None:
        return 0
    asked = waits[-1].asked
    return sum(turn.role is Role.CUSTOMER and turn.position >= asked for turn in turns)


def _count(turns: Sequence[Turn], role: Role) -> int:
    return sum(turn.role is role for turn in turns)


def _known(turns: Sequence[Turn], spans: Mapping[int, Span]) -> list[Span]:
    return [spans[turn.position] for turn in turns if turn.position in spans]


def _length_ms(turns: Sequence[Turn], spans: Mapping[int, Span]) -> int | None:
    """From the beginning of the first to the end of the last; None for fewer than two."""
    known = _known(turns, spans)
    if len(known) < 2:
        return None
    return max(span.end_ms for span in known) - min(span.start_ms for span in known)


def _handling_ms(turns: Sequence[Turn], spans: Mapping[int, Span]) -> int | None:
    return _length_ms([turn for turn in turns if turn.role is Role.AGENT], spans)


def _backwards(turns: Sequence[Turn], spans: Mapping[int, Span]) -> int:
    starts = [span.start_ms for span in _known(turns, spans)]
    return sum(later < earlier for earlier, later in pairwise(starts))
