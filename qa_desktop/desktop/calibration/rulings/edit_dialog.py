"""Words a ruling anew; what it said before stays in its history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.calibration.rulings.presenter import RulingLine
from qa_desktop.desktop.calibration.rulings.ruling_card import answer_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

_LINES = 5


class EditRulingDialog(QDialog):
    """Signal `edited(str text, tuple tags)`; who takes it closes the dialog, or shows why not."""

    edited = Signal(str, object)

    def __init__(self, services: Services, line: RulingLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit ruling"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH * 3 // 4)
        self.banner = ProblemBanner(services.theme, lambda: services.language)
        self.field = QPlainTextEdit(line.ruling.text)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Ruling"))
        height = self.field.fontMetrics().lineSpacing() * _LINES + 2 * tokens.SPACE
        self.field.setMinimumHeight(height)
        self.tags = QLineEdit(", ".join(line.ruling.tags))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self.save = TextButton(services.theme, "primary")
        self.save.name_it(self.tr("Save change"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        cancel = TextButton(services.theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(
            make_label("small", self.tr("The old words stay in its history."), wrap=True), 1
        )
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", line.item_title, wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self.field, 1)
        if line.answer:
            column.addWidget(make_label("muted", answer_words(line), wrap=True))
        column.addWidget(self.tags)
        column.addLayout(foot)
        self.field.setFocus()

    def _save(self) -> None:
        tags = self.tags.text().replace("，", ",").replace("、", ",").split(",")
        self.edited.emit(self.field.toPlainText(), tuple(tags))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.banner.show_problems(problems)
