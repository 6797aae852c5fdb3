"""Waveforms of audiowaveform are read back, checked, and compared with the sound."""

import json
import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.waveform_data import make_waveform, save_waveform
from qa_desktop.audio.waveform_reading import check_waveform, likeness, read_waveform
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress


@pytest.mark.parametrize("name", ["w.dat", "w.json"])
@pytest.mark.parametrize("channels", [1, 2])
def test_what_is_written_comes_back(
    voice, write_wav, tmp_path: Path, name: str, channels: int
) -> None:
    made = make_waveform(write_wav(voice(1.3, channels=channels)), 100, None)
    for bits in (8, 16):
        save_waveform(made, tmp_path / name, bits)
        back = read_waveform(tmp_path / name)
        assert (back.sample_rate_hz, back.samples_per_pixel) == (8000, 100)
        assert back.low.shape == made.low.shape
        largest = likeness(back, made).largest
        assert largest is not None
        assert largest == 0 if bits == 16 else 0 < largest < 256


def test_version_1_has_one_channel(tmp_path: Path) -> None:
    file = tmp_path / "w.dat"
    file.write_bytes(struct.pack("<iIiiI4b", 1, 1, 8000, 64, 2, -1, 2, -3, 4))
    waveform = read_waveform(file)
    assert waveform.low.tolist() == [[-256, -768]]
    assert waveform.high.tolist() == [[512, 1024]]


HEAD = (2, 0, 8000, 64, 1, 1)
JSON = {
    "version": 2,
    "channels": 1,
    "sample_rate": 8000,
    "samples_per_pixel": 64,
    "bits": 16,
    "length": 1,
    "data": [-5, 5],
}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "waveform_unknown"),
        (b"short", "waveform_unknown"),
        (struct.pack("<iIiiIi2h", 3, 0, 8000, 64, 1, 1, -5, 5), "waveform_unknown"),
        (struct.pack("<iIiiIi2h", 2, 0, 0, 64, 1, 1, -5, 5), "waveform_unknown"),
        (struct.pack("<iIiiIi2h", 2, 0, 8000, 64, 1, -1, -5, 5), "waveform_unknown"),
        (struct.pack("<iIiiIi2h", 2, 0, 8000, 64, 1, 1, 5, -5), "waveform_unknown"),
        (struct.pack("<iIiiIi2h", 2, 0, 8000, 64, 9, 1, -5, 5), "waveform_broken"),
        (struct.pack("<iIiiIi2hb", *HEAD, -5, 5, 0), "waveform_broken"),
        (b"{", "waveform_unknown"),
        (json.dumps({**JSON, "data": [-5]}).encode(), "waveform_broken"),
        (json.dumps({**JSON, "data": [-5, 50_000]}).encode(), "waveform_unknown"),
        (json.dumps({**JSON, "data": [-5, 0.5]}).encode(), "waveform_unknown"),
        (json.dumps({**JSON, "data": "words"}).encode(), "waveform_broken"),
        (json.dumps({**JSON, "bits": None}).encode(), "waveform_unknown"),
        (b"[" * 20_000, "waveform_unknown"),
    ],
)
def test_bad_files_are_told(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "w.dat"
    file.write_bytes(data)
    with pytest.raises(ProblemError) as caught:
        read_waveform(file)
    assert caught.value.problems[0].code == f"audio.{code}"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        read_waveform(tmp_path / "none.dat")
    assert caught.value.problems[0].code == "audio.missing"


def test_a_waveform_is_its_own_sounds_and_no_others(voice, write_wav, tmp_path: Path) -> None:
    samples = voice(2, channels=2)
    sound = write_wav(samples, name="a.wav")
    file = tmp_path / "w.dat"
    save_waveform(make_waveform(sound, 256, None), file, 8)
    assert check_waveform(file, sound, None, NoProgress()) < 256
    other = write_wav(np.roll(samples, 4000, axis=1), name="b.wav")
    with pytest.raises(ProblemError) as caught:
        check_waveform(file, other, None, NoProgress())
    assert caught.value.problems[0].code == "audio.waveform_differs"
    shorter = write_wav(samples[:, :8000], name="c.wav")
    with pytest.raises(ProblemError) as caught:
        check_waveform(file, shorter, None, NoProgress())
    assert caught.value.problems[0].code == "audio.waveform_of_another"


@pytest.mark.skipif(shutil.which("audiowaveform") is None, reason="audiowaveform is not here")
@pytest.mark.parametrize("bits", ["8", "16"])
def test_what_audiowaveform_writes_is_the_sounds(
    voice, write_wav, tmp_path: Path, bits: str
) -> None:
    sound, file = write_wav(voice(2)), tmp_path / "w.dat"
    command = ["audiowaveform", "-i", sound, "-o", file, "-z", "256", "-b", bits]
    subprocess.run(command, check=True, capture_output=True)
    assert check_waveform(file, sound, None, NoProgress()) < 257
