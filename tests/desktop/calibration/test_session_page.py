"""A session's page: a participant's way from the first grade to the check of the reveal, and
the lead's from the invitation to it, with what came altered, late, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from qa_desktop.calibration.model import CalibrationSession, Mode, SessionState
from qa_desktop.calibration.sessions.desk_model import WorkState
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.session.close_dialog import CloseDialog
from qa_desktop.desktop.calibration.session.page import SessionPage
from qa_desktop.desktop.calibration.session.presenter import Next
from qa_desktop.desktop.calibration.session.reason_dialog import ReasonDialog
from qa_desktop.desktop.picturing.calibration_cast import (
    Player,
    acquaint,
    give_interactions,
    invite,
)
from qa_desktop.desktop.window.main_window import MainWindow

Rest = Callable[[], None]
CHATS = ("star_736", "star_3154")


@pytest.fixture
def team(colleague: Callable[[str], Player], mine: Player, use_share: Path) -> tuple[Player, ...]:
    made = (colleague("Anna"), colleague("Bo"))
    acquaint((mine, *made), use_share)
    return made


def led(page: CalibrationPage, mine: Player, team: tuple[Player, ...], share: Path, mode: Mode):
    session = invite(mine, team, share, "November", CHATS, mode)
    for player in team:
        player.desk.look_in(share)
    page.show_session(session.id)
    front = page.front()
    assert isinstance(front, SessionPage)
    return session, front


def dialog_of(kind: type[QDialog]) -> QDialog:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next(each for each in found if each.isVisible())


def close_it(qtbot: QtBot, front: SessionPage, rest: Rest) -> None:
    button = front.next_card.act if front.next_card.act.isVisible() else front.next_card.early
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(CloseDialog)
    assert isinstance(dialog, CloseDialog)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    rest()


@pytest.mark.parametrize("mode", Mode)
def test_a_lead_collects_closes_and_reveals(
    qtbot: QtBot,
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    share: Path,
    rest: Rest,
    mode: Mode,
) -> None:
    session, front = led(page, mine, team, share, mode)
    rest()
    assert front.presenter.state.next is Next.GRADE
    for player in team:
        player.grade(session, 2)
    mine.grade(session, 2)
    front.header.look.click()
    rest()
    state = front.presenter.state
    assert (state.arrived, state.expected, state.next) == (6, 6, Next.CLOSE)
    assert front.standing_card.table.rowCount() == 3
    close_it(qtbot, front, rest)
    assert front.presenter.state.session.state is SessionState.CLOSED
    if mode is Mode.STRICT:
        assert front.presenter.state.next is Next.WAIT_FOR_KEYS
        assert not front.next_card.act.isVisible()
        for player in team:
            player.desk.look_in(share)
            player.desk.deliver()
        front.header.look.click()
        rest()
    assert front.presenter.state.next is Next.REVEAL
    qtbot.mouseClick(front.next_card.act, Qt.MouseButton.LeftButton)
    rest()
    assert front.presenter.state.next is Next.RESULTS
    assert "Your 2 submissions are in there unchanged" in front.next_card.text()
    assert front.header.results.isVisible()
    for player in team:
        assert [s.id for s in player.desk.look_in(share).reveals] == [session.id]


def test_everything_that_arrives_is_told_with_its_cause(
    page: CalibrationPage, mine: Player, team: tuple[Player, ...], share: Path, rest: Rest
) -> None:
    session, front = led(page, mine, team, share, Mode.SEALED)
    anna = team[0]
    anna.grade(session, 1)
    whole = next(share.glob("*.qasub"))
    broken = bytearray(whole.read_bytes())
    broken[len(broken) // 2] ^= 1
    whole.with_name(f"{whole.stem}-again.qasub").write_bytes(broken)
    (share / f"{session.id}-rubbish.qasub").write_bytes(b"rubbish")
    front.header.look.click()
    rest()
    table = front.arrivals_card.table
    said = {table.item(row, 3).text() for row in range(table.rowCount())}
    assert "Taken" in said
    assert said & {"Altered", "Unreadable"}
    for row in range(table.rowCount()):
        table.selectRow(row)
        assert front.arrivals_card.why.text()
    assert "refused" in front.arrivals_card._count.text()
    assert front.presenter.state.arrived == 1


def test_somebody_is_left_out_with_a_reason_and_taken_back(
    qtbot: QtBot,
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    share: Path,
    rest: Rest,
) -> None:
    _, front = led(page, mine, team, share, Mode.STRICT)
    card = front.standing_card
    people = [card.table.item(row, 0).text() for row in range(3)]
    card.table.selectRow(people.index("Lin (you)"))
    assert not card.exclude.isEnabled()
    card.table.selectRow(people.index("Bo"))
    qtbot.mouseClick(card.exclude, Qt.MouseButton.LeftButton)
    dialog = dialog_of(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.reason, "On leave")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert "Bo is left out: On leave" in card._why.text()
    card.table.selectRow(people.index("Bo"))
    assert card.exclude.text() == "Count again"
    qtbot.mouseClick(card.exclude, Qt.MouseButton.LeftButton)
    assert card._why.text() == ""


def test_a_lead_is_told_why_not_yet(
    page: CalibrationPage, mine: Player, team: tuple[Player, ...], share: Path, rest: Rest
) -> None:
    session, front = led(page, mine, team, share, Mode.STRICT)
    mine.grade(session, 2)
    front.reload()
    assert front.presenter.state.next is Next.WAIT_FOR_OTHERS
    assert front.presenter.state.hinders
    assert not front.next_card.early.isVisible()
    assert "Wait for Anna" in front.next_card.text()


def test_a_session_is_revised_with_a_deadline_and_more_people(
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    share: Path,
    rest: Rest,
) -> None:
    session, front = led(page, mine, team[:1], share, Mode.SEALED)
    front.doing.revise(None, (team[1].fingerprint,))
    rest()
    revised = mine.desk.session(session.id)
    assert (revised.revision, revised.deadline) == (2, None)
    assert team[1].desk.look_in(share).invitations
    assert front.standing_card.table.rowCount() == 3


@pytest.fixture
def theirs(
    mine: Player, team: tuple[Player, ...], share: Path
) -> tuple[Player, CalibrationSession]:
    """A session that Anna leads, of interactions that are hers."""
    anna = team[0]
    give_interactions(anna)
    session = invite(anna, (mine, team[1]), share, "Theirs", CHATS)
    mine.desk.look_in(share)
    return anna, session


def test_a_participant_grades_seals_and_checks_the_reveal(
    qtbot: QtBot,
    window: MainWindow,
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    theirs: tuple[Player, CalibrationSession],
    share: Path,
    rest: Rest,
) -> None:
    anna, session = theirs
    page.show_session(session.id)
    front = page.front()
    assert isinstance(front, SessionPage)
    assert not front.standing_card.isVisible()
    qtbot.mouseClick(front.next_card.act, Qt.MouseButton.LeftButton)
    review = window.open_review_page()
    assert review is not None
    assert review.blind is not None
    assert review.blind.title == "Theirs"
    review.back_requested.emit()
    assert page.isVisible()
    assert page.front().session_id == session.id  # type: ignore[attr-defined]  # the session's
    for player in (mine, anna, team[1]):
        player.desk.look_in(share)
        player.grade(session, 2)
    front = page.front()
    assert isinstance(front, SessionPage)
    front.reload()
    assert front.presenter.state.next is Next.WAIT_FOR_CLOSING
    assert {each.state for each in front.presenter.state.work} == {WorkState.SEALED}
    anna.desk.collect(session.id)
    anna.desk.close(session.id)
    anna.desk.deliver()
    front.header.look.click()
    rest()
    assert front.presenter.state.next is Next.WAIT_FOR_REVEAL
    anna.desk.reveal(session.id)
    anna.desk.deliver()
    front.header.look.click()
    rest()
    assert front.presenter.state.next is Next.RESULTS
    assert "6 submissions opened" in front.next_card.text()
    assert "Your 2 submissions are in there unchanged" in front.next_card.text()


def test_a_share_that_is_away_keeps_nobody_from_anything(
    window: MainWindow,
    page: CalibrationPage,
    mine: Player,
    theirs: tuple[Player, CalibrationSession],
    share: Path,
    rest: Rest,
    tmp_path: Path,
) -> None:
    _, session = theirs
    page.show_session(session.id)
    front = page.front()
    assert isinstance(front, SessionPage)
    share.rename(tmp_path / "away")
    mine.grade(session, 1)
    front.doing.look()
    rest()
    assert "Not reachable since" in front.exchange_card._reach.text()
    assert "wait here" in front.exchange_card.waiting.text()
    assert front.exchange_card.send.isVisible()
    assert "not reachable" in window.status_line._share.text()
    (tmp_path / "away").rename(share)
    front.doing.look()
    rest()
    assert "Everything is in the folder" in front.exchange_card.waiting.text()
    assert window.status_line._share.text() == ""
    sent = f"*{mine.fingerprint[:12]}*.qasub"
    assert len(list(share.glob(sent))) == 1


def test_a_folder_that_moved_is_followed(
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    share: Path,
    rest: Rest,
    tmp_path: Path,
) -> None:
    session, front = led(page, mine, team, share, Mode.SEALED)
    rest()
    share.rename(tmp_path / "elsewhere")
    mine.grade(session, 1)
    front.doing.move(tmp_path / "elsewhere")
    rest()
    assert front.presenter.state.session.folder == tmp_path / "elsewhere"
    assert front.presenter.state.waiting == ()
    sent = f"*{mine.fingerprint[:12]}*.qasub"
    assert len(list((tmp_path / "elsewhere").glob(sent))) == 1


def test_files_go_by_hand_too(
    page: CalibrationPage,
    mine: Player,
    team: tuple[Player, ...],
    share: Path,
    rest: Rest,
    tmp_path: Path,
) -> None:
    session = invite(mine, team, None, "By hand", CHATS)
    out = tmp_path / "stick"
    out.mkdir()
    package = mine.desk.save_package(session.id, out)
    anna = team[0]
    anna.desk.take_in(package)
    anna.grade(session, 2)
    files = anna.desk.save_files(session.id, out)
    page.show_session(session.id)
    front = page.front()
    assert isinstance(front, SessionPage)
    page.take_files([*files, tmp_path / "nothing.qasub"])
    rest()
    assert front.presenter.state.arrived == 2
    assert "can't be read" in front.banner.text()
    front.doing.save_files(tmp_path)
    rest()
