"""What a rubric is given away as: a file, a package, a form to print, a workbook."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.rubrics.sharing.words import language_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.exchange.formats import ExportFormat, form_languages
from qa_desktop.rubrics.model import Rubric

_SIZE = (560, 560)
_PAPERS = ("A4", "Letter")


class ExportDialog(QDialog):
    """Signal `export_wanted(ExportFormat, str language, str paper)`."""

    export_wanted = Signal(object, str, str)

    def __init__(
        self,
        services: Services,
        rubric: Rubric,
        parent: QWidget | None = None,
        *,
        first: ExportFormat = ExportFormat.YAML,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._rubric = rubric
        begin_with_size(self, *_SIZE)
        self._title = make_label("title", wrap=True)
        self._group = QButtonGroup(self)
        self.formats = {form: QRadioButton() for form in ExportFormat}
        self._helps = {form: make_label("small", wrap=True) for form in ExportFormat}
        self.formats[first].setChecked(True)
        self.language, self.paper = QComboBox(), QComboBox()
        for language in form_languages(rubric):
            self.language.addItem(language_word(language), language)
        own = self.language.findData(services.language)
        self.language.setCurrentIndex(max(own, 0))
        self.paper.addItems(list(_PAPERS))
        self.paper.setCurrentText(services.settings.page_size)
        self._labels = {self.language: QLabel(), self.paper: QLabel()}
        self.cancel = TextButton(services.theme)
        self.save = TextButton(services.theme, "primary", "download")
        self.save.setDefault(True)
        self._lay_out()
        for button in self.formats.values():
            button.toggled.connect(lambda _: self._show_choice())
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.retranslate()

    @property
    def chosen(self) -> ExportFormat:
        return next(form for form, button in self.formats.items() if button.isChecked())

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        choices = QVBoxLayout(inside)
        choices.setContentsMargins(0, 0, tokens.SPACE, 0)
        choices.setSpacing(tokens.TIGHT)
        for form, button in self.formats.items():
            self._group.addButton(button)
            button.setMinimumHeight(tokens.HIT)
            choices.addWidget(button)
            row = QHBoxLayout()
            row.setContentsMargins(tokens.ICON + tokens.SPACE, 0, 0, tokens.SPACE)
            row.addWidget(self._helps[form])
            choices.addLayout(row)
        choices.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self._scroll = scroll
        options = QHBoxLayout()
        options.setSpacing(tokens.SPACE)
        for field, label in self._labels.items():
            label.setBuddy(field)
            field.setMinimumHeight(tokens.BUTTON_HEIGHT)
            options.addWidget(label)
            options.addWidget(field)
        options.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.LOOSE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)
        column.addLayout(options)
        column.addLayout(foot)

    def retranslate(self) -> None:
        rubric = self._rubric
        self.setWindowTitle(self.tr("Export"))
        self._title.setText(
            self.tr("Export “{0}” v{1}").format(
                rubric.title.to(self._services.language), rubric.version
            )
        )
        self._scroll.setAccessibleName(self.tr("What it is exported as"))
        names = {
            ExportFormat.YAML: self.tr("Rubric file (YAML)"),
            ExportFormat.ZIP: self.tr("Package with help and forms (ZIP)"),
            ExportFormat.PDF: self.tr("Form to print and fill in by hand (PDF)"),
            ExportFormat.XLSX: self.tr("Workbook to edit and import again (XLSX)"),
            ExportFormat.JSON: self.tr("Rubric file for other programs (JSON)"),
        }
        helps = {
            ExportFormat.YAML: self.tr("As it was published, comments and all."),
            ExportFormat.ZIP: self.tr(
                "The file, a description in each of its languages, and the forms to print."
            ),
            ExportFormat.PDF: self.tr(
                "Boxes to tick, comment lines, and a table to add the score up."
            ),
            ExportFormat.XLSX: self.tr(
                "All items in a sheet. It carries everything but worked examples and comments."
            ),
            ExportFormat.JSON: self.tr("The same content and the same hash."),
        }
        for form, button in self.formats.items():
            button.setText(names[form])
            button.setAccessibleDescription(helps[form])
            self._helps[form].setText(helps[form])
        words = {self.language: self.tr("Language"), self.paper: self.tr("Paper")}
        for field, word in words.items():
            self._labels[field].setText(word)
            field.setAccessibleName(word)
        for place in range(self.language.count()):
            self.language.setItemText(place, language_word(self.language.itemData(place)))
        self.cancel.name_it(self.tr("Cancel"))
        self.save.name_it(self.tr("Save as…"))
        self._show_choice()

    def _show_choice(self) -> None:
        form = self.chosen
        asks = {
            self.language: form is ExportFormat.PDF and self.language.count() > 1,
            self.paper: form in (ExportFormat.PDF, ExportFormat.ZIP),
        }
        for field, asked in asks.items():
            field.setVisible(asked)
            self._labels[field].setVisible(asked)

    def _save(self) -> None:
        self.accept()
        self.export_wanted.emit(self.chosen, self.language.currentData(), self.paper.currentText())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
