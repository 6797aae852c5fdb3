"""Shows a calibration report before it is saved or printed, and saves the data behind it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QAction
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.calibration.exporting import ExportForm
from qa_desktop.desktop.calibration.report.presenter import Report, ReportPresenter, ReportWish
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.sheet.presenter import PAGE_SIZES
from qa_desktop.desktop.sheet.printing import print_document
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.status_label import StatusLabel

_WIDTH, _HEIGHT = 860, 680
_NAMES = {"en": "English", "zh-CN": "简体中文"}
_BOTH = "both"
_DATA = (ExportForm.XLSX, ExportForm.ZIP, ExportForm.CSV, ExportForm.JSON)


class ReportDialog(QDialog):
    """Signals: `ready(Report)` when a report is on screen; `saved(Path)` after a file was written.

    Problems, a reveal that does not hold any more above all, are told over the report.
    """

    ready = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        services: Services,
        session_id: str,
        *,
        anonymous: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        settings = services.settings
        self._services = services
        self._presenter = ReportPresenter(
            services.calibration,
            services.rulings,
            services.workspace.database,
            services.clock,
            settings,
            session_id,
        )
        self.report: Report | None = None
        self._task: Task | None = None
        self._writing: Task | None = None
        self._bytes = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.language = QComboBox()
        for language in (*LANGUAGES, _BOTH):
            self.language.addItem(_NAMES.get(language, ""), language)
        self.language.setCurrentIndex(self.language.findData(services.language))
        self.paper = QComboBox()
        for size in PAGE_SIZES:
            self.paper.addItem(size, size)
        self.paper.setCurrentIndex(max(self.paper.findData(settings.page_size), 0))
        self.names = QCheckBox()
        self.names.setChecked(not anonymous)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.problems = ProblemBanner(services.theme, lambda: services.language)
        self.told = StatusLabel(services.theme)
        self.told.hide()
        self._save = TextButton(services.theme, "primary", "save")
        self._data = TextButton(services.theme, icon="download")
        self._print = TextButton(services.theme, icon="printer")
        self._close = TextButton(services.theme)
        self._menu = QMenu(self)
        self.data_actions: dict[ExportForm, QAction] = {}
        for form in _DATA:
            action = self._menu.addAction("")
            action.triggered.connect(lambda _=False, wanted=form: self._ask_data(wanted))
            self.data_actions[form] = action
        self._data.setProperty("menu", True)  # noqa: FBT003 - Qt's own call
        self._data.setMenu(self._menu)
        self._lay_out()
        self._name()
        self._connect()
        begin_with_size(self, _WIDTH, _HEIGHT)
        self._make()

    def _connect(self) -> None:
        self.language.activated.connect(self._make)
        self.paper.activated.connect(self._make)
        self.names.clicked.connect(self._make)
        self._save.clicked.connect(self._ask_file)
        self._print.clicked.connect(self._ask_printer)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self._language_name = make_label("muted")
        self._paper_name = make_label("muted")
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        for widget in (self._language_name, self.language, self._paper_name, self.paper):
            head.addWidget(widget)
        head.addSpacing(tokens.SPACE)
        head.addWidget(self.names)
        head.addStretch()
        head.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self.told)
        foot.addStretch()
        for button in (self._close, self._print, self._data, self._save):
            foot.addWidget(button)
        self._save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(head)
        column.addWidget(self.problems)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        self.setTabOrder(self.names, self._view)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Calibration report"))
        self._language_name.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setItemText(self.language.findData(_BOTH), self.tr("Both"))
        self._paper_name.setText(self.tr("Paper"))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.names.setText(self.tr("Names instead of letters"))
        self.names.setToolTip(self.tr("In the report and in the data"))
        self._progress.setAccessibleName(self.tr("Making the report"))
        self._view.setAccessibleName(self.tr("Calibration report"))
        self._save.name_it(self.tr("Save as PDF…"))
        self._data.name_it(self.tr("Save the data"))
        self._print.name_it(self.tr("Print…"))
        self._close.name_it(self.tr("Close"))
        words = {
            ExportForm.XLSX: self.tr("Workbook (XLSX)…"),
            ExportForm.ZIP: self.tr("Tables with a description (CSV in a ZIP)…"),
            ExportForm.CSV: self.tr("All ratings in one table (CSV)…"),
            ExportForm.JSON: self.tr("Everything for programs (JSON)…"),
        }
        for form, action in self.data_actions.items():
            action.setText(words[form])

    def wish(self) -> ReportWish:
        return ReportWish(
            language=self.language.currentData(),
            page_size=self.paper.currentData(),
            anonymous=not self.names.isChecked(),
        )

    def choose(self, wish: ReportWish) -> None:
        """Makes the report anew as wished."""
        self.language.setCurrentIndex(self.language.findData(wish.language))
        self.paper.setCurrentIndex(self.paper.findData(wish.page_size))
        self.names.setChecked(not wish.anonymous)
        self._make()

    def save_to(self, file: Path) -> None:
        """The report on screen, beside and renamed: never half a report under its name."""
        if self.report is None:
            return
        try:
            with written_beside(file) as beside:
                beside.write_bytes(self.report.pdf)
        except OSError as error:
            values = {"said": reason_of(error)}
            where = Where(file=str(file))
            problem = Problem(code="exchange.not_written", where=where, values=values)
            self.problems.show_problems((problem,))
        else:
            self._tell_saved(file)

    def save_data(self, file: Path) -> None:
        """The data as the file's extension says."""
        wish = self.wish()
        self._data.setEnabled(False)
        task = self._services.runner.start(
            lambda progress: self._presenter.write(file, wish, progress)
        )
        self._writing = task
        task.finished.connect(self._tell_saved)
        task.failed.connect(lambda error: self.problems.show_problems(error.problems))
        task.over.connect(self._written)

    def _written(self) -> None:
        self._writing = None
        self._data.setEnabled(self.report is not None)

    def _tell_saved(self, file: Path) -> None:
        self.problems.show_problems(())
        self.told.show_status(self.tr("Saved {0}").format(file.name), icon="check", tone="good")
        self.saved.emit(file)

    def _make(self) -> None:
        if self._task is not None:
            self._task.cancel()
        wish = self.wish()
        self._show_busy(busy=True)
        task = self._services.runner.start(lambda progress: self._presenter.make(wish, progress))
        self._task = task
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._take)
        task.failed.connect(self._fail)

    def _show_progress(self, done: int, total: int, _what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _take(self, report: Report) -> None:
        if report.wish != self.wish():
            return
        self.report = report
        self._bytes.close()
        self._bytes.setData(QByteArray(report.pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self._show_busy(busy=False)
        self.ready.emit(report)

    def _fail(self, error: ProblemError) -> None:
        self._show_busy(busy=False)
        self.problems.show_problems(error.problems)

    def _show_busy(self, *, busy: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        ready = not busy and self.report is not None
        for button in (self._save, self._print, self._data):
            button.setEnabled(ready)

    def _ask_file(self) -> None:
        self._ask(ExportForm.PDF, self.tr("Save the report"), "PDF (*.pdf)", self.save_to)

    def _ask_data(self, form: ExportForm) -> None:
        kind = f"{form.upper()} (*.{form})"
        self._ask(form, self.tr("Save the data"), kind, self.save_data)

    def _ask(self, form: ExportForm, title: str, kind: str, save: Callable[[Path], None]) -> None:
        if self.report is None:
            return
        begin = f"{self.report.name}.{form}"
        name, _ = QFileDialog.getSaveFileName(self, title, begin, kind)
        if name:
            save(Path(name).with_suffix(f".{form}"))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        # The systems' own print dialogs can't be shown any other way.
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_document(self.document, printer)
        dialog.deleteLater()

    def reject(self) -> None:
        if self._task is not None:
            self._task.cancel()
        super().reject()
