"""What can be done from anywhere: menu, keys and command palette share one list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from qa_desktop.desktop.widgets.keyed import native_key

# What the settings and widgets put before a command's name.
COMMAND = "window."


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandKey:
    """A command's name and its keys; keys that need no Ctrl act outside text fields only."""

    name: str
    keys: tuple[str, ...] = ()


COMMANDS = (
    CommandKey(name="search", keys=("Ctrl+K",)),
    CommandKey(name="interactions", keys=("Alt+1",)),
    CommandKey(name="rubrics", keys=("Alt+2",)),
    CommandKey(name="calibration", keys=("Alt+3",)),
    CommandKey(name="settings", keys=("Alt+4", "Ctrl+,")),
    CommandKey(name="calibration_new"),
    CommandKey(name="calibration_team"),
    CommandKey(name="calibration_open"),
    CommandKey(name="drafts", keys=("Ctrl+D",)),
    CommandKey(name="beside", keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    CommandKey(name="tile", keys=("Ctrl+Alt+T",)),
    CommandKey(name="import_files", keys=("Ctrl+I",)),
    CommandKey(name="import_folder", keys=("Ctrl+Shift+I",)),
    CommandKey(name="undo_last_import"),
    CommandKey(name="open_workspace", keys=("Ctrl+O",)),
    CommandKey(name="open_demo"),
    CommandKey(name="back_up"),
    CommandKey(name="verify"),
    CommandKey(name="theme_light"),
    CommandKey(name="theme_dark"),
    CommandKey(name="theme_contrast_light"),
    CommandKey(name="theme_contrast_dark"),
    CommandKey(name="theme_system"),
    CommandKey(name="text_larger"),
    CommandKey(name="text_smaller"),
    CommandKey(name="language_en"),
    CommandKey(name="language_zh"),
    CommandKey(name="keys", keys=("?",)),
    CommandKey(name="change_keys"),
    CommandKey(name="grading_times"),
    CommandKey(name="phrases"),
    CommandKey(name="help", keys=("F1",)),
    CommandKey(name="about"),
    CommandKey(name="quit", keys=("Ctrl+Q",)),
)


def make_actions(parent: QObject, runs: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """One QAction a command, by its name, in order; `runs` says what each does that is there."""
    actions = {}
    for command in COMMANDS:
        if command.name not in runs:
            continue
        action = QAction(parent)
        action.setObjectName(command.name)
        action.triggered.connect(lambda _=False, run=runs[command.name]: run())
        actions[command.name] = action
    return actions


def command_keys() -> Mapping[str, tuple[str, ...]]:
    """The keys that each command comes with."""
    return {command.name: command.keys for command in COMMANDS}


def use_keys(actions: Mapping[str, QAction], kept: Mapping[str, tuple[str, ...]]) -> None:
    """Puts the keys in force: `kept` has the reviewer's own, by "window." and the name."""
    for name, action in actions.items():
        action.setShortcuts([QKeySequence(key) for key in _keys_of(name, kept)])


def key_text(name: str, kept: Mapping[str, tuple[str, ...]]) -> str | None:
    """The first key of "window." and a command, as people write it; None for what is none."""
    command = name.removeprefix(COMMAND)
    if command == name:
        return None
    return native_key(next(iter(_keys_of(command, kept)), ""))


def _keys_of(name: str, kept: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    own = kept.get(f"{COMMAND}{name}")
    return command_keys()[name] if own is None else own


def name_actions(actions: Mapping[str, QAction]) -> None:
    """Gives every command its words in the language of the moment."""
    for name, action in actions.items():
        action.setText(command_word(name))


def command_word(name: str) -> str:
    words = {
        "search": QCoreApplication.translate("Commands", "Search everything"),
        "interactions": QCoreApplication.translate("Commands", "Show interactions"),
        "rubrics": QCoreApplication.translate("Commands", "Show rubrics"),
        "calibration": QCoreApplication.translate("Commands", "Show calibration"),
        "settings": QCoreApplication.translate("Commands", "Show settings"),
        "calibration_new": QCoreApplication.translate("Commands", "New calibration session…"),
        "calibration_team": QCoreApplication.translate("Commands", "Calibration team…"),
        "calibration_open": QCoreApplication.translate("Commands", "Open a file of a session…"),
        "drafts": QCoreApplication.translate("Commands", "Open drafts"),
        "beside": QCoreApplication.translate("Commands", "Open beside"),
        "tile": QCoreApplication.translate("Commands", "Put the two windows side by side"),
        "change_keys": QCoreApplication.translate("Commands", "Change the keys…"),
        "phrases": QCoreApplication.translate("Commands", "Phrases…"),
        "grading_times": QCoreApplication.translate("Commands", "Your grading times"),
        "import_files": QCoreApplication.translate("Commands", "Import files…"),
        "import_folder": QCoreApplication.translate("Commands", "Import a folder…"),
        "undo_last_import": QCoreApplication.translate("Commands", "Undo the last import"),
        "open_workspace": QCoreApplication.translate("Commands", "Open another workspace…"),
        "open_demo": QCoreApplication.translate("Commands", "Open the demo workspace"),
        "back_up": QCoreApplication.translate("Commands", "Back up now"),
        "verify": QCoreApplication.translate("Commands", "Verify the workspace"),
        "theme_light": QCoreApplication.translate("Commands", "Light theme"),
        "theme_dark": QCoreApplication.translate("Commands", "Dark theme"),
        "theme_contrast_light": QCoreApplication.translate(
            "Commands", "High contrast theme, light"
        ),
        "theme_contrast_dark": QCoreApplication.translate("Commands", "High contrast theme, dark"),
        "text_larger": QCoreApplication.translate("Commands", "Larger text"),
        "text_smaller": QCoreApplication.translate("Commands", "Smaller text"),
        "theme_system": QCoreApplication.translate("Commands", "Theme of the system"),
        "language_en": "English",
        "language_zh": "简体中文",
        "keys": QCoreApplication.translate("Commands", "Show all keys"),
        "help": QCoreApplication.translate("Commands", "Help"),
        "about": QCoreApplication.translate("Commands", "About QA Desktop"),
        "quit": QCoreApplication.translate("Commands", "Quit"),
    }
    return words[name]
