"""The reviewer's settings as the running program has them."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from qa_desktop.base.problems import Problem, Where, reason_of
from qa_desktop.base.settings import Settings, load_settings, save_settings
from qa_desktop.base.wording import LANGUAGES


class Preferences(QObject):
    """Holds the current settings and keeps them in their file.

    Signals: `changed(before, after)`, both Settings, as soon as they are in force; `kept(problems)`
    after each try to write them: none, or why they hold until the program ends and no longer.
    """

    changed = Signal(object, object)
    kept = Signal(object)

    def __init__(self, file: Path | None, settings: Settings | None = None) -> None:
        """`file` None keeps them in memory only; `settings` None reads the file."""
        super().__init__()
        self.file = file
        if settings is None:
            settings = load_settings(file) if file else Settings()
        self._settings = settings
        self.problems: tuple[Problem, ...] = ()

    def settings(self) -> Settings:
        return self._settings

    def language(self) -> str:
        """ "en" or "zh-CN": what "system" stands for is already settled."""
        return settle_language(self._settings.language)

    def change(self, settings: Settings) -> None:
        """In force at once; `problems` says why the file could not take them."""
        before = self._settings
        if settings == before and not self.problems:
            return
        self.problems = self._write(settings)
        self._settings = settings
        if settings != before:
            self.changed.emit(before, settings)
        self.kept.emit(self.problems)

    def _write(self, settings: Settings) -> tuple[Problem, ...]:
        if self.file is None:
            return ()
        try:
            save_settings(settings, self.file)
        except OSError as error:
            where = Where(file=str(self.file))
            values = {"reason": reason_of(error)}
            return (Problem(code="desktop.settings_not_kept", where=where, values=values),)
        return ()


def settle_language(choice: str) -> str:
    """The language that `choice` ("system" or one of ours) means on this machine."""
    if choice in LANGUAGES:
        return choice
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh-CN" if chinese else "en"
