"""How long customers waited: from the first unanswered message to the next public answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from qa_desktop.interactions.model import Role, Turn

AGENTS = frozenset((Role.AGENT,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When a turn was said, in milliseconds from the interaction's start; a message is a point."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A customer's wait, by the positions of the turns that begin and end it.

    `answered` None: nobody answered any more. `length_ms` None: one of the two has no time, or
    the answer is dated before what it answers (`backwards`), or there was none.
    """

    asked: int
    answered: int | None = None
    by: Role | None = None
    length_ms: int | None = None
    backwards: bool = False


def spans_of(turns: Sequence[Turn]) -> Mapping[int, Span]:
    """When each turn was said, by position; turns without a time are left out.

    Turns that have only a date are set on the clock of those that have both.
    """
    dated = [turn for turn in turns if turn.sent_at is not None]
    anchor = next((turn for turn in dated if turn.start_ms is not None), None)
    begin_s = min((turn.sent_at.timestamp() for turn in dated if turn.sent_at), default=0.0)
    if anchor is not None and anchor.sent_at is not None:
        begin_s = anchor.sent_at.timestamp() - (anchor.start_ms or 0) / 1000
    spans = {}
    for turn in turns:
        start_ms = turn.start_ms
        if start_ms is None and turn.sent_at is not None:
            start_ms = round((turn.sent_at.timestamp() - begin_s) * 1000)
        if start_ms is not None:
            end_ms = start_ms if turn.end_ms is None else max(turn.end_ms, start_ms)
            spans[turn.position] = Span(start_ms=start_ms, end_ms=end_ms)
    return spans


def waits_of(turns: Sequence[Turn], answering: Collection[Role] = AGENTS) -> tuple[Wait, ...]:
    """Every wait in order; the last may be open.

    It is calendar time. Internal notes and system messages answer nobody. A wait counts from the
    end of what was said (calls) to the beginning of the answer; an answer that cuts in ends a wait
    of nothing. What one of the two messages' missing time hides stays unknown: the next message
    that has a time would tell of another wait.
    """
    spans = spans_of(turns)
    waits = []
    asked: Turn | None = None
    for turn in turns:
        if turn.internal:
            continue
        if turn.role is Role.CUSTOMER and asked is None:
            asked = turn
        elif turn.role in answering and asked is not None:
            waits.append(_wait(asked, turn, spans))
            asked = None
    if asked is not None:
        waits.append(Wait(asked=asked.position))
    return tuple(waits)


def _wait(asked: Turn, answer: Turn, spans: Mapping[int, Span]) -> Wait:
    begun, ended = spans.get(asked.position), spans.get(answer.position)
    length_ms: int | None = None
    backwards = False
    if begun is not None and ended is not None:
        backwards = ended.start_ms < begun.start_ms
        length_ms = None if backwards else max(ended.start_ms - begun.end_ms, 0)
    return Wait(
        asked=asked.position,
        answered=answer.position,
        by=answer.role,
        length_ms=length_ms,
        backwards=backwards,
    )


def longest_wait(waits: Sequence[Wait]) -> Wait | None:
    """The first of the longest measured ones; None where none could be measured."""
    measured = [wait for wait in waits if wait.length_ms is not None]
    return max(measured, key=lambda wait: wait.length_ms or 0, default=None)
