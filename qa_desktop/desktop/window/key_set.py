"""Every key of the program by what it does: defaults, the reviewer's own, and who wants the same.

A name is that of an action of the review page ("play"), or of a command of the window with
"window." before it ("window.search").
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from qa_desktop.desktop.review.shortcuts import DEFAULT_KEYS, TEXT_KEYS, Action, acts_while_typing
from qa_desktop.desktop.window.actions import COMMAND

# Two names for one thing, on the page and everywhere else.
_ONE_MEANING = (
    frozenset({str(Action.HELP), f"{COMMAND}keys"}),
    frozenset({str(Action.BESIDE), f"{COMMAND}beside"}),
)
# Its keys are the answers' own numbers.
FIXED = frozenset({str(Action.DIGIT)})
_SYSTEM = frozenset(
    {"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Alt+Del", "Print", "Ctrl+Esc"}
)
_FOCUS = frozenset({"Tab", "Shift+Tab", "Backtab", "Shift+Backtab"})


class Reserve(StrEnum):
    """Why a key can't be had, or not everywhere."""

    SYSTEM = "system"
    FOCUS = "focus"
    TEXT = "text"


class KeySet:
    """Frozen: every change gives another one. `changes` is what the settings keep."""

    def __init__(
        self,
        commands: Mapping[str, tuple[str, ...]],
        changes: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`commands`: the window's, each with the keys it comes with."""
        self._commands = commands
        self._defaults: dict[str, tuple[str, ...]] = {
            **{str(action): keys for action, keys in DEFAULT_KEYS.items()},
            **{f"{COMMAND}{name}": keys for name, keys in commands.items()},
        }
        self._changes = {
            name: keys
            for name, keys in (changes or {}).items()
            if name not in self._defaults or keys != self._defaults[name]
        }

    @property
    def changes(self) -> Mapping[str, tuple[str, ...]]:
        """What differs from how the program comes; what it does not know is kept as it is."""
        return self._changes

    def names(self) -> Iterator[str]:
        yield from self._defaults

    def keys(self, name: str) -> tuple[str, ...]:
        return self._changes.get(name, self._defaults[name])

    def first(self, name: str) -> str:
        """The key to show beside a button; "" where it has none."""
        return next(iter(self.keys(name)), "")

    def is_changed(self, name: str) -> bool:
        return name in self._changes

    def holder(self, key: str, but: str) -> str | None:
        """Who else has that key; None for nobody."""
        for name in self._defaults:
            if name != but and {name, but} not in _ONE_MEANING and key in self.keys(name):
                return name
        return None

    def conflicts(self, name: str) -> tuple[tuple[str, str], ...]:
        """The keys it shares, each with the other that has it; none in what was set here."""
        held = ((key, self.holder(key, name)) for key in self.keys(name))
        return tuple((key, other) for key, other in held if other is not None)

    def with_key(self, name: str, key: str) -> "KeySet":
        """One key more; whoever had it has it no longer."""
        other = self.holder(key, name)
        base = self if other is None else self.without_key(other, key).with_key(name, key)
        if other is not None or key in self.keys(name):
            return base
        return self._with(name, (*self.keys(name), key))

    def without_key(self, name: str, key: str) -> "KeySet":
        return self._with(name, tuple(kept for kept in self.keys(name) if kept != key))

    def reset(self, name: str) -> "KeySet":
        """As it came; keys that others took meanwhile come back from them."""
        after = self._with(name, self._defaults[name])
        for key in self._defaults[name]:
            other = after.holder(key, name)
            if other is not None:
                after = after.without_key(other, key)
        return after

    def reset_all(self) -> "KeySet":
        return KeySet(self._commands)

    def _with(self, name: str, keys: tuple[str, ...]) -> "KeySet":
        return KeySet(self._commands, {**self._changes, name: keys})


def reserve_of(key: str, name: str) -> Reserve | None:
    """TEXT: it can be had, but while text is written it belongs to the text."""
    if key in _SYSTEM or key.startswith("Meta+"):
        return Reserve.SYSTEM
    if key in _FOCUS and name != str(Action.ITEM_COMMENT):
        return Reserve.FOCUS
    if key in TEXT_KEYS or not acts_while_typing(key):
        return Reserve.TEXT
    return None
