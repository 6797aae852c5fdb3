"""Cuts spans of a recording's peaks for drawing on paper."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from qa_desktop.audio.peaks import Peaks
from qa_desktop.interactions.model import AgentChannel, Recording
from qa_desktop.sheets.content import Clip, Lane

FULL_SCALE = 32768
MOST_GAIN = 12.0
LOUD_PERCENTILE = 99.5


def cut(
    peaks: Peaks,
    recording: Recording,
    *,
    start_ms: int,
    end_ms: int,
    columns: int,
    names: tuple[str, str],
) -> Clip:
    """The span in `columns` columns; `names` are what the agent's and customer's lanes are called.

    `start_ms` and `end_ms` are on the interaction's clock and clamped to the recording.
    """
    # Words may go on after the sound, and so may remarks on them.
    begin = max(0, min(start_ms - recording.offset_ms, peaks.duration_ms - 1))
    end = min(peaks.duration_ms, max(begin + 1, end_ms - recording.offset_ms))
    frames = (end - begin) * peaks.sample_rate_hz / 1000
    level = peaks.level_for(max(1.0, frames / columns))
    per_cell = level.samples_per_cell
    first = min(int(begin * peaks.sample_rate_hz / 1000 / per_cell), level.cells - 1)
    last = max(first + 1, int(np.ceil(end * peaks.sample_rate_hz / 1000 / per_cell)))
    low, high = level.low[:, first:last], level.high[:, first:last]
    columns = max(1, min(columns, low.shape[1]))
    gain = _gain(peaks)
    starts = np.linspace(0, low.shape[1], columns, endpoint=False).astype(np.int64)
    lanes = tuple(
        Lane(
            role=role,
            name=name,
            low=_scaled(np.minimum.reduceat(low[channel], starts), gain),
            high=_scaled(np.maximum.reduceat(high[channel], starts), gain),
        )
        for channel, role, name in lanes_of(recording, peaks.channels, names)
    )
    return Clip(start_ms=begin + recording.offset_ms, end_ms=end + recording.offset_ms, lanes=lanes)


def _gain(peaks: Peaks) -> float:
    """Lets a quiet recording fill its lanes; one click does not hold the others down."""
    coarse = peaks.levels[-1]
    loud = np.maximum(np.abs(coarse.low.astype(np.int32)), coarse.high)
    loudest = float(np.percentile(loud, LOUD_PERCENTILE)) if loud.size else 0.0
    return min(MOST_GAIN, FULL_SCALE / loudest) if loudest else 1.0


def _scaled(values: npt.NDArray[np.int16], gain: float) -> npt.NDArray[np.float32]:
    scaled: npt.NDArray[np.float32] = (values * (gain / FULL_SCALE)).astype(np.float32)
    return scaled.clip(-1, 1)


def lanes_of(
    recording: Recording, channels: int, names: tuple[str, str]
) -> Sequence[tuple[int, str, str]]:
    """(channel, role, name) of each lane, the agent's first."""
    agent, customer = names
    if channels == 1 or recording.agent_channel is AgentChannel.MONO:
        return [(channel, "", "") for channel in range(min(channels, 2))]
    agent_at = 0 if recording.agent_channel is AgentChannel.LEFT else 1
    return [(agent_at, "agent", agent), (1 - agent_at, "customer", customer)]
