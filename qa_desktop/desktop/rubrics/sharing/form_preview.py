"""What a spreadsheet becomes: sections and items, how they are answered, what they weigh."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from qa_desktop.desktop.rubrics.numbers import number_text, percent_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.rubrics.model import (
    AdjustmentKind,
    AnswerType,
    Choice,
    Item,
    Measure,
    Multi,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.shares import Shares

translate = QCoreApplication.translate
_ROW = Qt.ItemDataRole.UserRole
_TITLE, _ANSWER, _SHARE = range(3)


class FormPreview(QTreeWidget):
    """Signal `row_wanted(int)`: the sheet's row of the item that was chosen."""

    row_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setIndentation(tokens.WIDE)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (_ANSWER, _SHARE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)
        self.rename()

    def rename(self) -> None:
        self.setAccessibleName(translate("Sharing", "What it becomes"))
        self.setHeaderLabels(
            [
                translate("Sharing", "Section, item"),
                translate("Sharing", "Answered by"),
                translate("Sharing", "Share"),
            ]
        )

    def show_rubric(
        self, rubric: Rubric | None, shares: Shares, rows: dict[str, int], language: str
    ) -> None:
        self.clear()
        if rubric is None:
            return
        for section in rubric.sections:
            share = shares.sections.get(section.id)
            top = self._line(None, section.title.to(language), "", share)
            font = top.font(_TITLE)
            font.setBold(True)
            top.setFont(_TITLE, font)
            for item in section.items:
                made = self._line(
                    top,
                    item.text.to(language),
                    answer_words(item, language),
                    shares.items.get(item.id),
                )
                made.setData(_TITLE, _ROW, rows.get(item.id))
        if rubric.adjustments:
            top = self._line(None, translate("Sharing", "Bonuses and deductions"), "", None)
            for adjustment in rubric.adjustments:
                sign = "−" if adjustment.kind is AdjustmentKind.DEDUCTION else "+"
                points = f"{sign}{number_text(adjustment.points)}"
                made = self._line(top, adjustment.title.to(language), points, None)
                made.setData(_TITLE, _ROW, rows.get(adjustment.id))
        self.expandAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The titles keep most of the room."""
        super().resizeEvent(event)
        room = self.viewport().width()
        share = self.fontMetrics().horizontalAdvance("100.00 %") + 2 * tokens.SPACE
        self.setColumnWidth(_SHARE, share)
        self.setColumnWidth(_ANSWER, min((room - share) * 2 // 5, tokens.scaled(180)))

    def _line(
        self, parent: QTreeWidgetItem | None, title: str, answer: str, share: object
    ) -> QTreeWidgetItem:
        said = percent_text(share) if share else ""  # type: ignore[arg-type] # a Fraction or None
        line = QTreeWidgetItem([title, answer, said])
        line.setTextAlignment(_SHARE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setSizeHint(_TITLE, QSize(0, tokens.HIT))
        line.setToolTip(_TITLE, title)
        line.setToolTip(_ANSWER, answer)
        if parent is None:
            self.addTopLevelItem(line)
        else:
            parent.addChild(line)
        return line

    def _want(self, line: QTreeWidgetItem) -> None:
        row = line.data(_TITLE, _ROW)
        if row is not None:
            self.row_wanted.emit(int(row))


def answer_words(item: Item, language: str) -> str:
    said = _answer(item.answer, language)
    if item.veto is not None:
        said = translate("Sharing", "{0}, veto").format(said)
    return said


def _answer(answer: AnswerType, language: str) -> str:
    match answer:
        case Choice(options=options):
            return " / ".join(option.title.to(language) for option in options)
        case Multi(options=options):
            return " + ".join(option.title.to(language) for option in options)
        case Scale(min=low, max=high):
            return f"{number_text(low)} – {number_text(high)}"
        case Points(max=most):
            return translate("Sharing", "0 to {0} points").format(number_text(most))
        case Measure(unit=unit):
            return unit
    return translate("Sharing", "Free text")
