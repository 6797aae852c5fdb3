"""Which key does what on the waveform; the page may bind other keys to the same intents."""

from enum import StrEnum

from PySide6.QtCore import Qt

from qa_desktop.desktop.waveform.nudging import Edge

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class KeyIntent(StrEnum):
    BACK = "back"
    AHEAD = "ahead"
    FAR_BACK = "far_back"
    FAR_AHEAD = "far_ahead"
    PREVIOUS_PIN = "previous_pin"
    NEXT_PIN = "next_pin"
    TO_START = "to_start"
    TO_END = "to_end"
    PAGE_BACK = "page_back"
    PAGE_AHEAD = "page_ahead"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    WHOLE = "whole"
    MARK_IN = "mark_in"
    MARK_OUT = "mark_out"
    CLEAR_RANGE = "clear_range"
    COMMENT = "comment"
    OPEN_PIN = "open_pin"
    ZOOM_RANGE = "zoom_range"
    SNAP = "snap"
    NUDGE_START_BACK = "nudge_start_back"
    NUDGE_START_AHEAD = "nudge_start_ahead"
    NUDGE_END_BACK = "nudge_end_back"
    NUDGE_END_AHEAD = "nudge_end_ahead"
    GIVE_UP = "give_up"


_BINDINGS: dict[tuple[Qt.Key, Qt.KeyboardModifier], KeyIntent] = {
    (Qt.Key.Key_Left, _NONE): KeyIntent.BACK,
    (Qt.Key.Key_Right, _NONE): KeyIntent.AHEAD,
    (Qt.Key.Key_Left, _SHIFT): KeyIntent.FAR_BACK,
    (Qt.Key.Key_Right, _SHIFT): KeyIntent.FAR_AHEAD,
    (Qt.Key.Key_Left, _CTRL): KeyIntent.PREVIOUS_PIN,
    (Qt.Key.Key_Right, _CTRL): KeyIntent.NEXT_PIN,
    (Qt.Key.Key_Home, _NONE): KeyIntent.TO_START,
    (Qt.Key.Key_End, _NONE): KeyIntent.TO_END,
    (Qt.Key.Key_PageUp, _NONE): KeyIntent.PAGE_BACK,
    (Qt.Key.Key_PageDown, _NONE): KeyIntent.PAGE_AHEAD,
    (Qt.Key.Key_Plus, _NONE): KeyIntent.ZOOM_IN,
    (Qt.Key.Key_Equal, _NONE): KeyIntent.ZOOM_IN,
    (Qt.Key.Key_Plus, _SHIFT): KeyIntent.ZOOM_IN,
    (Qt.Key.Key_Minus, _NONE): KeyIntent.ZOOM_OUT,
    (Qt.Key.Key_0, _CTRL): KeyIntent.WHOLE,
    (Qt.Key.Key_Z, _NONE): KeyIntent.ZOOM_RANGE,
    (Qt.Key.Key_S, _SHIFT): KeyIntent.SNAP,
    (Qt.Key.Key_Left, _CTRL | _SHIFT): KeyIntent.NUDGE_START_BACK,
    (Qt.Key.Key_Right, _CTRL | _SHIFT): KeyIntent.NUDGE_START_AHEAD,
    (Qt.Key.Key_Left, _ALT | _SHIFT): KeyIntent.NUDGE_END_BACK,
    (Qt.Key.Key_Right, _ALT | _SHIFT): KeyIntent.NUDGE_END_AHEAD,
    (Qt.Key.Key_I, _NONE): KeyIntent.MARK_IN,
    (Qt.Key.Key_O, _NONE): KeyIntent.MARK_OUT,
    (Qt.Key.Key_Backspace, _NONE): KeyIntent.CLEAR_RANGE,
    (Qt.Key.Key_M, _NONE): KeyIntent.COMMENT,
    (Qt.Key.Key_Return, _NONE): KeyIntent.OPEN_PIN,
    (Qt.Key.Key_Enter, _NONE): KeyIntent.OPEN_PIN,
    (Qt.Key.Key_Escape, _NONE): KeyIntent.GIVE_UP,
}

STEPS_MS = {
    KeyIntent.BACK: -1000,
    KeyIntent.AHEAD: 1000,
    KeyIntent.FAR_BACK: -5000,
    KeyIntent.FAR_AHEAD: 5000,
}

# Which edge a nudge moves, and which way.
NUDGES = {
    KeyIntent.NUDGE_START_BACK: (Edge.START, -1),
    KeyIntent.NUDGE_START_AHEAD: (Edge.START, 1),
    KeyIntent.NUDGE_END_BACK: (Edge.END, -1),
    KeyIntent.NUDGE_END_AHEAD: (Edge.END, 1),
}


def intent_of(key: int, modifiers: Qt.KeyboardModifier) -> KeyIntent | None:
    plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    return _BINDINGS.get((Qt.Key(key), plain))
