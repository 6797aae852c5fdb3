"""The pyramid says of every stretch what the samples say, at every zoom."""

import os
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.decode import decode
from qa_desktop.audio.peaks import Peaks, build_peaks, cell_samples
from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled

CHECKOUT = Path(__file__).resolve().parents[2]


def check_by_hand(peaks: Peaks, samples: np.ndarray) -> None:
    """Each cell of each level against the plain slices of `samples`, (channels, frames)."""
    assert (peaks.channels, peaks.frames) == samples.shape
    for level in peaks.levels:
        size = level.samples_per_cell
        assert level.cells == -(-peaks.frames // size)
        for cell in range(level.cells):
            part = samples[:, cell * size : (cell + 1) * size].astype(np.float64)
            assert level.low[:, cell].tolist() == part.min(axis=1).tolist()
            assert level.high[:, cell].tolist() == part.max(axis=1).tolist()
            rms = np.sqrt((part**2).mean(axis=1))
            # Each coarser level is made of rounded cells.
            assert np.abs(level.rms[:, cell] - rms).max() <= 1.5


@pytest.mark.parametrize("channels", [1, 2, 3])
@pytest.mark.parametrize("rate_hz", [8000, 16000, 44100])
def test_cells_are_what_a_plain_loop_finds(voice, write_wav, channels, rate_hz) -> None:
    samples = voice(3.013, rate_hz, channels)
    check_by_hand(build_peaks(write_wav(samples, rate_hz)), samples)


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz"),
    [
        ("sound.mp3", "libmp3lame", 8000),
        ("sound.mp3", "libmp3lame", 48000),
        ("sound.opus", "libopus", 48000),
        ("sound.flac", "flac", 8000),
        ("f32.wav", "pcm_f32le", 8000),
        ("f32.wav", "pcm_f32le", 48000),
        ("alaw.wav", "pcm_alaw", 8000),
        ("s24.wav", "pcm_s24le", 8000),
    ],
)
def test_cells_of_other_formats_too(voice, encode, name, codec, rate_hz) -> None:
    path = encode(voice(2.5, rate_hz, 2), name, codec, rate_hz=rate_hz)
    check_by_hand(build_peaks(path), np.concatenate(list(decode(path)), axis=1))


def test_sound_beyond_full_scale_is_drawn_as_it_is_heard(voice, encode) -> None:
    loud = voice(2, 48000, 2)
    loud[:] = np.where(loud > 1000, 32767, np.where(loud < -1000, -32768, loud))
    path = encode(loud, "loud.mp3", "libmp3lame", rate_hz=48000)
    check_by_hand(build_peaks(path), np.concatenate(list(decode(path)), axis=1))


def test_no_numbers_in_a_float_wav_are_silence(voice, encode) -> None:
    path: Path = encode(voice(1, channels=2), "f32.wav", "pcm_f32le")
    content = bytearray(path.read_bytes())
    content[8000:8004] = np.float32("nan").tobytes()
    content[9000:9004] = np.float32("inf").tobytes()
    path.write_bytes(content)
    check_by_hand(build_peaks(path), np.concatenate(list(decode(path)), axis=1))


def test_cells_last_about_8_ms() -> None:
    assert [cell_samples(hz) for hz in (8000, 16000, 44100, 48000)] == [64, 128, 352, 384]
    assert all(7 < cell_samples(hz) * 1000 / hz < 9 for hz in (6000, 11025, 22050, 32000, 192000))


def test_levels_are_quarters_until_2000_cells(voice, write_wav) -> None:
    peaks = build_peaks(write_wav(voice(80)))
    assert [level.samples_per_cell for level in peaks.levels] == [64, 256, 1024]
    assert [level.cells for level in peaks.levels] == [10000, 2500, 625]
    short = build_peaks(write_wav(voice(1)))
    assert [level.cells for level in short.levels] == [125]
    assert (peaks.duration_ms, peaks.samples_per_cell) == (80_000, 64)


def test_the_level_for_a_zoom_is_the_coarsest_that_is_fine_enough(voice, write_wav) -> None:
    peaks = build_peaks(write_wav(voice(80)))
    wanted = {1: 64, 63.9: 64, 64: 64, 255: 64, 256: 256, 1023: 256, 1024: 1024, 1e9: 1024}
    found = {zoom: peaks.level_for(zoom).samples_per_cell for zoom in wanted}
    assert found == wanted


def test_blocks_of_any_length_make_the_same_cells(voice) -> None:
    samples = voice(1.1, channels=2)
    whole = CellReducer(2, 64)
    whole.add(samples)
    expected = whole.cells()
    for length in (1, 7, 63, 64, 65, 1000):
        pieces = CellReducer(2, 64)
        for start in range(0, samples.shape[1], length):
            part = samples[:, start : start + length]
            pieces.add(part)
            if start % 3 == 0:
                pieces.cells()
        assert pieces.frames == samples.shape[1]
        for found, wanted in zip(pieces.cells(), expected, strict=True):
            assert np.array_equal(found, wanted)


