"""A lead and a participant at two windows that share nothing but a folder: from the cards to the
reveal. The participant has no mouse."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.resources import resource_path
from qa_desktop.base.settings import Settings, save_settings
from qa_desktop.calibration.model import Mode, SessionState
from qa_desktop.desktop.app import Program
from qa_desktop.desktop.calibration.new.dialog import NewSessionDialog
from qa_desktop.desktop.calibration.new.presenter import Step
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.session.close_dialog import CloseDialog
from qa_desktop.desktop.calibration.session.page import SessionPage
from qa_desktop.desktop.calibration.session.presenter import Next
from qa_desktop.desktop.calibration.sessions_view import SessionsView
from qa_desktop.desktop.calibration.team.dialog import TeamDialog
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LONG_MS = 30_000
CHATS = ("crosswoz_val_10223.json", "star_736.json")
_MOST_TABS = 80


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def anna(qtbot: QtBot, qapp: QApplication, person: Any, tmp_path: Path) -> Iterator[Any]:
    """At a workspace and a window of her own."""
    config = tmp_path / "anna-config"
    config.mkdir()
    settings = Settings(reviewer="Anna", language="en", theme="light")
    save_settings(settings, config / "settings.json")
    program = Program(qapp, config_folder=config, clock=SystemClock())
    window = program.open(tmp_path / "anna")
    window.resize(1280, 720)
    qtbot.waitExposed(window)
    yield type(person)(qtbot, window)
    program.close()


def speak(language: str, *people: Any) -> None:
    for each in people:
        preferences = each.window.services.preferences
        preferences.change(replace(preferences.settings(), language=language))


def tab_to(person: Any, wanted: QWidget) -> None:
    """By Tab alone."""
    person.until(wanted.isVisible)
    window = wanted.window()
    window.activateWindow()
    person.until(window.isActiveWindow)
    for _ in range(_MOST_TABS):
        if QApplication.focusWidget() is wanted:
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"no way to {wanted} by Tab")


def page_of(person: Any) -> CalibrationPage:
    page = person.window.pages.currentWidget()
    assert isinstance(page, CalibrationPage)
    return page


def session_page(person: Any) -> SessionPage:
    front = page_of(person).front()
    assert isinstance(front, SessionPage)
    return front


def to_calibration(person: Any) -> CalibrationPage:
    person.front()
    person.window.setFocus()
    person.press(Key.Key_3, Modifier.AltModifier)
    person.until(lambda: person.window.pages.current == "calibration")
    return page_of(person)


def join(person: Any, share: Path) -> TeamDialog:
    """By keys but for the system's own chooser of folders."""
    page = to_calibration(person)
    tab_to(person, page.team)
    person.press(Key.Key_Space)
    person.until(lambda: bool(person.window.findChildren(TeamDialog)))
    dialog = person.window.findChildren(TeamDialog)[-1]
    dialog.use_folder(share)
    person.until(lambda: person.window.services.settings.calibration_folder == str(share), LONG_MS)
    return dialog


def compare(person: Any, dialog: TeamDialog) -> str:
    """Says that the code matches, and leaves; the code."""
    person.until(lambda: bool(dialog.presenter.state.people), LONG_MS)
    code = dialog.panel.code.text()
    tab_to(person, dialog.panel.match)
    person.press(Key.Key_Space)
    assert dialog.presenter.state.trusted == 1
    tab_to(person, dialog.close_)
    person.press(Key.Key_Space)
    person.until(lambda: not dialog.isVisible())
    return code


def invite(lead: Any, mode: Mode) -> None:
    page = page_of(lead)
    page.new.click()
    dialog = lead.window.findChildren(NewSessionDialog)[-1]
    rubrics = dialog.presenter.state.rubrics
    place = next(n for n, r in enumerate(rubrics) if r.id == "service-five-dimensions")
    dialog.what.rubric.setCurrentIndex(place)
    dialog.what.rubric.activated.emit(place)
    dialog.activateWindow()
    lead.until(dialog.isActiveWindow)
    dialog.what.title.setFocus()
    lead.type("November")
    for row in range(len(CHATS)):
        dialog.what.table.selectRow(row)
        dialog.what.table.setFocus()
        lead.press(Key.Key_Space)
    assert len(dialog.presenter.state.chosen) == len(CHATS)
    dialog.next.click()
    if mode is Mode.STRICT:
        dialog.who.strict.click()
    dialog.next.click()
    assert dialog.stack.currentIndex() == Step.CHECK
    dialog.next.click()
    lead.until(lambda: dialog.session is not None, LONG_MS)
    dialog.open_.click()
    lead.until(lambda: not dialog.isVisible())


