"""Puts a ruling into the guidance of the rubric's next version, in each of its languages."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Ruling
from qa_desktop.calibration.rulings.guidance import Proposal
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_as_tall_as_told
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

_LINES = 4
# Where large text leaves no room for more.
_LEAST_LINES = 2


class ProposeDialog(QDialog):
    """Signal `proposed(Proposal)`; the dialog is closed then."""

    proposed = Signal(object)

    def __init__(
        self, services: Services, desk: RulingDesk, ruling: Ruling, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._ruling = ruling
        version = desk.next_version
        title = (
            self.tr("Propose as guidance")
            if version is None
            else self.tr("Propose as guidance for version {0}").format(version)
        )
        self.setWindowTitle(title)
        self.setMinimumWidth(tokens.DIALOG_WIDTH)
        item = next((one for one in desk.graded.rubric.items() if one.id == ruling.item_id), None)
        language = services.language
        name = item.text.to(language) if item is not None else ruling.item_id
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", name, wrap=True))
        if item is not None and item.help is not None:
            column.addWidget(make_label("small", self.tr("The guidance so far")))
            column.addWidget(make_label("muted", item.help.to(language), wrap=True))
        self.banner = ProblemBanner(services.theme, lambda: services.language)
        column.addWidget(self.banner)
        self.fields: dict[str, QPlainTextEdit] = {}
        for name, text in desk.texts_for(ruling, language).items():
            self._add_field(column, name, text)
        told = self.tr(
            "It becomes a new paragraph of the item's guidance in the rubric's draft, which nobody"
            " grades with before it is published. A language that is left empty gets the other"
            " text, marked as still to be translated."
        )
        column.addWidget(make_label("small", told, wrap=True))
        self.confirm = TextButton(services.theme, "primary")
        self.confirm.name_it(self.tr("Put into the draft"))
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._propose)
        cancel = TextButton(services.theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.confirm)
        column.addLayout(foot)
        next(iter(self.fields.values())).setFocus()
        begin_as_tall_as_told(self)

    def _add_field(self, column: QVBoxLayout, language: str, text: str) -> None:
        names = {"en": self.tr("English"), "zh-CN": self.tr("Chinese")}
        name = names.get(language, language)
        label = make_label("heading", name)
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        line = field.fontMetrics().lineSpacing()
        field.setMinimumHeight(_LEAST_LINES * line + 2 * tokens.SPACE)
        field.setMaximumHeight(_LINES * line + 2 * tokens.SPACE)
        field.setPlaceholderText(self.tr("Left empty: marked as still to be translated"))
        label.setBuddy(field)
        self.fields[language] = field
        column.addWidget(label)
        column.addWidget(field)

    def texts(self) -> Mapping[str, str]:
        return {language: field.toPlainText() for language, field in self.fields.items()}

    def _propose(self) -> None:
        """Reads and writes whole files off this thread."""
        texts = self.texts()
        self.confirm.setEnabled(False)
        self.setCursor(Qt.CursorShape.WaitCursor)
        task = self._services.runner.start(lambda _: self._desk.propose(self._ruling, texts))
        task.finished.connect(self._done)
        task.failed.connect(self._fail)
        task.over.connect(self.unsetCursor)

    def _done(self, proposal: Proposal) -> None:
        self.proposed.emit(proposal)
        self.accept()

    def _fail(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)
        self.confirm.setEnabled(True)
