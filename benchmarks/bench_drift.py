"""How far the playhead is from what is heard: every engine, format and speed.

Run with the program's own Python:
python benchmarks/bench_drift.py [--json] [--engine vlc] [--format wav] [--speed 1] [--seeks 4]
A tone whose pitch tells the moment is encoded into each format and played with the sound captured
(libvlc's memory output, Qt's QAudioBufferOutput), sought at random while playing and while paused,
and played out at the end. Speeds keep the pitch, so the tone tells the moment at each of them. A
sound card's own delay is not in these figures. GSM needs `ffmpeg` on PATH.
"""

import argparse
import ctypes
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtMultimedia import QAudioBuffer, QAudioFormat
from PySide6.QtWidgets import QApplication

from qa_desktop.audio.decode import decode
from qa_desktop.audio.probe import probe
from qa_desktop.desktop.player.clocked_player import ClockedPlayer
from qa_desktop.desktop.player.engines import vlc_module
from qa_desktop.desktop.player.protocol import PlayState
from qa_desktop.desktop.player.qt_player import QtPlayer
from qa_desktop.desktop.player.vlc_player import VlcPlayer

SPEEDS = (0.5, 1.0, 1.25, 1.5, 2.0, 3.0)
TARGET_MS = {"wav": 30, "wav 48 kHz": 30, "gsm, raw": 30}
TARGET_COMPRESSED_MS = 130
LENGTH_S = 40
RATE_HZ = 16_000
# The tone climbs by so much in so long, then begins again.
LOW_HZ, HIGH_HZ, CLIMB_S = 500.0, 3000.0, 7.3
HZ_PER_S = (HIGH_HZ - LOW_HZ) / CLIMB_S
WINDOW_S = 0.04
EVERY_S = 0.05
# libvlc has given the memory output so much of what a seek makes it throw away.
SETTLE_S = 0.35
LISTEN_S = 1.1
NEAR_END_S = 2.5
# libvlc lets a block come so much too early or late before it puts it right (AOUT_MAX_PTS_DELAY).
CORRECTED_S = 0.06
# name: (file name, codec, rate, how the file is made)
FORMATS: dict[str, tuple[str, str, int, dict[str, str]]] = {
    "wav": ("a.wav", "pcm_s16le", 8000, {}),
    "wav 48 kHz": ("b.wav", "pcm_s16le", 48_000, {}),
    "wav, a-law": ("c.wav", "pcm_alaw", 8000, {}),
    "mp3 vbr, no xing": ("d.mp3", "libmp3lame", 22_050, {"write_xing": "0", "q": "6"}),
    "mp3 cbr": ("e.mp3", "libmp3lame", 44_100, {"b": "64k"}),
    "opus": ("f.opus", "libopus", 48_000, {}),
    "m4a": ("g.m4a", "aac", 44_100, {}),
    "flac": ("h.flac", "flac", 8000, {}),
    "amr": ("i.amr", "libopencore_amrnb", 8000, {}),
    "gsm, wav": ("j.wav", "libgsm_ms", 8000, {}),
    "gsm, raw": ("k.gsm", "libgsm", 8000, {}),
}
_IN_MUXER = ("write_xing",)


@dataclass(kw_only=True)
class Heard:
    """What an engine gave, as (moment it is due on time.monotonic, mono samples).

    `streamed`: a sound card plays the blocks without a break, from the first one's moment on.
    `stretch`: seconds of sound in a second.
    """

    rate_hz: int
    streamed: bool = True
    stretch: float = 1.0
    blocks: list[tuple[float, NDArray[np.float32]]] = field(default_factory=list)


def write_tone(out: Path) -> None:
    times = np.arange(LENGTH_S * RATE_HZ) / RATE_HZ
    phase = np.cumsum(LOW_HZ + HZ_PER_S * (times % CLIMB_S)) / RATE_HZ * 2 * np.pi
    samples = (np.sin(phase) * 12_000).astype("<i2")
    with wave.open(str(out), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())


def encode(source: Path, out: Path, codec: str, rate_hz: int, said: dict[str, str]) -> None:
    if codec.startswith("libgsm"):
        command = ["ffmpeg", "-v", "error", "-y", "-i", str(source), "-ar", "8000", "-c:a", codec]
        subprocess.run([*command, str(out)], check=True)
        return
    muxer = {key: value for key, value in said.items() if key in _IN_MUXER}
    quality = {key: value for key, value in said.items() if key not in _IN_MUXER}
    layout = "mono" if codec == "libopencore_amrnb" else "stereo"
    with av.open(str(source)) as given, av.open(str(out), "w", options=muxer) as made:
        stream = made.add_stream(codec, rate=rate_hz, layout=layout, options=quality)
        sampler = av.AudioResampler(format=stream.codec_context.format, layout=layout, rate=rate_hz)
        for frame in [*given.decode(audio=0), None]:
            for part in sampler.resample(frame):
                part.pts = None
                made.mux(stream.encode(part))
        made.mux(stream.encode(None))


