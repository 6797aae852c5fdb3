"""What can be done with libraries: looked through, taken from, put into, told what is in use."""

import socket
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.libraries import FoundFile, Library, LibraryScan, scan_library
from qa_desktop.rubrics.libraries_files import put_into_library, source_of
from qa_desktop.rubrics.libraries_index import Colleague, expected, tell_colleagues
from qa_desktop.rubrics.libraries_patience import PATIENCE_S, patiently
from qa_desktop.rubrics.libraries_store import LibrariesStore
from qa_desktop.rubrics.loader import decoded
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.publishing import check_publishable
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A library as it was found; `scan` None where it could not be reached, see `problems`."""

    library: Library
    scan: LibraryScan | None
    problems: tuple[Problem, ...] = ()


class LibrariesDesk:
    """May be used on any thread; folders are only ever touched with patience."""

    def __init__(
        self,
        libraries: LibrariesStore,
        rubrics: RubricStore,
        clock: Clock,
        reviewer: str,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.libraries = libraries
        self.rubrics = rubrics
        self._clock = clock
        self._reviewer = reviewer
        self._patience_s = patience_s

    def look(self, library: Library, progress: Progress, *, tell: bool = False) -> Looked:
        """`tell`: colleagues are told what is in use here, where the library may be written to.

        What goes wrong is told, not raised; but Cancelled is.
        """
        known = self.libraries.known(library.folder)
        mine = self._mine() if tell and not library.read_only else None

        def work(reports: Progress) -> tuple[LibraryScan, tuple[Problem, ...]]:
            problems: tuple[Problem, ...] = ()
            if mine is not None:
                try:
                    tell_colleagues(library.folder, mine)
                except ProblemError as error:
                    problems = error.problems
            return scan_library(library.folder, known, reports), problems

        try:
            scan, problems = patiently(library.folder, work, progress, self._patience_s)
        except ProblemError as error:
            return Looked(library=library, scan=None, problems=error.problems)
        return Looked(library=library, scan=scan, problems=problems)

    def take(self, library: Library, file: FoundFile, progress: Progress) -> Rubric:
        """Publishes the file's version here; a retired one comes back into use.

        Raises ProblemError with all that stands against it.
        """
        source = patiently(
            library.folder, lambda _: source_of(library, file), progress, self._patience_s
        )
        document = Document.of(decoded(source, file.name), file.name)
        rubric = document.rubric
        known = dict(self.rubrics.hashes(rubric.id)) if rubric is not None else {}
        if rubric is None or known.get(rubric.version) != rubric.content_hash:
            problems = check_publishable(document, self.rubrics)
            if problems:
                raise ProblemError(problems)
        published = self.rubrics.publish(source, file.name)
        self.rubrics.bring_back(published.id, published.version)
        return published

    def put(self, library: Library, rubric: Rubric, progress: Progress) -> Path | None:
        """None where the library has that version already. Raises ProblemError."""
        source = self.rubrics.source(rubric.id, rubric.version).encode("utf-8")
        return patiently(
            library.folder,
            lambda _: put_into_library(library, rubric, source),
            progress,
            self._patience_s,
        )

    def _mine(self) -> Colleague:
        return Colleague(
            reviewer=self._reviewer,
            machine=socket.gethostname(),
            told_at=self._clock.now(),
            expects=expected(self.rubrics.all()),
        )
