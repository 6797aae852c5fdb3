"""Asks for a speaker's name."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.label import make_label


class SpeakerDialog(QDialog):
    """Accepted with a name; an empty one is that of the import."""

    def __init__(self, name: str, imported: str, turns: int, parent: QWidget | None = None) -> None:
        """`turns`: how many the speaker has."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Name of the speaker"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        self._name = QLineEdit(name)
        self._name.setAccessibleName(self.tr("Name of the speaker"))
        self._name.setPlaceholderText(imported)
        self._name.selectAll()
        said = self.tr("For all %n turn(s) of this speaker, in this interaction only.", "", turns)
        buttons = QDialogButtonBox()
        take = buttons.addButton(self.tr("Take the name"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setProperty("role", "primary")
        take.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.tr("Who says this?")))
        column.addWidget(make_label("muted", said, wrap=True))
        column.addWidget(self._name)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def name(self) -> str:
        return self._name.text().strip()
