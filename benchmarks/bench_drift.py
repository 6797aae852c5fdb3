"""How far the playhead is from what is heard, for both engines and the usual formats.

Run with the program's own Python: python benchmarks/bench_drift.py [--json] [RECORDING]
The recording (default: the demo's) is encoded into each format, played with the sound captured
(libvlc's memory output, Qt's QAudioBufferOutput) and sought at random; what was captured is found
again in the decoded file by correlation. A sound card's own delay is not in these figures.
"""

import argparse
import ctypes
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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

SEEKS = 4
LISTEN_S = 2.4
SETTLE_S = 0.3
WINDOW_S = 0.7
SEARCH_S = 1.5
FORMATS = {
    "wav": ("wav", "pcm_s16le", 8000),
    "mp3 vbr, no xing": ("mp3", "libmp3lame", 22_050),
    "mp3 44.1 kHz": ("mp3", "libmp3lame", 44_100),
    "opus": ("ogg", "libopus", 48_000),
    "m4a": ("mp4", "aac", 44_100),
    "flac": ("flac", "flac", 8000),
}
Blocks = list[tuple[float, NDArray[np.float32]]]


def encode(source: Path, out: Path, container: str, codec: str, rate_hz: int, name: str) -> None:
    layout = "stereo"
    options = {"write_xing": "0"} if "no xing" in name else {}
    with av.open(str(source)) as given, av.open(str(out), "w", container, options=options) as made:
        quality = {"q": "6"} if "vbr" in name else {}
        stream = made.add_stream(codec, rate=rate_hz, layout=layout, options=quality)
        sampler = av.AudioResampler(format=stream.codec_context.format, layout=layout, rate=rate_hz)
        for frame in [*given.decode(audio=0), None]:
            for part in sampler.resample(frame):
                part.pts = None
                made.mux(stream.encode(part))
        made.mux(stream.encode(None))


def vlc_player(rate_hz: int, blocks: Blocks) -> ClockedPlayer:
    vlc, player = vlc_module(), VlcPlayer()

    def take(_: object, samples: int, frames: int, due_us: int) -> None:
        pointer = ctypes.cast(samples, ctypes.POINTER(ctypes.c_int16))
        block = np.ctypeslib.as_array(pointer, (frames,)).astype(np.float32)
        blocks.append((time.monotonic() + (due_us - vlc.libvlc_clock()) / 1e6, block))

    callback = vlc.CallbackDecorators.AudioPlayCb(take)
    player._engine.held.append(callback)  # noqa: SLF001
    native = player._engine._player  # noqa: SLF001 - the only way to its memory output
    native.audio_set_callbacks(callback, None, None, None, None, None)
    native.audio_set_format("S16N", rate_hz, 1)
    return player


def qt_player(_: int, blocks: Blocks) -> ClockedPlayer:
    player = QtPlayer(headless=True)

    def take(buffer: QAudioBuffer) -> None:
        at, shape = time.monotonic(), buffer.format()
        if buffer.byteCount() == 0:
            return
        whole = shape.sampleFormat() is QAudioFormat.SampleFormat.Int16
        data = np.frombuffer(bytes(buffer.constData()), np.int16 if whole else np.float32)
        samples = data.reshape(-1, shape.channelCount()).mean(axis=1, dtype=np.float32)
        blocks.append((at, samples * (1 if whole else 32_768)))

    assert player.captured is not None
    player.captured.audioBufferReceived.connect(take, Qt.ConnectionType.DirectConnection)
    return player


def follow(player: ClockedPlayer, seconds: float) -> NDArray[np.float64]:
    """(moment, position) as a window would read them."""
    track, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        track.append((time.monotonic(), player.position_ms()))
    return np.array(track)


def error_ms(
    blocks: Blocks, track: NDArray[np.float64], sound: NDArray[np.float32], rate_hz: int
) -> float | None:
    """None where only silence was heard."""
    lengths = [len(block) for _, block in blocks]
    starts = np.cumsum([0, *lengths[:-1]])
    heard = np.concatenate([block for _, block in blocks])
    window = int(WINDOW_S * rate_hz)

    def due(sample: int) -> float:
        index = int(np.searchsorted(starts, sample, side="right")) - 1
        return blocks[index][0] + (sample - int(starts[index])) / rate_hz

    places = [
        place
        for place in range(0, len(heard) - window, window // 4)
        if track[0, 0] + SETTLE_S <= due(place) <= track[-1, 0]
    ]
    if not places:
        return None
    begin = max(places, key=lambda place: float(np.square(heard[place : place + window]).sum()))
    wanted = heard[begin : begin + window]
    if np.abs(wanted).max() < 300:
        return None
    shown_ms = float(np.interp(due(begin), track[:, 0], track[:, 1]))
    low = max(int((shown_ms / 1000 - SEARCH_S) * rate_hz), 0)
    near = sound[low : int((shown_ms / 1000 + SEARCH_S) * rate_hz) + window]
    matches = np.correlate(near, wanted, "valid")
    energy = np.sqrt(np.convolve(np.square(near), np.ones(window), "valid") + 1)
    return shown_ms - (low + int(np.argmax(matches / energy))) * 1000 / rate_hz


def errors(make: Callable[..., ClockedPlayer], file: Path) -> Iterator[float]:
    info = probe(file)
    pcm = np.concatenate(list(decode(file)), axis=1)
    sound = pcm.mean(axis=0, dtype=np.float32)
    blocks: Blocks = []
    player = make(info.sample_rate_hz, blocks)
    player.load(file, info.duration_ms)
    while player.state() is PlayState.LOADING:
        follow(player, 0.01)
    chance = random.Random(5)
    for seek in range(SEEKS):
        blocks.clear()
        player.seek(chance.randrange(info.duration_ms - 4000))
        if seek == 0:
            player.play()
        track = follow(player, LISTEN_S)
        found = error_ms(list(blocks), track, sound, info.sample_rate_hz) if blocks else None
        if found is not None:
            yield found
    player.close()


def demo_recording() -> Path:
    folder = Path(__file__).resolve().parents[1] / "resources" / "demo"
    sounds = [p for p in sorted(folder.rglob("*")) if p.suffix in (".wav", ".flac", ".mp3")]
    return max(sounds, key=lambda path: path.stat().st_size)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recording", nargs="?", type=Path, default=demo_recording())
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    QApplication([])
    table: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for index, (name, (container, codec, rate_hz)) in enumerate(FORMATS.items()):
            file = Path(scratch) / f"{index}.{container}"
            encode(arguments.recording, file, container, codec, rate_hz, name)
            table[name] = {
                engine: [round(value, 1) for value in errors(make, file)]
                for engine, make in (("vlc", vlc_player), ("qt", qt_player))
            }
            if not arguments.json:
                print(f"{name:<18}", *(f"{e}: {v} ms  " for e, v in table[name].items()))
    if arguments.json:
        print(json.dumps(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
