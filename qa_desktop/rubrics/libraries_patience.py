"""Work on folders that may never answer: a share that went away can hold a thread for ever."""

from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled, Progress
from qa_desktop.rubrics.libraries import unreachable

Result = TypeVar("Result")
PATIENCE_S = 15.0
# How often somebody who waits may cancel.
_SLICE_S = 0.1


class _Reports:
    """The worker's side: what it reports goes into the queue, and cancels it once nobody waits."""

    def __init__(self, queue: "SimpleQueue[tuple[str, object]]", abandoned: Event) -> None:
        self._queue = queue
        self._abandoned = abandoned

    def report(self, done: int, total: int, what: str = "") -> None:
        if self._abandoned.is_set():
            raise Cancelled
        self._queue.put(("report", (done, total, what)))


def patiently(
    folder: Path,
    work: Callable[[Progress], Result],
    progress: Progress,
    patience_s: float = PATIENCE_S,
) -> Result:
    """The result of `work`, which runs on a thread of its own that nobody has to wait for.

    Raises what it raises; ProblemError rubrics.library_unreachable when it has been silent for
    `patience_s`; Cancelled as soon as `progress` does.
    """
    queue: SimpleQueue[tuple[str, object]] = SimpleQueue()
    abandoned = Event()
    outcome: list[Result] = []

    def run() -> None:
        try:
            outcome.append(work(_Reports(queue, abandoned)))
        except BaseException as error:  # noqa: BLE001 - raised again where somebody waits for it
            queue.put(("error", error))
        else:
            queue.put(("done", None))

    # A daemon: the program can end while a dead share still holds it.
    Thread(target=run, name=f"library {folder.name}", daemon=True).start()
    last = (0, 0, folder.name)
    silent_s = 0.0
    try:
        while True:
            try:
                kind, value = queue.get(timeout=min(_SLICE_S, patience_s))
            except Empty:
                silent_s += min(_SLICE_S, patience_s)
                if silent_s >= patience_s:
                    raise ProblemError(unreachable(folder, "timeout")) from None
                progress.report(*last)
                continue
            silent_s = 0.0
            if kind == "done":
                return outcome[0]
            if kind == "error" and isinstance(value, BaseException):
                raise value
            if isinstance(value, tuple):
                last = value
                progress.report(*last)
    finally:
        abandoned.set()
