"""What every command is given: where, in which language, and where its words go."""

import json
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from qa_desktop.base.clock import Clock, SystemClock
from qa_desktop.base.problems import Problem
from qa_desktop.base.progress import Progress
from qa_desktop.base.wording import Wording, wording
from qa_desktop.cli.columns import fitted
from qa_desktop.database.workspace import Workspace, open_workspace

DONE = 0
AT_FAULT = 1


class TerminalProgress:
    """One line on standard error, rewritten in place; silent where no terminal is there.

    Without escape sequences: not every console of Windows knows them.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shows = stream.isatty()

    def report(self, done: int, total: int, what: str = "") -> None:
        if not self._shows:
            return
        columns = shutil.get_terminal_size().columns - 1
        share = f"{done}/{total}" if total else str(done)
        # Names of files may hold anything.
        plain = "".join(letter if letter.isprintable() else "?" for letter in what)
        finished = bool(total) and done >= total
        line = "" if finished else f"{share} {plain}"
        self._stream.write(f"\r{fitted(line, columns)}" + ("\r" if finished else ""))
        self._stream.flush()


@dataclass(frozen=True, kw_only=True)
class Context:
    """The surroundings of one command."""

    workspace_folder: Path
    language: str
    reviewer: str
    clock: Clock = field(default_factory=SystemClock)
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    @property
    def words(self) -> Wording:
        return wording(self.language)

    @property
    def progress(self) -> Progress:
        return TerminalProgress(self.err)

    def open_workspace(self, *, create: bool = False) -> Workspace:
        """Raises ProblemError where it is missing (unless `create`), held or damaged."""
        return open_workspace(self.workspace_folder, clock=self.clock, create=create)

    def say(self, line: str = "") -> None:
        """One line of the answer."""
        print(line, file=self.out)

    def say_json(self, answer: object) -> None:
        """The answer for a program, on one document."""
        print(json.dumps(answer, ensure_ascii=False, indent=2), file=self.out)

    def complain(self, problems: Iterable[Problem]) -> None:
        """Each problem on a line of its own on standard error."""
        for problem in problems:
            print(self.words.line(problem), file=self.err)

    def problem_json(self, problem: Problem) -> Mapping[str, object]:
        """{"code", "what", "where", "remedy", "line", "column", "path", "file"}; None left out."""
        where = problem.where
        places = {"file": where.file, "line": where.line, "column": where.column}
        return {
            "code": problem.code,
            "what": self.words.what(problem),
            "where": str(where),
            "remedy": self.words.remedy(problem),
            **{key: value for key, value in places.items() if value is not None},
            **({"path": where.path} if where.path else {}),
        }
