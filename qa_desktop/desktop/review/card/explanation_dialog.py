"""Why the score is what it is, step by step with its numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.explain import Row, RowKind

_WIDTH, _HEIGHT = 640, 560
_STRONG = frozenset({RowKind.SECTION, RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.GRADE})


class ExplanationDialog(QDialog):
    def __init__(
        self, theme: Theme, title: str, rows: tuple[Row, ...], parent: QWidget | None = None
    ) -> None:
        """`title` says whose score it is and what it is now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Why this score?"))
        begin_with_size(self, _WIDTH, _HEIGHT)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, tokens.SPACE, 0)
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.TIGHT)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for place, row in enumerate(rows):
            self._add(grid, place, row)
        grid.setRowStretch(len(rows), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Why this score?"))
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", title, wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _add(self, grid: QGridLayout, place: int, row: Row) -> None:
        strong = row.kind in _STRONG
        label = make_label("heading" if strong else "", row.label, wrap=True)
        indent = tokens.WIDE if row.kind is RowKind.ITEM else 0
        above = tokens.SPACE if strong else 0
        label.setContentsMargins(indent, above, 0, 0)
        detail = make_label("small", row.detail, wrap=True)
        detail.setContentsMargins(0, above, 0, 0)
        figure = make_label("heading" if strong else "", row.figure)
        figure.setContentsMargins(0, above, 0, 0)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(detail, place, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(figure, place, 2, Qt.AlignmentFlag.AlignTop)
