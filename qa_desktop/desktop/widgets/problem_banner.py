"""Problems, shown where they happened, with what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import wording
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spoken import announce

_MOST = 5


class ProblemBanner(QFrame):
    """Cause, remedy and place of each problem, in the language of the moment.

    Hidden while there are none. Signal `dismissed` when the person closed it.
    """

    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Callable[[], str],
        *,
        tone: str = "bad",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._problems: tuple[Problem, ...] = ()
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(tokens.SPACE)
        self._close = IconButton(theme, "x")
        self._close.clicked.connect(self._dismiss)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        row.setSpacing(tokens.SPACE)
        mark = IconLabel(theme, "triangle-alert", tone)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        # Only once it has a parent: before that it would be a window that takes the focus.
        self._close.setVisible(closable)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Replaces what it showed; none hides it."""
        new = tuple(problems) != self._problems
        self._problems = tuple(problems)
        self._draw()
        self.setVisible(bool(problems))
        if new and problems:
            announce(self, self.text(), at_once=True)

    def offer(self, remedy: QWidget) -> None:
        """What can be done about it at once, beside the words."""
        self._row.insertWidget(self._row.indexOf(self._close), remedy)

    def text(self) -> str:
        """All that it says, line by line."""
        words = wording(self._language())
        return "\n".join(words.line(problem) for problem in self._problems)

    def _draw(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not self._problems:
            # The words are loaded when there is something to say.
            return
        words = wording(self._language())
        for problem in self._problems[:_MOST]:
            self._lines.addWidget(self._line(words.what(problem), words.remedy(problem), problem))
        left = len(self._problems) - _MOST
        if left > 0:
            self._lines.addWidget(make_label("small", self.tr("and %n more", "", left)))
        self._close.name_it(self.tr("Close this message"))
        self.setAccessibleName(self.text())

    def _line(self, what: str, remedy: str, problem: Problem) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(make_label("heading", what, wrap=True))
        column.addWidget(make_label("", remedy, wrap=True))
        if place := str(problem.where):
            column.addWidget(make_label("small", place, wrap=True))
        return line

    def _dismiss(self) -> None:
        self.show_problems(())
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)
