"""Puts the recordings of one call, a transfer's legs, on the call's one clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa_desktop.interactions.model import AgentChannel, Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A recording's place; milliseconds from where the first leg begins."""

    recording: Recording
    start_ms: int
    end_ms: int

    @property
    def is_two_sided(self) -> bool:
        return is_two_sided(self.recording)


def is_two_sided(recording: Recording) -> bool:
    return recording.channels == 2 and recording.agent_channel is not AgentChannel.MONO


def legs_of(recordings: Sequence[Recording]) -> tuple[Leg, ...]:
    """In the order of time; empty where there is no recording."""
    if not recordings:
        return ()
    begin_ms = min(recording.offset_ms for recording in recordings)
    ordered = sorted(recordings, key=lambda one: (one.offset_ms, one.position))
    return tuple(
        Leg(
            recording=recording,
            start_ms=recording.offset_ms - begin_ms,
            end_ms=recording.offset_ms - begin_ms + recording.duration_ms,
        )
        for recording in ordered
    )


def as_one(recordings: Sequence[Recording]) -> Recording:
    """What all recordings of a call are together: the only one, or what is joined of several.

    Joined, the agent is on the left unless no leg tells the sides apart; `path` and `media_hash`
    are empty, as nothing of it is kept. Raises ValueError where there is no recording.
    """
    legs = legs_of(recordings)
    if not legs:
        raise ValueError("a call without recordings")
    if len(legs) == 1:
        return legs[0].recording
    first = legs[0].recording
    sided = any(leg.is_two_sided for leg in legs)
    return replace(
        first,
        id="+".join(leg.recording.id for leg in legs),
        media_hash="",
        file_name=" + ".join(leg.recording.file_name for leg in legs),
        path="",
        referenced=False,
        duration_ms=max(leg.end_ms for leg in legs),
        sample_rate_hz=max(leg.recording.sample_rate_hz for leg in legs),
        channels=2 if sided else 1,
        codec="joined",
        agent_channel=AgentChannel.LEFT if sided else AgentChannel.MONO,
        position=0,
    )


def gaps_of(legs: Sequence[Leg], until_ms: int) -> tuple[tuple[int, int], ...]:
    """Where none of the legs is heard, from 0 to `until_ms`: (start_ms, end_ms), sorted."""
    gaps = []
    heard_until_ms = 0
    for leg in legs:
        if leg.start_ms > heard_until_ms:
            gaps.append((heard_until_ms, leg.start_ms))
        heard_until_ms = max(heard_until_ms, leg.end_ms)
    if heard_until_ms < until_ms:
        gaps.append((heard_until_ms, until_ms))
    return tuple(gaps)


def pieces_of(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """The legs without what an earlier one covers already: every moment is in one of them."""
    pieces = []
    heard_until_ms = 0
    for leg in legs:
        start_ms = max(leg.start_ms, heard_until_ms)
        if leg.end_ms > start_ms:
            pieces.append(replace(leg, start_ms=start_ms))
            heard_until_ms = leg.end_ms
    return tuple(pieces)


def leg_at(legs: Sequence[Leg], moment_ms: int) -> Leg:
    """The one that is heard then, the latest where they overlap; in a gap the one before it."""
    begun = [leg for leg in legs if leg.start_ms <= moment_ms]
    return begun[-1] if begun else legs[0]
