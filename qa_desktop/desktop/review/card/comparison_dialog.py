"""Shows the review under way beside the agent's last one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.review.card.comparison import AnswerWords, Comparison, ItemRow, Trend
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel

_ICONS = {Trend.UP: "trending-up", Trend.DOWN: "trending-down", Trend.SAME: "equal"}
_TONES = {Trend.UP: "good", Trend.DOWN: "bad", Trend.SAME: ""}
_HEIGHT = 600
_THEN, _NOW, _TREND = 1, 2, 3


class ComparisonDialog(QDialog):
    """Signal `open_requested(str interaction_id)`: to see the earlier review itself."""

    open_requested = Signal(str)

    def __init__(
        self, theme: Theme, comparison: Comparison | None, parent: QWidget | None = None
    ) -> None:
        """`comparison` None: there is no earlier review of this agent with this rubric."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[Trend, tuple[QWidget, ...]]] = []
        self.setWindowTitle(self.tr("Compare with the last review"))
        self.resize(tokens.DIALOG_WIDTH + tokens.DIALOG_WIDTH // 3, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        self.only_changes = QCheckBox(self.tr("Only what changed"))
        self.opener: TextButton | None = None
        self.only_changes.clicked.connect(self._show_rows)
        if comparison is None:
            column.addWidget(self._nothing(), 1)
            foot.addStretch()
        else:
            self._show(column, comparison)
            foot.addWidget(self.only_changes)
            foot.addStretch()
            self.opener = self._make_opener(comparison)
            foot.addWidget(self.opener)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus()

    def _nothing(self) -> EmptyState:
        empty = EmptyState(self._theme, "git-compare-arrows")
        empty.show_words(
            self.tr("Nothing to compare with yet"),
            self.tr(
                "This agent has no other submitted review with this rubric. The next one can be"
                " compared with this."
            ),
        )
        return empty

    def _make_opener(self, comparison: Comparison) -> TextButton:
        opener = TextButton(self._theme, "quiet", "external-link")
        opener.name_it(self.tr("Open that review"))
        opener.clicked.connect(lambda: self._open(comparison.interaction_id))
        return opener

    def _open(self, interaction_id: str) -> None:
        self.accept()
        self.open_requested.emit(interaction_id)

    def _show(self, column: QVBoxLayout, comparison: Comparison) -> None:
        title = self.tr("{0}: now and last time").format(comparison.agent)
        column.addWidget(make_label("title", title, wrap=True))
        column.addWidget(make_label("muted", self._about(comparison), wrap=True))
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, tokens.SPACE, tokens.SPACE, 0)
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.TIGHT)
        for place, stretch in enumerate((5, 3, 3, 0)):
            grid.setColumnStretch(place, stretch)
        self._head(grid, comparison)
        row = 2
        for section in comparison.sections:
            row = self._line(grid, row, section.title, section.then, section.now, section.trend)
            for item in section.items:
                row = self._item(grid, row, item)
        grid.setRowStretch(row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(title)
        column.addWidget(scroll, 1)

    def _about(self, comparison: Comparison) -> str:
        parts = [
            comparison.title,
            self.tr("graded by {0}").format(comparison.reviewer) if comparison.reviewer else "",
        ]
        if comparison.then_version != comparison.now_version:
            parts.append(self.tr("with version {0} of the rubric").format(comparison.then_version))
        return " · ".join(part for part in parts if part)

    def _head(self, grid: QGridLayout, comparison: Comparison) -> None:
        then = self.tr("Last time, {0}").format(date_text(comparison.submitted_at))
        for place, word in ((_THEN, then), (_NOW, self.tr("Now"))):
            grid.addWidget(make_label("small", word), 0, place)
        whole = make_label("heading", self.tr("Score"))
        grid.addWidget(whole, 1, 0)
        for place, score, grade in (
            (_THEN, comparison.then_score, comparison.then_grade),
            (_NOW, comparison.now_score, comparison.now_grade),
        ):
            words = " · ".join(part for part in (score, grade) if part) or "–"
            grid.addWidget(make_label("heading", words), 1, place)
        self._trend(grid, 1, comparison.trend)

    def _line(
        self, grid: QGridLayout, row: int, title: str, then: str, now: str, trend: Trend
    ) -> int:
        for place, text in ((0, title), (_THEN, then or "–"), (_NOW, now or "–")):
            label = make_label("heading", text, wrap=place == 0)
            label.setContentsMargins(0, tokens.SPACE, 0, 0)
            grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        self._trend(grid, row, trend)
        return row + 1

    def _item(self, grid: QGridLayout, row: int, item: ItemRow) -> int:
        text = make_label("", f"{item.number}  {item.text}", wrap=True)
        then, now = self._answer(item.then), self._answer(item.now)
        widgets: list[QWidget] = [text, then, now]
        for place, label in enumerate((text, then, now)):
            grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        mark = self._trend(grid, row, item.trend)
        if mark is not None:
            widgets.append(mark)
        if item.then.comment:
            said = make_label("small", item.then.comment, wrap=True)
            said.setContentsMargins(0, 0, 0, tokens.TIGHT)
            grid.addWidget(said, row + 1, _THEN, 1, 2, Qt.AlignmentFlag.AlignTop)
            widgets.append(said)
        self._rows.append((item.trend, tuple(widgets)))
        return row + 2

    def _answer(self, answer: AnswerWords) -> QLabel:
        return make_label("", self.tr("N/A") if answer.na else answer.text or "–", wrap=True)

    def _trend(self, grid: QGridLayout, row: int, trend: Trend) -> QWidget | None:
        if trend is Trend.NONE:
            return None
        words = {
            Trend.UP: self.tr("better"),
            Trend.DOWN: self.tr("worse"),
            Trend.SAME: self.tr("same"),
        }
        mark = StatusLabel(self._theme)
        mark.show_status(words[trend], icon=_ICONS[trend], tone=_TONES[trend])
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        grid.addWidget(mark, row, _TREND, top)
        return mark

    def _show_rows(self) -> None:
        for trend, widgets in self._rows:
            shown = not self.only_changes.isChecked() or trend in (Trend.UP, Trend.DOWN)
            for widget in widgets:
                widget.setVisible(shown)
