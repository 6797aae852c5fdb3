"""Probes files in a process of its own, which a hostile or broken file may crash or exhaust."""

import json
import multiprocessing
import time
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from qa_desktop.audio.faults import fault
from qa_desktop.audio.probe import SoundInfo, probe
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import NoProgress, Progress

LIMIT_S = 300
MEMORY_BYTES = 1 << 30
"""What a file may take on top of the child's own size."""
_LOOK_EVERY_S = 0.1


class ProbeChild:
    """One child for many files; it is started at the first, and again after a crash."""

    def __init__(self, limit_s: float = LIMIT_S, memory_bytes: int = MEMORY_BYTES) -> None:
        self._limit_s = limit_s
        self._memory_bytes = memory_bytes
        self._connection: Connection | None = None
        self._process: multiprocessing.process.BaseProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None

    def probe(self, path: Path, progress: Progress | None = None) -> SoundInfo:
        """As probe.probe; also raises ProblemError audio.decoder_crashed and audio.too_costly."""
        progress = progress or NoProgress()
        connection = self._connection or self._start()
        try:
            connection.send_bytes(str(path).encode("utf-8", "surrogateescape"))
            return _answer(path, self._wait(path, connection, progress))
        except (EOFError, ConnectionError) as error:
            self.close()
            raise fault(path, "decoder_crashed") from error
        except ProblemError:
            raise
        except BaseException:
            # Cancelled or worse: the child is still busy with what nobody wants.
            self.close()
            raise

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._memory_bytes), daemon=True, name="probe"
        )
        self._process.start()
        theirs.close()
        return self._connection

    def _wait(self, path: Path, connection: Connection, progress: Progress) -> dict[str, Any]:
        deadline = time.monotonic() + self._limit_s
        while True:
            if connection.poll(_LOOK_EVERY_S):
                said: dict[str, Any] = json.loads(connection.recv_bytes())
                if "done" not in said:
                    return said
                progress.report(said["done"], said["total"], said["what"])
            else:
                progress.report(0, 0)
            if time.monotonic() > deadline:
                self.close()
                raise fault(path, "too_costly", limit_s=round(self._limit_s))


def probe_in_child(path: Path, progress: Progress | None = None) -> SoundInfo:
    """One file in a child of its own; a ProbeChild is cheaper for many."""
    with ProbeChild() as child:
        return child.probe(path, progress)


def serve(connection: Connection, memory_bytes: int) -> None:
    """The child's whole life: answers paths with JSON until the parent is gone."""
    _limit_memory(memory_bytes)
    with suppress(EOFError, ConnectionError):
        while True:
            path = Path(connection.recv_bytes().decode("utf-8", "surrogateescape"))
            connection.send_bytes(json.dumps(_probed(path, connection)).encode())


def _limit_memory(more_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    limit = psutil.Process().memory_info().vms + more_bytes
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or limit < most:
        with suppress(ValueError, OSError):  # macOS refuses it for some sizes.
            resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _probed(path: Path, connection: Connection) -> dict[str, Any]:
    try:
        return {"info": asdict(probe(path, _Told(connection)))}
    except ProblemError as error:
        return {"problems": [asdict(problem) for problem in error.problems]}
    except MemoryError:
        return {
            "problems": [asdict(p) for p in fault(path, "too_costly", limit_s=LIMIT_S).problems]
        }


class _Told:
    """Progress for the parent, five times a second."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next = 0.0

    def report(self, done: int, total: int, what: str = "") -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.2
            self._connection.send_bytes(
                json.dumps({"done": done, "total": total, "what": what}).encode()
            )


def _answer(path: Path, said: dict[str, Any]) -> SoundInfo:
    if "problems" in said:
        raise ProblemError(_problem(path, problem) for problem in said["problems"])
    info = said["info"]
    info["notes"] = tuple(_problem(path, note) for note in info["notes"])
    return SoundInfo(**info)


def _problem(path: Path, said: dict[str, Any]) -> Problem:
    return Problem(code=said["code"], where=Where(file=str(path)), values=said["values"])
