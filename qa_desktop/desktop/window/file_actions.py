"""Import, undo of imports, backup and verification: the window's long errands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task

if TYPE_CHECKING:
    from qa_desktop.interactions.importing import ImportReport
    from qa_desktop.interactions.model import KnownInteraction, UndoneBatch

# Modules that decode sound load only when something is imported: the window opens without them.

SESSION_SUFFIXES = frozenset({".qaid", ".qacal", ".qasub", ".qaclose", ".qakey", ".qareveal"})


class FileActions(QObject):
    """Runs each errand and tells what became of it.

    Signals: `imported(batch id, how many)`, `import_undone(how many, how many stayed)`,
    `backed_up(Path)`, `verified(recordings checked)`, `nothing_to_undo`, `failed(problems)`,
    `session_files(paths)` for the files of calibration sessions among those that were given,
    `began(Task, str)` with the errand's name: "backup", "verify" or "undo".
    """

    imported = Signal(str, int)
    import_undone = Signal(int, int)
    backed_up = Signal(object)
    verified = Signal(int)
    nothing_to_undo = Signal()
    failed = Signal(object)
    session_files = Signal(object)
    began = Signal(object, str)

    def __init__(self, window: QWidget, services: Callable[[], Services]) -> None:
        super().__init__(window)
        self._window = window
        self._services = services

    def ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import files"))
        self.import_paths([Path(name) for name in names])

    def ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        if name:
            self.import_paths([Path(name)])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Opens the preview; nothing for no paths. Files of sessions are the session's page's."""
        sessions = [path for path in paths if path.suffix.lower() in SESSION_SUFFIXES]
        paths = [path for path in paths if path not in sessions]
        if sessions:
            self.session_files.emit(sessions)
        if not paths:
            return
        from qa_desktop.desktop.importing.dialog import ImportDialog

        dialog = ImportDialog(self._services(), paths, self._window)
        dialog.imported.connect(self._report)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_transcript(self, home: "KnownInteraction", done: Callable[[], object]) -> None:
        """For one interaction, whatever the file is called; `done` once it has its words."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Transcript for “{0}”").format(home.title)
        )
        if name:
            self.attach_transcript(home, Path(name), done)

    def attach_transcript(
        self, home: "KnownInteraction", path: Path, done: Callable[[], object]
    ) -> None:
        """Opens the preview; as `ask_transcript`."""
        from qa_desktop.desktop.importing.dialog import ImportDialog

        def attached(report: "ImportReport") -> None:
            self._report(report)
            if report.taken:
                done()

        dialog = ImportDialog(self._services(), [path], self._window, attach_to=home)
        dialog.imported.connect(attached)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def undo_last_import(self) -> None:
        batches = self._services().interactions.batches()
        left = next((batch for batch in batches if batch.undone_at is None), None)
        if left is None:
            self.nothing_to_undo.emit()
        else:
            self.undo_import(left.id)

    def undo_import(self, batch_id: str) -> None:
        from qa_desktop.interactions.importing import undo_import

        services = self._services()
        store, workspace = services.interactions, services.workspace

        def done(undone: "UndoneBatch") -> None:
            self.import_undone.emit(len(undone.removed), len(undone.kept))

        self._run("undo", lambda _: undo_import(batch_id, store, workspace), done)

    def back_up(self) -> None:
        from qa_desktop.database.backup import back_up

        services = self._services()
        self._run(
            "backup",
            lambda _: back_up(services.workspace, services.clock),
            self.backed_up.emit,
        )

    def verify(self) -> None:
        from qa_desktop.database.verify import WorkspaceReport, verify_workspace
        from qa_desktop.rubrics.versions_store import changed_versions

        workspace = self._services().workspace

        def work(progress: Progress) -> WorkspaceReport:
            report = verify_workspace(workspace, progress=progress)
            changed = changed_versions(workspace.database)
            return replace(report, problems=(*report.problems, *changed))

        def done(report: WorkspaceReport) -> None:
            if report.problems:
                self.failed.emit(report.problems)
            else:
                self.verified.emit(report.recordings_checked)

        self._run("verify", work, done)

    def _report(self, report: "ImportReport") -> None:
        if report.batch_id is not None:
            self.imported.emit(report.batch_id, len(report.taken))

    def _run(
        self,
        name: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
    ) -> None:
        task: Task = self._services().runner.start(work)
        task.finished.connect(done)
        task.failed.connect(self._fail)
        self.began.emit(task, name)

    def _fail(self, error: ProblemError) -> None:
        problems: tuple[Problem, ...] = error.problems
        self.failed.emit(problems)
