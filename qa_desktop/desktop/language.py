"""Switches the interface's language while the program runs."""

from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)
from PySide6.QtWidgets import QWidget

from qa_desktop.base.resources import resource_path


class Retranslated(QWidget):
    """A widget whose fixed texts are set in `retranslate`, again at each change of language."""

    def retranslate(self) -> None:
        """Sets every text that a person reads; called by the subclass's constructor too."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Languages(QObject):
    """Puts one language in force: our texts, Qt's own, and the form of dates and numbers.

    Every widget hears of it as LanguageChange.
    """

    def __init__(self, app: QCoreApplication, folder: Path | None = None) -> None:
        """`folder` holds qa_desktop_<language>.qm; None: the translations that ship."""
        super().__init__()
        self._app = app
        self._folder = folder or resource_path("translations")
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """`language`: "en" or "zh-CN"."""
        locale = QLocale(language)
        QLocale.setDefault(locale)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for stem, folder in (("qtbase", qt_folder), ("qa_desktop", str(self._folder))):
            translator = QTranslator(self)
            if translator.load(locale, stem, "_", folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)