def vlc_player(heard: Heard) -> ClockedPlayer:
    vlc, player = vlc_module(), VlcPlayer()

    def take(_: object, samples: int, frames: int, due_us: int) -> None:
        pointer = ctypes.cast(samples, ctypes.POINTER(ctypes.c_int16))
        block = np.ctypeslib.as_array(pointer, (frames,)).astype(np.float32)
        heard.blocks.append((time.monotonic() + (due_us - vlc.libvlc_clock()) / 1e6, block))

    callback = vlc.CallbackDecorators.AudioPlayCb(take)
    player._engine.held.append(callback)  # noqa: SLF001
    native = player._engine._player  # noqa: SLF001 - the only way to its memory output
    native.audio_set_callbacks(callback, None, None, None, None, None)
    native.audio_set_format("S16N", heard.rate_hz, 1)
    return player


def qt_player(heard: Heard) -> ClockedPlayer:
    player = QtPlayer(headless=True)

    def take(buffer: QAudioBuffer) -> None:
        at, shape = time.monotonic(), buffer.format()
        if buffer.byteCount() == 0:
            return
        whole = shape.sampleFormat() is QAudioFormat.SampleFormat.Int16
        data = np.frombuffer(bytes(buffer.constData()), np.int16 if whole else np.float32)
        samples = data.reshape(-1, shape.channelCount()).mean(axis=1, dtype=np.float32)
        heard.rate_hz = shape.sampleRate()
        # Qt gives this output what it has decoded, before it makes it faster.
        heard.streamed, heard.stretch = False, player.rate()
        heard.blocks.append((at, samples * (1 if whole else 32_768)))

    assert player.captured is not None
    # Not on Qt's own thread: it would wait there for Python, and Python for it.
    player.captured.audioBufferReceived.connect(take, Qt.ConnectionType.QueuedConnection)
    return player


ENGINES: dict[str, Callable[[Heard], ClockedPlayer]] = {"vlc": vlc_player, "qt": qt_player}


def follow(player: ClockedPlayer, seconds: float, *, to_end: bool = False) -> NDArray[np.float64]:
    """(moment, position) as a window would read them."""
    track, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        if to_end and player.state() is PlayState.ENDED:
            break
        track.append((time.monotonic(), player.position_ms()))
    return np.array(track)


def tone_hz(samples: NDArray[np.float32], rate_hz: int) -> float | None:
    """None where there is no single tone."""
    bins = 1 << (len(samples) * 4 - 1).bit_length()
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), bins)) ** 2
    step_hz = rate_hz / bins
    top, side = int(np.argmax(power)), round(120 / step_hz)
    near = power[max(top - side, 0) : top + side + 1]
    if near.sum() < 0.7 * power.sum() or power.sum() < 1e6:
        return None
    places = np.arange(max(top - side, 0), max(top - side, 0) + len(near))
    return float((near * places).sum() / near.sum() * step_hz)


