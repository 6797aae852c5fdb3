"""Sharing on the rubrics' page: import, export, the template, libraries."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.rubrics.sharing.work_dialog import WorkDialog
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.rubrics.exchange.formats import ExportFormat, file_stem
from qa_desktop.rubrics.model import Rubric

if TYPE_CHECKING:
    from qa_desktop.desktop.rubrics.page import RubricsPage
    from qa_desktop.desktop.rubrics.sharing.export_dialog import ExportDialog
    from qa_desktop.desktop.rubrics.sharing.libraries_dialog import LibrariesDialog
    from qa_desktop.desktop.rubrics.sharing.mapping_dialog import MappingDialog
    from qa_desktop.rubrics.draft_store import RubricDraft
    from qa_desktop.rubrics.exchange.importing import FilledTemplate, Readable, RubricFile, TeamForm

translate = QCoreApplication.translate
_FOLDER = "rubrics/files"
_TEMPLATE = "template"


class SharingOnPage(QObject):
    """Adds its entries to the page's menu; what goes wrong stands over the page."""

    def __init__(self, page: "RubricsPage", services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        menu = page.menu
        menu.add(
            "sharing",
            lambda: translate("Sharing", "Export…"),
            self.show_export,
            icon="download",
            needs_rubric=True,
        )
        menu.add(
            "sharing",
            lambda: translate("Sharing", "Print a blank form…"),
            lambda: self.show_export(ExportFormat.PDF),
            icon="printer",
            needs_rubric=True,
        )
        menu.add(
            "sharing",
            lambda: translate("Sharing", "Save a template spreadsheet…"),
            self.ask_template,
            icon="file-spreadsheet",
        )
        menu.add(
            "sharing",
            lambda: translate("Sharing", "Shared libraries…"),
            self.show_libraries,
            icon="folder-open",
        )

    # In

    def ask_import(self) -> None:
        filters = [
            translate("Sharing", "Rubrics and spreadsheets ({0})").format(
                "*.xlsx *.xlsm *.ods *.csv *.tsv *.yaml *.yml *.json *.zip"
            ),
            translate("Sharing", "Spreadsheets ({0})").format("*.xlsx *.xlsm *.ods *.csv *.tsv"),
            translate("Sharing", "Rubric files and packages ({0})").format(
                "*.yaml *.yml *.json *.zip"
            ),
            translate("Sharing", "All files (*)"),
        ]
        title = translate("Sharing", "Import a rubric")
        name, _ = QFileDialog.getOpenFileName(
            self._page, title, str(self._folder()), ";;".join(filters)
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, file: Path) -> Task:
        """Whatever it is: a rubric is published or its mistakes are shown; a spreadsheet is
        looked over first."""
        from qa_desktop.rubrics.exchange.importing import read_import

        self._remember(file)
        self._page.banner.show_problems(())
        words = translate("Sharing", "Reading {0}…").format(file.name)
        task = self._start(lambda progress: read_import(file, progress), words)
        task.finished.connect(self._read)
        return task

    def _read(self, found: "Readable") -> None:
        from qa_desktop.rubrics.exchange.importing import FilledTemplate, RubricFile

        if isinstance(found, RubricFile):
            self._take_rubric(found)
        elif isinstance(found, FilledTemplate):
            self._take_template(found)
        else:
            self.show_mapping(found)

    def _take_rubric(self, found: "RubricFile") -> None:
        """One without mistakes is published, as before; else a draft can be made of it."""
        from qa_desktop.rubrics.exchange.importing import draft_of_file

        page = self._page
        if found.rubric is not None:
            page.take_source(found.source, found.name)
            return
        page.banner.show_problems(found.problems)
        page.said.emit(
            translate("Sharing", "“{0}” has mistakes.").format(found.name),
            translate("Sharing", "Open as draft"),
            lambda: self._begin(lambda: draft_of_file(found, self._services.rubric_drafts)),
        )

    def _take_template(self, found: "FilledTemplate") -> None:
        from qa_desktop.rubrics.exchange.importing import draft_of_template

        services = self._services
        self._begin(lambda: draft_of_template(found, services.rubric_drafts, services.rubrics))

    def show_mapping(self, found: "TeamForm") -> "MappingDialog":
        from qa_desktop.desktop.rubrics.sharing.mapping_dialog import MappingDialog

        dialog = MappingDialog(self._services, found.name, found.grids, self._page.window())
        dialog.draft_wanted.connect(self._begin_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _begin_from(self, text: str) -> None:
        self._begin(lambda: self._services.rubric_drafts.create(text))

    def _begin(self, make: "Callable[[], RubricDraft]") -> None:
        try:
            draft = make()
        except ProblemError as error:
            self._page.banner.show_problems(error.problems)
            return
        self._page.banner.show_problems(())
        self._page.draft_started.emit(draft)

    # Out

    def show_export(self, first: ExportFormat = ExportFormat.YAML) -> "ExportDialog | None":
        from qa_desktop.desktop.rubrics.sharing.export_dialog import ExportDialog

        rubric = self._page.presenter.state.current
        if rubric is None:
            return None
        dialog = ExportDialog(self._services, rubric, self._page.window(), first=first)
        dialog.export_wanted.connect(
            lambda form, language, paper: self._ask_export(rubric, form, language, paper)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _ask_export(self, rubric: Rubric, form: ExportFormat, language: str, paper: str) -> None:
        suggested = self._folder() / f"{file_stem(rubric)}.{form.value}"
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            translate("Sharing", "Export a rubric"),
            str(suggested),
            f"{form.value.upper()} (*.{form.value})",
        )
        if name:
            self.export(rubric, Path(name), form, language, paper)

    def export(
        self, rubric: Rubric, file: Path, form: ExportFormat, language: str, paper: str
    ) -> Task:
        source = self._services.rubrics.source(rubric.id, rubric.version)

        def work(_: Progress) -> None:
            # Setting type and drawing pages loads what nothing else here needs.
            from qa_desktop.sheets.blank_form_export import exported, write_export

            content = exported(rubric, source, form, language=language, page_size=paper)
            write_export(content, file)

        return self._write(work, file)

    def ask_template(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            translate("Sharing", "Save a template spreadsheet"),
            str(self._folder() / f"{_TEMPLATE}.xlsx"),
            "XLSX (*.xlsx)",
        )
        if name:
            self.save_template(Path(name))

    def save_template(self, file: Path) -> Task:
        language = self._services.language

        def work(_: Progress) -> None:
            from qa_desktop.rubrics.exchange.template_writing import (
                example_rubric,
                template_workbook,
            )
            from qa_desktop.sheets.blank_form_export import write_export

            write_export(template_workbook(None, example_rubric(), language), file)

        return self._write(work, file)

    def _write(self, write: Callable[[Progress], None], file: Path) -> Task:
        self._remember(file)
        self._page.banner.show_problems(())
        words = translate("Sharing", "Writing {0}…").format(file.name)

        def work(progress: Progress) -> Path:
            write(progress)
            return file

        task = self._start(work, words)
        task.finished.connect(self._written)
        return task

    def _written(self, file: Path) -> None:
        said = translate("Sharing", "Written: {0}").format(file.name)
        self._page.said.emit(
            said,
            translate("Sharing", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))),
        )

    # Libraries

    def show_libraries(self) -> "LibrariesDialog":
        from qa_desktop.desktop.rubrics.sharing.libraries_dialog import LibrariesDialog

        watch = self._services.libraries
        watch.start()
        published = self._page.presenter.state.rubrics
        dialog = LibrariesDialog(self._services, watch, published, self._page.window())
        dialog.taken.connect(self._taken)
        dialog.draft_wanted.connect(self._begin_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _taken(self, rubric: Rubric) -> None:
        self._page.reload()
        self._page.show_rubric(rubric.id, rubric.version)
        self._page.published.emit(rubric)

    # Both

    def _start(self, work: Callable[[Progress], object], words: str) -> Task:
        task = self._services.runner.start(work)
        task.failed.connect(self._fail)
        WorkDialog.watch(task, self._services, words, self._page.window())
        return task

    def _fail(self, error: ProblemError) -> None:
        self._page.banner.show_problems(error.problems)

    def _folder(self) -> Path:
        return Path(str(self._services.memory.value(_FOLDER, QDir.homePath())))

    def _remember(self, file: Path) -> None:
        self._services.memory.setValue(_FOLDER, str(file.parent))
