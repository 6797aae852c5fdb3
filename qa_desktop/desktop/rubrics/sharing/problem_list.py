"""Problems of a sheet, each a line that leads to its cell."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import wording
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme


class ProblemList(QListWidget):
    """Hidden while there are none. Signal `wanted(Problem)`: somebody wants to see its place."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSpacing(1)
        self.itemClicked.connect(lambda item: self._want(item))
        self.itemActivated.connect(lambda item: self._want(item))
        self.setMaximumHeight(tokens.scaled(150))
        self.hide()

    def show_problems(self, problems: Sequence[Problem], language: str) -> None:
        self._problems = tuple(problems)
        self.setAccessibleName(
            QCoreApplication.translate("Sharing", "What could not be taken as it stands")
        )
        self.clear()
        words = wording(language)
        for problem in self._problems:
            place = (problem.where.path or "").rpartition("!")[2]
            said = f"{place}: {words.what(problem)}" if place else words.what(problem)
            item = QListWidgetItem(self._theme.icon("triangle-alert", "caution"), said)
            item.setToolTip(words.remedy(problem))
            self.addItem(item)
        self.setVisible(bool(problems))

    def _want(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self._problems[self.row(item)])
