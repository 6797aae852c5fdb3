"""The versions' part of the rubrics' page: beside the form, and what is due above both."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qa_desktop.desktop.rubrics.versions.due_strip import DueStrip
from qa_desktop.desktop.rubrics.versions.panel import VersionsPanel
from qa_desktop.desktop.rubrics.versions.presenter import VersionsPresenter
from qa_desktop.desktop.rubrics.versions.retired_dialog import RetiredDialog
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.reviews.what_if_store import WhatIfStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.versions_store import VersionsStore

if TYPE_CHECKING:
    from qa_desktop.desktop.rubrics.page import RubricsPage

translate = QCoreApplication.translate

FORM, VERSIONS = range(2)


class VersionsOnPage(QObject):
    """`switch` chooses between the form and the panel of versions, which `stack` holds; `strip`
    names what is due. Signal `brought(int)`: FORM or VERSIONS is in front."""

    brought = Signal(int)

    def __init__(self, page: "RubricsPage", services: Services, form: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._current: Rubric | None = None
        database, clock = services.workspace.database, services.clock
        actor = services.reviews.actor
        store = VersionsStore(database, clock, actor, services.rubrics)
        self.presenter = VersionsPresenter(
            store, services.rubrics, services.rubric_drafts, WhatIfStore(database), clock
        )
        theme = services.theme
        self.switch = Switch(theme, 2)
        self.switch.chosen.connect(self.bring)
        self.strip = DueStrip(theme)
        self.strip.open_requested.connect(self._look_at)
        self.strip.still_fits.connect(self._still_fits)
        self.panel = VersionsPanel(services, self.presenter)
        self.panel.edit_requested.connect(page.editing.edit)
        self.panel.draft_requested.connect(page.editing.open)
        self.panel.review_requested.connect(page.review_requested)
        self.panel.retired.connect(page.retired)
        self.panel.changed.connect(page.reload)
        self.stack = QStackedWidget()
        self.stack.addWidget(form)
        self.stack.addWidget(self.panel)

    def show_rubric(self, current: Rubric | None) -> None:
        """Of all that is shown; what is due is looked up anew."""
        self._current = current
        self.strip.show_due(self.presenter.due(), self._services.language)
        self._follow()

    def bring(self, place: int) -> None:
        """The form or the versions."""
        self.switch.choose(place)
        self.stack.setCurrentIndex(place)
        self._follow()
        self.brought.emit(place)

    def _follow(self) -> None:
        if self._current is not None and self.stack.currentIndex() == VERSIONS:
            self.panel.show_rubric(self._current.id)

    def _look_at(self, rubric: Rubric) -> None:
        self._page.show_rubric(rubric.id, rubric.version)
        self.bring(VERSIONS)
        self.panel.first_focus().setFocus()

    def _still_fits(self, rubric: Rubric) -> None:
        self.presenter.still_fits(rubric.id, rubric.version)
        self._page.reload()
        said = translate("Versions", "{0}: noted that it still fits")
        self._page.said.emit(said.format(rubric.title.to(self._services.language)), "", None)

    def show_retired(self) -> RetiredDialog:
        """Opens the list of rubrics of which no version is in use."""
        dialog = RetiredDialog(self._services, self.presenter, self._page)
        dialog.brought_back.connect(self._page.bring_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def rename(self) -> None:
        """In the language of the moment."""
        self.switch.name_them((translate("Versions", "Form"), translate("Versions", "Versions")))
