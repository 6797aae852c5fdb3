"""Takes the next combination of keys that is pressed."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from qa_desktop.desktop.theme import tokens

_ALONE = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class KeyRecorder(QLabel):
    """Has the keyboard to itself while it has the focus: Tab, Esc and Enter are keys like others.

    Signals: `recorded(str)` with the portable text; `given_up` when the focus went elsewhere.
    """

    recorded = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "recorder")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(tokens.HIT)
        self.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, 0)
        words = self.tr("Press the keys…")
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("A click elsewhere leaves all as it is."))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                # Here, not in keyPressEvent: Tab would leave before it.
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _ALONE and not event.isAutoRepeat():
            self.recorded.emit(portable_key(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.given_up.emit()


def portable_key(event: QKeyEvent) -> str:
    """As the tables write it: Shift is left out where it only makes the sign, as of ? and +."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~_KEYPAD
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    sign = event.text()
    if modifiers == _SHIFT and len(sign) == 1 and sign.isprintable() and not sign.isalnum():
        modifiers = Qt.KeyboardModifier.NoModifier if sign != " " else _SHIFT
    return QKeySequence(QKeyCombination(modifiers, key)).toString(
        QKeySequence.SequenceFormat.PortableText
    )
