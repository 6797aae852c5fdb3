"""The whole life of blind sessions, from a card to the reveal; each call can be repeated."""

from datetime import datetime
from pathlib import Path

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.desk_model import (
    Cell,
    CellState,
    Delivery,
    FileKind,
    News,
    NewSession,
    ReferenceFrom,
    RevealCheck,
    SessionSummary,
    Standing,
    TakenIn,
    WaitingFile,
    Work,
    WorkState,
)
from qa_desktop.calibration.model import (
    Acquaintance,
    Arrival,
    CalibrationSession,
    GradedSession,
    Person,
)
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

__all__ = [
    "CalibrationDesk",
    "Cell",
    "CellState",
    "Delivery",
    "FileKind",
    "NewSession",
    "News",
    "ReferenceFrom",
    "RevealCheck",
    "SessionSummary",
    "Standing",
    "TakenIn",
    "WaitingFile",
    "Work",
    "WorkState",
]


class CalibrationDesk:
    """Acts in one reviewer's name, on any thread.

    Every call raises ProblemError (calibration.*) for what files, folders or people did wrong and
    then has changed nothing; NotSaved where the disk did not take it. Those with `progress` may
    take long and raise Cancelled. What goes to a folder lies in the outbox first: a share that is
    away keeps nobody from anything, `deliver` tries again.
    """

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
        self._workspace = workspace
        self._clock = clock
        self._actor = actor
        self._interactions = interactions
        self._reviews = reviews
        self._rubrics = rubrics

    # People

    def identity(self) -> Person:
        """The reviewer's own; the keys are made when it is first asked for."""
        raise NotImplementedError

    def people(self) -> tuple[Acquaintance, ...]:
        """Everybody whose card was seen, by name; without oneself."""
        raise NotImplementedError

    def hand_in_card(self, folder: Path) -> Path:
        """Puts one's own card there, once. Raises ProblemError calibration.folder_away."""
        raise NotImplementedError

    def look_for_cards(self, folder: Path) -> tuple[Acquaintance, ...]:
        """Those that were new."""
        raise NotImplementedError

    def take_card(self, file: Path) -> Acquaintance:
        """One that is known already stays as it is."""
        raise NotImplementedError

    def trust(self, fingerprint: str) -> Acquaintance:
        """The codes were compared, and match."""
        raise NotImplementedError

    def untrust(self, fingerprint: str) -> Acquaintance:
        raise NotImplementedError

    def forget(self, fingerprint: str) -> None:
        """Off the list, until the card is taken in again by hand."""
        raise NotImplementedError

    # Sessions

    def create(self, wanted: NewSession, progress: Progress | None = None) -> CalibrationSession:
        raise NotImplementedError

    def revise(
        self,
        session_id: str,
        *,
        deadline: datetime | None,
        more_participants: tuple[str, ...] = (),
        progress: Progress | None = None,
    ) -> CalibrationSession:
        """The next revision, with that deadline (None: without one); nobody can be taken out of a
        roster, but excluded."""
        raise NotImplementedError

    def sessions(self) -> tuple[SessionSummary, ...]:
        """The newest first."""
        raise NotImplementedError

    def session(self, session_id: str) -> CalibrationSession:
        """By its id or a beginning that fits only one."""
        raise NotImplementedError

    def for_interaction(self, interaction_id: str) -> CalibrationSession | None:
        """The session that this copy is graded for; None: it is ordinary work."""
        raise NotImplementedError

    # One's own part

    def work(self, session_id: str) -> tuple[Work, ...]:
        """In the session's order; empty where the lead does not grade."""
        raise NotImplementedError

    def submit(self, session_id: str) -> tuple[str, ...]:
        """Seals every submitted review whose newest revision is not sealed yet; the pseudonyms.

        Raises ProblemError calibration.closed, .not_taking_part.
        """
        raise NotImplementedError

    def deliver(self) -> Delivery:
        """Writes what waits in the outbox to the folders, and reads it back."""
        raise NotImplementedError

    def waiting(self, session_id: str | None = None) -> tuple[WaitingFile, ...]:
        """What is not delivered yet."""
        raise NotImplementedError

    def save_package(self, session_id: str, to: Path) -> Path:
        """The newest invitation, to hand on; `to` is a file or a folder."""
        raise NotImplementedError

    def save_files(self, session_id: str, to: Path) -> tuple[Path, ...]:
        """Everything that one has to hand on in this session, into the folder `to`."""
        raise NotImplementedError

    def take_in(self, file: Path, progress: Progress | None = None) -> TakenIn:
        """Any file of a session that came by hand, told by its content's kind."""
        raise NotImplementedError

    def look_in(self, folder: Path, progress: Progress | None = None) -> News:
        """Takes in everything new that lies there. A file that is refused keeps no other away."""
        raise NotImplementedError

    def release_keys(self, session_id: str) -> int:
        """Strict: after the closing; how many keys went out. Looking in does it by itself."""
        raise NotImplementedError

    # The lead's part

    def collect(self, session_id: str, progress: Progress | None = None) -> tuple[Arrival, ...]:
        """What was not looked at before, submissions and keys."""
        raise NotImplementedError

    def standing(self, session_id: str) -> Standing:
        raise NotImplementedError

    def exclude(self, session_id: str, fingerprint: str, reason: str) -> Standing:
        raise NotImplementedError

    def include(self, session_id: str, fingerprint: str) -> Standing:
        """Takes an exclusion back, before the closing."""
        raise NotImplementedError

    def close(self, session_id: str) -> CalibrationSession:
        """Signs what counts. Raises ProblemError with all of `Standing.hinders_closing`."""
        raise NotImplementedError

    def reveal(self, session_id: str, progress: Progress | None = None) -> CalibrationSession:
        """Opens all, and writes the reveal package. Raises ProblemError with all of
        `Standing.hinders_reveal`."""
        raise NotImplementedError

    # Afterwards

    def check_reveal(self, file: Path, progress: Progress | None = None) -> RevealCheck:
        """Raises ProblemError with the cause for one that is not what the lead signed."""
        raise NotImplementedError

    def check_session(self, session_id: str, progress: Progress | None = None) -> RevealCheck:
        """The reveal that was taken in, once more."""
        raise NotImplementedError

    def graded(self, session_id: str) -> GradedSession:
        """Raises ProblemError calibration.not_revealed."""
        raise NotImplementedError


def _shown(progress: Progress | None) -> Progress:
    return NoProgress() if progress is None else progress
