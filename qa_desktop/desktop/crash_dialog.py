"""The plain dialog after a fault of the program."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_SIZE = (640, 426)


class CrashDialog(QDialog):
    """Says what is safe, where the log lies, and lets one go on or quit."""

    def __init__(
        self, theme: Theme, trace: str, log_file: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        begin_with_size(self, *_SIZE)
        details = QPlainTextEdit(trace)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Technical details"))
        copy = TextButton(theme, icon="copy")
        copy.name_it(self.tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(trace))
        leave = TextButton(theme)
        leave.name_it(self.tr("Quit"))
        leave.clicked.connect(QApplication.quit)
        go_on = TextButton(theme, "primary")
        go_on.name_it(self.tr("Carry on"))
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", self.windowTitle()))
        safe = self.tr(
            "This is a fault of the program, not yours. Everything that was shown as saved is "
            "safe. Nothing was sent anywhere."
        )
        column.addWidget(make_label("", safe, wrap=True))
        where = self.tr("The details below, without names and numbers, are also in {0}.")
        place = make_label("small", where.format(log_file), wrap=True)
        column.addWidget(place)
        column.addWidget(details, 1)
        column.addLayout(buttons)
        go_on.setFocus()
