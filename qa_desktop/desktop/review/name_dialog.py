"""Asks once, at the first submission, whose review it is."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.label import make_label


class NameDialog(QDialog):
    """Accepted with a name, or without one: grading never waits for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your name"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        explained = self.tr(
            "It stands on your reviews and feedback sheets. You can change it in the settings."
        )
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Your name"))
        buttons = QDialogButtonBox()
        self._go = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setProperty("role", "primary")
        self._go.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.tr("Whose review is this?")))
        column.addWidget(make_label("muted", explained, wrap=True))
        column.addWidget(self._name)
        column.addWidget(buttons)
        self._name.textChanged.connect(self._name_button)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._name_button()

    def name(self) -> str:
        return self._name.text().strip()

    def _name_button(self) -> None:
        named = bool(self.name())
        self._go.setText(self.tr("Submit") if named else self.tr("Submit without a name"))
