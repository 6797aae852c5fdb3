"""Reads files nobody vouches for in a child process, with limits on time and memory."""

import importlib
import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar, cast

import psutil

from qa_desktop.base.problems import Problem, ProblemError, Where

if TYPE_CHECKING:
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

    Pipe = Connection[object, object]

Answer = TypeVar("Answer")

_POLL_S = 0.05
_START_S = 120.0


class ChildReader:
    """One child process that is used again for each file, and started anew when one kills it.

    `warm_up` is a module that the child imports before it counts time. The memory limit is
    held by the system where it can be (address space) and by watching the child elsewhere.
    """

    def __init__(self, warm_up: str, *, memory_bytes: int) -> None:
        self._warm_up = warm_up
        self._memory_bytes = memory_bytes
        self._process: SpawnProcess | None = None
        self._connection: Pipe | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def run(
        self,
        function: Callable[..., Answer],
        *arguments: object,
        file: str,
        limit_s: float,
        waiting: Callable[[], None],
    ) -> Answer:
        """What `function` returns in the child; both it and the answer must be picklable.

        `waiting` is called while the child works and may raise Cancelled. Raises ProblemError:
        what the function raised, or interactions.reader_hung, reader_died, reader_memory,
        reader_broke about `file`.
        """
        connection = self._started(waiting)
        try:
            connection.send((function, arguments))
        except OSError:
            # It died while it had nothing to do; that is not this file's fault.
            self.close()
            connection = self._started(waiting)
            connection.send((function, arguments))
        try:
            answer = self._receive(connection, file, limit_s, waiting)
        except BaseException:
            # Whatever it was doing, nobody waits for it any more.
            self.close()
            raise
        outcome, content = answer
        where = Where(file=file)
        if outcome == "done":
            return cast("Answer", content)
        if outcome == "problems":
            raise ProblemError(cast("tuple[Problem, ...]", content))
        if outcome == "memory":
            self.close()
            raise ProblemError(Problem(code="interactions.reader_memory", where=where))
        raise ProblemError(
            Problem(code="interactions.reader_broke", where=where, values={"detail": str(content)})
        )

    def close(self) -> None:
        """End the child; the next run starts another."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _started(self, waiting: Callable[[], None]) -> "Pipe":
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve,
            args=(theirs, self._warm_up, self._memory_bytes),
            name="qa-desktop reader",
            daemon=True,
        )
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        try:
            self._receive(ours, self._warm_up, _START_S, waiting)
        except BaseException:
            self.close()
            raise
        return ours

    def _receive(
        self,
        connection: "Pipe",
        file: str,
        limit_s: float,
        waiting: Callable[[], None],
    ) -> tuple[str, object]:
        where = Where(file=file)
        until = time.monotonic() + limit_s
        while not connection.poll(_POLL_S):
            waiting()
            if time.monotonic() > until:
                values = {"seconds": round(limit_s)}
                raise ProblemError(
                    Problem(code="interactions.reader_hung", where=where, values=values)
                )
            if self._used_bytes() > self._memory_bytes:
                raise ProblemError(Problem(code="interactions.reader_memory", where=where))
        try:
            answer = connection.recv()
        except (EOFError, OSError) as error:
            raise ProblemError(Problem(code="interactions.reader_died", where=where)) from error
        if not isinstance(answer, tuple):
            raise TypeError(f"the child answered {answer!r}")
        return answer

    def _used_bytes(self) -> int:
        if self._process is None or self._process.pid is None:
            return 0
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            # It just ended: the pipe will tell.
            return 0


def _serve(
    connection: "Pipe", warm_up: str, memory_bytes: int
) -> None:  # pragma: no cover - runs in the child
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    importlib.import_module(warm_up)
    _limit_address_space(memory_bytes)
    connection.send(("ready", None))
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_answer(task))


def _answer(task: object) -> tuple[str, object]:
    function, arguments = cast("tuple[Callable[..., object], tuple[object, ...]]", task)
    try:
        return ("done", function(*arguments))
    except ProblemError as error:
        return ("problems", tuple(error.problems))
    except MemoryError:
        return ("memory", None)
    except Exception as error:  # noqa: BLE001 - told to the parent: it fails this one file
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
        return ("broke", f"{type(error).__name__}: {error} ({place})"[:500])


def _limit_address_space(memory_bytes: int) -> None:
    """Not on Windows: there the parent alone watches the child."""
    if sys.platform != "win32":
        import resource

        used = psutil.Process().memory_info().vms
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (used + memory_bytes, resource.RLIM_INFINITY))


@contextmanager
def borrowed(lent: ChildReader | None, warm_up: str, memory_bytes: int) -> Iterator[ChildReader]:
    """The reader that was lent, or one that ends with the block."""
    if lent is not None:
        yield lent
        return
    with ChildReader(warm_up, memory_bytes=memory_bytes) as own:
        yield own
