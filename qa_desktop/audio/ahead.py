"""Runs an iterator in its own thread, a few items ahead of whoever consumes it."""

import queue
import threading
from collections.abc import Generator, Iterator
from typing import TypeVar

T = TypeVar("T")


class _End:
    """The last thing in the queue; `error` is what ended the iterator early, if anything did."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(items: Iterator[T], depth: int = 2) -> Generator[T]:
    """The same items; pays where both sides leave the interpreter's lock, as FFmpeg and numpy do.

    Closing the generator stops the thread, and returns only when it has stopped.
    """
    ready: queue.Queue[T | _End] = queue.Queue(depth)
    stopped = threading.Event()

    def put(item: T | _End) -> None:
        while not stopped.is_set():
            try:
                ready.put(item, timeout=0.1)
            except queue.Full:
                continue
            return

    def work() -> None:
        error: BaseException | None = None
        try:
            for item in items:
                put(item)
                if stopped.is_set():
                    break
        except BaseException as raised:  # noqa: BLE001 - raised again in the consumer's thread
            error = raised
        put(_End(error))

    thread = threading.Thread(target=work, name="decode-ahead", daemon=True)
    thread.start()
    try:
        while not isinstance(item := ready.get(), _End):
            yield item
        if item.error is not None:
            raise item.error
    finally:
        stopped.set()
        while thread.is_alive():
            # A full queue would keep the thread waiting for its time-out.
            while not ready.empty():
                ready.get_nowait()
            thread.join(0.01)
