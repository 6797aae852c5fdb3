"""Puts the turns of a call on the clock of its sound."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.interactions.call_files import Call
from qa_desktop.interactions.model import Role, Turn
from qa_desktop.interactions.names import Side
from qa_desktop.interactions.plan import PlannedSound
from qa_desktop.interactions.reading import Offsets


def shifted(turns: Sequence[Turn], by_ms: int) -> tuple[Turn, ...]:
    """The turns on a clock that is `by_ms` ahead; what comes before its start begins there."""
    if not by_ms:
        return tuple(turns)

    def moved(moment_ms: int) -> int:
        return max(moment_ms + by_ms, 0)

    return tuple(
        replace(
            turn,
            start_ms=None if turn.start_ms is None else moved(turn.start_ms),
            end_ms=None if turn.end_ms is None else moved(turn.end_ms),
            words=tuple(
                replace(word, start_ms=moved(word.start_ms), end_ms=moved(word.end_ms))
                for word in turn.words
            ),
        )
        for turn in turns
    )


def words_of(call: Call, sound: PlannedSound) -> tuple[Turn, ...]:
    """The transcript; of two one-sided ones the turns of both, in the order of time."""
    if call.transcript is None:
        return ()
    if call.other_words is None:
        return call.transcript.parsed.turns
    begins = sound.offsets or Offsets(agent_ms=0, customer_ms=0)
    turns = [
        replace(turn, role=role if turn.role is Role.OTHER else turn.role)
        for text, role, begin_ms in (
            (call.transcript, Role.AGENT, begins.agent_ms),
            (call.other_words, Role.CUSTOMER, begins.customer_ms),
        )
        for turn in shifted(text.parsed.turns, begin_ms)
    ]
    turns.sort(key=lambda turn: turn.start_ms if turn.start_ms is not None else 0)
    return tuple(replace(turn, position=position) for position, turn in enumerate(turns))


def start_ms(call: Call, sound: PlannedSound, told: Offsets | None) -> int:
    """Where the sound file begins on the clock of its transcript."""
    if told is None:
        return 0
    if sound.offsets is not None:
        return told.customer_ms - sound.offsets.customer_ms
    if call.sound.parts.certain_side and sound.info.channels == 1:
        return told.agent_ms if call.sound.parts.side is Side.AGENT else told.customer_ms
    return 0


def end_ms_of(turns: Sequence[Turn]) -> int | None:
    """When the last word was said; None where no turn has a time."""
    ends = (turn.end_ms if turn.end_ms is not None else turn.start_ms for turn in turns)
    return max((end_ms for end_ms in ends if end_ms is not None), default=None)


def tells_something(turn: Turn) -> bool:
    """Whether it says who spoke or when; letters and licences don't."""
    known = turn.role is not Role.OTHER or turn.author is not None
    return known or turn.start_ms is not None or turn.sent_at is not None
