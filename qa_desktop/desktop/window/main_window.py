"""The main window: rail, one page at a time, status line, and what works everywhere."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem
from qa_desktop.base.settings import Settings
from qa_desktop.desktop.interactions.page import InteractionsPage
from qa_desktop.desktop.interactions.presenter import ListState
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.keyed import tell_keys
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.room import with_room
from qa_desktop.desktop.widgets.toast import Toast
from qa_desktop.desktop.window.actions import key_text, make_actions, name_actions, use_keys
from qa_desktop.desktop.window.calibration_part import CalibrationPart
from qa_desktop.desktop.window.commands import Commands
from qa_desktop.desktop.window.file_actions import FileActions
from qa_desktop.desktop.window.library_news import LibraryNews
from qa_desktop.desktop.window.opening import Opening
from qa_desktop.desktop.window.pages import INTERACTIONS, REVIEW, RUBRICS, SETTINGS, Pages
from qa_desktop.desktop.window.placing import keep_place, restore_place
from qa_desktop.desktop.window.presenter import StatusPresenter, StatusState
from qa_desktop.desktop.window.rail import Rail
from qa_desktop.desktop.window.reviews import Reviews
from qa_desktop.desktop.window.rubric_drafts import RubricDrafts
from qa_desktop.desktop.window.status_line import StatusLine

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.rubrics.model import Rubric

_GEOMETRY = "window/geometry"
_FIRST_SIZE = (1280, 800)
# Of a small laptop with room for its own bars; text of any size has to do with it.
_LEAST_SIZE = (1040, 640)
_TOAST_WIDTH = 560


class MainWindow(QMainWindow):
    """One workspace in one window.

    Signals: `workspace_requested(Path)` for another workspace, `demo_requested`, `written` when
    something was saved, `closed` once it may go away.
    """

    workspace_requested = Signal(object)
    demo_requested = Signal()
    written = Signal()
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        theme = services.theme
        self.status = StatusPresenter(services.workspace.name)
        self.rail = Rail(theme)
        self.pages = Pages(services)
        self.status_line = StatusLine(theme)
        self.banner = ProblemBanner(theme, lambda: services.language, tone="caution")
        self.toast = Toast(theme, self)
        self.files = FileActions(self, lambda: self.services)
        self.opening = Opening(self)
        self.reviews = Reviews(self)
        self.rubric_drafts = RubricDrafts(self)
        self.library_news = LibraryNews(self)
        self.calibration = CalibrationPart(self)
        self._tasks: dict[int, Task] = {}
        self._undo: Callable[[], None] | None = None
        self._lay_out()
        self.actions_by_name = make_actions(self, Commands(self).runs())
        for action in self.actions_by_name.values():
            self.addAction(action)
        self._use_keys(services.settings)
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self._restore_geometry()
        self.retranslate()
        self.show_problems(services.workspace.warnings)
        self.pages.show_page(INTERACTIONS)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.addWidget(self.banner)
        right.addLayout(self._above)
        right.addWidget(with_room(self.pages), 1)
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(right, 1)
        whole = QWidget()
        whole.setProperty("role", "page")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.services.preferences.changed.connect(self._settings_changed)
        self.rail.page_chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self._page_shown)
        self.pages.counted.connect(self._counted)
        self.pages.made.connect(self._page_made)
        self.status_line.cancel_requested.connect(self._cancel_work)
        self.banner.dismissed.connect(self._make_room)
        self.toast.action_requested.connect(self._act_on_toast)
        files = self.files
        files.imported.connect(self._imported)
        files.import_undone.connect(self._import_undone)
        files.nothing_to_undo.connect(lambda: self.say(self.tr("There is no import to undo.")))
        files.backed_up.connect(
            lambda path: self.say(self.tr("Backed up to {0}").format(path.name))
        )
        files.verified.connect(
            lambda count: self.say(
                self.tr("Everything is as it was written; %n recording(s) checked.", "", count)
            )
        )
        files.failed.connect(self.show_problems)
        files.began.connect(self._work_began)

    # What others ask of the window

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A bar over the page, for a while; `act` is what its button does."""
        self._undo = act
        self.toast.say(text, action)
        self._place_toast()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.banner.show_problems(problems)
        self._make_room()

    def show_saved(self, at: datetime, of: str = "") -> None:
        """A COMMIT at that time, `of` the review of that interaction."""
        self.show_status(self.status.saved(at, of))
        self.written.emit()

    def show_status(self, state: StatusState) -> None:
        self.status_line.show_state(state)

    def open_review(self, interaction_id: str, place: str = "") -> None:
        """`place`: a turn's position or a comment's id to go to."""
        self.reviews.open(interaction_id, place)

    def back_to_list(self) -> None:
        """Leaves the review; the list shows what became of it."""
        self.pages.show_page(INTERACTIONS)
        self.pages.interactions.reload()

    def open_review_page(self) -> "ReviewPage | None":
        """The review that is open in this window."""
        page = self.pages.page(REVIEW)
        if page is None:
            return None
        # Loaded already, and only then.
        from qa_desktop.desktop.review.page import ReviewPage

        return page if isinstance(page, ReviewPage) else None

    def show_frame(self, *, shown: bool) -> None:
        """The rail and the status line, which a review can do without."""
        self.rail.setVisible(shown)
        self.status_line.setVisible(shown)

    def key_text(self, action: str) -> str | None:
        """The key of a command; None for what is none."""
        return key_text(action, self.services.settings.keys)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.keys != after.keys:
            self._use_keys(after)
            tell_keys(self)

    def _use_keys(self, settings: Settings) -> None:
        use_keys(self.actions_by_name, settings.keys)

    def use(self, services: Services) -> None:
        """Another reviewer's name: the same workspace with stores that act in it."""
        self.services = services
        self.calibration.stop()
        self.pages.use(services)
        self.reviews.use(services)
        self.calibration.start()

    def show_over(self, dialog: QDialog) -> None:
        """Opens a dialog that goes away with its closing."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_workspace(self) -> None:
        folder = str(self.services.workspace.folder.parent)
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a workspace"), folder)
        if name:
            self.workspace_requested.emit(Path(name))

    def raise_it(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("{0} – QA Desktop").format(self.services.workspace.name))
        name_actions(self.actions_by_name)
        self.show_status(self.status.state)

    # What happened

    def _page_shown(self, key: str) -> None:
        self.rail.show_current(self.reviews.blind.home() if key == REVIEW else key)
        if key != REVIEW:
            self.show_frame(shown=True)
            self.show_status(self.status.undo_is(""))

    def _page_made(self, key: str, page: QWidget) -> None:
        header = getattr(page, "header", None)
        if header is not None:
            header.search_requested.connect(self.opening.show_palette)
            header.help_requested.connect(self.opening.show_keys)
        if isinstance(page, InteractionsPage):
            page.review_requested.connect(self.open_review)
            page.beside_requested.connect(self.reviews.open_beside)
            page.sheet_requested.connect(self.opening.show_sheet)
            page.second_requested.connect(self.opening.ask_second)
            page.import_requested.connect(self.files.ask_files)
            page.demo_requested.connect(self.demo_requested)
            page.undo_import_requested.connect(self.files.undo_import)
            self._counted(page.presenter.state)
        elif key == RUBRICS:
            self._connect_rubrics(page)
        elif key == SETTINGS:
            self._connect_settings(page)

    def _connect_settings(self, page: QWidget) -> None:
        from qa_desktop.desktop.settings.page import SettingsPage

        if isinstance(page, SettingsPage):
            page.keys.change_requested.connect(self.opening.change_keys)
            page.grading.times_requested.connect(self.opening.show_times)
            page.grading.phrases_requested.connect(self.opening.show_phrases)

    def _connect_rubrics(self, page: QWidget) -> None:
        from qa_desktop.desktop.rubrics.page import RubricsPage

        if isinstance(page, RubricsPage):
            page.published.connect(lambda rubric: self.say(self._published_words(rubric)))
            page.said.connect(self.say)
            page.saved.connect(self.show_saved)
            page.review_requested.connect(self.open_review)
            page.retired.connect(
                lambda rubric: self.say(
                    self._retired_words(rubric),
                    self.tr("Undo"),
                    lambda: page.bring_back(rubric),
                )
            )

    def _published_words(self, rubric: "Rubric") -> str:
        words = self.tr("Published {0}, version {1}")
        return words.format(rubric.title.to(self.services.language), rubric.version)

    def _retired_words(self, rubric: "Rubric") -> str:
        words = self.tr("Retired {0}, version {1}")
        return words.format(rubric.title.to(self.services.language), rubric.version)

    def _counted(self, state: ListState) -> None:
        self.show_status(
            self.status.counted(
                interactions=state.all_there_is, drafts=state.drafts, submitted=state.submitted
            )
        )

    def _imported(self, batch_id: str, count: int) -> None:
        self.pages.show_page(INTERACTIONS)
        self.pages.interactions.show_batch(batch_id)
        self.written.emit()
        self.say(
            self.tr("Imported %n interaction(s)", "", count),
            self.tr("Undo"),
            lambda: self.files.undo_import(batch_id),
        )

    def _import_undone(self, removed: int, kept: int) -> None:
        page = self.pages.interactions
        page.show_state(page.presenter.clear())
        page.reload()
        text = self.tr("Removed %n interaction(s)", "", removed)
        if kept:
            stayed = self.tr("%n stayed because somebody worked on them", "", kept)
            text = f"{text} · {stayed}"
        self.say(text)

    def _work_began(self, task: Task, name: str) -> None:
        words = {
            "backup": self.tr("Backing up"),
            "verify": self.tr("Verifying"),
            "undo": self.tr("Undoing the import"),
        }
        work_id = self.status.work_began(words[name])
        self._tasks[work_id] = task
        self.show_status(self.status.state)
        task.progressed.connect(
            lambda done, total, _what: self.show_status(
                self.status.work_progressed(work_id, done, total)
            )
        )
        for ending in (task.finished, task.failed, task.crashed):
            ending.connect(lambda _: self._work_ended(work_id))
        task.cancelled.connect(lambda: self._work_ended(work_id))

    def _work_ended(self, work_id: int) -> None:
        self._tasks.pop(work_id, None)
        self.show_status(self.status.work_ended(work_id))

    def _cancel_work(self, work_id: int) -> None:
        task = self._tasks.get(work_id)
        if task is not None:
            task.cancel()

    def _make_room(self) -> None:
        """The banner keeps its distance; without it there is no gap."""
        side = 0 if self.banner.isHidden() else tokens.WIDE
        self._above.setContentsMargins(side, side, side, side // 2)

    def _act_on_toast(self) -> None:
        act, self._undo = self._undo, None
        if act is not None:
            act()

    def _place_toast(self) -> None:
        width = min(
            tokens.scaled(_TOAST_WIDTH), self.width() - tokens.RAIL_WIDTH - 2 * tokens.LOOSE
        )
        height = self.toast.sizeHint().height()
        middle = (self.width() + tokens.RAIL_WIDTH) // 2
        top = self.height() - tokens.STATUS_HEIGHT - height - tokens.LOOSE
        self.toast.setGeometry(middle - width // 2, top, width, height)
        self.toast.raise_()

    def _restore_geometry(self) -> None:
        if not restore_place(self, self.services.memory, _GEOMETRY):
            self.resize(*_FIRST_SIZE)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        self.files.import_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.rubric_drafts.may_leave() or not self.reviews.leave_all():
            event.ignore()
            return
        keep_place(self, self.services.memory, _GEOMETRY)
        super().closeEvent(event)
        self.closed.emit()
