"""Whose the work is."""

from PySide6.QtWidgets import QLineEdit

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup


class YouGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.reviewer = QLineEdit()
        self.reviewer.editingFinished.connect(
            lambda: self.keep(reviewer=self.reviewer.text().strip())
        )
        self.organisation = QLineEdit()
        self.organisation.editingFinished.connect(
            lambda: self.keep(organisation=self.organisation.text().strip())
        )
        self.add_row("reviewer", self.reviewer)
        self.add_row("organisation", self.organisation)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.reviewer.setText(settings.reviewer)
        self.organisation.setText(settings.organisation)

    def retranslate(self) -> None:
        self.name_group(self.tr("You"))
        self.name_row(
            "reviewer", self.tr("Your name"), self.tr("Stands on reviews and feedback sheets.")
        )
        self.name_row(
            "organisation", self.tr("Organisation"), self.tr("Heads every feedback sheet.")
        )
