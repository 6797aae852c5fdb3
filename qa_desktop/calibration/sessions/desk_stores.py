"""What every part of the desk works with: the workspace, whose name it acts in, and the stores."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import TEMPORARY
from qa_desktop.calibration.files.file_names import INVITATION_ENDING, session_in_name
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.sessions.outbox_store import OutboxStore
from qa_desktop.calibration.sessions.people_store import PeopleStore, Seeds
from qa_desktop.calibration.sessions.store import CalibrationStore, SessionRow
from qa_desktop.calibration.sessions.submissions_store import SubmissionsStore
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

# Below the workspace's folder: packages, which are too large for the database.
FILES = "calibration"
_DAY_S = 86_400


@contextmanager
def disk_faults(folder: Path) -> Iterator[None]:
    """A disk that is full or read-only is told, not a bug."""
    try:
        yield
    except OSError as error:
        where, values = Where(file=str(folder)), {"reason": reason_of(error)}
        problem = Problem(code="calibration.file_unwritable", where=where, values=values)
        raise ProblemError(problem) from error


def _sweep(folder: Path, sessions: set[str]) -> None:
    """Takes away what a program that died left in the making; another window's work is younger."""
    long_ago = time.time() - _DAY_S
    orphans = [
        file
        for file in folder.glob(f"*{INVITATION_ENDING}")
        if session_in_name(file.name) not in sessions
    ]
    for beside in (*folder.glob(f"*{TEMPORARY}"), *orphans):
        with suppress(OSError):
            if beside.stat().st_mtime > long_ago:
                continue
            if beside.is_dir():
                shutil.rmtree(beside)
            else:
                beside.unlink()


class DeskStores:
    """`actor` is the reviewer of the moment; sessions belong to the one who joined or made them."""

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        actor: str,
        *,
        interactions: InteractionStore,
        reviews: ReviewStore,
        rubrics: RubricStore,
    ) -> None:
        self.workspace = workspace
        self.clock = clock
        self.actor = actor
        self.interactions = interactions
        self.reviews = reviews
        self.rubrics = rubrics
        database = workspace.database
        self.people = PeopleStore(database, clock, actor)
        self.sessions = CalibrationStore(database, clock, actor)
        self.submissions = SubmissionsStore(database, clock)
        self.outbox = OutboxStore(database, clock)
        self._swept = False
        self._identities: dict[str, Identity] = {}

    @property
    def folder(self) -> Path:
        return self.workspace.folder / FILES

    @property
    def files(self) -> Path:
        """The folder of packages; made when it is first asked for."""
        folder = self.folder
        folder.mkdir(exist_ok=True)
        if not self._swept:
            self._swept = True
            _sweep(folder, {row.id for row in self.sessions.rows()})
        return folder

    def identity(self, reviewer: str | None = None) -> Identity:
        """The actor's, or another reviewer's of this workspace; made when it is first needed."""
        name = self.actor if reviewer is None else reviewer
        if name not in self._identities:
            seeds = self.people.seeds(name)
            if seeds is None:
                new = Identity.make(name)
                made = Seeds(sign_seed=new.seeds[0], box_seed=new.seeds[1])
                seeds = self.people.keep_seeds(name, made, new.fingerprint)
            self._identities[name] = Identity.of_seeds(name, seeds.sign_seed, seeds.box_seed)
        return self._identities[name]

    def required(self, session_id: str) -> SessionRow:
        """Raises ProblemError calibration.session_unknown."""
        row = self.sessions.find(session_id)
        if row is None:
            values = {"session": session_id}
            raise ProblemError(Problem(code="calibration.session_unknown", values=values))
        return row

    def mine(self, session_id: str) -> SessionRow:
        """One that the actor may act in. Raises ProblemError calibration.session_of_another."""
        row = self.required(session_id)
        if row.reviewer != self.actor:
            values = {"reviewer": row.reviewer, "actor": self.actor}
            raise ProblemError(Problem(code="calibration.session_of_another", values=values))
        return row
