"""What the choice of shipped rubrics shows and does, without Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore

_OWN = "-own"


class Standing(StrEnum):
    """How a shipped rubric stands to what the workspace has published."""

    NEW = "new"
    NEWER = "newer"
    IN_USE = "in_use"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedState:
    """`standings` go with `rubrics`; `problems` say why the last act was refused."""

    rubrics: tuple[Rubric, ...]
    standings: tuple[Standing, ...]
    current: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def rubric(self) -> Rubric:
        return self.rubrics[self.current]

    @property
    def standing(self) -> Standing:
        return self.standings[self.current]


class ShippedPresenter:
    """`drafts` makes the store of drafts when the first copy is wanted."""

    def __init__(self, store: RubricStore, drafts: Callable[[], RubricDraftStore]) -> None:
        self._store = store
        self._drafts = drafts
        self._files = shipped_rubrics()
        rubrics = tuple(load_rubric(source, name) for name, source in self._files)
        self.state = ShippedState(rubrics=rubrics, standings=self._standings(rubrics))

    def choose(self, place: int) -> ShippedState:
        self.state = replace(self.state, current=place, problems=())
        return self.state

    def use(self) -> Rubric | None:
        """Publishes the current one as it is; None, and problems in the state, if refused."""
        name, source = self._files[self.state.current]
        try:
            rubric = self._store.publish(source, name)
            self._store.bring_back(rubric.id, rubric.version)
        except ProblemError as error:
            self.state = replace(self.state, problems=error.problems)
            return None
        self.state = replace(self.state, standings=self._standings(self.state.rubrics), problems=())
        return rubric

    def adapt(self) -> RubricDraft | None:
        """A draft of one's own: under another id, so that later shipped versions and the team's
        never meet. None, and problems in the state, if it can't be kept."""
        name, source = self._files[self.state.current]
        rubric = load_rubric(source, name)
        document = Document.of(source.decode("utf-8"))
        document = document.put(("id",), self._free_id(rubric.id)).put(("version",), 1)
        try:
            draft = self._drafts().create(document.text)
        except ProblemError as error:
            self.state = replace(self.state, problems=error.problems)
            return None
        self.state = replace(self.state, problems=())
        return draft

    def _free_id(self, rubric_id: str) -> str:
        """One that is neither published nor being written."""
        drafted = {Document.of(draft.text).get(("id",)) for draft in self._drafts().all()}
        number, wanted = 1, rubric_id + _OWN
        while self._store.hashes(wanted) or wanted in drafted:
            number += 1
            wanted = f"{rubric_id}{_OWN}-{number}"
        return wanted

    def _standings(self, rubrics: tuple[Rubric, ...]) -> tuple[Standing, ...]:
        in_use = {(rubric.id, rubric.version) for rubric in self._store.all()}
        return tuple(self._standing(rubric, in_use) for rubric in rubrics)

    def _standing(self, rubric: Rubric, in_use: set[tuple[str, int]]) -> Standing:
        if (rubric.id, rubric.version) in in_use:
            return Standing.IN_USE
        known = [version for version, _ in self._store.hashes(rubric.id)]
        if rubric.version in known:
            return Standing.RETIRED
        return Standing.NEWER if known else Standing.NEW
