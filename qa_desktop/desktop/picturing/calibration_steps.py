"""Brings the screens of calibration up in a window, over sessions with real colleagues."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from qa_desktop.calibration.model import SessionState
from qa_desktop.desktop.calibration.new.dialog import NewSessionDialog
from qa_desktop.desktop.calibration.new.presenter import Step
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.session.page import SessionPage
from qa_desktop.desktop.picturing.calibration_cast import GRADING, LEADING, make_sessions, share_of
from qa_desktop.desktop.picturing.screen_steps import Show, interactions_list, opened
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.window.main_window import MainWindow

_DRAWN, _SEED = 3, "7f3a21"


def nothing_yet(window: MainWindow) -> QWidget:
    """Only in a workspace that has no session."""
    page(window)
    return window


def sessions(window: MainWindow) -> QWidget | None:
    _begin(window)
    return window


def team(window: MainWindow) -> QWidget | None:
    _begin(window).show_team()
    return _rested(window)


def new_session(step: Step) -> Show:
    """With lots drawn, at that step."""

    def show(window: MainWindow) -> QWidget | None:
        _begin(window).ask_new()
        settle(window.services.runner)
        dialog = opened(window)
        if isinstance(dialog, NewSessionDialog):
            dialog.presenter.name_it("November, week 4")
            dialog.what.bar.seed.setText(_SEED)
            dialog.what.bar.count.setValue(_DRAWN)
            dialog.what.bar.draw.click()
            dialog.go_to(step)
        return dialog

    return show


def led(window: MainWindow) -> QWidget | None:
    return _session(window, LEADING)


def graded(window: MainWindow) -> QWidget | None:
    return _session(window, GRADING)


def leaving_out(window: MainWindow) -> QWidget | None:
    """Somebody who is not in."""
    _session(window, LEADING)
    shown = page(window).front()
    if isinstance(shown, SessionPage):
        shown.standing_card.table.selectRow(shown.standing_card.table.rowCount() - 1)
        shown.standing_card.exclude.click()
    return opened(window)


def revising(window: MainWindow) -> QWidget | None:
    _session(window, LEADING)
    shown = page(window).front()
    if isinstance(shown, SessionPage):
        shown.ask_revision()
    return opened(window)


def blind_review(window: MainWindow) -> QWidget | None:
    """What is graded next."""
    _session(window, GRADING)
    shown = page(window).front()
    if isinstance(shown, SessionPage):
        shown.next_card.act.click()
    return _rested(window) or window


def page(window: MainWindow) -> CalibrationPage:
    interactions_list(window)
    found = window.calibration.page()
    _rested(window)
    return found


def _begin(window: MainWindow) -> CalibrationPage:
    """The page over sessions; its folder is the one that they lie in."""
    services = window.services
    make_sessions(services)
    preferences = services.preferences
    share = str(share_of(services))
    if preferences.settings().calibration_folder != share:
        preferences.change(replace(preferences.settings(), calibration_folder=share))
    found = page(window)
    services.calibration_watch.look_at_all()
    _rested(window)
    window.toast.close_it()
    found.reload()
    return found


def _session(window: MainWindow, title: str) -> QWidget | None:
    shown = _begin(window)
    for each in window.services.calibration.sessions():
        if each.session.title == title and each.session.state is not SessionState.REVEALED:
            shown.show_session(each.session.id)
            _rested(window)
            return window
    return None


def _rested(window: MainWindow) -> QWidget | None:
    """With the looks into folders that are under way over."""
    settle(window.services.calibration_watch.runner)
    settle(window.services.runner)
    window.toast.close_it()
    return opened(window)
