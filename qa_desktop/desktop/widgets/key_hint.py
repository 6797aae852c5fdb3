"""A key as it is printed on the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qa_desktop.desktop.widgets.keyed import key_near, key_sign


class KeyHint(QLabel):
    """`action`: it shows the key that is in force for it, see widgets/keyed.py, and hides where
    there is none."""

    def __init__(
        self, keys: QKeySequence | str, parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        sequence = QKeySequence(keys)
        super().__init__(sequence.toString(QKeySequence.SequenceFormat.NativeText), parent)
        self._action = action
        self._lacking = False
        self.setProperty("role", "key")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_keys(self) -> None:
        if not self._action:
            return
        self.setText(key_sign(key_near(self, self._action)))
        lacking = not self.text()
        if lacking != self._lacking:
            self._lacking = lacking
            self.setVisible(not lacking)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_keys()
