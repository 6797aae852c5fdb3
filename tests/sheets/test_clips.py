"""Spans of a recording, cut for paper."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.peaks import Peaks, build_peaks
from qa_desktop.audio.wav_writer import writing_wav
from qa_desktop.interactions.model import AgentChannel, Recording
from qa_desktop.sheets.clips import cut

Record = Callable[..., Recording]


@pytest.fixture
def record() -> Record:
    def make(*, offset_ms: int = 0, agent: AgentChannel = AgentChannel.LEFT) -> Recording:
        return Recording(
            id="r",
            media_hash="h",
            file_name="call.wav",
            path="call.wav",
            referenced=False,
            duration_ms=4000,
            sample_rate_hz=8000,
            channels=2,
            codec="pcm_s16le",
            agent_channel=agent,
            offset_ms=offset_ms,
        )

    return make


@pytest.fixture
def peaks(tmp_path: Path) -> Peaks:
    """Four seconds: the left channel at half scale in the first two, the right in the last two."""
    loud, quiet = np.full(16000, 16384, np.int16), np.zeros(16000, np.int16)
    with writing_wav(tmp_path / "call.wav", 8000, 2) as wav:
        wav.write(np.stack((np.concatenate((loud, quiet)), np.concatenate((quiet, loud)))))
    return build_peaks(tmp_path / "call.wav")


def test_lanes_are_named_for_who_speaks(peaks: Peaks, record: Record) -> None:
    clip = cut(
        peaks,
        record(agent=AgentChannel.RIGHT),
        start_ms=0,
        end_ms=4000,
        columns=40,
        names=("Lin", "Customer"),
    )
    assert [(lane.role, lane.name) for lane in clip.lanes] == [
        ("agent", "Lin"),
        ("customer", "Customer"),
    ]
    agent, customer = clip.lanes
    assert len(agent.high) == 40
    # Half of full scale is as loud as this recording gets: it fills its lane.
    assert (agent.high[5], customer.high[5]) == (0, pytest.approx(1))
    assert (agent.high[35], customer.high[35]) == (pytest.approx(1), 0)


@pytest.mark.parametrize(
    ("start_ms", "end_ms", "span"),
    [
        (1000, 2000, (1000, 2000)),
        (3500, 9000, (3500, 4000)),
        (4000, 9000, (3999, 4000)),
        (60_000, 72_000, (3999, 4000)),
    ],
)
def test_a_span_ends_with_the_recording(
    peaks: Peaks, record: Record, start_ms: int, end_ms: int, span: tuple[int, int]
) -> None:
    """Words may go on after the sound, and so may remarks on them."""
    clip = cut(peaks, record(), start_ms=start_ms, end_ms=end_ms, columns=50, names=("a", "c"))
    assert (clip.start_ms, clip.end_ms) == span
    assert all(len(lane.low) == len(lane.high) >= 1 for lane in clip.lanes)


def test_the_span_is_on_the_clock_of_the_interaction(peaks: Peaks, record: Record) -> None:
    clip = cut(peaks, record(offset_ms=1000), start_ms=0, end_ms=2000, columns=50, names=("a", "c"))
    assert (clip.start_ms, clip.end_ms) == (1000, 2000)
