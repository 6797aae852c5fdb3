"""Asks why a review should have a second opinion, or why it needs none."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.calibration.second.second_opinions import Cause
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_as_tall_as_told
from qa_desktop.desktop.widgets.label import make_label

_NOTE_LINES = 4


def _note_field(name: str, placeholder: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    line = field.fontMetrics().lineSpacing()
    field.setFixedHeight(_NOTE_LINES * line + 2 * tokens.SPACE)
    return field


class AskDialog(QDialog):
    """`cause()` and `note()` after it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Second opinion"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        explained = self.tr(
            "A colleague grades the same interaction blind: without your marks, the agent's name or"
            " this note. When the answer arrives, both reviews stand side by side. Your review"
            " stays as it is."
        )
        self.asked = QRadioButton(self.tr("I'd like another pair of eyes"))
        self.disputed = QRadioButton(self.tr("It is disputed"))
        self.asked.setChecked(True)
        self.note_field = _note_field(
            self.tr("Note for yourself"), self.tr("The agent says the identity was verified.")
        )
        buttons = QDialogButtonBox()
        go = buttons.addButton(
            self.tr("Ask for a second opinion"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        go.setProperty("role", "primary")
        causes = QHBoxLayout()
        causes.setSpacing(tokens.WIDE)
        causes.addWidget(self.asked)
        causes.addWidget(self.disputed)
        causes.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.tr("Ask for a second opinion")))
        column.addWidget(make_label("muted", explained, wrap=True))
        column.addLayout(causes)
        column.addWidget(make_label("", self.tr("Note for yourself, never sent along")))
        column.addWidget(self.note_field)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.asked.setFocus()
        begin_as_tall_as_told(self)

    def cause(self) -> Cause:
        return Cause.DISPUTED if self.disputed.isChecked() else Cause.ASKED

    def note(self) -> str:
        return self.note_field.toPlainText().strip()


class DropDialog(QDialog):
    """`reason()` after it was accepted; it can't be accepted without one."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("No second opinion"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        self.field = _note_field(self.tr("Reason"), self.tr("Too short to grade twice."))
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(self.tr("Drop it"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setProperty("role", "primary")
        self.go.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        heading = self.tr("No second opinion on {0}?").format(title)
        column.addWidget(make_label("title", heading, wrap=True))
        explained = self.tr(
            "Reviews that were drawn should stay in the queue: what is left out by hand makes the"
            " draw worth less. The reason is kept in the audit trail."
        )
        column.addWidget(make_label("muted", explained, wrap=True))
        column.addWidget(self.field)
        column.addWidget(buttons)
        self.field.textChanged.connect(lambda: self.go.setEnabled(bool(self.reason())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.setFocus()
        begin_as_tall_as_told(self)

    def reason(self) -> str:
        return self.field.toPlainText().strip()
