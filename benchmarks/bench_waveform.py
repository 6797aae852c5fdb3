"""Frame times of the waveform: an eight-hour call with 500 comments, played, zoomed and panned.

Run with the program's own Python: python benchmarks/bench_waveform.py [--json] [--hours N]
Paint is the whole of one repaint at 1600x400 and twice the pixels; the bare line is one blit of a
picture of that size, the least a painted frame can cost.
"""

import argparse
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
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from qa_desktop.audio.peaks import Peaks, cell_samples, pyramid
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.state import Band, Lane, LaneRole, Pin, Span, WaveformState
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

RATE_HZ = 8000
COMMENTS = 500
FRAMES = 300
WIDTH, HEIGHT = 1600, 400
MOST_P95_MS, MOST_MS = 4.0, 16.7


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


def state_of(peaks: Peaks) -> WaveformState:
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
        Band(span=Span(start_ms=at, end_ms=at + 5000)) for at in range(0, length_ms, 30_000)
    )
    return WaveformState(
        media_id="bench",
        duration_ms=length_ms,
        peaks=peaks,
        pins=pins,
        bands=bands,
        lanes=(
            Lane(channel=0, label="Agent", role=LaneRole.AGENT),
            Lane(channel=1, label="Customer", role=LaneRole.CUSTOMER),
        ),
    )


def timed(step: Callable[[int], None], frames: int = FRAMES) -> dict[str, float]:
    """p50, p95 and the longest of `step(frame)`, in ms."""
    took = []
    for frame in range(frames):
        begin = time.perf_counter()
        step(frame)
        took.append((time.perf_counter() - begin) * 1000)
    p50, p95 = np.percentile(took, [50, 95])
    return {"p50_ms": round(p50, 3), "p95_ms": round(p95, 3), "max_ms": round(max(took), 3)}


def measure(hours: float) -> dict[str, dict[str, float]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, "light")
    runner = TaskRunner()
    begin = time.perf_counter()
    state = state_of(synthetic_peaks(hours))
    print(f"synthetic peaks in {time.perf_counter() - begin:.1f} s", file=sys.stderr)
    now = [0]
    view = WaveformView(theme, runner, position=lambda: now[0])
    view.resize(WIDTH, HEIGHT)
    view.show()
    app.processEvents()
    begin = time.perf_counter()
    view.show_state(state)
    view.repaint()
    first_ms = (time.perf_counter() - begin) * 1000
    canvas = view.findChildren(LaneCanvas)[0]
    figures = {"first picture": {"p50_ms": round(first_ms, 3)}}

    screen, picture = QPixmap(WIDTH, HEIGHT), QPixmap(WIDTH, HEIGHT)
    picture.fill("white")

    def blit(_: int) -> None:
        painter = QPainter(screen)
        painter.drawPixmap(0, 0, picture)
        painter.end()

    figures["bare blit"] = timed(blit)

    def zoom(frame: int) -> None:
        factor = 1.06 if (frame // 150) % 2 == 0 else 1 / 1.06
        canvas.zoom_requested.emit(factor, 700.0)
        canvas.repaint()

    figures["zooming"] = timed(zoom)
    for name, factor in (("whole call", 1.0), ("an hour", 8.0), ("a minute", 480.0)):
        view.show_whole()
        canvas.zoom_requested.emit(factor, 700.0)

        def pan(frame: int) -> None:
            canvas.pan_requested.emit(17.0 if (frame // 60) % 2 == 0 else -17.0)
            canvas.repaint()

        if factor > 1:
            figures[f"panning, {name}"] = timed(pan)

    def play(frame: int) -> None:
        now[0] = start_ms + frame * 16
        canvas.show_playhead(now[0])
        app.processEvents()

    view.show_whole()
    canvas.zoom_requested.emit(6000.0, 700.0)
    start_ms = view.visible_span().start_ms
    view.show_state(replace(state, playing=True))
    figures["playing"] = timed(play)
    runner.finish()
    view.close()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--hours", type=float, default=8.0)
    arguments = parser.parse_args()
    figures = measure(arguments.hours)
    if arguments.json:
        print(json.dumps(figures))
    else:
        for name, row in figures.items():
            print(f"{name:<22}" + "  ".join(f"{key} {value:>8}" for key, value in row.items()))
    frames = [row for name, row in figures.items() if "p95_ms" in row and name != "bare blit"]
    slow = [r for r in frames if r["p95_ms"] > MOST_P95_MS or r["max_ms"] > MOST_MS]
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
