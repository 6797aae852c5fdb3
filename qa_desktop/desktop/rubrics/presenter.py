"""What the rubric library shows, without Qt."""

from dataclasses import dataclass, replace
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryState:
    """`problems` are of the last file that was refused; `published` the rubric just added."""

    rubrics: tuple[Rubric, ...] = ()
    current: Rubric | None = None
    problems: tuple[Problem, ...] = ()
    published: Rubric | None = None


class RubricsPresenter:
    def __init__(self, store: RubricStore) -> None:
        self._store = store
        self.state = LibraryState()
        self.reload()

    def reload(self) -> LibraryState:
        """Keeps the current rubric where it still is in the library."""
        rubrics = self._store.all()
        current = self.state.current
        if current is None or current not in rubrics:
            current = rubrics[0] if rubrics else None
        self.state = replace(self.state, rubrics=rubrics, current=current, published=None)
        return self.state

    def choose(self, rubric_id: str, version: int) -> LibraryState:
        for rubric in self.state.rubrics:
            if (rubric.id, rubric.version) == (rubric_id, version):
                self.state = replace(self.state, current=rubric, published=None)
        return self.state

    def take_file(self, file: Path) -> LibraryState:
        """Publishes it, or shows everything that is wrong with it."""
        try:
            source = _read(file)
        except ProblemError as error:
            self.state = replace(self.state, problems=error.problems, published=None)
            return self.state
        return self.take_source(source, file.name)

    def take_source(self, source: bytes, name: str) -> LibraryState:
        """The same of what a file called `name` holds."""
        try:
            rubric = self._store.publish(source, name)
            # Whoever imports a retired version again wants to use it again.
            self._store.bring_back(rubric.id, rubric.version)
        except ProblemError as error:
            self.state = replace(self.state, problems=error.problems, published=None)
            return self.state
        self.state = replace(self.state, problems=(), current=rubric)
        self.reload()
        self.state = replace(self.state, published=rubric)
        return self.state

    def retire(self) -> LibraryState:
        """The current rubric can't be chosen for new reviews any more."""
        current = self.state.current
        if current is not None:
            self._store.retire(current.id, current.version)
        return self.reload()

    def bring_back(self, rubric_id: str, version: int) -> LibraryState:
        """Takes a retirement back."""
        self._store.bring_back(rubric_id, version)
        self.reload()
        return self.choose(rubric_id, version)

    def dismiss_problems(self) -> LibraryState:
        self.state = replace(self.state, problems=())
        return self.state


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ProblemError(
            Problem(
                code="desktop.unreadable",
                where=Where(file=str(file)),
                values={"reason": reason_of(error)},
            )
        ) from error
