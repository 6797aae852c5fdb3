"""What happens when the program itself is at fault: a masked log and a plain dialog."""

import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.desktop.theme.theme import Theme

if TYPE_CHECKING:
    from qa_desktop.desktop.crash_dialog import CrashDialog

_MAX_LOG_BYTES = 1_000_000
# What could tell who a customer, an agent or the reviewer is.
_PRIVATE = (
    (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "<address>"),
    (r"(?<!\d)\+?\d(?:[ -]?\d){6,}(?!\d)", "<digits>"),
    (r"(?<=['\"])[^'\"\n]*[\u4e00-\u9fff][^'\"\n]*(?=['\"])", "<text>"),
)


def masked(text: str) -> str:
    """`text` without addresses, long numbers, Chinese quotations and the name of the home."""
    text = text.replace(str(Path.home()), "~")
    for pattern, instead in _PRIVATE:
        text = re.sub(pattern, instead, text)
    return text


class CrashLog:
    """One text file; it starts anew past one megabyte."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self.file = file
        self._clock = clock

    def write(self, error: BaseException) -> str:
        """What was written."""
        trace = masked("".join(traceback.format_exception(error)))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        too_long = self.file.exists() and self.file.stat().st_size > _MAX_LOG_BYTES
        with self.file.open("w" if too_long else "a", encoding="utf-8") as log:
            log.write(f"{to_text(self._clock.now())}\n{trace}\n")
        return trace


class CrashReporter(QObject):
    """Takes every exception that nobody handled, from any thread, and tells the person once.

    Signal `crashed(str)`: the masked trace, on the GUI thread.
    """

    crashed = Signal(str)

    def __init__(self, log: CrashLog, theme: Theme) -> None:
        super().__init__()
        self._log = log
        self._theme = theme
        self._dialog: CrashDialog | None = None
        self.crashed.connect(self._show)

    def install(self) -> None:
        """From now on sys.excepthook and the threads' one lead here."""
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    def report(self, error: BaseException) -> None:
        self.crashed.emit(self._log.write(error))

    def _from_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(error)
        sys.__excepthook__(kind, error, trace)

    def _from_thread(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.report(hook.exc_value)

    def _show(self, trace: str) -> None:
        # One dialog: a fault in painting would otherwise open one a frame.
        if self._dialog is None or not self._dialog.isVisible():
            from qa_desktop.desktop.crash_dialog import CrashDialog

            parent = QApplication.activeWindow()
            log_file = masked(str(self._log.file))
            self._dialog = CrashDialog(self._theme, trace, log_file, parent)
            self._dialog.open()