def grade_all(person: Any) -> None:
    """From the session's page through its reviews and back to it."""
    for _ in CHATS:
        person.until(lambda: person.window.pages.current == "review")
        page = person.window.open_review_page()
        assert isinstance(page, ReviewPage)
        person.until(page.isVisible)
        person.front()
        page.take_keys()
        grade(person, page)
        person.press(Key.Key_Return, Modifier.ControlModifier)
        person.until(lambda page=page: person.window.open_review_page() is not page)
    person.until(lambda: person.window.pages.current == "calibration")
    person.until(lambda: session_page(person).presenter.reload().sealed == len(CHATS), LONG_MS)


def grade(person: Any, page: ReviewPage) -> None:
    done: list[str] = []
    while (item_id := page.state.current_item) not in done:
        assert item_id is not None
        done.append(item_id)
        item = page.state.item(item_id)
        assert item is not None
        if item.na_allowed:
            person.press(Key.Key_N)
        elif item.form is not AnswerForm.NOTE:
            person.press(Key(ord(item.options[0].digit)))
        person.press(Key.Key_Down)
    assert page.state.missing.count == 0


@pytest.mark.parametrize(
    ("language", "mode"), [("en", Mode.SEALED), ("zh-CN", Mode.STRICT)], ids=["en", "zh-CN"]
)
def test_a_team_of_two_from_the_cards_to_the_reveal(
    person: Any, anna: Any, share: Path, language: str, mode: Mode
) -> None:
    lead = person
    lead.take_in(*(resource_path("demo", "chats", name) for name in CHATS))
    speak(language, lead, anna)
    # Both chose the same folder, and read the same code to each other.
    dialogs = [join(lead, share), join(anna, share)]
    for dialog in dialogs:
        dialog._look()
    codes = {compare(each, dialog) for each, dialog in zip((lead, anna), dialogs, strict=True)}
    assert len(codes) == 1
    invite(lead, mode)
    # The participant finds it by herself, and grades it by keys alone.
    view = page_of(anna).front()
    assert isinstance(view, SessionsView)
    anna.until(lambda: bool(view.rows), LONG_MS)
    tab_to(anna, view.rows[0])
    anna.press(Key.Key_Return)
    assert session_page(anna).presenter.state.next is Next.GRADE
    anna.until(lambda: QApplication.focusWidget() is session_page(anna).next_card.act)
    anna.press(Key.Key_Space)
    grade_all(anna)
    lead.front()
    session_page(lead).next_card.act.click()
    grade_all(lead)
    # The lead collects, closes and reveals.
    lead.until(lambda: session_page(lead).presenter.state.next is Next.CLOSE, LONG_MS)
    session_page(lead).next_card.act.click()
    closing = next(d for d in lead.window.findChildren(CloseDialog) if d.isVisible())
    closing.take.click()
    lead.until(lambda: session_page(lead).presenter.state.next is Next.REVEAL, LONG_MS)
    session_page(lead).next_card.act.click()
    # Hers are in there unchanged: her own program has checked it.
    anna.until(lambda: session_page(anna).presenter.state.check is not None, LONG_MS)
    check = session_page(anna).presenter.state.check
    assert check is not None
    assert (check.own, check.submissions, check.not_counted) == (2, 4, ())
    session_id = session_page(anna).session_id
    for each in (lead, anna):
        desk = each.window.services.calibration
        assert desk.session(session_id).state is SessionState.REVEALED
        assert len(desk.graded(session_id).gradings) == 4
    # Nothing of it counts among the interactions of daily work.
    assert anna.window.services.listing.facets().kinds == ()
