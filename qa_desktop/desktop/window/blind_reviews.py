"""Reviews of a blind session: sealed when they are submitted, then the session's next one."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.window.pages import CALIBRATION, INTERACTIONS

if TYPE_CHECKING:
    from qa_desktop.calibration.blind.blind_store import BlindWork
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.desktop.window.main_window import MainWindow
    from qa_desktop.desktop.window.review_window import ReviewWindow


class BlindReviews(QObject):
    """Leads from a session's page through its reviews and back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def connect_page(self, page: "ReviewPage", blind: "BlindWork") -> None:
        """One in the main window."""
        session_id = blind.session_id
        page.back_requested.connect(lambda: self.back(session_id))
        page.step_requested.connect(self._window.open_review)
        page.seal_requested.connect(lambda: self._sealed(page, blind, stays=False))
        page.said.connect(self._window.say)

    def connect_beside(
        self, page: "ReviewPage", blind: "BlindWork", second: "ReviewWindow"
    ) -> None:
        """One in the second window, which is closed when it is done."""
        page.back_requested.connect(second.close)
        page.step_requested.connect(self._window.reviews.open_beside)
        page.seal_requested.connect(lambda: self._sealed(page, blind, stays=True))
        page.said.connect(second.say)

    def home(self) -> str:
        """The page that the open review lies over."""
        page = self._window.open_review_page()
        return CALIBRATION if page is not None and page.blind is not None else INTERACTIONS

    def back(self, session_id: str) -> None:
        """To the session's page, which shows what became of the review."""
        self._window.calibration.page().show_session(session_id)

    def _sealed(self, page: "ReviewPage", blind: "BlindWork", *, stays: bool) -> None:
        """Seals what was submitted, and goes on to what is still to be graded."""
        window, session_id = self._window, blind.session_id
        services = window.services
        desk = services.calibration
        task = services.runner.start(lambda _: desk.submit(session_id))

        def done(sealed: tuple[str, ...]) -> None:
            services.calibration_watch.deliver()
            if shiboken6.isValid(page):
                page.reload_blind()
            if sealed:
                self._say(session_id)

        task.finished.connect(done)
        task.failed.connect(self._failed)
        if not stays:
            self._go_on(page.interaction_id, session_id)

    def _go_on(self, interaction_id: str, session_id: str) -> None:
        """The next one to grade after this one, else the first; back where none is left."""
        work = self._window.services.calibration.work(session_id)
        ids = [each.interaction.interaction_id for each in work]
        here = ids.index(interaction_id) if interaction_id in ids else -1
        left = [each for each in (*work[here + 1 :], *work[: here + 1]) if each.to_grade]
        if left:
            self._window.open_review(left[0].interaction.interaction_id)
        else:
            self.back(session_id)

    def _say(self, session_id: str) -> None:
        window = self._window
        left = sum(each.to_grade for each in window.services.calibration.work(session_id))
        if left:
            window.say(self.tr("Submitted and sealed. %n left to grade.", "", left))
        else:
            window.say(self.tr("Submitted and sealed. Nothing is left to grade here."))

    def _failed(self, error: ProblemError) -> None:
        """The review is submitted all the same; the session's page seals it later."""
        self._window.show_problems(error.problems)
