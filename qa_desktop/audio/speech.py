"""Who speaks when: talk time, silence, overlap and how long answers take."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.audio.activity import ChannelActivity, activity, hear
from qa_desktop.audio.peaks import Peaks
from qa_desktop.audio.silence import Silence, find_silences

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """`channel` began to speak at `at_ms`, `gap_ms` after another had stopped."""

    channel: int
    at_ms: int
    gap_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechReport:
    """Milliseconds of a whole recording.

    `overlap_ms` has one entry a channel: how long it speaks while another does. `together_ms` is
    when two or more speak, `anyone_ms` when at least one does.
    """

    duration_ms: int
    channels: tuple[ChannelActivity, ...]
    overlap_ms: tuple[int, ...]
    together_ms: int
    anyone_ms: int
    silences: tuple[Silence, ...]
    responses: tuple[Response, ...]

    @property
    def talk_ratio(self) -> float | None:
        """Speech of the first channel to that of the second; None without two that speak."""
        if len(self.channels) < 2 or not self.channels[1].speech_ms:
            return None
        return self.channels[0].speech_ms / self.channels[1].speech_ms


def speech_report(peaks: Peaks) -> SpeechReport:
    heard = hear(peaks)
    channels = activity(peaks, heard)
    spoken = [channel.speech for channel in channels]
    overlap = []
    for number, spans in enumerate(spoken):
        others = union([span for other in _without(spoken, number) for span in other])
        overlap.append(_common_ms(spans, others))
    everything = [span for spans in spoken for span in spans]
    anyone = union(everything)
    return SpeechReport(
        duration_ms=peaks.duration_ms,
        channels=channels,
        overlap_ms=tuple(overlap),
        together_ms=_ms(union(_doubled(spoken))),
        anyone_ms=_ms(anyone),
        silences=find_silences(peaks, heard),
        responses=responses(spoken),
    )


def responses(spoken: Sequence[Spans]) -> tuple[Response, ...]:
    """Each time the floor changes hands with a pause; talking into another is none.

    A channel answers when another spoke since its own last span and nobody speaks as it begins.
    """
    found = []
    for channel, spans in enumerate(spoken):
        others = union([span for other in _without(spoken, channel) for span in other])
        starts, ends = [start for start, _ in others], [end for _, end in others]
        own_end = -1
        for start, end in spans:
            heard = bisect_right(ends, start) - 1
            nobody_speaks = bisect_left(starts, start) == heard + 1
            if heard >= 0 and nobody_speaks and ends[heard] > own_end:
                found.append(Response(channel=channel, at_ms=start, gap_ms=start - ends[heard]))
            own_end = end
    return tuple(sorted(found, key=lambda response: response.at_ms))


def union(spans: Spans) -> list[tuple[int, int]]:
    """Sorted, apart, covering the same time."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def intersection(left: Spans, right: Spans) -> list[tuple[int, int]]:
    """Of two lists that are each sorted and apart."""
    common = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if start < end:
            common.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return common


def _without(spoken: Sequence[Spans], channel: int) -> list[Spans]:
    return [spans for number, spans in enumerate(spoken) if number != channel]


def _doubled(spoken: Sequence[Spans]) -> list[tuple[int, int]]:
    return [
        span
        for number, spans in enumerate(spoken)
        for later in spoken[number + 1 :]
        for span in intersection(spans, later)
    ]


def _common_ms(left: Spans, right: Spans) -> int:
    return _ms(intersection(left, right))


def _ms(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
