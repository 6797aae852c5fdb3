"""Peaks of one hour and of eight of stereo calls, beside what other programs need for them.

Run with the program's own Python: python benchmarks/bench_peaks.py [--json] [--rounds N]

WAV is compared with BBC audiowaveform writing both channels at the same 64 samples a pixel (and at
its default of 256), MP3, Opus and M4A with FFmpeg decoding to nothing: `ffmpeg -i X -f null -`,
in one thread as that does; long MP3 and Opus are divided among two processes here. Rounds
alternate between the programs, the best of each counts; programs that are missing are left out.
Memory is what a fresh process grows by while it builds peaks for the first time in its life.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import av
import numpy as np
import psutil
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qa_desktop.audio.peaks import build_peaks

RATE_HZ = 8000
MOST_OF_AUDIOWAVEFORM = 0.5
MOST_OF_FFMPEG = 0.7
MOST_GROWTH_MB = 60
ENCODERS = {
    "mp3": ("libmp3lame", 8000, 32_000),
    "opus": ("libopus", 48000, 32_000),
    "m4a": ("aac", 16000, 32_000),
}


def minute_of_speech(seed: int) -> "np.ndarray[tuple[int, int], np.dtype[np.int16]]":
    """Noise in syllables and sentences, the speakers taking turns; (frames, 2)."""
    random = np.random.default_rng(seed)
    time_s = np.arange(60 * RATE_HZ) / RATE_HZ
    turns = np.sin(2 * np.pi * time_s / 9.0)
    lines = []
    for side in (1, -1):
        coloured = np.convolve(random.standard_normal(time_s.size), np.ones(6) / 6, "same")
        syllables = 0.55 + 0.45 * np.sin(2 * np.pi * 4.3 * time_s + side)
        speech = coloured * syllables * (side * turns > 0.15) * 9000
        lines.append(speech + random.standard_normal(time_s.size) * 4)
    return np.clip(np.rint(np.stack(lines, axis=1)), -32768, 32767).astype(np.int16)


def write_wav(path: Path, minutes: int) -> None:
    few = [minute_of_speech(seed) for seed in range(5)]
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, RATE_HZ, 0, "NONE", ""))
        for minute in range(minutes):
            file.writeframes(few[minute % len(few)].astype("<i2").tobytes())


def encode(path: Path, minutes: int) -> None:
    codec, rate_hz, bit_rate = ENCODERS[path.suffix[1:]]
    few = [minute_of_speech(seed) for seed in range(5)]
    resampler = av.AudioResampler(rate=rate_hz)
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate_hz)
        assert isinstance(stream, AudioStream)
        stream.layout = "stereo"
        stream.bit_rate = bit_rate
        for minute in range(minutes):
            samples = few[minute % len(few)].reshape(1, -1)
            frame = AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
            frame.sample_rate = RATE_HZ
            for part in resampler.resample(frame):
                part.pts = None
                out.mux(stream.encode(part))
        out.mux(stream.encode(None))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def program(*command: object) -> Callable[[], object]:
    words = [str(word) for word in command]
    return lambda: subprocess.run(words, check=True, capture_output=True)


def best_of(rounds: int, works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds; every work once a round, so that a busy machine is busy for all of them."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            spent[name].append(seconds(work))
    return {name: min(times) for name, times in spent.items()}


def growth_mb(path: Path) -> float:
    """Measured in a process of its own."""
    command = [sys.executable, __file__, "--grow", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


class Watch:
    """Looks at the process's memory whenever progress is told."""

    def __init__(self) -> None:
        self.most = 0

    def report(self, *_: object) -> None:
        self.most = max(self.most, psutil.Process().memory_info().rss)


def print_growth(path: Path) -> None:
    before, watch = psutil.Process().memory_info().rss, Watch()
    peaks = build_peaks(path, progress=watch)
    after = psutil.Process().memory_info().rss
    assert peaks.frames
    print(round((max(watch.most, after) - before) / 1e6, 1))


def repeat(path: Path, times: int) -> Path:
    """The same packets over and over: encoding eight hours would take minutes."""
    longer = path.with_stem(f"{path.stem}-{times}")
    listing = path.with_suffix(".txt")
    listing.write_text(f"file '{path.name}'\n" * times, encoding="utf-8")
    quiet = ["ffmpeg", "-v", "error", "-f", "concat", "-safe", "0"]
    subprocess.run([*quiet, "-i", str(listing), "-c", "copy", str(longer)], check=True)
    return longer


def make_files(folder: Path, minutes: int) -> dict[str, Path]:
    files = {kind: folder / f"call.{kind}" for kind in ("wav", *ENCODERS)}
    write_wav(files["wav"], minutes)
    for kind in ENCODERS:
        encode(files[kind], minutes)
    return files


def measure(files: Mapping[str, Path], folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """By format: seconds of each program, ratios to ours, and megabytes."""
    figures: dict[str, dict[str, float]] = {}
    for kind, path in files.items():
        works: dict[str, Callable[[], object]] = {"ours": lambda path=path: build_peaks(path)}
        works |= others(kind, path, folder)
        best = best_of(rounds, works)
        figures[kind] = {f"{name}_s": round(value, 4) for name, value in best.items()}
        figures[kind] |= {
            f"of_{name}": round(best["ours"] / value, 3)
            for name, value in best.items()
            if name != "ours"
        }
        figures[kind]["growth_mb"] = growth_mb(path)
    return figures


def others(kind: str, path: Path, folder: Path) -> dict[str, Callable[[], object]]:
    audiowaveform, ffmpeg = shutil.which("audiowaveform"), shutil.which("ffmpeg")
    if kind == "wav" and audiowaveform:
        out = folder / "theirs.dat"
        common = (audiowaveform, "-q", "-i", path, "-o", out, "-b", 16, "--split-channels", "-z")
        return {
            "audiowaveform": program(*common, 64),
            "audiowaveform_256": program(*common, 256),
        }
    if kind != "wav" and ffmpeg:
        return {"ffmpeg": program(ffmpeg, "-v", "error", "-i", path, "-f", "null", "-")}
    return {}


def missed(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    limits = {"of_audiowaveform": MOST_OF_AUDIOWAVEFORM, "of_ffmpeg": MOST_OF_FFMPEG}
    limits["growth_mb"] = MOST_GROWTH_MB
    return [
        f"{kind}: {name} is {measured[name]}, the limit {limit}"
        for kind, measured in figures.items()
        for name, limit in limits.items()
        if measured.get(name, 0) > limit
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--times", type=int, default=8, help="how much longer the long ones are")
    parser.add_argument("--grow", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args(arguments)
    if args.grow:
        print_growth(args.grow)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_files(folder, args.minutes)
        figures = measure(files, folder, args.rounds)
        if args.times > 1 and shutil.which("ffmpeg"):
            longer = {kind: repeat(path, args.times) for kind, path in files.items()}
            long = measure(longer, folder, max(1, args.rounds // 2))
            figures |= {f"{kind} x {args.times}": found for kind, found in long.items()}
    faults = missed(figures)
    if args.json:
        print(json.dumps({"minutes": args.minutes, "formats": figures, "missed": faults}, indent=2))
    else:
        print(f"peaks of {args.minutes} minutes of stereo")
        for kind, measured in figures.items():
            print(f"  {kind:9}", "  ".join(f"{name} {value}" for name, value in measured.items()))
        print("\n".join(faults) or "within all limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
