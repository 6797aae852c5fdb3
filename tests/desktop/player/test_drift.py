"""The playhead is where the sound is, at every speed and after seeks.

benchmarks/bench_drift.py has all formats and speeds, and how far the worst is off.
"""

import time
import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from qa_desktop.audio.decode import decode
from qa_desktop.audio.probe import probe
from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.qt_player import QtPlayer, held_back_ms

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", extend=True)

Blocks = list[tuple[float, NDArray[np.int16]]]
LENGTH_S = 9
# The pitch tells the moment, and every engine keeps it.
LOW_HZ, HZ_PER_S = 400.0, 200.0
CASES = [
    ("tone.wav", 1.0, 60),
    ("tone.wav", 3.0, 90),
    ("tone.mp3", 2.0, 130),
    ("tone.opus", 1.25, 130),
]
ENCODERS = {"tone.mp3": ("libmp3lame", 22_050), "tone.opus": ("libopus", 48_000)}


@pytest.fixture(scope="module")
def toned(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("tones")
    rate_hz = 8000
    times = np.arange(LENGTH_S * rate_hz) / rate_hz
    phase = 2 * np.pi * np.cumsum(LOW_HZ + HZ_PER_S * times) / rate_hz
    with wave.open(str(folder / "tone.wav"), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(np.repeat(np.sin(phase) * 9000, 2).astype("<i2").tobytes())

    def make(name: str) -> Path:
        file = folder / name
        if file.exists():
            return file
        codec, rate_hz = ENCODERS[name]
        # A variable rate without the header that would tell where in it one is.
        muxer = {"write_xing": "0"} if name.endswith("mp3") else {}
        quality = {"q": "6"} if name.endswith("mp3") else {}
        with (
            av.open(str(folder / "tone.wav")) as tone,
            av.open(str(file), "w", options=muxer) as out,
        ):
            stream = out.add_stream(codec, rate=rate_hz, layout="stereo", options=quality)
            shape = av.AudioResampler(stream.codec_context.format, "stereo", rate_hz)
            for frame in [*tone.decode(audio=0), None]:
                for part in shape.resample(frame):
                    part.pts = None
                    out.mux(stream.encode(part))
            out.mux(stream.encode(None))
        return file

    return make


def moment_ms(samples: NDArray[np.float64], rate_hz: int) -> float:
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 14)) ** 2
    top = int(np.argmax(power))
    near = np.arange(max(top - 150, 0), top + 150)
    hz = float((power[near] * near).sum() / power[near].sum()) * rate_hz / (1 << 14)
    return (hz - LOW_HZ) / HZ_PER_S * 1000


def delay_ms(file: Path, rate_hz: int) -> float:
    """What the encoder put before the sound; the decoded file is everybody's clock."""
    pcm = np.concatenate(list(decode(file)), axis=1)[0].astype(float)
    begin, window = 3 * rate_hz, rate_hz // 20
    heard_ms = moment_ms(pcm[begin : begin + window], rate_hz)
    return 3000 + window * 500 / rate_hz - heard_ms


def errors_ms(
    player: ClockedPlayer, blocks: Blocks, track: NDArray[np.float64], file: Path
) -> list[float]:
    """The playhead less what was heard, every 50 ms of what came out."""
    decoded_hz = probe(file).sample_rate_hz
    stretched = not isinstance(player, QtPlayer)
    rate_hz = 8000 if stretched else decoded_hz
    pace = rate_hz * (1 if stretched else player.rate())
    late_ms = delay_ms(file, decoded_hz)
    given = list(blocks)
    dues, due = [], 0.0
    for at, block in given:
        # A sound card plays one block after the other.
        due = at if not stretched or abs(at - due) > 0.06 else due
        dues.append(due)
        due += len(block) / pace
    sound = np.concatenate([block[:, 0] for _, block in given]).astype(float)
    starts = np.cumsum([0, *(len(block) for _, block in given)])
    window, found = rate_hz // 25, []
    for begin in range(0, len(sound) - window, rate_hz // 20):
        middle = begin + window // 2
        block_at = int(np.searchsorted(starts, middle, side="right")) - 1
        heard_at = dues[block_at] + (middle - starts[block_at]) / pace
        if track[0, 0] + 0.3 <= heard_at <= track[-1, 0]:
            shown_ms = float(np.interp(heard_at, track[:, 0], track[:, 1]))
            heard_ms = moment_ms(sound[begin : begin + window], rate_hz)
            found.append(shown_ms - late_ms - heard_ms)
    return found


@pytest.mark.parametrize(("name", "speed", "near_ms"), CASES)
def test_the_playhead_is_where_the_sound_is(
    captured: tuple[ClockedPlayer, Blocks],
    toned: Callable[[str], Path],
    name: str,
    speed: float,
    near_ms: int,
    qtbot: QtBot,
) -> None:
    player, blocks = captured
    file = toned(name)
    player.load(file, probe(file).duration_ms)
    player.set_rate(speed)
    for start_ms in (4000, 1700):
        blocks.clear()
        player.seek(start_ms)
        player.play()
        track: list[tuple[float, int]] = []
        until = time.monotonic() + 0.8

        def listen(track: list[tuple[float, int]] = track, until: float = until) -> bool:
            track.append((time.monotonic(), player.position_ms()))
            return time.monotonic() > until and len(blocks) > 3

        qtbot.waitUntil(listen, timeout=10_000)
        errors = errors_ms(player, blocks, np.array(track), file)
        assert len(errors) >= 3
        assert abs(float(np.median(errors))) <= near_ms


def test_what_a_device_holds_back_grows_with_the_speed() -> None:
    """In milliseconds of the recording; at the recorded speed nothing is stretched."""
    assert held_back_ms(1.0) == 101
    assert held_back_ms(0.5) < held_back_ms(0.8) < held_back_ms(1.25) == 262
    assert held_back_ms(2.5) == pytest.approx((379 + 546) / 2)
    assert held_back_ms(3.0) == 546
