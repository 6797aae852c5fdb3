"""What everything that has keys is called, and what stands together in the tables of keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.review.action_words import action_words, group_word
from qa_desktop.desktop.review.shortcuts import GROUPS
from qa_desktop.desktop.window.actions import COMMAND, COMMANDS, command_word

# A group's words and the names in it, see key_set.py.
KeyGroup = tuple[str, tuple[str, ...]]


def key_words() -> dict[str, str]:
    """By name, in the language of the moment."""
    page: Mapping[str, str] = {str(action): word for action, word in action_words().items()}
    commands = {f"{COMMAND}{each.name}": command_word(each.name) for each in COMMANDS}
    return {**page, **commands}


def key_groups() -> Sequence[KeyGroup]:
    """First what works everywhere, then the review page."""
    everywhere = QCoreApplication.translate("Keys", "Everywhere")
    commands = tuple(f"{COMMAND}{each.name}" for each in COMMANDS)
    groups = [
        (group_word(group), tuple(str(action) for action in actions))
        for group, actions in GROUPS.items()
    ]
    return ((everywhere, commands), *groups)


def fits(words: str, wanted: str) -> bool:
    """Whether every word that is looked for occurs."""
    said = words.casefold()
    return all(word in said for word in wanted.casefold().split())
