"""What the transport bar shows, as one frozen state."""

from dataclasses import dataclass

from qa_desktop.desktop.waveform.state import LaneRole

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
SPEED_STEP = 0.125


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportState:
    """`solo` is the only side heard, None both. `playable` False: no sound, comments still work.

    `soloable` False where both speakers share one channel, `commentable` where the review is
    read only. `skipped_ms` of silence were jumped over. `joining_pct`: how much of several
    recordings is one by now, None where nothing has to be waited for.
    """

    playing: bool = False
    position_ms: int = 0
    duration_ms: int = 0
    rate: float = 1.0
    skip_silence: bool = False
    skipped_ms: int = 0
    solo: LaneRole | None = None
    playable: bool = True
    soloable: bool = True
    swappable: bool = True
    joining_pct: int | None = None
    commentable: bool = True


def speed_text(rate: float) -> str:
    """1×, 1.25×, 0.875×: no more figures than needed."""
    return f"{rate:.3f}".rstrip("0").rstrip(".") + "×"


def next_speed(rate: float, *, faster: bool) -> float:
    """One step of 0.125 on, within 0.5-3."""
    steps = round(rate / SPEED_STEP) + (1 if faster else -1)
    return min(max(steps * SPEED_STEP, SPEEDS[0]), SPEEDS[-1])
