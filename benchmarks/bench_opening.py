"""Opening reviews: until the waveform's first pixels, and what fifty of them leave in memory.

Run with the program's own Python: python benchmarks/bench_opening.py [--json] [--minutes N]

First pixels count from asking for the review to the end of the first painted frame that shows
sound, in a real window: cold (no peaks kept) and cached. Beside stands an empty window's first
frame. Memory is the process's own between the tenth and the fiftieth review that is opened.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.bench_peaks import encode, minute_of_speech, write_wav
from qa_desktop.base.clock import SystemClock
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.desktop.app import make_application
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.store import InteractionStore

KINDS = ("wav", "mp3", "opus", "m4a")
MOST_COLD_MS, MOST_CACHED_MS = 300, 50
MOST_GROWTH_MB = 10
REVIEWS, SETTLED_AFTER = 50, 10
PATIENCE_S = 60
ROUNDS = 5


class FirstSound(QObject):
    """Notes when a canvas has painted sound for the first time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.at: float | None = None
        self._canvas: LaneCanvas | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._canvas is not None and self.at is None and self._canvas.tiles_drawn:
            # Whatever comes after a paint: that one is done.
            self.at = time.perf_counter()
        if isinstance(watched, LaneCanvas) and event.type() is QEvent.Type.Paint:
            self._canvas = watched
        return False


@contextmanager
def window_over(workspace: Workspace, app: QApplication) -> Iterator[MainWindow]:
    runner = TaskRunner()
    with tempfile.TemporaryDirectory() as scratch:
        services = make_services(
            workspace,
            preferences=Preferences(None, Settings(language="en", theme="light", reviewer="B")),
            theme=Theme(app, "light"),
            clock=SystemClock(),
            runner=runner,
            memory=QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat),
        )
        window = MainWindow(services)
        window.resize(1600, 900)
        window.show()
        rest(app, runner)
        yield window
        window.close()
        runner.finish()


def rest(app: QApplication, runner: TaskRunner) -> None:
    """Until nothing runs and nothing waits to be drawn."""
    for _ in range(3):
        while not runner.is_idle():
            app.processEvents()
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def imported(workspace: Workspace, folder: Path) -> dict[str, str]:
    """Interaction ids by the name of their file."""
    store = InteractionStore(workspace.database, SystemClock(), "bench")
    commit_import(plan_import([folder], ImportOptions()), store, workspace)
    with workspace.database.reading() as db:
        rows = db.execute("SELECT file_name, interaction_id FROM recordings").fetchall()
    return dict(rows)


def first_pixels_ms(window: MainWindow, app: QApplication, interaction_id: str) -> float:
    watch = FirstSound(app)
    begin = time.perf_counter()
    window.open_review(interaction_id)
    while watch.at is None and time.perf_counter() - begin < PATIENCE_S:
        app.processEvents()
    app.removeEventFilter(watch)
    if watch.at is None:
        raise RuntimeError("no sound was ever painted")
    rest(app, window.services.runner)
    window.back_to_list()
    rest(app, window.services.runner)
    return (watch.at - begin) * 1000


def bare_window_ms(app: QApplication) -> float:
    begin = time.perf_counter()
    window = QMainWindow()
    window.setCentralWidget(QLabel("bare"))
    window.resize(1600, 900)
    window.show()
    app.processEvents()
    took = (time.perf_counter() - begin) * 1000
    window.close()
    return took


def measure_pixels(app: QApplication, folder: Path, minutes: int) -> dict[str, float]:
    sounds = folder / "sounds"
    sounds.mkdir()
    write_wav(sounds / "call-wav.wav", minutes)
    for kind in KINDS[1:]:
        encode(sounds / f"call-{kind}.{kind}", minutes)
    figures = {"bare window": statistics.median(bare_window_ms(app) for _ in range(ROUNDS))}
    with open_workspace(folder / "w", clock=SystemClock(), create=True) as workspace:
        ids = imported(workspace, sounds)
        with window_over(workspace, app) as window:
            # What every review loads once is not the file's.
            first_pixels_ms(window, app, next(iter(ids.values())))
            for name, interaction_id in sorted(ids.items()):
                cold = [cold_ms(window, app, workspace, interaction_id) for _ in range(ROUNDS)]
                figures[f"{name}, cold"] = statistics.median(cold)
                warm = [first_pixels_ms(window, app, interaction_id) for _ in range(ROUNDS)]
                figures[f"{name}, cached"] = statistics.median(warm)
    return {name: round(value, 1) for name, value in figures.items()}


def cold_ms(
    window: MainWindow, app: QApplication, workspace: Workspace, interaction_id: str
) -> float:
    for kept in workspace.peaks_folder.glob("*.peaks"):
        kept.unlink()
    return first_pixels_ms(window, app, interaction_id)


def measure_memory(app: QApplication, folder: Path) -> dict[str, float]:
    sounds = folder / "many"
    sounds.mkdir()
    for number in range(REVIEWS):
        write_one(sounds / f"call-{number:02}.wav", number)
    process = psutil.Process()
    grown: dict[int, float] = {}
    with open_workspace(folder / "m", clock=SystemClock(), create=True) as workspace:
        ids = list(imported(workspace, sounds).values())
        with window_over(workspace, app) as window:
            for count, interaction_id in enumerate(ids, start=1):
                window.open_review(interaction_id)
                rest(app, window.services.runner)
                page = window.pages.currentWidget()
                assert isinstance(page, ReviewPage)
                if count in (SETTLED_AFTER, REVIEWS):
                    window.back_to_list()
                    rest(app, window.services.runner)
                    gc.collect()
                    grown[count] = process.memory_info().rss / 1e6
            widgets = len(app.allWidgets())
    return {
        "after ten, MB": round(grown[SETTLED_AFTER], 1),
        "after fifty, MB": round(grown[REVIEWS], 1),
        "growth, MB": round(grown[REVIEWS] - grown[SETTLED_AFTER], 1),
        "widgets alive": widgets,
    }


def in_a_process_of_its_own() -> dict[str, float]:
    """What the first pixels left in memory is not the reviews'."""
    command = [sys.executable, __file__, "--memory"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def write_one(path: Path, seed: int) -> None:
    samples = minute_of_speech(seed)
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 8000, 0, "NONE", ""))
        for _ in range(3):
            file.writeframes(samples.astype("<i2").tobytes())


def missed(pixels: dict[str, float], memory: dict[str, float]) -> list[str]:
    limits = {"cold": MOST_COLD_MS, "cached": MOST_CACHED_MS}
    faults = [
        f"{name}: {value} ms, the limit {limit}"
        for name, value in pixels.items()
        for kind, limit in limits.items()
        if name.endswith(kind) and value > limit
    ]
    if memory["growth, MB"] > MOST_GROWTH_MB:
        faults.append(f"fifty reviews leave {memory['growth, MB']} MB")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    app = make_application()
    show: Callable[[str], object] = print
    with tempfile.TemporaryDirectory() as folder:
        if args.memory:
            show(json.dumps(measure_memory(app, Path(folder))))
            return 0
        pixels = measure_pixels(app, Path(folder), args.minutes)
    memory = in_a_process_of_its_own()
    faults = missed(pixels, memory)
    if args.json:
        show(json.dumps({"first_pixels_ms": pixels, "memory": memory, "missed": faults}, indent=2))
    else:
        show("ms to the first pixels: " + "  ".join(f"{k} {v}" for k, v in pixels.items()))
        show("  ".join(f"{k} {v}" for k, v in memory.items()))
        show("\n".join(faults) or "within all limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
