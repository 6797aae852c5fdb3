"""Runs long work off the GUI thread: progress, cancel, and exactly one ending on the GUI thread."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, Progress

Result = TypeVar("Result")


class Task(QObject):
    """One piece of work under way.

    Signals, all delivered on the thread that made the task: `progressed(done, total, what)`, then
    one of `finished(result)`, `failed(ProblemError)`, `crashed(Exception)`, `cancelled()`.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cancel = Event()

    def cancel(self) -> None:
        """Asks the work to stop at its next report."""
        self._cancel.set()

    def report(self, done: int, total: int, what: str = "") -> None:
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done, total, what)


class _Run(QRunnable):
    def __init__(self, task: Task, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        task = self._task
        try:
            result = self._work(task)
        except Cancelled:
            task.cancelled.emit()
        except ProblemError as error:
            task.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - a bug: told to the crash dialog, not swallowed
            task.crashed.emit(error)
        else:
            task.finished.emit(result)


class TaskRunner(QObject):
    """Owns the threads. `crashed(Exception)` repeats every task's, for the crash dialog."""

    crashed = Signal(object)

    def __init__(self, threads: int = 2) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._tasks: set[Task] = set()

    def start(self, work: Callable[[Progress], Result]) -> Task:
        """Queues `work(progress)`; connect to the returned task before going back to the loop."""
        task = Task()
        self._tasks.add(task)
        for ending in (task.finished, task.failed, task.crashed):
            ending.connect(lambda _: self._tasks.discard(task))
        task.cancelled.connect(lambda: self._tasks.discard(task))
        task.crashed.connect(self.crashed)
        self._pool.start(_Run(task, work))
        return task

    def finish(self) -> None:
        """Cancels what is under way and waits for it."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone()
