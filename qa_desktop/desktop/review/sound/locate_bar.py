"""Says which recordings are not at hand or have changed, and finds them again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.sound.sound_loading import CallFiles, problem_of
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.interactions.locating import Wanted, check_file, search_folder, take_found


class LocateBar(Retranslated):
    """Hidden while every recording is at hand. Signal `located` once one was found and stored."""

    located = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._wanted: tuple[Wanted, ...] = ()
        self._task: Task | None = None
        self.banner = ProblemBanner(
            services.theme, lambda: services.language, tone="caution", closable=False
        )
        self.answer = ProblemBanner(services.theme, lambda: services.language)
        self.button = TextButton(services.theme, "", "search")
        self.button.setProperty("menu", "true")
        menu = QMenu(self)
        self.choose_file = menu.addAction("")
        self.choose_folder = menu.addAction("")
        self.choose_file.triggered.connect(self._ask_file)
        self.choose_folder.triggered.connect(self._ask_folder)
        self.button.setMenu(menu)
        self.cancel = TextButton(services.theme)
        self.cancel.clicked.connect(self.stop)
        self._progress = ElidedLabel(role="small", mode=Qt.TextElideMode.ElideMiddle)
        self.banner.offer(self.button)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(tokens.SPACE, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self._progress, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        column.addWidget(self.banner)
        column.addWidget(self.answer)
        column.addWidget(self._work)
        self.retranslate()
        self._show_work()
        self.hide()

    def show_files(self, files: CallFiles, doubts: Sequence[Problem]) -> None:
        """`doubts` are of files that are there, and not as they were."""
        absent = files.absent
        doubted = {problem.values.get("name") for problem in doubts}
        changed = [
            leg.recording
            for leg in files.legs
            if leg.recording.file_name in doubted and leg.recording not in absent
        ]
        known = self._services.known_files
        wanted = []
        for recording in (*absent, *changed):
            # Of a copy in the workspace nobody has compared the size with the content.
            seen = known.known(recording.media_hash) if recording.referenced else None
            wanted.append(Wanted(recording=recording, size=seen.size if seen else None))
        self._wanted = tuple(wanted)
        missing = [
            problem_of(recording, "player.absent")
            for recording in absent
            if recording.file_name not in doubted
        ]
        self.banner.show_problems((*missing, *doubts))
        self.answer.show_problems(())
        self.setVisible(bool(wanted))

    def text(self) -> str:
        return "\n".join(part for part in (self.banner.text(), self.answer.text()) if part)

    def take_file(self, path: Path) -> None:
        """Stored if it is one of the recordings; else its banner says that it isn't."""
        wanted = self._wanted

        def work(progress: Progress) -> None:
            self._take(check_file(wanted, path, progress), path, progress)

        self._start(work)

    def search(self, folder: Path) -> None:
        wanted = self._wanted

        def work(progress: Progress) -> None:
            for found, path in search_folder(wanted, folder, progress):
                self._take(found, path, progress)

        self._start(work)

    def stop(self) -> None:
        """Nothing stays half done."""
        if self._task is not None:
            self._task.cancel()

    def _take(self, found: Wanted, path: Path, progress: Progress) -> None:
        services = self._services
        take_found(found, path, services.media, services.workspace, progress)
        if found.recording.referenced:
            services.known_files.remember(found.recording.media_hash, path)

    def _start(self, work: Callable[[Progress], None]) -> None:
        if self._task is not None:
            return
        self.answer.show_problems(())
        task = self._services.runner.start(work)
        self._task = task
        task.progressed.connect(self._tell)
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        task.crashed.connect(self._end)
        self._show_work()

    def _tell(self, done: int, total: int, what: str) -> None:
        place = f"{done + 1}/{total}  " if total else ""
        self._progress.setText(f"{place}{what}")

    def _finish(self) -> None:
        self._end()
        self.located.emit()

    def _fail(self, error: ProblemError) -> None:
        self._end()
        self.answer.show_problems(error.problems)

    def _end(self) -> None:
        self._task = None
        self._show_work()

    def _show_work(self) -> None:
        busy = self._task is not None
        self.button.setEnabled(not busy)
        self._progress.setText(self.tr("Looking for it…") if busy else "")
        self._work.setVisible(busy)

    def _ask_file(self) -> None:
        name = self._wanted[0].recording.file_name if self._wanted else ""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Where is {0}?").format(name))
        if chosen:
            self.take_file(Path(chosen))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Search a folder"))
        if chosen:
            self.search(Path(chosen))

    def retranslate(self) -> None:
        self.button.name_it(self.tr("Locate the recording…"))
        self.choose_file.setText(self.tr("Choose its file…"))
        self.choose_folder.setText(self.tr("Search a folder for it…"))
        self.cancel.name_it(self.tr("Cancel"))
