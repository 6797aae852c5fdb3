"""Says what is under way once it takes longer than a moment, and lets it be cancelled."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

# Shorter work is over before anybody could have read what it is.
_PATIENCE_MS = 700


class WorkDialog(QDialog):
    """Closes by itself when the task has ended."""

    def __init__(self, task: Task, services: Services, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._task = task
        self.setWindowTitle(words)
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 2 // 3)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self.cancel = TextButton(services.theme)
        self.cancel.name_it(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("heading", words, wrap=True))
        column.addWidget(self._bar)
        column.addLayout(foot)
        task.progressed.connect(self._show)

    @classmethod
    def watch(cls, task: Task, services: Services, words: str, parent: QWidget) -> None:
        """Comes up while `task` is still under way after a moment."""
        timer = QTimer(parent)
        timer.setSingleShot(True)
        timer.setInterval(_PATIENCE_MS)

        def show() -> None:
            dialog = cls(task, services, words, parent)
            task.over.connect(dialog.accept)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        timer.timeout.connect(show)
        task.over.connect(timer.stop)
        task.over.connect(timer.deleteLater)
        timer.start()

    def _show(self, done: int, total: int, _what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def reject(self) -> None:
        """Cancels what is under way; nothing stays half-done."""
        self._task.cancel()
        super().reject()
