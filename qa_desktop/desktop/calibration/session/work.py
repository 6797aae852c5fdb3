"""What takes a moment in a session: sealing, sending, looking, closing, opening, checking."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.sessions.desk_model import RevealCheck
from qa_desktop.desktop.calibration.session.presenter import SessionPresenter
from qa_desktop.desktop.rubrics.sharing.work_dialog import WorkDialog
from qa_desktop.desktop.services import Services

if TYPE_CHECKING:
    from qa_desktop.desktop.calibration.session.page import SessionPage


class SessionWork(QObject):
    """Runs each off the GUI thread with progress and cancel, then the page shows what became of
    it; problems stand on the page."""

    def __init__(
        self, page: "SessionPage", services: Services, presenter: SessionPresenter
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._presenter = presenter
        self._desk = services.calibration

    def seal(self) -> None:
        """Every submitted review that is not sealed yet."""
        desk, session_id = self._desk, self._presenter.session_id

        def done(sealed: tuple[str, ...]) -> None:
            self._say(self.tr("%n review(s) sealed", "", len(sealed)))
            self.send()

        self._run(lambda _: desk.submit(session_id), self.tr("Sealing"), done)

    def send(self) -> None:
        """What waits in the outbox; the page is told by the watch."""
        self._services.calibration_watch.deliver()

    def look(self) -> None:
        """Into the folder; by hand there is nowhere to look."""
        session = self._presenter.state.session
        if session.folder is None:
            self._page.files_requested.emit()
            return
        self.send()
        self._services.calibration_watch.look_at(session.folder)

    def close_session(self) -> None:
        desk, session_id = self._desk, self._presenter.session_id

        def done(_session: object) -> None:
            self._say(self.tr("The session is closed"))
            self.send()

        self._run(lambda _: desk.close(session_id), self.tr("Closing the session"), done)

    def reveal(self) -> None:
        desk, session_id = self._desk, self._presenter.session_id

        def done(_session: object) -> None:
            self._say(self.tr("The session is revealed"))
            self.send()
            self.check()

        self._run(
            lambda progress: desk.reveal(session_id, progress),
            self.tr("Opening the submissions"),
            done,
        )

    def check(self) -> None:
        """The reveal once more, as everybody's program does it."""
        desk, session_id = self._desk, self._presenter.session_id

        def done(check: RevealCheck) -> None:
            self._page.show_state(self._presenter.checked(check))

        self._run(
            lambda progress: desk.check_session(session_id, progress),
            self.tr("Checking the reveal"),
            done,
            reloads=False,
        )

    def revise(self, deadline: datetime | None, more: tuple[str, ...]) -> None:
        desk, session_id = self._desk, self._presenter.session_id

        def done(_session: object) -> None:
            self._say(self.tr("The new invitation is on its way"))
            self.send()

        self._run(
            lambda progress: desk.revise(
                session_id, deadline=deadline, more_participants=more, progress=progress
            ),
            self.tr("Making the new invitation"),
            done,
        )

    def move(self, folder: Path) -> None:
        """Its files go there from now on, and those that wait."""
        desk, session_id = self._desk, self._presenter.session_id

        def done(_session: object) -> None:
            self._say(self.tr("Its files go to {0} from now on").format(folder))
            self.look()

        self._run(lambda _: desk.move(session_id, folder), self.tr("Changing the folder"), done)

    def save_files(self, folder: Path) -> None:
        """Everything that one has to hand on."""
        desk, session_id = self._desk, self._presenter.session_id

        def done(files: tuple[Path, ...]) -> None:
            self._say(self.tr("%n file(s) saved", "", len(files)))

        self._run(lambda _: desk.save_files(session_id, folder), self.tr("Saving files"), done)

    def save_package(self, folder: Path) -> None:
        desk, session_id = self._desk, self._presenter.session_id

        def done(file: Path) -> None:
            self._say(self.tr("Saved as {0}").format(file.name))

        self._run(
            lambda _: desk.save_package(session_id, folder), self.tr("Saving the invitation"), done
        )

    def _say(self, words: str) -> None:
        self._page.said.emit(words, "", None)

    def _run(
        self,
        work: Callable[[Progress], Any],
        words: str,
        done: Callable[[Any], None],
        *,
        reloads: bool = True,
    ) -> None:
        task = self._services.runner.start(work)

        def finished(result: object) -> None:
            # The page may be gone by now; what was done is done.
            if not shiboken6.isValid(self):
                return
            self._presenter.show_problems(())
            if reloads:
                self._page.reload()
                self._page.changed.emit()
            done(result)

        task.finished.connect(finished)
        task.failed.connect(self._failed)
        WorkDialog.watch(task, self._services, words, self._page)

    def _failed(self, error: ProblemError) -> None:
        self._presenter.reload()
        self._page.show_state(self._presenter.show_problems(error.problems))
