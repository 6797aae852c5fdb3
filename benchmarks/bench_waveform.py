"""Frame times of the waveform: an eight-hour call with 500 comments, played, zoomed and panned.

Run with the program's own Python: python benchmarks/bench_waveform.py [--json] [--hours N]
A frame is all that happens between a person's step and the painted window: the new scale, the
lanes and the overview, through the event loop. The bare line is one blit of a picture of that
size, the least a painted frame can cost. Wall times tell what a person sees; `cpu` is the time of
the GUI's thread alone, which other programs can't lengthen: the exit code goes by it.
"""

import argparse
import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from qa_desktop.audio.peaks import Peaks, cell_samples, pyramid
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.state import (
    Band,
    BandKind,
    Lane,
    LaneRole,
    Pin,
    SaidWord,
    Span,
    WaveformState,
)
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

RATE_HZ = 8000
COMMENTS = 500
FRAMES = 600
SIZES = {"1600": (1600, 300), "3840": (3840, 300)}
MOST_P95_MS, MOST_MS = 4.0, 16.7

Row = dict[str, float]


def synthetic_peaks(hours: float) -> Peaks:
    """Turns of speech-like loudness; made as cells, since eight hours of samples are 460 MB."""
    chance = np.random.default_rng(8)
    per_cell = cell_samples(RATE_HZ)
    cells = int(hours * 3600 * RATE_HZ) // per_cell
    seconds = np.arange(cells) * per_cell / RATE_HZ
    speaking = np.sin(seconds / 3) > 0
    loudness = np.stack([speaking, ~speaking]) * chance.random((2, cells)) * 20_000
    high = loudness.astype(np.int16)
    return pyramid((high * -1, high, (loudness / 3).astype(np.uint16)), cells * per_cell, RATE_HZ)


def synthetic_samples(start_ms: int, end_ms: int) -> NDArray[np.int16]:
    frames = (end_ms - start_ms) * RATE_HZ // 1000
    tone = np.sin(np.arange(frames) / 6) * 18_000
    return np.stack([tone, tone[::-1]]).astype(np.int16)


