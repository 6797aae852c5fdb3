"""Gives the review page its keys, whichever of its widgets has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from qa_desktop.desktop.review.shortcuts import Action, ShortcutMap, acts_while_typing

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PORTABLE = QKeySequence.SequenceFormat.PortableText

# A widget's property: the keys that it keeps for itself while it has the focus.
OWN_KEYS = "own_keys"

Perform = Callable[[Action, str], bool]


class KeyRouter(QObject):
    """Watches the widget with the focus while it lies on the page.

    Not QShortcut: a key must mean the action outside text fields and a letter inside them, and
    Space must still press the button that was reached with Tab.
    """

    def __init__(self, page: QWidget, shortcuts: ShortcutMap, perform: Perform) -> None:
        """`perform(action, key)` says whether it did anything; if not, the key goes its own way."""
        super().__init__(page)
        self._page = page
        self._perform = perform
        self._watched: QWidget | None = None
        self._table: dict[str, tuple[Action, str]] = {}
        self.use(shortcuts)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def use(self, shortcuts: ShortcutMap) -> None:
        """Other keys, in force at once."""
        self._table = {
            QKeySequence(key).toString(_PORTABLE): (action, key)
            for key, action in shortcuts.table().items()
        }

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            self._watched = new
            new.installEventFilter(self)
            new.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None

    def _found(self, event: QKeyEvent) -> tuple[Action, str] | None:
        modifiers = event.modifiers() & ~_KEYPAD
        found = self._table.get(_text(modifiers, event.key()))
        # Signs like + and ? need Shift on some keyboards and not on others.
        if found is None and modifiers == _SHIFT and event.text() and not event.text().isalpha():
            found = self._table.get(_text(Qt.KeyboardModifier.NoModifier, event.key()))
        return found

    def _wanted(self, event: QKeyEvent) -> tuple[Action, str] | None:
        found = self._found(event)
        focus = self._watched
        if found is None or focus is None:
            return None
        action, key = found
        if key in (focus.property(OWN_KEYS) or ()):
            return None
        if isinstance(focus, _TEXT_FIELDS):
            return found if acts_while_typing(key) else None
        if isinstance(focus, QComboBox):
            return found if acts_while_typing(key) else None
        if key == "Space" and isinstance(focus, QAbstractButton):
            return None
        if key == "Tab" and focus is not self._page:
            return None
        return action, key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._watched:
            return False
        wanted = self._wanted(event)
        if wanted is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            # Ours now: no shortcut of the window takes it.
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._perform(*wanted)


def _text(modifiers: Qt.KeyboardModifier, key: int) -> str:
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(key))).toString(_PORTABLE)
