"""Frames joined into large ones, also where a recording changes its format midway."""

import numpy as np
from av.audio.frame import AudioFrame

from qa_desktop.audio.frames import Joiner, native


def frame(channels: int, samples: int, *, layout: str, rate_hz: int = 8000) -> AudioFrame:
    made = AudioFrame.from_ndarray(
        np.full((1, samples * channels), 1000, np.int16), format="s16", layout=layout
    )
    made.sample_rate = rate_hz
    return made


def joined(*frames: AudioFrame) -> tuple[list[AudioFrame], Joiner]:
    joiner = Joiner(frames[0])
    return list(joiner.join(iter(frames), 1 << 17)), joiner


def test_another_format_midway_is_converted_to_the_first() -> None:
    (whole,), joiner = joined(
        frame(1, 800, layout="mono"), frame(2, 1600, layout="stereo", rate_hz=16000)
    )
    assert joiner.dropped == 0
    assert native(whole).shape[0] == 1
    assert abs(whole.samples - 1600) <= 16


def test_a_format_that_nothing_can_convert_costs_only_itself() -> None:
    """Damaged AAC may claim any number of channels from one frame to the next."""
    first = frame(2, 800, layout="stereo")
    strange = AudioFrame(format="s16", layout="39 channels", samples=800)
    strange.sample_rate = 8000
    found, joiner = joined(first, strange, frame(2, 800, layout="stereo"))
    assert joiner.dropped >= 1
    assert sum(one.samples for one in found) == 1600
