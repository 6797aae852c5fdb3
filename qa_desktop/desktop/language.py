"""Switches the interface's language while the program runs."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Retranslated(QWidget):
    """A widget whose fixed texts are set in `retranslate`, again at each change of language."""

    def retranslate(self) -> None:
        """Sets every text that a person reads; called by the subclass's constructor too."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
