"""Keys are changed by pressing them, with conflicts shown where they arise."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qa_desktop.base.settings import load_settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.window.key_recorder import KeyRecorder
from qa_desktop.desktop.window.key_row import KeyRow
from qa_desktop.desktop.window.keys_dialog import KeysDialog

Press = Callable[..., None]
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, preferences: Preferences) -> KeysDialog:
    dialog = KeysDialog(theme, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    return dialog


@pytest.fixture
def press(qtbot: QtBot, dialog: KeysDialog) -> Press:
    """Begins to record at an action's row, and presses."""

    def do(name: str, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        row = shown(dialog, name)
        row._add.click()
        (recorder,) = [r for r in row.findChildren(KeyRecorder) if r.isVisible()]
        qtbot.keyClick(recorder, key, modifier)

    return do


def shown(dialog: KeysDialog, name: str) -> KeyRow:
    for row in dialog.shown_rows():
        if row.name == name:
            return row
    for number in range(dialog.groups.count()):
        dialog.groups.setCurrentRow(number)
        for row in dialog.shown_rows():
            if row.name == name:
                return row
    raise AssertionError(name)


def test_every_action_stands_in_a_group(dialog: KeysDialog) -> None:
    for name in ("play", "quote", "focus_mode", "window.search", "zoom_range", "comment_kind"):
        assert shown(dialog, name).word


@pytest.mark.parametrize(
    ("key", "modifier", "text"),
    [
        (Key.Key_F13, Modifier.NoModifier, "F13"),
        (Key.Key_F24, Modifier.ShiftModifier, "Shift+F24"),
        (Key.Key_MediaPlay, Modifier.NoModifier, "Media Play"),
        (Key.Key_B, Modifier.ControlModifier | Modifier.AltModifier, "Ctrl+Alt+B"),
        (Key.Key_Space, Modifier.ShiftModifier, "Shift+Space"),
    ],
)
def test_any_combination_can_be_pressed_and_is_in_force_at_once(
    press: Press,
    preferences: Preferences,
    dialog: KeysDialog,
    key: Qt.Key,
    modifier: Modifier,
    text: str,
) -> None:
    press("play", key, modifier)
    assert preferences.settings().keys["play"] == ("Space", "Esc", "F4", text)
    assert preferences.file is not None
    assert load_settings(preferences.file).keys["play"][-1] == text


def test_a_key_that_another_has_is_named_and_taken_only_when_asked(
    qtbot: QtBot, press: Press, preferences: Preferences, dialog: KeysDialog
) -> None:
    press("play", Key.Key_G)
    row = shown(dialog, "play")
    assert row.said() == "G is the key of “Hear one side only”."
    assert preferences.settings().keys == {}
    qtbot.mouseClick(row._take, Qt.MouseButton.LeftButton)
    assert preferences.settings().keys == {"play": ("Space", "Esc", "F4", "G"), "solo": ()}
    assert row.said() == ""
    assert shown(dialog, "solo").said() == "No key"


def test_esc_and_tab_are_keys_like_others_while_recording(
    press: Press, dialog: KeysDialog, preferences: Preferences
) -> None:
    press("solo", Key.Key_Escape)
    assert dialog.isVisible()
    assert "Play, pause" in shown(dialog, "solo").said()
    press("solo", Key.Key_Tab)
    assert "from field to field" in shown(dialog, "solo").said()
    press("solo", Key.Key_F4, Modifier.AltModifier)
    assert "belongs to the system" in shown(dialog, "solo").said()
    assert preferences.settings().keys == {}


def test_digits_of_answers_are_not_to_be_had(press: Press, dialog: KeysDialog) -> None:
    press("solo", Key.Key_5)
    row = shown(dialog, "solo")
    assert "Choose the answer" in row.said()
    assert not row._take.isVisible()
    fixed = shown(dialog, "digit")
    assert "numbers of the answers" in fixed.said()
    assert not fixed._add.isVisible()


def test_keys_are_removed_reset_and_brought_back(
    qtbot: QtBot, press: Press, preferences: Preferences, dialog: KeysDialog
) -> None:
    row = shown(dialog, "play")
    remove = next(
        b for b in row.findChildren(QPushButton) if b.accessibleName().startswith("Remove F4")
    )
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert preferences.settings().keys["play"] == ("Space", "Esc")
    press("solo", Key.Key_F13)
    qtbot.mouseClick(shown(dialog, "play")._reset, Qt.MouseButton.LeftButton)
    assert preferences.settings().keys == {"solo": ("G", "F13")}
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert preferences.settings().keys == {}
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert preferences.settings().keys == {"solo": ("G", "F13")}


def test_the_search_finds_words_and_keys_of_every_group(qtbot: QtBot, dialog: KeysDialog) -> None:
    dialog.field.setFocus()
    qtbot.keyClicks(dialog.field, "speed")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert {row.name for row in dialog.shown_rows()} == {"rate_down", "rate_up", "rate_reset"}
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "ctrl+k")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert [row.name for row in dialog.shown_rows()] == ["window.search"]
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "zzzz")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert dialog.shown_rows() == []
    assert dialog._nothing.isVisible()


def test_recording_ends_when_the_focus_goes(qtbot: QtBot, dialog: KeysDialog) -> None:
    row = shown(dialog, "play")
    row._add.click()
    dialog.field.setFocus()
    assert not [r for r in row.findChildren(KeyRecorder) if r.isVisible()]
    assert row._add.isVisible()
