"""Check boxes for the values of one fact."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.search_field import SearchField

_MANY = 12
_VALUE = Qt.ItemDataRole.UserRole
# Value, label, count.
Choice = tuple[str, str, int]


class FacetPopup(QDialog):
    """Check boxes that act at once. Signal `chosen(tuple[str, ...])`."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        word: str,
        choices: Sequence[Choice],
        values: tuple[str, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(word)
        self.list = QListWidget()
        self.list.setAccessibleName(word)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(1)
        for value, label, count in choices:
            item = QListWidgetItem(f"{label}  ({count})")
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = value in values
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            item.setSizeHint(item.sizeHint().expandedTo(self._row_size()))
            self.list.addItem(item)
        self.list.itemChanged.connect(self._say)
        self.list.itemActivated.connect(_flip)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        if len(choices) > _MANY:
            field = SearchField(theme)
            field.name_it(self.tr("Find"))
            field.textChanged.connect(self._narrow)
            column.addWidget(field)
        column.addWidget(self.list)
        clear = TextButton(theme, "link")
        clear.name_it(self.tr("Any"))
        clear.clicked.connect(self._clear)
        column.addWidget(clear, alignment=Qt.AlignmentFlag.AlignLeft)
        rows = min(len(choices), _MANY)
        self.list.setFixedHeight((rows + 1) * (tokens.HIT + 2))
        self.setMinimumWidth(tokens.DIALOG_WIDTH // 2)
        self.list.setCurrentRow(0)

    def _row_size(self) -> QSize:
        return QSize(0, tokens.HIT)

    def _say(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        checked = [i for i in items if i.checkState() == Qt.CheckState.Checked]
        self.chosen.emit(tuple(item.data(_VALUE) for item in checked))

    def _narrow(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _clear(self) -> None:
        self.chosen.emit(())
        self.accept()


def _flip(item: QListWidgetItem) -> None:
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
