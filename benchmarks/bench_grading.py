"""From a key to the answer painted and on disk, in a real review over a real workspace.

Run with the program's own Python: python benchmarks/bench_grading.py [--json] [--keys N]

Each figure is the whole of it: the key's way through the page, the score, the transaction, and
every repaint that follows. Beside stands a bare button that is checked by a key and painted.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from benchmarks.bench_opening import rest, window_over
from qa_desktop.base.clock import SystemClock
from qa_desktop.demo.workspace import make_demo_workspace
from qa_desktop.desktop.app import make_application
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter

MOST_P95_MS = 16.0
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def times_ms(app: QApplication, keys: Sequence[Callable[[], object]]) -> list[float]:
    took = []
    for press in keys:
        begin = time.perf_counter()
        press()
        app.processEvents()
        took.append((time.perf_counter() - begin) * 1000)
    return took


def figures_of(took: Sequence[float]) -> dict[str, float]:
    p50, p95 = np.percentile(took, [50, 95])
    return {"p50_ms": round(p50, 2), "p95_ms": round(p95, 2), "max_ms": round(max(took), 2)}


def bare(app: QApplication, count: int) -> dict[str, float]:
    window = QWidget()
    button = QPushButton("5", window)
    button.setCheckable(True)
    window.resize(1600, 900)
    window.show()
    button.setFocus()
    app.processEvents()
    took = times_ms(app, [lambda: QTest.keyClick(button, Qt.Key.Key_Space)] * count)
    window.close()
    return figures_of(took)


def graded(app: QApplication, folder: Path, kind: Kind, count: int) -> dict[str, float]:
    with (
        make_demo_workspace(folder, SystemClock()) as workspace,
        window_over(workspace, app) as win,
    ):
        rows = win.services.listing.page(ListingFilter(kinds=(kind.value,)), 20)
        row = next(row for row in rows if row.review_state == "ungraded")
        win.open_review(row.interaction.id)
        rest(app, win.services.runner)
        page = win.pages.currentWidget()
        assert isinstance(page, ReviewPage)
        if page.state.phase is Phase.CHOOSE_RUBRIC:
            choice = page.state.rubrics[0]
            page.choose_rubric(choice.id, choice.version)
        rest(app, win.services.runner)
        page.setFocus()
        keys: list[Callable[[], object]] = []
        clicked = [item.id for item in page.state.items() if item.form is AnswerForm.SINGLE]
        for number, item_id in enumerate(islice(cycle(clicked), count)):
            keys.append(lambda item_id=item_id: page.panel.scorecard.item_selected.emit(item_id))
            digit = DIGITS[number % len(DIGITS)]
            keys.append(lambda digit=digit: QTest.keyClick(page, digit))
        took = times_ms(app, keys)
        assert page.state.save.saved_at is not None
        assert not page.state.save.unsaved
        return figures_of(took[1::2])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keys", type=int, default=300)
    args = parser.parse_args()
    app = make_application()
    figures = {"a bare button": bare(app, args.keys)}
    for kind in (Kind.RECORDING, Kind.CHAT):
        with tempfile.TemporaryDirectory() as folder:
            figures[f"an answer, {kind}"] = graded(app, Path(folder), kind, args.keys)
    faults = [
        f"{name}: p95 {of['p95_ms']} ms, the limit {MOST_P95_MS}"
        for name, of in figures.items()
        if of["p95_ms"] > MOST_P95_MS
    ]
    if args.json:
        print(json.dumps({"figures": figures, "missed": faults}, indent=2))
    else:
        for name, of in figures.items():
            print(f"{name:24}", "  ".join(f"{key} {value}" for key, value in of.items()))
        print("\n".join(faults) or "within all limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
