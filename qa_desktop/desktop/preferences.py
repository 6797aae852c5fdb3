"""The reviewer's settings as the running program has them."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from qa_desktop.base.settings import Settings, load_settings, save_settings
from qa_desktop.base.wording import LANGUAGES


class Preferences(QObject):
    """Holds the current settings and keeps them in their file.

    Signal `changed(before, after)`, both Settings, once they are on disk.
    """

    changed = Signal(object, object)

    def __init__(self, file: Path | None, settings: Settings | None = None) -> None:
        """`file` None keeps them in memory only; `settings` None reads the file."""
        super().__init__()
        self.file = file
        if settings is None:
            settings = load_settings(file) if file else Settings()
        self._settings = settings

    def settings(self) -> Settings:
        return self._settings

    def language(self) -> str:
        """ "en" or "zh-CN": what "system" stands for is already settled."""
        return settle_language(self._settings.language)

    def change(self, settings: Settings) -> None:
        before = self._settings
        if settings == before:
            return
        if self.file:
            save_settings(settings, self.file)
        self._settings = settings
        self.changed.emit(before, settings)


def settle_language(choice: str) -> str:
    """The language that `choice` ("system" or one of ours) means on this machine."""
    if choice in LANGUAGES:
        return choice
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh-CN" if chinese else "en"
