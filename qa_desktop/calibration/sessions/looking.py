"""What lies in a folder or came by hand, sorted by what it is and taken in, one by one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.files.envelope import read_envelope
from qa_desktop.calibration.files.file_names import (
    CLOSING_ENDING,
    INVITATION_ENDING,
    KEYS_ENDING,
    REVEAL_ENDING,
    SUBMISSION_ENDING,
    session_in_name,
)
from qa_desktop.calibration.files.identity import CARD_ENDING
from qa_desktop.calibration.files.package import read_head
from qa_desktop.calibration.files.share import listing, read
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Arrival, CalibrationSession, SessionRole
from qa_desktop.calibration.sessions.acquaintances import Acquaintances, unreadable
from qa_desktop.calibration.sessions.closing_up import ClosingUp
from qa_desktop.calibration.sessions.collecting import Collecting
from qa_desktop.calibration.sessions.desk_model import FileKind, News, TakenIn
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.joining import Joining
from qa_desktop.calibration.sessions.revealing import Revealing, head_of
from qa_desktop.calibration.sessions.session_reading import SessionReading

_KINDS = {
    CARD_ENDING: FileKind.CARD,
    INVITATION_ENDING: FileKind.INVITATION,
    SUBMISSION_ENDING: FileKind.SUBMISSION,
    CLOSING_ENDING: FileKind.CLOSING,
    KEYS_ENDING: FileKind.KEYS,
    REVEAL_ENDING: FileKind.REVEAL,
}
_Taken = TypeVar("_Taken")


class Looking:
    """As the desk says."""

    def __init__(
        self,
        stores: DeskStores,
        people: Acquaintances,
        reading: SessionReading,
        joining: Joining,
        collecting: Collecting,
        closing_up: ClosingUp,
        revealing: Revealing,
    ) -> None:
        self._stores = stores
        self._people = people
        self._reading = reading
        self._joining = joining
        self._collecting = collecting
        self._closing_up = closing_up
        self._revealing = revealing
        # Invitations with nothing new for one here, by path, size and time: not read again.
        self._done_with: set[tuple[str, int, int]] = set()

    def take_in(self, file: Path, progress: Progress) -> TakenIn:
        kind = _KINDS.get(file.suffix)
        if kind is None:
            where = Where(file=file.name)
            raise ProblemError(Problem(code="calibration.no_such_kind", where=where))
        return _placed(file, lambda: self._taken(kind, file, progress))

    def _taken(self, kind: FileKind, file: Path, progress: Progress) -> TakenIn:
        if kind is FileKind.CARD:
            person, is_new = self._people.take_card(file)
            return TakenIn(kind=kind, is_new=is_new, person=person)
        if kind is FileKind.INVITATION:
            session_id, is_new = self._joining.take(file, None, progress)
        elif kind is FileKind.REVEAL:
            session_id, _ = head_of(file)
            lacks = self._revealing.take(file, session_id, progress)
            session = self._reading.session(session_id)
            is_new, problems = lacks is not None, lacks or ()
            return TakenIn(kind=kind, is_new=is_new, session=session, problems=problems)
        elif kind is FileKind.SUBMISSION:
            return self._submission(file)
        else:
            session_id, is_new = self._small(kind, file)
        return TakenIn(kind=kind, is_new=is_new, session=self._reading.session(session_id))

    def _submission(self, file: Path) -> TakenIn:
        content = read(file)
        session_id = self._led_session(file, content)
        before = {*self._stores.submissions.refused(session_id)} | {
            head.hash for head in self._stores.submissions.heads(session_id)
        }
        arrival = self._collecting.submission(session_id, file.name, content)
        return TakenIn(
            kind=FileKind.SUBMISSION,
            is_new=sha256(content) not in before,
            session=self._reading.session(session_id),
            arrival=arrival,
        )

    def _led_session(self, file: Path, content: bytes) -> str:
        """The one whose it says it is, else the one in its name."""
        try:
            said = read_envelope(content).session
        except ProblemError:
            said = ""
        for session_id in (said, session_in_name(file.name) or ""):
            row = self._stores.sessions.find(session_id)
            if row is not None and row.role is SessionRole.LEAD:
                return session_id
        values = {"session": said or file.name}
        raise ProblemError(Problem(code="calibration.session_unknown", values=values))

    def _small(self, kind: FileKind, file: Path) -> tuple[str, bool]:
        session_id = session_in_name(file.name) or ""
        if self._stores.sessions.find(session_id) is None:
            # Somebody gave it another name; the session is written inside, too.
            session_id = self._said_session(read(file)) or session_id
        self._stores.required(session_id)
        if kind is FileKind.CLOSING:
            return session_id, self._closing_up.take_closing(session_id, read(file))
        return session_id, self._closing_up.take_keys(session_id, read(file))

    def _said_session(self, content: bytes) -> str | None:
        return next(
            (row.id for row in self._stores.sessions.rows() if row.id.encode() in content), None
        )

    def look_in(self, folder: Path, progress: Progress) -> News:
        """One file after the other, those that others build on first."""
        files = _listed(folder)
        cards, problems = self._people.look(files)
        found = _Found(problems=list(problems))
        for file in sorted(_ending(files, INVITATION_ENDING), key=_by_revision):
            progress.report(0, 0, file.name)
            found.session(file, self._invitation(folder, progress), found.invitations)
        for file in _ending(files, CLOSING_ENDING):
            found.session(file, self._closing, found.closings)
        for file in _ending(files, REVEAL_ENDING):
            found.session(file, self._reveal(progress, found.problems), found.reveals)
        arrivals: list[Arrival] = []
        for row in self._stores.sessions.rows():
            if row.role is SessionRole.LEAD and row.reviewer == self._stores.actor:
                arrivals += self._collecting.submissions(row.id, files, progress)
                found.problems += self.keys(row.id, files)
        return News(
            cards=cards,
            invitations=self._sessions(found.invitations),
            closings=self._sessions(found.closings),
            reveals=self._sessions(found.reveals),
            arrivals=tuple(arrivals),
            problems=tuple(found.problems),
        )

    def collect(self, session_id: str, progress: Progress) -> tuple[Arrival, ...]:
        """Of one session; a wrong file of keys is told with the reasons why one can't reveal."""
        folder = self._collecting.led(session_id).folder
        if folder is None:
            return ()
        files = _listed(folder)
        arrivals = self._collecting.submissions(session_id, files, progress)
        self.keys(session_id, files)
        return arrivals

    def keys(self, session_id: str, files: Iterable[Path]) -> tuple[Problem, ...]:
        """Takes in the keys that were released; what was wrong with some."""
        row = self._stores.required(session_id)
        if row.closed_at is None or row.revealed_at is not None:
            return ()
        found = _Found(problems=[])
        for file in _ending(files, KEYS_ENDING):
            if session_in_name(file.name) == session_id:
                found.session(file, self._one_of_keys(session_id), [])
        return tuple(found.problems)

    def _one_of_keys(self, session_id: str) -> Callable[[Path], str | None]:
        def take(file: Path) -> str | None:
            content = read(file)
            return session_id if self._closing_up.take_keys(session_id, content) else None

        return take

    def _sessions(self, session_ids: list[str]) -> tuple[CalibrationSession, ...]:
        return tuple(self._reading.session(one) for one in dict.fromkeys(session_ids))

    def _invitation(self, folder: Path, progress: Progress) -> Callable[[Path], str | None]:
        def take(file: Path) -> str | None:
            told = file.stat()
            mark = (str(file), told.st_size, told.st_mtime_ns)
            if mark in self._done_with:
                return None
            manifest, content_hash = read_head(file)
            row = self._stores.sessions.find(manifest.session)
            me = self._people.identity().fingerprint
            for_me = manifest.person(me) is not None and manifest.lead.fingerprint != me
            if row is None and not for_me:
                self._done_with.add(mark)
                return None
            if row is not None and self._is_known(row.id, content_hash, manifest.revision):
                self._done_with.add(mark)
                if row.reviewer != self._stores.actor or _is_there(row.folder):
                    return None
                # By hand so far, or a share that moved: here is where its files are now.
                self._joining.move(row.id, folder)
                return None
            session_id, is_new = self._joining.take(file, folder, progress)
            return session_id if is_new else None

        return take

    def _is_known(self, session_id: str, content_hash: str, revision: int) -> bool:
        """Or was replaced before it was first seen here: one who joined later starts later."""
        known = self._reading.manifests(session_id)
        return revision < known[0][0].revision or any(h == content_hash for _, h in known)

    def _closing(self, file: Path) -> str | None:
        session_id = session_in_name(file.name)
        row = None if session_id is None else self._stores.sessions.find(session_id)
        if row is None or row.reviewer != self._stores.actor:
            return None
        content = read(file)
        if content == self._stores.sessions.closing(row.id) and row.revealed_at is not None:
            return None
        return row.id if self._closing_up.take_closing(row.id, content) else None

    def _reveal(self, progress: Progress, problems: list[Problem]) -> Callable[[Path], str | None]:
        def take(file: Path) -> str | None:
            session_id = session_in_name(file.name)
            row = None if session_id is None else self._stores.sessions.find(session_id)
            if row is None or row.revealed_at is not None or row.role is SessionRole.LEAD:
                return None
            if row.reviewer != self._stores.actor:
                return None
            lacks = self._revealing.take(file, row.id, progress)
            problems.extend(lacks or ())
            return row.id if lacks is not None else None

        return take


