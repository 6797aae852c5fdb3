"""The outbox: files that wait for a folder, and handing them on by hand."""

from collections.abc import Sequence
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.files.file_names import INVITATION_ENDING, invitation_name
from qa_desktop.calibration.files.share import put
from qa_desktop.calibration.sessions.desk_model import Delivery, WaitingFile
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.outbox_store import OutgoingFile


class Delivering:
    """As the desk says."""

    def __init__(self, stores: DeskStores) -> None:
        self._stores = stores

    def deliver(self, progress: Progress) -> Delivery:
        """A folder that is away keeps the files for others from nothing."""
        sent: list[str] = []
        waiting: list[WaitingFile] = []
        problems: dict[tuple[str, Path], Problem] = {}
        away: dict[Path, Problem] = {}
        files = self._stores.outbox.waiting()
        for done, file in enumerate(files):
            progress.report(done, len(files), file.file_name)
            if file.folder is None:
                waiting.append(_waiting(file))
                continue
            problem = away.get(file.folder) or self._try(file, file.folder, progress)
            if problem is None:
                sent.append(file.file_name)
                continue
            if problem.code == "calibration.folder_away":
                away[file.folder] = problem
            problems.setdefault((problem.code, file.folder), problem)
            waiting.append(_waiting(file, problem))
        return Delivery(sent=tuple(sent), waiting=tuple(waiting), problems=tuple(problems.values()))

    def _try(self, file: OutgoingFile, folder: Path, progress: Progress) -> Problem | None:
        try:
            content = self._content(file)
            put(folder, file.file_name, content, progress)
            # Once more: it is there, so that now it is read back and compared.
            put(folder, file.file_name, content, progress)
        except ProblemError as error:
            problem = _at(error.problems[0], folder)
            self._stores.outbox.failed((file.id,), problem.code)
            return problem
        self._stores.outbox.delivered((file.id,))
        return None

    def waiting(self, session_id: str | None) -> tuple[WaitingFile, ...]:
        return tuple(
            _waiting(file)
            for file in self._stores.outbox.waiting()
            if session_id in (None, file.session_id)
        )

    def save_files(self, session_id: str, to: Path) -> tuple[Path, ...]:
        files = newest_only(self._stores.outbox.of_session(session_id))
        return tuple(self._save(file, to, file.file_name) for file in files)

    def save_package(self, session_id: str, revision: int, to: Path) -> Path:
        name = invitation_name(session_id, revision)
        for file in self._stores.outbox.of_session(session_id):
            if file.file_name == name:
                folder, named = (to, name) if to.is_dir() else (to.parent, to.name)
                if not named.endswith(INVITATION_ENDING):
                    named += INVITATION_ENDING
                return self._save(file, folder, named)
        raise ProblemError(Problem(code="calibration.not_the_lead"))

    def _save(self, file: OutgoingFile, folder: Path, name: str) -> Path:
        try:
            put(folder, name, self._content(file))
        except ProblemError as error:
            raise ProblemError(_at(problem, folder) for problem in error.problems) from error
        return folder / name

    def _content(self, file: OutgoingFile) -> bytes | Path:
        if file.source is None:
            return self._stores.outbox.content(file.id)
        return self._stores.workspace.folder / file.source


def newest_only(files: Sequence[OutgoingFile]) -> tuple[OutgoingFile, ...]:
    """Without invitations that a later one replaces."""
    invitations = [file for file in files if file.file_name.endswith(INVITATION_ENDING)]
    old = {file.id for file in invitations[:-1]}
    return tuple(file for file in files if file.id not in old)


def _waiting(file: OutgoingFile, problem: Problem | None = None) -> WaitingFile:
    if problem is None and file.last_error is not None and file.folder is not None:
        # What the system said is not kept: it may be long past.
        where = Where(file=str(file.folder))
        problem = Problem(code=file.last_error, where=where, values={"reason": "-", "name": "-"})
    return WaitingFile(
        session_id=file.session_id,
        file_name=file.file_name,
        folder=file.folder,
        made_at=file.made_at,
        tries=file.tries,
        problem=problem,
    )


def _at(problem: Problem, folder: Path) -> Problem:
    return Problem(code=problem.code, where=Where(file=str(folder)), values=problem.values)
