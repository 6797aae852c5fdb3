"""Start to a usable window on the demo workspace, beside a bare PySide6 window.

Both are whole processes: from exec to the first painted frame of a window that answers.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
# Both end the same way: what is watched has been painted, and the event loop answers again.
END = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstFrame(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
first_frame = FirstFrame()
"""
BARE = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{END}
app = QApplication(sys.argv)
window = QMainWindow()
label = QLabel("bare")
label.installEventFilter(first_frame)
window.setCentralWidget(label)
window.resize(1280, 720)
window.show()
app.exec()
"""
# As qa_desktop/__main__.py starts it; what is watched is the list with its rows.
OURS = f"""
import gc
import sys
from pathlib import Path
import qa_desktop.__main__
gc.disable()
from qa_desktop.base.clock import SystemClock
from qa_desktop.desktop.app import Program, make_application
app = make_application()
program = Program(app, config_folder=Path(sys.argv[1]) / "config", clock=SystemClock())
program.crashes.install()
assert program.start(Path(sys.argv[1]))
{END}
table = program.window.pages.interactions.table
assert table.model().rowCount() > 0
table.viewport().installEventFilter(first_frame)
app.exec()
"""
MAKE = """
import sys
from pathlib import Path
from qa_desktop.base.clock import SystemClock
from qa_desktop.demo.workspace import make_demo_workspace
make_demo_workspace(Path(sys.argv[1]), SystemClock()).close()
"""


def seconds(code: str, *arguments: str) -> float:
    """Until the process has ended. It finds compiled modules, as after any installation."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - begin


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = str(Path(scratch) / "demo")
        subprocess.run([sys.executable, "-c", MAKE, folder], check=True)
        seconds(BARE)
        seconds(OURS, folder)
        pairs = [(seconds(BARE), seconds(OURS, folder)) for _ in range(RUNS)]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    figures = {"bare_s": round(bare, 3), "ours_s": round(ours, 3), "ratio": round(ratio, 2)}
    print(json.dumps(figures))
    print(f"start: {ours:.2f} s, bare window {bare:.2f} s, ratio {ratio:.2f} (target 2)")


if __name__ == "__main__":
    main()
