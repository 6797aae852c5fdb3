"""The recordings of a call on its one clock."""

from dataclasses import replace

import pytest

from qa_desktop.interactions.legs import as_one, gaps_of, leg_at, legs_of, pieces_of
from qa_desktop.interactions.model import AgentChannel, Recording

ONE = Recording(
    id="1",
    media_hash="aa",
    file_name="1.wav",
    path="media/1.wav",
    referenced=False,
    duration_ms=10_000,
    sample_rate_hz=8000,
    channels=2,
    codec="pcm_mulaw",
    agent_channel=AgentChannel.RIGHT,
)
TWO = replace(ONE, id="2", offset_ms=12_000, position=1, sample_rate_hz=16_000, duration_ms=5000)
MONO = replace(TWO, id="3", channels=1, agent_channel=AgentChannel.MONO, offset_ms=16_000)


def test_one_recording_is_itself() -> None:
    assert as_one([ONE]) is ONE
    with pytest.raises(ValueError, match="without recordings"):
        as_one([])
    assert legs_of([]) == ()


def test_several_are_joined_with_the_agent_on_the_left() -> None:
    whole = as_one([TWO, ONE, MONO])
    assert (whole.id, whole.duration_ms, whole.offset_ms) == ("1+2+3", 21_000, 0)
    assert (whole.channels, whole.agent_channel) == (2, AgentChannel.LEFT)
    assert whole.sample_rate_hz == 16_000
    both_mono = as_one([replace(MONO, offset_ms=500), MONO])
    assert (both_mono.channels, both_mono.agent_channel) == (1, AgentChannel.MONO)
    assert (both_mono.offset_ms, both_mono.duration_ms) == (500, 20_500)


def test_gaps_and_pieces() -> None:
    legs = legs_of([ONE, TWO, MONO])
    assert [(leg.start_ms, leg.end_ms) for leg in legs] == [
        (0, 10_000),
        (12_000, 17_000),
        (16_000, 21_000),
    ]
    assert gaps_of(legs, 21_000) == ((10_000, 12_000),)
    assert gaps_of(legs[:1], 21_000) == ((10_000, 21_000),)
    assert gaps_of(legs[1:], 21_000) == ((0, 12_000),)
    assert [(leg.start_ms, leg.end_ms) for leg in pieces_of(legs)] == [
        (0, 10_000),
        (12_000, 17_000),
        (17_000, 21_000),
    ]
    inside = legs_of([ONE, replace(TWO, offset_ms=2000)])
    assert [leg.recording.id for leg in pieces_of(inside)] == ["1"]


@pytest.mark.parametrize(
    ("moment_ms", "leg"), [(0, "1"), (11_000, "1"), (12_000, "2"), (16_500, "3"), (99_000, "3")]
)
def test_which_leg_is_heard(moment_ms: int, leg: str) -> None:
    assert leg_at(legs_of([ONE, TWO, MONO]), moment_ms).recording.id == leg
