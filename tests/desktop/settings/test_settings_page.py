"""The settings: in force and on disk as soon as they are chosen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from qa_desktop.base.settings import load_settings
from qa_desktop.desktop.player.protocol import OutputDevice
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.page import SettingsPage
from qa_desktop.desktop.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, preferences: Preferences, theme: Theme) -> SettingsPage:
    page = SettingsPage(preferences, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def pick(qtbot: QtBot, box: QComboBox, value: str) -> None:
    """As a person does with the keyboard."""
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        key = Qt.Key.Key_Down if box.findData(value) > before else Qt.Key.Key_Up
        qtbot.keyClick(box, key)
        assert box.currentIndex() != before


def test_what_is_in_force_is_shown(page: SettingsPage) -> None:
    assert page.you.reviewer.text() == "Lin"
    assert page.look.language.currentData() == "en"
    assert page.look.theme.currentData() == "light"
    assert page.listening.rewind.value() == 1.5


# What Qt says of a machine without a sound server is nothing to do with us.
@pytest.mark.qt_log_ignore("propagateSizeHints", "pipewire", "PulseAudio", extend=True)
def test_every_choice_is_kept_at_once(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences, tmp_path: Path
) -> None:
    page.you.reviewer.clear()
    qtbot.keyClicks(page.you.reviewer, "Chen Wei")
    qtbot.keyClick(page.you.reviewer, Qt.Key.Key_Return)
    page.you.organisation.setFocus()
    qtbot.keyClicks(page.you.organisation, "Harbor")
    qtbot.keyClick(page.you.organisation, Qt.Key.Key_Return)
    pick(qtbot, page.look.language, "zh-CN")
    pick(qtbot, page.look.theme, "dark")
    pick(qtbot, page.listening.engine, "qt")
    pick(qtbot, page.paper.paper, "Letter")
    page.listening.rewind.stepBy(1)
    page.listening.rewind.editingFinished.emit()
    page.grading.reaction.stepBy(2)
    page.grading.reaction.editingFinished.emit()
    page.importing.copy_media.setFocus()
    qtbot.keyClick(page.importing.copy_media, Qt.Key.Key_Space)
    kept = load_settings(tmp_path / "settings.json")
    assert kept == preferences.settings()
    assert (kept.reviewer, kept.organisation) == ("Chen Wei", "Harbor")
    assert (kept.language, kept.theme, kept.engine) == ("zh-CN", "dark", "qt")
    assert (kept.page_size, kept.resume_rewind_ms, kept.reaction_ms) == ("Letter", 2000, 700)
    assert kept.copy_media is False


def test_a_change_made_elsewhere_shows_here(page: SettingsPage, preferences: Preferences) -> None:
    preferences.change(replace(preferences.settings(), theme="dark"))
    assert page.look.theme.currentData() == "dark"


def test_every_field_has_a_name_and_can_be_tabbed_to(page: SettingsPage) -> None:
    for field in (
        page.you.reviewer,
        page.you.organisation,
        page.look.language,
        page.look.theme,
        page.listening.engine,
    ):
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_cannot_be_kept_is_told_and_holds_for_the_session(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    file.mkdir()
    pick(qtbot, page.look.theme, "dark")
    assert "can't be kept" in page.problems.text()
    assert page.problems.isVisible()
    page.you.organisation.setFocus()
    qtbot.keyClicks(page.you.organisation, "Harbor")
    qtbot.keyClick(page.you.organisation, Qt.Key.Key_Return)
    assert (page.look.theme.currentData(), page.you.organisation.text()) == ("dark", "Harbor")
    now = preferences.settings()
    assert (now.theme, now.organisation) == ("dark", "Harbor")
    file.rmdir()
    # The same choice once more is a new try.
    qtbot.keyClick(page.you.organisation, Qt.Key.Key_Return)
    assert not page.problems.isVisible()
    assert load_settings(file) == now


def test_a_page_that_is_opened_later_says_it_too(
    qtbot: QtBot, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").mkdir()
    preferences.change(replace(preferences.settings(), page_size="Letter"))
    page = SettingsPage(preferences, theme)
    qtbot.addWidget(page)
    assert not page.problems.isHidden()
    assert page.paper.paper.currentData() == "Letter"


def test_outputs_are_listed_with_the_systems_own_first_and_one_that_is_absent(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences
) -> None:
    box = page.listening.device
    headset = OutputDevice(id="usb-1", name="Headset")
    page.listening.show_devices((headset, OutputDevice(id="hdmi", name="Monitor")))
    texts = [box.itemText(at) for at in range(box.count())]
    assert texts == ["System default", "Headset", "Monitor"]
    assert box.currentData() == ""
    pick(qtbot, box, "usb-1")
    assert preferences.settings().output_device == "usb-1"
    page.listening.show_devices(())
    assert (box.currentText(), box.currentData()) == ("usb-1 (not plugged in)", "usb-1")
    page.listening.show_devices((headset,))
    assert (box.currentText(), box.count()) == ("Headset", 2)
