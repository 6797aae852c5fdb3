"""Labels by their role in the stylesheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def make_label(role: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label; roles: title, headline, heading, muted, small, score, key."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made
