"""Shows both opinions on one interaction side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.wording import wording
from qa_desktop.calibration.model import Grading
from qa_desktop.calibration.second.second_opinions_desk import SideBySide
from qa_desktop.desktop.calibration.second.comparison import (
    OpinionCell,
    OpinionRow,
    OpinionSection,
    differing,
    outcome,
    score_text,
    sections_of,
)
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel

_WIDTH, _HEIGHT = 860, 620
_LOOKS = {"pass": ("circle-check", "good"), "fail": ("circle-x", "bad")}


class OpinionsDialog(QDialog):
    """Signals: `review_requested(str interaction_id)` for the first review itself;
    `results_requested(str session_id)` for the statistics of the whole package."""

    review_requested = Signal(str)
    results_requested = Signal(str)

    def __init__(self, services: Services, both: SideBySide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self._both = both
        words = wording(services.language)
        self.sections = sections_of(both, words)
        self._rows: list[tuple[bool, list[QWidget]]] = []
        self.setWindowTitle(self.tr("Two opinions"))
        begin_with_size(self, _WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", both.opinion.title, wrap=True))
        column.addWidget(make_label("muted", self._told(), wrap=True))
        column.addLayout(self._scores())
        column.addWidget(self._items(), 1)
        column.addLayout(self._foot())

    def _told(self) -> str:
        if self._both.second is None:
            return self.tr("The second reviewer left this interaction out.")
        count = differing(self.sections)
        told = self.tr("The answers differ at %n item(s).", "", count)
        if not self._both.opinion.note:
            return told
        note = self.tr("Your note: {0}").format(self._both.opinion.note)
        return f"{told} {note}"

    def _scores(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.WIDE)
        first = self.tr("First: {0}").format(self._both.opinion.reviewer)
        second = self.tr("Second, blind: {0}").format(self._both.second_name)
        row.addWidget(self._score(first, self._both.first), 1)
        row.addWidget(self._score(second, self._both.second), 1)
        return row

    def _score(self, who: str, grading: Grading | None) -> QWidget:
        box = QFrame()
        box.setProperty("role", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(tokens.WIDE, tokens.SPACE, tokens.WIDE, tokens.SPACE)
        column.setSpacing(tokens.TIGHT)
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(make_label("headline", score_text(grading)))
        status = StatusLabel(self._theme)
        said = outcome(grading)
        icon, tone = _LOOKS.get(said, ("circle", ""))
        names = {
            "pass": self.tr("Pass"),
            "fail": self.tr("Fail"),
            "not_scored": self.tr("Not scored"),
            "incomplete": self.tr("Incomplete"),
        }
        status.show_status(names.get(said, ""), icon=icon, tone=tone)
        line.addWidget(status)
        line.addStretch()
        column.addWidget(make_label("small", who))
        column.addLayout(line)
        return box

    def _items(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, tokens.SPACE, tokens.SPACE, 0)
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.SPACE)
        for place, stretch in enumerate((0, 5, 4, 4)):
            grid.setColumnStretch(place, stretch)
        row = 0
        for section in self.sections:
            self._section(grid, row, section)
            row += 1
            for item in section.rows:
                self._item(grid, row, item)
                row += 1
        grid.setRowStretch(row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Items"))
        return scroll

    def _section(self, grid: QGridLayout, row: int, section: OpinionSection) -> None:
        grid.addWidget(make_label("heading", section.title, wrap=True), row, 0, 1, 2)
        for place, said in ((2, section.first), (3, section.second)):
            grid.addWidget(make_label("heading", said), row, place)

    def _item(self, grid: QGridLayout, row: int, item: OpinionRow) -> None:
        icon = "arrow-left-right" if item.differs else "equal"
        mark = IconLabel(
            self._theme, icon, "caution" if item.differs else "muted", tokens.ICON_SMALL
        )
        said = self.tr("differ") if item.differs else self.tr("the same")
        mark.setAccessibleName(said)
        mark.setToolTip(said)
        title = make_label("", item.title, wrap=True)
        widgets = [mark, title, self._cell(item.first), self._cell(item.second)]
        for place, widget in enumerate(widgets):
            grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignTop)
        self._rows.append((item.differs, widgets))

    def _cell(self, cell: OpinionCell) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label("", cell.answer, wrap=True))
        if cell.comment:
            column.addWidget(make_label("small", cell.comment, wrap=True))
        return box

    def _foot(self) -> QHBoxLayout:
        self.only = QCheckBox(self.tr("Only what differs"))
        self.only.clicked.connect(self._show_rows)
        self.open_review = TextButton(self._theme, "quiet", "external-link")
        self.open_review.name_it(self.tr("Open your review"))
        self.open_review.clicked.connect(self._go_to_review)
        self.open_results = TextButton(self._theme, "quiet", "chart-column")
        self.open_results.name_it(self.tr("Statistics of this package"))
        self.open_results.clicked.connect(self._go_to_results)
        close = TextButton(self._theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self.only)
        foot.addStretch()
        for button in (self.open_review, self.open_results, close):
            foot.addWidget(button)
        return foot

    def _show_rows(self) -> None:
        only = self.only.isChecked()
        for differs, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(differs or not only)

    def _go_to_review(self) -> None:
        self.accept()
        self.review_requested.emit(self._both.opinion.interaction_id)

    def _go_to_results(self) -> None:
        self.accept()
        self.results_requested.emit(self._both.opinion.session_id or "")
