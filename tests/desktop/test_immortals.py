"""A program that calls Qt for hours keeps running."""

import subprocess
import sys

# More calls than a program has references to None and True.
CALLS = """
import qa_desktop.desktop
from PySide6.QtCore import QObject, QRect, Signal

class Sender(QObject):
    sent = Signal(bool)

sender, box = Sender(), QRect()
sender.sent.connect(lambda _: None)
for _ in range(200_000):
    box.setWidth(1)
    sender.sent.emit(True)
    sender.sent.emit(False)
print("alive")
"""


def test_calls_without_a_result_do_not_wear_out_the_interpreter() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "alive\n", "")
