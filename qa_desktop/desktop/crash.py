"""What happens when the program itself is at fault: a masked log and a plain dialog."""

import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.clock import Clock, to_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_MAX_LOG_BYTES = 1_000_000
# What could tell who a customer, an agent or the reviewer is.
_PRIVATE = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "<address>"),
    (re.compile(r"(?<!\d)\+?\d(?:[ -]?\d){6,}(?!\d)"), "<digits>"),
    (re.compile(r"(?<=['\"])[^'\"\n]*[\u4e00-\u9fff][^'\"\n]*(?=['\"])"), "<text>"),
)


def masked(text: str) -> str:
    """`text` without addresses, long numbers, Chinese quotations and the name of the home."""
    text = text.replace(str(Path.home()), "~")
    for pattern, instead in _PRIVATE:
        text = pattern.sub(instead, text)
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
            parent = QApplication.activeWindow()
            self._dialog = CrashDialog(self._theme, trace, self._log.file, parent)
            self._dialog.open()


class CrashDialog(QDialog):
    """Says what is safe, where the log lies, and lets one go on or quit."""

    def __init__(
        self, theme: Theme, trace: str, log_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        self.resize(tokens.DIALOG_WIDTH, tokens.DIALOG_WIDTH * 2 // 3)
        details = QPlainTextEdit(trace)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Technical details"))
        copy = TextButton(theme, icon="copy")
        copy.name_it(self.tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(trace))
        leave = TextButton(theme)
        leave.name_it(self.tr("Quit"))
        leave.clicked.connect(QApplication.quit)
        go_on = TextButton(theme, "primary")
        go_on.name_it(self.tr("Carry on"))
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", self.windowTitle()))
        safe = self.tr(
            "This is a fault of the program, not yours. Everything that was shown as saved is "
            "safe. Nothing was sent anywhere."
        )
        column.addWidget(make_label("", safe, wrap=True))
        where = self.tr("The details below, without names and numbers, are also in {0}.")
        place = make_label("small", where.format(masked(str(log_file))), wrap=True)
        column.addWidget(place)
        column.addWidget(details, 1)
        column.addLayout(buttons)
        go_on.setFocus()
