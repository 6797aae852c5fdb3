"""What becomes of rulings on the page of results: proposed, taken back, made the reference."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.guidance import Proposal
from qa_desktop.desktop.calibration.results.propose_dialog import ProposeDialog
from qa_desktop.desktop.services import Services

if TYPE_CHECKING:
    from qa_desktop.desktop.calibration.meeting.window import MeetingWindow
    from qa_desktop.desktop.calibration.results.page import ResultsView

translate = QCoreApplication.translate


class RulingsOnPage(QObject):
    """Tells over the page what was done, and how to take it back."""

    def __init__(self, page: "ResultsView", services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self.meeting: MeetingWindow | None = None
        box = page.panel.ruling
        box.decided.connect(lambda _: self._decided())
        box.withdrawn.connect(self._withdrawn)
        box.propose_requested.connect(self.open_proposal)
        box.precedents_requested.connect(self.open_precedents)

    def _decided(self) -> None:
        self._page.said.emit(translate("CalibrationRulings", "Ruling saved"), "", None)
        self._page.reload()
        self._page.changed.emit()

    def _withdrawn(self, ruling: Ruling) -> None:
        def bring_back() -> None:
            self._services.rulings.bring_back(ruling.id)
            self._page.reload()

        self._page.said.emit(
            translate("CalibrationRulings", "Ruling withdrawn"),
            translate("CalibrationRulings", "Undo"),
            bring_back,
        )
        self._page.reload()
        self._page.changed.emit()

    # Into the rubric

    def open_proposal(self, ruling: Ruling) -> ProposeDialog | None:
        desk = self._page.desk
        if desk is None:
            return None
        desk.look_up_version()
        dialog = ProposeDialog(self._services, desk, ruling, self._page.window())
        dialog.proposed.connect(self._proposed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _proposed(self, proposal: Proposal) -> None:
        self._services.news.rubric_draft_changed.emit(proposal.draft.id)
        said = proposal_words(proposal)
        self._page.said.emit(
            said, translate("CalibrationRulings", "Undo"), lambda: self._take_back(proposal)
        )
        self._page.reload()
        self._page.changed.emit()

    def _take_back(self, proposal: Proposal) -> None:
        desk = self._page.desk
        if desk is None:
            return
        try:
            desk.take_back(proposal)
        except ProblemError as error:
            self._page.panel.ruling.banner.show_problems(error.problems)
            return
        self._services.news.rubric_draft_changed.emit(proposal.draft.id)
        self._page.reload()
        self._page.changed.emit()

    def open_precedents(self, item_id: str) -> None:
        """What was ruled about the item before."""
        from qa_desktop.desktop.calibration.rulings.precedents_dialog import PrecedentsDialog

        desk = self._page.desk
        if desk is None:
            return
        dialog = PrecedentsDialog(self._services, desk.graded.rubric, item_id, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The agreed answers as the reference

    def toggle_agreement(self) -> None:
        page, desk = self._page, self._page.desk
        if desk is None or page.presenter is None:
            return
        if page.presenter.state().agreed:
            desk.disagree()
            page.said.emit(
                translate("CalibrationRulings", "The first reference counts again"),
                translate("CalibrationRulings", "Undo"),
                self._agree_again,
            )
        else:
            left = len(desk.agree())
            said = translate(
                "CalibrationRulings",
                "The agreed answers are the reference; %n answer(s) are still open",
                "",
                left,
            )
            if not left:
                said = translate("CalibrationRulings", "The agreed answers are the reference")
            page.said.emit(said, translate("CalibrationRulings", "Undo"), self._take_back_agreement)
        page.reload()
        page.changed.emit()

    def _agree_again(self) -> None:
        if self._page.desk is not None:
            self._page.desk.agree()
        self._page.reload()

    def _take_back_agreement(self) -> None:
        if self._page.desk is not None:
            self._page.desk.disagree()
        self._page.reload()

    # The meeting

    def open_meeting(self) -> "MeetingWindow | None":
        """In a window of its own, for the projector; what is decided there is seen here."""
        from qa_desktop.desktop.calibration.meeting.window import MeetingWindow

        page = self._page
        if page.presenter is None or page.desk is None:
            return None
        page.panel.ruling.keep_typed()
        page.panel.moments.stop()
        if self.meeting is not None:
            self.meeting.raise_()
            self.meeting.activateWindow()
            return self.meeting
        meeting = MeetingWindow(self._services, page.presenter.loaded, page.desk, page.window())
        meeting.ended.connect(self._meeting_ended)
        self.meeting = meeting
        meeting.show_large()
        return meeting

    def _meeting_ended(self) -> None:
        self.meeting = None
        self._page.reload()
        self._page.changed.emit()


def proposal_words(proposal: Proposal) -> str:
    said = translate("CalibrationRulings", "Put into the draft of version {0}").format(
        proposal.version if proposal.version is not None else "–"
    )
    if proposal.untranslated:
        names = ", ".join(proposal.untranslated)
        said += translate("CalibrationRulings", "; still to be translated: {0}").format(names)
    return said
