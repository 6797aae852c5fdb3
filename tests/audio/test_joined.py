"""The legs of a transferred call as one sound: places, sides, rates, gaps and overlaps."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from qa_desktop.audio.decode import read_span
from qa_desktop.audio.joined import LegError, SoundLeg, Voices, channels_of, join_legs
from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.audio.overlap import find_overlaps, piece_of, sounds_alike
from qa_desktop.audio.peaks import Peaks, build_peaks
from qa_desktop.audio.probe import probe
from qa_desktop.base.progress import Cancelled

Sound = npt.NDArray[np.int16]
Make = Callable[..., Sound]
Write = Callable[..., Path]


def leg(
    path: Path | None,
    start_ms: int,
    duration_ms: int,
    voices: Voices = Voices.AGENT_LEFT,
    rate_hz: int = 8000,
) -> SoundLeg:
    return SoundLeg(
        path=path,
        start_ms=start_ms,
        duration_ms=duration_ms,
        sample_rate_hz=rate_hz,
        voices=voices,
    )


def whole(path: Path) -> Sound:
    return read_span(path, 0, probe(path).duration_ms + 1)


def test_legs_stand_at_their_moments_with_silence_between(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    one, two = voice(1.0, channels=2), voice(0.5, channels=2, seed=2)
    legs = [
        leg(write_wav(one, name="1.wav"), 0, 1000),
        leg(write_wav(two, name="2.wav"), 1750, 500),
    ]
    out = tmp_path / "out.wav"
    join_legs(legs, out)
    heard = whole(out)
    assert heard.shape == (2, 18_000)
    assert np.array_equal(heard[:, :8000], one)
    assert not heard[:, 8000:14_000].any()
    assert np.array_equal(heard[:, 14_000:], two)


def test_the_agent_is_left_whichever_side_the_recorder_had_him_on(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    one, two, both = voice(0.5, channels=2), voice(0.5, channels=2, seed=2), voice(0.5, seed=3)
    legs = [
        leg(write_wav(one, name="1.wav"), 0, 500),
        leg(write_wav(two, name="2.wav"), 500, 500, Voices.AGENT_RIGHT),
        leg(write_wav(both, name="3.wav"), 1000, 500, Voices.TOGETHER),
    ]
    assert channels_of(legs) == 2
    out = tmp_path / "out.wav"
    join_legs(legs, out)
    heard = whole(out)
    assert np.array_equal(heard[:, 4000:8000], two[::-1])
    assert np.array_equal(heard[0, 8000:], both[0])
    assert np.array_equal(heard[1, 8000:], both[0])


def test_legs_without_sides_make_one_channel(tmp_path: Path, voice: Make, write_wav: Write) -> None:
    stereo = voice(0.5, channels=2)
    legs = [
        leg(write_wav(voice(0.5), name="1.wav"), 0, 500, Voices.TOGETHER),
        leg(write_wav(stereo, name="2.wav"), 500, 500, Voices.TOGETHER),
    ]
    out = tmp_path / "out.wav"
    join_legs(legs, out)
    heard = whole(out)
    assert heard.shape == (1, 8000)
    assert np.abs(heard[0, 4000:].astype(int) - stereo.mean(axis=0)).max() <= 1


def test_other_rates_and_formats_come_to_the_highest_rate_in_time(
    tmp_path: Path, voice: Make, write_wav: Write, encode: Write, lag: Callable[..., int]
) -> None:
    low, high = voice(2.0, 8000, 2), voice(2.0, 16_000, 2, seed=2)
    legs = [
        leg(write_wav(low, 8000, "1.wav"), 0, 2000),
        leg(encode(high, "2.flac", "flac", rate_hz=16_000), 2000, 2000, rate_hz=16_000),
    ]
    out = tmp_path / "out.wav"
    join_legs(legs, out)
    assert probe(out).sample_rate_hz == 16_000
    heard = whole(out)
    assert heard.shape == (2, 64_000)
    assert np.array_equal(heard[:, 32_000:], high)
    # A millisecond at 8 kHz is eight samples; the resampler may be off by one at most.
    assert abs(lag(low[0], heard[0, :32_000:2])) <= 1


def test_where_legs_overlap_both_are_heard_and_clipped(tmp_path: Path, write_wav: Write) -> None:
    loud = np.full((1, 8000), 20_000, np.int16)
    soft = np.full((1, 8000), 500, np.int16)
    paths = [write_wav(loud, name="1.wav"), write_wav(soft, name="2.wav")]
    paths.append(write_wav(loud, name="3.wav"))
    legs = [
        leg(path, start_ms, 1000, Voices.TOGETHER)
        for path, start_ms in zip(paths, (0, 500, 750), strict=True)
    ]
    out = tmp_path / "out.wav"
    join_legs(legs, out)
    heard = whole(out)[0]
    assert heard[3999] == 20_000
    assert heard[4000] == 20_500
    assert heard[6000] == 32_767
    assert heard[8000] == 20_500
    assert heard[13_999] == 20_000
    assert heard.size == 14_000


def test_a_leg_that_is_longer_or_shorter_than_was_known_keeps_its_slot(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    sound = voice(1.0)
    path = write_wav(sound)
    out = tmp_path / "out.wav"
    join_legs([leg(path, 0, 400, Voices.TOGETHER), leg(path, 500, 1500, Voices.TOGETHER)], out)
    heard = whole(out)[0]
    assert heard.size == 16_000
    assert not heard[3200:4000].any()
    assert np.array_equal(heard[4000:12_000], sound[0])
    assert not heard[12_000:].any()


def test_a_leg_that_is_not_at_hand_is_silence_and_a_damaged_one_is_named(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    good = write_wav(voice(0.5))
    out = tmp_path / "out.wav"
    join_legs([leg(None, 0, 500), leg(good, 500, 500)], out)
    assert not whole(out)[:, :4000].any()
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"no sound\x00" * 100)
    with pytest.raises(LegError) as caught:
        join_legs([leg(good, 0, 500), leg(bad, 500, 500)], tmp_path / "other.wav")
    assert caught.value.index == 1
    assert not (tmp_path / "other.wav").exists()


def test_the_cache_joins_once_and_again_when_a_leg_changed(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    one, two = (write_wav(voice(0.5, seed=seed), name=f"{seed}.wav") for seed in (1, 2))
    legs = [leg(one, 0, 500), leg(two, 600, 500)]
    cache = JoinedCache(tmp_path / "peaks")
    first = cache.joined("call", legs)
    made = first.stat()
    assert cache.joined("call", legs) == first
    assert first.stat().st_mtime_ns == made.st_mtime_ns, "its peaks are found by this time"
    swapped = [legs[0], leg(two, 600, 500, Voices.AGENT_RIGHT)]
    assert cache.joined("call", swapped) != first
    other = cache.joined("other", legs)
    cache.forget("call")
    assert not first.exists()
    assert other.exists()


def test_the_cache_keeps_to_its_bytes_and_drops_what_was_not_used(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    path = write_wav(voice(1.0, channels=2))
    cache = JoinedCache(tmp_path / "peaks", max_bytes=150_000)
    made = [cache.joined(str(n), [leg(path, 0, 1000), leg(path, 1000, 1000)]) for n in range(2)]
    cache.joined("0", [leg(path, 0, 1000), leg(path, 1000, 1000)])
    cache.joined("2", [leg(path, 0, 1000), leg(path, 1000, 1000)])
    assert [file.exists() for file in made] == [True, False]


def test_joining_can_be_cancelled_and_leaves_nothing(
    tmp_path: Path, voice: Make, write_wav: Write
) -> None:
    class Stop:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    path = write_wav(voice(1.0))
    with pytest.raises(Cancelled):
        JoinedCache(tmp_path / "peaks").joined("call", [leg(path, 0, 1000)], progress=Stop())
    assert list((tmp_path / "peaks" / "joined").iterdir()) == []


def peaks_of(sound: Sound, write_wav: Write) -> Peaks:
    return build_peaks(write_wav(sound))


def talking(*spans: tuple[float, float], seconds: float = 10.0, level: int = 6000) -> Sound:
    noise = np.random.default_rng(5).standard_normal(round(seconds * 8000)) * level
    heard = np.zeros(noise.size, bool)
    for start_s, end_s in spans:
        heard[round(start_s * 8000) : round(end_s * 8000)] = True
    quiet = np.random.default_rng(6).standard_normal(noise.size) * 3
    return np.clip(np.where(heard, noise, quiet), -32768, 32767).astype(np.int16)


def test_overlaps_are_where_both_speak_for_half_a_second(write_wav: Write) -> None:
    agent = talking((0, 3), (5, 8))
    customer = talking((2, 4.5), (6, 6.3), (7.4, 9))
    found = find_overlaps(peaks_of(np.stack((agent, customer)), write_wav))
    spans = [(overlap.start_ms, overlap.end_ms) for overlap in found]
    assert len(spans) == 2
    for (start_ms, end_ms), (told, ended) in zip(spans, ((2000, 3000), (7400, 8000)), strict=True):
        assert abs(start_ms - told) <= 16
        assert abs(end_ms - ended) <= 16


def test_an_echo_and_one_sound_on_both_channels_are_no_overlap(write_wav: Write) -> None:
    agent = talking((0, 4), (5, 8))
    echo = (agent // 16).astype(np.int16)
    assert find_overlaps(peaks_of(np.stack((agent, echo)), write_wav)) == ()
    same = peaks_of(np.stack((agent, agent)), write_wav)
    assert sounds_alike(same)
    assert find_overlaps(same) == ()
    assert not sounds_alike(peaks_of(np.stack((agent, talking((3, 9)))), write_wav))


def test_a_piece_begins_on_a_cell_and_has_its_own_frames(write_wav: Write) -> None:
    peaks = peaks_of(np.stack((talking((0, 4)), talking((5, 9)))), write_wav)
    piece, start_ms = piece_of(peaks, 5004, 99_999)
    assert start_ms == 5000
    assert piece.duration_ms == 5000
    assert np.array_equal(piece.levels[0].rms, peaks.levels[0].rms[:, 625:])
