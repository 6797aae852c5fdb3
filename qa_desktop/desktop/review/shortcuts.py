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
    PLAY_COMMENT = "play_comment"
    QUOTE = "quote"
    EDIT_COMMENT = "edit_comment"
    CORRECT_WORD = "correct_word"
    NEXT_MATCH = "next_match"
    PREVIOUS_MATCH = "previous_match"
    PREVIOUS_TURN = "previous_turn"
    NEXT_TURN = "next_turn"
    FOLLOW = "follow"
    CARET = "caret"
    SPEAKER = "speaker"
    UNFOLD = "unfold"
    NOTES = "notes"
    COMPARE = "compare"
    FOLD_ANSWERED = "fold_answered"
    GRADED_AGENT = "graded_agent"
    VOLUME = "volume"
    SWAP_SIDES = "swap_sides"
    PHRASE = "phrase"
    FILTER_COMMENTS = "filter_comments"
    COMMENT_KIND = "comment_kind"
    ZOOM_RANGE = "zoom_range"
    SNAP = "snap"
    BEGIN = "begin"
    END = "end"
    PAN_BACK = "pan_back"
    PAN_AHEAD = "pan_ahead"
    NUDGE_START_BACK = "nudge_start_back"
    NUDGE_START_AHEAD = "nudge_start_ahead"
    NUDGE_END_BACK = "nudge_end_back"
    NUDGE_END_AHEAD = "nudge_end_ahead"
    HISTORY = "history"
    PREVIOUS_INTERACTION = "previous_interaction"
    NEXT_INTERACTION = "next_interaction"
    BESIDE = "beside"
    FOCUS_MODE = "focus_mode"
    EXPORT_COMMENTS = "export_comments"
    IMPORT_COMMENTS = "import_comments"
    EXPORT_WAVEFORM = "export_waveform"


class Group(StrEnum):
    """What the tables of keys put together."""

    LISTENING = "listening"
    WAVEFORM = "waveform"
    TURNS = "turns"
    COMMENTS = "comments"
    GRADING = "grading"
    REVIEW = "review"


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
    Action.PLAY_COMMENT: ("A",),
    Action.QUOTE: ("Q",),
    Action.EDIT_COMMENT: ("E",),
    Action.CORRECT_WORD: ("F2",),
    Action.NEXT_MATCH: ("F3",),
    Action.PREVIOUS_MATCH: ("Shift+F3",),
    Action.PREVIOUS_TURN: (",",),
    Action.NEXT_TURN: (".",),
    Action.FOLLOW: ("B",),
    Action.CARET: ("F7",),
    Action.SPEAKER: ("Shift+T",),
    Action.UNFOLD: ("X",),
    Action.NOTES: ("Shift+X",),
    Action.COMPARE: ("V",),
    Action.FOLD_ANSWERED: ("F",),
    Action.GRADED_AGENT: ("T",),
    Action.VOLUME: ("U",),
    Action.SWAP_SIDES: ("Shift+G",),
    Action.PHRASE: (";",),
    Action.FILTER_COMMENTS: ("Ctrl+Shift+F",),
    Action.COMMENT_KIND: ("Shift+M",),
    Action.ZOOM_RANGE: ("Z",),
    Action.SNAP: ("Shift+S",),
    Action.BEGIN: ("Home",),
    Action.END: ("End",),
    Action.PAN_BACK: ("PgUp",),
    Action.PAN_AHEAD: ("PgDown",),
    Action.NUDGE_START_BACK: ("Ctrl+Shift+Left",),
    Action.NUDGE_START_AHEAD: ("Ctrl+Shift+Right",),
    Action.NUDGE_END_BACK: ("Alt+Shift+Left",),
    Action.NUDGE_END_AHEAD: ("Alt+Shift+Right",),
    Action.HISTORY: ("Ctrl+H",),
    Action.PREVIOUS_INTERACTION: ("Alt+PgUp",),
    Action.NEXT_INTERACTION: ("Alt+PgDown",),
    Action.BESIDE: ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    Action.FOCUS_MODE: ("F11",),
    # From the palette and the menu of the comments, or by keys of one's own.
    Action.EXPORT_COMMENTS: (),
    Action.IMPORT_COMMENTS: (),
    Action.EXPORT_WAVEFORM: (),
}

