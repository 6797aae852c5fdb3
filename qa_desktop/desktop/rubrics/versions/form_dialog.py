"""One version of a rubric, to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.form_view import FormView
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

_SIZE = (820, 620)


class FormDialog(QDialog):
    """Signal `edit_requested`: as a new version."""

    edit_requested = Signal()

    def __init__(
        self, theme: Theme, rubric: Rubric, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("{0}, version {1}").format(rubric.title.to(language), rubric.version)
        self.setWindowTitle(title)
        begin_with_size(self, *_SIZE)
        form = FormView(theme)
        form.show_rubric(rubric, language)
        told = self.tr("A published version never changes.")
        edit = TextButton(theme, "", "pencil")
        edit.name_it(self.tr("Edit as new version"))
        edit.clicked.connect(self._edit)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(make_label("muted", told, wrap=True), 1)
        foot.addWidget(edit)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", title, wrap=True))
        column.addWidget(form, 1)
        column.addLayout(foot)
        close.setFocus()

    def _edit(self) -> None:
        self.accept()
        self.edit_requested.emit()
