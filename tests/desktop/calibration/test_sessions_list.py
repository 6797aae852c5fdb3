"""The list of sessions: what each needs of me, the way in and back, the empty place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.calibration.model import (
    CalibrationSession,
    Mode,
    Person,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.sessions.desk_model import SessionSummary
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.session.page import SessionPage
from qa_desktop.desktop.calibration.sessions_presenter import Need, grouped, need_of
from qa_desktop.desktop.calibration.sessions_view import SessionsView
from qa_desktop.desktop.calibration.words import due_text, interaction_word
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.picturing.calibration_cast import Player, acquaint, invite
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.interactions.model import Kind

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
LEAD = Person(fingerprint="f" * 64, name="Lin", sign_key=bytes(32), box_key=bytes(32))
SESSION = CalibrationSession(
    id="1",
    kind=SessionKind.CALIBRATION,
    title="November",
    mode=Mode.SEALED,
    role=SessionRole.LEAD,
    state=SessionState.OPEN,
    lead=LEAD,
    me=LEAD.fingerprint,
    participants=(),
    interactions=(),
    rubric_id="r",
    rubric_version=1,
    rubric_hash="",
    has_reference=False,
    deadline=None,
    folder=None,
    revision=1,
    manifest_hash="",
    made_at=NOW,
)
GRADED = SessionSummary(session=SESSION, done=2, total=2, arrived=3, expected=4)


def test_what_a_session_needs_of_me() -> None:
    theirs = replace(SESSION, role=SessionRole.PARTICIPANT)
    closed = replace(SESSION, state=SessionState.CLOSED)
    assert need_of(GRADED) is Need.WAITING
    assert need_of(replace(GRADED, done=1)) is Need.TO_GRADE
    assert need_of(replace(GRADED, arrived=4)) is Need.TO_CLOSE
    assert need_of(replace(GRADED, overdue=True)) is Need.TO_CLOSE
    assert need_of(replace(GRADED, session=closed, done=0)) is Need.TO_CLOSE
    mine = SessionSummary(session=theirs, done=2, total=2, overdue=True)
    assert need_of(mine) is Need.WAITING
    assert (
        need_of(replace(mine, session=replace(theirs, state=SessionState.CLOSED))) is Need.WAITING
    )
    over = replace(theirs, state=SessionState.REVEALED)
    assert need_of(replace(mine, session=over, done=0)) is Need.REVEALED


def test_what_is_due_first_stands_first() -> None:
    def due(days: int | None) -> SessionSummary:
        deadline = None if days is None else NOW + timedelta(days=days)
        return replace(GRADED, done=0, session=replace(SESSION, id=str(days), deadline=deadline))

    groups = grouped([due(None), due(3), due(1)])
    assert [each.session.id for each in groups[Need.TO_GRADE]] == ["1", "3", "None"]
    assert list(groups) == [Need.TO_GRADE]


def test_deadlines_and_pseudonyms_are_said_in_the_language(languages: Languages) -> None:
    assert due_text(NOW - timedelta(hours=1), NOW).startswith("overdue since")
    assert due_text(NOW + timedelta(minutes=1), NOW).startswith("due today")
    assert due_text(NOW + timedelta(days=1), NOW).startswith("due tomorrow")
    assert "2026" in due_text(NOW + timedelta(days=9), NOW)
    assert interaction_word("call-3", Kind.RECORDING) == "Call 3"


def test_an_empty_place_begins_and_joins(qtbot: QtBot, page: CalibrationPage) -> None:
    view = page.front()
    assert isinstance(view, SessionsView)
    assert view.empty.isVisible()
    with qtbot.waitSignal(view.new_requested):
        view.empty.first_requested.emit()
    dialogs = QApplication.activeModalWidget()
    assert dialogs is not None
    dialogs.close()


def test_a_session_is_opened_by_keys_and_left_again(
    qtbot: QtBot,
    window: MainWindow,
    page: CalibrationPage,
    mine: Player,
    colleague: Callable[[str], Player],
    share: Path,
    rest: Callable[[], None],
) -> None:
    anna = colleague("Anna")
    acquaint((mine, anna), share)
    for title in ("One", "Two"):
        invite(mine, (anna,), share, title, ("star_736",))
    page.reload()
    view = page.front()
    assert isinstance(view, SessionsView)
    assert [row.need for row in view.rows] == [Need.TO_GRADE, Need.TO_GRADE]
    view.rows[0].setFocus()
    view.rows[0].setFocus()
    qtbot.keyClick(view.rows[0], Qt.Key.Key_Down)
    assert view.rows[1].hasFocus()
    qtbot.keyClick(view.rows[1], Qt.Key.Key_Return)
    session = page.front()
    assert isinstance(session, SessionPage)
    assert session.session_id == view.rows[1].summary.session.id
    assert QApplication.focusWidget() is session.next_card.act
    session.header.back.click()
    assert page.front() is view
    # Where the person was.
    assert view.rows[1].summary.session.id == session.session_id


def test_a_session_that_is_gone_is_told(page: CalibrationPage) -> None:
    page.show_session("no such session")
    assert page.banner.isVisible()
    assert isinstance(page.front(), SessionsView)


def test_many_revealed_sessions_are_shown_on_demand(
    qtbot: QtBot, page: CalibrationPage, clock: Clock
) -> None:
    view = page.front()
    assert isinstance(view, SessionsView)
    over = replace(SESSION, state=SessionState.REVEALED)
    summaries = [replace(GRADED, session=replace(over, id=str(n))) for n in range(20)]
    view.show_state(replace(view.presenter.state, groups=grouped(summaries)))
    assert len(view.rows) == 12
    view.presenter.state = replace(view.presenter.state, groups=grouped(summaries))
    view._show_all()
    assert len(view.rows) == 20
