"""The keys of the meeting: everything is at hand without the mouse."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class MeetingKey(StrEnum):
    BACK = "back"
    ON = "on"
    UP = "up"
    DOWN = "down"
    PLAY = "play"
    NAMES = "names"
    WRITE = "write"
    DECIDE = "decide"
    SCREEN = "screen"
    LEAVE = "leave"


_KEYS = {
    Qt.Key.Key_Left: MeetingKey.BACK,
    Qt.Key.Key_PageUp: MeetingKey.BACK,
    Qt.Key.Key_Right: MeetingKey.ON,
    Qt.Key.Key_PageDown: MeetingKey.ON,
    Qt.Key.Key_Up: MeetingKey.UP,
    Qt.Key.Key_Down: MeetingKey.DOWN,
    Qt.Key.Key_Space: MeetingKey.PLAY,
    Qt.Key.Key_R: MeetingKey.NAMES,
    Qt.Key.Key_T: MeetingKey.WRITE,
    Qt.Key.Key_D: MeetingKey.DECIDE,
    Qt.Key.Key_F11: MeetingKey.SCREEN,
    Qt.Key.Key_Escape: MeetingKey.LEAVE,
}


def key_of(event: QKeyEvent) -> MeetingKey | None:
    """What it asks for, pressed alone. Presenters' remotes send Page Up and Page Down."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
