"""Waits until a window has come to rest: layouts, background work, pages of a PDF."""

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.tasks import TaskRunner

_PATIENCE_MS = 60_000
_ROUNDS = 4
_SLICE_MS = 50
# Text that is scaled down has many greys; a page that isn't drawn yet has none.
_GREYS_OF_TEXT = 24
_THUMBNAIL = QSize(64, 64)
_INNER = (60, 100, -60, -80)


def settle(runner: TaskRunner) -> None:
    """Lets layouts, background work and what it brings come to rest."""
    loop = QEventLoop()
    deadline = QDeadlineTimer(_PATIENCE_MS)
    # Wakes the loop when nothing else does.
    watch = QTimer()
    watch.start(_PATIENCE_MS)
    for _ in range(_ROUNDS):
        while not runner.is_idle() and not deadline.hasExpired():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # What a round drew may have asked for more: deferred layouts, a picture at its new size.
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents()


def wait_for_pages(dialog: QWidget) -> None:
    """PDF pages are drawn on Qt's own thread, after everything else."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    loop = QEventLoop()
    watch = QTimer()
    watch.start(_SLICE_MS)
    while len(_colours(dialog)) < _GREYS_OF_TEXT and not deadline.hasExpired():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _colours(dialog: QWidget) -> set[int]:
    middle = dialog.rect().adjusted(*_INNER)
    image = dialog.grab(middle).toImage()
    small = image.scaled(
        _THUMBNAIL,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
