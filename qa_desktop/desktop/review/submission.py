"""Submitting from the page: whose review it is, is asked once; corrections begin here too."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.review.correction_dialog import CorrectionDialog
from qa_desktop.desktop.review.name_dialog import NameDialog
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.services import Services
from qa_desktop.reviews.store import ReviewStore

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage

_NAME_ASKED, _YES = "review/name_asked", "yes"


class Submission:
    def __init__(self, page: "ReviewPage", services: Services) -> None:
        self._page = page
        self._services = services

    def submit(self) -> None:
        """Submits, or points at what lacks."""
        page = self._page
        if page.state.read_only:
            return
        page.flush()
        if page.state.header.agent_open and not page.state.missing.count:
            # Nobody said whom the score goes to: the choice opens, at the likely one.
            page.header.agents.open()
            return
        if not page.state.missing.count and self._nameless():
            self._ask_name()
            return
        self._submit()

    def _submit(self) -> None:
        page = self._page
        page.timer.keep()
        page.show_state(page.presenter.submit())
        page.take_keys()
        if page.state.phase is Phase.SUBMITTED and page.state.review_id:
            page.submitted.emit(page.state.review_id)
            if page.blind is not None:
                page.seal_requested.emit()

    def _nameless(self) -> bool:
        """Whether nobody said yet whose review it is; it is asked once.

        A blind session has its reviewer from the beginning.
        """
        if self._page.blind is not None:
            return False
        asked = self._services.shared.value(_NAME_ASKED) == _YES
        return not self._services.settings.reviewer and not asked

    def _ask_name(self) -> None:
        services = self._services
        language = services.preferences.language
        dialog = NameDialog(services.theme, language, self._keep_name, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._submit_as(dialog.name()))
        dialog.open()

    def _keep_name(self, name: str) -> Sequence[Problem]:
        preferences = self._services.preferences
        preferences.change(replace(preferences.settings(), reviewer=name))
        return preferences.problems

    def _submit_as(self, name: str) -> None:
        """ "" submits without a name, and it is not asked for again."""
        self._services.shared.setValue(_NAME_ASKED, _YES)
        if name:
            database = self._services.workspace.database
            self._page.presenter.act_as(ReviewStore(database, self._services.clock, name))
        self._submit()

    def ask_correction(self) -> None:
        """Why a submitted review is opened again; then it can be changed."""
        page = self._page
        dialog = CorrectionDialog(page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: page.show_state(page.presenter.correct(dialog.reason())))
        dialog.open()
