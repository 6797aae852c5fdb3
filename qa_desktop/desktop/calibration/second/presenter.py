"""Decides about the queue of second opinions and what can be done with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import Acquaintance, CalibrationSession
from qa_desktop.calibration.second.second_opinions import OpinionState, SecondOpinion
from qa_desktop.calibration.second.second_opinions_desk import SecondOpinionsDesk, SideBySide
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueState:
    """`opened`: sessions that opened with this look."""

    opinions: tuple[SecondOpinion, ...] = ()
    people: tuple[Acquaintance, ...] = ()
    opened: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def waiting(self) -> tuple[str, ...]:
        """Ids of the reviews that a package could be made for."""
        return tuple(one.review_id for one in self.opinions if one.state is OpinionState.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """`files`: packages to hand on, where there is no folder."""

    sessions: tuple[CalibrationSession, ...]
    count: int
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


class SecondPresenter:
    """`look` and `send` are for a worker."""

    def __init__(self, store: SecondOpinionStore, desk: CalibrationDesk) -> None:
        self._store = store
        self._desk = desk
        self._seconds = SecondOpinionsDesk(store, desk)

    def look(self, progress: Progress) -> QueueState:
        """Opens what was answered, then reads the queue."""
        looked = self._seconds.look(progress)
        self._store.adopt_sent()
        return QueueState(
            opinions=self._store.all(),
            people=self._seconds.trusted(),
            opened=looked.opened,
            problems=looked.problems,
        )

    def send(
        self,
        review_ids: Sequence[str],
        second: str,
        title: str,
        folder: Path | None,
        by_hand: Path | None,
        progress: Progress,
    ) -> Sent:
        """Into the shared folder, or as files into `by_hand`. Raises ProblemError."""
        if folder is None and by_hand is None:
            raise ProblemError(Problem(code="second.no_folder"))
        made = self._seconds.send(review_ids, second, title=title, folder=folder, progress=progress)
        files: tuple[Path, ...] = ()
        problems: tuple[Problem, ...] = ()
        if folder is None and by_hand is not None:
            files = tuple(self._desk.save_package(one.id, by_hand) for one in made)
        else:
            # What can't be delivered now waits in the outbox, and is told.
            problems = self._desk.deliver().problems
        count = sum(len(one.interactions) for one in made)
        return Sent(sessions=made, count=count, files=files, problems=problems)

    def drop(self, review_id: str, reason: str) -> SecondOpinion:
        return self._store.drop(review_id, reason)

    def take_back(self, review_id: str) -> SecondOpinion:
        return self._store.take_back(review_id)

    def compared(self, review_id: str) -> SideBySide:
        return self._seconds.compared(review_id)
