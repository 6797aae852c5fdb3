"""Asks once, at the first submission, whose review it is."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner


class NameDialog(QDialog):
    """Accepted with a name, or without one: grading never waits for it.

    A name that can't be kept is in force all the same; the dialog says so once, then goes on.
    """

    def __init__(
        self,
        theme: Theme,
        language: Callable[[], str],
        keep: Callable[[str], Sequence[Problem]],
        parent: QWidget | None = None,
    ) -> None:
        """`keep` takes the name over and gives back why it could not be written down."""
        super().__init__(parent)
        self._keep = keep
        self._told = ""
        self.problems = ProblemBanner(theme, language, closable=False)
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
        column.addWidget(self.problems)
        column.addWidget(buttons)
        self._name.textChanged.connect(self._name_button)
        buttons.accepted.connect(self._go_on)
        buttons.rejected.connect(self.reject)
        self._name_button()

    def name(self) -> str:
        return self._name.text().strip()

    def _go_on(self) -> None:
        name = self.name()
        problems = self._keep(name) if name else ()
        if problems and name != self._told:
            self._told = name
            self.problems.show_problems(problems)
            return
        self.accept()

    def _name_button(self) -> None:
        named = bool(self.name())
        self._go.setText(self.tr("Submit") if named else self.tr("Submit without a name"))