def state_of(peaks: Peaks) -> WaveformState:
    """500 comments, a silence or an overlap every half minute, two words a second."""
    chance = random.Random(8)
    length_ms = peaks.duration_ms
    starts = sorted(chance.randrange(length_ms) for _ in range(COMMENTS))
    kinds = list(CommentKind)
    pins = tuple(
        Pin(
            id=str(i),
            number=i + 1,
            kind=kinds[i % len(kinds)],
            start_ms=start,
            end_ms=start + 4000 if i % 5 == 0 else None,
        )
        for i, start in enumerate(starts)
    )
    bands = tuple(
        Band(
            span=Span(start_ms=at, end_ms=at + 5000),
            kind=BandKind.OVERLAP if at // 30_000 % 4 == 0 else BandKind.SILENCE,
        )
        for at in range(0, length_ms, 30_000)
    )
    texts = ("hello", "thank", "you", "billing", "account", "moment", "please", "of")
    words = tuple(
        SaidWord(
            start_ms=at,
            end_ms=at + 400,
            text=texts[at // 500 % len(texts)],
            role=LaneRole.AGENT if at // 9000 % 2 else LaneRole.CUSTOMER,
        )
        for at in range(0, length_ms, 500)
    )
    return WaveformState(
        media_id="bench",
        duration_ms=length_ms,
        peaks=peaks,
        pins=pins,
        bands=bands,
        words=words,
        lanes=(
            Lane(channel=0, label="Agent", role=LaneRole.AGENT),
            Lane(channel=1, label="Customer", role=LaneRole.CUSTOMER),
        ),
    )


def timed(step: Callable[[int], None], frames: int = FRAMES) -> Row:
    """p50, p95 and the longest of `step(frame)`, in ms of the clock and of this thread."""
    wall, own = [], []
    for frame in range(frames):
        begin, begin_own = time.perf_counter(), time.thread_time()
        step(frame)
        wall.append((time.perf_counter() - begin) * 1000)
        own.append((time.thread_time() - begin_own) * 1000)
    p50, p95 = np.percentile(wall, [50, 95])
    return {
        "p50_ms": round(p50, 3),
        "p95_ms": round(p95, 3),
        "max_ms": round(max(wall), 3),
        "cpu_p95_ms": round(float(np.percentile(own, 95)), 3),
        "cpu_max_ms": round(max(own), 3),
    }


def bare_blit(width: int, height: int) -> Row:
    screen, picture = QPixmap(width, height), QPixmap(width, height)
    picture.fill("white")

    def blit(_: int) -> None:
        painter = QPainter(screen)
        painter.drawPixmap(0, 0, picture)
        painter.end()

    return timed(blit)


def measure_at(app: QApplication, state: WaveformState, width: int, height: int) -> dict[str, Row]:
    runner = TaskRunner()
    now = [0]
    view = WaveformView(Theme(app, "light"), runner, position=lambda: now[0])
    view.resize(width, height)
    view.show()
    app.processEvents()
    figures = {"bare blit": bare_blit(width, height)}
    begin = time.perf_counter()
    view.show_state(state)
    view.read_samples_from(synthetic_samples)
    app.processEvents()
    figures["first picture"] = {"p50_ms": round((time.perf_counter() - begin) * 1000, 3)}
    canvas = view.findChildren(LaneCanvas)[0]

    def zoom(frame: int) -> None:
        # From the whole call to 40 samples and back, once.
        canvas.zoom_requested.emit(1.06 if (frame // 268) % 2 == 0 else 1 / 1.06, width * 0.44)
        app.processEvents()

    figures["zooming"] = timed(zoom)
    for name, factor in (("an hour", 8.0), ("a minute", 480.0), ("a second", 28_800.0)):
        view.show_whole()
        canvas.zoom_requested.emit(factor, width * 0.44)
        app.processEvents()

        def pan(frame: int) -> None:
            canvas.pan_requested.emit(17.0 if (frame // 60) % 2 == 0 else -17.0)
            app.processEvents()

        figures[f"panning, {name}"] = timed(pan)

    def play(frame: int) -> None:
        now[0] = start_ms + frame * 16
        canvas.show_playhead(now[0])
        app.processEvents()

    view.show_whole()
    canvas.zoom_requested.emit(6000.0, width * 0.44)
    start_ms = view.visible_span().start_ms
    view.show_state(replace(state, playing=True))
    figures["playing"] = timed(play)

    def zoom_while_playing(frame: int) -> None:
        now[0] = start_ms + frame * 16
        canvas.show_playhead(now[0])
        canvas.zoom_requested.emit(1.04 if (frame // 40) % 2 == 0 else 1 / 1.04, width * 0.44)
        app.processEvents()

    figures["playing, zooming"] = timed(zoom_while_playing)
    runner.finish()
    view.close()
    least = figures["bare blit"]["p50_ms"]
    for row in figures.values():
        row["blits"] = round(row["p50_ms"] / least, 1)
    return figures


def measure(hours: float) -> dict[str, dict[str, Row]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    begin = time.perf_counter()
    state = state_of(synthetic_peaks(hours))
    print(f"synthetic call in {time.perf_counter() - begin:.1f} s", file=sys.stderr)
    gc.collect()
    return {name: measure_at(app, state, *size) for name, size in SIZES.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--hours", type=float, default=8.0)
    arguments = parser.parse_args()
    figures = measure(arguments.hours)
    if arguments.json:
        print(json.dumps(figures))
    else:
        for size, rows in figures.items():
            print(f"{size} px wide")
            for name, row in rows.items():
                cells = "  ".join(f"{key} {value:>7}" for key, value in row.items())
                print(f"  {name:<20}{cells}")
    frames = [
        row for name, row in figures["1600"].items() if "cpu_p95_ms" in row and name != "bare blit"
    ]
    slow = [r for r in frames if r["cpu_p95_ms"] > MOST_P95_MS or r["cpu_max_ms"] > MOST_MS]
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
