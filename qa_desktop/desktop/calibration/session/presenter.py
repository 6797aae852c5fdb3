"""One session as this person sees it, and what comes next, without Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import CalibrationSession, Mode, SessionRole, SessionState
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import (
    CellState,
    RevealCheck,
    Standing,
    WaitingFile,
    Work,
    WorkState,
)

_TO_SEAL = (WorkState.SUBMITTED, WorkState.CORRECTED)
_OUT = (CellState.ARRIVED, CellState.LATE)


class Next(StrEnum):
    """The one thing that the page offers first."""

    GRADE = "grade"
    SEAL = "seal"
    CLOSE = "close"
    WAIT_FOR_OTHERS = "wait_for_others"
    WAIT_FOR_KEYS = "wait_for_keys"
    WAIT_FOR_CLOSING = "wait_for_closing"
    WAIT_FOR_REVEAL = "wait_for_reveal"
    REVEAL = "reveal"
    RESULTS = "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPageState:
    """`standing` is the lead's alone. `check` is the reveal's, once it was checked here.
    `overdue`: the deadline is over, and the session is open."""

    session: CalibrationSession
    next: Next
    work: tuple[Work, ...] = ()
    standing: Standing | None = None
    waiting: tuple[WaitingFile, ...] = ()
    check: RevealCheck | None = None
    problems: tuple[Problem, ...] = ()
    overdue: bool = False

    @property
    def can_close(self) -> bool:
        open_ = self.session.state is SessionState.OPEN
        return self.is_lead and open_ and not self.hinders

    @property
    def to_grade(self) -> tuple[Work, ...]:
        return tuple(each for each in self.work if each.to_grade)

    @property
    def to_seal(self) -> tuple[Work, ...]:
        return tuple(each for each in self.work if each.state in _TO_SEAL)

    @property
    def sealed(self) -> int:
        return sum(each.sealed for each in self.work)

    @property
    def arrived(self) -> int:
        """Of the participants' submissions, those that count."""
        cells = self.standing.cells if self.standing is not None else ()
        return sum(cell.state in (*_OUT, CellState.KEYLESS) for cell in cells)

    @property
    def expected(self) -> int:
        cells = self.standing.cells if self.standing is not None else ()
        return sum(cell.state is not CellState.EXCLUDED for cell in cells)

    @property
    def is_lead(self) -> bool:
        return self.session.role is SessionRole.LEAD

    @property
    def hinders(self) -> tuple[Problem, ...]:
        """Why the lead can't go on yet."""
        if self.standing is None:
            return ()
        if self.session.state is SessionState.OPEN:
            return self.standing.hinders_closing
        if self.session.state is SessionState.CLOSED:
            return self.standing.hinders_reveal
        return ()


class SessionPresenter:
    def __init__(self, desk: CalibrationDesk, clock: Clock, session_id: str) -> None:
        """Raises ProblemError where there is no such session."""
        self._desk = desk
        self._clock = clock
        self.session_id = session_id
        self.state = self._read()

    def reload(self) -> SessionPageState:
        try:
            self.state = replace(self._read(), check=self.state.check)
        except ProblemError as error:
            return self.show_problems(error.problems)
        return self.state

    def include(self, fingerprint: str) -> SessionPageState:
        """Takes an exclusion back."""
        return self._do(lambda: self._desk.include(self.session_id, fingerprint))

    def exclude(self, fingerprint: str, reason: str) -> SessionPageState:
        return self._do(lambda: self._desk.exclude(self.session_id, fingerprint, reason))

    def checked(self, check: RevealCheck) -> SessionPageState:
        self.state = replace(self.state, check=check)
        return self.state

    def show_problems(self, problems: tuple[Problem, ...]) -> SessionPageState:
        self.state = replace(self.state, problems=problems)
        return self.state

    def _do(self, call: Callable[[], object]) -> SessionPageState:
        try:
            call()
        except ProblemError as error:
            return self.show_problems(error.problems)
        return self.reload()

    def _read(self) -> SessionPageState:
        desk, session = self._desk, self._desk.session(self.session_id)
        lead = session.role is SessionRole.LEAD
        state = SessionPageState(
            session=session,
            next=Next.WAIT_FOR_OTHERS,
            work=desk.work(session.id),
            standing=desk.standing(session.id) if lead else None,
            waiting=desk.waiting(session.id),
            overdue=_is_overdue(session, self._clock.now()),
        )
        return replace(state, next=next_of(state))


def _is_overdue(session: CalibrationSession, now: datetime) -> bool:
    open_ = session.state is SessionState.OPEN
    return open_ and session.deadline is not None and session.deadline < now


def next_of(state: SessionPageState) -> Next:
    session = state.session
    if session.state is SessionState.REVEALED:
        return Next.RESULTS
    if session.state is SessionState.OPEN and state.to_grade:
        return Next.GRADE
    if session.state is SessionState.OPEN and state.to_seal:
        return Next.SEAL
    if not state.is_lead:
        open_ = session.state is SessionState.OPEN
        return Next.WAIT_FOR_CLOSING if open_ else Next.WAIT_FOR_REVEAL
    if session.state is SessionState.OPEN:
        ready = state.arrived == state.expected or state.overdue
        return Next.CLOSE if ready and not state.hinders else Next.WAIT_FOR_OTHERS
    if not state.hinders:
        return Next.REVEAL
    return Next.WAIT_FOR_KEYS if session.mode is Mode.STRICT else Next.WAIT_FOR_OTHERS
