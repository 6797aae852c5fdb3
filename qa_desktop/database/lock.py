"""One owner a workspace: an operating-system lock, and a note that says who holds it."""

import json
import os
import socket
from contextlib import suppress
from pathlib import Path

import filelock

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.whole_files import written_beside


class WorkspaceLock:
    """Held from its making to `release()`; the system itself lets go when the process dies.

    Raises ProblemError database.locked at once when another window has it.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._holder = folder / "lock.json"
        # Not thread_local: a worker may close what the window opened.
        self._lock = filelock.FileLock(folder / "lock", timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except filelock.Timeout:
            raise ProblemError(self._held(folder)) from None
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": to_text(clock.now()),
        }
        # The note only informs: where it can't be written or removed (Windows, while another window
        # reads it), the lock itself still counts.
        with suppress(OSError), written_beside(self._holder, synced=False) as beside:
            beside.write_text(json.dumps(holder), encoding="utf-8")

    def release(self) -> None:
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _held(self, folder: Path) -> Problem:
        holder = {"pid": "?", "host": "?", "since": "?"}
        try:
            said = json.loads(self._holder.read_text(encoding="utf-8"))
            since = from_text(said["since"]).astimezone()
            holder = {
                "pid": str(said["pid"]),
                "host": str(said["host"]),
                "since": f"{since:%Y-%m-%d %H:%M}",
            }
        except (OSError, ValueError, KeyError, TypeError):
            # Its owner is just writing or removing the note: the lock itself is what counts.
            pass
        return Problem(code="database.locked", where=Where(file=str(folder)), values=holder)
