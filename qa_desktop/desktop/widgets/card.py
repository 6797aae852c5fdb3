"""A bordered surface that holds one subject."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens


class Card(QFrame):
    """`body` is its vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = tokens.WIDE) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(tokens.SPACE)
