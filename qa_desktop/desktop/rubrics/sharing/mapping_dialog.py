"""The import of a team's spreadsheet: what each column is, and the rubric that comes of it."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.rubrics.sharing.form_preview import FormPreview
from qa_desktop.desktop.rubrics.sharing.mapping_presenter import (
    Made,
    MappingPresenter,
    MappingState,
    in_both_languages,
    make,
)
from qa_desktop.desktop.rubrics.sharing.problem_list import ProblemList
from qa_desktop.desktop.rubrics.sharing.role_header import RoleHeader
from qa_desktop.desktop.rubrics.sharing.sheet_model import SheetModel
from qa_desktop.desktop.rubrics.sharing.words import language_word, usual_word
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.mapping import UsualAnswer

_SIZE = (1180, 660)
_WIDTHS = (116, 300)
_LEFT, _RIGHT = 3, 2
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)$")


class MappingDialog(QDialog):
    """Signal `draft_wanted(str)`: the rubric's text, of which a draft is to be made."""

    draft_wanted = Signal(str)

    def __init__(
        self, services: Services, name: str, grids: Sequence[Grid], parent: QWidget | None = None
    ) -> None:
        """`name`: the file's."""
        super().__init__(parent)
        self._services = services
        self._name = name
        self.presenter = MappingPresenter(grids)
        theme = services.theme
        begin_with_size(self, *_SIZE)
        self._title = make_label("title", wrap=True)
        self._help = make_label("muted", wrap=True)
        self.sheet, self.language, self.usual = QComboBox(), QComboBox(), QComboBox()
        self.first_row = QSpinBox()
        indent(self.first_row)
        self.both = QCheckBox()
        self._labels = {
            field: QLabel() for field in (self.sheet, self.language, self.usual, self.first_row)
        }
        self.model = SheetModel(theme)
        self.table = QTableView()
        self.header = RoleHeader(self.table)
        self._set_up_table()
        self.preview = FormPreview()
        self.problems = ProblemList(theme)
        self._becomes = make_label("heading", wrap=True)
        self._facts = make_label("muted", wrap=True)
        self.cancel = TextButton(theme)
        self.take = TextButton(theme, "primary", "pencil")
        self.take.setDefault(True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._again(self.presenter.state)

    def _set_up_table(self) -> None:
        table = self.table
        table.setHorizontalHeader(self.header)
        table.setModel(self.model)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tokens.HIT)
        rows.setHighlightSections(False)

    def _lay_out(self) -> None:
        options = QWidget()
        flow = FlowLayout(options, tokens.WIDE)
        keeps_height(options)
        for field, label in self._labels.items():
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(tokens.SPACE)
            label.setBuddy(field)
            field.setMinimumHeight(tokens.BUTTON_HEIGHT)
            row.addWidget(label)
            row.addWidget(field)
            flow.addWidget(pair)
            if field is self.sheet:
                self._sheet_pair = pair
        self.both.setMinimumHeight(tokens.BUTTON_HEIGHT)
        flow.addWidget(self.both)
        left = Card(margin=tokens.TIGHT)
        left.body.addWidget(self.table)
        right = Card(margin=tokens.SPACE)
        right.body.addWidget(self._becomes)
        right.body.addWidget(self.preview, 1)
        right.body.addWidget(self.problems)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, _LEFT)
        self._splitter.setStretchFactor(1, _RIGHT)
        self._splitter.setSizes([_LEFT * 1000, _RIGHT * 1000])
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._facts, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        margin = tokens.WIDE
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(tokens.SPACE)
        for widget in (self._title, self._help, options):
            column.addWidget(widget)
        column.addWidget(self._splitter, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        presenter = self.presenter
        self.sheet.activated.connect(lambda place: self._again(presenter.choose_sheet(place)))
        self.language.activated.connect(
            lambda _: self._again(presenter.choose_language(self.language.currentData()))
        )
        self.usual.activated.connect(
            lambda _: self._again(presenter.choose_usual(UsualAnswer(self.usual.currentData())))
        )
        self.first_row.valueChanged.connect(self._choose_first_row)
        self.header.role_chosen.connect(
            lambda column, role: self._again(presenter.choose_role(column, role))
        )
        self.preview.row_wanted.connect(lambda row: self._show_place(row, None))
        self.problems.wanted.connect(self._show_problem)
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)

    def show_state(self, state: MappingState) -> None:
        grid, mapping = state.grid, state.mapping
        self.sheet.setCurrentIndex(state.sheet)
        self.language.setCurrentIndex(self.language.findData(mapping.language))
        self.usual.setCurrentIndex(self.usual.findData(mapping.usual))
        self.first_row.setRange(1, max(grid.height, 1) + 1)
        self.first_row.setValue(mapping.first_row + 1)
        before = self.model.columnCount()
        if self.model.show_grid(grid):
            self._merge(grid)
        headings = [
            grid.shown(mapping.first_row - 1, column).text.replace("\n", " ")
            for column in range(grid.width)
        ]
        self.header.show_mapping(mapping, headings)
        if before != grid.width:
            self._size_columns(grid)
        made = state.made
        draft = made.draft if made is not None else None
        if made is not None:
            self._show_made(made, mapping.first_row)
        other = language_word(mapping.other)
        self.both.setText(self.tr("Also in {0}, to be translated").format(other))
        self.both.setToolTip(
            self.tr(
                "The draft lists both languages and marks what has to be written in {0}."
            ).format(other)
        )
        # A sheet that says something in both is in both.
        self.both.setVisible(draft is None or len(draft.rubric.languages) == 1)
        self.take.setEnabled(draft is not None)

    def _show_made(self, made: Made, first_row: int) -> None:
        draft, language = made.draft, self._services.language
        used = frozenset(draft.rows.values()) if draft is not None else frozenset()
        wrong = frozenset(
            place for problem in made.problems if (place := _place(problem)) is not None
        )
        self.model.show_reading(first_row, used, wrong)
        self.problems.show_problems(made.problems, language)
        rubric = draft.rubric if draft is not None else None
        self.preview.show_rubric(
            rubric, made.shares, draft.rows if draft is not None else {}, language
        )
        if rubric is None:
            self._facts.setText("")
            return
        said = [
            self.tr("%n section(s)", "", len(rubric.sections)),
            self.tr("%n item(s)", "", len(rubric.items())),
        ]
        if made.problems:
            said.append(self.tr("%n to look at", "", len(made.problems)))
        self._facts.setText(" · ".join(said))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import a spreadsheet"))
        self._title.setText(self.tr("“{0}” as a rubric").format(self._name))
        self._help.setText(
            self.tr(
                "Above each column stands what it is taken for: change what was guessed wrong. The "
                "result opens as a draft; nothing is published yet."
            )
        )
        words: dict[QComboBox | QSpinBox, str] = {
            self.sheet: self.tr("Sheet"),
            self.language: self.tr("Language"),
            self.usual: self.tr("Items are answered by"),
            self.first_row: self.tr("Items begin in row"),
        }
        for field, word in words.items():
            self._labels[field].setText(word)
            field.setAccessibleName(word)
        self._fill(self.sheet, [(g.name or self._name, g.name) for g in self.presenter.state.grids])
        self._fill(self.language, [(language_word(key), key) for key in ("zh-CN", "en")])
        self._fill(self.usual, [(usual_word(usual), usual) for usual in UsualAnswer])
        several = len(self.presenter.state.grids) > 1
        self._sheet_pair.setVisible(several)
        self._becomes.setText(self.tr("What it becomes"))
        self.preview.rename()
        self.table.setAccessibleName(self.tr("Cells of the sheet"))
        self.cancel.name_it(self.tr("Cancel"))
        self.take.name_it(self.tr("Open as draft"))
        self.show_state(self.presenter.state)

    def _fill(self, combo: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
        for place, (word, value) in enumerate(entries):
            if combo.count() <= place:
                combo.addItem(word, value)
            else:
                combo.setItemText(place, word)

    def _merge(self, grid: Grid) -> None:
        self.table.clearSpans()
        for span in grid.spans:
            rows = min(span.bottom + 1, self.model.rowCount()) - span.top
            columns = min(span.right + 1, self.model.columnCount()) - span.left
            if rows > 0 and columns > 0 and (rows > 1 or columns > 1):
                self.table.setSpan(span.top, span.left, rows, columns)

    def _size_columns(self, grid: Grid) -> None:
        """As wide as what stands there, within reason."""
        metrics = self.table.fontMetrics()
        least, most = (tokens.scaled(width) for width in _WIDTHS)
        for column in range(grid.width):
            texts = [cell.text.split("\n")[0] for cell in grid.column(column, 0)][:60]
            widths = sorted(metrics.horizontalAdvance(text[:60]) for text in texts) or [0]
            usual = widths[len(widths) * 3 // 4] + 2 * tokens.WIDE
            self.table.setColumnWidth(column, min(max(usual, least), most))

    # Working it out

    def _choose_first_row(self, row: int) -> None:
        if row - 1 != self.presenter.state.mapping.first_row:
            self._again(self.presenter.choose_first_row(row - 1))

    def _again(self, state: MappingState) -> None:
        """Off the window's thread: a long form takes its time."""
        self.show_state(state)
        language = self._services.language
        task = self._services.runner.start(lambda _: (state.serial, make(state, language)))
        # By name: then nothing is called when the dialog is gone.
        task.finished.connect(self._made)

    def _made(self, result: tuple[int, Made]) -> None:
        state = self.presenter.made(*result)
        if state is not None:
            self.show_state(state)

    def _take(self) -> None:
        made, mapping = self.presenter.state.made, self.presenter.state.mapping
        if made is None or made.draft is None:
            return
        draft = made.draft
        if len(draft.rubric.languages) == 1 and not self.both.isChecked():
            text = draft.text
        else:
            text = in_both_languages(draft, mapping)
        self.accept()
        self.draft_wanted.emit(text)

    # Places

    def _show_problem(self, problem: Problem) -> None:
        place = _place(problem)
        if place is not None:
            self._show_place(*place)

    def _show_place(self, row: int, column: int | None) -> None:
        items = [c for c, role in enumerate(self.presenter.state.mapping.roles) if role == "item"]
        where = column if column is not None else (items or [0])[0]
        index = self.model.index(row, where)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _place(problem: Problem) -> tuple[int, int] | None:
    """Row and column, from 0, of "Sheet1!C7"."""
    found = _ADDRESS.search(problem.where.path or "")
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
