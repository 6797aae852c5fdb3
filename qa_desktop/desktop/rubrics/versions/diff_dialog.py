"""Compares any two versions of a rubric."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.versions.diff_view import DiffView
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

_SIZE = (920, 620)


class DiffDialog(QDialog):
    def __init__(
        self,
        theme: Theme,
        rubrics: Sequence[Rubric],
        old: int,
        new: int,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """`rubrics`: the versions, the newest first; `old` and `new` are places among them."""
        super().__init__(parent)
        self._rubrics = tuple(rubrics)
        self._language = language
        self.setWindowTitle(self.tr("Compare versions"))
        begin_with_size(self, *_SIZE)
        self.old, self.new = QComboBox(), QComboBox()
        for box, name, place in (
            (self.old, self.tr("Earlier version"), old),
            (self.new, self.tr("Later version"), new),
        ):
            box.setAccessibleName(name)
            for rubric in self._rubrics:
                box.addItem(self.tr("Version {0}").format(rubric.version))
            box.setCurrentIndex(place)
            box.activated.connect(self._show)
        swap = IconButton(theme, "arrow-left-right")
        swap.name_it(self.tr("Swap the two"))
        swap.clicked.connect(self._swap)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        title = self._rubrics[new].title.to(language)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(make_label("title", title, wrap=True), 1)
        for widget in (self.old, swap, self.new):
            head.addWidget(widget)
        self.view = DiffView(theme)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self._show()
        close.setFocus()

    def _swap(self) -> None:
        old, new = self.old.currentIndex(), self.new.currentIndex()
        self.old.setCurrentIndex(new)
        self.new.setCurrentIndex(old)
        self._show()

    def _show(self) -> None:
        old, new = (self._rubrics[box.currentIndex()] for box in (self.old, self.new))
        self.view.show_pair(old, new, self._language)
