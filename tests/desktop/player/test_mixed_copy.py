"""Mixed copies are the recording, sample for sample, with each side as loud as wished."""

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, NoProgress
from qa_desktop.desktop.player.mixed_copy import Mix, MixedCopy, make_mixed_copy
from qa_desktop.desktop.player.protocol import Solo

BLOCK = np.array([[1000, -30_000, 7], [-500, 20_000, -8]], np.int16)


def frames(file: Path) -> NDArray[np.int16]:
    with wave.open(str(file)) as sound:
        data = np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.int16)
        return data.reshape(-1, sound.getnchannels()).T


def made(source: Path, folder: Path, mix: Mix) -> MixedCopy:
    out = (folder / "plain.wav", folder / "mixed.wav")
    copy = make_mixed_copy(source, None, out, mix, NoProgress())
    assert copy is not None
    return copy


@pytest.mark.parametrize(
    ("mix", "left", "right"),
    [
        (Mix(), [1000, -30_000, 7], [-500, 20_000, -8]),
        (Mix(left_pct=50), [500, -15_000, 3], [-500, 20_000, -8]),
        (Mix(right_pct=0), [1000, -30_000, 7], [0, 0, 0]),
        (Mix(left_pct=200, right_pct=200), [2000, -32_768, 14], [-1000, 32_767, -16]),
        (Mix(solo=Solo.LEFT), [1000, -30_000, 7], [1000, -30_000, 7]),
        (Mix(solo=Solo.RIGHT, right_pct=50, left_pct=0), [-250, 10_000, -4], [-250, 10_000, -4]),
    ],
)
def test_each_side_is_as_loud_as_wished(mix: Mix, left: list[int], right: list[int]) -> None:
    np.testing.assert_array_equal(mix.apply(BLOCK), [left, right])


def test_a_third_channel_and_a_lone_one_stay_as_they_are() -> None:
    three = np.vstack([BLOCK, BLOCK[:1]])
    np.testing.assert_array_equal(Mix(left_pct=0).apply(three)[2], BLOCK[0])
    np.testing.assert_array_equal(Mix(left_pct=0).apply(BLOCK[:1]), BLOCK[:1])


def test_a_rewritten_copy_is_as_if_it_had_been_made_so(coded_wav: Path, tmp_path: Path) -> None:
    copy = made(coded_wav, tmp_path, Mix(left_pct=30))
    np.testing.assert_array_equal(
        frames(copy.mixed), Mix(left_pct=30).apply(np.ascontiguousarray(frames(coded_wav)))
    )
    copy.rewrite(Mix(right_pct=150), 2500, NoProgress())
    np.testing.assert_array_equal(
        frames(copy.mixed), Mix(right_pct=150).apply(np.ascontiguousarray(frames(coded_wav)))
    )
    np.testing.assert_array_equal(frames(copy.plain), frames(coded_wav))


def test_what_comes_next_is_rewritten_first(coded_wav: Path, tmp_path: Path) -> None:
    copy = made(coded_wav, tmp_path, Mix())

    class AfterTheFirst:
        def report(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy.rewrite(Mix(left_pct=0), 2000, AfterTheFirst())
    left = frames(copy.mixed)[0]
    rate = copy.rate_hz
    assert not left[2 * rate : 7 * rate].any()
    np.testing.assert_array_equal(left[: 2 * rate], frames(coded_wav)[0][: 2 * rate])
    np.testing.assert_array_equal(left[7 * rate :], frames(coded_wav)[0][7 * rate :])


def test_one_channel_has_no_sides(tmp_path: Path) -> None:
    mono = tmp_path / "mono.wav"
    with wave.open(str(mono), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(BLOCK[0].tobytes())
    out_files = (tmp_path / "plain.wav", tmp_path / "mixed.wav")
    assert make_mixed_copy(mono, None, out_files, Mix(left_pct=0), NoProgress()) is None
    assert not out_files[1].exists()


def test_a_copy_that_is_gone_is_a_problem_and_not_a_crash(coded_wav: Path, tmp_path: Path) -> None:
    copy = made(coded_wav, tmp_path, Mix())
    copy.mixed.unlink()
    with pytest.raises(ProblemError) as caught:
        copy.rewrite(Mix(left_pct=0), 0, NoProgress())
    assert [problem.code for problem in caught.value.problems] == ["audio.not_written"]