def quarter_seconds(blocks_each: int) -> Callable[[], float]:
    """A clock on which `blocks_each` looks pass in 250 ms."""
    ticks: Iterator[int] = count()
    return lambda: next(ticks) * 0.25 / blocks_each


def test_partial_peaks_grow_every_250_ms(voice, write_wav) -> None:
    path = write_wav(voice(200, channels=2))
    partial: list[Peaks] = []
    final = build_peaks(path, on_partial=partial.append, monotonic=quarter_seconds(2))
    lengths = [peaks.frames for peaks in partial]
    assert len(lengths) >= 4
    assert lengths == sorted(set(lengths))
    assert lengths[-1] <= final.frames == 1_600_000
    for peaks in partial:
        whole_cells = peaks.frames // 64
        for kind in ("low", "high", "rms"):
            grown = getattr(peaks.levels[0], kind)[:, :whole_cells]
            assert np.array_equal(grown, getattr(final.levels[0], kind)[:, :whole_cells])


def test_no_partial_peaks_of_what_is_quick(voice, write_wav) -> None:
    partial: list[Peaks] = []
    build_peaks(write_wav(voice(200)), on_partial=partial.append, monotonic=lambda: 5.0)
    assert partial == []


class CancelledAt:
    def __init__(self, share: float) -> None:
        self._share = share

    def report(self, done: int, total: int, what: str = "") -> None:
        assert 0 < done <= total
        if done >= self._share * total:
            raise Cancelled


@pytest.mark.parametrize(("name", "codec"), [("sound.wav", "pcm_s16le"), ("s.mp3", "libmp3lame")])
def test_building_can_be_cancelled(voice, encode, name, codec) -> None:
    path = encode(voice(100, channels=2), name, codec)
    with pytest.raises(Cancelled):
        build_peaks(path, progress=CancelledAt(0.5))


def test_a_sound_without_samples_is_a_problem(write_wav) -> None:
    with pytest.raises(ProblemError) as raised:
        build_peaks(write_wav(np.empty((1, 0), np.int16)))
    assert raised.value.problems[0].code == "audio.no_samples"


def test_real_calls(shared: Path) -> None:
    for name in ("aws/Auto_Repairs_40.stereo.flac", "codecs/0091a706bc604188.mp3"):
        path = shared / "data" / "calls" / name
        peaks, info = build_peaks(path), probe(path)
        assert (peaks.frames, peaks.duration_ms) == (info.frames, info.duration_ms)
        assert peaks.levels[0].cells == -(-info.frames // 64)
        assert (peaks.levels[-1].high.max(axis=1) == peaks.levels[0].high.max(axis=1)).all()


MEASURE = """
import sys
from pathlib import Path
import psutil
from qa_desktop.audio.peaks import build_peaks

class Watch:
    most = 0
    def report(self, done, total, what=""):
        self.most = max(self.most, psutil.Process().memory_info().rss)

build_peaks(Path(sys.argv[2]))
before, watch = psutil.Process().memory_info().rss, Watch()
peaks = build_peaks(Path(sys.argv[1]), progress=watch)
print(peaks.duration_ms, watch.most - before)
"""


def measured(path: Path, warm_up: Path) -> tuple[int, int]:
    """Milliseconds, and bytes by which a fresh process grew."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-c", MEASURE, str(path), str(warm_up)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    duration_ms, growth = done.stdout.split()
    return int(duration_ms), int(growth)


def test_an_hour_of_wav_takes_little_memory(voice, write_wav, tmp_path) -> None:
    hour = tmp_path / "hour.wav"
    with wave.open(str(hour), "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", ""))
        minute = voice(60, channels=2).T.tobytes()
        for _ in range(60):
            file.writeframes(minute)
    duration_ms, growth = measured(hour, write_wav(voice(1, channels=2)))
    assert duration_ms == 3_600_000
    assert growth < 60e6


def test_an_hour_of_mp3_takes_little_memory(voice, encode, tmp_path) -> None:
    bare = {"muxing": {"write_xing": "0", "id3v2_version": "0"}}
    minute = encode(voice(60, channels=2), "minute.mp3", "libmp3lame", bit_rate=16000, **bare)
    hour = tmp_path / "hour.mp3"
    hour.write_bytes(minute.read_bytes() * 60)
    duration_ms, growth = measured(hour, minute)
    assert 3_600_000 <= duration_ms < 3_620_000
    assert growth < 60e6
