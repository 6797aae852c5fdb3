"""The results of a revealed session: figures, the most divided items, comments, rulings."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QProgressBar,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.calibration.results.figure_cards import FigureCards
from qa_desktop.desktop.calibration.results.header import ResultsHeader
from qa_desktop.desktop.calibration.results.interface_words import spoken
from qa_desktop.desktop.calibration.results.item_panel import ItemPanel
from qa_desktop.desktop.calibration.results.loading import Loaded, load
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.result_table import ResultTable
from qa_desktop.desktop.calibration.results.ruling_box import About
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.calibration.results.rulings_on_page import RulingsOnPage
from qa_desktop.desktop.calibration.results.state import ResultsState
from qa_desktop.desktop.calibration.results.tables import item_table, part_table, person_table
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.calibration.words import interaction_word
from qa_desktop.desktop.player.protocol import Player
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

ITEMS, PARTS, PEOPLE = range(3)
_TABLE_SHARE, _PANEL_SHARE = 330, 270


class ResultsView(CalibrationView):
    """Signal besides those of every view: `shown` when a state was drawn."""

    shown = Signal()

    def __init__(
        self,
        services: Services,
        session_id: str,
        read: Callable[[Services, str, Progress], Loaded] = load,
        player: Player | None = None,
    ) -> None:
        """`read` brings what is shown; `player` None: the one that the settings ask for."""
        super().__init__()
        self._services = services
        self.session_id = session_id
        self._read = read
        self._reading = False
        self.presenter: ResultsPresenter | None = None
        self.desk: RulingDesk | None = None
        self.setProperty("role", "page")
        theme = services.theme
        self.header = ResultsHeader(theme)
        self.header.back_requested.connect(self.back_requested)
        self.header.anonymity_chosen.connect(self._choose_anonymity)
        self.header.export_requested.connect(self.open_export)
        self.header.meeting_requested.connect(lambda: self.rulings.open_meeting())
        self.banner = ProblemBanner(theme, lambda: services.language, closable=False)
        self.cards = FigureCards()
        self.switch = Switch(theme, 3)
        self.switch.chosen.connect(lambda _: self._show_table())
        self.interactions = QComboBox()
        self.interactions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.interactions.activated.connect(lambda _: self._choose_interaction())
        self.legend = make_label("small")
        self.agree = TextButton(theme, "link")
        self.agree.clicked.connect(lambda: self.rulings.toggle_agreement())
        self.table = ResultTable(theme)
        self.table.row_chosen.connect(self._choose_row)
        self.table.opened.connect(lambda _: self.panel.first_focus().setFocus())
        self.panel: ItemPanel = ItemPanel(services, player)
        self.rulings: RulingsOnPage = RulingsOnPage(self, services)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(tokens.DIALOG_WIDTH // 2)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QWidget()
        keeps_height(bar)
        flow = FlowLayout(bar, tokens.SPACE)
        for widget in (self.switch, self.interactions, self.legend):
            flow.addWidget(widget)
        flow.add_trailing(self.agree)
        self.legend.setFixedHeight(tokens.BUTTON_HEIGHT)
        table = Card(margin=tokens.BORDER)
        table.body.addWidget(self.table)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(tokens.SPACE + tokens.TIGHT)
        split.setChildrenCollapsible(False)
        split.addWidget(table)
        split.addWidget(self.panel)
        split.setSizes([_TABLE_SHARE, _PANEL_SHARE])
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(tokens.WIDE, tokens.SPACE + tokens.TIGHT, tokens.WIDE, tokens.WIDE)
        body.setSpacing(tokens.SPACE)
        body.addWidget(self.cards)
        body.addWidget(bar)
        body.addWidget(split, 1)
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        middle.addWidget(self.banner)
        middle.addStretch()
        self._told = make_label("muted")
        middle.addWidget(self._told, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        self._stage.addWidget(waiting)
        self._stage.addWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(stage, 1)

    # Reading

    def reload(self) -> None:
        """Reads and counts anew off the window's thread; what is shown stays until then."""
        if self._reading:
            return
        self._reading = True
        self.progress.setVisible(True)
        self._told.setVisible(True)
        services, session_id, read = self._services, self.session_id, self._read

        def work(progress: Progress) -> ResultsPresenter:
            loaded = read(services, session_id, progress)
            made = ResultsPresenter(loaded, services.language, spoken(loaded.graded.session))
            # With its rows: those of thirty reviewers take longer than a window may stand still.
            made.state()
            return made

        task = services.runner.start(work)
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._take)
        task.failed.connect(self._fail)
        task.over.connect(self._over)

    def _over(self) -> None:
        self._reading = False

    def _show_progress(self, done: int, total: int, _what: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _take(self, presenter: ResultsPresenter) -> None:
        services, loaded = self._services, presenter.loaded
        if self.presenter is not None:
            presenter.go_on_from(self.presenter)
            presenter.speak(services.language, spoken(loaded.graded.session))
        before, self.presenter = self.presenter, presenter
        if before is None:
            self._name_interactions()
        self.desk = RulingDesk(
            loaded.graded, services.rulings, services.rubric_drafts, services.rubrics
        )
        self.show_state(presenter.state())
        self._stage.setCurrentIndex(1)
        if self.isVisible():
            self.table.setFocus()

    def _fail(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)
        self.progress.hide()
        self._told.hide()
        self._stage.setCurrentIndex(0)

    # State

    def show_state(self, state: ResultsState) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        self.header.show_state(state)
        self.cards.show_state(state)
        self._show_table(state)
        self._show_panel(state)
        self._name_agreement(state)
        self.shown.emit()

    def _show_table(self, state: ResultsState | None = None) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        if state is None:
            state = presenter.state()
        place = self.switch.current()
        if place == ITEMS:
            columns, rows = item_table(state)
        elif place == PARTS:
            columns, rows = part_table(state)
        else:
            columns, rows = person_table(state, self._services.language)
        self.interactions.setVisible(place != PEOPLE and len(state.interactions) > 1)
        self.legend.setVisible(place != PEOPLE)
        self.table.show_rows(columns, rows, presenter.item_id if place == ITEMS else None)

    def _show_panel(self, state: ResultsState) -> None:
        presenter, desk = self.presenter, self.desk
        if presenter is None or desk is None:
            return
        self.panel.show_state(state, presenter.loaded.details, presenter.labels)
        item_id = presenter.item_id
        if item_id is not None:
            self.panel.ruling.show_item(desk, presenter.item(item_id), self._about(state))

    def _about(self, state: ResultsState) -> list[About]:
        shown = [one for one in state.interactions if state.interaction in (None, one.pseudonym)]
        return [
            About(None, self.tr("The item, everywhere")),
            *(About(one.pseudonym, interaction_word(one.pseudonym, one.kind)) for one in shown),
        ]

    def _name_agreement(self, state: ResultsState) -> None:
        self.agree.setVisible(state.agreed or state.can_agree)
        self.agree.name_it(
            self.tr("Back to the first reference")
            if state.agreed
            else self.tr("Make the agreed answers the reference")
        )

    # What a person chooses

    def _choose_anonymity(self, anonymous: bool) -> None:
        if self.presenter is not None:
            self.show_state(self.presenter.show_names(anonymous=anonymous))

    def _choose_interaction(self) -> None:
        if self.presenter is not None:
            chosen = self.interactions.currentData()
            name = chosen if isinstance(chosen, str) else None
            self.show_state(self.presenter.choose_interaction(name))

    def _choose_row(self, key: str) -> None:
        if self.presenter is not None and self.switch.current() == ITEMS:
            self._show_panel(self.presenter.choose_item(key))

    def open_export(self) -> None:
        from qa_desktop.desktop.calibration.report.dialog import ReportDialog

        anonymous = self.presenter is None or self.presenter.state().anonymous
        dialog = ReportDialog(
            self._services, self.session_id, anonymous=anonymous, parent=self.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # As part of the page

    def first_focus(self) -> QWidget:
        return self.table if self._stage.currentIndex() else self.header.back

    def may_leave(self) -> bool:
        """What was typed is on disk by then; sound stops."""
        self.panel.ruling.keep_typed()
        self.panel.moments.close_sound()
        return True

    def _name_interactions(self) -> None:
        presenter = self.presenter
        if presenter is None:
            return
        place = max(self.interactions.currentIndex(), 0)
        self.interactions.clear()
        self.interactions.addItem(self.tr("All interactions"), None)
        for one in presenter.loaded.graded.session.interactions:
            self.interactions.addItem(interaction_word(one.pseudonym, one.kind), one.pseudonym)
        self.interactions.setCurrentIndex(place)

    def retranslate(self) -> None:
        self.switch.name_them(
            (self.tr("Items"), self.tr("Sections and form"), self.tr("Reviewers"))
        )
        self.interactions.setAccessibleName(self.tr("Which interactions are shown"))
        self.legend.setText(self.tr("◥ and bold: differs from the reference or from most"))
        self.table.setAccessibleName(self.tr("Results"))
        self._told.setText(self.tr("Counting the agreement…"))
        self.progress.setAccessibleName(self.tr("Counting the agreement…"))
        presenter = self.presenter
        if presenter is not None:
            self._name_interactions()
            presenter.speak(self._services.language, spoken(presenter.loaded.graded.session))
            self.show_state(presenter.state())
