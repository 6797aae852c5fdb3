"""Asks why a submitted review is corrected."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.label import make_label


class CorrectionDialog(QDialog):
    """`reason()` after it was accepted; it can't be accepted without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct this review"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        explained = self.tr(
            "The submitted review stays as it is. A new revision begins as its copy and counts "
            "once you submit it."
        )
        self._reason = TextField()
        self._reason.name_it(self.tr("Why is it corrected?"))
        buttons = QDialogButtonBox()
        self._go = buttons.addButton(
            self.tr("Begin the correction"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._go.setProperty("role", "primary")
        self._go.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.tr("Correct this review")))
        column.addWidget(make_label("muted", explained, wrap=True))
        column.addWidget(self._reason)
        column.addWidget(buttons)
        self._reason.textChanged.connect(lambda: self._go.setEnabled(bool(self.reason())))
        self._reason.left.connect(self._take)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def reason(self) -> str:
        return self._reason.toPlainText().strip()

    def _take(self) -> None:
        if self.reason():
            self.accept()
