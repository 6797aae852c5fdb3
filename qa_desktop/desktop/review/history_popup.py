"""The last steps of a review, to go back to any of them and forward again."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qa_desktop.desktop.review.state import StepState
from qa_desktop.desktop.review.words import step_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.label import make_label

_BY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 12


class HistoryPopup(QDialog):
    """The newest first; the line that is chosen at first is how things are now.

    Signal `jump_requested(int)`: so many steps back (below 0) or forward.
    """

    jump_requested = Signal(int)

    def __init__(
        self, theme: Theme, steps: Sequence[tuple[StepState, bool]], parent: QWidget
    ) -> None:
        """`steps`: the oldest first, each with whether it was undone."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Last steps"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Last steps"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        done = sum(not undone for _, undone in steps)
        for number, (step, undone) in reversed(list(enumerate(steps, start=1))):
            words = step_words(step)
            if undone:
                words = self.tr("{0} (undone)").format(words)
            self._add(theme, words, number - done, undone=undone)
        self._add(theme, self.tr("As it began"), -done, undone=False)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        hint = make_label("small", self.tr("Enter goes back to how it was after that step."))
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("heading", self.tr("Last steps")))
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        rows = min(self.list.count(), _ROWS_SHOWN)
        around = 2 * tokens.ROW_HEIGHT + tokens.SPACE
        self.resize(tokens.DIALOG_WIDTH * 2 // 3, rows * tokens.BUTTON_HEIGHT + around)
        self.list.setFocus()

    def _add(self, theme: Theme, words: str, by: int, *, undone: bool) -> None:
        item = QListWidgetItem(words, self.list)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, tokens.BUTTON_HEIGHT))
        item.setData(_BY, by)
        icon = "check" if by == 0 else "redo-2" if undone else "undo-2"
        item.setIcon(theme.icon(icon, "good" if by == 0 else "muted", tokens.ICON_SMALL))
        if by == 0:
            self.list.setCurrentItem(item)

    def open_above(self, widget: QWidget) -> None:
        corner = widget.mapToGlobal(QPoint(widget.width(), 0))
        self.move(corner - QPoint(self.width(), self.height() + tokens.TIGHT))
        self.open()

    def _choose(self, item: QListWidgetItem) -> None:
        by = int(item.data(_BY))
        self.accept()
        if by:
            self.jump_requested.emit(by)
