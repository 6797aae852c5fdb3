"""Double scoring from the queue to the comparison, by the same files as every session."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.model import (
    Acquaintance,
    CalibrationSession,
    Grading,
    Mode,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.second.second_opinions import OpinionState, SecondOpinion
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import CellState, NewSession, Standing
from qa_desktop.rubrics.model import Rubric

_HERE = (CellState.ARRIVED, CellState.LATE, CellState.EXCLUDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Both opinions on one interaction; `second` None: the second reviewer left it out."""

    opinion: SecondOpinion
    rubric: Rubric
    first: Grading
    second: Grading | None
    second_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a look for answers brought: sessions that opened, and what kept others shut."""

    opened: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class SecondOpinionsDesk:
    """The lead of such a session is who graded first; the second reviewer is its only participant
    and sees an ordinary blind session.
    """

    def __init__(self, store: SecondOpinionStore, desk: CalibrationDesk) -> None:
        self._store = store
        self._desk = desk

    def trusted(self) -> tuple[Acquaintance, ...]:
        """Whom packages may go to."""
        return tuple(one for one in self._desk.people() if one.trusted_at is not None)

    def send(
        self,
        review_ids: Iterable[str],
        second: str,
        *,
        title: str,
        folder: Path | None,
        progress: Progress | None = None,
    ) -> tuple[CalibrationSession, ...]:
        """One package for each version of a rubric among them; what waits no more is left out.

        `second` is a fingerprint. `folder` None: the packages go by hand (CalibrationDesk
        .save_package). Raises ProblemError second.no_reviewer, second.reviewer_unknown, and what
        CalibrationDesk.create raises; packages that were made before it stay made.
        """
        shown = NoProgress() if progress is None else progress
        if not second:
            raise ProblemError(Problem(code="second.no_reviewer"))
        if second not in {one.person.fingerprint for one in self.trusted()}:
            raise ProblemError(Problem(code="second.reviewer_unknown"))
        self._store.adopt_sent()
        wanted = set(review_ids)
        groups: dict[tuple[str, int], list[SecondOpinion]] = {}
        for opinion in self._store.all():
            if opinion.review_id in wanted and opinion.state is OpinionState.WAITING:
                key = (opinion.rubric_id, opinion.rubric_version)
                groups.setdefault(key, []).append(opinion)
        made = []
        for (rubric_id, version), opinions in groups.items():
            asked = NewSession(
                title=title,
                mode=Mode.SEALED,
                kind=SessionKind.SECOND,
                rubric_id=rubric_id,
                rubric_version=version,
                interaction_ids=tuple(one.interaction_id for one in opinions),
                participants=(second,),
                folder=folder,
                reviews={one.interaction_id: one.review_id for one in opinions},
            )
            made.append(self._desk.create(asked, shown))
            self._store.adopt_sent()
        return tuple(made)

    def look(self, progress: Progress | None = None) -> Looked:
        """Collects what arrived, and opens each session that is answered wholly.

        The first opinion is in from the beginning, so that the rule that the lead submits before
        opening holds.
        """
        shown = NoProgress() if progress is None else progress
        opened: list[str] = []
        problems: list[Problem] = []
        sessions = [
            summary.session
            for summary in self._desk.sessions()
            if summary.session.kind is SessionKind.SECOND
            and summary.session.role is SessionRole.LEAD
            and summary.session.state is not SessionState.REVEALED
        ]
        for number, session in enumerate(sessions):
            shown.report(number, len(sessions), session.title)
            try:
                if self._open(session):
                    opened.append(session.id)
            except ProblemError as error:
                problems += error.problems
        return Looked(opened=tuple(opened), problems=tuple(problems))

    def _open(self, session: CalibrationSession) -> bool:
        if session.state is SessionState.OPEN:
            self._desk.collect(session.id)
            if not _is_complete(self._desk.standing(session.id)):
                return False
            self._desk.close(session.id)
        self._desk.reveal(session.id)
        self._desk.deliver()
        return True

    def compared(self, review_id: str) -> SideBySide:
        """Raises ProblemError second.unknown, and calibration.not_revealed before it is opened."""
        opinion = self._store.get(review_id)
        if opinion is None or opinion.session_id is None:
            raise ProblemError(Problem(code="second.unknown"))
        graded = self._desk.graded(opinion.session_id)
        origins = self._desk.origins(opinion.session_id)
        pseudonym = next(name for name, (_, origin) in origins.items() if origin == review_id)
        lead = graded.session.lead.fingerprint
        both = {one.fingerprint: one for one in graded.gradings if one.pseudonym == pseudonym}
        names = {one.fingerprint: one.name for one in graded.session.participants}
        names.pop(lead, None)
        return SideBySide(
            opinion=opinion,
            rubric=graded.rubric,
            first=both.pop(lead),
            second=next(iter(both.values()), None),
            second_name=next(iter(names.values()), ""),
        )


def _is_complete(standing: Standing) -> bool:
    return bool(standing.cells) and all(cell.state in _HERE for cell in standing.cells)
