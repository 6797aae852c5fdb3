"""What is written beside the pointer: the time, a range's length, and close up how loud it is."""

from PySide6.QtCore import QPointF

from qa_desktop.desktop.waveform.columns import Samples
from qa_desktop.desktop.waveform.gestures import Meaning, Selecting
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.sample_dots import level_db
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.time_text import level_text, moment_text

_FINE_MS_PER_PX = 8.0


def readout(
    at: QPointF,
    plan: CanvasPlan,
    scale: TimeScale,
    state: WaveformState,
    samples: Samples | None,
    dragged: Meaning | None,
) -> str:
    fine = scale.ms_per_px <= _FINE_MS_PER_PX
    decimals = 3 if fine else 1
    parts = [moment_text(scale.moment(at.x()), decimals)]
    if isinstance(dragged, Selecting):
        parts.append(f"↔ {moment_text(dragged.span.length_ms, decimals)}")
    start_ms = scale.start_ms + at.x() * scale.ms_per_px
    for index, lane in enumerate(state.lanes):
        if fine and state.peaks is not None and plan.lane(index).contains(at):
            end_ms = start_ms + scale.ms_per_px
            level = level_db(state.peaks, samples, lane.channel, start_ms, end_ms)
            if level is not None:
                parts.append(level_text(level))
    return "   ".join(parts)
