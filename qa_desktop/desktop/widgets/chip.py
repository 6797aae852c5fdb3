"""A small rounded label for one fact."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qa_desktop.desktop.widgets.restyle import set_style_property


class Chip(QLabel):
    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        """`tone`: "", "accent", "agent", "customer", "good", "caution" or "bad"."""
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, tone: str = "") -> None:
        """An empty text hides the chip."""
        self.setText(text)
        set_style_property(self, "tone", tone)
        self.setVisible(bool(text))
