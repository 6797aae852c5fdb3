"""Two one-sided recordings become one call in which each side is heard at its time."""

from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.decode import decode, merge_pair
from qa_desktop.audio.probe import probe
from qa_desktop.base.progress import Cancelled


def whole(path: Path) -> np.ndarray:
    return np.concatenate(list(decode(path)), axis=1)


def test_offsets_and_lengths(voice, write_wav, tmp_path) -> None:
    left, right = voice(20, seed=1)[0], voice(17, seed=2)[0]
    out = tmp_path / "call.wav"
    merge_pair(
        write_wav(left[np.newaxis], name="agent.wav"),
        write_wav(right[np.newaxis], name="caller.wav"),
        out,
        left_offset_ms=2051,
        right_offset_ms=10,
    )
    merged = whole(out)
    delay = 2051 * 8
    assert merged.shape == (2, 20 * 8000 + delay)
    assert not merged[0, :delay].any()
    assert np.array_equal(merged[0, delay:], left)
    assert not merged[1, :80].any()
    assert np.array_equal(merged[1, 80 : 80 + right.size], right)
    assert not merged[1, 80 + right.size :].any()


def test_the_real_call_whose_agent_starts_two_seconds_late(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "calls" / "hvb"
    out = tmp_path / "call.wav"
    agent, caller = (folder / f"0002f70f7386445b.{side}.wav" for side in ("agent", "caller"))
    merge_pair(agent, caller, out, left_offset_ms=2051)
    assert np.array_equal(whole(out), whole(folder / "0002f70f7386445b.stereo.wav"))


@pytest.mark.parametrize("rates_hz", [(8000, 16000), (44100, 8000), (11025, 48000)])
def test_different_rates_meet_at_the_higher(voice, write_wav, lag, tmp_path, rates_hz) -> None:
    higher = max(rates_hz)
    paths = [
        write_wav(voice(6, rate_hz, seed=number), rate_hz, f"{number}.wav")
        for number, rate_hz in enumerate(rates_hz)
    ]
    out = tmp_path / "call.wav"
    merge_pair(paths[0], paths[1], out, left_offset_ms=500)
    info = probe(out)
    assert (info.sample_rate_hz, info.channels, info.codec) == (higher, 2, "pcm_s16le")
    assert abs(info.duration_ms - 6500) <= 2
    merged = whole(out)
    for number, rate_hz in enumerate(rates_hz):
        original = voice(6, rate_hz, seed=number)[0]
        at = np.arange(6 * higher) * rate_hz / higher
        stretched = np.interp(at, np.arange(original.size), original)
        late = lag(stretched, merged[number])
        assert abs(late - (higher // 2 if number == 0 else 0)) <= higher / rate_hz
        part = merged[number, late : late + stretched.size]
        assert np.corrcoef(part, stretched[: part.size])[0, 1] > 0.9


def test_a_side_with_two_channels_is_mixed(write_wav, tmp_path) -> None:
    stereo = np.array([[1000] * 800, [-3000] * 800], np.int16)
    out = tmp_path / "call.wav"
    merge_pair(
        write_wav(stereo, name="a.wav"), write_wav(np.zeros((1, 800), np.int16), name="b.wav"), out
    )
    assert np.array_equal(whole(out), np.array([[-1000] * 800, [0] * 800]))


def test_compressed_sides(voice, encode, write_wav, tmp_path) -> None:
    samples = voice(10)
    out = tmp_path / "call.wav"
    merge_pair(encode(samples, "agent.flac", "flac"), write_wav(samples), out, 0, 100)
    merged = whole(out)
    assert np.array_equal(merged[0, :80000], merged[1, 800:80800])


def test_what_lies_before_the_call_is_left_out(voice, write_wav, tmp_path) -> None:
    samples = voice(5)
    side = write_wav(samples)
    out = tmp_path / "call.wav"
    merge_pair(side, side, out, left_offset_ms=-1500)
    merged = whole(out)
    assert merged.shape == (2, 40000)
    assert np.array_equal(merged[0, :28000], samples[0, 12000:])
    assert not merged[0, 28000:].any()
    assert np.array_equal(merged[1], samples[0])


def test_a_cancelled_merge_leaves_what_was_there(voice, write_wav, tmp_path) -> None:
    class Impatient:
        def report(self, done: int, total: int, what: str = "") -> None:
            assert 0 < done <= total
            raise Cancelled

    side = write_wav(voice(20))
    out = tmp_path / "call.wav"
    out.write_bytes(b"the one before")
    with pytest.raises(Cancelled):
        merge_pair(side, side, out, progress=Impatient())
    assert out.read_bytes() == b"the one before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["call.wav", "sound.wav"]
