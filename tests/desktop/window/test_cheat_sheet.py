"""The table of keys shows those in force, finds them, and can be printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.keyed import native_key
from qa_desktop.desktop.window.actions import command_keys
from qa_desktop.desktop.window.cheat_sheet import CheatSheet
from qa_desktop.desktop.window.key_set import KeySet


def make(qtbot: QtBot, theme: Theme, changes: dict[str, tuple[str, ...]]) -> CheatSheet:
    sheet = CheatSheet(theme, KeySet(command_keys(), changes))
    qtbot.addWidget(sheet)
    return sheet


def test_the_sheet_leaves_out_nothing_that_has_a_key(qtbot: QtBot, theme: Theme) -> None:
    keys = KeySet(command_keys())
    sheet = make(qtbot, theme, {})
    said = {label.text() for label in sheet.findChildren(QLabel)}
    for name in keys.names():
        shown = {native_key(key) for key in keys.keys(name)}
        assert not shown or shown & said, name


def test_it_shows_the_keys_in_force(qtbot: QtBot, theme: Theme) -> None:
    sheet = make(qtbot, theme, {"play": ("F13", "F14"), "solo": ()})
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"F13", "F14"} <= set(said)
    assert "Hear one side only" not in said


def test_it_finds_words_and_keys(qtbot: QtBot, theme: Theme) -> None:
    sheet = make(qtbot, theme, {})
    sheet.show()
    qtbot.keyClicks(sheet.field, "f11")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.shown() == ["Focus mode"]
    assert [t for t, label in sheet._titles.items() if label.isVisible()] == ["The review"]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_it_is_printed_whole(
    qtbot: QtBot, theme: Theme, languages: Languages, tmp_path: Path, language: str
) -> None:
    languages.use(language)
    sheet = make(qtbot, theme, {"play": ("F13",)})
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    sheet.print_on(printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "keys.pdf").stat().st_size > 10_000