class _Found:
    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.invitations: list[str] = []
        self.closings: list[str] = []
        self.reveals: list[str] = []

    def session(self, file: Path, take: Callable[[Path], str | None], to: list[str]) -> None:
        """A file that is refused, or gone in the meantime, keeps no other away."""
        try:
            session_id = _placed(file, lambda: take(file))
        except ProblemError as error:
            self.problems += error.problems
            return
        if session_id is not None:
            to.append(session_id)


def _placed(file: Path, work: Callable[[], _Taken]) -> _Taken:
    """Says of problems in which file they are."""
    try:
        return work()
    except OSError as error:
        raise unreadable(file, error) from error
    except ProblemError as error:
        raise ProblemError(_in_file(one, file) for one in error.problems) from error


def _in_file(problem: Problem, file: Path) -> Problem:
    if problem.where.file is not None:
        return problem
    return replace(problem, where=replace(problem.where, file=file.name))


def _listed(folder: Path) -> tuple[Path, ...]:
    try:
        return listing(folder)
    except ProblemError as error:
        where = Where(file=str(folder))
        raise ProblemError(replace(one, where=where) for one in error.problems) from error


def _is_there(folder: Path | None) -> bool:
    try:
        return folder is not None and folder.is_dir()
    except OSError:
        return False


def _ending(files: Iterable[Path], ending: str) -> list[Path]:
    return [file for file in files if file.suffix == ending]


def _by_revision(file: Path) -> tuple[str, int]:
    """Sessions together, each from its first revision on; what is inside counts all the same."""
    session, _, rest = file.stem.partition("-r")
    return session, int(rest) if rest.isdecimal() else 0