def due_moments(
    heard: Heard, blocks: list[tuple[float, NDArray[np.float32]]]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """When each block is heard: one after the other, until the engine corrects a real gap; and how
    many gaps were before it."""
    dues, gaps, next_due = [], [], 0.0
    for due, block in blocks:
        corrected = abs(due - next_due) > CORRECTED_S
        if not heard.streamed or corrected:
            next_due = due
        dues.append(next_due)
        gaps.append((gaps[-1] if gaps else 0) + corrected)
        next_due += len(block) / heard.rate_hz / heard.stretch
    return np.array(dues), np.array(gaps)


def encoder_delay_ms(file: Path, rate_hz: int) -> float:
    """How late the tone stands in the decoded file, which is the clock of the whole program."""
    pcm = np.concatenate(list(decode(file)), axis=1).mean(axis=0, dtype=np.float32)
    heard = Heard(rate_hz=rate_hz, blocks=[(0.0, pcm)])
    length_s = len(pcm) / rate_hz
    track = np.array([(-SETTLE_S, -SETTLE_S * 1000), (length_s, length_s * 1000)])
    return float(np.median(errors_ms(heard, track, 0.0)))


def errors_ms(heard: Heard, track: NDArray[np.float64], delay_ms: float) -> list[float]:
    """The playhead less what is heard at that moment, every EVERY_S."""
    blocks = list(heard.blocks)
    if not blocks:
        return []
    starts = np.cumsum([0, *(len(block) for _, block in blocks)])
    dues, gaps = due_moments(heard, blocks)
    sound = np.concatenate([block for _, block in blocks])
    window = round(WINDOW_S * heard.rate_hz)
    found = []
    for begin in range(0, len(sound) - window, round(EVERY_S * heard.rate_hz)):
        middle = begin + window // 2
        block = int(np.searchsorted(starts, middle, side="right")) - 1
        due = dues[block] + (middle - starts[block]) / heard.rate_hz / heard.stretch
        if not track[0, 0] + SETTLE_S <= due <= track[-1, 0]:
            continue
        ends = np.searchsorted(starts, (begin, begin + window - 1), side="right") - 1
        if gaps[ends[0]] != gaps[ends[1]]:
            continue  # Two moments of the recording are heard in it.
        hz = tone_hz(sound[begin : begin + window], heard.rate_hz)
        # Where the tone begins again a window has two of them.
        if hz is None or not LOW_HZ + 100 <= hz <= HIGH_HZ - 100:
            continue
        shown_ms = float(np.interp(due, track[:, 0], track[:, 1]))
        told_ms = (hz - LOW_HZ) / HZ_PER_S * 1000 + delay_ms
        off_ms = (shown_ms - told_ms) % (CLIMB_S * 1000)
        found.append(off_ms - CLIMB_S * 1000 if off_ms > CLIMB_S * 500 else off_ms)
    return found


def measure(
    make: Callable[[Heard], ClockedPlayer], file: Path, speed: float, seeks: int
) -> list[float]:
    info = probe(file)
    delay_ms = encoder_delay_ms(file, info.sample_rate_hz)
    heard = Heard(rate_hz=info.sample_rate_hz)
    player = make(heard)
    player.load(file, info.duration_ms)
    player.set_rate(speed)
    while player.state() is PlayState.LOADING:
        follow(player, 0.01)
    if player.state() is PlayState.FAILED:
        raise RuntimeError(f"{file.name}: {player.failure()}")
    chance, found = random.Random(5), []
    for seek in range(seeks):
        while_paused = seek % 2 == 0
        if while_paused:
            player.pause()
            follow(player, 0.2)
        heard.blocks.clear()
        player.seek(chance.randrange(info.duration_ms - round(LISTEN_S * speed * 1000) - 1500))
        player.play()
        found += errors_ms(heard, follow(player, LISTEN_S), delay_ms)
    heard.blocks.clear()
    player.seek(info.duration_ms - round(NEAR_END_S * max(speed, 0.5) * 1000 / 2))
    found += errors_ms(heard, follow(player, NEAR_END_S * 2, to_end=True), delay_ms)
    player.close()
    return found


def summary(found: Sequence[float]) -> dict[str, float]:
    if not found:
        raise RuntimeError("nothing was heard")
    off = np.abs(found)
    return {
        "median_ms": round(float(np.median(found)), 1),
        "p95_ms": round(float(np.percentile(off, 95)), 1),
        "worst_ms": round(float(off.max()), 1),
        "count": len(found),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--engine", choices=tuple(ENGINES), action="append")
    parser.add_argument("--format", choices=tuple(FORMATS), action="append")
    parser.add_argument("--speed", type=float, action="append")
    parser.add_argument("--seeks", type=int, default=4)
    arguments = parser.parse_args()
    QApplication([])
    table: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        tone = Path(scratch) / "tone.wav"
        write_tone(tone)
        for name in arguments.format or FORMATS:
            file_name, codec, rate_hz, said = FORMATS[name]
            if codec.startswith("libgsm") and shutil.which("ffmpeg") is None:
                print(f"{name}: left out, there is no ffmpeg here", file=sys.stderr)
                continue
            file = Path(scratch) / file_name
            encode(tone, file, codec, rate_hz, said)
            for engine in arguments.engine or ENGINES:
                row = table.setdefault(name, {}).setdefault(engine, {})
                for speed in arguments.speed or SPEEDS:
                    found = measure(ENGINES[engine], file, speed, arguments.seeks)
                    row[f"{speed:g}"] = summary(found)
                    if not arguments.json:
                        print(f"{name:<17} {engine:<4} {speed:>5g}x", row[f"{speed:g}"], flush=True)
    if arguments.json:
        print(json.dumps(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
