"""Reads the revealed sessions of one rubric and what they say together."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import CalibrationSession, SessionKind, SessionState
from qa_desktop.calibration.rulings.consensus import with_agreed
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.statistics.model import Targets
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.calibration.statistics.trend import Counted, Trend, trend_of
from qa_desktop.rubrics.store import RubricStore


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendState:
    """`rubrics` that a revealed session was held with, the latest used first; `chosen` is one of
    them, "" where there is none. `second_opinions`: they are among the sessions. `problems`:
    sessions that could not be read.
    """

    rubrics: tuple[tuple[str, LocalText], ...] = ()
    chosen: str = ""
    second_opinions: bool = True
    trend: Trend = field(default_factory=lambda: Trend(targets=Targets()))
    problems: tuple[Problem, ...] = ()


class TrendPresenter:
    """`read` is for a worker; what was counted once is kept while the session stays as it is."""

    def __init__(self, desk: CalibrationDesk, rulings: RulingStore, rubrics: RubricStore) -> None:
        self._desk = desk
        self._rulings = rulings
        self._rubrics = rubrics
        self._counted: dict[tuple[str, datetime | None, Targets], Counted] = {}

    def read(
        self, chosen: str, targets: Targets, progress: Progress, *, second_opinions: bool
    ) -> TrendState:
        """`chosen` "": the rubric that was used last."""
        revealed = [
            summary.session
            for summary in self._desk.sessions()
            if summary.session.state is SessionState.REVEALED
        ]
        known = dict.fromkeys(session.rubric_id for session in revealed)
        if not known:
            return TrendState(second_opinions=second_opinions)
        if chosen not in known:
            chosen = next(iter(known))
        wanted = [
            session
            for session in revealed
            if session.rubric_id == chosen
            and (second_opinions or session.kind is not SessionKind.SECOND)
        ]
        counted: list[Counted] = []
        problems: list[Problem] = []
        for number, session in enumerate(wanted):
            progress.report(number, len(wanted), session.title)
            try:
                counted.append(self._count(session, targets))
            except ProblemError as error:
                problems += error.problems
        return TrendState(
            rubrics=tuple((name, self._title(name, revealed)) for name in known),
            chosen=chosen,
            second_opinions=second_opinions,
            trend=trend_of(counted, targets),
            problems=tuple(problems),
        )

    def _count(self, session: CalibrationSession, targets: Targets) -> Counted:
        agreed = self._rulings.agreed(session.id)
        key = (session.id, None if agreed is None else agreed.agreed_at, targets)
        if key not in self._counted:
            graded = with_agreed(self._desk.graded(session.id), agreed)
            said = session_statistics(graded, targets)
            self._counted[key] = Counted(graded=graded, statistics=said)
        return self._counted[key]

    def _title(self, rubric_id: str, sessions: Sequence[CalibrationSession]) -> LocalText:
        newest = max(one.rubric_version for one in sessions if one.rubric_id == rubric_id)
        return self._rubrics.get(rubric_id, newest).title


def numbered(trend: Trend) -> Mapping[str, int]:
    """A number for each reviewer, the same in every session and nothing to do with the name."""

    def place(fingerprint: str) -> bytes:
        return hashlib.sha256(f"trend\n{fingerprint}".encode()).digest()

    ordered = sorted((one.fingerprint for one in trend.reviewers), key=place)
    return {fingerprint: number for number, fingerprint in enumerate(ordered, start=1)}


def in_number_order(trend: Trend) -> Trend:
    """Without names the order of names must not show through."""
    place = numbered(trend)
    reviewers = tuple(sorted(trend.reviewers, key=lambda one: place[one.fingerprint]))
    return replace(trend, reviewers=reviewers)
