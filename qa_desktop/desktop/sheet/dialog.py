"""Shows a feedback sheet before it is saved or printed."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.sheet.presenter import PAGE_SIZES, Sheet, SheetPresenter, SheetWish
from qa_desktop.desktop.sheet.printing import print_document
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

_WIDTH, _HEIGHT = 760, 660
_NAMES = {"en": "English", "zh-CN": "简体中文"}


class SheetDialog(QDialog):
    """Signals: `ready(Sheet)` when a sheet is on screen; `saved(Path)`."""

    ready = Signal(object)
    saved = Signal(object)

    def __init__(self, services: Services, review_id: str, parent: QWidget | None = None) -> None:
        """Raises ProblemError where there is no such review."""
        super().__init__(parent)
        settings = services.settings
        self._services = services
        self._presenter = SheetPresenter(
            services.workspace,
            services.reviews,
            services.interactions,
            services.rubrics,
            services.peaks,
            review_id,
            settings.organisation,
        )
        self.sheet: Sheet | None = None
        self._task: Task | None = None
        self._bytes = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._language = QComboBox()
        for language in LANGUAGES:
            self._language.addItem(_NAMES[language], language)
        self._language.setCurrentIndex(self._language.findData(services.language))
        self._paper = QComboBox()
        for size in PAGE_SIZES:
            self._paper.addItem(size, size)
        self._paper.setCurrentIndex(max(self._paper.findData(settings.page_size), 0))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 3)
        self.problems = ProblemBanner(services.theme, lambda: services.language)
        self._save = TextButton(services.theme, "primary", "save")
        self._print = TextButton(services.theme, icon="printer")
        self._close = TextButton(services.theme)
        self._lay_out()
        self._name()
        self._language.activated.connect(self._make)
        self._paper.activated.connect(self._make)
        self._save.clicked.connect(self._ask_file)
        self._print.clicked.connect(self._ask_printer)
        self._close.clicked.connect(self.reject)
        begin_with_size(self, _WIDTH, _HEIGHT)
        self._make()

    def _lay_out(self) -> None:
        self._language_name = make_label("muted")
        self._paper_name = make_label("muted")
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        for widget in (self._language_name, self._language, self._paper_name, self._paper):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        for button in (self._close, self._print, self._save):
            foot.addWidget(button)
        self._save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(head)
        column.addWidget(self.problems)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        self.setTabOrder(self._paper, self._view)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Feedback sheet"))
        self._language_name.setText(self.tr("Language"))
        self._language.setAccessibleName(self.tr("Language"))
        self._paper_name.setText(self.tr("Paper"))
        self._paper.setAccessibleName(self.tr("Paper"))
        self._progress.setAccessibleName(self.tr("Making the sheet"))
        self._view.setAccessibleName(self.tr("Feedback sheet"))
        self._save.name_it(self.tr("Save as…"))
        self._print.name_it(self.tr("Print…"))
        self._close.name_it(self.tr("Close"))

    def wish(self) -> SheetWish:
        return SheetWish(language=self._language.currentData(), page_size=self._paper.currentData())

    def choose(self, language: str, page_size: str) -> None:
        """Makes the sheet anew in that language and on that paper."""
        self._language.setCurrentIndex(self._language.findData(language))
        self._paper.setCurrentIndex(self._paper.findData(page_size))
        self._make()

    def save_to(self, file: Path) -> None:
        """Writes beside and renames: never half a sheet under its name."""
        if self.sheet is None:
            return
        try:
            with written_beside(file) as beside:
                beside.write_bytes(self.sheet.pdf)
        except OSError as error:
            where = Where(file=str(file))
            values = {"reason": reason_of(error)}
            self.problems.show_problems(
                (Problem(code="reviews.not_written", where=where, values=values),)
            )
        else:
            self.problems.show_problems(())
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

    def _take(self, sheet: Sheet) -> None:
        if sheet.wish != self.wish():
            return
        self.sheet = sheet
        self._bytes.close()
        self._bytes.setData(QByteArray(sheet.pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self._show_busy(busy=False)
        self.ready.emit(sheet)

    def _fail(self, error: ProblemError) -> None:
        self._show_busy(busy=False)
        self.problems.show_problems(error.problems)

    def _show_busy(self, *, busy: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        ready = not busy and self.sheet is not None
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)

    def _ask_file(self) -> None:
        if self.sheet is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the feedback sheet"), self.sheet.file_name, "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name).with_suffix(".pdf"))

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
