"""What the waveform shows of a call: its lanes, its comments as pins, silences and overlaps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qa_desktop.audio.activity import activity, hear
from qa_desktop.audio.overlap import find_overlaps, piece_of, sounds_alike
from qa_desktop.audio.peaks import Peaks
from qa_desktop.audio.silence import find_silences
from qa_desktop.desktop.player.protocol import Solo
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.waveform.state import Band, BandKind, Lane, LaneRole, LegMark, Pin, Span
from qa_desktop.interactions.legs import Leg, as_one, gaps_of, is_two_sided, pieces_of
from qa_desktop.interactions.model import AgentChannel, Recording


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """Found in the whole call. Shares are of the time that was recorded with each side apart;
    None where both share a channel throughout.
    """

    silences: tuple[Span, ...] = ()
    overlaps: tuple[Span, ...] = ()
    agent_share: float | None = None
    customer_share: float | None = None

    @property
    def longest_silence(self) -> Span | None:
        return max(self.silences, key=lambda span: span.length_ms, default=None)

    @property
    def silence_ms(self) -> int:
        return sum(span.length_ms for span in self.silences)

    @property
    def overlap_ms(self) -> int:
        return sum(span.length_ms for span in self.overlaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneNames:
    """Words of the page's language."""

    agent: str
    customer: str
    both: str


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


def sound_facts(peaks: Peaks, legs: Sequence[Leg], *, joined: bool) -> SoundFacts:
    """Leg by leg: each has its own noise, and what lies between them was not recorded.

    `joined`: the peaks are of a whole call, of which `legs` are those that are heard.
    """
    if not joined:
        return _facts_of(peaks, legs[0].recording).found()
    whole = _Tally()
    for leg in pieces_of(legs):
        piece, begin_ms = piece_of(peaks, leg.start_ms, leg.end_ms)
        # Joined, every leg has its sides where the whole has them.
        alike = as_one([leg.recording, leg.recording])
        whole.add(_facts_of(piece, alike), begin_ms)
    return whole.found()


class _Tally:
    """Facts of one piece or several, on one clock."""

    def __init__(self) -> None:
        self.silences: list[Span] = []
        self.overlaps: list[Span] = []
        self.agent_ms = 0
        self.customer_ms = 0
        self.sided_ms = 0

    def add(self, piece: "_Tally", begin_ms: int) -> None:
        self.silences += _shifted(piece.silences, begin_ms)
        self.overlaps += _shifted(piece.overlaps, begin_ms)
        self.agent_ms += piece.agent_ms
        self.customer_ms += piece.customer_ms
        self.sided_ms += piece.sided_ms

    def found(self) -> SoundFacts:
        sided = self.sided_ms > 0
        return SoundFacts(
            silences=tuple(self.silences),
            overlaps=tuple(self.overlaps),
            agent_share=self.agent_ms / self.sided_ms if sided else None,
            customer_share=self.customer_ms / self.sided_ms if sided else None,
        )


def _facts_of(peaks: Peaks, recording: Recording) -> _Tally:
    tally, heard = _Tally(), hear(peaks)
    tally.silences = [
        Span(start_ms=one.start_ms, end_ms=one.end_ms) for one in find_silences(peaks, heard)
    ]
    if not is_two_sided(recording) or peaks.channels < 2 or sounds_alike(peaks, heard):
        return tally
    tally.overlaps = [
        Span(start_ms=one.start_ms, end_ms=one.end_ms) for one in find_overlaps(peaks, heard)
    ]
    speech = [channel.speech_ms for channel in activity(peaks, heard)]
    agent = agent_lane(recording)
    tally.agent_ms, tally.customer_ms = speech[agent], speech[1 - agent]
    tally.sided_ms = max(1, peaks.duration_ms)
    return tally


def _shifted(spans: Sequence[Span], by_ms: int) -> list[Span]:
    return [Span(start_ms=span.start_ms + by_ms, end_ms=span.end_ms + by_ms) for span in spans]


def marks_of(
    legs: Sequence[Leg], absent: Sequence[Recording], duration_ms: int
) -> tuple[LegMark, ...]:
    """The legs and, as absent ones, the time between them; none for a call of one recording."""
    if len(legs) == 1:
        return ()
    template = QCoreApplication.translate("Waveform", "Leg {0} · {1}")
    gone = {recording.id for recording in absent}
    marks = [
        LegMark(
            span=Span(start_ms=leg.start_ms, end_ms=leg.end_ms),
            label=template.format(number, leg.recording.file_name),
            absent=leg.recording.id in gone,
        )
        for number, leg in enumerate(legs, start=1)
    ]
    label = QCoreApplication.translate("Waveform", "not recorded")
    for start_ms, end_ms in gaps_of(legs, duration_ms):
        span = Span(start_ms=start_ms, end_ms=end_ms)
        marks.append(LegMark(span=span, label=label, absent=True))
    return tuple(sorted(marks, key=lambda mark: mark.span.start_ms))


def bands_of(facts: SoundFacts) -> tuple[Band, ...]:
    silences = [Band(span=span) for span in facts.silences]
    overlaps = [Band(span=span, kind=BandKind.OVERLAP) for span in facts.overlaps]
    return tuple(sorted((*silences, *overlaps), key=lambda band: band.span.start_ms))


def pins_of(comments: Sequence[CommentState], offset_ms: int) -> tuple[Pin, ...]:
    """Comments with a moment, on the sound's clock and sorted by it."""
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


def span_of(
    comments: Sequence[CommentState], comment_id: str | None, offset_ms: int
) -> Span | None:
    """Of a comment, on the sound's clock; None where it has no moment."""
    pin = next((pin for pin in pins_of(comments, offset_ms) if pin.id == comment_id), None)
    if pin is None:
        return None
    return Span(start_ms=pin.start_ms, end_ms=pin.start_ms if pin.end_ms is None else pin.end_ms)
