"""Speech, silence and overlap where they really are."""

import json
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.activity import activity
from qa_desktop.audio.peaks import Peaks, build_peaks
from qa_desktop.audio.silence import Silence, find_silences, talk_shares
from qa_desktop.audio.speech import Response, responses, speech_report, union

RATE_HZ = 8000


@pytest.fixture
def scene(write_wav):
    """Peaks of channels that are noise at a level in dBFS within spans, else at a floor."""

    def make(
        seconds: float, *spoken: list[tuple[float, float]], floor: float = -70, level: float = -20
    ) -> Peaks:
        random = np.random.default_rng(7)
        samples = random.standard_normal((len(spoken), round(seconds * RATE_HZ)))
        gains = np.full(samples.shape, 32768 * 10 ** (floor / 20))
        for channel, spans in enumerate(spoken):
            for start_s, end_s in spans:
                part = slice(round(start_s * RATE_HZ), round(end_s * RATE_HZ))
                gains[channel, part] = 32768 * 10 ** (level / 20)
        sound = np.clip(np.rint(samples * gains), -32768, 32767).astype(np.int16)
        return build_peaks(write_wav(sound))

    return make


def near(found: tuple[tuple[int, int], ...], expected_s: list[tuple[float, float]]) -> bool:
    """Within a cell and a bit."""
    return len(found) == len(expected_s) and all(
        abs(found_ms - 1000 * expected) <= 17
        for span, wanted in zip(found, expected_s, strict=True)
        for found_ms, expected in zip(span, wanted, strict=True)
    )


def test_speech_is_found_to_the_cell(scene) -> None:
    left, right = [(1.0, 3.0), (6.0, 7.5)], [(3.5, 5.5)]
    channels = activity(scene(10, left, right))
    assert near(channels[0].speech, left)
    assert near(channels[1].speech, right)
    assert [channel.threshold_dbfs for channel in channels] == [-45, -45]
    assert [round(channel.noise_floor_dbfs) for channel in channels] == [-71, -71]


def test_short_pauses_belong_to_speech_and_clicks_do_not(scene) -> None:
    (channel,) = activity(scene(10, [(1, 2), (2.2, 3), (5, 5.04), (7, 8), (8.5, 9)]))
    assert near(channel.speech, [(1, 3), (7, 8), (8.5, 9)])


def test_a_noisy_line_raises_the_threshold(scene) -> None:
    (channel,) = activity(scene(20, [(4, 9)], floor=-38, level=-15))
    assert round(channel.noise_floor_dbfs) == -39
    assert channel.threshold_dbfs == pytest.approx(channel.noise_floor_dbfs + 6)
    assert near(channel.speech, [(4, 9)])


def test_talking_without_a_pause_is_not_noise(scene) -> None:
    peaks = scene(10, [(0, 10)])
    assert talk_shares(peaks) == (1.0,)
    assert find_silences(peaks) == ()


def test_digital_silence(write_wav) -> None:
    peaks = build_peaks(write_wav(np.zeros((2, 80000), np.int16)))
    assert talk_shares(peaks) == (0.0, 0.0)
    assert find_silences(peaks) == (Silence(start_ms=250, end_ms=9750),)
    assert speech_report(peaks).talk_ratio is None


def test_silence_is_where_all_channels_are_quiet_for_long_enough(scene) -> None:
    peaks = scene(20, [(0, 2), (3.4, 5), (12, 13)], [(8, 8.6), (13.5, 20)])
    silences = find_silences(peaks)
    # 2-3.4 s is too short; 5-8 and 8.6-12 s stay, a quarter of a second shorter at each edge.
    expected = [(5.25, 7.75), (8.85, 11.75)]
    assert near(tuple((s.start_ms, s.end_ms) for s in silences), expected)


def test_talk_shares(scene) -> None:
    shares = talk_shares(scene(20, [(0, 10)], [(12, 17)]))
    assert shares == pytest.approx((0.5, 0.25), abs=0.002)


def test_overlap_and_talk_ratio(scene) -> None:
    report = speech_report(scene(20, [(1, 6), (10, 11)], [(5, 8), (15, 16)]))
    assert report.duration_ms == 20_000
    assert report.together_ms == pytest.approx(1000, abs=34)
    assert report.overlap_ms == pytest.approx((1000, 1000), abs=34)
    assert report.anyone_ms == pytest.approx(9000, abs=70)
    assert report.talk_ratio == pytest.approx(6 / 4, abs=0.02)


def test_three_speakers(scene) -> None:
    report = speech_report(scene(10, [(0, 4)], [(3, 6)], [(3.5, 7)]))
    assert report.together_ms == pytest.approx(3000, abs=34)
    assert report.overlap_ms == pytest.approx((1000, 3000, 2500), abs=34)
    assert report.talk_ratio == pytest.approx(4 / 3, abs=0.02)


def test_responses_count_from_the_end_of_the_other() -> None:
    agent = [(0, 1000), (1400, 2000), (5000, 6000), (9000, 9500)]
    customer = [(2700, 4000), (5500, 7000), (9200, 9900)]
    assert responses([agent, customer]) == (
        Response(channel=1, at_ms=2700, gap_ms=700),
        Response(channel=0, at_ms=5000, gap_ms=1000),
        # 5500 talks into the agent and is no answer; 9000 answers what ended at 7000.
        Response(channel=0, at_ms=9000, gap_ms=2000),
    )


def test_one_who_speaks_alone_answers_nobody() -> None:
    assert responses([[(0, 100), (500, 900)]]) == ()
    assert responses([[(0, 100), (500, 900)], []]) == ()


def test_union() -> None:
    assert union([(5, 7), (0, 2), (2, 3), (6, 9)]) == [(0, 3), (5, 9)]


def test_real_turns_are_found(shared: Path) -> None:
    """Against what people wrote down of a call: nearly every turn of theirs has speech in it."""
    folder = shared / "data" / "calls" / "hvb"
    found = hit = quiet_ms = 0
    for name in ("a7ccc3379af44b9f", "02e41649e7c441fd", "0002f70f7386445b"):
        channels = activity(build_peaks(folder / f"{name}.stereo.wav"))
        turns = json.loads((folder / f"{name}.transcript.json").read_text(encoding="utf-8"))
        spoken = [turn for turn in turns if turn["human_transcript"].strip(" ")[:1] not in "[<"]
        for turn in spoken:
            start, end = turn["offset_ms"], turn["offset_ms"] + turn["duration_ms"]
            speech = channels[0 if turn["speaker_role"] == "agent" else 1].speech
            found += 1
            hit += any(first < end and last > start for first, last in speech)
        for number, role in enumerate(("agent", "caller")):
            own = union(
                [
                    (turn["offset_ms"] - 500, turn["offset_ms"] + turn["duration_ms"] + 500)
                    for turn in turns
                    if turn["speaker_role"] == role
                ]
            )
            quiet_ms += sum(
                end - start
                for start, end in channels[number].speech
                if not any(first <= start and end <= last for first, last in own)
            )
    assert found > 30
    assert hit / found > 0.95
    assert quiet_ms < 3000, "speech where nobody was heard"
