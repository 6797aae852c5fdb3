"""The table of keys is complete, free of conflicts, and says which keys act while typing."""

import pytest
from PySide6.QtGui import QKeySequence

from qa_desktop.desktop.review.action_words import action_words
from qa_desktop.desktop.review.shortcuts import (
    DEFAULT_KEYS,
    GROUPS,
    Action,
    ShortcutMap,
    acts_while_typing,
)


def test_every_action_has_keys_that_qt_knows_and_none_twice() -> None:
    assert set(DEFAULT_KEYS) == set(Action)
    shortcuts = ShortcutMap()
    assert shortcuts.conflicts() == ()
    names = [QKeySequence(key).toString() for key in shortcuts.table()]
    assert "" not in names
    assert len(set(names)) == len(names)


def test_every_action_has_words_and_stands_in_one_group() -> None:
    assert set(action_words()) == set(Action)
    assert sorted(action for group in GROUPS.values() for action in group) == sorted(Action)
    words = list(action_words().values())
    assert len(set(words)) == len(words)


def test_a_rebound_key_is_told_as_a_conflict() -> None:
    shortcuts = ShortcutMap({Action.SOLO: ("S",)})
    (conflict,) = shortcuts.conflicts()
    assert (conflict.key, {conflict.first, conflict.second}) == (
        "S",
        {Action.SKIP_SILENCE, Action.SOLO},
    )
    assert shortcuts.first(Action.SOLO) == "S"


@pytest.mark.parametrize(
    "key",
    [
        "Esc",
        "F4",
        "Ctrl+Return",
        "Ctrl+Z",
        "Alt+Down",
        "Ctrl+0",
        "F13",
        "Shift+F3",
        "Media Play",
        "Ctrl++",
    ],
)
def test_pedals_and_ctrl_act_while_typing(key: str) -> None:
    assert acts_while_typing(key)


@pytest.mark.parametrize(
    "key",
    [
        *("M", "5", "Space", "Left", "Shift+Left", "Ctrl+Left", "+", "Shift++", "Tab", "F"),
        *("PgUp", "Home", ";", "Ctrl+C", "Ctrl+Shift+Left"),
    ],
)
def test_letters_and_moving_the_cursor_stay_with_the_text(key: str) -> None:
    assert not acts_while_typing(key)
