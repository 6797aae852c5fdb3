"""The editor's keys, whichever of its widgets has the focus."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.desktop.rubrics.editor.outline import Outline
from qa_desktop.desktop.widgets.keyed import native_key

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Action(StrEnum):
    NEW_ITEM = "new_item"
    NEW_SECTION = "new_section"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    RENAME = "rename"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    PREVIOUS_NODE = "previous_node"
    NEXT_NODE = "next_node"
    UNDO = "undo"
    REDO = "redo"
    NEXT_PROBLEM = "next_problem"
    PREVIOUS_PROBLEM = "previous_problem"
    TRANSLATE = "translate"
    MEND = "mend"
    TEXT = "text"
    NEXT_COLUMN = "next_column"
    PREVIOUS_COLUMN = "previous_column"
    PUBLISH = "publish"
    BACK = "back"


KEYS: dict[Action, tuple[str, ...]] = {
    Action.NEW_ITEM: ("Ctrl+Return", "Ctrl+Enter"),
    Action.NEW_SECTION: ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    Action.DUPLICATE: ("Ctrl+Shift+D",),
    Action.DELETE: ("Del",),
    Action.RENAME: ("F2",),
    Action.MOVE_UP: ("Alt+Up",),
    Action.MOVE_DOWN: ("Alt+Down",),
    Action.PREVIOUS_NODE: ("Alt+PgUp",),
    Action.NEXT_NODE: ("Alt+PgDown",),
    Action.UNDO: ("Ctrl+Z",),
    Action.REDO: ("Ctrl+Shift+Z", "Ctrl+Y"),
    Action.NEXT_PROBLEM: ("F8",),
    Action.PREVIOUS_PROBLEM: ("Shift+F8",),
    Action.TRANSLATE: ("Ctrl+T",),
    Action.MEND: ("Ctrl+M",),
    Action.TEXT: ("Ctrl+E",),
    Action.NEXT_COLUMN: ("F6",),
    Action.PREVIOUS_COLUMN: ("Shift+F6",),
    Action.PUBLISH: ("Ctrl+Shift+P",),
    Action.BACK: ("Alt+Left",),
}
# In a text they mean something else.
_IN_OUTLINE = (Action.DELETE,)


def key_of(action: Action) -> str:
    """As this system writes it."""
    return native_key(KEYS[action][0])


class EditorKeys(QObject):
    """Watches the widget with the focus while it lies on the page.

    Not QShortcut: the window has keys of its own, which give way here.
    """

    def __init__(self, page: QWidget, perform: Callable[[Action], None]) -> None:
        super().__init__(page)
        self._page = page
        self._perform = perform
        self._watched: QWidget | None = None
        self._table = {
            QKeySequence(key).toString(_PORTABLE): action
            for action, keys in KEYS.items()
            for key in keys
        }
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

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

    def _wanted(self, event: QKeyEvent) -> Action | None:
        modifiers = event.modifiers() & ~_KEYPAD
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        action = self._table.get(pressed.toString(_PORTABLE))
        if action in _IN_OUTLINE and not isinstance(self._watched, Outline):
            return None
        return action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._watched:
            return False
        action = self._wanted(event)
        if action is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            # Ours now: no shortcut of the window takes it.
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._perform(action)
            return True
        return False
