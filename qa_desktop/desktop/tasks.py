"""Runs long work off the GUI thread: progress, cancel, and exactly one ending on the GUI thread."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, Progress

Result = TypeVar("Result")


class Task(QObject):
    """One piece of work under way.

    Signals, all delivered on the thread that made the task: `progressed(done, total, what)`, then
    one of `finished(result)`, `failed(ProblemError)`, `crashed(Exception)`, `cancelled()`, and
    `over` when all that were told of the ending have returned.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()
    over = Signal()
    # From the worker's thread to the task's own; only there are the public signals emitted.
    _ended = Signal(str, object)

    def __init__(self, forget: "Callable[[Task], None]") -> None:
        """`forget` is called last of all. Not a connection: one that holds the task would keep it
        for ever."""
        super().__init__()
        self._forget = forget
        self._cancel = Event()
        self._ended.connect(self._tell)

    def cancel(self) -> None:
        """Asks the work to stop at its next report."""
        self._cancel.set()

    def report(self, done: int, total: int, what: str = "") -> None:
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done, total, what)

    def end(self, how: str, result: object = None) -> None:
        """For the worker alone: how it went, "finished", "failed", "crashed" or "cancelled"."""
        self._ended.emit(how, result)

    @Slot(str, object)
    def _tell(self, how: str, result: object) -> None:
        if how == "cancelled":
            self.cancelled.emit()
        elif how == "failed":
            self.failed.emit(result)
        elif how == "crashed":
            self.crashed.emit(result)
        else:
            self.finished.emit(result)
        self.over.emit()
        self._forget(self)


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
            task.end("cancelled")
        except ProblemError as error:
            task.end("failed", error)
        except Exception as error:  # noqa: BLE001 - a bug: told to the crash dialog, not swallowed
            task.end("crashed", error)
        else:
            task.end("finished", result)


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
        task = Task(self._tasks.discard)
        self._tasks.add(task)
        task.crashed.connect(self.crashed)
        self._pool.start(_Run(task, work))
        return task

    def is_idle(self) -> bool:
        """Whether every task has ended and its ending was delivered."""
        return not self._tasks

    def finish(self) -> None:
        """Cancels what is under way and waits for it."""
        for task in tuple(self._tasks):
            task.cancel()
        self._pool.waitForDone()
