"""Another size of text, chosen while the program runs: at once, and in the place where one was."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.base.settings import Settings, load_settings, save_settings
from qa_desktop.desktop.app import Program
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.window.pages import SETTINGS


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, demo_folder: Path, clock: Clock
) -> Iterator[Program]:
    """On the demo workspace."""
    shutil.copytree(demo_folder, tmp_path / "demo")
    config = tmp_path / "config"
    save_settings(Settings(language="en", theme="light", reviewer="Lin"), config / "settings.json")
    program = Program(qapp, config_folder=config, clock=clock)
    program.open(tmp_path / "demo")
    yield program
    program.close()
    program.theme.size_text(100)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.disconnect(program.theme._follow)
    hints.accessibility().contrastPreferenceChanged.disconnect(program.theme._follow)


def choose(program: Program, text_size_pct: int) -> None:
    settings = program.preferences.settings()
    program.preferences.change(replace(settings, text_size_pct=text_size_pct))
    settle(program.runner)


def test_the_settings_stay_in_front_in_a_window_of_the_new_size(
    program: Program, qapp: QApplication, tmp_path: Path
) -> None:
    before = program.window
    assert before is not None
    before.pages.show_page(SETTINGS)
    narrow = before.rail.width()
    choose(program, 150)
    after = program.window
    assert after is not None
    assert after is not before
    assert after.isVisible()
    assert after.pages.current == SETTINGS
    assert after.rail.width() > narrow
    assert QFontInfo(qapp.font()).pixelSize() == 20
    assert program.workspace is not None
    assert load_settings(tmp_path / "config" / "settings.json").text_size_pct == 150


def test_an_open_review_is_open_again_with_all_that_was_written(program: Program) -> None:
    window = program.window
    assert window is not None
    row = next(
        row
        for row in window.services.listing.page(
            window.pages.interactions.presenter.state.filter, 50
        )
        if row.review_state == "ungraded"
    )
    window.open_review(row.interaction.id)
    settle(program.runner)
    page = window.open_review_page()
    assert page is not None
    if page.state.rubrics and not page.state.sections:
        choice = page.state.rubrics[0]
        page.choose_rubric(choice.id, choice.version)
    item = page.state.items()[0]
    page.panel.scorecard.chosen.emit(item.id, item.options[0].key)
    page.panel.scorecard.summary_typed.emit("Calm from the first word on")
    choose(program, 125)
    again = program.window.open_review_page() if program.window else None
    assert again is not None
    assert again is not page
    assert again.interaction_id == row.interaction.id
    assert again.state.items()[0].options[0].chosen
    assert again.state.summary == "Calm from the first word on"


def test_larger_and_smaller_go_by_one_step_and_end_at_the_ends(program: Program) -> None:
    def run(name: str) -> int:
        assert program.window is not None
        program.window.actions_by_name[name].trigger()
        settle(program.runner)
        return program.preferences.settings().text_size_pct

    assert [run("text_larger") for _ in range(6)] == [110, 125, 150, 175, 200, 200]
    assert [run("text_smaller") for _ in range(6)] == [175, 150, 125, 110, 100, 100]
