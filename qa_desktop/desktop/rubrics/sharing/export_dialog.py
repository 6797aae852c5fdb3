"""What a rubric is given away as: a file, a package, a form to print, a workbook."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.rubrics.rubric_row import FACTS_ROLE, TITLE_ROLE, RubricDelegate
from qa_desktop.desktop.rubrics.sharing.words import language_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.exchange.formats import ExportFormat, form_languages
from qa_desktop.rubrics.model import Rubric

_SIZE = (600, 480)
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
        self.list = QListWidget()
        self.list.setItemDelegate(RubricDelegate(services.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for form in ExportFormat:
            self.list.addItem(QListWidgetItem())
            if form is first:
                self.list.setCurrentRow(self.list.count() - 1)
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
        self.list.currentRowChanged.connect(lambda _: self._show_choice())
        self.list.itemActivated.connect(lambda _: self._save())
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.retranslate()

    @property
    def chosen(self) -> ExportFormat:
        return list(ExportFormat)[max(self.list.currentRow(), 0)]

    def choose(self, form: ExportFormat) -> None:
        self.list.setCurrentRow(list(ExportFormat).index(form))

    def _lay_out(self) -> None:
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
        column.addWidget(self.list, 1)
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
        self.list.setAccessibleName(self.tr("What it is exported as"))
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
        for row, form in enumerate(ExportFormat):
            item = self.list.item(row)
            item.setData(TITLE_ROLE, names[form])
            item.setData(FACTS_ROLE, helps[form])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{names[form]} {helps[form]}")
            item.setToolTip(f"{names[form]}\n{helps[form]}")
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
