"""The files are those that BBC audiowaveform writes."""

import io
import json
import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.decode import decode
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.waveform_data import make_waveform, save_waveform, write_dat, write_json
from qa_desktop.base.problems import ProblemError


def by_hand(samples: np.ndarray, samples_per_pixel: int, bits: int) -> list[int]:
    """Low and high of each channel, pixel by pixel; 8 bits as C++ divides."""
    values: list[int] = []
    for start in range(0, samples.shape[1], samples_per_pixel):
        for channel in samples[:, start : start + samples_per_pixel]:
            for value in (int(channel.min()), int(channel.max())):
                values.append(int(value / 256) if bits == 8 else value)
    return values


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("samples_per_pixel", [2, 100, 256, 441, 1024, 100_000])
@pytest.mark.parametrize("cached", [True, False])
def test_any_zoom_is_exact(
    voice, write_wav, tmp_path, bits: int, samples_per_pixel: int, cached: bool
) -> None:
    samples = voice(3.3, channels=2)
    cache = PeakCache(tmp_path / "peaks", 1 << 30) if cached else None
    waveform = make_waveform(write_wav(samples), samples_per_pixel, cache)
    out = io.BytesIO()
    write_dat(waveform, out, bits)
    content = out.getvalue()
    pixels = -(-26400 // samples_per_pixel)
    header = (2, 1 if bits == 8 else 0, 8000, samples_per_pixel, pixels, 2)
    assert struct.unpack("<iIiiIi", content[:24]) == header
    values = np.frombuffer(content[24:], "<i1" if bits == 8 else "<i2").tolist()
    assert values == by_hand(samples, samples_per_pixel, bits)


def test_json_holds_the_same(voice, write_wav) -> None:
    samples = voice(1)
    text = io.StringIO()
    write_json(make_waveform(write_wav(samples), 256, None), text, 8)
    assert text.getvalue().endswith("}\n")
    assert json.loads(text.getvalue()) == {
        "version": 2,
        "channels": 1,
        "sample_rate": 8000,
        "samples_per_pixel": 256,
        "bits": 8,
        "length": 32,
        "data": by_hand(samples, 256, 8),
    }


def test_compressed_sound(voice, encode) -> None:
    path = encode(voice(2, channels=2), "call.mp3", "libmp3lame")
    text = io.StringIO()
    write_json(make_waveform(path, 300, None), text, 16)
    samples = np.concatenate(list(decode(path)), axis=1)
    assert json.loads(text.getvalue())["data"] == by_hand(samples, 300, 16)


def test_8_bits_are_rounded_towards_zero(write_wav) -> None:
    steps = np.array([[-32768, -257, -256, -255, -1, 0, 255, 256, 32767, 511]], np.int16)
    text = io.StringIO()
    write_json(make_waveform(write_wav(steps), 2, None), text, 8)
    assert json.loads(text.getvalue())["data"] == [-128, -1, -1, 0, 0, 0, 0, 1, 1, 127]


def test_the_extension_says_which_form(voice, write_wav, tmp_path) -> None:
    waveform = make_waveform(write_wav(voice(1)), 256, None)
    save_waveform(waveform, tmp_path / "a.dat", 8)
    save_waveform(waveform, tmp_path / "a.json", 8)
    assert (tmp_path / "a.dat").read_bytes()[:4] == b"\x02\0\0\0"
    assert json.loads((tmp_path / "a.json").read_bytes())["length"] == 32


def test_where_nothing_can_be_written(voice, write_wav, tmp_path) -> None:
    waveform = make_waveform(write_wav(voice(1)), 256, None)
    with pytest.raises(ProblemError) as raised:
        save_waveform(waveform, tmp_path / "none" / "a.dat")
    assert raised.value.problems[0].code == "audio.not_written"


@pytest.mark.parametrize("extension", ["dat", "json"])
@pytest.mark.parametrize("bits", [8, 16])
def test_audiowaveform_itself_writes_the_same(
    shared: Path, tmp_path: Path, extension: str, bits: int
) -> None:
    program = shutil.which("audiowaveform")
    if program is None:
        pytest.skip("audiowaveform is not on PATH")
    path = shared / "data" / "calls" / "hvb" / "0002f70f7386445b.stereo.wav"
    theirs, ours = tmp_path / f"theirs.{extension}", tmp_path / f"ours.{extension}"
    command = [program, "-i", path, "-o", theirs, "-z", "256", "-b", str(bits), "--split-channels"]
    subprocess.run(command, check=True, capture_output=True)
    save_waveform(make_waveform(path, 256, None), ours, bits)
    if extension == "dat":
        assert ours.read_bytes() == theirs.read_bytes()
    else:
        assert json.loads(ours.read_bytes()) == json.loads(theirs.read_bytes())
