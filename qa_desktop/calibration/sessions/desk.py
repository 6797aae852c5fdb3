"""The whole life of blind sessions, from a card to the reveal; each call can be repeated."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.model import (
    Acquaintance,
    Arrival,
    CalibrationSession,
    GradedSession,
    Person,
)
from qa_desktop.calibration.sessions.acquaintances import Acquaintances
from qa_desktop.calibration.sessions.closing_up import ClosingUp
from qa_desktop.calibration.sessions.collecting import Collecting
from qa_desktop.calibration.sessions.delivering import Delivering
from qa_desktop.calibration.sessions.desk_model import (
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
from qa_desktop.calibration.sessions.desk_stores import DeskStores, disk_faults
from qa_desktop.calibration.sessions.graded_reading import GradedReading
from qa_desktop.calibration.sessions.joining import Joining
from qa_desktop.calibration.sessions.looking import Looking
from qa_desktop.calibration.sessions.making import Making
from qa_desktop.calibration.sessions.revealing import Revealing
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.submitting import Submitting
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
        stores = DeskStores(
            workspace, clock, actor, interactions=interactions, reviews=reviews, rubrics=rubrics
        )
        self._stores = stores
        self._people = Acquaintances(stores)
        self._reading = SessionReading(stores)
        self._submitting = Submitting(stores, self._reading)
        self._making = Making(stores, self._people, self._reading, self._submitting)
        self._delivering = Delivering(stores)
        self._collecting = Collecting(stores, self._reading)
        self._closing_up = ClosingUp(stores, self._reading, self._collecting, self._submitting)
        self._revealing = Revealing(
            stores, self._reading, self._collecting, self._closing_up, self._submitting
        )
        self._joining = Joining(stores, self._people, self._reading)
        self._graded = GradedReading(stores, self._reading)
        self._looking = Looking(
            stores,
            self._people,
            self._reading,
            self._joining,
            self._collecting,
            self._closing_up,
            self._revealing,
        )

    # People

    def identity(self) -> Person:
        """The reviewer's own; the keys are made when it is first asked for."""
        return self._people.identity()

    def people(self) -> tuple[Acquaintance, ...]:
        """Everybody whose card was seen, by name; without oneself."""
        return self._people.people()

    def hand_in_card(self, folder: Path) -> Path:
        """Puts one's own card there, once. Raises ProblemError calibration.folder_away."""
        return self._people.hand_in_card(folder)

    def save_card(self, to: Path) -> Path:
        """To hand on by a stick or an e-mail; `to` is a file or a folder."""
        return self._people.save_card(to)

    def look_for_cards(self, folder: Path) -> tuple[Acquaintance, ...]:
        """Those that were new."""
        return self._people.look_for_cards(folder)

    def take_card(self, file: Path) -> Acquaintance:
        """One that is known already stays as it is."""
        return self._people.take_card(file)[0]

    def trust(self, fingerprint: str) -> Acquaintance:
        """The codes were compared, and match."""
        return self._people.trust(fingerprint)

    def untrust(self, fingerprint: str) -> Acquaintance:
        return self._people.untrust(fingerprint)

    def forget(self, fingerprint: str) -> None:
        """Off the list, until the card is taken in again by hand."""
        self._people.forget(fingerprint)

    # Sessions

    def create(self, wanted: NewSession, progress: Progress | None = None) -> CalibrationSession:
        with disk_faults(self._stores.folder):
            return self.session(self._making.create(wanted, _shown(progress)))

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
        with disk_faults(self._stores.folder):
            self._making.revise(session_id, deadline, more_participants, _shown(progress))
        return self.session(session_id)

    def sessions(self) -> tuple[SessionSummary, ...]:
        """The newest first."""
        return self._reading.summaries()

    def session(self, session_id: str) -> CalibrationSession:
        """By its id or a beginning that fits only one."""
        return self._reading.session(self._stores.sessions.full_id(session_id))

    def move(self, session_id: str, folder: Path | None) -> CalibrationSession:
        """Its files go there from now on, those too that wait; None: by hand. A look into another
        folder with the session's invitation does it by itself where the old one is gone."""
        self._joining.move(session_id, folder)
        return self.session(session_id)

    def for_interaction(self, interaction_id: str) -> CalibrationSession | None:
        """The session that this copy is graded for; None: it is ordinary work."""
        return self._reading.for_interaction(interaction_id)

    def origins(self, session_id: str) -> Mapping[str, tuple[str, str | None]]:
        """The lead's alone, by pseudonym: the interaction it was made from, and the review that is
        its reference or first opinion. Empty for others."""
        return self._reading.origins(session_id)

    # One's own part

    def work(self, session_id: str) -> tuple[Work, ...]:
        """In the session's order; empty where the lead does not grade."""
        return self._submitting.work(session_id)

    def submit(self, session_id: str) -> tuple[str, ...]:
        """Seals every submitted review whose newest revision is not sealed yet; the pseudonyms.

        Raises ProblemError calibration.closed, .not_taking_part.
        """
        return self._submitting.submit(session_id)

    def deliver(self, progress: Progress | None = None) -> Delivery:
        """Writes what waits in the outbox to the folders, and reads it back."""
        return self._delivering.deliver(_shown(progress))

    def waiting(self, session_id: str | None = None) -> tuple[WaitingFile, ...]:
        """What is not delivered yet."""
        return self._delivering.waiting(session_id)

    def save_package(self, session_id: str, to: Path) -> Path:
        """The newest invitation, to hand on; `to` is a file or a folder."""
        revision = self.session(session_id).revision
        return self._delivering.save_package(session_id, revision, to)

    def save_files(self, session_id: str, to: Path) -> tuple[Path, ...]:
        """Everything that one has to hand on in this session, into the folder `to`."""
        return self._delivering.save_files(session_id, to)

    def take_in(self, file: Path, progress: Progress | None = None) -> TakenIn:
        """Any file of a session that came by hand, told by its content's kind."""
        return self._looking.take_in(file, _shown(progress))

    def look_in(self, folder: Path, progress: Progress | None = None) -> News:
        """Takes in everything new that lies there. A file that is refused keeps no other away."""
        return self._looking.look_in(folder, _shown(progress))

    def release_keys(self, session_id: str) -> int:
        """Strict: after the closing; how many keys went out. Looking in does it by itself."""
        return self._submitting.release(session_id)

    # The lead's part

    def collect(self, session_id: str, progress: Progress | None = None) -> tuple[Arrival, ...]:
        """What was not looked at before, submissions and keys."""
        return self._looking.collect(session_id, _shown(progress))

    def standing(self, session_id: str) -> Standing:
        return self._closing_up.standing(session_id)

    def exclude(
        self, session_id: str, fingerprint: str, reason: str, pseudonym: str | None = None
    ) -> Standing:
        """The person's part, or only of one interaction. After the closing only who released no
        keys can be left out."""
        self._closing_up.exclude(session_id, fingerprint, reason, pseudonym)
        return self.standing(session_id)

    def include(self, session_id: str, fingerprint: str) -> Standing:
        """Takes an exclusion back, before the closing."""
        self._closing_up.include(session_id, fingerprint)
        return self.standing(session_id)

    def close(self, session_id: str) -> CalibrationSession:
        """Signs what counts. Raises ProblemError with all of `Standing.hinders_closing`."""
        self._closing_up.close(session_id)
        return self.session(session_id)

    def reveal(self, session_id: str, progress: Progress | None = None) -> CalibrationSession:
        """Opens all, and writes the reveal package. Raises ProblemError with all of
        `Standing.hinders_reveal`."""
        with disk_faults(self._stores.folder):
            self._revealing.reveal(session_id, _shown(progress))
        return self.session(session_id)

    # Afterwards

    def check_reveal(self, file: Path, progress: Progress | None = None) -> RevealCheck:
        """Raises ProblemError with the cause for one that is not what the lead signed."""
        return self._revealing.check(file, _shown(progress))

    def check_session(self, session_id: str, progress: Progress | None = None) -> RevealCheck:
        """The reveal that was taken in, once more."""
        return self._revealing.check_session(session_id, _shown(progress))

    def graded(self, session_id: str) -> GradedSession:
        """Raises ProblemError calibration.not_revealed."""
        return self._graded.graded(session_id)


def _shown(progress: Progress | None) -> Progress:
    return NoProgress() if progress is None else progress