# In the order in which tables show them.
GROUPS: Mapping[Group, tuple[Action, ...]] = {
    Group.LISTENING: (
        Action.PLAY,
        Action.BACK,
        Action.AHEAD,
        Action.FAR_BACK,
        Action.FAR_AHEAD,
        Action.BEGIN,
        Action.END,
        Action.SLOWER,
        Action.PAUSE,
        Action.FASTER,
        Action.RATE_DOWN,
        Action.RATE_UP,
        Action.RATE_RESET,
        Action.PLAY_RANGE,
        Action.LOOP_RANGE,
        Action.PLAY_COMMENT,
        Action.SKIP_SILENCE,
        Action.SOLO,
        Action.VOLUME,
        Action.SWAP_SIDES,
    ),
    Group.WAVEFORM: (
        Action.RANGE_IN,
        Action.RANGE_OUT,
        Action.NUDGE_START_BACK,
        Action.NUDGE_START_AHEAD,
        Action.NUDGE_END_BACK,
        Action.NUDGE_END_AHEAD,
        Action.ZOOM_IN,
        Action.ZOOM_OUT,
        Action.WHOLE,
        Action.ZOOM_RANGE,
        Action.PAN_BACK,
        Action.PAN_AHEAD,
        Action.SNAP,
    ),
    Group.TURNS: (
        Action.PREVIOUS_TURN,
        Action.NEXT_TURN,
        Action.FOLLOW,
        Action.SEARCH,
        Action.NEXT_MATCH,
        Action.PREVIOUS_MATCH,
        Action.CARET,
        Action.QUOTE,
        Action.CORRECT_WORD,
        Action.SPEAKER,
        Action.UNFOLD,
        Action.NOTES,
    ),
    Group.COMMENTS: (
        Action.COMMENT,
        Action.PHRASE,
        Action.EDIT_COMMENT,
        Action.COMMENT_KIND,
        Action.PREVIOUS_COMMENT,
        Action.NEXT_COMMENT,
        Action.FILTER_COMMENTS,
        Action.EXPORT_COMMENTS,
        Action.IMPORT_COMMENTS,
        Action.EXPORT_WAVEFORM,
    ),
    Group.GRADING: (
        Action.DIGIT,
        Action.NOT_APPLICABLE,
        Action.CLEAR,
        Action.PREVIOUS_ITEM,
        Action.NEXT_ITEM,
        Action.NEXT_UNANSWERED,
        Action.ITEM_COMMENT,
        Action.REASON,
        Action.GUIDANCE,
        Action.FOLD_ANSWERED,
        Action.WHY,
        Action.COMPARE,
        Action.GRADED_AGENT,
    ),
    Group.REVIEW: (
        Action.UNDO,
        Action.REDO,
        Action.HISTORY,
        Action.SUBMIT,
        Action.PREVIOUS_INTERACTION,
        Action.NEXT_INTERACTION,
        Action.BESIDE,
        Action.FOCUS_MODE,
        Action.LEAVE,
        Action.HELP,
    ),
}

# These stay with the text that is being written: moving by words, the clipboard.
TEXT_KEYS = frozenset(
    {
        *("Ctrl+Left", "Ctrl+Right", "Alt+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        *("Ctrl+Home", "Ctrl+End", "Ctrl+Backspace", "Ctrl+Del"),
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"),
    }
)
# Without Ctrl or Alt, with Shift or not, these write and move about in text.
_EDITING = frozenset(
    {
        *("Space", "Tab", "Backtab", "Backspace", "Del", "Ins", "Return", "Enter"),
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Menu"),
    }
)


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

    @classmethod
    def of(cls, kept: Mapping[str, tuple[str, ...]]) -> "ShortcutMap":
        """From the settings; names that are no action of the page are others' keys."""
        known = {str(action): action for action in Action}
        return cls({known[name]: keys for name, keys in kept.items() if name in known})

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
    """Esc, F-keys, media keys and Ctrl or Alt combinations act inside text fields too: pedals
    send those."""
    if key in TEXT_KEYS:
        return False
    if key.startswith(("Ctrl+", "Alt+", "Meta+")):
        return True
    plain = key.removeprefix("Shift+")
    return len(plain) > 1 and plain not in _EDITING


def is_function_key(key: str) -> bool:
    return key[:1] == "F" and key[1:].isdecimal()
