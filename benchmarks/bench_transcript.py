"""An eight-hour transcript of ten thousand turns: opened, scrolled, searched, beside bare layouts.

Run with the program's own Python: python benchmarks/bench_transcript.py [--json] [--turns N]

Beside stands Qt's own layout of every turn, once, which is what an eager column would do at every
opening and at every change of its width.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from qa_desktop.desktop.app import make_application
from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.review.turns.turn_marks import matches_of
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Role, Turn

WIDTH, HEIGHT = 900, 600
MOST_OPENING_RATIO = 0.5
MOST_FRAME_MS = 16.7
MOST_SLICE_MS = 50.0
TEXTS = (
    "one moment please",
    "您好，我想查询一下上个月的账单，为什么会多出一笔费用？请您帮我核实一下，谢谢。",
    "i understand that this is frustrating, could you tell me the last four digits of the account",
)


def turns_of(count: int) -> tuple[Turn, ...]:
    return tuple(
        Turn(
            position=at,
            role=Role.AGENT if at % 2 else Role.CUSTOMER,
            text=TEXTS[at % 3] * (1 + at % 4),
            start_ms=at * 2880,
            end_ms=at * 2880 + 2500,
        )
        for at in range(count)
    )


def took_ms(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def bare(turns: tuple[Turn, ...], font: QFont, width: float) -> None:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for turn in turns:
        layout = QTextLayout(turn.text, font)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--turns", type=int, default=10_000)
    args = parser.parse_args()
    app = make_application()
    turns = turns_of(args.turns)
    view = TranscriptView(Theme(app, "light"))
    view.resize(WIDTH, HEIGHT)
    view.show()
    app.processEvents()
    bare_ms = took_ms(lambda: bare(turns, view.font(), WIDTH - 200))

    def first_sight() -> None:
        view.show_transcript(turns)
        view.viewport().repaint()

    opening_ms = took_ms(first_sight)
    slices = []
    while view.rows.pending:
        slices.append(took_ms(view.measure_some))
    bar = view.verticalScrollBar()

    def frame(value: int) -> None:
        bar.setValue(value)
        view.viewport().repaint()

    places = np.random.default_rng(1).integers(0, bar.maximum(), 200)
    jumps = [took_ms(lambda at=at: frame(int(at))) for at in places]
    reading = [took_ms(lambda at=at: frame(at * 40)) for at in range(300)]
    search_ms = [took_ms(lambda: matches_of("账单", turns)) for _ in range(3)]
    figures = {
        "bare layouts of all turns": round(bare_ms, 1),
        "first sight": round(opening_ms, 1),
        "ratio": round(opening_ms / bare_ms, 3),
        "idle slice, longest": round(max(slices, default=0.0), 1),
        "idle slices, all": round(sum(slices)),
        "frame while scrolling, p95": round(float(np.percentile(reading, 95)), 2),
        "frame after a jump, p95": round(float(np.percentile(jumps, 95)), 2),
        "search, first and again": f"{search_ms[0]:.1f}, {min(search_ms[1:]):.1f}",
    }
    faults = []
    if opening_ms / bare_ms > MOST_OPENING_RATIO:
        faults.append(f"first sight takes {opening_ms / bare_ms:.2f} of the bare layouts")
    if float(np.percentile(reading, 95)) > MOST_FRAME_MS:
        faults.append("scrolling misses frames")
    if max(slices, default=0.0) > MOST_SLICE_MS:
        faults.append("a slice holds the window up")
    if args.json:
        print(json.dumps({"figures": figures, "missed": faults}, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:30} {value}")
        print("\n".join(faults) or "within all limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
