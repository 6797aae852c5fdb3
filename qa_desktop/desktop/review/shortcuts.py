"""Which keys do what on the review page: one table for the page, the tooltips and the help."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    PLAY = "play"
    BACK = "back"
    AHEAD = "ahead"
    FAR_BACK = "far_back"
    FAR_AHEAD = "far_ahead"
    PREVIOUS_COMMENT = "previous_comment"
    NEXT_COMMENT = "next_comment"
    SLOWER = "slower"
    PAUSE = "pause"
    FASTER = "faster"
    RATE_DOWN = "rate_down"
    RATE_UP = "rate_up"
    RATE_RESET = "rate_reset"
    COMMENT = "comment"
    RANGE_IN = "range_in"
    RANGE_OUT = "range_out"
    PLAY_RANGE = "play_range"
    LOOP_RANGE = "loop_range"
    DIGIT = "digit"
    NOT_APPLICABLE = "not_applicable"
    CLEAR = "clear"
    NEXT_ITEM = "next_item"
    PREVIOUS_ITEM = "previous_item"
    NEXT_UNANSWERED = "next_unanswered"
    ITEM_COMMENT = "item_comment"
    REASON = "reason"
    GUIDANCE = "guidance"
    WHY = "why"
    UNDO = "undo"
    REDO = "redo"
    SUBMIT = "submit"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    WHOLE = "whole"
    SKIP_SILENCE = "skip_silence"
    SOLO = "solo"
    SEARCH = "search"
    HELP = "help"
    LEAVE = "leave"


DEFAULT_KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.PLAY: ("Space", "Esc", "F4"),
    Action.BACK: ("Left",),
    Action.AHEAD: ("Right",),
    Action.FAR_BACK: ("Shift+Left",),
    Action.FAR_AHEAD: ("Shift+Right",),
    Action.PREVIOUS_COMMENT: ("Ctrl+Left",),
    Action.NEXT_COMMENT: ("Ctrl+Right",),
    Action.SLOWER: ("J",),
    Action.PAUSE: ("K",),
    Action.FASTER: ("L",),
    Action.RATE_DOWN: ("[",),
    Action.RATE_UP: ("]",),
    Action.RATE_RESET: ("\\",),
    Action.COMMENT: ("M",),
    Action.RANGE_IN: ("I",),
    Action.RANGE_OUT: ("O",),
    Action.PLAY_RANGE: ("P",),
    Action.LOOP_RANGE: ("Shift+P",),
    Action.DIGIT: tuple("1234567890"),
    Action.NOT_APPLICABLE: ("N",),
    Action.CLEAR: ("Backspace", "Del"),
    Action.NEXT_ITEM: ("Down", "Return", "Enter"),
    Action.PREVIOUS_ITEM: ("Up",),
    Action.NEXT_UNANSWERED: ("Alt+Down",),
    Action.ITEM_COMMENT: ("C", "Tab"),
    Action.REASON: ("R",),
    Action.GUIDANCE: ("H",),
    Action.WHY: ("W",),
    Action.UNDO: ("Ctrl+Z",),
    Action.REDO: ("Ctrl+Shift+Z", "Ctrl+Y"),
    Action.SUBMIT: ("Ctrl+Return", "Ctrl+Enter"),
    Action.ZOOM_IN: ("+", "="),
    Action.ZOOM_OUT: ("-",),
    Action.WHOLE: ("Ctrl+0",),
    Action.SKIP_SILENCE: ("S",),
    Action.SOLO: ("G",),
    Action.SEARCH: ("Ctrl+F",),
    Action.HELP: ("?",),
    Action.LEAVE: ("Alt+Left",),
}

# Moving by words stays with the text that is being written.
_TEXT_KEYS = frozenset({"Ctrl+Left", "Ctrl+Right", "Alt+Left"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two actions that want one key."""

    key: str
    first: Action
    second: Action


class ShortcutMap:
    """The keys in force: the table above with the reviewer's own changes."""

    def __init__(self, changes: Mapping[Action, tuple[str, ...]] | None = None) -> None:
        self._keys = {**DEFAULT_KEYS, **(changes or {})}

    def keys(self, action: Action) -> tuple[str, ...]:
        return self._keys[action]

    def first(self, action: Action) -> str:
        """The key to show beside a button; "" where it has none."""
        return next(iter(self._keys[action]), "")

    def table(self) -> Mapping[str, Action]:
        """Action by key; of two that want one key, the first in the table has it."""
        table: dict[str, Action] = {}
        for action, keys in self._keys.items():
            for key in keys:
                table.setdefault(key, action)
        return table

    def conflicts(self) -> tuple[Conflict, ...]:
        table = self.table()
        return tuple(
            Conflict(key, table[key], action)
            for action, keys in self._keys.items()
            for key in keys
            if table[key] is not action
        )


def acts_while_typing(key: str) -> bool:
    """Esc, F-keys and Ctrl or Alt combinations act inside text fields too: pedals send those."""
    if key in _TEXT_KEYS:
        return False
    return key == "Esc" or is_function_key(key) or key.startswith(("Ctrl+", "Alt+"))


def is_function_key(key: str) -> bool:
    return key[:1] == "F" and key[1:].isdecimal()
