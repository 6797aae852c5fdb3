"""Joining a team on one screen: one's card, the folder, and one code to compare with each."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import Acquaintance
from qa_desktop.desktop.calibration.reach import make_sure_it_answers
from qa_desktop.desktop.calibration.team.code_panel import CodePanel
from qa_desktop.desktop.calibration.team.folder_card import FolderCard
from qa_desktop.desktop.calibration.team.people_list import PeopleList
from qa_desktop.desktop.calibration.team.presenter import TeamPresenter, TeamState
from qa_desktop.desktop.calibration.team.you_card import YouCard
from qa_desktop.desktop.calibration.watch import CalibrationWatch
from qa_desktop.desktop.rubrics.sharing.work_dialog import WorkDialog
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

_SIZE = (1040, 680)
_LARGE = 1.5
_CARDS = "*.qaid"


class TeamDialog(QDialog):
    """Signal `changed`: somebody came, went, or is trusted now."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._watch: CalibrationWatch = services.calibration_watch
        self.presenter = TeamPresenter(services.calibration)
        theme = services.theme
        begin_with_size(self, *_SIZE)
        self._title = make_label("title", wrap=True)
        self._help = make_label("muted", wrap=True)
        self.banner = ProblemBanner(theme, lambda: services.language)
        self.you = YouCard(services)
        self.you.save_wanted.connect(self._ask_save)
        self.you.take_wanted.connect(self._ask_take)
        self.folder = FolderCard(services, self._watch)
        self.folder.chosen.connect(self.use_folder)
        self.folder.given_up.connect(self._give_up)
        self.folder.look_wanted.connect(self._look)
        self.list = PeopleList(services)
        self.list.chosen.connect(self._choose)
        self.panel = CodePanel(services)
        self.panel.matched.connect(lambda: self._changed(self.presenter.trust()))
        self.panel.distrusted.connect(lambda: self._changed(self.presenter.untrust()))
        self.panel.removed.connect(lambda: self._changed(self.presenter.forget()))
        self.close_ = TextButton(theme, "primary")
        self.close_.clicked.connect(self.accept)
        self._lay_out()
        # Not a lambda: the watch outlives the dialog.
        self._watch.brought.connect(self._brought)
        self.retranslate()
        self._look()

    def _lay_out(self) -> None:
        # Beside one another; one below the other where the words are large.
        large = tokens.text_scale() >= _LARGE
        direction = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        above = QBoxLayout(direction)
        above.setSpacing(tokens.WIDE)
        above.addWidget(self.you, 2)
        above.addWidget(self.folder, 3)
        people = Card()
        self._people = make_label("heading")
        row = QBoxLayout(direction)
        row.setSpacing(tokens.LOOSE)
        row.addWidget(self.list, 1)
        row.addWidget(self.panel, 1)
        people.body.addWidget(self._people)
        people.body.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(tokens.WIDE)
        body.addWidget(self._help)
        body.addLayout(above)
        body.addWidget(people, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        margin = tokens.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self._title)
        column.addWidget(self.banner)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def show_state(self, state: TeamState) -> None:
        self.banner.show_problems(state.problems)
        self.you.show_me(state.me)
        self.list.show_state(state)
        self._show_current(state)
        count = self.tr("{0} of {1} compared").format(state.trusted, len(state.people))
        title = self.tr("People")
        self._people.setText(f"{title} · {count}" if state.people else title)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Team"))
        self._title.setText(self.tr("The calibration team"))
        self._help.setText(
            self.tr(
                "Everything goes by sealed files. So that nobody can pass for somebody else, you "
                "compare one code with each colleague, once."
            )
        )
        self.close_.name_it(self.tr("Done"))
        self.show_state(self.presenter.state)

    def use_folder(self, folder: Path) -> None:
        """Puts one's card there and looks for those of others; kept once it was reached."""
        desk = self._services.calibration

        def work(progress: Progress) -> tuple[Acquaintance, ...]:
            make_sure_it_answers(folder, progress)
            desk.hand_in_card(folder)
            return desk.look_for_cards(folder)

        def done(_found: tuple[Acquaintance, ...]) -> None:
            self._keep_folder(str(folder))
            self._changed(self.presenter.show_problems(()))
            self._changed(self.presenter.reload())
            self._look()

        self._run(work, self.tr("Looking into the folder"), done)

    def take_card(self, file: Path) -> None:
        desk = self._services.calibration

        def done(found: Acquaintance) -> None:
            self.presenter.show_problems(())
            self.presenter.reload()
            self._changed(self.presenter.choose(found.person.fingerprint))

        self._run(lambda _: desk.take_card(file), self.tr("Reading the card"), done)

    def save_card(self, folder: Path) -> None:
        desk = self._services.calibration
        self._run(lambda _: desk.hand_in_card(folder), self.tr("Saving the card"), self._saved)

    def _saved(self, file: Path) -> None:
        self._help.setText(
            self.tr("Your card is {0} now: send it to your colleagues.").format(file)
        )
        self.banner.show_problems(())

    def _show_current(self, state: TeamState) -> None:
        shown = state.current
        namesake = shown is not None and shown.person.fingerprint in state.namesakes
        self.panel.show_person(shown, namesake=namesake)

    def _choose(self, fingerprint: str) -> None:
        self._show_current(self.presenter.choose(fingerprint))

    def _changed(self, state: TeamState) -> None:
        self.show_state(state)
        self.changed.emit()

    def _brought(self, _folder: Path, _news: object) -> None:
        self._changed(self.presenter.reload())

    def _look(self) -> None:
        folder = self.folder.folder()
        if folder is not None:
            self._watch.look_at(folder)

    def _give_up(self) -> None:
        self._keep_folder("")

    def _keep_folder(self, name: str) -> None:
        preferences = self._services.preferences
        preferences.change(replace(preferences.settings(), calibration_folder=name))
        self.folder.show_folder()

    def _ask_take(self) -> None:
        pattern = self.tr("Cards ({0})").format(_CARDS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Take in a card"), "", pattern)
        if name:
            self.take_card(Path(name))

    def _ask_save(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to save your card"))
        if name:
            self.save_card(Path(name))

    def _run(
        self, work: Callable[[Progress], Any], words: str, done: Callable[[Any], None]
    ) -> None:
        # A thread that a dead share may hold up without holding up anything else.
        task = self._watch.runner.start(work)
        # The dialog may be gone by then; what was done is done.
        task.finished.connect(lambda result: done(result) if shiboken6.isValid(self) else None)
        task.failed.connect(self._failed)
        WorkDialog.watch(task, self._services, words, self)

    def _failed(self, error: ProblemError) -> None:
        self.show_state(self.presenter.show_problems(error.problems))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
