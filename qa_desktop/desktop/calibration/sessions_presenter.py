"""Which sessions there are, grouped by what they need of me, without Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import SessionRole, SessionState
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import SessionSummary


class Need(StrEnum):
    """In the order of the list. `TO_CLOSE`: the lead has something to do: close, or open."""

    TO_GRADE = "to_grade"
    TO_CLOSE = "to_close"
    WAITING = "waiting"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsState:
    """`groups`: those that hold something, in their order."""

    groups: Mapping[Need, tuple[SessionSummary, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def count(self) -> int:
        return sum(len(group) for group in self.groups.values())

    @property
    def waiting_files(self) -> int:
        return sum(each.waiting for group in self.groups.values() for each in group)


def need_of(summary: SessionSummary) -> Need:
    """What a session waits for, as far as this person can tell."""
    session = summary.session
    if session.state is SessionState.REVEALED:
        return Need.REVEALED
    if session.state is SessionState.OPEN and summary.done < summary.total:
        return Need.TO_GRADE
    if session.role is SessionRole.LEAD and _lead_can_go_on(summary):
        return Need.TO_CLOSE
    return Need.WAITING


def _lead_can_go_on(summary: SessionSummary) -> bool:
    all_in = summary.expected is not None and summary.arrived == summary.expected
    return summary.session.state is SessionState.CLOSED or all_in or summary.overdue


def grouped(summaries: Sequence[SessionSummary]) -> dict[Need, tuple[SessionSummary, ...]]:
    """Each group by its deadline, what has none last; the revealed newest first."""
    groups = {need: tuple(s for s in summaries if need_of(s) is need) for need in Need}
    return {
        need: group if need is Need.REVEALED else tuple(sorted(group, key=_by_deadline))
        for need, group in groups.items()
        if group
    }


def _by_deadline(summary: SessionSummary) -> tuple[bool, float]:
    deadline = summary.session.deadline
    return deadline is None, deadline.timestamp() if deadline else 0.0


class SessionsPresenter:
    def __init__(self, desk: CalibrationDesk) -> None:
        self._desk = desk
        self.state = SessionsState()

    def reload(self) -> SessionsState:
        try:
            summaries = self._desk.sessions()
        except ProblemError as error:
            self.state = SessionsState(groups=self.state.groups, problems=error.problems)
        else:
            self.state = SessionsState(groups=grouped(summaries))
        return self.state
