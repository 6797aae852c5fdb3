"""The reviewer's phrases: added, checked, put in order, from files, and kept when saved."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.settings import Phrase, load_settings
from qa_desktop.desktop.phrases.dialog import PhrasesDialog
from qa_desktop.desktop.phrases.popup import FAULTY, PhrasePopup
from qa_desktop.desktop.phrases.presenter import PhrasesPresenter
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.reviews.phrases import PhraseFault

ID = Phrase(shortcut="id", text="Not verified", kind="deduction")
CALM = Phrase(shortcut="calm", text="Named the concern", kind="praise")


class TestPresenter:
    def test_adding_puts_an_empty_one_behind_the_current(self) -> None:
        presenter = PhrasesPresenter((ID, CALM))
        state = presenter.add()
        assert (state.current, state.phrase) == (1, Phrase(shortcut="", text=""))
        assert state.faults == {1: (PhraseFault.NO_SHORTCUT, PhraseFault.NO_TEXT)}
        assert state.changed

    def test_deleting_to_the_end(self) -> None:
        presenter = PhrasesPresenter((ID, CALM))
        presenter.select(1)
        assert presenter.delete().phrase == ID
        state = presenter.delete()
        assert (state.phrases, state.current, state.phrase) == ((), None, None)
        assert presenter.delete().phrases == ()
        assert presenter.change(text="x").phrases == ()

    def test_the_order_is_the_reviewers(self) -> None:
        presenter = PhrasesPresenter((ID, CALM))
        state = presenter.move(1)
        assert (state.phrases, state.current) == ((CALM, ID), 1)
        assert presenter.move(1).phrases == (CALM, ID)
        assert not presenter.move(-1).changed

    def test_what_comes_in_doubles_nothing(self) -> None:
        presenter = PhrasesPresenter((ID,))
        other = replace(ID, text="other words")
        state = presenter.take_in((ID, other, CALM))
        assert (state.phrases, state.current) == ((ID, other, CALM), 1)
        assert state.faults == {0: (PhraseFault.TAKEN,), 1: (PhraseFault.TAKEN,)}
        assert presenter.first_fault().current == 0


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, preferences: Preferences) -> PhrasesDialog:
    """With two phrases."""
    preferences.change(replace(preferences.settings(), phrases=(ID, CALM)))
    dialog = PhrasesDialog(theme, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def kept(preferences: Preferences) -> tuple[Phrase, ...]:
    assert preferences.file is not None
    return load_settings(preferences.file).phrases


def test_a_phrase_is_added_and_kept(dialog: PhrasesDialog, preferences: Preferences) -> None:
    dialog.list.setCurrentRow(1)
    dialog.add.click()
    assert dialog.form.shortcut.hasFocus() or not dialog.isActiveWindow()
    QTest.keyClicks(dialog.form.shortcut, "hold")
    QTest.keyClicks(dialog.form.text, "Say what you check")
    dialog.form.kind.setCurrentIndex(3)
    dialog.form.kind.activated.emit(3)
    assert kept(preferences) == (ID, CALM), "nothing is kept before it is saved"
    dialog.save.click()
    assert dialog.result() == PhrasesDialog.DialogCode.Accepted
    new = Phrase(shortcut="hold", text="Say what you check", kind="coaching")
    assert kept(preferences) == (ID, CALM, new)


def test_a_shortcut_that_is_taken_is_told_at_the_field(
    dialog: PhrasesDialog, preferences: Preferences
) -> None:
    dialog.list.setCurrentRow(1)
    dialog.form.shortcut.clear()
    QTest.keyClicks(dialog.form.shortcut, "ID")
    assert "Another phrase" in dialog.form._wrong_shortcut.text()
    assert not dialog.form._wrong_shortcut.isHidden()
    assert [dialog.list.item(row).data(FAULTY) for row in range(2)] == [True, True]
    dialog.save.click()
    assert dialog.isVisible()
    assert kept(preferences) == (ID, CALM)
    QTest.keyClicks(dialog.form.shortcut, "2")
    assert dialog.form._wrong_shortcut.isHidden()
    dialog.save.click()
    assert not dialog.isVisible()


def test_leaving_with_changes_asks_once(dialog: PhrasesDialog, preferences: Preferences) -> None:
    dialog.delete.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.cancel.text() == "Discard the changes"
    QTest.keyClicks(dialog.form.text, "!")
    assert dialog.cancel.text() == "Cancel", "going on takes the question back"
    dialog.cancel.click()
    dialog.cancel.click()
    assert not dialog.isVisible()
    assert kept(preferences) == (ID, CALM)


def test_leaving_without_changes_asks_nothing(dialog: PhrasesDialog) -> None:
    assert not dialog.save.isEnabled()
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_files_go_out_and_come_in(
    dialog: PhrasesDialog, preferences: Preferences, tmp_path: Path
) -> None:
    for name in ("p.json", "p.csv"):
        dialog.export_file(tmp_path / name)
        assert name in dialog._note.text()
        dialog.import_file(tmp_path / name)
        assert dialog.list.count() == 2
    more = [{"shortcut": "new", "text": "words", "kind": ""}]
    (tmp_path / "more.json").write_text(json.dumps(more), encoding="utf-8")
    dialog.import_file(tmp_path / "more.json")
    assert dialog.list.currentRow() == 2
    assert dialog.form.shortcut.text() == "new"
    (tmp_path / "bad.json").write_text("[{]", encoding="utf-8")
    dialog.import_file(tmp_path / "bad.json")
    assert "bad.json:1:3" in dialog.problems.text()
    assert dialog.list.count() == 3
    dialog.export_file(tmp_path / "none" / "p.json")
    assert "can't be written" in dialog.problems.text()


def test_a_beginner_is_offered_some(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    dialog = PhrasesDialog(theme, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.empty.isVisible()
    assert not dialog.take_out.isEnabled()
    dialog.empty.second_requested.emit()
    assert dialog.list.count() >= 4
    assert dialog.form.isVisible()
    dialog.save.click()
    assert len(kept(preferences)) >= 4


def test_what_cannot_be_kept_is_told(
    dialog: PhrasesDialog, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.file = tmp_path / "settings.json" / "nowhere"
    dialog.delete.click()
    dialog.save.click()
    assert dialog.isVisible()
    assert not dialog.problems.isHidden()
    assert preferences.settings().phrases == (CALM,)


def test_the_pop_up_keeps_inside_the_page(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(500, 300)
    popup = PhrasePopup(theme, page)
    popup.show_phrases((ID, CALM), any_kept=True)
    for cursor in (QRect(480, 10, 1, 20), QRect(2, 290, 1, 20), QRect(200, 150, 1, 20)):
        popup.place_at(cursor)
        assert page.rect().contains(popup.geometry())
        assert not popup.geometry().intersects(cursor)
