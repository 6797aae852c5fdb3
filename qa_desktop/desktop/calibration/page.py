"""The calibration page: a bar of views, and a session or its results over them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.sessions.desk_model import FileKind
from qa_desktop.desktop.calibration import views
from qa_desktop.desktop.calibration.sessions_view import SessionsView
from qa_desktop.desktop.calibration.taking_in import SUFFIXES, Taken, take_all, taken_words
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.calibration.views import BAR, SESSIONS
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.sharing.work_dialog import WorkDialog
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.window.page_header import PageHeader


class CalibrationPage(Retranslated):
    """Signals: `said(str, str action, Callable | None)` for a message over the page;
    `review_requested(str, str place)` of an interaction; `rubric_requested(str, int version)`.
    """

    said = Signal(str, str, object)
    review_requested = Signal(str, str)
    rubric_requested = Signal(str, int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setProperty("role", "page")
        theme = services.theme
        self.header = PageHeader(theme)
        self.new = TextButton(theme, "primary", "plus")
        self.team = TextButton(theme, "", "users")
        self.open_file = TextButton(theme, "", "folder-open")
        self.new.clicked.connect(self.ask_new)
        self.team.clicked.connect(lambda: self.show_team())
        self.open_file.clicked.connect(self.ask_files)
        for button in (self.new, self.team, self.open_file):
            self.header.add_button(button)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.switch = Switch(theme, len(BAR))
        self.switch.chosen.connect(lambda place: self.show_view(BAR[place].key))
        self._stack = QStackedWidget()
        self._made: dict[str, CalibrationView] = {}
        # What lies over the bar and its views, the newest last.
        self._over: list[CalibrationView] = []
        home = QWidget()
        bar = QHBoxLayout()
        bar.setSpacing(tokens.SPACE)
        bar.addWidget(self.switch)
        bar.addStretch()
        body = QVBoxLayout()
        body.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        body.setSpacing(tokens.WIDE)
        body.addWidget(self.banner)
        body.addLayout(bar)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self._front = QStackedLayout(self)
        self._front.addWidget(home)
        self._home = home
        self.switch.setVisible(len(BAR) > 1)
        self.retranslate()
        self.show_view(SESSIONS)

    # What is in front

    def view(self, key: str) -> CalibrationView:
        """One of the bar, made when it is first asked for."""
        if key not in self._made:
            row = next(each for each in BAR if each.key == key)
            made = row.make(self._services)
            self._connect(made)
            self._stack.addWidget(made)
            self._made[key] = made
        return self._made[key]

    def front(self) -> CalibrationView:
        """What the person looks at."""
        if self._over:
            return self._over[-1]
        shown = self._stack.currentWidget()
        if not isinstance(shown, CalibrationView):
            raise TypeError(shown)
        return shown

    def show_view(self, key: str) -> CalibrationView:
        """Puts away what lies over the bar."""
        self._put_all_away()
        view = self.view(key)
        self.switch.choose([row.key for row in BAR].index(key))
        self._stack.setCurrentWidget(view)
        self._front.setCurrentIndex(0)
        view.reload()
        return view

    def show_over(self, view: CalibrationView) -> None:
        """Until it asks for the way back; what was over the bar before stays below it."""
        self._connect(view)
        view.back_requested.connect(self.back)
        self._over.append(view)
        self._front.addWidget(view)
        self._front.setCurrentWidget(view)
        view.reload()
        view.first_focus().setFocus()

    def back(self) -> None:
        """To what lies below."""
        if not self._over or not self._over[-1].may_leave():
            return
        self._put_away(self._over.pop())
        below = self.front()
        self._front.setCurrentWidget(below if self._over else self._home)
        below.reload()
        below.first_focus().setFocus()

    def show_session(self, session_id: str) -> None:
        from qa_desktop.desktop.calibration.session.page import SessionPage

        front = self._over[-1] if self._over else None
        if isinstance(front, SessionPage) and front.session_id == session_id:
            front.reload()
            return
        self._put_all_away()
        try:
            page = SessionPage(self._services, session_id)
        except ProblemError as error:
            self._front.setCurrentIndex(0)
            self.banner.show_problems(error.problems)
            return
        page.files_requested.connect(self.ask_files)
        self.show_over(page)

    def show_results(self, session_id: str) -> None:
        """Nothing while there is no view of results."""
        if views.RESULTS is not None:
            self.show_over(views.RESULTS(self._services, session_id))

    # What is begun here

    def ask_new(self) -> None:
        from qa_desktop.desktop.calibration.new.dialog import NewSessionDialog

        dialog = NewSessionDialog(self._services, self)
        dialog.made.connect(lambda _: self.reload())
        dialog.session_wanted.connect(self.show_session)
        dialog.team_wanted.connect(lambda: self.show_team(dialog.reload_people, dialog))
        self._open(dialog)

    def show_team(
        self, then: Callable[[], object] | None = None, over: QWidget | None = None
    ) -> None:
        """`then` is called once it is closed; `over`: what it stands over."""
        from qa_desktop.desktop.calibration.team.dialog import TeamDialog

        try:
            dialog = TeamDialog(self._services, over or self)
        except ProblemError as error:
            self.banner.show_problems(error.problems)
            return
        if then is not None:
            dialog.finished.connect(lambda _: then())
        self._open(dialog)

    def ask_files(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open files of a session"),
            "",
            self.tr("Files of sessions ({0})").format(pattern),
        )
        self.take_files([Path(name) for name in names])

    def take_files(self, files: Sequence[Path]) -> None:
        """Cards, invitations and whatever else belongs to a session; nothing for none."""
        if not files:
            return
        desk = self._services.calibration
        task = self._services.runner.start(lambda progress: take_all(desk, files, progress))
        task.finished.connect(self._taken)
        WorkDialog.watch(task, self._services, self.tr("Reading the files"), self)

    def _taken(self, taken: Taken) -> None:
        self.reload()
        if not self._over or not self.front().show_problems(taken.problems):
            self.banner.show_problems(taken.problems)
        if len(taken.found) == 1:
            one = taken.found[0]
            session = one.session
            if one.kind is FileKind.CARD:
                self.said.emit(taken_words(one), self.tr("Team…"), self.show_team)
            elif session is not None:
                self.said.emit(
                    taken_words(one), self.tr("Show"), lambda: self.show_session(session.id)
                )
        elif taken.found:
            self.said.emit(self.tr("%n file(s) taken in", "", len(taken.found)), "", None)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # What everything here has

    def reload(self) -> None:
        self.front().reload()

    def first_focus(self) -> QWidget:
        return self.front().first_focus()

    def retranslate(self) -> None:
        self.header.show_title(self.tr("Calibration"))
        self.new.name_it(self.tr("New session…"))
        self.team.name_it(self.tr("Team…"))
        self.open_file.name_it(self.tr("Open a file…"))
        self.switch.name_them([row.word() for row in BAR])

    def _connect(self, view: CalibrationView) -> None:
        view.said.connect(self.said)
        view.session_requested.connect(self.show_session)
        view.results_requested.connect(self.show_results)
        view.review_requested.connect(self.review_requested)
        view.rubric_requested.connect(self.rubric_requested)
        view.changed.connect(lambda: self._reload_others(view))
        if isinstance(view, SessionsView):
            view.new_requested.connect(self.ask_new)
            view.team_requested.connect(lambda: self.show_team())

    def _reload_others(self, changed: CalibrationView) -> None:
        """What is brought up is reloaded then; only what is in front now is told."""
        front = self.front()
        if front is not changed:
            front.reload()

    def _put_all_away(self) -> None:
        while self._over:
            self._put_away(self._over.pop())

    def _put_away(self, view: CalibrationView) -> None:
        self._front.removeWidget(view)
        view.hide()
        view.deleteLater()
