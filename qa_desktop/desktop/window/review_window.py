"""A second review in a window of its own."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget

from qa_desktop.base.problems import Problem
from qa_desktop.base.settings import Settings
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.keyed import tell_keys
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.room import with_room
from qa_desktop.desktop.widgets.toast import Toast
from qa_desktop.desktop.window.actions import key_text, make_actions, name_actions, use_keys
from qa_desktop.desktop.window.placing import keep_place

_GEOMETRY = "beside/geometry"
# Less than the main window's: there is no rail.
LEAST_SIZE = (860, 600)


class ReviewWindow(QMainWindow):
    """Holds one review at a time. Signal `closed` once its review is left."""

    closed = Signal()

    def __init__(self, services: Services, runs: Mapping[str, Callable[[], object]]) -> None:
        """`runs`: what the commands do that work here too."""
        super().__init__()
        self.services = services
        self.page: ReviewPage | None = None
        self._undo: Callable[[], None] | None = None
        self.banner = ProblemBanner(services.theme, lambda: services.language, tone="caution")
        self.toast = Toast(services.theme, self)
        self.toast.action_requested.connect(self._act_on_toast)
        whole = QWidget()
        whole.setProperty("role", "page")
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self.setCentralWidget(with_room(whole))
        self.setMinimumSize(*LEAST_SIZE)
        self.actions_by_name = make_actions(self, runs)
        for action in self.actions_by_name.values():
            self.addAction(action)
        services.preferences.changed.connect(self._settings_changed)
        self._use_keys(services.settings)
        self.retranslate()

    def show_review(self, page: ReviewPage) -> None:
        """The one before must have been left."""
        self.page = page
        self._column.addWidget(page, 1)
        page.show()
        page.first_focus().setFocus()
        self.retranslate()

    def leave_review(self) -> bool:
        """Whether none is open here any more."""
        page = self.page
        if page is None:
            return True
        if not page.close():
            return False
        self.page = None
        self._column.removeWidget(page)
        page.deleteLater()
        return True

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        self._undo = act
        self.toast.say(text, action)
        self._place_toast()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.banner.show_problems(problems)

    def show_over(self, dialog: QDialog) -> None:
        """Opens a dialog that goes away with its closing."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def raise_it(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def key_text(self, action: str) -> str | None:
        """The key of a command of the window; None for what is none."""
        return key_text(action, self.services.settings.keys)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.keys != after.keys:
            self._use_keys(after)
            tell_keys(self)

    def _use_keys(self, settings: Settings) -> None:
        use_keys(self.actions_by_name, settings.keys)

    def _act_on_toast(self) -> None:
        act, self._undo = self._undo, None
        if act is not None:
            act()

    def _place_toast(self) -> None:
        width = min(tokens.DIALOG_WIDTH, self.width() - 2 * tokens.LOOSE)
        height = self.toast.sizeHint().height()
        top = self.height() - height - tokens.LOOSE
        self.toast.setGeometry((self.width() - width) // 2, top, width, height)
        self.toast.raise_()

    def retranslate(self) -> None:
        title = self.page.state.header.title if self.page is not None else ""
        self.setWindowTitle(self.tr("{0} – QA Desktop").format(title))
        name_actions(self.actions_by_name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leave_review():
            event.ignore()
            return
        keep_place(self, self.services.memory, _GEOMETRY)
        super().closeEvent(event)
        self.closed.emit()
