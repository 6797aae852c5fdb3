"""Says why a workspace can't be opened, before there is any window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner


class StartProblem(QDialog):
    """Accepted with `folder` set: what to try instead, or again."""

    def __init__(
        self,
        theme: Theme,
        language: Callable[[], str],
        folder: Path,
        problems: Sequence[Problem],
    ) -> None:
        super().__init__()
        self.folder: Path | None = None
        self._tried = folder
        self.setWindowTitle(self.tr("The workspace can't be opened"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH)
        banner = ProblemBanner(theme, language, closable=False)
        banner.show_problems(problems)
        other = TextButton(theme, "", "folder-open")
        other.name_it(self.tr("Another workspace…"))
        other.clicked.connect(self._ask)
        again = TextButton(theme, "primary")
        again.name_it(self.tr("Try again"))
        again.setDefault(True)
        again.clicked.connect(lambda: self._settle(self._tried))
        leave = TextButton(theme)
        leave.name_it(self.tr("Quit"))
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(leave)
        buttons.addStretch()
        buttons.addWidget(other)
        buttons.addWidget(again)
        column = QVBoxLayout(self)
        margin = tokens.LOOSE
        column.setContentsMargins(margin, margin, margin, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", self.windowTitle()))
        column.addWidget(make_label("small", str(folder), wrap=True))
        column.addWidget(banner)
        column.addLayout(buttons)
        again.setFocus()

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a workspace"))
        if name:
            self._settle(Path(name))

    def _settle(self, folder: Path) -> None:
        self.folder = folder
        self.accept()
