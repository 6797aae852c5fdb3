"""What the waveform shows of a recording: its lanes, its comments as pins, its silences."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.audio.peaks import Peaks
from qa_desktop.audio.silence import find_silences, talk_shares
from qa_desktop.desktop.player.protocol import Solo
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.waveform.state import Band, Lane, LaneRole, Pin, Span
from qa_desktop.interactions.model import AgentChannel, Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """Found in the whole recording. Shares are of its time, None where both share a channel."""

    silences: tuple[Span, ...] = ()
    agent_share: float | None = None
    customer_share: float | None = None

    @property
    def longest_silence_ms(self) -> int:
        return max((span.length_ms for span in self.silences), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneNames:
    """Words of the page's language."""

    agent: str
    customer: str
    both: str


def is_two_sided(recording: Recording) -> bool:
    return recording.channels == 2 and recording.agent_channel is not AgentChannel.MONO


def agent_lane(recording: Recording) -> int:
    return 1 if recording.agent_channel is AgentChannel.RIGHT else 0


def lanes_of(recording: Recording, names: LaneNames, solo: LaneRole | None) -> tuple[Lane, ...]:
    if not is_two_sided(recording):
        return tuple(
            Lane(
                channel=channel,
                label=names.both if recording.channels == 1 else f"{names.both} {channel + 1}",
                role=LaneRole.NEUTRAL,
            )
            for channel in range(min(recording.channels, 2))
        )
    agent = agent_lane(recording)
    sides = ((LaneRole.AGENT, agent, names.agent), (LaneRole.CUSTOMER, 1 - agent, names.customer))
    return tuple(
        Lane(channel=channel, label=label, role=role, muted=solo not in (None, role))
        for role, channel, label in sides
    )


def solo_of(recording: Recording, role: LaneRole | None) -> Solo:
    if role is None or not is_two_sided(recording):
        return Solo.BOTH
    agent = agent_lane(recording)
    channel = agent if role is LaneRole.AGENT else 1 - agent
    return Solo.LEFT if channel == 0 else Solo.RIGHT


def sound_facts(peaks: Peaks, recording: Recording) -> SoundFacts:
    silences = tuple(
        Span(start_ms=silence.start_ms, end_ms=silence.end_ms) for silence in find_silences(peaks)
    )
    if not is_two_sided(recording):
        return SoundFacts(silences=silences)
    shares = talk_shares(peaks)
    agent = agent_lane(recording)
    return SoundFacts(
        silences=silences, agent_share=shares[agent], customer_share=shares[1 - agent]
    )


def bands_of(facts: SoundFacts) -> tuple[Band, ...]:
    return tuple(Band(span=span) for span in facts.silences)


def pins_of(comments: Sequence[CommentState], offset_ms: int) -> tuple[Pin, ...]:
    """Comments with a moment, on the recording's clock and sorted by it."""
    pins = [
        Pin(
            id=comment.id,
            number=comment.number,
            kind=comment.kind,
            start_ms=comment.start_ms - offset_ms,
            end_ms=None if comment.end_ms is None else comment.end_ms - offset_ms,
            label=comment.text,
        )
        for comment in comments
        if comment.start_ms is not None
    ]
    return tuple(sorted(pins, key=lambda pin: pin.start_ms))
