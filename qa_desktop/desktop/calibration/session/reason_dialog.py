"""Asks why somebody is left out: the reason goes into the closing that everybody gets."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label


class ReasonDialog(QDialog):
    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Leave out"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("On leave until Monday"))
        self.reason.textChanged.connect(self._show_take)
        self.take = TextButton(theme, "primary")
        self.take.name_it(self.tr("Leave out"))
        self.take.clicked.connect(self.accept)
        cancel = TextButton(theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.reason.returnPressed.connect(self._enter)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.tr("Leave out {0}?").format(name), wrap=True))
        column.addWidget(
            make_label(
                "muted",
                self.tr(
                    "Nothing from this person counts in this session. The reason stands in the "
                    "signed closing, for everybody to read. Until then it can be taken back."
                ),
                wrap=True,
            )
        )
        column.addWidget(self.reason)
        column.addLayout(foot)
        self._show_take()

    def text(self) -> str:
        return self.reason.text().strip()

    def _show_take(self) -> None:
        self.take.setEnabled(bool(self.text()))

    def _enter(self) -> None:
        if self.text():
            self.accept()
