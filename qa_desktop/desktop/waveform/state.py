"""What the waveform shows, as one frozen state."""

from dataclasses import dataclass
from enum import StrEnum

from qa_desktop.audio.peaks import Peaks
from qa_desktop.reviews.model import CommentKind


class LaneRole(StrEnum):
    """Whose voice a lane holds; it decides the colour."""

    AGENT = "agent"
    CUSTOMER = "customer"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Milliseconds on the recording's clock, `start_ms` <= `end_ms`."""

    start_ms: int
    end_ms: int

    @property
    def length_ms(self) -> int:
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One speaker's channel, named as a person reads it. `muted`: drawn pale, not heard."""

    channel: int
    label: str
    role: LaneRole
    muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A comment on the waveform; `end_ms` None is a point. `number` is what its disc shows."""

    id: str
    number: int
    kind: CommentKind
    start_ms: int
    end_ms: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWord:
    """A word of the transcript with its time; `role` says in whose lane it is written."""

    start_ms: int
    end_ms: int
    text: str
    role: LaneRole


class BandKind(StrEnum):
    SILENCE = "silence"
    OVERLAP = "overlap"
    FINDING = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A shaded stretch over all lanes: silence, both sides at once, or what a check found.

    An empty `label` on a long silence is filled with its length.
    """

    span: Span
    kind: BandKind = BandKind.SILENCE
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegMark:
    """One of several recordings of a call; `absent`: its file is not at hand."""

    span: Span
    label: str
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaveformState:
    """Everything the waveform draws.

    `media_id` names the recording: another id shows the whole call again. `peaks` None: nothing
    decoded yet; `partial`: still growing. `pins` and `words` are sorted by `start_ms`. `selection`
    is the dragged range. `visible` None leaves the zoom as the person has it. While `playing` the
    view follows its position source instead of `playhead_ms`.
    """

    media_id: str = ""
    duration_ms: int = 0
    peaks: Peaks | None = None
    partial: bool = False
    lanes: tuple[Lane, ...] = ()
    pins: tuple[Pin, ...] = ()
    active_pin: str | None = None
    bands: tuple[Band, ...] = ()
    words: tuple[SaidWord, ...] = ()
    legs: tuple[LegMark, ...] = ()
    selection: Span | None = None
    visible: Span | None = None
    playhead_ms: int = 0
    playing: bool = False
    follow: bool = True
