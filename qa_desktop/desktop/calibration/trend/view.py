"""Agreement over time, on the calibration page."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import SessionKind
from qa_desktop.calibration.statistics.model import Targets
from qa_desktop.calibration.statistics.trend import TeamPoint, Trend
from qa_desktop.desktop.calibration.results.interval import interval_text, number
from qa_desktop.desktop.calibration.trend import rows
from qa_desktop.desktop.calibration.trend.chart import ChartPoint, TrendChart
from qa_desktop.desktop.calibration.trend.presenter import (
    TrendPresenter,
    TrendState,
    in_number_order,
    numbered,
)
from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.rubrics.versions.cell_table import CellTable
from qa_desktop.desktop.rubrics.versions.switch import Switch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.tasks import Task
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.cell import Cell
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

ITEMS, REVIEWERS, PARTNERS = range(3)
_TOLD_ENOUGH = 2
_TITLE_WIDTH = 420


class TrendView(CalibrationView):
    """The team's agreement as a chart above; items, reviewers or suggestions in a table below."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._presenter = TrendPresenter(services.calibration, services.rulings, services.rubrics)
        self.state = TrendState()
        self._task: Task | None = None
        theme = services.theme
        self.rubric = QComboBox()
        self.rubric.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.seconds = QCheckBox()
        self.seconds.setChecked(True)
        self.names = QCheckBox()
        self._targets = make_label("small")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.problems = ProblemBanner(theme, lambda: services.language)
        self._title = make_label("heading")
        self._told = make_label("small", wrap=True)
        self.chart = TrendChart(theme, self._target_word)
        self.switch = Switch(theme, 3)
        self.tables = [CellTable(theme) for _ in range(3)]
        self._notes = [make_label("small", wrap=True) for _ in range(3)]
        self._nobody = make_label("muted", wrap=True)
        self.empty = EmptyState(theme, "chart-column")
        self._lay_out()
        self.rubric.activated.connect(self._read)
        self.seconds.clicked.connect(self._read)
        self.names.clicked.connect(lambda: self.show_state(self.state))
        self.switch.chosen.connect(self._bring)
        self.chart.point_chosen.connect(self._open_session)
        services.preferences.changed.connect(lambda _before, _after: self._read_again())
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.WIDE)
        for widget in (self.rubric, self.seconds, self.names):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self._progress)
        head.addWidget(self._targets)
        team = Card()
        team.body.addWidget(self._title)
        team.body.addWidget(self._told)
        team.body.addWidget(self.chart)
        below = Card()
        parts = QHBoxLayout()
        parts.addWidget(self.switch)
        parts.addStretch()
        below.body.addLayout(parts)
        self._parts = QStackedWidget()
        for table, note in zip(self.tables, self._notes, strict=True):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(tokens.TIGHT)
            column.addWidget(note)
            if table is self.tables[PARTNERS]:
                column.addWidget(self._nobody)
            row = QHBoxLayout()
            row.addWidget(table, 1)
            row.addStretch()
            column.addLayout(row, 1)
            self._parts.addWidget(part)
        below.body.addWidget(self._parts, 1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WIDE)
        column.addLayout(head)
        column.addWidget(self.problems)
        column.addWidget(team)
        column.addWidget(below, 1)
        self._stage = QStackedLayout(self)
        self._stage.addWidget(full)
        self._stage.addWidget(self.empty)
        self._full = full
        self._progress.hide()

    def reload(self) -> None:
        self._read()

    def first_focus(self) -> QWidget:
        return self.rubric if self.state.trend.team else self.empty

    def _read_again(self) -> None:
        """Other targets count otherwise; what nobody looks at is read when it is brought up."""
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        chosen, seconds = str(self.rubric.currentData() or ""), self.seconds.isChecked()
        targets = Targets.of(self._services.settings)
        self._progress.setValue(0)
        self._progress.show()
        task = self._services.runner.start(
            lambda progress: self._presenter.read(
                chosen, targets, progress, second_opinions=seconds
            )
        )
        self._task = task
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._take)
        task.failed.connect(self._fail)

    def _show_progress(self, done: int, total: int, _what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _take(self, state: TrendState) -> None:
        self._progress.hide()
        self.show_state(state)

    def _fail(self, error: ProblemError) -> None:
        self._progress.hide()
        self.problems.show_problems(error.problems)

    def show_state(self, state: TrendState) -> None:
        self.state = state
        self.problems.show_problems(state.problems)
        there = bool(state.rubrics)
        self._stage.setCurrentWidget(self._full if there else self.empty)
        language = self._services.language
        self.rubric.clear()
        for name, title in state.rubrics:
            self.rubric.addItem(title.to(language), name)
        self.rubric.setCurrentIndex(max(self.rubric.findData(state.chosen), 0))
        self.rubric.setEnabled(len(state.rubrics) > 1)
        self.seconds.setChecked(state.second_opinions)
        if there:
            self._show_trend(state.trend)

    def _show_trend(self, trend: Trend) -> None:
        targets = trend.targets
        self._targets.setText(
            self.tr("Targets: α {0} · ±{1} points · {2} % alike").format(
                number(targets.alpha), f"{targets.points:g}", round(targets.exact * 100)
            )
        )
        self._targets.setToolTip(self.tr("They are chosen in the settings, under Calibration."))
        self._told.setText(self._team_words(trend))
        self.chart.show_points([self._point(point) for point in trend.team], targets.alpha)
        shown = trend.team[-rows.MOST_SESSIONS :]
        ids = [point.session_id for point in shown]
        days = [date_text(point.at) for point in shown]
        self._show_items(trend, ids, days)
        self._show_reviewers(trend, ids, days)
        self._show_partners(trend)

    def _show_items(self, trend: Trend, ids: list[str], days: list[str]) -> None:
        language = self._services.language
        cells = [rows.item_cells(item, ids, language) for item in trend.items]
        self._show_table(ITEMS, [self.tr("Item"), *days], cells)

    def _show_reviewers(self, trend: Trend, ids: list[str], days: list[str]) -> None:
        called = self._called(trend)
        ordered = trend if self.names.isChecked() else in_number_order(trend)
        cells = [
            rows.reviewer_cells(one, called[one.fingerprint], ids) for one in ordered.reviewers
        ]
        heads = [self.tr("Reviewer"), *days, self.tr("Severity"), self.tr("Same answers")]
        self._show_table(REVIEWERS, heads, cells)

    def _show_partners(self, trend: Trend) -> None:
        called, language = self._called(trend), self._services.language
        cells = [rows.partner_cells(one, trend, called, language) for one in trend.partners]
        heads = [
            self.tr("Item"),
            self.tr("Differs most"),
            self.tr("Might sit with"),
            self.tr("Evidence"),
            self.tr("How sure"),
        ]
        self._show_table(PARTNERS, heads, cells)
        self.tables[PARTNERS].setVisible(bool(cells))
        self._nobody.setVisible(not cells)

    def _show_table(self, place: int, heads: list[str], cells: list[list[Cell]]) -> None:
        """No wider than it needs: the figures would stand far from what they are of."""
        table = self.tables[place]
        table.show_rows(heads, cells, wide=0)
        figures = sum(table.columnWidth(column) for column in range(1, len(heads)))
        table.setMaximumWidth(figures + tokens.scaled(_TITLE_WIDTH))

    def _called(self, trend: Trend) -> dict[str, str]:
        if self.names.isChecked():
            return {one.fingerprint: one.name for one in trend.reviewers}
        words = self.tr("Reviewer {0}")
        return {who: words.format(place) for who, place in numbered(trend).items()}

    def _team_words(self, trend: Trend) -> str:
        if not trend.team:
            return self.tr("No session of this kind with this rubric.")
        newest = trend.team[-1]
        if newest.alpha.value is None:
            figure = self.tr("The newest session has no variation, so α says nothing.")
        else:
            words = self.tr("Newest: α {0} {1}, from {2} interactions and {3} reviewers.")
            figure = words.format(
                number(newest.alpha.value),
                interval_text(newest.alpha),
                newest.interactions,
                newest.reviewers,
            )
        if len(trend.team) < _TOLD_ENOUGH:
            return " ".join((figure, self.tr("A trend needs two sessions at least.")))
        return figure

    def _point(self, point: TeamPoint) -> ChartPoint:
        second = point.kind is SessionKind.SECOND
        value = self.tr("no variation")
        if point.alpha.value is not None:
            value = f"α {number(point.alpha.value)} {interval_text(point.alpha)}".strip()
        parts: list[str] = [f"{point.title}, {date_text(point.at)}", value]
        if point.within.value is not None:
            words = self.tr("{0} % of pairs of scores within ±{1} points")
            target = f"{self.state.trend.targets.points:g}"
            parts.append(words.format(round(point.within.value * 100), target))
        if point.percent.value is not None:
            words = self.tr("{0} % of answers alike")
            parts.append(words.format(round(point.percent.value * 100)))
        if second:
            parts.append(self.tr("second opinions"))
        return ChartPoint(
            label=date_text(point.at),
            told=" · ".join(parts),
            value=point.alpha.value,
            low=point.alpha.ci_low,
            high=point.alpha.ci_high,
            hollow=point.met is not True,
            square=second,
        )

    def _target_word(self, target: float) -> str:
        return self.tr("target {0}").format(number(target))

    def _bring(self, place: int) -> None:
        self._parts.setCurrentIndex(place)

    def _open_session(self, place: int) -> None:
        self.results_requested.emit(self.state.trend.team[place].session_id)

    def bring(self, place: int) -> None:
        """ITEMS, REVIEWERS or PARTNERS."""
        self.switch.choose(place)
        self._bring(place)

    def retranslate(self) -> None:
        self.rubric.setAccessibleName(self.tr("Rubric"))
        self.seconds.setText(self.tr("Second opinions too"))
        self.names.setText(self.tr("Show names"))
        self._progress.setAccessibleName(self.tr("Reading the sessions"))
        self._title.setText(self.tr("The team's agreement, all items"))
        self.chart.setAccessibleName(self.tr("The team's agreement, all items"))
        names: Sequence[str] = (
            self.tr("Items"),
            self.tr("Reviewers"),
            self.tr("Who might pair up"),
        )
        self.switch.name_them(names)
        for table, name in zip(self.tables, names, strict=True):
            table.setAccessibleName(name)
        self._notes[ITEMS].setText(
            self.tr(
                "Krippendorff's α in the last {0} sessions. {1}: the item reads or scores otherwise"
                " than in the session before."
            ).format(rows.MOST_SESSIONS, rows.CHANGED)
        )
        self._notes[REVIEWERS].setText(
            self.tr(
                "Points from the reference or, without one, from the others; below zero is"
                " stricter."
            )
        )
        self._notes[PARTNERS].setText(
            self.tr(
                "A suggestion, not a verdict: whose answers to an item differ by 20 percentage"
                " points or more than all others', with who differs least there."
            )
        )
        self._nobody.setText(
            self.tr("Nobody stands far enough from the others at any item to suggest a partner.")
        )
        self.empty.show_words(
            self.tr("Nothing to follow yet"),
            self.tr(
                "When a session is revealed, its agreement appears here: for the team, for each"
                " item across the rubric's versions, and for each reviewer, beside your targets."
            ),
        )
        if self.state.rubrics:
            self.show_state(self.state)
