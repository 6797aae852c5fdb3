"""The search above the turns: a field, which match of how many, and the way to the others."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.key_router import OWN_KEYS
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.keyed import key_near
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.desktop.widgets.spoken import announce

_WIDTH = 190


class TurnSearch(Retranslated):
    """Signals: `searched(str)`; `stepped(int)` by one match ahead or back; `left` with Esc."""

    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._found = make_label("small")
        self._count, self._at = 0, 0
        self._last = ""
        self._previous = IconButton(theme, "chevron-up")
        self._next = IconButton(theme, "chevron-down")
        self.field = SearchField(theme)
        self.field.setFixedWidth(tokens.scaled(_WIDTH))
        self.field.setProperty(OWN_KEYS, ["Esc"])
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        for widget in (self._found, self._previous, self._next, self.field):
            row.addWidget(widget)
        self.field.searched.connect(self._search)
        self.field.installEventFilter(self)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self.retranslate()

    def begin(self) -> None:
        """Puts the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def again(self) -> bool:
        """Looks for the last words once more, where the field is empty; whether it did."""
        if self.field.text() or not self._last:
            return False
        self.field.show_text(self._last)
        self.searched.emit(self._last)
        return True

    def show_found(self, at: int, count: int) -> None:
        """`at` counts from 1."""
        self._at, self._count = at, count
        self.retranslate()
        if self.field.text():
            announce(self, self._found.text())

    def _search(self, text: str) -> None:
        self._last = text or self._last
        self.searched.emit(text)

    def show_keys(self) -> None:
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.retranslate()

    def retranslate(self) -> None:
        words = self.tr("Search")
        self.field.name_it(f"{words}  {key_near(self, Action.SEARCH)}".strip())
        self._previous.name_it(self.tr("Previous match"), action="previous_match")
        self._next.name_it(self.tr("Next match"), action="next_match")
        found = self.tr("{0} of {1}").format(self._at, self._count)
        self._found.setText(found if self._count else self.tr("none"))
        for widget in (self._found, self._previous, self._next):
            widget.setVisible(bool(self.field.text()))
        for button in (self._previous, self._next):
            button.setEnabled(self._count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._count:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.field.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
