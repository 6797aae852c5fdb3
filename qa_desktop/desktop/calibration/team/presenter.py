"""Who is on the team list and how far trust goes, without Qt."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import Acquaintance, Person
from qa_desktop.calibration.sessions.desk import CalibrationDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamState:
    """`namesakes` are fingerprints whose name somebody else on the list, or oneself, has too."""

    me: Person
    people: tuple[Acquaintance, ...] = ()
    current: Acquaintance | None = None
    namesakes: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def trusted(self) -> int:
        return sum(each.trusted_at is not None for each in self.people)


class TeamPresenter:
    def __init__(self, desk: CalibrationDesk) -> None:
        self._desk = desk
        self.state = TeamState(me=desk.identity())
        self.reload()

    def reload(self) -> TeamState:
        """Keeps who was chosen, where they are still on the list."""
        people = self._desk.people()
        me = self._desk.identity()
        before = self.state.current.person.fingerprint if self.state.current else ""
        current = next((each for each in people if each.person.fingerprint == before), None)
        self.state = replace(
            self.state,
            me=me,
            people=people,
            current=current or _first_to_compare(people),
            namesakes=_namesakes((me, *(each.person for each in people))),
        )
        return self.state

    def choose(self, fingerprint: str) -> TeamState:
        for each in self.state.people:
            if each.person.fingerprint == fingerprint:
                self.state = replace(self.state, current=each)
        return self.state

    def trust(self) -> TeamState:
        """The codes were compared, and match."""
        return self._do(self._desk.trust)

    def untrust(self) -> TeamState:
        return self._do(self._desk.untrust)

    def forget(self) -> TeamState:
        return self._do(self._desk.forget)

    def show_problems(self, problems: tuple[Problem, ...]) -> TeamState:
        self.state = replace(self.state, problems=problems)
        return self.state

    def _do(self, call: Callable[[str], object]) -> TeamState:
        if self.state.current is None:
            return self.state
        try:
            call(self.state.current.person.fingerprint)
        except ProblemError as error:
            return self.show_problems(error.problems)
        self.state = replace(self.state, problems=())
        return self.reload()


def _first_to_compare(people: tuple[Acquaintance, ...]) -> Acquaintance | None:
    """Whoever still needs to be compared with comes first."""
    unknown = (each for each in people if each.trusted_at is None)
    return next(unknown, people[0] if people else None)


def _namesakes(people: tuple[Person, ...]) -> frozenset[str]:
    names = Counter(person.name.casefold() for person in people)
    return frozenset(p.fingerprint for p in people if names[p.name.casefold()] > 1)
