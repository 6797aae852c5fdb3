"""Comments out to files of other programs, and in from them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import written_beside
from qa_desktop.desktop.review.comments.comment_import import CommentImport
from qa_desktop.desktop.review.comments.comment_import_dialog import CommentImportDialog
from qa_desktop.desktop.review.sound.waveform_file import WaveformFile
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.markers.formats import (
    FORMATS,
    MarkerFormat,
    format_of_file,
    marker_file_text,
    read_marker_file,
)
from qa_desktop.reviews.markers.model import Marker, markers_of

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage

_FOLDER = "review/comment_files"
# What no system takes in a file's name.
_NOT_IN_NAMES = '<>:"/\\|?*'


class CommentFiles(QObject):
    """What goes wrong, and what was done, stands over the comments."""

    def __init__(self, page: "ReviewPage", services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self.waveform = WaveformFile(page, services, self._remember, self._folder)

    # Out

    def ask_export(self) -> None:
        if not any(comment.start_ms is not None for comment in self._page.state.comments):
            self._page.panel.comments.say(self.tr("No comment has a time yet."))
            return
        filters = {_filter(form): form for form in FORMATS}
        first = str(self._folder() / f"{self._title()}{FORMATS[0].extension}")
        name, chosen = QFileDialog.getSaveFileName(
            self._page, self.tr("Export comments"), first, ";;".join(filters)
        )
        if name:
            self.export(Path(name), filters.get(chosen))

    def export(self, file: Path, chosen: MarkerFormat | None = None) -> None:
        """In the format of its extension; one that is none of them is `chosen`'s."""
        form = format_of_file(file) or chosen or FORMATS[0]
        if format_of_file(file) is None:
            file = file.with_name(file.name + form.extension)
        page = self._page
        page.flush()
        comments = page.presenter.draft.comments
        turns = {turn.position: turn for turn in page.left.detail.turns}
        markers = markers_of(comments, turns)
        text = marker_file_text(
            form.name,
            markers,
            duration_ms=page.presenter.duration_ms,
            made_at=self._services.clock.now(),
        )
        self._remember(file)
        task = self._start(lambda _: _write(file, text))
        left_out = len(comments) - len(markers)
        task.finished.connect(lambda _: self._say_exported(len(markers), left_out, file))

    def _say_exported(self, count: int, left_out: int, file: Path) -> None:
        words = self.tr("%n comment(s) exported to {0}", "", count).format(file.name)
        if left_out:
            words += " · " + self.tr("%n without a time left out", "", left_out)
        self._page.panel.comments.show_problems(())
        self._page.panel.comments.say(words)

    # In

    def may_import(self) -> bool:
        state = self._page.state
        return state.phase is Phase.GRADING and state.header.kind is Kind.RECORDING

    def ask_import(self) -> None:
        if not self.may_import():
            return
        every = " ".join(f"*{form.extension}" for form in FORMATS)
        filters = [
            self.tr("Comments ({0})").format(every),
            *(_filter(form) for form in FORMATS),
            self.tr("All files (*)"),
        ]
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Import comments"), str(self._folder()), ";;".join(filters)
        )
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Shows what is in the file; what is wrong with it stands over the comments."""
        self._page.panel.comments.show_problems(())
        self._page.commenting.finish()
        self._remember(file)
        task = self._start(lambda _: read_marker_file(file))
        task.finished.connect(lambda markers: self.preview(file.name, markers))

    def preview(self, name: str, markers: Sequence[Marker]) -> CommentImportDialog | None:
        """None where the review can't be changed any more."""
        page = self._page
        if not self.may_import():
            return None
        page.flush()
        importing = CommentImport(markers, page.presenter.compare_markers)
        dialog = CommentImportDialog(self._services.theme, name, importing, page)
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _take(self, dialog: CommentImportDialog) -> None:
        page, chosen = self._page, dialog.chosen()
        page.show_state(page.presenter.import_comments(chosen))
        if not page.state.save.unsaved:
            words = self.tr("%n comment(s) imported", "", len(chosen))
            page.panel.comments.say(words, self.tr("Undo"))
        page.take_keys()

    # Both

    def _start(self, work: Callable[[Progress], object]) -> Task:
        task = self._services.runner.start(work)
        task.failed.connect(self._fail)
        return task

    def _fail(self, error: ProblemError) -> None:
        self._page.panel.comments.show_problems(error.problems)

    def _folder(self) -> Path:
        return Path(str(self._services.memory.value(_FOLDER, QDir.homePath())))

    def _remember(self, file: Path) -> None:
        self._services.memory.setValue(_FOLDER, str(file.parent))

    def _title(self) -> str:
        title = self._page.state.header.title
        kept = "".join("_" if c in _NOT_IN_NAMES or not c.isprintable() else c for c in title)
        return kept.strip(" .")[:80] or "comments"


def _filter(form: MarkerFormat) -> str:
    return f"{form.title} (*{form.extension})"


def _write(file: Path, text: str) -> None:
    try:
        with written_beside(file) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        where, values = Where(file=str(file)), {"reason": reason_of(error)}
        problem = Problem(code="reviews.not_written", where=where, values=values)
        raise ProblemError(problem) from error
