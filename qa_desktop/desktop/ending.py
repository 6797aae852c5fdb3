"""Ends the program as the system asks for it: what was typed is saved, the workspace closed."""

import os
import signal
import sys
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication

from qa_desktop.desktop.app import Program


class EndingSignals(QObject):
    """Signal `asked` for each SIGTERM, SIGINT and SIGHUP; on Windows there is none to hear.

    Python runs a handler only between two of its own instructions, and Qt's loop has none while
    it waits: so the signal also wakes the loop, through a pipe.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read = -1
        if sys.platform != "win32":
            self._read, write = os.pipe()
            os.set_blocking(self._read, False)
            os.set_blocking(write, False)
            signal.set_wakeup_fd(write, warn_on_full_buffer=False)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                signal.signal(number, lambda *_: None)
            self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        if os.read(self._read, 64):
            self.asked.emit()


def heed_endings(app: QApplication, program: Program) -> None:
    """From now on a signal closes the program, and the end of a session saves what was typed."""

    def end() -> None:
        program.end()
        app.quit()

    signals = EndingSignals(app)
    signals.asked.connect(end)
    app.commitDataRequest.connect(lambda manager: commit_data(program, manager))


class Ending(Protocol):
    """What is asked of Qt's session manager."""

    def cancel(self) -> object: ...


def commit_data(program: Program, manager: Ending) -> None:
    """The session ends: it waits where what was typed can't be saved."""
    if not program.save_typed():
        manager.cancel()
