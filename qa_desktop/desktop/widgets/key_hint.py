"""A key as it is printed on the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class KeyHint(QLabel):
    def __init__(self, keys: QKeySequence | str, parent: QWidget | None = None) -> None:
        sequence = QKeySequence(keys)
        super().__init__(sequence.toString(QKeySequence.SequenceFormat.NativeText), parent)
        self.setProperty("role", "key")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
