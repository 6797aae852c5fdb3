"""Where imported recordings are kept."""

from PySide6.QtWidgets import QCheckBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup


class ImportGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.copy_media = QCheckBox()
        self.copy_media.clicked.connect(lambda on: self.keep(copy_media=on))
        self.add_row("copy_media", self.copy_media)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.copy_media.setChecked(settings.copy_media)

    def retranslate(self) -> None:
        self.name_group(self.tr("Import"))
        self.name_row(
            "copy_media",
            self.tr("Copy recordings into the workspace"),
            self.tr("Otherwise they are played from where they lie, as long as they lie there."),
        )
